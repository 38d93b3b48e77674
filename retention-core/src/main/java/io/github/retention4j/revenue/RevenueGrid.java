package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.internal.numeric.WideSums;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * For each customer the recurring revenue at the close of each period, in one book currency.
 * Immutable.
 *
 * <p>Held as steps: a step is a period and the revenue at its close, which holds until the next
 * step. A grid on months knows what held at the end of each month; one on days knows every
 * movement, and can be {@link #rolledUpTo rolled up} to months. Amounts are whole numbers of a
 * decimal unit, 10^-10 of the currency unless told otherwise; each price was rounded to it once,
 * half up, and all that follows is exact.
 *
 * <p>A step may say how much of its change is foreign exchange alone, and one to zero why the
 * customer was lost. Two grids are equal if their periods, end of observation, currency, customers
 * and steps are, however they were built.
 */
public final class RevenueGrid implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient RevenueShape shape;
  private final transient RevenueCustomers customers;
  private final transient RevenueSteps steps;

  RevenueGrid(RevenueShape shape, RevenueCustomers customers, RevenueSteps steps) {
    this.shape = shape;
    this.customers = customers;
    this.steps = steps;
  }

  /**
   * Returns the grid of all customers of several grids that have none in common, such as the parts
   * of a large business.
   *
   * @param parts grids of the same periods, end of observation, currency, decimals and first period
   * @return the grid, the same in whatever order the parts come
   * @throws IllegalArgumentException if there is no part, parts differ in those, a customer is in
   *     two, or some are known by text and others by number; a {@link
   *     io.github.retention4j.money.CurrencyMismatchException} if currencies differ
   */
  public static RevenueGrid merge(List<RevenueGrid> parts) {
    return RevenueGridJoin.sideBySide(List.copyOf(parts));
  }

  /**
   * Returns the periods.
   *
   * @return the axis
   */
  public PeriodAxis axis() {
    return shape.axis();
  }

  /**
   * Returns the first day about which nothing is known.
   *
   * @return the end of observation
   */
  public LocalDate observationEndExclusive() {
    return shape.observationEndExclusive();
  }

  /**
   * Returns how many periods lie wholly before the end of observation, counted from the first.
   *
   * @return 0 to the size of the axis; the periods after that are open
   */
  public int completePeriods() {
    return shape.completePeriods();
  }

  /**
   * Returns the first period whose opening is known, and so the first that can be bridged.
   *
   * @return 0 where it is known what stood when the axis began, otherwise more
   */
  public int firstPeriod() {
    return shape.firstPeriod();
  }

  /**
   * Returns the book currency.
   *
   * @return the currency of all amounts
   */
  public Currency currency() {
    return shape.currency();
  }

  /**
   * Returns the decimals of the unit in which amounts are held.
   *
   * @return 0 to 18
   */
  public int decimals() {
    return shape.decimals();
  }

  /**
   * Returns the number of customers that ever had revenue.
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
   * @return its row; empty if it never had revenue
   */
  public OptionalInt rowOf(CustomerId customer) {
    int row = customers.rowOf(requireNonNull(customer, "customer"));
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns all customers.
   *
   * @return in the order of the rows: by text, or by number where they are known by number
   */
  public List<CustomerId> customers() {
    return IntStream.range(0, rows()).mapToObj(customers::id).toList();
  }

  /**
   * Returns the revenue of a customer at the close of a period.
   *
   * @param row the customer's row, from 0
   * @param period the index of the period on the axis
   * @return the revenue, zero or more
   * @throws IndexOutOfBoundsException if there is no such row, or the period is not on the axis
   */
  public Money revenueAt(int row, int period) {
    Objects.checkIndex(row, rows());
    Objects.checkIndex(period, axis().size());
    return shape.money(steps.unitsAt(row, period));
  }

  /**
   * Returns the revenue of a customer at the close of a period as a plain number, for calculators
   * that walk many.
   *
   * @param row the customer's row, from 0
   * @param period the index of the period on the axis, -1 for what stood when the axis began
   * @return units of {@code 10^-decimals} of the currency, 0 or more
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public long unitsAt(int row, int period) {
    return steps.unitsAt(Objects.checkIndex(row, rows()), period);
  }

  /**
   * Returns the revenue of all customers at the close of a period.
   *
   * @param period the index of the period on the axis
   * @return the exact sum
   * @throws IndexOutOfBoundsException if the period is not on the axis
   */
  public Money totalAt(int period) {
    Objects.checkIndex(period, axis().size());
    WideSums sum = new WideSums(1);
    for (int row = 0; row < rows(); row++) {
      sum.add(0, steps.unitsAt(row, period));
    }
    return shape.money(sum.get(0));
  }

  /**
   * Returns the customers with revenue at the close of a period.
   *
   * @param period the index of the period on the axis
   * @return in the order of their ids, unmodifiable
   * @throws IndexOutOfBoundsException if the period is not on the axis
   */
  public SortedSet<CustomerId> customersAt(int period) {
    Objects.checkIndex(period, axis().size());
    SortedSet<CustomerId> paying = new TreeSet<>();
    IntStream.range(0, rows())
        .filter(row -> steps.unitsAt(row, period) > 0)
        .forEach(row -> paying.add(customers.id(row)));
    return Collections.unmodifiableSortedSet(paying);
  }

  /**
   * Returns the stretches over which a customer had revenue.
   *
   * @param row the customer's row, from 0
   * @return in the order of time; open periods included
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public List<RevenueStay> stays(int row) {
    Objects.checkIndex(row, rows());
    List<RevenueStay> stays = new ArrayList<>();
    int end = steps.rowStart[row + 1];
    int first = steps.rowStart[row];
    for (int step = first; step < end; step++) {
      if (steps.units[step] == 0 && step > first) {
        stays.add(
            new RevenueStay(
                begin(steps.periods[first]),
                OptionalInt.of(steps.periods[step]),
                Optional.of(steps.reasonAt(step))));
      }
      // The step after one to zero begins the next stretch.
      first = steps.units[step] == 0 ? step + 1 : first;
    }
    if (first < end) {
      stays.add(
          new RevenueStay(begin(steps.periods[first]), OptionalInt.empty(), Optional.empty()));
    }
    return stays;
  }

  private OptionalInt begin(int period) {
    return period < firstPeriod() ? OptionalInt.empty() : OptionalInt.of(period);
  }

  /**
   * Returns whether it is known of a customer that it had revenue before the first known opening,
   * and none at it.
   *
   * @param row the customer's row, from 0
   * @return true for one lost before these periods
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public boolean wasLostBefore(int row) {
    return steps.formerSince(Objects.checkIndex(row, rows())) != RevenueSteps.NEVER;
  }

  /**
   * Returns the revenue of each customer at the close of a period, such as to ask how much hangs on
   * how few.
   *
   * @param period the index of the period on the axis
   * @return the amounts of the customers with revenue, in the order of their ids; empty if there
   *     are none
   * @throws IndexOutOfBoundsException if the period is not on the axis
   */
  public Optional<CustomerAmounts> amountsAt(int period) {
    Objects.checkIndex(period, axis().size());
    Map<CustomerId, Money> amounts = new TreeMap<>();
    IntStream.range(0, rows())
        .filter(row -> steps.unitsAt(row, period) > 0)
        .forEach(row -> amounts.put(customers.id(row), revenueAt(row, period)));
    return amounts.isEmpty() ? Optional.empty() : Optional.of(CustomerAmounts.of(amounts));
  }

  /**
   * Returns the grid in which aliases are the customers that they stand for: the revenue of each is
   * the sum of its own and of its aliases, so that what goes on under another key is no movement.
   * Where several end in one period for different reasons, the reason is unknown.
   *
   * @param aliases who stands for whom, all of them customers of this grid
   * @return the grid
   * @throws IllegalArgumentException if an alias names a customer without revenue here, or a sum is
   *     more than a long holds
   */
  public RevenueGrid with(CustomerAliases aliases) {
    return RevenueGridJoin.resolve(this, requireNonNull(aliases, "aliases"));
  }

  /**
   * Returns the grid on longer periods: what held at the close of each of them. What began and
   * ended inside one is not seen there; what changed is its net change.
   *
   * @param axis periods of which each covers whole periods of this grid, such as months for days
   * @return the grid; a period that reaches beyond this axis is open, or has an unknown opening
   * @throws IllegalArgumentException if a period of this grid does not lie within one of those, or
   *     no customer has revenue at the close of any of them
   */
  public RevenueGrid rolledUpTo(PeriodAxis axis) {
    return RevenueGridRollUp.rollUp(this, requireNonNull(axis, "axis"));
  }

  /**
   * Splits the grid by group of customer.
   *
   * @param segmentation the group of each customer; it has one for all periods
   * @return the grid of each group that has a customer, by name, unmodifiable; the parts {@link
   *     #merge merge} to this grid
   */
  public SortedMap<String, RevenueGrid> split(Segmentation segmentation) {
    requireNonNull(segmentation, "segmentation");
    SortedMap<String, List<Integer>> rowsOf = new TreeMap<>();
    for (int row = 0; row < rows(); row++) {
      String group = segmentation.segmentOf(customers.id(row));
      rowsOf.computeIfAbsent(group, name -> new ArrayList<>()).add(row);
    }
    SortedMap<String, RevenueGrid> parts = new TreeMap<>();
    rowsOf.forEach((group, rows) -> parts.put(group, select(rows)));
    return Collections.unmodifiableSortedMap(parts);
  }

  /** Returns the grid of one customer. */
  RevenueGrid row(int row) {
    return select(List.of(row));
  }

  private RevenueGrid select(List<Integer> rows) {
    int[] selected = rows.stream().mapToInt(Integer::intValue).toArray();
    return new RevenueGrid(shape, customers.select(selected), steps.select(selected));
  }

  RevenueShape shape() {
    return shape;
  }

  RevenueCustomers keys() {
    return customers;
  }

  RevenueSteps steps() {
    return steps;
  }

  /**
   * Returns the grid in a compact form, to store it or send it elsewhere. Equal grids give equal
   * bytes.
   *
   * @return bytes of which {@link #fromBytes(byte[])} makes an equal grid, in this and later
   *     versions of the library
   */
  public byte[] toBytes() {
    return RevenueGridCodec.write(this);
  }

  /**
   * Returns the grid of a compact form.
   *
   * @param bytes what {@link #toBytes()} gave
   * @return an equal grid
   * @throws IllegalArgumentException if no grid gives such bytes
   */
  public static RevenueGrid fromBytes(byte[] bytes) {
    return RevenueGridCodec.read(bytes);
  }

  /**
   * Has the compact form written instead.
   *
   * @return the compact form
   */
  @Serial
  private Object writeReplace() {
    return new SerializedRevenue(toBytes());
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
    return other instanceof RevenueGrid that
        && shape.equals(that.shape)
        && customers.equals(that.customers)
        && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shape, customers, steps);
  }

  /**
   * Returns the shape.
   *
   * @return customers, steps, currency, axis and end of observation in one line
   */
  @Override
  public String toString() {
    return rows()
        + " customers, "
        + steps.size()
        + " steps of revenue in "
        + currency()
        + " on "
        + axis()
        + ", observed until "
        + observationEndExclusive();
  }
}
