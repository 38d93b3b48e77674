package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.time.Granularity;

/**
 * What one customer who stays brings in one period, after the cost of serving that customer.
 *
 * @param amount the margin m; zero or negative where a customer costs more than it pays
 * @param per the period in which it comes once
 */
public record PeriodicMargin(MonetaryEstimate amount, Granularity per) {

  /**
   * Checks that both are there.
   *
   * @param amount the margin m
   * @param per the period in which it comes once
   */
  public PeriodicMargin {
    requireNonNull(amount, "amount");
    requireNonNull(per, "per");
  }

  /**
   * Returns the margin that a share of the revenue leaves.
   *
   * <p>Example: 250 a month at a margin share of 0.4 is a margin of 100 a month.
   *
   * @param revenue the revenue of one customer in one period
   * @param marginShare the part of revenue that is margin, at most 1; negative where serving costs
   *     more than is paid
   * @param per the period in which the revenue comes once
   * @return the margin
   * @throws IllegalArgumentException if the share is above 1, infinite or NaN
   */
  public static PeriodicMargin ofRevenue(
      MonetaryEstimate revenue, double marginShare, Granularity per) {
    return new PeriodicMargin(revenue.times(Checks.marginShare(marginShare)), per);
  }

  /**
   * Returns the sum of two margins of the same period, such as those of two products.
   *
   * @param other a margin of the same period and currency
   * @return this + other
   * @throws IllegalArgumentException if the periods differ
   * @throws CurrencyMismatchException if the currencies differ
   */
  public PeriodicMargin plus(PeriodicMargin other) {
    if (other.per != per) {
      throw new IllegalArgumentException("other.per (" + other.per + ") must be " + per);
    }
    return new PeriodicMargin(amount.plus(other.amount), per);
  }

  /**
   * Returns the amount with its period.
   *
   * @return for example {@code USD 100.00 a month}
   */
  @Override
  public String toString() {
    return amount + " " + per.perUnit();
  }
}
