package io.github.retention4j.examples.report;

import io.github.retention4j.report.Column;
import io.github.retention4j.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/** A page of plain text, 100 columns wide save for tables. */
final class TextPage {

  private static final int WIDTH = 100;

  private final List<String> lines = new ArrayList<>();

  TextPage title(String title) {
    lines.add(title);
    lines.add("=".repeat(title.length()));
    return this;
  }

  TextPage heading(String heading) {
    lines.add("");
    lines.add("");
    lines.add(heading);
    lines.add("-".repeat(heading.length()));
    return this;
  }

  /** Words that are wrapped, after an empty line. */
  TextPage paragraph(String text) {
    lines.add("");
    wrap("", text);
    return this;
  }

  /** An item of a list. */
  TextPage item(String text) {
    wrap("- ", text);
    return this;
  }

  TextPage table(TextTable table) {
    lines.add("");
    table.lines().forEach(line -> lines.add("  " + line));
    return this;
  }

  /** Names with their values, after an empty line. */
  TextPage facts(List<Fact> facts) {
    lines.add("");
    int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Fact fact : facts) {
      wrap("  " + fact.name() + " ".repeat(width + 2 - fact.name().length()), fact.value());
    }
    return this;
  }

  /** A name with its value. */
  record Fact(String name, String value) {

    /** Facts as a table of a page of HTML. */
    static ResultTable table(String title, List<Fact> facts) {
      return ResultTable.of(
          title,
          facts,
          List.of(Column.text("figure", Fact::name), Column.text("value", Fact::value)));
    }
  }

  private void wrap(String first, String text) {
    StringBuilder line = new StringBuilder(first);
    int indent = first.length();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > indent && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
      }
      line.append(line.length() > indent ? " " : "").append(word);
    }
    lines.add(line.toString().stripTrailing());
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
