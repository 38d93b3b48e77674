package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.Money;

/**
 * The revenue and the customers that were lost for a reason.
 *
 * @param reason the reason
 * @param revenue what they had before, zero or more
 * @param customers how many were lost
 */
public record LossByReason(LossReason reason, Money revenue, long customers) {

  /**
   * Checks the loss.
   *
   * @param reason the reason
   * @param revenue what they had before
   * @param customers how many were lost
   * @throws IllegalArgumentException if an amount or a count is negative
   */
  public LossByReason {
    requireNonNull(reason, "reason");
    if (revenue.signum() < 0) {
      throw new IllegalArgumentException("revenue (" + revenue + ") must be zero or more");
    }
    if (customers < 0) {
      throw new IllegalArgumentException("customers (" + customers + ") must be 0 or more");
    }
  }

  /**
   * Returns the loss and its reason.
   *
   * @return for example {@code USD 20.00 of 2 customers, VOLUNTARY}
   */
  @Override
  public String toString() {
    return TextTable.amount(revenue)
        + " of "
        + customers
        + (customers == 1 ? " customer, " : " customers, ")
        + reason;
  }
}
