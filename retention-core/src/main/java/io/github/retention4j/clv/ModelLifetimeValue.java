package io.github.retention4j.clv;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.ExpectedSpend;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;

/**
 * What the customers of a sample are worth by the models of their purchases and their spend.
 * Immutable; made by {@link ModelLifetimeValueCalculator}, rows in the order of the sample.
 *
 * <p>Values are expectations of the margin to come, that of past purchases not counted. The models
 * are taken as true and their parameters as known.
 */
public final class ModelLifetimeValue {

  private final List<CustomerId> customers;
  private final PurchaseDiscounting discounting;
  private final RowValues values;

  ModelLifetimeValue(
      List<CustomerId> customers, PurchaseDiscounting discounting, RowValues values) {
    this.customers = customers;
    this.discounting = discounting;
    this.values = values;
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
   * Returns the discounted expected purchases of a customer.
   *
   * @param row its row, from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double discountedPurchases(int row) {
    return values.discountedPurchases(row);
  }

  /**
   * Returns what a customer is expected to spend per purchase.
   *
   * @param row its row, from 0
   * @return the expected spend; infinite with a reason where the model has no mean
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public ExpectedSpend expectedSpend(int row) {
    return values.expectedSpend(row);
  }

  /**
   * Returns the value of a customer.
   *
   * <pre>{@code margin share * expected spend * discounted expected purchases}</pre>
   *
   * @param row its row, from 0
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
   * Returns the values of groups of customers, such as cohorts.
   *
   * <p>Example: {@code value.totalsBy(row -> YearMonth.from(sample.firstPurchase(row).get()))}.
   *
   * @param groupOfRow the group of the customer of a row
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
