package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a customer did: a purchase, a log-in, a payment.
 *
 * @param customer who
 * @param date on which day, in the zone of the business
 * @param instant when exactly, to the second; empty where only the day is known
 * @param kind what it was, such as {@code signup}; empty where all events are of one kind
 * @param amount what was paid, negative for a refund; empty where no money moved or none is known
 * @param attributes what else is known of it, as name and value, such as {@code browser} and {@code
 *     Firefox}; neither blank; in the order of the names
 */
public record Event(
    CustomerId customer,
    LocalDate date,
    Optional<Instant> instant,
    Optional<String> kind,
    Optional<Money> amount,
    SortedMap<String, String> attributes) {

  private static final SortedMap<String, String> NO_ATTRIBUTES = Collections.emptySortedMap();

  /**
   * Checks that nothing is null and no text blank, and cuts the instant to the second.
   *
   * @param customer who
   * @param date on which day
   * @param instant when exactly, or empty
   * @param kind what it was, or empty
   * @param amount what was paid, or empty
   * @param attributes what else is known of it
   * @throws IllegalArgumentException if the kind, or the name or value of an attribute is blank
   */
  public Event {
    requireNonNull(customer, "customer");
    requireNonNull(date, "date");
    requireNonNull(amount, "amount");
    requireNonNull(attributes, "attributes");
    instant = instant.map(exact -> Instant.ofEpochSecond(exact.getEpochSecond()));
    if (kind.isPresent()) {
      requireNotBlank("kind", kind.get(), customer);
    }
    attributes = attributes.isEmpty() ? NO_ATTRIBUTES : checked(attributes, customer);
  }

  private static SortedMap<String, String> checked(
      SortedMap<String, String> attributes, CustomerId customer) {
    SortedMap<String, String> copy = new TreeMap<>();
    attributes.forEach(
        (name, value) -> {
          requireNotBlank("name of an attribute", name, customer);
          requireNotBlank(name, value, customer);
          copy.put(name, value);
        });
    return Collections.unmodifiableSortedMap(copy);
  }

  private static void requireNotBlank(String what, String text, CustomerId customer) {
    requireNonNull(text, what);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          what + " (" + text + ") of an event of customer " + customer + " must not be blank");
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
    return new Event(
        customer, date, Optional.empty(), Optional.empty(), Optional.empty(), NO_ATTRIBUTES);
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
        customer,
        zone.dateOf(instant),
        Optional.of(instant),
        Optional.empty(),
        Optional.empty(),
        NO_ATTRIBUTES);
  }

  /**
   * Says what it was.
   *
   * @param newKind such as {@code signup}; not blank
   * @return the same event of that kind
   * @throws IllegalArgumentException if the kind is blank
   */
  public Event withKind(String newKind) {
    return new Event(customer, date, instant, Optional.of(newKind), amount, attributes);
  }

  /**
   * Says what was paid.
   *
   * @param newAmount the amount, negative for a refund
   * @return the same event with that amount
   */
  public Event withAmount(Money newAmount) {
    return new Event(customer, date, instant, kind, Optional.of(newAmount), attributes);
  }

  /**
   * Says what else is known of it.
   *
   * @param name such as {@code browser}; not blank
   * @param value such as {@code Firefox}; not blank; it takes the place of an earlier value
   * @return the same event with that attribute
   * @throws IllegalArgumentException if the name or the value is blank
   */
  public Event withAttribute(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new Event(customer, date, instant, kind, amount, more);
  }
}
