package io.github.retention4j.purchase;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.List;
import java.util.Objects;

/**
 * What a model says of each customer of a sample, in the order of the sample. Immutable.
 *
 * <p>Made by {@link PurchasePredictor}.
 */
public final class PurchasePredictions {

  private final List<CustomerId> customers;
  private final int[] groupOf;
  private final double[] alive;
  private final double[] expected;
  private final double totalAlive;
  private final double totalExpected;

  PurchasePredictions(
      List<CustomerId> customers, GroupedHistories histories, double[] alive, double[] expected) {
    this.customers = customers;
    this.groupOf = histories.groupOf;
    this.alive = alive;
    this.expected = expected;
    this.totalAlive = total(alive, histories.weight);
    this.totalExpected = total(expected, histories.weight);
  }

  private static double total(double[] values, int[] weights) {
    CompensatedSum sum = new CompensatedSum();
    for (int group = 0; group < values.length; group++) {
      sum.add(weights[group] * values[group]);
    }
    return sum.value();
  }

  /**
   * Returns the number of customers.
   *
   * @return at least 1
   */
  public int size() {
    return groupOf.length;
  }

  /**
   * Returns the customers.
   *
   * @return in the order of the sample
   */
  public List<CustomerId> customers() {
    return customers;
  }

  /**
   * Returns the chance that a customer has not left by the end of observation.
   *
   * @param row of the sample, 0 to {@code size() - 1}
   * @return in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double probabilityAlive(int row) {
    return alive[groupOf[Objects.checkIndex(row, size())]];
  }

  /**
   * Returns the expected number of purchases of a customer in the time to come.
   *
   * @param row of the sample, 0 to {@code size() - 1}
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double expectedPurchases(int row) {
    return expected[groupOf[Objects.checkIndex(row, size())]];
  }

  /**
   * Returns the expected number of customers who have not left.
   *
   * @return the sum of {@link #probabilityAlive} over all customers
   */
  public double customersAlive() {
    return totalAlive;
  }

  /**
   * Returns the expected number of purchases of all customers together.
   *
   * @return the sum of {@link #expectedPurchases(int)}
   */
  public double expectedPurchases() {
    return totalExpected;
  }
}
