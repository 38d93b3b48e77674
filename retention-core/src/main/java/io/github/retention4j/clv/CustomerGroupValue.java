package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;
import java.util.Optional;

/**
 * What the customers of a group, such as a cohort, are worth together.
 *
 * @param customers how many they are, at least 1
 * @param total the sum of their values; empty if that of one of them is infinite
 */
public record CustomerGroupValue(int customers, Optional<MonetaryEstimate> total) {

  /**
   * Checks the number.
   *
   * @param customers how many they are
   * @param total the sum of their values
   * @throws IllegalArgumentException if there is no customer
   */
  public CustomerGroupValue {
    requireNonNull(total, "total");
    if (customers < 1) {
      throw new IllegalArgumentException("customers (" + customers + ") must be at least 1");
    }
  }

  /**
   * Returns the mean value of a customer.
   *
   * @return total / customers; empty if the total is
   */
  public Optional<MonetaryEstimate> mean() {
    return total.map(sum -> sum.times(1.0 / customers));
  }

  /**
   * Returns the sum and how many it is of.
   *
   * @return for example {@code USD 1200.00 of 12 customers}
   */
  @Override
  public String toString() {
    return total.map(MonetaryEstimate::toString).orElse("no finite value")
        + " of "
        + customers
        + (customers == 1 ? " customer" : " customers");
  }
}
