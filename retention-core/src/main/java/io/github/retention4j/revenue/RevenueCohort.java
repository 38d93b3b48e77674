package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;

/**
 * The customers whose revenue began in one period.
 *
 * @param label the name of the period, such as {@code 2024-02}
 * @param days the days of the period
 * @param size how many customers, at least 1
 * @param start their revenue at the close of that period, over zero
 */
public record RevenueCohort(String label, DateRange days, long size, Money start) {

  /**
   * Checks that there is a customer.
   *
   * @param label the name of the period
   * @param days the days of the period
   * @param size how many customers
   * @param start their revenue at the close of that period
   * @throws IllegalArgumentException if there is no customer or no revenue
   */
  public RevenueCohort {
    requireNonNull(label, "label");
    requireNonNull(days, "days");
    if (size < 1) {
      throw new IllegalArgumentException("size (" + size + ") must be at least 1");
    }
    if (start.signum() <= 0) {
      throw new IllegalArgumentException("start (" + start + ") must be over zero");
    }
  }
}
