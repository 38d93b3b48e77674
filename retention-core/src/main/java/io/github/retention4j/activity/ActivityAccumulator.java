package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.PeriodAxis;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;

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
 * the same event counts each time it comes; with {@link GridDetail#PRESENCE} it is not kept.
 */
public final class ActivityAccumulator implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient ObservedAxis frame;
  private final transient GridDetail detail;
  private final transient KeyIndex index = new KeyIndex();
  private final transient CellRuns runs;

  private ActivityAccumulator(ObservedAxis frame, GridDetail detail) {
    this.frame = frame;
    this.detail = requireNonNull(detail, "detail");
    this.runs = new CellRuns(frame.axis().size(), detail);
  }

  /**
   * Returns an empty accumulator that counts events.
   *
   * @param axis periods that cover every event to come
   * @param observationEndExclusive the first day about which nothing is known
   * @return the accumulator
   */
  public static ActivityAccumulator on(PeriodAxis axis, LocalDate observationEndExclusive) {
    return on(axis, observationEndExclusive, GridDetail.EVENT_COUNTS);
  }

  /**
   * Returns an empty accumulator.
   *
   * @param axis periods that cover every event to come
   * @param observationEndExclusive the first day about which nothing is known
   * @param detail whether to count the events of a period, or to note presence only
   * @return the accumulator
   */
  public static ActivityAccumulator on(
      PeriodAxis axis, LocalDate observationEndExclusive, GridDetail detail) {
    return new ActivityAccumulator(new ObservedAxis(axis, observationEndExclusive), detail);
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
    int period = frame.periodOf(date, customer);
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
    int period = frame.periodOf(date, customer);
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
    addNumbers(frame.events(customers, epochDays), work);
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
    addNumbers(frame.events(customers, epochSeconds, zone), work);
  }

  void addAll(EventLog log, Work work) {
    runs.add(rows(frame.events(log, index.keysOf(log.keys())), work));
  }

  private void addNumbers(CellSource events, Work work) {
    index.requireNumbers();
    if (events.size() == 0) {
      return;
    }
    CellRows rows = rows(events, work);
    index.useNumbers();
    runs.add(rows);
  }

  private CellRows rows(CellSource events, Work work) {
    PartitionGrouping.Kind kind = PartitionGrouping.Kind.of(detail);
    try (Workers workers = new Workers(work.threads())) {
      return CellBuilder.build(events, frame.axis().size(), kind, workers, work.listener());
    }
  }

  /**
   * Takes all that another accumulator has. The other is left as it is.
   *
   * @param other an accumulator with the same axis, end of observation and detail
   * @throws IllegalArgumentException if axis, end of observation or detail differ, or one knows
   *     customers by text and the other by number
   */
  public void merge(ActivityAccumulator other) {
    requireSame("axis", frame.axis(), other.frame.axis());
    requireSame(
        "observationEndExclusive",
        frame.observationEndExclusive(),
        other.frame.observationEndExclusive());
    requireSame("detail", detail, other.detail);
    CellRows rows = other.runs.rows();
    if (rows.rows() > 0) {
      runs.add(index.adopt(other.index, rows));
    }
  }

  private static void requireSame(String name, Object own, Object others) {
    if (!own.equals(others)) {
      throw new IllegalArgumentException(name + " (" + others + ") must be " + own);
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
    return index.grid(frame.axis(), frame.observationEndExclusive(), rows);
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
                frame.axis(),
                frame.observationEndExclusive(),
                new CustomerKeys.Names(new CustomerId[0]),
                rows,
                detail));
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
    ActivityAccumulator accumulator =
        on(content.axis(), content.observationEndExclusive(), content.detail());
    if (content.customers().size() > 0) {
      accumulator.take(content.customers(), content.rows());
    }
    return accumulator;
  }

  /** Returns an accumulator with the content of a grid; it may go on. */
  static ActivityAccumulator of(ActivityGrid grid) {
    ActivityAccumulator accumulator =
        on(grid.axis(), grid.observationEndExclusive(), grid.detail());
    accumulator.take(grid.keys(), grid.cells());
    return accumulator;
  }

  private void take(CustomerKeys customers, CellRows rows) {
    runs.add(index.adopt(customers, rows));
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
}
