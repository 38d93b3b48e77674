package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events of customers, at least one, with the end of observation. Immutable.
 *
 * <p>Held customer by customer: customers in the order of their ids, each one's events by day,
 * those of one day in the order of arrival. Every event lies before the end of observation, and all
 * amounts are of one currency. Made by {@link EventCollector}.
 */
public final class EventLog {

  private final CustomerId[] customers;
  private final int[] rowStart;
  private final int[] days;
  private final @Nullable Money @Nullable [] amounts;
  private final @Nullable Currency currency;
  private final LocalDate observationEndExclusive;

  EventLog(
      CustomerId[] customers,
      int[] rowStart,
      int[] days,
      @Nullable Money @Nullable [] amounts,
      @Nullable Currency currency,
      LocalDate observationEndExclusive) {
    this.customers = customers;
    this.rowStart = rowStart;
    this.days = days;
    this.amounts = amounts;
    this.currency = currency;
    this.observationEndExclusive = observationEndExclusive;
  }

  /**
   * Returns a log of events; the first that cannot be used ends the work.
   *
   * @param events the events, in any order, at least one
   * @param observationEndExclusive the first day about which nothing is known
   * @return the log
   * @throws IllegalArgumentException if there is no event, one lies on or after the end of
   *     observation, or currencies mix
   */
  public static EventLog of(Iterable<Event> events, LocalDate observationEndExclusive) {
    EventCollector collector = EventCollector.until(observationEndExclusive);
    events.forEach(collector::add);
    return collector.toLog();
  }

  /**
   * Returns a log of events; the first that cannot be used ends the work.
   *
   * @param events the events, in any order, at least one
   * @param observationEndExclusive the first day about which nothing is known
   * @return the log
   * @throws IllegalArgumentException if there is no event, one lies on or after the end of
   *     observation, or currencies mix
   */
  public static EventLog of(Stream<Event> events, LocalDate observationEndExclusive) {
    Iterator<Event> iterator = events.iterator();
    return of(() -> iterator, observationEndExclusive);
  }

  /**
   * Returns the number of events.
   *
   * @return at least 1
   */
  public int size() {
    return days.length;
  }

  /**
   * Returns the first day about which nothing is known.
   *
   * @return the end of observation
   */
  public LocalDate observationEndExclusive() {
    return observationEndExclusive;
  }

  /**
   * Returns the days from the first event to the end of observation: what an axis has to cover.
   *
   * @return the observed days
   */
  public DateRange observed() {
    int first =
        IntStream.range(0, customers.length).map(row -> days[rowStart[row]]).min().orElseThrow();
    return new DateRange(LocalDate.ofEpochDay(first), observationEndExclusive);
  }

  /**
   * Returns the customers.
   *
   * @return in the order of their ids, at least one
   */
  public List<CustomerId> customers() {
    return List.of(customers);
  }

  /**
   * Returns the currency of the amounts.
   *
   * @return the one currency; empty if no event has an amount
   */
  public Optional<Currency> currency() {
    return Optional.ofNullable(currency);
  }

  /**
   * Returns all events.
   *
   * @return by customer, then by day, then in the order of arrival
   */
  public Stream<Event> events() {
    return IntStream.range(0, customers.length).boxed().flatMap(this::eventsOfRow);
  }

  private Stream<Event> eventsOfRow(int row) {
    return IntStream.range(rowStart[row], rowStart[row + 1])
        .mapToObj(i -> new Event(customers[row], LocalDate.ofEpochDay(days[i]), amountAt(i)));
  }

  private Optional<Money> amountAt(int event) {
    return amounts == null ? Optional.empty() : Optional.ofNullable(amounts[event]);
  }

  int rows() {
    return customers.length;
  }

  CustomerId customer(int row) {
    return customers[Objects.checkIndex(row, customers.length)];
  }

  int eventsStart(int row) {
    return rowStart[row];
  }

  int eventsEnd(int row) {
    return rowStart[row + 1];
  }

  int epochDayAt(int event) {
    return days[event];
  }
}
