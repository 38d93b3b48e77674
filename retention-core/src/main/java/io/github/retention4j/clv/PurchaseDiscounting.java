package io.github.retention4j.clv;

import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.time.TimeScale;

/**
 * Which of the purchases to come count, and how much less for coming later.
 *
 * <p>A discount rate belongs to a calendar period, a model to a unit of fixed length. So the period
 * is given its length by name: a {@link DiscountRate} of 10 % a year with a {@link
 * TimeScale#MEAN_YEAR} is one of 10 % per 365.2425 days, whatever the unit of the model is.
 */
public sealed interface PurchaseDiscounting permits ContinuousDiscounting, PeriodicDiscounting {

  /**
   * Returns the discounted expected purchases of a customer after the end of observation.
   *
   * @param model the model, which says in what unit its times are
   * @param history the customer, in the same unit
   * @return 0 or more
   */
  double discountedPurchases(PurchaseModel model, PurchaseHistory history);

  /**
   * Returns the discounted expected repeat purchases of a customer not yet seen, from its first
   * purchase on.
   *
   * @param model the model, which says in what unit its times are
   * @return 0 or more; the first purchase is not among them
   */
  double discountedPurchases(PurchaseModel model);
}
