package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report on one page of HTML, to be opened in a browser, sent by mail or printed. Immutable.
 *
 * <p>The page is one file: styles and pictures are in it, it runs no script, and its own policy
 * (Content-Security-Policy) forbids the browser to run one or to fetch anything. Every label is
 * escaped; text from right to left stays in its cell. It is light or dark as the reader has set the
 * screen, and light on paper, where folded tables are open. Headings are in order, tables have
 * captions and headings for rows and columns, pictures have a description.
 *
 * <pre>{@code
 * HtmlReport.titled("Customers of 2024")
 *     .with(
 *         ReportSection.of("Who stays", "Of 100 customers 70 are still there a year later.")
 *             .with(RetentionCurves.withDefaults().draw(curve))
 *             .with(RetentionTables.curve(curve))
 *             .withDefinition("Retention", "active in the month / all who started together"))
 *     .writeTo(Path.of("report.html"));
 * }</pre>
 */
public final class HtmlReport {

  private final String title;
  private final Optional<String> subtitle;
  private final Locale language;
  private final List<ReportSection> sections;

  private HtmlReport(
      String title, Optional<String> subtitle, Locale language, List<ReportSection> sections) {
    this.title = title;
    this.subtitle = subtitle;
    this.language = language;
    this.sections = sections;
  }

  /**
   * Returns a report without sections, in English.
   *
   * @param title what it is about
   * @return the report
   * @throws IllegalArgumentException if the title is blank
   */
  public static HtmlReport titled(String title) {
    return new HtmlReport(
        Plain.requireText("title", title), Optional.empty(), Locale.ENGLISH, List.of());
  }

  /**
   * Chooses the line under the title.
   *
   * @param newSubtitle such as the end of observation and where the data come from
   * @return a report with it
   * @throws IllegalArgumentException if it is blank
   */
  public HtmlReport withSubtitle(String newSubtitle) {
    return new HtmlReport(
        title, Optional.of(Plain.requireText("subtitle", newSubtitle)), language, sections);
  }

  /**
   * Says in which language the texts given are, for screen readers and for the shapes of characters
   * that Chinese and Japanese share. The few words of the page itself stay English.
   *
   * @param newLanguage such as {@link Locale#SIMPLIFIED_CHINESE}
   * @return a report with it
   * @throws IllegalArgumentException if the locale has no language
   */
  public HtmlReport with(Locale newLanguage) {
    if (newLanguage.getLanguage().isEmpty()) {
      throw new IllegalArgumentException(
          "language (" + newLanguage.toLanguageTag() + ") must be a language such as en");
    }
    return new HtmlReport(title, subtitle, newLanguage, sections);
  }

  /**
   * Adds a section. A report of over four has a table of contents.
   *
   * @param section the section
   * @return a report with it after those that it has
   */
  public HtmlReport with(ReportSection section) {
    requireNonNull(section, "section");
    return new HtmlReport(
        title, subtitle, language, Stream.concat(sections.stream(), Stream.of(section)).toList());
  }

  /**
   * Returns the page.
   *
   * @return HTML; to be encoded in UTF-8
   */
  public String toHtml() {
    return new HtmlPage(this).toString();
  }

  /**
   * Writes the page into a file, in UTF-8; a file that is there is replaced.
   *
   * @param file where to, by custom ending in {@code .html}
   * @throws IOException if it cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Files.writeString(requireNonNull(file, "file"), toHtml(), StandardCharsets.UTF_8);
  }

  String title() {
    return title;
  }

  Optional<String> subtitle() {
    return subtitle;
  }

  Locale language() {
    return language;
  }

  List<ReportSection> sections() {
    return sections;
  }

  /**
   * Returns the title and the number of sections.
   *
   * @return for example {@code Customers of 2024, 3 section(s)}
   */
  @Override
  public String toString() {
    return title + ", " + sections.size() + " section(s)";
  }
}
