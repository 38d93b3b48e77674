package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds an {@link ActivityGrid} from a stream of events or from parts, without keeping the events.
 * Mutable, not thread-safe: one per worker, merged at the end.
 *
 * <p>Laws: {@link #merge(ActivityAccumulator)} is associative and commutative, and the order of
 * events does not matter. In which periods a customer was active is idempotent: the same event
 * twice, or overlapping parts, change nothing. The number of events per period adds up, so there
 * the same event counts each time it comes.
 */
public final class ActivityAccumulator {

  private final PeriodAxis axis;
  private final LocalDate observationEndExclusive;
  private final long endDay;
  private final Map<CustomerId, Row> rows = new HashMap<>();

  private ActivityAccumulator(PeriodAxis axis, LocalDate observationEndExclusive) {
    this.axis = requireNonNull(axis, "axis");
    this.observationEndExclusive =
        requireNonNull(observationEndExclusive, "observationEndExclusive");
    this.endDay = observationEndExclusive.toEpochDay();
  }

  /**
   * Returns an empty accumulator.
   *
   * @param axis periods that cover every event to come
   * @param observationEndExclusive the first day about which nothing is known
   * @return the accumulator
   */
  public static ActivityAccumulator on(PeriodAxis axis, LocalDate observationEndExclusive) {
    return new ActivityAccumulator(axis, observationEndExclusive);
  }

  /**
   * Takes an event.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @throws IllegalArgumentException if the day is off the axis or not before the end of
   *     observation; nothing is changed
   */
  public void add(CustomerId customer, LocalDate date) {
    add(customer, date.toEpochDay());
  }

  void add(CustomerId customer, long epochDay) {
    requireNonNull(customer, "customer");
    if (epochDay >= endDay) {
      throw new IllegalArgumentException(
          "date ("
              + LocalDate.ofEpochDay(epochDay)
              + ") of customer "
              + customer
              + " must be before the end of observation ("
              + observationEndExclusive
              + ")");
    }
    if (!axis.covers(epochDay)) {
      throw new IllegalArgumentException(
          "date ("
              + LocalDate.ofEpochDay(epochDay)
              + ") of customer "
              + customer
              + " must lie on the axis "
              + axis.range());
    }
    rows.computeIfAbsent(customer, c -> new Row()).add(axis.periodOf(epochDay), 1);
  }

  /**
   * Takes all that another accumulator has. The other is left as it is.
   *
   * @param other an accumulator with the same axis and end of observation
   * @throws IllegalArgumentException if axis or end of observation differ
   */
  public void merge(ActivityAccumulator other) {
    if (!axis.equals(other.axis)) {
      throw new IllegalArgumentException("axis (" + other.axis + ") must be " + axis);
    }
    if (!observationEndExclusive.equals(other.observationEndExclusive)) {
      throw new IllegalArgumentException(
          "observationEndExclusive ("
              + other.observationEndExclusive
              + ") must be "
              + observationEndExclusive);
    }
    other.rows.forEach(
        (customer, row) -> rows.computeIfAbsent(customer, c -> new Row()).addAll(row.copy()));
  }

  /**
   * Returns what was taken so far. The accumulator may go on.
   *
   * @return an immutable grid
   * @throws IllegalArgumentException if no event was taken
   */
  public ActivityGrid snapshot() {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("events (0) must be at least one");
    }
    CustomerId[] customers = rows.keySet().stream().sorted().toArray(CustomerId[]::new);
    int[] rowStart = new int[customers.length + 1];
    for (int r = 0; r < customers.length; r++) {
      rowStart[r + 1] = Math.addExact(rowStart[r], rowOf(customers[r]).size);
    }
    int[] periods = new int[rowStart[customers.length]];
    long[] events = new long[periods.length];
    for (int r = 0; r < customers.length; r++) {
      rowOf(customers[r]).copyTo(periods, events, rowStart[r]);
    }
    return new ActivityGrid(axis, observationEndExclusive, customers, rowStart, periods, events);
  }

  private Row rowOf(CustomerId customer) {
    return requireNonNull(rows.get(customer));
  }

  /** The active periods of one customer, ascending, each with its number of events. */
  private static final class Row {

    private int[] periods = new int[2];
    private long[] events = new long[2];
    private int size;

    void add(int period, long count) {
      int at = Arrays.binarySearch(periods, 0, size, period);
      if (at < 0) {
        at = -at - 1;
        insert(at, period);
      }
      events[at] = Math.addExact(events[at], count);
    }

    private void insert(int at, int period) {
      if (size == periods.length) {
        periods = Arrays.copyOf(periods, 2 * size);
        events = Arrays.copyOf(events, 2 * size);
      }
      System.arraycopy(periods, at, periods, at + 1, size - at);
      System.arraycopy(events, at, events, at + 1, size - at);
      periods[at] = period;
      events[at] = 0;
      size++;
    }

    void addAll(Row other) {
      for (int i = 0; i < other.size; i++) {
        add(other.periods[i], other.events[i]);
      }
    }

    Row copy() {
      Row copy = new Row();
      copy.periods = periods.clone();
      copy.events = events.clone();
      copy.size = size;
      return copy;
    }

    void copyTo(int[] targetPeriods, long[] targetEvents, int start) {
      System.arraycopy(periods, 0, targetPeriods, start, size);
      System.arraycopy(events, 0, targetEvents, start, size);
    }
  }
}
