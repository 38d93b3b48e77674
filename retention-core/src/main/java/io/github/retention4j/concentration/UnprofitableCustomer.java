package io.github.retention4j.concentration;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;

/**
 * A customer that costs more than it brings.
 *
 * @param customer who
 * @param margin what it brings
 * @param costToServe what serving it costs
 */
public record UnprofitableCustomer(CustomerId customer, Money margin, Money costToServe) {

  /**
   * Checks that it costs more than it brings.
   *
   * @param customer who
   * @param margin what it brings
   * @param costToServe what serving it costs
   * @throws IllegalArgumentException if the cost is not over the margin
   */
  public UnprofitableCustomer {
    requireNonNull(customer, "customer");
    if (costToServe.compareTo(margin) <= 0) {
      throw new IllegalArgumentException(
          "costToServe (" + costToServe + ") must be over margin (" + margin + ")");
    }
  }

  /**
   * Returns what is left.
   *
   * @return margin - cost to serve, under zero
   */
  public Money marginAfterCost() {
    return margin.minus(costToServe);
  }
}
