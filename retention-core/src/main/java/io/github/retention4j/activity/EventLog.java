package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.DayClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Events of customers, at least one, with the end of observation. Immutable.
 *
 * <p>Held in columns, customer by customer: customers known by text in the order of the text, those
 * known by number in an order that hangs on the numbers alone; each one's events by time, those of
 * one time in the order of arrival. Every event lies before the end of observation, all amounts are
 * of one currency, and either all events have an instant or none. Events may carry attributes, and
 * the log those of its customers. Made by the factories here, or by an {@link EventCollector} where
 * faults are to be collected.
 */
public final class EventLog {

  private final CustomerKeys customers;
  private final int[] rowStart;
  private final EventColumns columns;
  private final LocalDate observationEndExclusive;
  private final SortedMap<String, Segmentation> customerAttributes;

  EventLog(
      CustomerKeys customers,
      int[] rowStart,
      EventColumns columns,
      LocalDate observationEndExclusive,
      SortedMap<String, Segmentation> customerAttributes) {
    this.customers = customers;
    this.rowStart = rowStart;
    this.columns = columns;
    this.observationEndExclusive = observationEndExclusive;
    this.customerAttributes = customerAttributes;
  }

  /**
   * Returns a log of events; the first that cannot be used ends the work.
   *
   * @param events the events, in any order, at least one
   * @param observationEndExclusive the first day about which nothing is known
   * @return the log
   * @throws IllegalArgumentException if there is no event, or one that {@link EventCollector}
   *     refuses
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
   * @throws IllegalArgumentException if there is no event, or one that {@link EventCollector}
   *     refuses
   */
  public static EventLog of(Stream<Event> events, LocalDate observationEndExclusive) {
    Iterator<Event> iterator = events.iterator();
    return of(() -> iterator, observationEndExclusive);
  }

  /**
   * Returns a log of events on days, of customers known by number. The arrays are copied.
   *
   * @param customers who, one for each event, at least one
   * @param epochDays when, as days since 1970-01-01 in the zone of the business
   * @param observationEndExclusive the first day about which nothing is known
   * @return the log
   * @throws IllegalArgumentException if the arrays are empty or differ in length, or a day is not
   *     before the end of observation
   */
  public static EventLog ofDays(
      long[] customers, int[] epochDays, LocalDate observationEndExclusive) {
    requireEvents(customers.length, epochDays.length, "epochDays");
    EpochDays.of("observationEndExclusive", observationEndExclusive);
    requireObserved(customers, epochDays, observationEndExclusive);
    return ofNumbers(customers, EventColumns.of(epochDays.clone(), null), observationEndExclusive);
  }

  /**
   * Returns a log of events at instants, of customers known by number. The arrays are copied.
   *
   * @param customers who, one for each event, at least one
   * @param epochSeconds when, as seconds since 1970-01-01T00:00:00Z
   * @param zone the zone of the business, in which an instant has its day
   * @param observationEndExclusive the first day about which nothing is known
   * @return the log
   * @throws IllegalArgumentException if the arrays are empty or differ in length, a day is not
   *     before the end of observation, or the instants span more than 136 years
   */
  public static EventLog ofInstants(
      long[] customers, long[] epochSeconds, BusinessZone zone, LocalDate observationEndExclusive) {
    requireEvents(customers.length, epochSeconds.length, "epochSeconds");
    EpochDays.of("observationEndExclusive", observationEndExclusive);
    DateRange years =
        new DateRange(observationEndExclusive.minusYears(20), observationEndExclusive);
    DayClock clock = DayClock.of(zone, years);
    int[] days = new int[epochSeconds.length];
    Arrays.setAll(days, event -> EpochDays.of("date", clock.epochDayOf(epochSeconds[event])));
    requireObserved(customers, days, observationEndExclusive);
    return ofNumbers(
        customers, EventColumns.of(days, epochSeconds.clone()), observationEndExclusive);
  }

  /**
   * Returns the events of several logs, as if they had come through one door.
   *
   * @param parts the logs, at least one, with the same end of observation
   * @return one log of all their events, with the customer attributes of all parts
   * @throws IllegalArgumentException if there is no part, ends of observation, currencies or the
   *     use of instants differ, or a customer has two values of one attribute; the message names it
   */
  public static EventLog merged(List<EventLog> parts) {
    return LogMerge.of(parts);
  }

  private static EventLog ofNumbers(
      long[] customers, EventColumns columns, LocalDate observationEndExclusive) {
    long[] mixed = new long[customers.length];
    Arrays.setAll(mixed, event -> KeyMix.mix(customers[event]));
    CustomerKeys.Numbers rows = CustomerKeys.Numbers.distinct(mixed);
    int[] rowOf = new int[customers.length];
    Arrays.setAll(rowOf, event -> rows.find(mixed[event]));
    return LogLayout.log(
        rows, rowOf, columns, observationEndExclusive, Collections.emptySortedMap());
  }

