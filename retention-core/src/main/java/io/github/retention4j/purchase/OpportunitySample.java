package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.customer.CustomerId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What models of purchases at discrete opportunities are fitted on: rows (x, t_x, n), each of one
 * customer of a grid, or of all customers who share it in the summary table of a paper. Immutable.
 */
public final class OpportunitySample {

  private final List<OpportunityHistory> histories;
  private final int[] customers;
  private final List<CustomerId> names;
  private final int holdoutOpportunities;
  private final int[] holdoutPurchases;
  private final @Nullable PurchaseSpend spend;

  private OpportunitySample(
      List<OpportunityHistory> histories,
      int[] customers,
      List<CustomerId> names,
      int holdoutOpportunities,
      int[] holdoutPurchases,
      @Nullable PurchaseSpend spend) {
    this.histories = List.copyOf(histories);
    this.customers = customers;
    this.names = List.copyOf(names);
    this.holdoutOpportunities = holdoutOpportunities;
    this.holdoutPurchases = holdoutPurchases;
    this.spend = spend;
  }

  /**
   * Returns a sample of a summary table. The arrays are copied.
   *
   * @param purchases for each row x, the opportunities with a purchase
   * @param recency t_x, the last opportunity with a purchase, 0 if there was none
   * @param opportunities n, how many there were
   * @param customers how many customers have this row, at least 1
   * @return the sample
   * @throws IllegalArgumentException if there is no row, the arrays differ in length, or numbers do
   *     not fit each other; the message names the row, counted from 1
   */
  public static OpportunitySample of(
      int[] purchases, int[] recency, int[] opportunities, int[] customers) {
    requireRows("recency", recency.length, purchases.length, "purchases");
    requireRows("opportunities", opportunities.length, purchases.length, "purchases");
    requireRows("customers", customers.length, purchases.length, "purchases");
    PurchaseChecks.atLeastOne("rows", purchases.length);
    List<OpportunityHistory> histories = new ArrayList<>();
    for (int row = 0; row < purchases.length; row++) {
      try {
        PurchaseChecks.atLeastOne("customers", customers[row]);
        histories.add(new OpportunityHistory(purchases[row], recency[row], opportunities[row]));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("row " + (row + 1) + ": " + e.getMessage(), e);
      }
    }
    return new OpportunitySample(histories, customers.clone(), List.of(), 0, new int[0], null);
  }

  private static void requireRows(String name, int length, int rows, String like) {
    if (length != rows) {
      throw new IllegalArgumentException(
          name + " (" + length + ") must be as many as " + like + " (" + rows + ")");
    }
  }

  /**
   * Returns a sample of all complete periods of a grid.
   *
   * @param grid the purchases; its periods are the opportunities
   * @return the customers who first bought in a complete period
   * @throws IllegalArgumentException if there is none
   */
  public static OpportunitySample from(ActivityGrid grid) {
    return from(grid, grid.completePeriods());
  }

  /**
   * Returns a sample of the first periods of a grid; what comes after is the holdout.
   *
   * <p>An opportunity with several purchases counts once. The opportunities of a customer are the
   * periods after the one of its first purchase, up to the end of calibration.
   *
   * @param grid the purchases; its periods are the opportunities
   * @param calibrationPeriods how many periods a model shall know, at least 1 and at most the
   *     complete ones
   * @return the customers who first bought in one of these, in the order of the grid
   * @throws IllegalArgumentException if there is none, or not so many periods are complete
   */
  public static OpportunitySample from(ActivityGrid grid, int calibrationPeriods) {
    int complete = grid.completePeriods();
    int[] rows = rowsBefore(grid, calibrationPeriods);
    int[] one = new int[rows.length];
    Arrays.fill(one, 1);
    return new OpportunitySample(
        Arrays.stream(rows).mapToObj(row -> history(grid, row, calibrationPeriods)).toList(),
        one,
        Arrays.stream(rows).mapToObj(grid::customer).toList(),
        complete - calibrationPeriods,
        Arrays.stream(rows).map(row -> cells(grid, row, calibrationPeriods, complete)).toArray(),
        null);
  }

