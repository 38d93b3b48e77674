package io.github.retention4j.attention;

import java.util.List;
import java.util.Locale;

/** Lines of cells, set in by two columns, the first column to the left, the others to the right. */
final class TextTable {

  private TextTable() {}

  static String of(List<List<String>> lines) {
    io.github.retention4j.internal.text.TextTable table =
        new io.github.retention4j.internal.text.TextTable();
    lines.forEach(line -> table.line("  " + line.get(0), line.stream().skip(1)));
    return table.toString();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
