package io.github.retention4j.concentration;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.util.List;

/**
 * The smallest set of customers that makes at least a share of the total: those with the largest
 * amounts. Of customers with equal amounts at its edge, those first in the order of the rows are
 * taken.
 *
 * @param share the share asked for, over 0 and at most 1
 * @param customers the customers, the largest first
 * @param amount what they make together
 * @param ofAll their number, of all customers
 */
public record CoreCustomers(
    double share, List<CustomerAmount> customers, Money amount, Proportion ofAll) {

  /**
   * Copies the list.
   *
   * @param share the share asked for
   * @param customers the customers
   * @param amount what they make together
   * @param ofAll their number, of all customers
   * @throws IllegalArgumentException if the share is not over 0 and at most 1
   */
  public CoreCustomers {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be over 0 and at most 1");
    }
    customers = List.copyOf(customers);
    requireNonNull(amount, "amount");
    requireNonNull(ofAll, "ofAll");
  }

  /**
   * Returns the customers and their amounts, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s of %s customers make %s, at least %s of the total\n"
            .formatted(ofAll.count(), ofAll.total(), amount, Texts.percent(share)));
    customers.forEach(
        it ->
            text.append(
                "  %s %s\n".formatted(CellText.escaped(it.customer().value()), it.amount())));
    return text.toString();
  }
}
