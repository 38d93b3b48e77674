package io.github.retention4j.survival;

import java.util.OptionalDouble;

/** What arguments of lifetime models must be. */
final class LifetimeChecks {

  private LifetimeChecks() {}

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
