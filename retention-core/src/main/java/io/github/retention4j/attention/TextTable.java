package io.github.retention4j.attention;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells, the first column to the left, the others to the right. */
final class TextTable {

  private TextTable() {}

  static String of(List<List<String>> lines) {
    int[] widths =
        IntStream.range(0, lines.get(0).size())
            .map(at -> lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0))
            .toArray();
    return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("  ").append(cells.get(0));
    line.append(" ".repeat(widths[0] - cells.get(0).length()));
    for (int at = 1; at < widths.length; at++) {
      line.append("  ").append(" ".repeat(widths[at] - cells.get(at).length()));
      line.append(cells.get(at));
    }
    return line.toString().stripTrailing() + '\n';
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