  /** The rows of customers who first bought in one of the first periods. */
  private static int[] rowsBefore(ActivityGrid grid, int calibrationPeriods) {
    int complete = grid.completePeriods();
    if (calibrationPeriods < 1 || calibrationPeriods > complete) {
      throw new IllegalArgumentException(
          "calibrationPeriods ("
              + calibrationPeriods
              + ") must be from 1 to the complete ones ("
              + complete
              + ")");
    }
    int[] rows =
        IntStream.range(0, grid.rows())
            .filter(row -> grid.periodAt(grid.firstCell(row)) < calibrationPeriods)
            .toArray();
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "customers (0) with a purchase in the first "
              + calibrationPeriods
              + " periods must be at least one");
    }
    return rows;
  }

  /**
   * Returns a sample of the first periods of a grid of amounts, with the mean spend of the
   * customers in them; what comes after is the holdout.
   *
   * <p>What a customer spent at an opportunity is the sum of its amounts in that period, refunds
   * taken off. Opportunities without a known amount do not enter the mean.
   *
   * @param grid the purchases with their amounts; its periods are the opportunities
   * @param calibrationPeriods how many periods a model shall know, at least 1 and at most the
   *     complete ones
   * @param scope whether the first purchase enters the mean
   * @return the customers who first bought in one of these, in the order of the grid
   * @throws IllegalArgumentException if there is none, not so many periods are complete, or a mean
   *     spend is not over 0; the message names the customer
   */
  public static OpportunitySample from(AmountGrid grid, int calibrationPeriods, SpendScope scope) {
    ActivityGrid activity = grid.activity();
    int[] rows = rowsBefore(activity, calibrationPeriods);
    int[] averaged = new int[rows.length];
    double[] mean = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int first = activity.firstCell(rows[i]);
      int from = requireNonNull(scope, "scope") == SpendScope.ALL_PURCHASES ? first : first + 1;
      int[] cells =
          IntStream.range(from, activity.endCell(rows[i]))
              .filter(cell -> activity.periodAt(cell) < calibrationPeriods)
              .filter(cell -> grid.eventsWithAmountAt(cell) > 0)
              .toArray();
      averaged[i] = cells.length;
      mean[i] = meanSpend(grid, cells, activity.customer(rows[i]));
    }
    return from(activity, calibrationPeriods)
        .with(new PurchaseSpend(scope, grid.currency(), averaged, mean));
  }

  private static double meanSpend(AmountGrid grid, int[] cells, CustomerId customer) {
    if (cells.length == 0) {
      return 0;
    }
    BigDecimal total =
        Arrays.stream(cells)
            .mapToObj(cell -> grid.amountAt(cell).amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0) {
      throw new IllegalArgumentException(
          "spend (" + total + ") of customer " + customer + " must be over 0: filter the log");
    }
    return total.doubleValue() / cells.length;
  }

  private OpportunitySample with(PurchaseSpend newSpend) {
    return new OpportunitySample(
        histories, customers, names, holdoutOpportunities, holdoutPurchases, newSpend);
  }

  /**
   * Adds the mean spend of the customers at an opportunity that they take. The array is copied.
   *
   * @param scope of which purchases the means are taken
   * @param currency the currency of the amounts
   * @param mean for each row the mean spend per purchase, over 0, of all its customers together; 0
   *     where the scope holds no purchase of theirs
   * @return the sample with these
   * @throws IllegalArgumentException if the array does not have one mean for each row, or a mean is
   *     not over 0 and finite, or not 0 without purchases; the message names the row
   */
  public OpportunitySample withMeanSpend(SpendScope scope, Currency currency, double[] mean) {
    requireRows("mean", mean.length, rows(), "rows");
    int first = requireNonNull(scope, "scope") == SpendScope.ALL_PURCHASES ? 1 : 0;
    int[] averaged = new int[mean.length];
    for (int row = 0; row < averaged.length; row++) {
      int of = Math.addExact(history(row).purchases(), first);
      try {
        averaged[row] = Math.toIntExact(new SpendHistory(of, mean[row]).purchases());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("row " + (row + 1) + ": " + e.getMessage(), e);
      }
    }
    return with(
        new PurchaseSpend(scope, requireNonNull(currency, "currency"), averaged, mean.clone()));
  }

  private static OpportunityHistory history(ActivityGrid grid, int row, int periods) {
    int first = grid.periodAt(grid.firstCell(row));
    int repeats = cells(grid, row, first + 1, periods);
    int last = grid.periodAt(grid.firstCell(row) + repeats);
    return new OpportunityHistory(repeats, last - first, periods - 1 - first);
  }

  private static int cells(ActivityGrid grid, int row, int fromPeriod, int toPeriodExclusive) {
    return (int)
        IntStream.range(grid.firstCell(row), grid.endCell(row))
            .map(grid::periodAt)
            .filter(period -> period >= fromPeriod && period < toPeriodExclusive)
            .count();
  }

  /**
   * Adds what the customers did after calibration. The array is copied.
   *
   * @param opportunities how many each of them had, at least 1
   * @param purchases for each row the opportunities with a purchase, of all its customers together
   * @return the sample with this holdout
   * @throws IllegalArgumentException if there is no opportunity, the array does not have one number
   *     for each row, or a number is negative or over customers times opportunities
   */
  public OpportunitySample withHoldout(int opportunities, int[] purchases) {
    PurchaseChecks.atLeastOne("opportunities", opportunities);
    requireRows("purchases", purchases.length, rows(), "rows");
    for (int row = 0; row < purchases.length; row++) {
      long most = (long) customers[row] * opportunities;
      if (purchases[row] < 0 || purchases[row] > most) {
        throw new IllegalArgumentException(
            "row "
                + (row + 1)
                + ": purchases ("
                + purchases[row]
                + ") in the holdout must be from 0 to "
                + most);
      }
    }
    return new OpportunitySample(
        histories, customers, names, opportunities, purchases.clone(), spend);
  }

  /**
   * Returns the number of rows.
   *
   * @return at least 1
   */
  public int rows() {
    return histories.size();
  }

  /**
   * Returns the number of customers.
   *
   * @return at least as many as rows
   */
  public long customers() {
    return Arrays.stream(customers).asLongStream().sum();
  }

  /**
   * Returns the history of a row.
   *
   * @param row from 0
   * @return the history that its customers share
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OpportunityHistory history(int row) {
    return histories.get(row);
  }

  /**
   * Returns the number of customers of a row.
   *
   * @param row from 0
   * @return at least 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int customers(int row) {
    return customers[row];
  }

  /**
   * Returns the customer of a row.
   *
   * @param row from 0
   * @return the customer; empty in a sample of a summary table
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Optional<CustomerId> customer(int row) {
    Objects.checkIndex(row, rows());
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(row));
  }

  /**
   * Returns how many opportunities each customer had after calibration.
   *
   * @return at least 1; empty without a holdout
   */
  public OptionalInt holdoutOpportunities() {
    return holdoutOpportunities == 0 ? OptionalInt.empty() : OptionalInt.of(holdoutOpportunities);
  }

  /**
   * Returns the opportunities after calibration with a purchase, of all customers of a row.
   *
   * @param row from 0
   * @return 0 or more; empty without a holdout
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OptionalLong holdoutPurchases(int row) {
    Objects.checkIndex(row, rows());
    return holdoutOpportunities == 0
        ? OptionalLong.empty()
        : OptionalLong.of(holdoutPurchases[row]);
  }

  /**
   * Returns the mean spend at an opportunity that is taken.
   *
   * @return the spend by row; empty if no amounts are known
   */
  public Optional<PurchaseSpend> spend() {
    return Optional.ofNullable(spend);
  }

  /** Returns equal rows once, with their customers, in ascending order of (x, t_x, n). */
  GroupedOpportunities grouped() {
    return GroupedOpportunities.of(histories, customers);
  }

  /**
   * Returns the shape.
   *
   * @return rows, customers and the holdout
   */
  @Override
  public String toString() {
    return rows()
        + " rows of "
        + customers()
        + " customers"
        + (spend == null ? "" : ", with spend in " + spend.currency())
        + (holdoutOpportunities == 0
            ? ""
            : ", with a holdout of " + holdoutOpportunities + " opportunities");
  }
}
