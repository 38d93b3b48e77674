package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * For each customer the first and the last period in which it was active, and nothing of those
 * between. Immutable.
 *
 * <p>That is all that some questions need, such as who was seen on day N or later, and on a fine
 * axis it is built faster than an {@link ActivityGrid} and takes less room. Rows are customers in
 * the same order as in a grid.
 *
 * <p>Example: events in January, March and April give the span January to April, a single event in
 * May the span May to May.
 *
 * <p>Two of them are equal if they have the same axis, end of observation, customers and spans,
 * however they were built.
 */
public final class ActivitySpans {

  /** The first active period of each customer, and the last if it is another one. */
  private final ActivityGrid ends;

  private ActivitySpans(ActivityGrid ends) {
    this.ends = ends;
  }

  /**
   * Returns the spans of a grid.
   *
   * @param grid the activity
   * @return the first and last active period of each of its customers
   */
  public static ActivitySpans from(ActivityGrid grid) {
    return new ActivitySpans(
        new ActivityGrid(
            grid.axis(), grid.observationEndExclusive(), grid.keys(), grid.cells().firstAndLast()));
  }

  /**
   * Returns the spans of a log.
   *
   * @param log the events
   * @param axis periods that cover every event
   * @param work how many threads, and who is told of the progress
   * @return the spans, the same for any number of threads
   * @throws IllegalArgumentException if an event lies off the axis; the message names the customer
   */
  public static ActivitySpans from(EventLog log, PeriodAxis axis, Work work) {
    ObservedAxis frame = new ObservedAxis(axis, log.observationEndExclusive());
    KeyIndex index = new KeyIndex();
    return of(frame, frame.events(log, index.keysOf(log.keys())), index, work);
  }

  /**
   * Returns the spans of events on days, of customers known by number.
   *
   * @param customers who, one for each event, at least one
   * @param epochDays when, as days since 1970-01-01 in the zone of the business
   * @param axis periods that cover every event
   * @param observationEndExclusive the first day about which nothing is known
   * @param work how many threads, and who is told of the progress
   * @return the spans, the same for any number of threads and order of events
   * @throws IllegalArgumentException if the arrays are empty or differ in length, or a day is off
   *     the axis or not before the end of observation; the message names the customer
   */
  public static ActivitySpans ofDays(
      long[] customers,
      int[] epochDays,
      PeriodAxis axis,
      LocalDate observationEndExclusive,
      Work work) {
    ObservedAxis frame = new ObservedAxis(axis, observationEndExclusive);
    return ofNumbers(frame, frame.events(customers, epochDays), work);
  }

  /**
   * Returns the spans of events at instants, of customers known by number.
   *
   * @param customers who, one for each event, at least one
   * @param epochSeconds when, as seconds since 1970-01-01T00:00:00Z
   * @param zone the zone of the business, in which an instant has its day
   * @param axis periods that cover every event
   * @param observationEndExclusive the first day about which nothing is known
   * @param work how many threads, and who is told of the progress
   * @return the spans, the same for any number of threads and order of events
   * @throws IllegalArgumentException if the arrays are empty or differ in length, or a day is off
   *     the axis or not before the end of observation; the message names the customer
   */
  public static ActivitySpans ofInstants(
      long[] customers,
      long[] epochSeconds,
      BusinessZone zone,
      PeriodAxis axis,
      LocalDate observationEndExclusive,
      Work work) {
    ObservedAxis frame = new ObservedAxis(axis, observationEndExclusive);
    return ofNumbers(frame, frame.events(customers, epochSeconds, zone), work);
  }

  private static ActivitySpans ofNumbers(ObservedAxis frame, CellSource events, Work work) {
    if (events.size() == 0) {
      throw new IllegalArgumentException("events (0) must be at least one");
    }
    KeyIndex index = new KeyIndex();
    index.useNumbers();
    return of(frame, events, index, work);
  }

  private static ActivitySpans of(
      ObservedAxis frame, CellSource events, KeyIndex index, Work work) {
    PartitionGrouping.Kind kind = PartitionGrouping.Kind.SPANS;
    try (Workers workers = new Workers(work.threads())) {
      CellRows rows =
          CellBuilder.build(events, frame.axis().size(), kind, workers, work.listener());
      return new ActivitySpans(index.grid(frame.axis(), frame.observationEndExclusive(), rows));
    }
  }

  /**
   * Returns the spans of all events from which these and others were made. Associative, commutative
   * and idempotent: overlapping parts do no harm.
   *
   * @param other spans with the same axis and end of observation
   * @return the spans of the customers of both, from the earlier first to the later last period
   * @throws IllegalArgumentException if axis or end of observation differ, or one knows customers
   *     by text and the other by number
   */
  public ActivitySpans merge(ActivitySpans other) {
    ActivityAccumulator both = ActivityAccumulator.of(ends);
    both.merge(ActivityAccumulator.of(other.ends));
    return from(both.snapshot());
  }

  /**
   * Returns the periods by which spans are told.
   *
   * @return the axis
   */
  public PeriodAxis axis() {
    return ends.axis();
  }

  /**
   * Returns the first day about which nothing is known.
   *
   * @return the end of observation
   */
  public LocalDate observationEndExclusive() {
    return ends.observationEndExclusive();
  }

  /**
   * Returns how many periods lie wholly before the end of observation, counted from the first.
   *
   * @return 0 to the size of the axis; the periods after that are open
   */
  public int completePeriods() {
    return ends.completePeriods();
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int rows() {
    return ends.rows();
  }

  /**
   * Returns the customer of a row.
   *
   * @param row from 0
   * @return the customer
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CustomerId customer(int row) {
    return ends.customer(row);
  }

  /**
   * Returns the row of a customer.
   *
   * @param customer the customer
   * @return its row; empty if it has no activity
   */
  public OptionalInt rowOf(CustomerId customer) {
    return ends.rowOf(customer);
  }

  /**
   * Returns all customers.
   *
   * @return in the order of the rows
   */
  public List<CustomerId> customers() {
    return ends.customers();
  }

  /**
   * Returns the first active period of a customer.
   *
   * @param row the customer's row, from 0
   * @return the index of the period on the axis
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int firstPeriod(int row) {
    return ends.periodAt(ends.firstCell(row));
  }

  /**
   * Returns the last active period of a customer.
   *
   * @param row the customer's row, from 0
   * @return the index of the period on the axis, not before the first
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int lastPeriod(int row) {
    return ends.periodAt(ends.endCell(row) - 1);
  }

  /**
   * Returns a grid in which each customer is active in its first and in its last period alone. It
   * is right for what depends on these only, and wrong for all else.
   *
   * @return the ends of the spans, without numbers of events
   */
  public ActivityGrid ends() {
    return ends;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActivitySpans that && ends.equals(that.ends);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ActivitySpans.class, ends);
  }

  /**
   * Returns the shape.
   *
   * @return customers, axis and end of observation in one line
   */
  @Override
  public String toString() {
    return "spans of "
        + rows()
        + " customers on "
        + axis()
        + ", observed until "
        + observationEndExclusive();
  }
}
