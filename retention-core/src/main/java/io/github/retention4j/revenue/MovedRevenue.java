package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;

/**
 * A customer's part in a movement.
 *
 * @param customer who
 * @param days the period of the grid in which it moved
 * @param amount how much; over zero, foreign exchange may be negative
 */
public record MovedRevenue(CustomerId customer, DateRange days, Money amount) {

  /**
   * Checks that nothing is null.
   *
   * @param customer who
   * @param days the period of the grid in which it moved
   * @param amount how much
   */
  public MovedRevenue {
    requireNonNull(customer, "customer");
    requireNonNull(days, "days");
    requireNonNull(amount, "amount");
  }
}
