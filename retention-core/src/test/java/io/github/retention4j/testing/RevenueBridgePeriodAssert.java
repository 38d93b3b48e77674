package io.github.retention4j.testing;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueMovement;

/** Assertions about what moved recurring revenue in a period. */
public final class RevenueBridgePeriodAssert
    extends MetricAssert<RevenueBridgePeriodAssert, RevenueBridgePeriod> {

  RevenueBridgePeriodAssert(RevenueBridgePeriod actual) {
    super(actual, RevenueBridgePeriodAssert.class, "revenue bridge");
  }

  /** Passes if the period opens where and when another closed, in money and in heads. */
  public RevenueBridgePeriodAssert continues(RevenueBridgePeriod before) {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    checkFollows(reconciliation, before, actual);
    return expectReconciled(reconciliation);
  }

  static void checkFollows(
      Reconciliation reconciliation, RevenueBridgePeriod before, RevenueBridgePeriod now) {
    String closing = "closing of " + before.label();
    reconciliation.same(
        now.label(),
        "first day",
        now.days().start(),
        "end of " + before.label(),
        before.days().endExclusive());
    reconciliation.same(
        now.label(), "opening", now.revenue().opening(), closing, before.revenue().closing());
    reconciliation.same(
        now.label(),
        "customers at opening",
        now.customers().opening(),
        closing,
        before.customers().closing());
  }

  /** Passes if so much stood at the opening. */
  public RevenueBridgePeriodAssert hasOpening(Money amount) {
    isNotNull();
    return expectAmount("opening", actual.revenue().opening(), amount);
  }

  /** Passes if so much stood at the close. */
  public RevenueBridgePeriodAssert hasClosing(Money amount) {
    isNotNull();
    return expectAmount("closing", actual.revenue().closing(), amount);
  }

  /** Passes if a movement has that amount. */
  public RevenueBridgePeriodAssert hasMovement(RevenueMovement movement, Money amount) {
    isNotNull();
    return expectAmount(movement.words(), actual.revenue().amount(movement), amount);
  }

  private RevenueBridgePeriodAssert expectAmount(String name, Money found, Money expected) {
    if (!found.equals(expected)) {
      throw refused("of " + actual.label() + " to have " + name + " " + expected, found.toString());
    }
    return this;
  }

  /** Passes if that many customers took part in a movement. */
  public RevenueBridgePeriodAssert hasCustomers(RevenueMovement movement, long customers) {
    isNotNull();
    long found = actual.customers().count(movement);
    if (found != customers) {
      throw refused(
          "of " + actual.label() + " to have " + customers + " customers of " + movement.words(),
          Long.toString(found));
    }
    return this;
  }
}
