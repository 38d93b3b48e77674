package io.github.retention4j.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a report as HTML. No text of the caller stands in an attribute. */
final class HtmlPage {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  /** Languages written from right to left. */
  private static final Set<String> LEFTWARD =
      Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "ug", "ur", "yi");

  /** A report of more sections has a table of contents. */
  private static final int SECTIONS_AT_A_GLANCE = 4;

  /** A table of more rows is folded. */
  private static final int ROWS_AT_A_GLANCE = 12;

  /** A table of more columns is printed smaller. */
  private static final int COLUMNS_ON_PAPER = 12;

  private final HtmlReport report;
  private final Markup html = new Markup();
  private int pictures;
  private int tables;

  HtmlPage(HtmlReport report) {
    this.report = report;
  }

  @Override
  public String toString() {
    Locale language = report.language();
    String direction = LEFTWARD.contains(language.getLanguage()) ? "rtl" : "ltr";
    html.open("html", "lang", language.toLanguageTag(), "dir", direction);
    head();
    html.open("body");
    header();
    if (report.sections().size() > SECTIONS_AT_A_GLANCE) {
      contents();
    }
    html.open("main");
    for (int i = 0; i < report.sections().size(); i++) {
      section("s" + (i + 1), report.sections().get(i));
    }
    html.close().close().close();
    return "<!DOCTYPE html>\n" + html + "\n";
  }

  private void head() {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.leaf("title", report.title());
    // An empty icon of its own keeps browsers from asking the server for one.
    html.empty("link", "rel", "icon", "href", "data:,");
    html.leaf("style", PageStyle.css());
    html.close();
  }

  private void header() {
    html.open("header").leaf("h1", report.title(), "dir", "auto");
    report.subtitle().ifPresent(text -> html.leaf("p", text, "dir", "auto"));
    html.close();
  }

  private void contents() {
    html.open("nav", "aria-labelledby", "contents");
    html.leaf("h2", "Contents", "id", "contents", "lang", "en").open("ol");
    for (int i = 0; i < report.sections().size(); i++) {
      html.open("li").open("a", "href", "#s" + (i + 1));
      html.leaf("bdi", report.sections().get(i).heading()).close().close();
    }
    html.close().close();
  }

  private void section(String id, ReportSection section) {
    html.open("section", "aria-labelledby", id);
    html.leaf("h2", section.heading(), "id", id, "dir", "auto");
    html.leaf("p", section.statement(), "class", "statement", "dir", "auto");
    html.open("div", "class", "beside");
    section.pictures().forEach(this::picture);
    section.tables().forEach(this::table);
    html.close();
    if (!section.definitions().isEmpty()) {
      definitions(section.definitions());
    }
    html.close();
  }

  private void picture(Picture picture) {
    pictures++;
    html.open("figure", "tabindex", "0");
    html.piece(picture.toThemedSvg("p" + pictures + "-"));
    html.close();
  }

  private void table(ResultTable table) {
    tables++;
    boolean folded = table.size() > ROWS_AT_A_GLANCE;
    if (folded) {
      html.open("details", "class", "numbers");
      html.leaf("summary", table.toString(), "dir", "auto");
    } else {
      html.open("div", "class", "numbers");
    }
    grid(table, "t" + tables);
    notes(table);
    html.close();
  }

  /** A table wider than the screen is scrolled, by keys too: hence the place in the tab order. */
  private void grid(ResultTable table, String id) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-labelledby", id);
    boolean wide = table.columns().size() > COLUMNS_ON_PAPER;
    html.open("table", "class", wide ? "wide" : "plain");
    html.leaf("caption", table.title(), "id", id, "dir", "auto");
    html.open("thead").open("tr");
    table.columns().forEach(column -> cell("th", column.name(), column, "scope", "col"));
    html.close().close().open("tbody");
    for (int row = 0; row < table.size(); row++) {
      line(table.columns(), table.row(row));
    }
    html.close().close().close();
  }

  private void line(List<? extends Column<?>> columns, List<Cell> cells) {
    html.open("tr");
    cell("th", cells.get(0).shown(), columns.get(0), "scope", "row");
    for (int i = 1; i < cells.size(); i++) {
      cell("td", cells.get(i).shown(), columns.get(i));
    }
    html.close();
  }

  private void cell(String element, String text, Column<?> column, Object... attributes) {
    Stream<Object> kind = column.isNumber() ? Stream.of("class", "number") : Stream.of();
    html.open(element, Stream.concat(Stream.of(attributes), kind).toArray());
    html.leaf("bdi", text).close();
  }

  private void notes(ResultTable table) {
    table.notes().forEach(note -> html.leaf("p", Cell.NOTHING + " " + note, "class", "note"));
  }

  private void definitions(List<ReportSection.Definition> definitions) {
    html.open("dl");
    for (ReportSection.Definition definition : definitions) {
      html.open("div");
      html.leaf("dt", definition.term(), "dir", "auto");
      html.leaf("dd", definition.meaning(), "dir", "auto");
      html.close();
    }
    html.close();
  }
}
