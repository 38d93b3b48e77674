package io.github.retention4j.testing;

import io.github.retention4j.money.Money;
import io.github.retention4j.subscription.BillingPeriod;
import io.github.retention4j.subscription.Plan;
import io.github.retention4j.subscription.PlanKind;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A subscription as it is drawn and shrunk: by chance alone, and made valid by a {@link
 * SubscriptionScript}.
 *
 * @param customer the number of its customer
 * @param start its first day
 * @param terms the plan it begins with
 * @param steps what happens to it then
 */
record SubscriptionDraw(int customer, LocalDate start, Terms terms, List<Step> steps) {

  private static final int MOST_STEPS = 8;
  private static final int MOST_DAYS_BETWEEN = 60;
  private static final int HIGHEST_PRICE = 50;

  /** What is charged, and whether a contract of a year is signed. */
  record Terms(PlanKind kind, BillingPeriod every, String currency, int price, boolean contract) {

    Plan plan() {
      return new Plan(Money.of(currency, price), every, kind);
    }

    Plan paidPlan(int newPrice) {
      return Plan.of(Money.of(currency, newPrice), every);
    }
  }

  /** What happens so many days later, as far as it fits. */
  record Step(int days, Action action, int price) {}

  /** What may happen; where it is so already, it ends instead. */
  enum Action {
    PRICE,
    RENEWAL,
    DISCOUNT,
    PAUSE,
    FAILED_PAYMENT,
    NOTICE,
    END
  }

  static Arbitrary<SubscriptionDraw> arbitrary(
      int customers, DateRange range, List<String> currencies) {
    return Combinators.combine(
            Arbitraries.integers().between(1, customers),
            RetentionArbitraries.dates(range),
            anyTerms(currencies),
            anySteps().list().ofMaxSize(MOST_STEPS))
        .as(SubscriptionDraw::new)
        .withoutEdgeCases();
  }

  private static Arbitrary<Terms> anyTerms(List<String> currencies) {
    return Combinators.combine(
            Arbitraries.of(
                PlanKind.PAID, PlanKind.PAID, PlanKind.PAID, PlanKind.TRIAL, PlanKind.FREE),
            Arbitraries.of(BillingPeriod.monthly(), BillingPeriod.yearly(), BillingPeriod.weekly()),
            Arbitraries.of(currencies),
            Arbitraries.integers().between(1, HIGHEST_PRICE),
            Arbitraries.of(false, true))
        .as(Terms::new);
  }

  private static Arbitrary<Step> anySteps() {
    return Combinators.combine(
            Arbitraries.integers().between(1, MOST_DAYS_BETWEEN),
            Arbitraries.of(Action.class),
            Arbitraries.integers().between(1, HIGHEST_PRICE))
        .as(Step::new);
  }

  static SubscriptionLedger ledger(List<SubscriptionDraw> draws, DateRange range) {
    List<SubscriptionEvent> events = new ArrayList<>();
    for (int i = 0; i < draws.size(); i++) {
      events.addAll(new SubscriptionScript(draws.get(i), "s" + (i + 1), range).events());
    }
    return SubscriptionLedger.of(events, range.endExclusive());
  }
}
