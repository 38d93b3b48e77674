package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;

/**
 * What a customer is worth a month.
 *
 * @param customer the customer
 * @param monthly its monthly recurring revenue, zero or more
 */
public record CustomerRevenue(CustomerId customer, Money monthly) {

  /**
   * Checks the amount.
   *
   * @param customer the customer
   * @param monthly its monthly recurring revenue
   * @throws IllegalArgumentException if it is negative
   */
  public CustomerRevenue {
    requireNonNull(customer, "customer");
    if (monthly.signum() < 0) {
      throw new IllegalArgumentException(
          "monthly (" + monthly + ") of customer " + customer + " must not be negative");
    }
  }
}
