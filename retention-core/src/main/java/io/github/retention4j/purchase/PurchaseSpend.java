package io.github.retention4j.purchase;

import java.util.Currency;
import java.util.OptionalDouble;

/** The mean spend of the customers of a sample, over some of their purchases. Immutable. */
public final class PurchaseSpend {

  private final SpendScope scope;
  private final Currency currency;
  private final int[] purchases;
  private final double[] mean;

  /** Takes for each customer the purchases of known amount and their mean, both 0 if unknown. */
  PurchaseSpend(SpendScope scope, Currency currency, int[] purchases, double[] mean) {
    this.scope = scope;
    this.currency = currency;
    this.purchases = purchases;
    this.mean = mean;
  }

  /**
   * Returns of which purchases the mean is taken.
   *
   * @return the choice
   */
  public SpendScope scope() {
    return scope;
  }

  /**
   * Returns the currency of the amounts.
   *
   * @return the currency
   */
  public Currency currency() {
    return currency;
  }

  /**
   * Returns over how many purchases the mean of a customer is taken: those in the scope whose
   * amount is known.
   *
   * @param row the row of the customer in the sample, from 0
   * @return 0 if the customer has no mean spend
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int purchases(int row) {
    return purchases[row];
  }

  /**
   * Returns the mean spend of a customer per purchase.
   *
   * @param row the row of the customer in the sample, from 0
   * @return over 0, in units of the currency; empty if no amount is known
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public OptionalDouble mean(int row) {
    return purchases[row] == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean[row]);
  }

  /**
   * Returns what a model of spend knows of a customer.
   *
   * @param row the row of the customer in the sample, from 0
   * @return its purchases of known amount and their mean
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public SpendHistory history(int row) {
    return purchases[row] == 0 ? SpendHistory.none() : new SpendHistory(purchases[row], mean[row]);
  }

  /** Returns equal rows once, with their number; customers without a mean are left out. */
  GroupedSpend grouped() {
    return GroupedSpend.of(purchases, mean);
  }
}
