package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that a customer did on a day: a purchase, a log-in, a payment.
 *
 * @param customer who
 * @param date when, in the zone of the business
 * @param amount what was paid, negative for a refund; empty where no money moved or none is known
 */
public record Event(CustomerId customer, LocalDate date, Optional<Money> amount) {

  /**
   * Checks that nothing is null.
   *
   * @param customer who
   * @param date when
   * @param amount what was paid, or empty
   */
  public Event {
    requireNonNull(customer, "customer");
    requireNonNull(date, "date");
    requireNonNull(amount, "amount");
  }

  /**
   * Returns an event without an amount.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @return the event
   */
  public static Event of(CustomerId customer, LocalDate date) {
    return new Event(customer, date, Optional.empty());
  }

  /**
   * Returns an event with an amount.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @param amount what was paid, negative for a refund
   * @return the event
   */
  public static Event of(CustomerId customer, LocalDate date, Money amount) {
    return new Event(customer, date, Optional.of(amount));
  }
}
