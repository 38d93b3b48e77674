package io.github.retention4j.feedback;

import java.util.Locale;

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

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }

  static void unit(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be from 0 to 1");
    }
  }

  static void count(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " (" + count + ") must not be negative");
    }
  }

  static void name(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " (" + text + ") must not be blank");
    }
  }

  /** Checks how many scores count as the top. */
  static void top(int top, ScoreScale scale) {
    if (top < 1 || top >= scale.steps()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "top (%d) must be from 1 to %d on a scale of %s",
              top,
              scale.steps() - 1,
              scale));
    }
  }
}
