package io.github.retention4j.concentration;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;

/**
 * A customer and its amount.
 *
 * @param customer who
 * @param amount the exact amount
 */
public record CustomerAmount(CustomerId customer, Money amount) {

  /**
   * Checks that both are there.
   *
   * @param customer who
   * @param amount the exact amount
   */
  public CustomerAmount {
    requireNonNull(customer, "customer");
    requireNonNull(amount, "amount");
  }
}