  private static void requireEvents(int customers, int times, String name) {
    if (customers != times) {
      throw new IllegalArgumentException(
          name + " (" + times + ") must be as many as customers (" + customers + ")");
    }
    if (customers == 0) {
      throw new IllegalArgumentException("events (0) must be at least one");
    }
  }

  private static void requireObserved(long[] customers, int[] days, LocalDate end) {
    for (int event = 0; event < days.length; event++) {
      if (days[event] >= end.toEpochDay()) {
        throw new IllegalArgumentException(
            "date ("
                + LocalDate.ofEpochDay(days[event])
                + ") of customer "
                + customers[event]
                + " must be before the end of observation ("
                + end
                + ")");
      }
    }
  }

  /**
   * Returns the log with what is known of its customers, such as their plan. It stays with the
   * events that are filtered, split or merged.
   *
   * @param segmentation the value of each customer; takes the place of an earlier one of the same
   *     attribute
   * @return the same events with that attribute
   */
  public EventLog withCustomerAttribute(Segmentation segmentation) {
    SortedMap<String, Segmentation> more = new TreeMap<>(customerAttributes);
    more.put(segmentation.attribute(), segmentation);
    return new EventLog(customers, rowStart, columns, observationEndExclusive, more);
  }

  /**
   * Returns what is known of the customers.
   *
   * @param attribute such as {@code plan}
   * @return the value of each customer; empty if the log was never told
   */
  public Optional<Segmentation> customerAttribute(String attribute) {
    return Optional.ofNullable(customerAttributes.get(requireNonNull(attribute, "attribute")));
  }

  /**
   * Returns the events that match, over the same time of observation.
   *
   * @param condition which events to keep
   * @return a log of those; empty if none matches
   */
  public Optional<EventLog> filter(Predicate<Event> condition) {
    int[] kept = new int[size()];
    int events = 0;
    for (int row = 0; row < rows(); row++) {
      CustomerId customer = customers.id(row);
      for (int event = rowStart[row]; event < rowStart[row + 1]; event++) {
        if (condition.test(columns.event(customer, event))) {
          kept[events++] = event;
        }
      }
    }
    return part(Arrays.copyOf(kept, events));
  }

  /**
   * Returns the events of one kind, over the same time of observation.
   *
   * @param kind the kind
   * @return a log of those; empty if there are none
   */
  public Optional<EventLog> ofKind(String kind) {
    return part(columns.kinds().eventsWith(requireNonNull(kind, "kind"), size()));
  }

  /**
   * Splits the events by kind, over the same time of observation. Every event is in exactly one
   * part, while a customer may be in several.
   *
   * @return the events of each kind, in the order of the kinds, unmodifiable; those without a kind
   *     under {@link Segmentation#UNASSIGNED}
   */
  public SortedMap<String, EventLog> splitByKind() {
    return parts(columns.kinds());
  }

  /**
   * Returns the events that carry a value, over the same time of observation.
   *
   * @param attribute the name of an attribute of events, such as {@code browser}
   * @param value its value, compared to the letter
   * @return a log of those; empty if there are none
   */
  public Optional<EventLog> where(String attribute, String value) {
    requireNonNull(value, "value");
    return part(eventAttribute(attribute).eventsWith(value, size()));
  }

  /**
   * Splits the events by the value of an attribute that each carries, over the same time of
   * observation. Every event is in exactly one part, while a customer may be in several.
   *
   * <p>Start and return events must both carry the attribute where a table of each value is wanted:
   * a return without it belongs to no value's table. Of two sign-ups with {@code category} clothing
   * and purchases without a category, the table of clothing has 2 members and 0 returns. Without
   * empty values, such tables are
   *
   * <pre>{@code
   * SortedMap<String, EventLog> purchasesOf = purchases.split("category");
   * signUps.split("category").forEach((category, starts) -> {
   *   ActivityGrid returns = ActivityGrid.from(purchasesOf.get(category), axis);
   *   tables.put(category, calculator.calculate(ActivityGrid.from(starts, axis), returns));
   * });
   * }</pre>
   *
   * <p>and {@code CohortCalculator.calculateByEventValue} has them for all values.
   *
   * @param attribute the name of an attribute of events
   * @return the events of each value, in the order of the values, unmodifiable; those without the
   *     attribute under {@link Segmentation#UNASSIGNED}
   */
  public SortedMap<String, EventLog> split(String attribute) {
    return parts(eventAttribute(attribute));
  }

  private SortedMap<String, EventLog> parts(TextColumn column) {
    SortedMap<String, EventLog> parts = new TreeMap<>();
    column
        .groups(size(), Segmentation.UNASSIGNED)
        .forEach((value, events) -> parts.put(value, part(events).orElseThrow()));
    return Collections.unmodifiableSortedMap(parts);
  }

