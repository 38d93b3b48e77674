package io.github.retention4j.renewal;

/** The questions that every model asks of its arguments. */
final class Checks {

  private Checks() {}

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and over 0");
    }
    return value;
  }

  static double share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be between 0 and 1");
    }
    return value;
  }

  static long count(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 0 or more");
    }
    return value;
  }

  static double ahead(double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("ahead (" + value + ") must be finite and 0 or more");
    }
    return value;
  }

  static long period(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("period (" + value + ") must be 1 or more");
    }
    return value;
  }
}
