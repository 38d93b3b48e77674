package io.github.retention4j.clv;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.ExpectedSpend;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the customers of a sample are worth by the models of their purchases and their spend.
 * Immutable; made by {@link ModelLifetimeValueCalculator}, rows in the order of the sample.
 *
 * <p>Values are expectations of the margin to come, that of past purchases not counted. The models
 * are taken as true and their parameters as known.
 */
public final class ModelLifetimeValue {

  private final List<CustomerId> customers;
  private final Currency currency;
  private final double marginShare;
  private final PurchaseDiscounting discounting;
  private final double[] purchases;
  private final List<ExpectedSpend> spend;

  ModelLifetimeValue(
      List<CustomerId> customers,
      Currency currency,
      double marginShare,
      PurchaseDiscounting discounting,
      double[] purchases,
      List<ExpectedSpend> spend) {
    this.customers = customers;
    this.currency = currency;
    this.marginShare = marginShare;
    this.discounting = discounting;
    this.purchases = purchases;
    this.spend = List.copyOf(spend);
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
    return purchases[row];
  }

  /**
   * Returns what a customer is expected to spend per purchase.
   *
   * @param row its row, from 0
   * @return the expected spend; infinite with a reason where the model has no mean
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public ExpectedSpend expectedSpend(int row) {
    return spend.get(row);
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
    ExpectedSpend expected = spend.get(row);
    return expected.value().isPresent()
        ? Optional.of(estimate(expected.value().getAsDouble() * purchases[row]))
        : Optional.empty();
  }

  private MonetaryEstimate estimate(double revenue) {
    return new MonetaryEstimate(currency, marginShare * revenue);
  }

  /**
   * Returns the value of all customers together.
   *
   * @return their number and the sum of their values
   */
  public CustomerGroupValue total() {
    return total(IntStream.range(0, customers.size()).boxed().toList());
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
    SortedMap<K, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < customers.size(); row++) {
      rows.computeIfAbsent(groupOfRow.apply(row), group -> new ArrayList<>()).add(row);
    }
    SortedMap<K, CustomerGroupValue> totals = new TreeMap<>();
    rows.forEach((group, members) -> totals.put(group, total(members)));
    return totals;
  }

  private CustomerGroupValue total(List<Integer> rows) {
    CompensatedSum revenue = new CompensatedSum();
    for (int row : rows) {
      if (spend.get(row).value().isEmpty()) {
        return new CustomerGroupValue(rows.size(), Optional.empty());
      }
      revenue.add(spend.get(row).value().getAsDouble() * purchases[row]);
    }
    return new CustomerGroupValue(rows.size(), Optional.of(estimate(revenue.value())));
  }

  /**
   * Returns what was assumed, in words.
   *
   * @return one line of text
   */
  public String assumptions() {
    return "margin share "
        + marginShare
        + " of the expected spend, times "
        + discounting
        + "; frequency and spend do not hang together";
  }

  /**
   * Returns the number of customers and their total.
   *
   * @return one line of text
   */
  @Override
  public String toString() {
    return customers.size()
        + " customers, "
        + total().total().map(MonetaryEstimate::toString).orElse("of infinite expected spend");
  }
}
