package io.github.retention4j.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of columns, each as wide as its widest text and flush right. */
final class TextTable {

  private final List<List<String>> lines = new ArrayList<>();

  TextTable line(String... cells) {
    lines.add(List.of(cells));
    return this;
  }

  /** Returns a number with six digits at most and no zeros at the end. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  static String share(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        row.append(column == 0 ? "" : "  ").append(padded(line.get(column), column));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String padded(String cell, int column) {
    int width =
        lines.stream()
            .filter(line -> column < line.size())
            .mapToInt(line -> line.get(column).length())
            .max()
            .orElse(0);
    return " ".repeat(width - cell.length()) + cell;
  }
}
