package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * One question and its answer on a page: a heading, a sentence that says the answer, pictures, the
 * numbers beside them, and what each figure means. Immutable.
 *
 * <p>A table of over 12 rows is folded on the screen and open on paper. For a table of more rows
 * than people read, such as one for each customer, give {@link ResultTable#first}.
 */
public final class ReportSection {

  private final String heading;
  private final String statement;
  private final List<Picture> pictures;
  private final List<ResultTable> tables;
  private final List<Definition> definitions;

  /** What a figure means. */
  record Definition(String term, String meaning) {}

  private ReportSection(
      String heading,
      String statement,
      List<Picture> pictures,
      List<ResultTable> tables,
      List<Definition> definitions) {
    this.heading = heading;
    this.statement = statement;
    this.pictures = pictures;
    this.tables = tables;
    this.definitions = definitions;
  }

  /**
   * Returns a section without pictures and numbers.
   *
   * @param heading what it is about
   * @param statement what the pictures and numbers say, in a sentence
   * @return the section
   * @throws IllegalArgumentException if a text is blank
   */
  public static ReportSection of(String heading, String statement) {
    return new ReportSection(
        Plain.requireText("heading", heading),
        Plain.requireText("statement", statement),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * Adds a picture. A page in the dark draws it in the dark, whatever its own theme.
   *
   * @param picture the picture
   * @return a section with it after those that it has
   */
  public ReportSection with(Picture picture) {
    return new ReportSection(
        heading, statement, added(pictures, picture, "picture"), tables, definitions);
  }

  /**
   * Adds numbers.
   *
   * @param table the table
   * @return a section with it after those that it has
   */
  public ReportSection with(ResultTable table) {
    return new ReportSection(
        heading, statement, pictures, added(tables, table, "table"), definitions);
  }

  /**
   * Adds what a figure means: its formula in words, what counts and what does not, its source.
   *
   * @param term the name of the figure, as pictures and tables have it
   * @param meaning the definition
   * @return a section with it after those that it has
   * @throws IllegalArgumentException if a text is blank
   */
  public ReportSection withDefinition(String term, String meaning) {
    Definition definition =
        new Definition(Plain.requireText("term", term), Plain.requireText("meaning", meaning));
    return new ReportSection(
        heading, statement, pictures, tables, added(definitions, definition, "definition"));
  }

  private static <T> List<T> added(List<T> items, T item, String name) {
    requireNonNull(item, name);
    return Stream.concat(items.stream(), Stream.of(item)).toList();
  }

  String heading() {
    return heading;
  }

  String statement() {
    return statement;
  }

  List<Picture> pictures() {
    return pictures;
  }

  List<ResultTable> tables() {
    return tables;
  }

  List<Definition> definitions() {
    return definitions;
  }

  /**
   * Returns the heading and what there is.
   *
   * @return for example {@code Who stays: 1 picture(s), 2 table(s)}
   */
  @Override
  public String toString() {
    return heading + ": " + pictures.size() + " picture(s), " + tables.size() + " table(s)";
  }
}
