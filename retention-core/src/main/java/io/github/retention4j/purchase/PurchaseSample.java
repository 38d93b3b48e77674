package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What models of purchases are fitted on: for each customer its purchase history (x, t_x, T) to the
 * end of calibration and, where known, its mean spend and what it did afterwards. Immutable.
 *
 * <p>Made of events by {@link PurchaseSampler}, or of the summary tables of papers by the factories
 * here. Times that are whole days are held as such; the unit only says in what a model counts, and
 * {@link #with(TimeScale)} changes it. Rows are customers in the order in which they came.
 */
public final class PurchaseSample {

  private final List<CustomerId> customers;
  private final TimeScale timeScale;
  private final Histories histories;
  private final int @Nullable [] firstDays;
  private final @Nullable PurchaseSpend spend;
  private final @Nullable PurchaseHoldout holdout;
  private volatile @Nullable Map<CustomerId, Integer> rowOf;

  PurchaseSample(
      List<CustomerId> customers,
      TimeScale timeScale,
      Histories histories,
      int @Nullable [] firstDays,
      @Nullable PurchaseSpend spend,
      @Nullable PurchaseHoldout holdout) {
    this.customers = customers;
    this.timeScale = timeScale;
    this.histories = histories;
    this.firstDays = firstDays;
    this.spend = spend;
    this.holdout = holdout;
  }

  /**
   * Returns a sample of customers known as 1, 2, 3 and so on. The arrays are copied.
   *
   * @param timeScale the unit of the times, and of the models to come
   * @param purchases for each customer x, its repeat purchases, 0 or more
   * @param recency t_x, the time from its first to its last purchase; 0 without repeat purchases,
   *     over 0 with them
   * @param age T, the time from its first purchase to the end of calibration, not below {@code
   *     recency}
   * @return the sample; if all times are whole days to within 0.00001 days, they are held as such
   * @throws IllegalArgumentException if the arrays are empty or differ in length, or numbers of a
   *     customer do not fit each other; the message names the customer
   */
  public static PurchaseSample of(
      TimeScale timeScale, int[] purchases, double[] recency, double[] age) {
    return ofDistinct(new NumberedCustomers(purchases.length), timeScale, purchases, recency, age);
  }

  /**
   * Returns a sample of customers. The arrays are copied.
   *
   * @param customers the customers, each once
   * @param timeScale the unit of the times, and of the models to come
   * @param purchases for each customer x, its repeat purchases, 0 or more
   * @param recency t_x, the time from its first to its last purchase; 0 without repeat purchases,
   *     over 0 with them
   * @param age T, the time from its first purchase to the end of calibration, not below {@code
   *     recency}
   * @return the sample; if all times are whole days to within 0.00001 days, they are held as such
   * @throws IllegalArgumentException if the arrays are empty or differ in length, a customer comes
   *     twice, or its numbers do not fit each other; the message names the customer
   */
  public static PurchaseSample of(
      List<CustomerId> customers,
      TimeScale timeScale,
      int[] purchases,
      double[] recency,
      double[] age) {
    List<CustomerId> copy = List.copyOf(customers);
    rowsOf(copy);
    return ofDistinct(copy, timeScale, purchases, recency, age);
  }

  private static PurchaseSample ofDistinct(
      List<CustomerId> customers,
      TimeScale timeScale,
      int[] purchases,
      double[] recency,
      double[] age) {
    if (customers.isEmpty()) {
      throw new IllegalArgumentException("customers (0) must be at least one");
    }
    requireEach(customers, "purchases", purchases.length);
    requireEach(customers, "recency", recency.length);
    requireEach(customers, "age", age.length);
    Histories histories =
        Histories.of(purchases.clone(), recency.clone(), age.clone(), requireUnit(timeScale));
    histories.check(timeScale, customers);
    return new PurchaseSample(customers, timeScale, histories, null, null, null);
  }

  /**
   * Returns the sample in another unit of time.
   *
   * @param newScale the unit
   * @return the same customers and times
   */
  public PurchaseSample with(TimeScale newScale) {
    return new PurchaseSample(
        customers, requireUnit(newScale), histories, firstDays, spend, holdout);
  }

  /** Adds the days of the first purchases. */
  PurchaseSample withFirstDays(int[] days) {
    return new PurchaseSample(customers, timeScale, histories, days, spend, holdout);
  }

  /**
   * Adds the mean spend of the customers. The array is copied.
   *
   * @param scope of which purchases the means are taken
   * @param currency the currency of the amounts
   * @param mean for each customer its mean spend per purchase, over 0; 0 where the scope holds no
   *     purchase of it
   * @return the sample with these
   * @throws IllegalArgumentException if the array does not have one mean for each customer, or a
   *     mean is not over 0 and finite, or not 0 without purchases; the message names the customer
   */
  public PurchaseSample withMeanSpend(SpendScope scope, Currency currency, double[] mean) {
    requireEach(customers, "mean", mean.length);
    int first = requireNonNull(scope, "scope") == SpendScope.ALL_PURCHASES ? 1 : 0;
    int[] averaged = new int[mean.length];
    for (int row = 0; row < averaged.length; row++) {
      averaged[row] = Math.addExact(histories.purchases[row], first);
      requireMean(customers.get(row), averaged[row], mean[row]);
    }
    PurchaseSpend known =
        new PurchaseSpend(scope, requireNonNull(currency, "currency"), averaged, mean.clone());
    return new PurchaseSample(customers, timeScale, histories, firstDays, known, holdout);
  }

  /**
   * Adds the sums of the logarithms of the intervals between purchases, which models of regular
   * purchases need. The array is copied.
   *
   * @param sums for each customer the sum over its repeat purchases of log(time since the purchase
   *     before), times in the unit of the sample; 0 without repeat purchases
   * @return the sample with these
   * @throws IllegalArgumentException if the array does not have one sum for each customer, or a sum
   *     is not finite, not 0 without repeat purchases, or over x log(t_x / x), the sum of equal
   *     intervals; the message names the customer
   */
  public PurchaseSample withLogIntervals(double[] sums) {
    requireEach(customers, "sums", sums.length);
    double[] ofDays = new double[sums.length];
    for (int row = 0; row < ofDays.length; row++) {
      requireLogIntervals(history(row), customers.get(row), sums[row]);
      ofDays[row] = sums[row] + histories.purchases[row] * Math.log(timeScale.days());
    }
    return new PurchaseSample(
        customers, timeScale, histories.withLogIntervalDays(ofDays), firstDays, spend, holdout);
  }

  /**
   * Adds what the customers bought after the end of calibration. The array is copied.
   *
   * @param length how long they were seen after it, in the unit of the sample, over 0
   * @param purchases for each customer its purchases in that time, 0 or more
   * @return the sample with this holdout
   * @throws IllegalArgumentException if the length is not over 0 and finite, the array does not
   *     have one number for each customer, or a number is negative; the message names the customer
   */
  public PurchaseSample withHoldout(double length, int[] purchases) {
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException("length (" + length + ") must be over 0 and finite");
    }
    requireEach(customers, "purchases", purchases.length);
    for (int row = 0; row < purchases.length; row++) {
      if (purchases[row] < 0) {
        throw refused("purchases", purchases[row], "in the holdout", row, "0 or more");
      }
    }
    double[] one = {length};
    Durations duration =
        Durations.areWholeDays(one, timeScale)
            ? Durations.toWholeDays(one, timeScale)
            : Durations.of(one, timeScale);
    PurchaseHoldout seen = new PurchaseHoldout(duration, purchases.clone(), null);
    return new PurchaseSample(customers, timeScale, histories, firstDays, spend, seen);
  }

  private IllegalArgumentException refused(
      String name, long value, String where, int row, String demand) {
    return new IllegalArgumentException(
        name
            + " ("
            + value
            + ") of customer "
            + customers.get(row)
            + " "
            + where
            + " must be "
            + demand);
  }

  private static void requireLogIntervals(
      PurchaseHistory history, CustomerId customer, double sum) {
    double most =
        history.purchases() == 0
            ? 0
            : history.purchases() * Math.log(history.recency() / history.purchases());
    // The slack is for sums that were rounded when they were printed.
    double slack = 1e-6 * (1 + Math.abs(most));
    if (!Double.isFinite(sum) || sum > most + slack || (history.purchases() == 0 && sum != 0)) {
      throw new IllegalArgumentException(
          "sum ("
              + sum
              + ") of log intervals of customer "
              + customer
              + (history.purchases() == 0
                  ? " must be 0 without repeat purchases"
                  : " must be finite and at most " + most + ", that of equal intervals"));
    }
  }

  private static void requireMean(CustomerId customer, int purchases, double mean) {
    boolean fits = purchases == 0 ? mean == 0 : mean > 0 && mean < Double.POSITIVE_INFINITY;
    if (!fits) {
      throw new IllegalArgumentException(
          "mean spend ("
              + mean
              + ") of customer "
              + customer
              + (purchases == 0
                  ? " must be 0 without purchases in the scope"
                  : " must be over 0 and finite"));
    }
  }

  private static void requireEach(List<CustomerId> customers, String name, int length) {
    if (length != customers.size()) {
      throw new IllegalArgumentException(
          name + " (" + length + ") must be as many as customers (" + customers.size() + ")");
    }
  }

  private static TimeScale requireUnit(TimeScale timeScale) {
    return requireNonNull(timeScale, "timeScale");
  }

  private static Map<CustomerId, Integer> rowsOf(List<CustomerId> customers) {
    Map<CustomerId, Integer> rows = new HashMap<>();
    for (int row = 0; row < customers.size(); row++) {
      if (rows.put(customers.get(row), row) != null) {
        throw new IllegalArgumentException(
            "customer (" + customers.get(row) + ") must come once only");
      }
    }
    return rows;
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int size() {
    return customers.size();
  }

  /**
   * Returns the customers.
   *
   * @return in the order of the rows
   */
  public List<CustomerId> customers() {
    return customers;
  }

  /**
   * Returns the row of a customer.
   *
   * @param customer the customer
   * @return its row, from 0; empty if it is not in the sample
   */
  public OptionalInt rowOf(CustomerId customer) {
    Map<CustomerId, Integer> rows = rowOf;
    if (rows == null) {
      rows = rowsOf(customers);
      rowOf = rows;
    }
    Integer row = rows.get(requireNonNull(customer, "customer"));
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns the unit of time.
   *
   * @return the unit of the histories, and of a model fitted on them
   */
  public TimeScale timeScale() {
    return timeScale;
  }

  /**
   * Returns the history of a customer.
   *
   * @param row its row, from 0
   * @return its times in the unit of the sample
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public PurchaseHistory history(int row) {
    return histories.in(timeScale, row);
  }

  /**
   * Returns the day of the first purchase of a customer.
   *
   * @param row its row, from 0
   * @return the day; empty in a sample that was not made of events
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Optional<LocalDate> firstPurchase(int row) {
    Objects.checkIndex(row, size());
    return firstDays == null ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(firstDays[row]));
  }

  /**
   * Returns the sum of the logarithms of the intervals between the purchases of a customer.
   *
   * @param row its row, from 0
   * @return with times in the unit of the sample, 0 without repeat purchases; empty if the
   *     intervals are not known
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OptionalDouble logIntervals(int row) {
    Objects.checkIndex(row, size());
    return histories.hasLogIntervals()
        ? OptionalDouble.of(histories.logIntervals(timeScale, row))
        : OptionalDouble.empty();
  }

  /**
   * Returns the mean spend of the customers.
   *
   * @return the spend; empty if no amounts are known
   */
  public Optional<PurchaseSpend> spend() {
    return Optional.ofNullable(spend);
  }

  /**
   * Returns what the customers did after the end of calibration.
   *
   * @return the holdout; empty if the sample has none
   */
  public Optional<PurchaseHoldout> holdout() {
    return Optional.ofNullable(holdout);
  }

  /**
   * Returns the repeat purchases of all customers.
   *
   * @return the sum of x, 0 or more
   */
  public long repeatPurchases() {
    return Arrays.stream(histories.purchases).asLongStream().sum();
  }

  /**
   * Returns how many customers bought again.
   *
   * @return the customers with x over 0
   */
  public int repeatCustomers() {
    return (int) Arrays.stream(histories.purchases).filter(x -> x > 0).count();
  }

  /** Returns equal histories (x, t_x, T) once, with their number. */
  GroupedHistories grouped() {
    return GroupedHistories.of(histories, timeScale);
  }

  /** Returns equal ages T once, with their number. */
  GroupedHistories groupedByAge() {
    return GroupedHistories.byAge(histories, timeScale);
  }

  /** Tells whether the intervals between purchases are known. */
  boolean hasLogIntervals() {
    return histories.hasLogIntervals();
  }

  /** Returns equal histories (x, t_x, T, log intervals) once, with their number. */
  GroupedHistories groupedWithLogIntervals() {
    return GroupedHistories.withLogIntervals(histories, timeScale);
  }

  /**
   * Returns the shape.
   *
   * @return customers, repeat purchases, unit, and what is known beyond
   */
  @Override
  public String toString() {
    return size()
        + " customers, "
        + repeatCustomers()
        + " with "
        + repeatPurchases()
        + " repeat purchases, in "
        + timeScale
        + (spend == null ? "" : ", with spend in " + spend.currency())
        + (holdout == null
            ? ""
            : ", with a holdout of " + holdout.length(timeScale) + " " + timeScale);
  }
}
