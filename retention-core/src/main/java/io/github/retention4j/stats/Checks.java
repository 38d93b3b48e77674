package io.github.retention4j.stats;

/** Checks that several types share. */
final class Checks {

  private Checks() {}

  static double level(double level) {
    return open("level", level);
  }

  static double open(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be over 0 and under 1");
    }
    return value;
  }

  static void unit(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be from 0 to 1");
    }
  }

  static void name(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " (" + text + ") must not be blank");
    }
  }
}
