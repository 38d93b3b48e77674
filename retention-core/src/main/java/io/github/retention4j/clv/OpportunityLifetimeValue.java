package io.github.retention4j.clv;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.ExpectedSpend;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;

/**
 * What the customers of a sample of opportunities are worth. Immutable; made by {@link
 * OpportunityLifetimeValueCalculator}, rows in the order of the sample.
 *
 * <p>Values are expectations of the margin to come, that of past purchases not counted. The models
 * are taken as true and their parameters as known. Customers who share a row have the same number
 * of purchases, in which expected spend is linear in mean spend: the value of a row is the mean of
 * the values of its customers.
 */
public final class OpportunityLifetimeValue {

  private final OpportunityDiscounting discounting;
  private final RowValues values;

  OpportunityLifetimeValue(OpportunityDiscounting discounting, RowValues values) {
    this.discounting = discounting;
    this.values = values;
  }

  /**
   * Returns the number of rows.
   *
   * @return at least 1
   */
  public int rows() {
    return values.rows();
  }

  /**
   * Returns the number of customers of a row.
   *
   * @param row from 0
   * @return at least 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int customers(int row) {
    return values.customers(row);
  }

  /**
   * Returns the discounted expected purchases of a customer of a row.
   *
   * @param row from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double discountedPurchases(int row) {
    return values.discountedPurchases(row);
  }

  /**
   * Returns what a customer of a row is expected to spend at an opportunity that it takes.
   *
   * @param row from 0
   * @return the expected spend; infinite with a reason where the model has no mean
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public ExpectedSpend expectedSpend(int row) {
    return values.expectedSpend(row);
  }

  /**
   * Returns the value of one customer of a row.
   *
   * <pre>{@code margin share * expected spend * discounted expected purchases}</pre>
   *
   * @param row from 0
   * @return the value; empty if the expected spend is infinite, see {@link #expectedSpend}
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Optional<MonetaryEstimate> value(int row) {
    return values.value(row);
  }

  /**
   * Returns the value of all customers together.
   *
   * @return their number and the sum of their values
   */
  public CustomerGroupValue total() {
    return values.total();
  }

  /**
   * Returns the values of groups of rows, such as those with equally many purchases.
   *
   * @param groupOfRow the group of a row
   * @param <K> the kind of group
   * @return the groups in their order, each with the number and the total of its customers
   */
  public <K extends Comparable<? super K>> SortedMap<K, CustomerGroupValue> totalsBy(
      IntFunction<K> groupOfRow) {
    return values.totalsBy(groupOfRow);
  }

  /**
   * Returns what was assumed, in words.
   *
   * @return one line of text
   */
  public String assumptions() {
    return values.assumptions(discounting);
  }

  /**
   * Returns the number of customers and their total.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return values.toString();
  }
}
