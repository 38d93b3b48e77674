package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Revenue that cannot be converted for want of a rate.
 *
 * @param customer whose revenue
 * @param currency in which currency
 * @param date the first day on which the rate is wanted
 */
public record MissingRate(CustomerId customer, Currency currency, LocalDate date) {

  /**
   * Checks that nothing is null.
   *
   * @param customer whose revenue
   * @param currency in which currency
   * @param date the first day on which the rate is wanted
   */
  public MissingRate {
    requireNonNull(customer, "customer");
    requireNonNull(currency, "currency");
    requireNonNull(date, "date");
  }
}
