package io.github.retention4j.survival;

import java.util.OptionalDouble;

/** What arguments of lifetime models must be. */
final class LifetimeChecks {

  private static final double LEAST_PARAMETER = 1e-100;
  private static final double MOST_PARAMETER = 1e100;

  private LifetimeChecks() {}

  /** A parameter over 0: beyond these bounds the functions of models would leave the doubles. */
  static void parameter(String name, double value) {
    positive(name, value);
    if (value < LEAST_PARAMETER || value > MOST_PARAMETER) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from " + LEAST_PARAMETER + " to " + MOST_PARAMETER);
    }
  }

  /** A parameter of either sign. */
  static void signedParameter(String name, double value) {
    finite(name, value);
    if (Math.abs(value) > MOST_PARAMETER) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from " + -MOST_PARAMETER + " to " + MOST_PARAMETER);
    }
  }

  static void time(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 0 or more, and finite");
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " (" + value + ") must be over 0 and finite");
    }
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }

  static void number(String name, double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be a number");
    }
  }

  static void number(String name, OptionalDouble value) {
    value.ifPresent(known -> number(name, known));
  }

  static void share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be over 0 and under 1");
    }
  }

  /** The log of the share that reaches an age; not minus infinity. */
  static double reached(LifetimeModel model, double age) {
    time("age", age);
    double log = model.logSurvival(age);
    if (log == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException("age (" + age + ") must be one that some reach");
    }
    return log;
  }

  /** A time that may turn out to be more than a double holds. */
  static OptionalDouble held(double time) {
    return Double.isInfinite(time) ? OptionalDouble.empty() : OptionalDouble.of(time);
  }

  /** The cumulative hazard by which a share has left. */
  static double hazardBy(double share) {
    share("share", share);
    return -Math.log1p(-share);
  }
}
