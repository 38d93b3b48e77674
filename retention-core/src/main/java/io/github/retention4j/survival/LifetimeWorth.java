package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;

/**
 * A time in money: times what a customer pays in a unit of it. The price is taken as known, and
 * nothing is discounted.
 *
 * @param estimate the worth
 * @param lower the lower end of its interval
 * @param upper the upper end
 * @param level the confidence level
 */
public record LifetimeWorth(
    MonetaryEstimate estimate, MonetaryEstimate lower, MonetaryEstimate upper, double level) {

  /**
   * Checks the ends.
   *
   * @param estimate the worth
   * @param lower the lower end of its interval
   * @param upper the upper end
   * @param level the confidence level
   * @throws IllegalArgumentException if the ends are swapped, currencies differ or the level is not
   *     between 0 and 1
   */
  public LifetimeWorth {
    requireNonNull(estimate, "estimate");
    if (lower.compareTo(upper) > 0) {
      throw new IllegalArgumentException(
          "lower (" + lower + ") must not be above upper (" + upper + ")");
    }
    CurveOptions.requireLevel(level);
  }

  static LifetimeWorth of(MonetaryEstimate price, double time, ConfidenceInterval interval) {
    MonetaryEstimate first = price.times(interval.lower());
    MonetaryEstimate second = price.times(interval.upper());
    boolean ordered = first.compareTo(second) <= 0;
    return new LifetimeWorth(
        price.times(time), ordered ? first : second, ordered ? second : first, interval.level());
  }
}
