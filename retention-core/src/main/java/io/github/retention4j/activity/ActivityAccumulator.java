package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DayClock;
import io.github.retention4j.time.PeriodAxis;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Builds an {@link ActivityGrid} from a stream of events or from parts, without keeping the events:
 * it holds a cell for each customer and active period, and a few events not yet put there. Mutable,
 * not thread-safe: one per worker, merged at the end.
 *
 * <p>Customers are known by text or by number; the first event decides, and the number road boxes
 * nothing.
 *
 * <p>Laws: {@link #merge(ActivityAccumulator)} is associative and commutative, and the order of
 * events does not matter. In which periods a customer was active is idempotent: the same event
 * twice, or overlapping parts, change nothing. The number of events per period adds up, so there
 * the same event counts each time it comes.
 */
public final class ActivityAccumulator implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient PeriodAxis axis;
  private final transient LocalDate observationEndExclusive;
  private final transient long endDay;
  private final transient KeyIndex index = new KeyIndex();
  private final transient CellRuns runs;

  private ActivityAccumulator(PeriodAxis axis, LocalDate observationEndExclusive) {
    this.axis = requireNonNull(axis, "axis");
    this.observationEndExclusive =
        requireNonNull(observationEndExclusive, "observationEndExclusive");
    this.endDay = observationEndExclusive.toEpochDay();
    this.runs = new CellRuns(axis.size());
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
   * Takes an event of a customer known by text.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @throws IllegalArgumentException if the day is off the axis or not before the end of
   *     observation, or customers are known by number here; nothing is changed
   */
  public void add(CustomerId customer, LocalDate date) {
    requireNonNull(customer, "customer");
    int period = periodOf(date.toEpochDay(), customer);
    runs.add(KeyMix.mix(index.indexOf(customer)), period);
  }

  /**
   * Takes an event of a customer known by number.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @throws IllegalArgumentException if the day is off the axis or not before the end of
   *     observation, or customers are known by text here; nothing is changed
   */
  public void add(long customer, LocalDate date) {
    int period = periodOf(date.toEpochDay(), customer);
    index.useNumbers();
    runs.add(KeyMix.mix(customer), period);
  }

  /**
   * Takes events of customers known by number, on days.
   *
   * @param customers who, one for each event
   * @param epochDays when, as days since 1970-01-01 in the zone of the business
   * @param work how many threads, and who is told of the progress
   * @throws IllegalArgumentException if the arrays differ in length, a day is off the axis or not
   *     before the end of observation, or customers are known by text here; nothing is changed
   */
  public void addAll(long[] customers, int[] epochDays, Work work) {
    requireSameLength(customers.length, epochDays.length, "epochDays");
    addNumbers(
        customers,
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            target[i - from] = periodOf(epochDays[i], customers[i]);
          }
        },
        work);
  }

  /**
   * Takes events of customers known by number, at instants.
   *
   * @param customers who, one for each event
   * @param epochSeconds when, as seconds since 1970-01-01T00:00:00Z
   * @param zone the zone of the business, in which an instant has its day
   * @param work how many threads, and who is told of the progress
   * @throws IllegalArgumentException if the arrays differ in length, a day is off the axis or not
   *     before the end of observation, or customers are known by text here; nothing is changed
   */
  public void addAll(long[] customers, long[] epochSeconds, BusinessZone zone, Work work) {
    requireSameLength(customers.length, epochSeconds.length, "epochSeconds");
    DayClock clock = DayClock.of(zone, axis.range());
    addNumbers(
        customers,
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            target[i - from] = periodOf(clock.epochDayOf(epochSeconds[i]), customers[i]);
          }
        },
        work);
  }

  void addAll(EventLog log, Work work) {
    long[] keyOfRow = index.keysOf(log.keys());
    int[] rowOf = new int[log.size()];
    for (int row = 0; row < log.rows(); row++) {
      Arrays.fill(rowOf, log.eventsStart(row), log.eventsEnd(row), row);
    }
    Events events =
        new Events(
            log.size(),
            (from, to, target) -> {
              for (int i = from; i < to; i++) {
                target[i - from] = keyOfRow[rowOf[i]];
              }
            },
            (from, to, target) -> {
              for (int i = from; i < to; i++) {
                target[i - from] = periodOf(log.epochDayAt(i), log.keys(), rowOf[i]);
              }
            });
    runs.add(rows(events, work));
  }

  private void addNumbers(long[] customers, PeriodReader periods, Work work) {
    index.requireNumbers();
    if (customers.length == 0) {
      return;
    }
    Events events =
        new Events(
            customers.length,
            (from, to, target) -> {
              for (int i = from; i < to; i++) {
                target[i - from] = KeyMix.mix(customers[i]);
              }
            },
            periods);
    CellRows rows = rows(events, work);
    index.useNumbers();
    runs.add(rows);
  }

  private CellRows rows(CellSource events, Work work) {
    try (Workers workers = new Workers(work.threads())) {
      return CellBuilder.build(events, axis.size(), workers, work.listener());
    }
  }

  private int periodOf(long epochDay, CustomerKeys customers, int row) {
    return fits(epochDay) ? axis.periodOf(epochDay) : refuse(epochDay, customers.id(row));
  }

  private int periodOf(long epochDay, long customer) {
    return fits(epochDay) ? axis.periodOf(epochDay) : refuse(epochDay, CustomerId.of(customer));
  }

  private int periodOf(long epochDay, CustomerId customer) {
    return fits(epochDay) ? axis.periodOf(epochDay) : refuse(epochDay, customer);
  }

  private boolean fits(long epochDay) {
    return epochDay < endDay && axis.covers(epochDay);
  }

  private int refuse(long epochDay, CustomerId customer) {
    String event = "date (" + LocalDate.ofEpochDay(epochDay) + ") of customer " + customer;
    throw new IllegalArgumentException(
        epochDay >= endDay
            ? event + " must be before the end of observation (" + observationEndExclusive + ")"
            : event + " must lie on the axis " + axis.range());
  }

  private static void requireSameLength(int customers, int times, String name) {
    if (customers != times) {
      throw new IllegalArgumentException(
          name + " (" + times + ") must be as many as customers (" + customers + ")");
    }
  }

  /**
   * Takes all that another accumulator has. The other is left as it is.
   *
   * @param other an accumulator with the same axis and end of observation
   * @throws IllegalArgumentException if axis or end of observation differ, or one knows customers
   *     by text and the other by number
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
    CellRows rows = other.runs.rows();
    if (rows.rows() > 0) {
      runs.add(index.adopt(other.index, rows));
    }
  }

  /**
   * Returns what was taken so far. The accumulator may go on.
   *
   * @return an immutable grid
   * @throws IllegalArgumentException if no event was taken
   */
  public ActivityGrid snapshot() {
    CellRows rows = runs.rows();
    if (rows.rows() == 0) {
      throw new IllegalArgumentException("events (0) must be at least one");
    }
    return index.grid(axis, observationEndExclusive, rows);
  }

  /**
   * Returns what was taken so far in a compact form, to store it or send it elsewhere.
   *
   * @return bytes of which {@link #fromBytes(byte[])} makes an accumulator of the same content, in
   *     this and later versions of the library
   */
  public byte[] toBytes() {
    CellRows rows = runs.rows();
    return rows.rows() > 0
        ? snapshot().toBytes()
        : CellCodec.write(
            new CellCodec.Content(
                axis, observationEndExclusive, new CustomerKeys.Names(new CustomerId[0]), rows));
  }

  /**
   * Returns an accumulator with the content of a compact form; it may go on.
   *
   * @param bytes what {@link #toBytes()} of an accumulator or a grid gave
   * @return the accumulator
   * @throws IllegalArgumentException if none gives such bytes
   */
  public static ActivityAccumulator fromBytes(byte[] bytes) {
    CellCodec.Content content = CellCodec.read(bytes);
    ActivityAccumulator accumulator = on(content.axis(), content.observationEndExclusive());
    if (content.customers().size() > 0) {
      accumulator.runs.add(accumulator.index.adopt(content.customers(), content.rows()));
    }
    return accumulator;
  }

  /**
   * Has the compact form written instead.
   *
   * @return the compact form
   */
  @Serial
  private Object writeReplace() {
    return SerializedActivity.of(this);
  }

  /**
   * Refuses to be read but through the compact form.
   *
   * @param in not read
   * @throws InvalidObjectException always
   */
  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an accumulator is read through its compact form");
  }

  private interface KeyReader {
    void read(int from, int to, long[] target);
  }

  private interface PeriodReader {
    void read(int from, int to, int[] target);
  }

  private record Events(int size, KeyReader keys, PeriodReader periods) implements CellSource {

    @Override
    public void readKeys(int from, int to, long[] target) {
      keys.read(from, to, target);
    }

    @Override
    public void readPeriods(int from, int to, int[] target) {
      periods.read(from, to, target);
    }
  }
}
