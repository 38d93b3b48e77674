package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Counts customers by their number of purchases beside what a model expects.
 *
 * <p>Default: seven or more purchases are one row.
 */
public final class FrequencyCalculator {

  /** Rows that a table may have without taking the memory away. */
  private static final int MOST = 1_000_000;

  private final int censoredAt;

  private FrequencyCalculator(int censoredAt) {
    if (censoredAt < 1 || censoredAt > MOST) {
      throw new IllegalArgumentException(
          "purchases (" + censoredAt + ") must be from 1 to " + MOST);
    }
    this.censoredAt = censoredAt;
  }

  /**
   * Returns the calculator with the default above.
   *
   * @return the calculator
   */
  public static FrequencyCalculator withDefaults() {
    return new FrequencyCalculator(7);
  }

  /**
   * Chooses from which number of purchases on customers share a row.
   *
   * @param purchases from 1 to 1000000
   * @return a calculator with rows of 0, 1, ... and so many or more
   * @throws IllegalArgumentException if it is not in that range
   */
  public FrequencyCalculator withCensoringAt(int purchases) {
    return new FrequencyCalculator(purchases);
  }

  /** What a model says of a history: the chance of a number of purchases. */
  private interface Chance {
    double of(PurchaseHistory history, int purchases);
  }

  /**
   * Counts the repeat purchases to the end of calibration.
   *
   * <pre>{@code expected(n) = sum over customers of P(X(T) = n)}</pre>
   *
   * @param model a model; times are turned into its unit
   * @param sample the customers
   * @return the table; both columns add up to the customers
   */
  public FrequencyTable calculate(PurchaseModel model, PurchaseSample sample) {
    PurchaseSample scaled = sample.with(model.timeScale());
    return table(
        scaled.groupedByAge(),
        (history, n) -> model.probabilityOfPurchases(n, history.age()),
        row -> Math.toIntExact(scaled.history(row).purchases()));
  }

  /**
   * Counts the purchases in the holdout.
   *
   * <pre>{@code expected(n) = sum over customers of P(X(T, T + t) = n | x, t_x, T)}</pre>
   *
   * @param model a model; times are turned into its unit
   * @param sample the customers, with a holdout
   * @return the table; both columns add up to the customers
   * @throws IllegalArgumentException if the sample has no holdout
   */
  public FrequencyTable calculateHoldout(PurchaseModel model, PurchaseSample sample) {
    PurchaseHoldout holdout = PurchaseChecks.holdout(sample);
    double length = holdout.length(model.timeScale());
    return table(
        sample.with(model.timeScale()).grouped(),
        (history, n) -> model.probabilityOfPurchases(history, n, length),
        holdout::purchases);
  }

  private FrequencyTable table(
      GroupedHistories histories, Chance chance, IntUnaryOperator purchasesOfRow) {
    long[] actual = new long[censoredAt + 1];
    for (int row = 0; row < histories.groupOf.length; row++) {
      actual[Math.min(censoredAt, purchasesOfRow.applyAsInt(row))]++;
    }
    double[] expected = expected(histories, chance);
    List<FrequencyTable.Row> rows = new ArrayList<>();
    for (int n = 0; n <= censoredAt; n++) {
      rows.add(new FrequencyTable.Row(n, actual[n], expected[n]));
    }
    return new FrequencyTable(rows);
  }

  private double[] expected(GroupedHistories histories, Chance chance) {
    CompensatedSum[] sums = new CompensatedSum[censoredAt + 1];
    Arrays.setAll(sums, n -> new CompensatedSum());
    for (int group = 0; group < histories.size(); group++) {
      double rest = 1;
      for (int n = 0; n < censoredAt; n++) {
        double probability = chance.of(histories.history(group), n);
        sums[n].add(histories.weight[group] * probability);
        rest -= probability;
      }
      sums[censoredAt].add(histories.weight[group] * Math.max(0, rest));
    }
    return Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
  }
}
