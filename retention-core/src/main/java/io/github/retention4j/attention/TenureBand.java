package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.util.OptionalLong;

/**
 * Customers who have been there for a like time.
 *
 * @param fromMonths the least number of whole months, 0 or more
 * @param toMonthsExclusive the number under which they are; empty for the last band
 * @param customers how many, of all who had started
 */
public record TenureBand(long fromMonths, OptionalLong toMonthsExclusive, Proportion customers) {

  /**
   * Checks the order.
   *
   * @param fromMonths the least number of whole months
   * @param toMonthsExclusive the number under which they are
   * @param customers how many
   * @throws IllegalArgumentException if the band begins under 0 or has no length
   */
  public TenureBand {
    requireNonNull(customers, "customers");
    if (fromMonths < 0 || toMonthsExclusive.orElse(Long.MAX_VALUE) <= fromMonths) {
      throw new IllegalArgumentException(
          "months (" + fromMonths + " to under " + toMonthsExclusive + ") must rise from 0");
    }
  }

  /**
   * Returns the band and its customers.
   *
   * @return for example {@code 12 to under 24 months: 30/200 (15.00 %)}
   */
  @Override
  public String toString() {
    return fromMonths
        + (toMonthsExclusive.isPresent()
            ? " to under " + toMonthsExclusive.getAsLong() + " months: "
            : " months or more: ")
        + customers;
  }
}
