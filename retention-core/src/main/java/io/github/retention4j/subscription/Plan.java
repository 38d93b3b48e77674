package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import java.util.Currency;

/**
 * What a subscription costs from a day on, all its seats together.
 *
 * @param price what is charged each time, before discounts; a {@link LedgerCollector} refuses a
 *     negative one and names the record
 * @param every how often
 * @param kind whether it is charged
 */
public record Plan(Money price, BillingPeriod every, PlanKind kind) {

  /**
   * Checks that nothing is null.
   *
   * @param price what is charged each time
   * @param every how often
   * @param kind whether it is charged
   */
  public Plan {
    requireNonNull(price, "price");
    requireNonNull(every, "every");
    requireNonNull(kind, "kind");
  }

  /**
   * Returns a plan that is charged.
   *
   * @param price what is charged each time
   * @param every how often
   * @return the plan
   */
  public static Plan of(Money price, BillingPeriod every) {
    return new Plan(price, every, PlanKind.PAID);
  }

  /**
   * Returns a trial, which brings nothing until a plan change to a paid plan.
   *
   * @param price what will be charged
   * @param every how often
   * @return the plan
   */
  public static Plan trial(Money price, BillingPeriod every) {
    return new Plan(price, every, PlanKind.TRIAL);
  }

  /**
   * Returns a plan that costs nothing.
   *
   * @param currency the currency of the account
   * @return the plan
   */
  public static Plan free(Currency currency) {
    return new Plan(Money.zero(currency), BillingPeriod.monthly(), PlanKind.FREE);
  }

  boolean isChargedIn(Currency currency) {
    return kind != PlanKind.FREE && price.currency().equals(currency);
  }

  /**
   * Returns the price and how often it is charged.
   *
   * @return for example {@code USD 500.00 every year}, with the kind if it is not charged
   */
  @Override
  public String toString() {
    return price + " " + every + (kind == PlanKind.PAID ? "" : " (" + kind + ")");
  }
}
