package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * For each customer one exact amount, such as its revenue, its margin, its cost to serve or what it
 * pays a month; at least one customer, one currency. Immutable.
 *
 * <p>Rows are customers in a fixed order, as in {@link ActivityGrid}: those known by text in the
 * order of the text, those known by number in an order that hangs on the numbers alone. Amounts may
 * be negative. Example: USD 30 less a refund of USD 40 is USD -10.00 of one customer.
 */
public final class CustomerAmounts {

  private final CustomerKeys customers;
  private final Currency currency;
  private final int decimals;
  private final long[] units;

  private CustomerAmounts(CustomerKeys customers, Currency currency, int decimals, long[] units) {
    this.customers = customers;
    this.currency = currency;
    this.decimals = decimals;
    this.units = units;
    requireSum();
  }

  /** Sums of any of the amounts then fit a long, in whatever order they are taken. */
  private void requireSum() {
    try {
      long magnitude = 0;
      for (long amount : units) {
        magnitude = Math.addExact(magnitude, Math.absExact(amount));
      }
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amounts of "
              + units.length
              + " customers must sum, signs left out, to at most "
              + money(Long.MAX_VALUE),
          overflow);
    }
  }

  /**
   * Returns amounts of customers, in the order of their text.
   *
   * @param amounts the amount of each customer, at least one, all of one currency
   * @return the amounts
   * @throws IllegalArgumentException if there is none, or an amount needs more digits than a long
   *     has at the most decimals of all
   * @throws CurrencyMismatchException if currencies differ; the message names the customer
   */
  public static CustomerAmounts of(Map<CustomerId, Money> amounts) {
    Map<CustomerId, Money> sorted = new TreeMap<>(amounts);
    requireCustomers(sorted.size());
    Currency currency = sorted.values().iterator().next().currency();
    int decimals = sorted.values().stream().mapToInt(it -> it.amount().scale()).max().orElseThrow();
    long[] units = new long[sorted.size()];
    int row = 0;
    for (Map.Entry<CustomerId, Money> entry : sorted.entrySet()) {
      units[row++] = unitsOf(entry.getKey(), entry.getValue(), currency, decimals);
    }
    return new CustomerAmounts(
        new CustomerKeys.Names(sorted.keySet().toArray(CustomerId[]::new)),
        currency,
        decimals,
        units);
  }

  private static long unitsOf(CustomerId customer, Money money, Currency currency, int decimals) {
    if (!money.currency().equals(currency)) {
      throw new CurrencyMismatchException(
          currency, money.currency(), "amount of customer " + customer);
    }
    try {
      return money.amount().movePointRight(decimals).longValueExact();
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amount ("
              + money
              + ") of customer "
              + customer
              + " must fit a long at "
              + decimals
              + " decimals",
          overflow);
    }
  }

  /**
   * Returns amounts of customers known by number, without an object for any. The arrays are copied.
   *
   * @param customers who, each once, at least one
   * @param currency the currency of all amounts
   * @param decimals what {@code units} count: 2 for hundredths
   * @param units the amount of each customer in units of {@code 10^-decimals} of the currency
   * @return the amounts
   * @throws IllegalArgumentException if the arrays are empty or differ in length, a customer comes
   *     twice, the decimals are negative, or amounts together need more than a long
   */
  public static CustomerAmounts of(
      long[] customers, Currency currency, int decimals, long[] units) {
    requireCustomers(customers.length);
    if (units.length != customers.length) {
      throw new IllegalArgumentException(
          "units (" + units.length + ") must be as many as customers (" + customers.length + ")");
    }
    if (decimals < 0) {
      throw new IllegalArgumentException("decimals (" + decimals + ") must be 0 or more");
    }
    CustomerKeys.Numbers keys =
        CustomerKeys.Numbers.distinct(Arrays.stream(customers).map(KeyMix::mix).toArray());
    if (keys.size() != customers.length) {
      throw new IllegalArgumentException(
          "customers (" + firstRepeated(customers) + ") must each come once");
    }
    long[] ofRows = new long[units.length];
    for (int i = 0; i < units.length; i++) {
      ofRows[keys.find(KeyMix.mix(customers[i]))] = units[i];
    }
    return new CustomerAmounts(keys, requireNonNull(currency, "currency"), decimals, ofRows);
  }

  private static long firstRepeated(long[] customers) {
    long[] sorted = Arrays.stream(customers).sorted().toArray();
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1])
        .mapToLong(i -> sorted[i])
        .findFirst()
        .orElseThrow();
  }

  private static void requireCustomers(int count) {
    if (count == 0) {
      throw new IllegalArgumentException("customers (0) must be at least one");
    }
  }

  /**
   * Returns the sum of each customer over all periods of a grid.
   *
   * @param grid what customers paid in each period
   * @return the exact sums, of all its customers, in the order of its rows
   * @throws IllegalArgumentException if amounts together need more than a long
   */
  public static CustomerAmounts from(AmountGrid grid) {
    ActivityGrid activity = grid.activity();
    long[] sums = new long[activity.rows()];
    for (int row = 0; row < sums.length; row++) {
      for (int cell = activity.firstCell(row); cell < activity.endCell(row); cell++) {
        sums[row] = plus(sums[row], grid.unitsAt(cell), activity.customer(row));
      }
    }
    return new CustomerAmounts(activity.keys(), grid.currency(), grid.decimals(), sums);
  }

  /**
   * Returns the sum of each customer over all events of a log.
   *
   * @param log the events, at least one of them with an amount
   * @return the exact sums, of all its customers, 0 for those without an amount
   * @throws IllegalArgumentException if no event has an amount, or amounts together need more than
   *     a long
   */
  public static CustomerAmounts from(EventLog log) {
    AmountColumn amounts = log.columns().amounts();
    if (amounts == null) {
      throw new IllegalArgumentException(
          "events (" + log.size() + ") must have an amount, at least one of them");
    }
    long[] sums = new long[log.rows()];
    for (int row = 0; row < sums.length; row++) {
      for (int event = log.eventsStart(row); event < log.eventsEnd(row); event++) {
        if (amounts.has(event)) {
          sums[row] = plus(sums[row], amounts.unitsAt(event), log.customer(row));
        }
      }
    }
    return new CustomerAmounts(log.keys(), amounts.currency(), amounts.scale(), sums);
  }

  private static long plus(long sum, long more, CustomerId customer) {
    try {
      return Math.addExact(sum, more);
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amounts of customer " + customer + " must sum to what a long holds", overflow);
    }
  }

  /**
   * Takes other amounts off, customer by customer, such as the cost to serve off the margin.
   *
   * @param other amounts of the same currency
   * @return the exact differences, of all customers of either; who is missing on one side has 0
   *     there
   * @throws CurrencyMismatchException if currencies differ
   * @throws IllegalArgumentException if customers are known by text here and by number there, or
   *     amounts together need more than a long
   */
  public CustomerAmounts minus(CustomerAmounts other) {
    if (!other.currency.equals(currency)) {
      throw new CurrencyMismatchException(currency, other.currency, "amounts to take off");
    }
    CustomerKeys all = CustomerKeys.union(List.of(customers, other.customers));
    int finest = Math.max(decimals, other.decimals);
    long[] differences = new long[all.size()];
    for (int row = 0; row < differences.length; row++) {
      try {
        differences[row] =
            Math.subtractExact(
                unitsAt(customers.rowOf(all, row), finest),
                other.unitsAt(other.customers.rowOf(all, row), finest));
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException(
            "amounts of customer " + all.id(row) + " must fit a long at " + finest + " decimals",
            overflow);
      }
    }
    return new CustomerAmounts(all, currency, finest, differences);
  }

  private long unitsAt(int row, int finest) {
    long units = row < 0 ? 0 : this.units[row];
    for (int digit = decimals; digit < finest; digit++) {
      units = Math.multiplyExact(units, 10L);
    }
    return units;
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int rows() {
    return units.length;
  }

  /**
   * Returns the customer of a row.
   *
   * @param row from 0
   * @return the customer
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CustomerId customer(int row) {
    return customers.id(Objects.checkIndex(row, units.length));
  }

  /**
   * Returns the row of a customer.
   *
   * @param customer the customer
   * @return its row; empty if it has no amount
   */
  public OptionalInt rowOf(CustomerId customer) {
    int row = customers.rowOf(requireNonNull(customer, "customer"));
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns the row of a customer of a grid; faster than by the customer itself.
   *
   * @param grid a grid
   * @param gridRow the customer's row there
   * @return its row here; empty if it has no amount
   * @throws IndexOutOfBoundsException if the grid has no such row
   */
  public OptionalInt rowOf(ActivityGrid grid, int gridRow) {
    Objects.checkIndex(gridRow, grid.rows());
    int row = customers.rowOf(grid.keys(), gridRow);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns the currency of all amounts.
   *
   * @return the currency
   */
  public Currency currency() {
    return currency;
  }

  /**
   * Returns the number of decimals of {@link #unitsAt(int)}.
   *
   * @return 0 or more
   */
  public int decimals() {
    return decimals;
  }

  /**
   * Returns the amount of a row as a plain number, for calculators that walk many. Sums of any of
   * them fit a long.
   *
   * @param row from 0
   * @return the exact amount in units of {@code 10^-decimals} of the currency, such as cents
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public long unitsAt(int row) {
    return units[row];
  }

  /**
   * Returns the amount of a row.
   *
   * @param row from 0
   * @return the exact amount
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Money amountAt(int row) {
    return money(units[row]);
  }

  /**
   * Returns a number of units as money.
   *
   * @param amount in units of {@code 10^-decimals} of the currency
   * @return the exact amount
   */
  public Money money(long amount) {
    return new Money(currency, BigDecimal.valueOf(amount, decimals));
  }

  /**
   * Returns the sum over all customers.
   *
   * @return the exact sum
   */
  public Money total() {
    return money(Arrays.stream(units).sum());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomerAmounts that
        && currency.equals(that.currency)
        && customers.equals(that.customers)
        && IntStream.range(0, units.length)
            .allMatch(row -> amountAt(row).equals(that.amountAt(row)));
  }

  @Override
  public int hashCode() {
    return Objects.hash(customers, currency);
  }

  /**
   * Returns the shape.
   *
   * @return for example {@code USD 20.00 of 5 customers}
   */
  @Override
  public String toString() {
    return total() + " of " + units.length + (units.length == 1 ? " customer" : " customers");
  }
}
