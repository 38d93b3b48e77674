package io.github.retention4j.renewal;

/** The questions that every model asks of its arguments. */
final class Checks {

  private static final double LEAST_PARAMETER = 1e-100;
  private static final double MOST_PARAMETER = 1e100;

  private Checks() {}

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and over 0");
    }
    return value;
  }

  /** A parameter of a model: beyond these bounds its functions would leave the doubles. */
  static void parameter(String name, double value) {
    positive(name, value);
    if (value < LEAST_PARAMETER || value > MOST_PARAMETER) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from " + LEAST_PARAMETER + " to " + MOST_PARAMETER);
    }
  }

  static double share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be between 0 and 1");
    }
    return value;
  }

  static void chance(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be from 0 to 1");
    }
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
