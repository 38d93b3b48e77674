package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** Reads decimal digits, and names what cannot be read. */
final class Digits {

  private Digits() {}

  static BigDecimal parse(String name, String digits) {
    requireNonNull(digits, name);
    try {
      return new BigDecimal(digits.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " (" + digits + ") must be decimal digits such as 0.5", e);
    }
  }
}
