package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.Rejection;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
    requireLengths(copy, recencyDays, frequency);
    Set<CustomerId> seen = new HashSet<>();
    for (int row = 0; row < copy.size(); row++) {
      require(fault(copy, recencyDays, frequency, row));
      if (!seen.add(copy.get(row))) {
        throw comesTwice(copy.get(row));
      }
    }
    return new RfmValues(RowCustomers.of(copy), recencyDays.clone(), frequency.clone(), null);
  }

  /**
   * Returns values of customers without those that cannot be used; of two of one customer the first
   * holds. The arrays are copied.
   *
   * @param customers who
   * @param recencyDays whole days since the last purchase, 0 or more
   * @param frequency purchases or active days, at least 1
   * @param refused is told each row that is left out, with its number from 1, and what is wrong
   * @return the values of the others, without money
   * @throws IllegalArgumentException if lengths differ or no row can be used
   */
  public static RfmValues of(
      List<CustomerId> customers,
      int[] recencyDays,
      long[] frequency,
      Consumer<Rejection> refused) {
    requireNonNull(refused, "refused");
    requireLengths(customers, recencyDays, frequency);
    Set<CustomerId> seen = new HashSet<>();
    int[] kept =
        IntStream.range(0, recencyDays.length)
            .filter(
                row -> {
                  Optional<String> fault =
                      fault(customers, recencyDays, frequency, row)
                          .or(() -> repeated(customers.get(row), seen));
                  fault.ifPresent(reason -> refused.accept(new Rejection(row + 1L, reason)));
                  return fault.isEmpty();
                })
            .toArray();
    return of(
        IntStream.of(kept).mapToObj(customers::get).toList(),
        IntStream.of(kept).map(row -> recencyDays[row]).toArray(),
        IntStream.of(kept).mapToLong(row -> frequency[row]).toArray());
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
    List<CustomerId> rows = new Numbers(customers.clone());
    requireLengths(rows, recencyDays, frequency);
    for (int row = 0; row < customers.length; row++) {
      require(fault(rows, recencyDays, frequency, row));
    }
    long[] sorted = LongStream.of(customers).sorted().toArray();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        throw comesTwice(CustomerId.of(sorted[i]));
      }
    }
    return new RfmValues(RowCustomers.of(rows), recencyDays.clone(), frequency.clone(), null);
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

  private static void requireLengths(
      List<CustomerId> customers, int[] recencyDays, long[] frequency) {
    if (customers.isEmpty()) {
      throw new IllegalArgumentException("customers (0) must be at least one");
    }
    requireEach(customers, "recencyDays", recencyDays.length);
    requireEach(customers, "frequency", frequency.length);
  }

  private static void requireEach(List<CustomerId> customers, String name, int length) {
    if (length != customers.size()) {
      throw new IllegalArgumentException(
          name + " (" + length + ") must be as many as customers (" + customers.size() + ")");
    }
  }

  /** Returns what is wrong with the numbers of a row. */
  private static Optional<String> fault(
      List<CustomerId> customers, int[] recencyDays, long[] frequency, int row) {
    if (recencyDays[row] < 0) {
      return Optional.of(tooSmall("recencyDays", recencyDays[row], customers.get(row), 0));
    }
    return frequency[row] < 1
        ? Optional.of(tooSmall("frequency", frequency[row], customers.get(row), 1))
        : Optional.empty();
  }

  private static String tooSmall(String name, long value, CustomerId customer, int least) {
    return name + " (" + value + ") of customer " + customer + " must be at least " + least;
  }

  private static Optional<String> repeated(CustomerId customer, Set<CustomerId> seen) {
    return seen.add(customer)
        ? Optional.empty()
        : Optional.of(String.valueOf(comesTwice(customer).getMessage()));
  }

  private static IllegalArgumentException comesTwice(CustomerId customer) {
    return new IllegalArgumentException("customers (" + customer + ") must each come once");
  }

  private static void require(Optional<String> fault) {
    fault.ifPresent(
        reason -> {
          throw new IllegalArgumentException(reason);
        });
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
