package io.github.retention4j.clv;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.ExpectedSpend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What customers are worth of whom a row of a sample tells, one customer or several alike. */
final class RowValues {

  private final Currency currency;
  private final double marginShare;
  private final double[] purchases;
  private final List<ExpectedSpend> spend;
  private final int[] customers;

  private RowValues(
      Currency currency,
      double marginShare,
      double[] purchases,
      List<ExpectedSpend> spend,
      int[] customers) {
    this.currency = currency;
    this.marginShare = marginShare;
    this.purchases = purchases;
    this.spend = List.copyOf(spend);
    this.customers = customers;
  }

  /** Each row is one customer. */
  static RowValues ofEach(
      Currency currency, double marginShare, double[] purchases, List<ExpectedSpend> spend) {
    int[] one = new int[purchases.length];
    Arrays.fill(one, 1);
    return new RowValues(currency, marginShare, purchases, spend, one);
  }

  /** Each row is so many customers. */
  static RowValues ofMany(
      Currency currency,
      double marginShare,
      double[] purchases,
      List<ExpectedSpend> spend,
      int[] customers) {
    return new RowValues(currency, marginShare, purchases, spend, customers);
  }

  double discountedPurchases(int row) {
    return purchases[row];
  }

  ExpectedSpend expectedSpend(int row) {
    return spend.get(row);
  }

  int customers(int row) {
    return customers[row];
  }

  int rows() {
    return purchases.length;
  }

  /** The value of one customer of a row; empty if its expected spend is infinite. */
  Optional<MonetaryEstimate> value(int row) {
    ExpectedSpend expected = spend.get(row);
    return expected.value().isPresent()
        ? Optional.of(estimate(expected.value().getAsDouble() * purchases[row]))
        : Optional.empty();
  }

  private MonetaryEstimate estimate(double revenue) {
    return new MonetaryEstimate(currency, marginShare * revenue);
  }

  CustomerGroupValue total() {
    return total(IntStream.range(0, rows()).boxed().toList());
  }

  <K extends Comparable<? super K>> SortedMap<K, CustomerGroupValue> totalsBy(
      IntFunction<K> groupOfRow) {
    SortedMap<K, List<Integer>> rowsOf = new TreeMap<>();
    for (int row = 0; row < rows(); row++) {
      rowsOf.computeIfAbsent(groupOfRow.apply(row), group -> new ArrayList<>()).add(row);
    }
    SortedMap<K, CustomerGroupValue> totals = new TreeMap<>();
    rowsOf.forEach((group, members) -> totals.put(group, total(members)));
    return totals;
  }

  private CustomerGroupValue total(List<Integer> members) {
    int all = members.stream().mapToInt(row -> customers[row]).reduce(0, Math::addExact);
    CompensatedSum revenue = new CompensatedSum();
    for (int row : members) {
      if (spend.get(row).value().isEmpty()) {
        return new CustomerGroupValue(all, Optional.empty());
      }
      revenue.add(customers[row] * spend.get(row).value().getAsDouble() * purchases[row]);
    }
    return new CustomerGroupValue(all, Optional.of(estimate(revenue.value())));
  }

  /** What was assumed, in words. */
  String assumptions(Object discounting) {
    return "margin share "
        + marginShare
        + " of the expected spend, times "
        + discounting
        + "; frequency and spend do not hang together";
  }

  @Override
  public String toString() {
    CustomerGroupValue all = total();
    return all.customers()
        + " customers, "
        + all.total().map(MonetaryEstimate::toString).orElse("of infinite expected spend");
  }
}
