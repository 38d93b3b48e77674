package io.github.retention4j.survival;

import java.util.Arrays;
import java.util.Locale;

/** Lines of columns, each as wide as its widest text and flush right. */
final class TextTable {

  private final io.github.retention4j.internal.text.TextTable lines =
      io.github.retention4j.internal.text.TextTable.flushRight();

  TextTable line(String... cells) {
    lines.line(cells[0], Arrays.stream(cells).skip(1));
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
    return lines.toString();
  }
}
