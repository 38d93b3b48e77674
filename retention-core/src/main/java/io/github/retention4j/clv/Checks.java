package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.CompoundedRate;
import java.util.Currency;

/** The conditions that several doors of this package share. */
final class Checks {

  private Checks() {}

  static void retention(double retention) {
    if (!(retention >= 0 && retention <= 1)) {
      throw new IllegalArgumentException("retention (" + retention + ") must be in [0, 1]");
    }
  }

  static CompoundedRate samePeriod(PeriodicMargin margin, CompoundedRate retention) {
    if (retention.per() != margin.per()) {
      throw new IllegalArgumentException(
          "retention.per ("
              + retention.per()
              + ") must be that of the margin, "
              + margin.per()
              + ": convert the rate first, by compoundedTo("
              + margin.per()
              + ")");
    }
    return retention;
  }

  static void samePeriod(PeriodicMargin margin, RetentionCurve curve) {
    if (curve.per() != margin.per()) {
      throw new IllegalArgumentException(
          "curve.per (" + curve.per() + ") must be that of the margin, " + margin.per());
    }
  }

  static double marginShare(double marginShare) {
    if (!(marginShare <= 1) || Double.isInfinite(marginShare)) {
      throw new IllegalArgumentException(
          "marginShare (" + marginShare + ") must be finite and at most 1");
    }
    return marginShare;
  }

  static double growth(double growth) {
    if (!(growth > -1) || Double.isInfinite(growth)) {
      throw new IllegalArgumentException("growth (" + growth + ") must be finite and over -1");
    }
    return growth + 0.0; // -0.0 is 0.0, so that equal terms are equal records
  }

  static double level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    return level;
  }

  static void acquisitionCost(MonetaryEstimate acquisitionCost) {
    requireNonNull(acquisitionCost, "acquisitionCost");
    if (!(acquisitionCost.amount() > 0)) {
      throw new IllegalArgumentException(
          "acquisitionCost (" + acquisitionCost + ") must be above 0");
    }
  }

  static void sameCurrency(Currency expected, Currency actual) {
    if (!actual.equals(expected)) {
      throw new CurrencyMismatchException(expected, actual);
    }
  }
}
