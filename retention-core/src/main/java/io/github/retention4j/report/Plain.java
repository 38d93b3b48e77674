package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** Text that others wrote. */
final class Plain {

  private Plain() {}

  static String requireText(String name, String text) {
    requireNonNull(text, name);
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " (" + text + ") must not be blank");
    }
    return text;
  }

  /** Shows control characters, line separators and turns of direction as their escapes. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                line.append("\\n");
              } else if (c == '\t') {
                line.append("\\t");
              } else if (breaksLine(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                line.appendCodePoint(c);
              }
            });
    return line.toString();
  }

  private static boolean breaksLine(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
