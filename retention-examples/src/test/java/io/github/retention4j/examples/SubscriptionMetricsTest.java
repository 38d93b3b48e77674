package io.github.retention4j.examples;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import io.github.retention4j.revenue.RevenueRetentionDefinition;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.subscription.BillingPeriod;
import io.github.retention4j.subscription.Plan;
import io.github.retention4j.subscription.RecurringRevenueCalculator;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.testing.SampleLedger;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How a subscription business tests its metrics: known cases, properties and a known truth. */
class SubscriptionMetricsTest {

  private static final DateRange YEAR =
      new DateRange(LocalDate.of(2024, Month.JANUARY, 1), LocalDate.of(2025, Month.JANUARY, 1));

  // A case that was worked out by hand.

  private static final SubscriptionLedger LEDGER =
      SubscriptionLedger.of(
          List.of(
              record("acme", Month.JANUARY, SubscriptionChange.start(monthly(100))),
              record("acme", Month.MARCH, SubscriptionChange.planChange(monthly(130))),
              record("zenith", Month.JANUARY, SubscriptionChange.start(monthly(50))),
              record("zenith", Month.MARCH, SubscriptionChange.cancellation(LossReason.VOLUNTARY))),
          YEAR.endExclusive());

  private static SubscriptionEvent record(String customer, Month month, SubscriptionChange change) {
    return SubscriptionEvent.of(customer, "main", LocalDate.of(2024, month, 15), change);
  }

  private static Plan monthly(long dollars) {
    return Plan.of(usd(dollars), BillingPeriod.monthly());
  }

  private static Money usd(long dollars) {
    return Money.of("USD", dollars);
  }

  @Test
  void mrrOfTheLeapDayIsWhatTheBoardWasTold() {
    assertThat(RecurringRevenueCalculator.withDefaults().on(LEDGER, LocalDate.of(2024, 2, 29)))
        .hasMonthly(usd(150))
        .hasCustomers(2)
        .hasCustomer(CustomerId.of("zenith"), usd(50));
  }

  @Test
  void theBridgeOfMarchExplainsTheFall() {
    assertThat(bridge(revenue(LEDGER)))
        .reconciles()
        .period("2024-03")
        .hasOpening(usd(150))
        .hasMovement(RevenueMovement.EXPANSION, usd(30))
        .hasMovement(RevenueMovement.CHURN, usd(50))
        .hasClosing(usd(130));
  }

  private static RevenueGrid revenue(SubscriptionLedger ledger) {
    return RecurringRevenueCalculator.withDefaults().calculate(ledger, PeriodAxis.months(YEAR));
  }

  private static RevenueBridge bridge(RevenueGrid revenue) {
    return RevenueBridgeCalculator.withDefaults().calculate(revenue);
  }

  // What holds whatever customers do.

  @Provide
  Arbitrary<RevenueGrid> revenues() {
    return RetentionArbitraries.revenueGrids(5, YEAR, "USD");
  }

  @Property(tries = 100)
  void everyBridgeReconciles(@ForAll("revenues") RevenueGrid revenue) {
    assertThat(bridge(revenue)).reconciles().total().hasClosing(revenue.totalAt(11));
  }

  @Property(tries = 100)
  void grossRetentionIsAtMostNetRetention(@ForAll("revenues") RevenueGrid revenue) {
    List<RevenueRetention> gross =
        retention(revenue, RevenueRetentionDefinition.GROSS_PER_CUSTOMER);
    List<RevenueRetention> net = retention(revenue, RevenueRetentionDefinition.NET_SAME_CUSTOMERS);
    for (int month = 0; month < gross.size(); month++) {
      assertThat(gross.get(month)).isAtMost(1).isGrossOf(net.get(month));
    }
  }

  private static List<RevenueRetention> retention(
      RevenueGrid revenue, RevenueRetentionDefinition definition) {
    return RevenueRetentionCalculator.withDefaults().with(definition).calculate(revenue);
  }

  // A business of which the truth is known: 3 % of customers leave a month.

  @Test
  void ourWayToCountChurnFindsTheTruth() {
    SampleLedger truth = SampleLedger.SOFTWARE;
    SubscriptionLedger ledger = truth.simulate(YearMonth.of(2024, 1), 12, 100, 42);
    List<RevenueBridgePeriod> months = bridge(revenue(ledger)).periods();
    long lost = months.stream().mapToLong(month -> month.customers().churned()).sum();
    long atStart = months.stream().mapToLong(month -> month.customers().opening()).sum();
    assertThat(new Proportion(lost, atStart)).isConsistentWith(truth.churn()).isAtMost(0.04);
  }
}
