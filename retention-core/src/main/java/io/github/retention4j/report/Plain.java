package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

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
}
