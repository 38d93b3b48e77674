package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;

/**
 * What waiting costs: money one period from now is worth {@code 1 / (1 + d)} of the same money now.
 *
 * <p>The rate belongs to its period. A yearly rate is never used per month: {@link #per} compounds
 * it, and every calculator here asks for the rate of the period that it works in.
 *
 * @param rate the rate d as a fraction, 0.10 for 10 %; zero or more, finite. A negative rate, by
 *     which money gains from waiting, is refused: the sums over an endless life need not converge
 * @param per the period in which it is charged once
 */
public record DiscountRate(double rate, Granularity per) {

  /** Nothing is discounted: zero, in whatever period. */
  public static final DiscountRate NONE = new DiscountRate(0, Granularity.YEAR);

  /**
   * Checks the rate.
   *
   * @param rate the rate d as a fraction
   * @param per the period in which it is charged once
   * @throws IllegalArgumentException if the rate is negative, infinite or NaN
   */
  public DiscountRate {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("rate (" + rate + ") must be finite and at least 0");
    }
    requireNonNull(per, "per");
    rate = Math.abs(rate); // -0.0 is 0.0, so that equal rates are equal records
  }

  /**
   * Returns a yearly rate, as rates are mostly quoted.
   *
   * @param rate the rate as a fraction, zero or more
   * @return the rate per year
   * @throws IllegalArgumentException if the rate is negative, infinite or NaN
   */
  public static DiscountRate yearly(double rate) {
    return new DiscountRate(rate, Granularity.YEAR);
  }

  /**
   * Returns the rate of another period that discounts by as much in the long run.
   *
   * <pre>{@code (1 + d)^k - 1}</pre>
   *
   * <p>k is the length of the other period in units of this one's. Example: 10 % a year is 0.797 %
   * a month, not 0.833 %. Zero is zero in every period, also between periods without a fixed ratio.
   *
   * @param period the period wanted
   * @return the rate of that period
   * @throws IllegalArgumentException if the rate is not zero and no exact ratio of the two periods
   *     exists, as between a year and a week: state the rate per week then
   */
  public DiscountRate per(Granularity period) {
    requireNonNull(period, "period");
    if (rate == 0 || period == per) {
      return new DiscountRate(rate, period);
    }
    if (!period.convertsTo(per)) {
      throw new IllegalArgumentException(
          "period ("
              + period
              + ") must have an exact ratio to that of the discount rate, "
              + per
              + ": state the rate "
              + "per "
              + period
              + " instead");
    }
    return new DiscountRate(Math.expm1(period.lengthIn(per) * Math.log1p(rate)), period);
  }

  /** The rate, as a fraction, of a calendar period that is given a fixed length. */
  double rateOver(TimeScale length) {
    Granularity period =
        switch (length) {
          case DAY -> Granularity.DAY;
          case WEEK -> Granularity.WEEK;
          case THIRTY_DAYS, MEAN_MONTH -> Granularity.MONTH;
          case YEAR_OF_365_DAYS, MEAN_YEAR -> Granularity.YEAR;
        };
    return per(period).rate();
  }

  /**
   * Returns the rate with its period.
   *
   * @return for example {@code 0.1 a year}, or {@code none}
   */
  @Override
  public String toString() {
    return rate == 0 ? "none" : rate + " " + per.perUnit();
  }
}
