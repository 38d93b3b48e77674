package io.github.retention4j.economics;

import io.github.retention4j.clv.ValuationTerms;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import java.util.Currency;
import java.util.OptionalDouble;

/** The conditions that several doors of this package share. */
final class Checks {

  private static final double MOST_HEADS = 1e15;

  private Checks() {}

  static double unit(String name, double value) {
    return inRange(name, value, 0, 1);
  }

  static double inRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from " + number(least) + " to " + number(most));
    }
    return value;
  }

  private static String number(double whole) {
    return String.valueOf((long) whole);
  }

  static double notNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and at least 0");
    }
    return value;
  }

  /** No more than could be counted one by one in a double, so that sums of them stay finite. */
  static double heads(String name, double value) {
    return inRange(name, value, 0, MOST_HEADS);
  }

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }

  static void finite(String name, OptionalDouble value) {
    value.ifPresent(it -> finite(name, it));
  }

  static void withoutGrowth(ValuationTerms terms) {
    if (terms.growth() != 0) {
      throw new IllegalArgumentException(
          "terms.growth (" + terms.growth() + ") must be 0: the forms here know no growing margin");
    }
  }

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite and above 0");
    }
    return value;
  }

  static long count(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " (" + value + ") must be at least 0");
    }
    return value;
  }

  static void positive(String name, MonetaryEstimate amount) {
    if (!(amount.amount() > 0)) {
      throw new IllegalArgumentException(name + " (" + amount + ") must be above 0");
    }
  }

  static void notNegative(String name, MonetaryEstimate amount) {
    if (!(amount.amount() >= 0)) {
      throw new IllegalArgumentException(name + " (" + amount + ") must be at least 0");
    }
  }

  static double level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    return level;
  }

  static void sameCurrency(Currency expected, MonetaryEstimate amount) {
    if (!amount.currency().equals(expected)) {
      throw new CurrencyMismatchException(expected, amount.currency());
    }
  }
}
