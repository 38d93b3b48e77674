package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Repeat purchases of a set of customers by stretch of time, and how many a model expected. Made by
 * {@link PurchaseTracker}.
 *
 * @param rows in the order of time, without gaps, at least one
 */
public record TrackingTable(List<Row> rows) {

  /**
   * One stretch of time.
   *
   * @param days its days
   * @param inHoldout whether it ends after the end of calibration
   * @param actual the repeat purchases in it
   * @param expected the repeat purchases that the model expected in it
   * @param cumulativeActual the repeat purchases to its end
   * @param cumulativeExpected the repeat purchases that the model expected to its end
   */
  public record Row(
      DateRange days,
      boolean inHoldout,
      long actual,
      double expected,
      long cumulativeActual,
      double cumulativeExpected) {

    /**
     * Checks the numbers.
     *
     * @param days its days
     * @param inHoldout whether it ends after the end of calibration
     * @param actual the repeat purchases in it
     * @param expected the repeat purchases that the model expected in it
     * @param cumulativeActual the repeat purchases to its end
     * @param cumulativeExpected the repeat purchases that the model expected to its end
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public Row {
      requireNonNull(days, "days");
      PurchaseChecks.count("actual", actual);
      PurchaseChecks.amount("expected", expected);
      PurchaseChecks.count("cumulativeActual", cumulativeActual);
      PurchaseChecks.amount("cumulativeExpected", cumulativeExpected);
    }
  }

  /**
   * Copies the rows.
   *
   * @param rows in the order of time
   * @throws IllegalArgumentException if there is no row
   */
  public TrackingTable {
    rows = List.copyOf(rows);
    PurchaseChecks.atLeastOne("rows", rows.size());
  }

  /**
   * Returns the mean absolute percentage error of the cumulative purchases in the holdout, or of
   * all rows if none is in it.
   *
   * <pre>{@code mean over rows of |cumulative expected - cumulative actual| / cumulative actual}
   * </pre>
   *
   * @return a fraction, 0 or more; empty if a row to be averaged has no purchases to divide by
   */
  public OptionalDouble meanAbsolutePercentageError() {
    List<Row> held = rows.stream().filter(Row::inHoldout).toList();
    List<Row> averaged = held.isEmpty() ? rows : held;
    if (averaged.stream().anyMatch(row -> row.cumulativeActual() == 0)) {
      return OptionalDouble.empty();
    }
    return averaged.stream()
        .mapToDouble(
            row ->
                Math.abs(row.cumulativeExpected() - row.cumulativeActual())
                    / row.cumulativeActual())
        .average();
  }

  /**
   * Returns the table as text.
   *
   * @return a line for each row; those of the holdout have a star
   */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("last day: purchases, expected, cumulative purchases, expected");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s%s: %d, %.1f, %d, %.1f",
              row.days().last(),
              row.inHoldout() ? "*" : "",
              row.actual(),
              row.expected(),
              row.cumulativeActual(),
              row.cumulativeExpected()));
    }
    return text.toString();
  }
}
