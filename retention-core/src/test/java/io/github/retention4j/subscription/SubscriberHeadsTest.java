package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.SubscriptionChange.cancellation;
import static io.github.retention4j.subscription.SubscriptionChange.planChange;
import static io.github.retention4j.subscription.SubscriptionChange.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.AverageRevenue;
import io.github.retention4j.revenue.ChurnDivisor;
import io.github.retention4j.revenue.CustomerAliases;
import io.github.retention4j.revenue.CustomerHeads;
import io.github.retention4j.revenue.LogoChurn;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.MovementCounting;
import io.github.retention4j.revenue.ReactivationWindow;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Heads with and without customers who bring nothing. */
class SubscriberHeadsTest {

  private static final LocalDate END = LocalDate.of(2024, 5, 1);
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), END));
  private static final Plan FREE = Plan.free(LedgerArbitraries.USD);
  private static final Plan TEN = Plan.of(Money.of("USD", 10), BillingPeriod.monthly());

  /** Ann pays; bob is on trial and pays from February; cat is free, leaves in March and is back. */
  private static final SubscriptionLedger LEDGER =
      SubscriptionLedger.of(
          List.of(
              event("ann", LocalDate.of(2023, 12, 1), start(TEN)),
              event("bob", LocalDate.of(2024, 1, 20), start(FREE)),
              event("bob", LocalDate.of(2024, 2, 3), planChange(TEN)),
              event("cat", LocalDate.of(2024, 1, 10), start(FREE)),
              event("cat", LocalDate.of(2024, 3, 5), cancellation(LossReason.VOLUNTARY)),
              event("cat", LocalDate.of(2024, 4, 5), start(FREE))),
          END);

  private static final RecurringRevenueCalculator PAYING =
      RecurringRevenueCalculator.withDefaults();
  private static final RecurringRevenueCalculator ALL =
      PAYING.with(RevenueRules.defaults().with(FreeCustomers.COUNTED));

  private static SubscriptionEvent event(
      String customer, LocalDate date, SubscriptionChange change) {
    return SubscriptionEvent.of(customer, "s1", date, change);
  }

  @Test
  void countThoseWhoBringNothingByName() {
    SubscriberHeads heads = ALL.heads(LEDGER, MONTHS);
    assertThat(heads.toText())
        .isEqualTo(
            """
            customers who bring nothing are counted
            period   opening  new  reactivated  churned  closing
            2024-01        1    2            0        0        3
            2024-02        3    0            0        0        3
            2024-03        3    0            0        1        2
            2024-04        2    0            1        0        3
            """);
    assertThat(heads.retained(1, 2)).contains(new Proportion(2, 3));
    assertThat(heads.retained(0, 3)).contains(new Proportion(1, 1));
    assertThat(heads.retained(1, 3)).contains(new Proportion(3, 3));
    assertThat(heads.movements(ReactivationWindow.never()).get(3))
        .isEqualTo(CustomerHeads.of(2, 1, 0, 0));
    assertThat(heads.rules().freeCustomers()).isEqualTo(FreeCustomers.COUNTED);
    assertThat(heads.axis()).isEqualTo(MONTHS);
  }

  @Test
  void countPayersAloneByDefault() {
    SubscriberHeads heads = PAYING.heads(LEDGER, MONTHS);
    assertThat(heads.toText())
        .isEqualTo(
            """
            customers who bring nothing are not counted
            period   opening  new  reactivated  churned  closing
            2024-01        1    0            0        0        1
            2024-02        1    1            0        0        2
            2024-03        2    0            0        0        2
            2024-04        2    0            0        0        2
            """);
    assertThat(heads.retained(1, 2)).contains(new Proportion(1, 1));
  }

  @Test
  void goIntoChurnAndAverageRevenue() {
    List<CustomerHeads> heads = ALL.heads(LEDGER, MONTHS).movements();
    List<RevenueBridgePeriod> bridge =
        RevenueBridgeCalculator.withDefaults().calculate(ALL.calculate(LEDGER, MONTHS)).periods();
    assertThat(
            LogoChurn.of(heads.get(2), MovementCounting.NET_OF_PERIOD, ChurnDivisor.AT_OPENING)
                .orElseThrow()
                .share())
        .contains(new Proportion(1, 3));
    assertThat(AverageRevenue.atClose(bridge.get(0).revenue(), heads.get(0)).orElseThrow())
        .hasToString("USD 3.33, USD 10.00 of 3 customers");
    assertThat(
            AverageRevenue.atClose(bridge.get(0).revenue(), bridge.get(0).customers())
                .orElseThrow())
        .hasToString("USD 10.00, USD 10.00 of 1 customer");
  }

  @Test
  void whoLeftBeforeTheAxisIsBack() {
    SubscriptionLedger ledger =
        SubscriptionLedger.of(
            List.of(
                event("cat", LocalDate.of(2023, 10, 1), start(FREE)),
                event("cat", LocalDate.of(2023, 11, 1), cancellation(LossReason.VOLUNTARY)),
                event("cat", LocalDate.of(2024, 1, 5), start(FREE))),
            END);
    SubscriberHeads heads = ALL.heads(ledger, MONTHS);
    assertThat(heads.movements().get(0)).isEqualTo(CustomerHeads.of(0, 0, 1, 0));
    assertThat(heads.movements(ReactivationWindow.within(30)).get(0))
        .isEqualTo(CustomerHeads.of(0, 1, 0, 0));
    assertThat(heads.retained(0, 0)).isEmpty();
  }

  @Test
  void takeAliasesForOne() {
    CustomerAliases aliases =
        CustomerAliases.of(Map.of(CustomerId.of("cat"), CustomerId.of("bob")));
    assertThat(ALL.with(aliases).heads(LEDGER, MONTHS).movements())
        .containsExactly(
            CustomerHeads.of(1, 1, 0, 0),
            CustomerHeads.of(2, 0, 0, 0),
            CustomerHeads.of(2, 0, 0, 0),
            CustomerHeads.of(2, 0, 0, 0));
  }

  @Test
  void wantSomebodyAndCompletePeriods() {
    SubscriptionLedger free =
        SubscriptionLedger.of(List.of(event("cat", LocalDate.of(2024, 1, 5), start(FREE))), END);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAYING.heads(free, MONTHS))
        .withMessage("customers (0) with revenue must be at least one");
    SubscriberHeads heads = ALL.heads(LEDGER, MONTHS);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heads.retained(0, 4));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> heads.retained(2, 1));
  }
}
