package io.github.retention4j.purchase;

import java.util.List;
import java.util.Locale;

/**
 * How many customers bought again 0, 1, 2 ... times, and how many a model expected. Made by {@link
 * FrequencyCalculator}.
 *
 * @param rows by number of purchases from 0 on; the last row is of so many or more
 */
public record FrequencyTable(List<Row> rows) {

  /**
   * Customers who made one number of purchases.
   *
   * @param purchases how many; in the last row so many or more
   * @param actual the customers who did
   * @param expected the customers of whom the model expected it
   */
  public record Row(int purchases, long actual, double expected) {

    /**
     * Checks the numbers.
     *
     * @param purchases how many
     * @param actual the customers who did
     * @param expected the customers of whom the model expected it
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public Row {
      PurchaseChecks.count("purchases", purchases);
      PurchaseChecks.count("actual", actual);
      PurchaseChecks.amount("expected", expected);
    }
  }

  /**
   * Copies the rows.
   *
   * @param rows by number of purchases from 0 on
   * @throws IllegalArgumentException if there is no row
   */
  public FrequencyTable {
    rows = List.copyOf(rows);
    PurchaseChecks.atLeastOne("rows", rows.size());
  }

  /**
   * Returns the table as text.
   *
   * @return a line for each row
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("purchases: customers, expected");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%d%s: %d, %.1f",
              row.purchases(),
              row.purchases() == rows.size() - 1 ? "+" : "",
              row.actual(),
              row.expected()));
    }
    return text.toString();
  }
}
