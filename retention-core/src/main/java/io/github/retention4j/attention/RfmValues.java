package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What customers are scored by: the days since the last purchase, the frequency and, where known,
 * the exact sum of money, in primitive columns. Immutable; rows are customers.
 */
public final class RfmValues {

  private final RowCustomers customers;
  private final int[] recencyDays;
  private final long[] frequency;
  private final @Nullable Amounts amounts;

  private RfmValues(
      RowCustomers customers, int[] recencyDays, long[] frequency, @Nullable Amounts amounts) {
    this.customers = customers;
    this.recencyDays = recencyDays;
    this.frequency = frequency;
    this.amounts = amounts;
  }

  /** Exact amounts in a decimal unit. */
  private static final class Amounts {

    private final Currency currency;
    private final int decimals;
    private final long[] units;

    Amounts(Currency currency, int decimals, long[] units) {
      this.currency = currency;
      this.decimals = decimals;
      this.units = units;
    }
  }

  /**
   * Returns values of customers. The arrays are copied.
   *
   * @param customers who, each once, at least one
   * @param recencyDays whole days since the last purchase, 0 or more
   * @param frequency purchases or active days, at least 1
   * @return the values, without money
   * @throws IllegalArgumentException if lengths differ, a customer comes twice, or a number is too
   *     small; the message names the customer
   */
  public static RfmValues of(List<CustomerId> customers, int[] recencyDays, long[] frequency) {
    List<CustomerId> copy = List.copyOf(customers);
    requireDistinct(copy.size(), new HashSet<>(copy).size());
    return checked(copy, recencyDays, frequency);
  }

  /**
   * Returns values of customers known by number, without an object for any. The arrays are copied.
   *
   * @param customers who, each once, at least one
   * @param recencyDays whole days since the last purchase, 0 or more
   * @param frequency purchases or active days, at least 1
   * @return the values, without money
   * @throws IllegalArgumentException if lengths differ, a customer comes twice, or a number is too
   *     small; the message names the customer
   */
  public static RfmValues of(long[] customers, int[] recencyDays, long[] frequency) {
    requireDistinct(
        customers.length, Math.toIntExact(LongStream.of(customers).sorted().distinct().count()));
    return checked(new Numbers(customers.clone()), recencyDays, frequency);
  }

  /** Makes the customer of a number when asked. */
  private static final class Numbers extends AbstractList<CustomerId> implements RandomAccess {

    private final long[] numbers;

    Numbers(long[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public CustomerId get(int row) {
      return CustomerId.of(numbers[row]);
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }

  private static void requireDistinct(int customers, int distinct) {
    if (customers == 0) {
      throw new IllegalArgumentException("customers (0) must be at least one");
    }
    if (distinct != customers) {
      throw new IllegalArgumentException(
          "customers (" + customers + ") must each come once; " + distinct + " differ");
    }
  }

  private static RfmValues checked(
      List<CustomerId> customers, int[] recencyDays, long[] frequency) {
    requireEach(customers, "recencyDays", recencyDays.length);
    requireEach(customers, "frequency", frequency.length);
    for (int row = 0; row < recencyDays.length; row++) {
      requireAtLeast(0, "recencyDays", recencyDays[row], customers, row);
      requireAtLeast(1, "frequency", frequency[row], customers, row);
    }
    return new RfmValues(RowCustomers.of(customers), recencyDays.clone(), frequency.clone(), null);
  }

  private static void requireEach(List<CustomerId> customers, String name, int length) {
    if (length != customers.size()) {
      throw new IllegalArgumentException(
          name + " (" + length + ") must be as many as customers (" + customers.size() + ")");
    }
  }

  private static void requireAtLeast(
      int least, String name, long value, List<CustomerId> customers, int row) {
    if (value < least) {
      throw new IllegalArgumentException(
          name
              + " ("
              + value
              + ") of customer "
              + customers.get(row)
              + " must be at least "
              + least);
    }
  }

  /**
   * Adds the sum of money of each customer, such as its revenue or its margin.
   *
   * @param money an amount for each customer; others are left out
   * @return the values with these amounts, in place of earlier ones
   * @throws IllegalArgumentException if a customer has no amount; the message names it
   */
  public RfmValues with(CustomerAmounts money) {
    long[] units = new long[size()];
    for (int row = 0; row < units.length; row++) {
      CustomerId customer = customers.id(row);
      int at =
          money
              .rowOf(customer)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "amounts must have one of customer " + customer));
      units[row] = money.unitsAt(at);
    }
    return new RfmValues(
        customers, recencyDays, frequency, new Amounts(money.currency(), money.decimals(), units));
  }

