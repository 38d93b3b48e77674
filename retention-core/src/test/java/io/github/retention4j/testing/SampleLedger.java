package io.github.retention4j.testing;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.BillingPeriod;
import io.github.retention4j.subscription.Plan;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.subscription.SubscriptionLedger;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A subscription business whose truth is known. Customers pay by the month. In each calendar month,
 * one that was there when it began leaves, goes over to twice its price or to half of it, or
 * changes nothing.
 *
 * @param churn the chance to leave in a month
 * @param upgrade the chance to pay twice as much from then on
 * @param downgrade the chance to pay half as much from then on
 * @param price what a new customer pays a month
 */
public record SampleLedger(double churn, double upgrade, double downgrade, Money price) {

  /** 3 of 100 leave a month, 2 pay twice as much and 1 pays half. */
  public static final SampleLedger SOFTWARE =
      new SampleLedger(0.03, 0.02, 0.01, Money.of("USD", 64));

  private static final String SUBSCRIPTION = "main";

  /**
   * Checks the chances.
   *
   * @throws IllegalArgumentException if one is negative or their sum is over 1
   */
  public SampleLedger {
    if (!(Math.min(churn, Math.min(upgrade, downgrade)) >= 0 && churn + upgrade + downgrade <= 1)) {
      throw new IllegalArgumentException(
          "churn (%s), upgrade (%s) and downgrade (%s) must be 0 or more and at most 1 in all"
              .formatted(churn, upgrade, downgrade));
    }
  }

  /** Expected gross revenue retention over a month, customer by customer. */
  public double grossRetention() {
    return 1 - churn - downgrade / 2;
  }

  /** Expected net revenue retention over a month. */
  public double netRetention() {
    return grossRetention() + upgrade;
  }

  /**
   * The ledger of some months, in each of which as many customers come; observed to the end of the
   * last month. The same seed draws the same ledger.
   */
  public SubscriptionLedger simulate(
      YearMonth first, int months, int customersPerMonth, long seed) {
    List<SubscriptionEvent> events = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    YearMonth end = first.plusMonths(months);
    for (int i = 0; i < months * customersPerMonth; i++) {
      YearMonth start = first.plusMonths(i / customersPerMonth);
      addLife(events, CustomerId.of(i + 1L), start, end, random.split());
    }
    return SubscriptionLedger.of(events, end.atDay(1));
  }

  private void addLife(
      List<SubscriptionEvent> events,
      CustomerId customer,
      YearMonth start,
      YearMonth end,
      SplittableRandom random) {
    Money paid = price;
    add(events, customer, start, random, SubscriptionChange.start(plan(paid)));
    for (YearMonth month = start.plusMonths(1); month.isBefore(end); month = month.plusMonths(1)) {
      double drawn = random.nextDouble();
      if (drawn < churn) {
        SubscriptionChange left = SubscriptionChange.cancellation(LossReason.VOLUNTARY);
        add(events, customer, month, random, left);
        return;
      }
      if (drawn < churn + upgrade + downgrade) {
        paid = drawn < churn + upgrade ? paid.times(2) : half(paid);
        add(events, customer, month, random, SubscriptionChange.planChange(plan(paid)));
      }
    }
  }

  private static void add(
      List<SubscriptionEvent> events,
      CustomerId customer,
      YearMonth month,
      SplittableRandom random,
      SubscriptionChange change) {
    int day = 1 + random.nextInt(month.lengthOfMonth());
    events.add(new SubscriptionEvent(customer, SUBSCRIPTION, month.atDay(day), change));
  }

  private static Plan plan(Money monthly) {
    return Plan.of(monthly, BillingPeriod.monthly());
  }

  private static Money half(Money amount) {
    return new Money(amount.currency(), amount.amount().multiply(new BigDecimal("0.5")));
  }
}
