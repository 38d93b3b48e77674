package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.text.TextTable;
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

  /**
   * Returns who moved how much when.
   *
   * @return for example {@code acme USD 20.00 in [2024-02-01, 2024-03-01)}
   */
  @Override
  public String toString() {
    return customer + " " + TextTable.amount(amount) + " in " + days;
  }
}
