package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import io.github.retention4j.revenue.RevenueRetentionDefinition;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.subscription.RecurringRevenueCalculator;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class SampleLedgerTest {

  private static final SampleLedger TRUTH = SampleLedger.SOFTWARE;
  private static final YearMonth FIRST = YearMonth.of(2023, 1);
  private static final int MONTHS = 24;
  private static final int CUSTOMERS_PER_MONTH = 100;

  private static final SubscriptionLedger LEDGER =
      TRUTH.simulate(FIRST, MONTHS, CUSTOMERS_PER_MONTH, 42);
  private static final RevenueGrid GRID =
      RecurringRevenueCalculator.withDefaults()
          .calculate(
              LEDGER,
              PeriodAxis.months(new DateRange(FIRST.atDay(1), FIRST.plusMonths(MONTHS).atDay(1))));
  private static final RevenueBridge BRIDGE =
      RevenueBridgeCalculator.withDefaults().calculate(GRID);

  @Test
  void asManyLeaveAndChangeAsTheTruthSays() {
    assertThat(BRIDGE).reconciles();
    assertThat(share(it -> it.customers().churned())).isConsistentWith(TRUTH.churn());
    assertThat(share(it -> it.customers().expanded())).isConsistentWith(TRUTH.upgrade());
    assertThat(share(it -> it.customers().contracted())).isConsistentWith(TRUTH.downgrade());
  }

  /** Of all customers at the opening of a month, over all months. */
  private static Proportion share(ToLongFunction<RevenueBridgePeriod> moved) {
    List<RevenueBridgePeriod> periods = BRIDGE.periods();
    return new Proportion(
        periods.stream().mapToLong(moved).sum(),
        periods.stream().mapToLong(it -> it.customers().opening()).sum());
  }

  @Test
  void revenueIsRetainedAsTheTruthSays() {
    RevenueRetention gross = lastMonth(RevenueRetentionDefinition.GROSS_PER_CUSTOMER);
    RevenueRetention net = lastMonth(RevenueRetentionDefinition.NET_SAME_CUSTOMERS);
    assertThat(gross).isConsistentWith(TRUTH.grossRetention()).isGrossOf(net);
    assertThat(net).isConsistentWith(TRUTH.netRetention());
    assertThat(TRUTH.grossRetention()).isEqualTo(1 - 0.03 - 0.01 / 2);
  }

  private static RevenueRetention lastMonth(RevenueRetentionDefinition definition) {
    List<RevenueRetention> months =
        RevenueRetentionCalculator.withDefaults().with(definition).calculate(GRID);
    return months.get(months.size() - 1);
  }

  @Test
  void customersComeEachMonth() {
    assertThat(BRIDGE.periods())
        .hasSize(MONTHS)
        .allMatch(period -> period.customers().newCustomers() == CUSTOMERS_PER_MONTH);
    assertThat(LEDGER.observationEndExclusive()).isEqualTo("2025-01-01");
    assertThat(TRUTH.simulate(FIRST, MONTHS, CUSTOMERS_PER_MONTH, 42)).isEqualTo(LEDGER);
    assertThat(TRUTH.simulate(FIRST, MONTHS, CUSTOMERS_PER_MONTH, 43)).isNotEqualTo(LEDGER);
  }

  @Test
  void chancesMustBeChances() {
    assertThatThrownBy(() -> new SampleLedger(0.6, 0.3, 0.2, Money.of("USD", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "churn (0.6), upgrade (0.3) and downgrade (0.2) must be 0 or more and at most 1 in"
                + " all");
    assertThatThrownBy(() -> new SampleLedger(-0.1, 0, 0, Money.of("USD", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
