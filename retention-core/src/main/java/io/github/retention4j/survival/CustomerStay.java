package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * From when to when a customer was one, as a contract has it.
 *
 * @param customer who
 * @param start the first day
 * @param endExclusive the first day on which it no longer was one; empty if no end is known
 */
public record CustomerStay(CustomerId customer, LocalDate start, Optional<LocalDate> endExclusive) {

  /**
   * Checks that there is a day in it.
   *
   * @param customer who
   * @param start the first day
   * @param endExclusive the first day on which it no longer was one
   * @throws IllegalArgumentException if the end is not after the start
   */
  public CustomerStay {
    requireNonNull(customer, "customer");
    requireNonNull(start, "start");
    requireNonNull(endExclusive, "endExclusive");
    if (endExclusive.isPresent() && !endExclusive.get().isAfter(start)) {
      throw new IllegalArgumentException(
          "endExclusive ("
              + endExclusive.get()
              + ") of customer "
              + customer
              + " must be after its start ("
              + start
              + ")");
    }
  }
}