  /**
   * Divides the customers by the value that one event of each carries, for a breakdown by customer.
   *
   * @param attribute the name of an attribute of events, such as {@code browser}
   * @param value of which event
   * @return the value of each customer whose event has one; the others are {@link
   *     Segmentation#UNASSIGNED}, all of them if no event has such an attribute
   * @throws IllegalArgumentException if the name is blank
   */
  public Segmentation segmentation(String attribute, AttributeValue value) {
    TextColumn values = eventAttribute(attribute);
    Map<CustomerId, String> segments = new HashMap<>();
    for (int row = 0; row < rows(); row++) {
      CustomerId customer = customers.id(row);
      int event = value == AttributeValue.AT_START ? rowStart[row] : rowStart[row + 1] - 1;
      values.get(event).ifPresent(segment -> segments.put(customer, segment));
    }
    return new Segmentation(attribute, segments);
  }

  private TextColumn eventAttribute(String attribute) {
    return columns.attribute(requireNonNull(attribute, "attribute"));
  }

  /** Returns some of the events, given in ascending order. */
  private Optional<EventLog> part(int[] events) {
    if (events.length == 0) {
      return Optional.empty();
    }
    int[] rows = new int[Math.min(events.length, rows())];
    int[] starts = new int[rows.length + 1];
    int count = 0;
    for (int i = 0; i < events.length; i++) {
      if (count == 0 || events[i] >= rowStart[rows[count - 1] + 1]) {
        rows[count++] = rowOf(events[i]);
      }
      starts[count] = i + 1;
    }
    return Optional.of(
        new EventLog(
            customers.select(Arrays.copyOf(rows, count)),
            Arrays.copyOf(starts, count + 1),
            columns.reordered(events),
            observationEndExclusive,
            customerAttributes));
  }

  private int rowOf(int event) {
    int found = Arrays.binarySearch(rowStart, event);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * Returns the number of events.
   *
   * @return at least 1
   */
  public int size() {
    return columns.size();
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
        IntStream.range(0, rows()).map(row -> epochDayAt(rowStart[row])).min().orElseThrow();
    return new DateRange(LocalDate.ofEpochDay(first), observationEndExclusive);
  }

  /**
   * Returns the customers.
   *
   * @return in the order of the log, at least one
   */
  public List<CustomerId> customers() {
    return IntStream.range(0, rows()).mapToObj(customers::id).toList();
  }

  /**
   * Returns the currency of the amounts.
   *
   * @return the one currency; empty if no event has an amount
   */
  public Optional<Currency> currency() {
    return Optional.ofNullable(columns.currency());
  }

  /**
   * Tells whether events have an instant, not only a day.
   *
   * @return true if all have one, false if none has
   */
  public boolean hasInstants() {
    return columns.hasInstants();
  }

  /**
   * Returns all events.
   *
   * @return by customer, then by time, then in the order of arrival
   */
  public Stream<Event> events() {
    return IntStream.range(0, rows()).boxed().flatMap(this::eventsOfRow);
  }

  private Stream<Event> eventsOfRow(int row) {
    CustomerId customer = customers.id(row);
    return IntStream.range(rowStart[row], rowStart[row + 1])
        .mapToObj(event -> columns.event(customer, event));
  }

  CustomerKeys keys() {
    return customers;
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int rows() {
    return customers.size();
  }

  /**
   * Returns the customer of a row.
   *
   * @param row from 0, in the order of the log
   * @return the customer
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CustomerId customer(int row) {
    return customers.id(Objects.checkIndex(row, customers.size()));
  }

  /**
   * Returns the row of a customer.
   *
   * @param customer the customer
   * @return its row; empty if it has no event
   */
  public OptionalInt rowOf(CustomerId customer) {
    int row = customers.rowOf(customer);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  EventColumns columns() {
    return columns;
  }

  SortedMap<String, Segmentation> customerAttributes() {
    return customerAttributes;
  }

  /**
   * Returns the number of a customer's first event. Numbers of events run through all rows, so that
   * a calculator walks from here to {@link #eventsEnd(int)} and makes no {@link Event}.
   *
   * @param row from 0
   * @return the event
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int eventsStart(int row) {
    return rowStart[Objects.checkIndex(row, customers.size())];
  }

  /**
   * Returns the number after that of a customer's last event.
   *
   * @param row from 0
   * @return where the customer's events end
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int eventsEnd(int row) {
    return rowStart[Objects.checkIndex(row, customers.size()) + 1];
  }

  /**
   * Returns the day of an event.
   *
   * @param event its number
   * @return days since 1970-01-01 in the zone of the business
   * @throws IndexOutOfBoundsException if there is no such event
   */
  public int epochDayAt(int event) {
    return columns.dayAt(event);
  }

  /**
   * Returns the amount of an event.
   *
   * @param event its number
   * @return the amount; empty if it is not known
   * @throws IndexOutOfBoundsException if there is no such event
   */
  public Optional<Money> amountAt(int event) {
    AmountColumn amounts = columns.amounts();
    Objects.checkIndex(event, size());
    return amounts == null ? Optional.empty() : amounts.get(event);
  }

  /**
   * Returns the instant of an event.
   *
   * @param event its number
   * @return seconds since 1970-01-01T00:00:00Z
   * @throws IllegalStateException if events have days only
   * @throws IndexOutOfBoundsException if there is no such event
   */
  public long epochSecondAt(int event) {
    return columns.secondAt(event);
  }
}
