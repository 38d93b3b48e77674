package io.github.retention4j.purchase;

import java.util.Optional;

/** Checks that the types of evaluation share. */
final class PurchaseChecks {

  private static final double LEAST_PARAMETER = 1e-100;
  private static final double MOST_PARAMETER = 1e100;

  private PurchaseChecks() {}

  static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least 1");
    }
    return value;
  }

  static void count(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 0 or more");
    }
  }

  static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least 1");
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be over 0 and finite");
    }
  }

  /** A parameter of a model: beyond these bounds its functions would leave the doubles. */
  static void parameter(String name, double value) {
    positive(name, value);
    if (value < LEAST_PARAMETER || value > MOST_PARAMETER) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from " + LEAST_PARAMETER + " to " + MOST_PARAMETER);
    }
  }

  static void amount(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and 0 or more");
    }
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }

  static void level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
  }

  static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be from 0 to 1");
    }
  }

  static PurchaseHoldout holdout(PurchaseSample sample) {
    return sample
        .holdout()
        .orElseThrow(
            () -> new IllegalArgumentException("sample (" + sample + ") must have a holdout"));
  }

  static PurchaseSpend spend(Object sample, Optional<PurchaseSpend> spend) {
    return spend.orElseThrow(
        () -> new IllegalArgumentException("sample (" + sample + ") must have mean spends"));
  }
}