  /** Takes the values of those who bought in a number of days up to the date of the purchases. */
  static RfmValues of(PurchaseDays purchases, FrequencyMeasure measure, long windowDays) {
    if (measure == FrequencyMeasure.PURCHASES) {
      purchases.requireEventCounts(measure);
    }
    ActivityGrid grid = purchases.grid();
    int[] rows = new int[grid.rows()];
    int count = 0;
    for (int row = 0; row < grid.rows(); row++) {
      if (purchases.firstCell(row, windowDays) < purchases.endCell(row)) {
        rows[count++] = row;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "asOf (" + purchases.asOf() + ") must have a purchase on it or before it, in the window");
    }
    return columns(purchases, measure, windowDays, Arrays.copyOf(rows, count));
  }

  private static RfmValues columns(
      PurchaseDays purchases, FrequencyMeasure measure, long windowDays, int[] rows) {
    int[] recency = new int[rows.length];
    long[] frequency = new long[rows.length];
    long[] units = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int end = purchases.endCell(rows[i]);
      recency[i] = purchases.daysBefore(end - 1);
      for (int cell = purchases.firstCell(rows[i], windowDays); cell < end; cell++) {
        frequency[i] +=
            measure == FrequencyMeasure.ACTIVE_DAYS ? 1 : purchases.grid().eventsAt(cell);
      }
      units[i] = purchases.units(rows[i], purchases.firstCell(rows[i], windowDays), end);
    }
    return new RfmValues(
        RowCustomers.of(purchases.grid(), rows),
        recency,
        frequency,
        purchases
            .amounts()
            .map(it -> new Amounts(it.currency(), it.decimals(), units))
            .orElse(null));
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int size() {
    return recencyDays.length;
  }

  RowCustomers customers() {
    return customers;
  }

  int recencyDays(int row) {
    return recencyDays[row];
  }

  long frequency(int row) {
    return frequency[row];
  }

  boolean hasMoney() {
    return amounts != null;
  }

  /** Returns the amount of a row; empty where no money is known. */
  Optional<Money> amount(int row) {
    Amounts known = amounts;
    return known == null
        ? Optional.empty()
        : Optional.of(
            new Money(known.currency, BigDecimal.valueOf(known.units[row], known.decimals)));
  }

  /** Returns the exact sum over rows, by the segment of each; empty where no money is known. */
  Optional<Money[]> sums(int[] segmentOf, int segments) {
    Amounts known = amounts;
    if (known == null) {
      return Optional.empty();
    }
    BigDecimal[] sums = new BigDecimal[segments];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (int segment = 0; segment < segments; segment++) {
      sums[segment] = sum(known.units, segmentOf, segment);
    }
    return Optional.of(
        Arrays.stream(sums)
            .map(sum -> new Money(known.currency, sum.movePointLeft(known.decimals)))
            .toArray(Money[]::new));
  }

  private static BigDecimal sum(long[] units, int[] segmentOf, int segment) {
    BigDecimal sum = BigDecimal.ZERO;
    long pending = 0;
    for (int row = 0; row < units.length; row++) {
      if (segmentOf[row] == segment) {
        long next = pending + units[row];
        if (((pending ^ next) & (units[row] ^ next)) < 0) {
          sum = sum.add(BigDecimal.valueOf(pending));
          next = units[row];
        }
        pending = next;
      }
    }
    return sum.add(BigDecimal.valueOf(pending));
  }

  /** Returns a column as numbers to be cut. */
  double[] column(RfmDimension dimension, MonetaryMeasure measure) {
    double[] column = new double[size()];
    for (int row = 0; row < column.length; row++) {
      column[row] =
          switch (dimension) {
            case RECENCY -> recencyDays[row];
            case FREQUENCY -> frequency[row];
            case MONETARY -> money(row, measure);
          };
    }
    return column;
  }

  private double money(int row, MonetaryMeasure measure) {
    long units = requireNonNull(amounts, "amounts").units[row];
    return measure == MonetaryMeasure.TOTAL ? units : (double) units / frequency[row];
  }

  /** Returns how many of its currency a unit of the money column is. */
  double unit() {
    Amounts known = amounts;
    return known == null ? 1 : Math.pow(10, known.decimals);
  }
}
