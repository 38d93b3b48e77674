package io.github.retention4j.concentration;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The customers whose margin after the cost to serve them is negative, the largest loss first,
 * equal losses in the order of the rows.
 *
 * <p>Example: margins of USD 10 and 40 and costs of USD 30 each leave one of two customers with a
 * loss of USD 20, of a margin after cost of USD -10.
 *
 * @param customers who, each with its money
 * @param loss what they lose together, zero or less
 * @param marginAfterCost what is left of all customers together
 * @param ofAll their number, of all customers with a margin or a cost
 */
public record UnprofitableCustomers(
    List<UnprofitableCustomer> customers, Money loss, Money marginAfterCost, Proportion ofAll) {

  /**
   * Copies the list.
   *
   * @param customers who
   * @param loss what they lose together
   * @param marginAfterCost what is left of all customers together
   * @param ofAll their number, of all customers
   */
  public UnprofitableCustomers {
    customers = List.copyOf(customers);
    requireNonNull(loss, "loss");
    requireNonNull(marginAfterCost, "marginAfterCost");
    requireNonNull(ofAll, "ofAll");
  }

  /**
   * Lists the customers that cost more than they bring.
   *
   * @param margin what customers bring; who is missing brings nothing
   * @param costToServe what serving them costs, in the same currency; who is missing costs nothing
   * @return the list
   * @throws io.github.retention4j.money.CurrencyMismatchException if currencies differ
   * @throws IllegalArgumentException if customers are known by text on one side and by number on
   *     the other
   */
  public static UnprofitableCustomers of(CustomerAmounts margin, CustomerAmounts costToServe) {
    CustomerAmounts left = margin.minus(costToServe);
    int[] rows =
        IntStream.range(0, left.rows())
            .filter(row -> left.unitsAt(row) < 0)
            .boxed()
            .sorted(Comparator.comparingLong(left::unitsAt))
            .mapToInt(Integer::intValue)
            .toArray();
    return new UnprofitableCustomers(
        IntStream.of(rows)
            .mapToObj(
                row ->
                    new UnprofitableCustomer(
                        left.customer(row),
                        amount(margin, left, row),
                        amount(costToServe, left, row)))
            .toList(),
        left.money(IntStream.of(rows).mapToLong(left::unitsAt).sum()),
        left.total(),
        new Proportion(rows.length, left.rows()));
  }

  private static Money amount(CustomerAmounts amounts, CustomerAmounts all, int row) {
    return amounts.rowOf(all.customer(row)).stream()
        .mapToObj(amounts::amountAt)
        .findFirst()
        .orElseGet(() -> Money.zero(amounts.currency()));
  }

  /**
   * Returns the customers and their money, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s of %s customers lose %s; margin after cost of all %s\n"
            .formatted(ofAll.count(), ofAll.total(), loss, marginAfterCost));
    customers.forEach(
        it ->
            text.append(
                "  %s %s: margin %s, cost to serve %s\n"
                    .formatted(
                        CellText.escaped(it.customer().value()),
                        it.marginAfterCost(),
                        it.margin(),
                        it.costToServe())));
    return text.toString();
  }
}
