package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.renewal.GeometricLifetime;
import io.github.retention4j.renewal.GeometricLifetimeFitter;
import io.github.retention4j.renewal.RenewalCohort;
import io.github.retention4j.renewal.RenewalSample;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.subscription.BillingPeriod;
import io.github.retention4j.subscription.Plan;
import io.github.retention4j.subscription.RecurringRevenue;
import io.github.retention4j.subscription.RecurringRevenueCalculator;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.time.Granularity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueAssertionsTest {

  private static final PeriodicMargin MARGIN = new PeriodicMargin(usd(10), Granularity.MONTH);

  /** 10 / (1 - 0.8), of 80 retained out of 100. */
  private static final LifetimeValue VALUE =
      LifetimeValueCalculator.withDefaults()
          .with(LifetimeValueFormula.MARGIN_OVER_CHURN)
          .calculate(
              MARGIN,
              CustomerCounts.ofStartAcquiredEnd(100, 0, 80)
                  .retention(Granularity.MONTH)
                  .orElseThrow());

  private static final LifetimeValue ENDLESS =
      LifetimeValueCalculator.withDefaults()
          .with(LifetimeValueFormula.MARGIN_OVER_CHURN)
          .calculate(MARGIN, 1);

  /** 20 % leave at each of two renewals. */
  private static final Fit<GeometricLifetime> FIT =
      GeometricLifetimeFitter.withDefaults()
          .fit(RenewalSample.of(RenewalCohort.ofSurvivors(100, 80, 64)));

  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  private static final RecurringRevenue REVENUE =
      RecurringRevenueCalculator.withDefaults()
          .on(
              SubscriptionLedger.of(
                  List.of(
                      start("a", Plan.of(Money.of("USD", 50), BillingPeriod.monthly())),
                      start("b", Plan.of(Money.of("USD", 1200), BillingPeriod.yearly()))),
                  LocalDate.of(2024, 3, 10)),
              DAY);

  private static SubscriptionEvent start(String customer, Plan plan) {
    return SubscriptionEvent.of(
        customer, "main", LocalDate.of(2024, 1, 15), SubscriptionChange.start(plan));
  }

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  @Test
  void lifetimeValuesPassWhatHolds() {
    assertThat(VALUE)
        .isAtLeast(usd(49.99))
        .isAtMost(usd(50.01))
        .isCloseTo(usd(52), 0.04)
        .isConsistentWith(usd(40));
    assertThat(ENDLESS).isUnbounded();
  }

  @Test
  void lifetimeValuesFailWithTheirAssumptions() {
    String was = " but was USD 50.00 (" + VALUE.assumptions() + "), interval [USD ";
    assertThatThrownBy(() -> assertThat(VALUE).isAtLeast(usd(60)))
        .hasMessageStartingWith("Expected lifetime value to be at least USD 60.00" + was)
        .hasMessageContaining("retention 80/100 (80.00 %) a month")
        .hasMessageEndingWith("] 95 % Wilson");
    assertThatThrownBy(() -> assertThat(VALUE).isAtMost(MonetaryEstimate.of("EUR", 60)))
        .hasMessageStartingWith("Expected lifetime value to be at most EUR 60.00" + was);
    assertThatThrownBy(() -> assertThat(VALUE).isCloseTo(usd(52), 0.03))
        .hasMessageStartingWith(
            "Expected lifetime value to be USD 52.00 but for a share of 0.03" + was);
    assertThatThrownBy(() -> assertThat(VALUE).isUnbounded())
        .hasMessageStartingWith("Expected lifetime value to be unbounded" + was);
    assertThatThrownBy(() -> assertThat(VALUE).isConsistentWith(usd(500)))
        .hasMessageStartingWith("Expected lifetime value to be consistent with USD 500.00" + was);
    assertThatThrownBy(() -> assertThat(VALUE).isConsistentWith(MonetaryEstimate.of("EUR", 50)))
        .hasMessageStartingWith("Expected lifetime value to be consistent with EUR 50.00" + was);
    assertThatThrownBy(() -> assertThat(ENDLESS).isAtMost(usd(1)))
        .hasMessageStartingWith(
            "Expected lifetime value to be at most USD 1.00 but was unbounded (");
  }

  @Test
  void estimatesPassAndFail() {
    MonetaryEstimate estimate = VALUE.value().orElseThrow();
    assertThat(estimate).isAtLeast(usd(40)).isWithin(VALUE.interval().orElseThrow());
    assertThatThrownBy(() -> assertThat(estimate).isAtLeast(usd(60)))
        .hasMessage("Expected estimate to be at least USD 60.00 but was USD 50.00");
    assertThatThrownBy(() -> assertThat(usd(500)).isWithin(VALUE.interval().orElseThrow()))
        .hasMessageStartingWith("Expected estimate to be within [USD ")
        .hasMessageEndingWith("] 95 % Wilson but was USD 500.00");
  }

  @Test
  void fitsPassWhatTheyRecover() {
    assertThat(FIT).recovers("theta", 0.25).recovers("theta", 0.2, 0.5).hasNoWarnings();
    assertThat(FIT.report()).recovers(Map.of("theta", 0.2), 0.9);
  }

  @Test
  void fitsFailWithEstimateAndInterval() {
    assertThatThrownBy(() -> assertThat(FIT).recovers("theta", 0.5))
        .hasMessageMatching(
            "Expected .* on 100 observations to recover but did not\n"
                + "  theta = 0.5: estimate 0\\.(20*\\d?|19999\\d+), interval \\[0\\.1\\d+,"
                + " 0\\.2\\d+\\] 95 % Wald on logit scale");
    assertThatThrownBy(() -> assertThat(FIT).recovers("alpha", 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name (alpha) must be one of theta");
  }

  @Test
  void recurringRevenuePassesWhatHolds() {
    assertThat(REVENUE)
        .isOn(DAY)
        .hasMonthly(Money.of("USD", 150))
        .hasAnnual(Money.of("USD", 1800))
        .hasCustomers(2)
        .hasCustomer(CustomerId.of("b"), Money.of("USD", 100))
        .hasCustomer(CustomerId.of("c"), Money.of("USD", 0));
  }

  @Test
  void recurringRevenueFailsWithItsCustomers() {
    String was = " but was 2024-02-29: MRR USD 150.00, ARR USD 1800.00, 2 customers";
    assertThatThrownBy(() -> assertThat(REVENUE).isOn(DAY.plusDays(1)))
        .hasMessage("Expected recurring revenue to be on 2024-03-01" + was);
    assertThatThrownBy(() -> assertThat(REVENUE).hasMonthly(Money.of("USD", "150.01")))
        .hasMessage("Expected recurring revenue to be MRR USD 150.01" + was);
    assertThatThrownBy(() -> assertThat(REVENUE).hasAnnual(Money.of("USD", 1801)))
        .hasMessage("Expected recurring revenue to be ARR USD 1801.00" + was);
    assertThatThrownBy(() -> assertThat(REVENUE).hasCustomers(3))
        .hasMessage("Expected recurring revenue to come from 3 customers" + was);
    assertThatThrownBy(
            () -> assertThat(REVENUE).hasCustomer(CustomerId.of("b"), Money.of("USD", 99)))
        .hasMessage(
            "Expected recurring revenue of b on 2024-02-29 to be USD 99.00 but was USD 100.00");
  }
}
