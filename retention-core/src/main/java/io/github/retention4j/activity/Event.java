package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that a customer did: a purchase, a log-in, a payment.
 *
 * @param customer who
 * @param date on which day, in the zone of the business
 * @param instant when exactly, to the second; empty where only the day is known
 * @param kind what it was, such as {@code signup}; empty where all events are of one kind
 * @param amount what was paid, negative for a refund; empty where no money moved or none is known
 */
public record Event(
    CustomerId customer,
    LocalDate date,
    Optional<Instant> instant,
    Optional<String> kind,
    Optional<Money> amount) {

  /**
   * Checks that nothing is null and a kind not blank, and cuts the instant to the second.
   *
   * @param customer who
   * @param date on which day
   * @param instant when exactly, or empty
   * @param kind what it was, or empty
   * @param amount what was paid, or empty
   * @throws IllegalArgumentException if the kind is blank
   */
  public Event {
    requireNonNull(customer, "customer");
    requireNonNull(date, "date");
    requireNonNull(amount, "amount");
    instant = instant.map(exact -> Instant.ofEpochSecond(exact.getEpochSecond()));
    kind.ifPresent(name -> requireNotBlank(name, customer));
  }

  private static void requireNotBlank(String kind, CustomerId customer) {
    if (kind.isBlank()) {
      throw new IllegalArgumentException(
          "kind (" + kind + ") of an event of customer " + customer + " must not be blank");
    }
  }

  /**
   * Returns an event on a day.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @return the event
   */
  public static Event of(CustomerId customer, LocalDate date) {
    return new Event(customer, date, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns an event on a day, with an amount.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @param amount what was paid, negative for a refund
   * @return the event
   */
  public static Event of(CustomerId customer, LocalDate date, Money amount) {
    return of(customer, date).withAmount(amount);
  }

  /**
   * Returns an event at an instant.
   *
   * @param customer who
   * @param instant when; fractions of a second are cut off
   * @param zone the zone of the business, in which the instant has its day
   * @return the event
   */
  public static Event of(CustomerId customer, Instant instant, BusinessZone zone) {
    return new Event(
        customer, zone.dateOf(instant), Optional.of(instant), Optional.empty(), Optional.empty());
  }

  /**
   * Says what it was.
   *
   * @param newKind such as {@code signup}; not blank
   * @return the same event of that kind
   * @throws IllegalArgumentException if the kind is blank
   */
  public Event withKind(String newKind) {
    return new Event(customer, date, instant, Optional.of(newKind), amount);
  }

  /**
   * Says what was paid.
   *
   * @param newAmount the amount, negative for a refund
   * @return the same event with that amount
   */
  public Event withAmount(Money newAmount) {
    return new Event(customer, date, instant, kind, Optional.of(newAmount));
  }
}
