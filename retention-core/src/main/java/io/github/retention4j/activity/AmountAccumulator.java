package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Builds an {@link AmountGrid} from a stream of events or from parts, without keeping the events:
 * it holds a cell for each customer and active period, with the number of events and the exact sum
 * of their amounts. Mutable, not thread-safe: one per worker, merged at the end.
 *
 * <p>Amounts are whole numbers of a decimal unit, which is chosen before the first one comes, so
 * that parts agree: by default that of the currency, such as cents. Nothing is rounded. Customers
 * are known by text or by number; the first event decides.
 *
 * <p>Laws: {@link #merge(AmountAccumulator)} is associative and commutative, and the order of
 * events does not matter; neither does it for what is refused, but for the message. Numbers of
 * events and amounts add up, so the same event counts each time it comes: parts must not overlap.
 *
 * <p>Example: payments of USD 10 on 5 January in one part and of USD 2.50 on 9 January in another
 * are, by month, USD 12.50 of 2 events.
 */
public final class AmountAccumulator implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient ObservedAxis frame;
  private final transient AmountUnit unit;
  private final transient KeyIndex index = new KeyIndex();
  private final transient AmountCells cells = new AmountCells();

  /** The sum of all amounts, signs left out: while it fits a long, every sum of some does. */
  private transient long magnitude;

  private AmountAccumulator(ObservedAxis frame, AmountUnit unit) {
    this.frame = frame;
    this.unit = unit;
  }

  /**
   * Returns an empty accumulator in the usual unit of a currency.
   *
   * @param axis periods that cover every event to come
   * @param observationEndExclusive the first day about which nothing is known
   * @param currency the currency of all amounts to come, each with at most its usual decimals
   * @return the accumulator
   */
  public static AmountAccumulator on(
      PeriodAxis axis, LocalDate observationEndExclusive, Currency currency) {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    return on(axis, observationEndExclusive, currency, decimals);
  }

  /**
   * Returns an empty accumulator.
   *
   * @param axis periods that cover every event to come
   * @param observationEndExclusive the first day about which nothing is known
   * @param currency the currency of all amounts to come
   * @param decimals the most decimals that an amount has, from 0 to 18; 2 for cents
   * @return the accumulator
   * @throws IllegalArgumentException if decimals is not from 0 to 18
   */
  public static AmountAccumulator on(
      PeriodAxis axis, LocalDate observationEndExclusive, Currency currency, int decimals) {
    return new AmountAccumulator(
        new ObservedAxis(axis, observationEndExclusive), new AmountUnit(currency, decimals));
  }

  /**
   * Takes an event with an amount, of a customer known by text.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @param amount how much, negative for a refund
   * @throws IllegalArgumentException if the day is off the axis or not before the end of
   *     observation, the amount has more decimals than the unit, all amounts together, signs left
   *     out, need more than a long, or customers are known by number here; a {@link
   *     CurrencyMismatchException} if it is in another currency; nothing is changed
   */
  public void add(CustomerId customer, LocalDate date, Money amount) {
    requireNonNull(customer, "customer");
    int period = frame.periodOf(date, customer);
    long units = unit.of(amount, customer);
    long sum = magnitudeWith(units);
    cells.add(KeyMix.mix(index.indexOf(customer)), period, 1, 1, units);
    magnitude = sum;
  }

  /**
   * Takes an event with an amount, of a customer known by number.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @param amount how much, negative for a refund
   * @throws IllegalArgumentException as {@link #add(CustomerId, LocalDate, Money)} does, or if
   *     customers are known by text here; nothing is changed
   */
  public void add(long customer, LocalDate date, Money amount) {
    int period = frame.periodOf(date, customer);
    long units = unit.of(amount, customer);
    long sum = magnitudeWith(units);
    index.useNumbers();
    cells.add(KeyMix.mix(customer), period, 1, 1, units);
    magnitude = sum;
  }

  /**
   * Takes an event without an amount, of a customer known by text.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @throws IllegalArgumentException if the day is off the axis or not before the end of
   *     observation, or customers are known by number here; nothing is changed
   */
  public void add(CustomerId customer, LocalDate date) {
    requireNonNull(customer, "customer");
    int period = frame.periodOf(date, customer);
    cells.add(KeyMix.mix(index.indexOf(customer)), period, 1, 0, 0);
  }

  /**
   * Takes an event without an amount, of a customer known by number.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @throws IllegalArgumentException if the day is off the axis or not before the end of
   *     observation, or customers are known by text here; nothing is changed
   */
  public void add(long customer, LocalDate date) {
    int period = frame.periodOf(date, customer);
    index.useNumbers();
    cells.add(KeyMix.mix(customer), period, 1, 0, 0);
  }

  private long magnitudeWith(long more) {
    try {
      return Math.addExact(magnitude, Math.absExact(more));
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amounts must sum, signs left out, to at most " + unit.money(Long.MAX_VALUE), overflow);
    }
  }

  /**
   * Takes all that another accumulator has. The other is left as it is.
   *
   * @param other an accumulator with the same axis, end of observation, currency and decimals
   * @throws IllegalArgumentException if axis, end of observation or decimals differ, all amounts
   *     together, signs left out, need more than a long, or one knows customers by text and the
   *     other by number; a {@link CurrencyMismatchException} if currencies differ; nothing is
   *     changed
   */
  public void merge(AmountAccumulator other) {
    requireSame("axis", frame.axis(), other.frame.axis());
    requireSame(
        "observationEndExclusive",
        frame.observationEndExclusive(),
        other.frame.observationEndExclusive());
    unit.requireSame(other.unit);
    take(other.content());
  }

  private static void requireSame(String name, Object own, Object others) {
    if (!own.equals(others)) {
      throw new IllegalArgumentException(name + " (" + others + ") must be " + own);
    }
  }

  private void take(AmountCodec.Content content) {
    CellRows rows = content.activity().rows();
    if (rows.rows() == 0) {
      return;
    }
    long sum = magnitudeWith(content.magnitude());
    long[] keys = index.keysOf(content.activity().customers());
    for (int row = 0; row < keys.length; row++) {
      for (int cell = rows.rowStart[row]; cell < rows.rowStart[row + 1]; cell++) {
        cells.add(
            keys[row],
            rows.periods[cell],
            rows.events[cell],
            content.paidEvents()[cell],
            content.units()[cell]);
      }
    }
    magnitude = sum;
  }

  private AmountCodec.Content content() {
    AmountCells sums = inOrderOfCustomers();
    CellRows rows = sums.rows();
    CustomerKeys customers =
        index.knowsNumbers() ? new CustomerKeys.Numbers(rows.keys) : index.names();
    return new AmountCodec.Content(
        new CellCodec.Content(
            frame.axis(),
            frame.observationEndExclusive(),
            customers,
            rows,
            GridDetail.EVENT_COUNTS),
        unit,
        magnitude,
        sums.paidEvents(),
        sums.units());
  }

  private AmountCells inOrderOfCustomers() {
    cells.settle();
    if (index.knowsNumbers()) {
      return cells;
    }
    int[] rankOf = index.ranks();
    AmountCells ranked = new AmountCells();
    ranked.addAll(cells, key -> rankOf[(int) KeyMix.unmix(key)]);
    ranked.settle();
    return ranked;
  }

  /**
   * Returns what was taken so far. The accumulator may go on.
   *
   * @return an immutable grid
   * @throws IllegalArgumentException if no event was taken
   */
  public AmountGrid snapshot() {
    if (cells.size() == 0) {
      throw new IllegalArgumentException("events (0) must be at least one");
    }
    AmountCodec.Content content = content();
    CellCodec.Content activity = content.activity();
    return new AmountGrid(
        new ActivityGrid(
            activity.axis(),
            activity.observationEndExclusive(),
            activity.customers(),
            activity.rows()),
        unit.currency(),
        unit.decimals(),
        content.units(),
        content.paidEvents());
  }

  /**
   * Returns what was taken so far in a compact form, to store it or send it elsewhere. Equal
   * content gives equal bytes.
   *
   * @return bytes of which {@link #fromBytes(byte[])} makes an accumulator of the same content, in
   *     this and later versions of the library
   */
  public byte[] toBytes() {
    return AmountCodec.write(content());
  }

  /**
   * Returns an accumulator with the content of a compact form; it may go on.
   *
   * @param bytes what {@link #toBytes()} gave
   * @return the accumulator
   * @throws IllegalArgumentException if none gives such bytes
   */
  public static AmountAccumulator fromBytes(byte[] bytes) {
    AmountCodec.Content content = AmountCodec.read(bytes);
    CellCodec.Content activity = content.activity();
    AmountAccumulator accumulator =
        new AmountAccumulator(
            new ObservedAxis(activity.axis(), activity.observationEndExclusive()), content.unit());
    accumulator.take(content);
    return accumulator;
  }

  /**
   * Has the compact form written instead.
   *
   * @return the compact form
   */
  @Serial
  private Object writeReplace() {
    return new SerializedAmounts(toBytes());
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
