package io.github.retention4j.report;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.internal.text.TextTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A result as a table of named columns, to be logged, written as CSV or put into an {@link
 * HtmlReport}. Tables of the results of this library are made by {@link RetentionTables}, {@link
 * EngagementTables}, {@link RevenueTables}, {@link CohortMoneyTables}, {@link SurvivalTables},
 * {@link PurchaseTables}, {@link ModelTables}, {@link CustomerTables}, {@link SegmentTables},
 * {@link FeedbackTables} and {@link ProgrammeTables}; one of any other rows by {@link #of}.
 *
 * <p>A value that is not known, such as a share that was not yet observed, has no number and no
 * zero but a reason: people see a hyphen and the reason under the table.
 *
 * <p>Immutable. Cells are worked out when the table is written, so that a table of a million
 * customers takes no room of its own.
 *
 * <pre>{@code
 * Retention by month
 * month    at start  retained  retention
 * 2024-02        44        31    70.45 %
 * 2024-03         0         0          -
 * - nobody was there at the start
 * }</pre>
 */
public final class ResultTable {

  static final String REASONS = "why empty";

  /** Reasons are a handful of words; were they as many as rows, a note of all would help nobody. */
  private static final int MOST_NOTES = 5;

  private final String title;
  private final List<? extends Column<?>> columns;
  private final int rows;
  private final IntFunction<List<Cell>> row;

  private ResultTable(
      String title, List<? extends Column<?>> columns, int rows, IntFunction<List<Cell>> row) {
    this.title = title;
    this.columns = columns;
    this.rows = rows;
    this.row = row;
  }

  /**
   * Returns a table of rows of any kind.
   *
   * @param title what the table tells, for people
   * @param rows one for each line
   * @param columns what is shown of each, in order; at least one
   * @param <T> the type of the rows
   * @return the table
   * @throws IllegalArgumentException if the title is blank, there is no column, or two have one
   *     name
   */
  public static <T> ResultTable of(String title, List<? extends T> rows, List<Column<T>> columns) {
    Plain.requireText("title", title);
    List<T> copy = List.copyOf(rows);
    List<Column<T>> shown = List.copyOf(columns);
    requireDistinct(shown);
    return new ResultTable(
        title,
        shown,
        copy.size(),
        row -> shown.stream().map(column -> column.cell(copy.get(row))).toList());
  }

  private static void requireDistinct(List<? extends Column<?>> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns (0) must be at least one");
    }
    Set<String> names = new HashSet<>(Set.of(REASONS));
    for (Column<?> column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "column (" + column.name() + ") must have a name of its own, other than " + REASONS);
      }
    }
  }

  /**
   * Returns the first rows alone; the title then says how many there are.
   *
   * @param most how many at most, at least 1
   * @return this table if it has no more rows
   * @throws IllegalArgumentException if most is not positive
   */
  public ResultTable first(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most (" + most + ") must be at least 1");
    }
    return rows <= most
        ? this
        : new ResultTable(
            title + ", the first " + Figures.count(most) + " of " + Figures.count(rows),
            columns,
            most,
            row);
  }

  /**
   * Returns the title.
   *
   * @return what the table tells
   */
  public String title() {
    return title;
  }

  /**
   * Returns the number of rows.
   *
   * @return 0 or more, the heading not counted
   */
  public int size() {
    return rows;
  }

  /**
   * Returns the headings.
   *
   * @return the names of the columns, in order
   */
  public List<String> headings() {
    return columns.stream().map(Column::name).toList();
  }

  List<? extends Column<?>> columns() {
    return columns;
  }

  List<Cell> row(int number) {
    return row.apply(Objects.checkIndex(number, rows));
  }

  /** Returns a sentence for each reason for which cells are empty, in the order of the rows. */
  List<String> notes() {
    Map<String, Set<String>> columnsByReason = new LinkedHashMap<>();
    for (int number = 0; number < rows; number++) {
      List<Cell> cells = row(number);
      for (int column = 0; column < cells.size(); column++) {
        Optional<String> reason = cells.get(column).whyEmpty();
        if (reason.isPresent()) {
          columnsByReason
              .computeIfAbsent(reason.get(), k -> new LinkedHashSet<>())
              .add(columns.get(column).name());
        }
      }
    }
    List<String> notes = new ArrayList<>();
    columnsByReason.forEach(
        (reason, names) ->
            notes.add(
                columnsByReason.size() == 1 ? reason : String.join(", ", names) + ": " + reason));
    return shortened(notes);
  }

  private static List<String> shortened(List<String> notes) {
    if (notes.size() <= MOST_NOTES) {
      return notes;
    }
    List<String> first = new ArrayList<>(notes.subList(0, MOST_NOTES));
    first.add(Figures.count(notes.size() - MOST_NOTES) + " reasons more");
    return first;
  }

  /**
   * Returns the table for a log: the title, the headings, a line for each row, and the reasons of
   * empty cells. Columns are aligned also where names are in Chinese or Thai. A control character
   * in a name is shown as its escape, such as {@code \n}, so that each row stays one line.
   *
   * @return lines of text, each with a line feed at its end
   */
  public String toText() {
    TextTable table = new TextTable();
    addLine(table, headings());
    for (int number = 0; number < rows; number++) {
      addLine(table, row(number).stream().map(Cell::shown).toList());
    }
    StringBuilder text = new StringBuilder(CellText.escaped(title)).append('\n').append(table);
    notes().forEach(note -> text.append("- ").append(CellText.escaped(note)).append('\n'));
    return text.toString();
  }

  private static void addLine(TextTable table, List<String> cells) {
    table.line(cells.get(0), cells.stream().skip(1));
  }

  /**
   * Returns the table as CSV by RFC 4180: commas, double quotes where needed, lines ended by CR LF,
   * the headings first. The title is not in it.
   *
   * <ul>
   *   <li>Numbers are exact: doubles read back as the same double, amounts have all their digits
   *       and no thousands set off. Shares are fractions.
   *   <li>A cell that is not known has no characters. A table that may have such cells has one
   *       column more, the last, {@code why empty}: {@code retention: nobody was there at the
   *       start}, several apart by semicolons.
   *   <li>Spreadsheets take a text that begins with {@code = + - @} for a formula, and customers
   *       choose their names. So a text, or a heading, gets an apostrophe before it if its first
   *       character is one of those, their full-width forms, a tab, a line end, or an apostrophe;
   *       whoever wants the text back takes one apostrophe away. Numbers are left as they are. This
   *       holds for programs that read commas as commas.
   * </ul>
   *
   * @return lines of CSV
   */
  public String toCsv() {
    StringBuilder csv = new StringBuilder();
    try {
      appendCsv(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }

  /**
   * Writes the table to a file as {@link #toCsv} has it, in UTF-8 without a mark at its beginning.
   *
   * @param file the file, which is replaced if it is there
   * @throws UncheckedIOException if it cannot be written
   */
  public void writeCsv(Path file) {
    try (Writer out = Files.newBufferedWriter(file)) {
      appendCsv(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void appendCsv(Appendable out) throws IOException {
    boolean reasons = columns.stream().anyMatch(Column::isOptional);
    List<String> names = new ArrayList<>(headings().stream().map(Csv::guarded).toList());
    if (reasons) {
      names.add(REASONS);
    }
    Csv.appendLine(out, names);
    for (int number = 0; number < rows; number++) {
      List<Cell> cells = row(number);
      List<String> line = new ArrayList<>(exact(cells));
      if (reasons) {
        line.add(Csv.guarded(reasons(cells)));
      }
      Csv.appendLine(out, line);
    }
  }

  private List<String> exact(List<Cell> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            column ->
                columns.get(column).isNumber()
                    ? cells.get(column).exact()
                    : Csv.guarded(cells.get(column).exact()))
        .toList();
  }

  private String reasons(List<Cell> cells) {
    List<String> reasons = new ArrayList<>();
    for (int column = 0; column < cells.size(); column++) {
      String name = columns.get(column).name();
      cells.get(column).whyEmpty().ifPresent(reason -> reasons.add(name + ": " + reason));
    }
    return String.join("; ", reasons);
  }

  /**
   * Returns the title and the size.
   *
   * @return for example {@code Retention by month, 2 rows}
   */
  @Override
  public String toString() {
    return title + ", " + Figures.count(rows) + (rows == 1 ? " row" : " rows");
  }
}
