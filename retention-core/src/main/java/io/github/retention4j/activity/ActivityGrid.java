package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.PeriodAxis;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * For each customer the periods in which it was active, and, unless built for {@link
 * GridDetail#PRESENCE} only, the number of events in each. Immutable.
 *
 * <p>Rows are customers in a fixed order: those known by text in the order of the text, those known
 * by number in an order that hangs on the numbers alone. Each row has at least one cell, and its
 * cells are its active periods in ascending order. This is a compressed sparse row form: cell
 * numbers run through all rows, so a calculator walks {@code for (int cell = firstCell(row); cell <
 * endCell(row); cell++)} and asks for {@link #periodAt(int)}.
 *
 * <p>Two grids are equal if they have the same axis, end of observation, detail, customers, active
 * periods and numbers of events, however they were built.
 */
public final class ActivityGrid implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient PeriodAxis axis;
  private final transient LocalDate observationEndExclusive;
  private final transient GridDetail detail;
  private final transient CustomerKeys customers;
  private final transient int[] rowStart;
  private final transient int[] periods;
  private final transient int[] events;

  ActivityGrid(
      PeriodAxis axis, LocalDate observationEndExclusive, CustomerKeys customers, CellRows cells) {
    this.axis = axis;
    this.observationEndExclusive = observationEndExclusive;
    this.detail = cells.detail();
    this.customers = customers;
    this.rowStart = cells.rowStart;
    this.periods = cells.periods;
    this.events = cells.events;
  }

  /**
   * Returns the grid of a log.
   *
   * @param log the events
   * @param axis periods that cover every event
   * @return the grid
   * @throws IllegalArgumentException if an event lies off the axis; the message names the customer
   */
  public static ActivityGrid from(EventLog log, PeriodAxis axis) {
    return from(log, axis, Work.inThisThread());
  }

  /**
   * Returns the grid of a log.
   *
   * @param log the events
   * @param axis periods that cover every event
   * @param work how many threads, and who is told of the progress
   * @return the grid, the same for any number of threads
   * @throws IllegalArgumentException if an event lies off the axis; the message names the customer
   */
  public static ActivityGrid from(EventLog log, PeriodAxis axis, Work work) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, log.observationEndExclusive());
    accumulator.addAll(log, work);
    return accumulator.snapshot();
  }

  /**
   * Returns the periods of the columns.
   *
   * @return the axis
   */
  public PeriodAxis axis() {
    return axis;
  }

  /**
   * Returns what is known of an active period.
   *
   * @return whether numbers of events are known, or presence only
   */
  public GridDetail detail() {
    return detail;
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
   * Returns how many periods lie wholly before the end of observation, counted from the first.
   *
   * @return 0 to the size of the axis; the periods after that are open
   */
  public int completePeriods() {
    return axis.completePeriods(observationEndExclusive);
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
   * @param row from 0
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
   * @return its row; empty if it has no activity
   */
  public OptionalInt rowOf(CustomerId customer) {
    int row = customers.rowOf(customer);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns the row of a customer of another grid; faster than by the customer itself.
   *
   * @param other another grid
   * @param otherRow the customer's row there
   * @return its row here; empty if it has no activity here
   * @throws IndexOutOfBoundsException if the other grid has no such row
   */
  public OptionalInt rowOf(ActivityGrid other, int otherRow) {
    Objects.checkIndex(otherRow, other.rows());
    int row = customers.rowOf(other.customers, otherRow);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns all customers.
   *
   * @return in the order of the rows
   */
  public List<CustomerId> customers() {
    return IntStream.range(0, rows()).mapToObj(customers::id).toList();
  }

  /**
   * Returns the first cell of a row.
   *
   * @param row from 0
   * @return the cell of the customer's first active period
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int firstCell(int row) {
    return rowStart[Objects.checkIndex(row, customers.size())];
  }

  /**
   * Returns the end of a row.
   *
   * @param row from 0
   * @return the cell after the one of the customer's last active period
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int endCell(int row) {
    return rowStart[Objects.checkIndex(row, customers.size()) + 1];
  }

  /**
   * Returns the period of a cell.
   *
   * @param cell a cell of any row
   * @return the index of the period on the axis
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public int periodAt(int cell) {
    return periods[cell];
  }

  /**
   * Returns the number of events of a cell.
   *
   * @param cell a cell of any row
   * @return at least 1
   * @throws IndexOutOfBoundsException if there is no such cell
   * @throws IllegalStateException if the grid knows presence only
   */
  public long eventsAt(int cell) {
    if (detail == GridDetail.PRESENCE) {
      throw new IllegalStateException(
          "detail (PRESENCE) must be EVENT_COUNTS where numbers of events are asked for");
    }
    return events[cell];
  }

  /**
   * Tells whether a customer was active in a period.
   *
   * @param row the customer's row, from 0
   * @param period the index of the period on the axis
   * @return true if it has at least one event in that period
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public boolean isActive(int row, int period) {
    return Arrays.binarySearch(periods, firstCell(row), endCell(row), period) >= 0;
  }

  /**
   * Returns the customers that were active in a period.
   *
   * @param period the index of the period on the axis
   * @return in the order of their ids
   * @throws IndexOutOfBoundsException if there is no such period
   */
  public SortedSet<CustomerId> activeIn(int period) {
    Objects.checkIndex(period, axis.size());
    SortedSet<CustomerId> active = new TreeSet<>();
    IntStream.range(0, rows())
        .filter(row -> isActive(row, period))
        .forEach(row -> active.add(customers.id(row)));
    return active;
  }

  CustomerKeys keys() {
    return customers;
  }

  /** Returns the cells, of rows without keys. */
  CellRows cells() {
    return new CellRows(new long[rows()], rowStart, periods, events);
  }

  /**
   * Returns the grid in a compact form, to store it or send it elsewhere. Equal grids give equal
   * bytes.
   *
   * @return bytes of which {@link #fromBytes(byte[])} makes an equal grid, in this and later
   *     versions of the library
   */
  public byte[] toBytes() {
    CellRows rows = cells();
    return CellCodec.write(
        new CellCodec.Content(axis, observationEndExclusive, customers, rows, detail));
  }

  /**
   * Returns the grid of a compact form.
   *
   * @param bytes what {@link #toBytes()} gave
   * @return an equal grid
   * @throws IllegalArgumentException if no grid gives such bytes
   */
  public static ActivityGrid fromBytes(byte[] bytes) {
    CellCodec.Content content = CellCodec.read(bytes);
    if (content.customers().size() == 0) {
      throw new IllegalArgumentException("bytes must be of a grid, which has a customer");
    }
    return new ActivityGrid(
        content.axis(), content.observationEndExclusive(), content.customers(), content.rows());
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
    throw new InvalidObjectException("a grid is read through its compact form");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActivityGrid that
        && axis.equals(that.axis)
        && observationEndExclusive.equals(that.observationEndExclusive)
        && detail == that.detail
        && customers.equals(that.customers)
        && Arrays.equals(rowStart, that.rowStart)
        && Arrays.equals(periods, that.periods)
        && Arrays.equals(events, that.events);
  }

  @Override
  public int hashCode() {
    return Objects.hash(axis, observationEndExclusive, customers, Arrays.hashCode(periods));
  }

  /**
   * Returns the shape.
   *
   * @return customers, cells, axis and end of observation in one line
   */
  @Override
  public String toString() {
    return customers.size()
        + " customers, "
        + periods.length
        + " active cells"
        + (detail.counts() ? "" : " without numbers of events")
        + " on "
        + axis
        + ", observed until "
        + observationEndExclusive;
  }
}
