package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.SubscriptionChange.cancellation;
import static io.github.retention4j.subscription.SubscriptionChange.renewal;
import static io.github.retention4j.subscription.SubscriptionChange.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.subscription.SubscriptionChange.Renewal;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalCalculatorTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 1);
  private static final DateRange QUARTER = new DateRange(LocalDate.of(2024, 1, 1), END);
  private static final PeriodAxis MONTHS = PeriodAxis.months(QUARTER);
  private static final Plan HUNDRED = Plan.of(Money.of("USD", 100), BillingPeriod.monthly());
  private static final RenewalCalculator USUAL = RenewalCalculator.withDefaults();

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }

  private static SubscriptionEvent event(String name, LocalDate date, SubscriptionChange change) {
    return SubscriptionEvent.of(name, "s1", date, change);
  }

  private static SubscriptionEvent due(String customer, LocalDate termEnd) {
    return event(customer, LocalDate.of(2023, 1, 10), start(HUNDRED).until(termEnd));
  }

  private static SubscriptionLedger ledger(SubscriptionEvent... events) {
    return SubscriptionLedger.of(Arrays.asList(events), END);
  }

  private static final SubscriptionLedger ONE_LATE =
      ledger(
          due("ann", day(1, 15)),
          event("ann", day(2, 5), renewal(LocalDate.of(2025, 2, 5))),
          due("bob", day(2, 15)),
          event("bob", day(2, 15), renewal(LocalDate.of(2025, 2, 15))));

  @Test
  void creditsALateRenewalWhenDue() {
    RenewalTable table = USUAL.calculate(ONE_LATE, MONTHS);
    assertThat(table.renewals(0).proportion()).contains(new Proportion(1, 1));
    assertThat(table.renewals(1).proportion()).contains(new Proportion(1, 1));
    assertThat(table.renewals(2).rate()).isEmpty();
    assertThat(table.lateRenewals()).isEqualTo(LateRenewals.CREDIT_WHEN_DUE);
    assertThat(USUAL.calculate(ONE_LATE, PeriodAxis.quarters(QUARTER)).renewals(0).proportion())
        .contains(new Proportion(2, 2));
  }

  @Test
  void creditsALateRenewalWhenClosed() {
    RenewalCalculator closed = USUAL.with(LateRenewals.CREDIT_WHEN_CLOSED);
    RenewalTable table = closed.calculate(ONE_LATE, MONTHS);
    assertThat(table.renewals(0).rate()).hasValue(0);
    assertThat(table.renewals(0).proportion()).contains(new Proportion(0, 1));
    assertThat(table.renewals(1).rate()).hasValue(2);
    assertThat(table.renewals(1).proportion()).isEmpty();
    assertThat(table.renewals(1).valueRate()).hasValue(2);
    assertThat(closed.calculate(ONE_LATE, PeriodAxis.quarters(QUARTER)).renewals(0).rate())
        .hasValue(1);
  }

  @Test
  void limitsLateness() {
    assertThat(USUAL.withMostDaysLate(20).calculate(ONE_LATE, MONTHS).renewals(0).rate())
        .hasValue(0);
    assertThat(USUAL.withMostDaysLate(21).calculate(ONE_LATE, MONTHS).renewals(0).rate())
        .hasValue(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> USUAL.withMostDaysLate(-1))
        .withMessage("days (-1) must not be negative");
  }

  @Test
  void tellsRenewalFromRetention() {
    RenewalTable table =
        USUAL.calculate(
            ledger(
                due("ann", day(1, 15)),
                event("ann", day(1, 10), renewal(LocalDate.of(2025, 1, 15))),
                due("bob", day(1, 31)),
                due("cat", day(9, 1)),
                event("dan", LocalDate.of(2023, 5, 1), start(HUNDRED))),
            MONTHS);
    Renewals january = table.renewals(0);
    assertThat(january.contracts()).isEqualTo(4);
    assertThat(january.due()).isEqualTo(2);
    assertThat(january.renewed()).isEqualTo(1);
    assertThat(january.rate()).hasValue(0.5);
    assertThat(january.retention()).hasValue(0.75);
    assertThat(january.valueRetention()).hasValue(0.75);
    assertThat(january.contractValue()).isEqualTo(Money.of("USD", 400));
    assertThat(table.renewals(1).contracts()).isEqualTo(3);
  }

  @Test
  void keepsExpansionApart() {
    Plan more = Plan.of(Money.of("USD", 150), BillingPeriod.monthly());
    Plan less = Plan.of(Money.of("USD", 60), BillingPeriod.monthly());
    Renewals january =
        USUAL
            .calculate(
                ledger(
                    due("ann", day(1, 15)),
                    event("ann", day(1, 15), new Renewal(day(12, 1), Optional.of(more))),
                    due("bob", day(1, 20)),
                    event("bob", day(1, 20), new Renewal(day(12, 1), Optional.of(less)))),
                MONTHS)
            .renewals(0);
    assertThat(january.rate()).hasValue(1);
    assertThat(january.valueRate()).hasValue(0.8);
    assertThat(january.valueRateAtNewPrice()).hasValue(1.05);
  }

  @Test
  void countsEarlyCancellationsByName() {
    SubscriptionLedger ledger =
        ledger(
            due("ann", day(2, 15)),
            event("ann", day(1, 5), cancellation(LossReason.VOLUNTARY)),
            due("bob", day(2, 20)),
            event("bob", day(2, 25), cancellation(LossReason.VOLUNTARY)));
    assertThat(USUAL.calculate(ledger, MONTHS).renewals(1).proportion())
        .contains(new Proportion(0, 2));
    assertThat(
            USUAL
                .with(EarlyCancellations.LEFT_OUT)
                .calculate(ledger, MONTHS)
                .renewals(1)
                .proportion())
        .contains(new Proportion(0, 1));
  }

  @Test
  void readsNothingAfterTheEndOfObservation() {
    SubscriptionLedger ledger =
        ledger(
            due("ann", day(3, 20)),
            event("ann", day(4, 1), renewal(day(12, 1))),
            due("bob", day(4, 1)));
    RenewalTable table =
        USUAL.calculate(
            ledger, PeriodAxis.months(new DateRange(day(1, 1), LocalDate.of(2024, 6, 1))));
    assertThat(table.periods()).hasSize(3);
    assertThat(table.renewals(2).due()).isEqualTo(1);
    assertThat(table.renewals(2).renewed()).isZero();
  }

  @Test
  void leavesOutTrialsAndTermsRenewedByANewStart() {
    Plan trial = Plan.trial(Money.of("USD", 10), BillingPeriod.monthly());
    RenewalTable table =
        USUAL.calculate(
            ledger(
                event("ann", day(1, 1), start(trial).until(day(1, 15))),
                due("bob", day(1, 15)),
                event("bob", day(1, 20), start(HUNDRED).until(day(3, 1))),
                event("bob", day(3, 1), renewal(day(12, 1)))),
            MONTHS);
    assertThat(table.renewals(0).due()).isEqualTo(1);
    assertThat(table.renewals(0).renewed()).isZero();
    assertThat(table.renewals(2).proportion()).contains(new Proportion(1, 1));
  }

  @Test
  void valuesAtTheRateOfTheDayWhenDue() {
    Plan euros = Plan.of(Money.of("EUR", 100), BillingPeriod.monthly());
    ExchangeRates rates =
        ExchangeRates.into(
            LedgerArbitraries.USD,
            List.of(
                ExchangeRate.of("EUR", LocalDate.of(2023, 1, 1), "1.1"),
                ExchangeRate.of("EUR", day(1, 15), "1.2"),
                ExchangeRate.of("EUR", day(2, 1), "2")));
    Renewals january =
        USUAL
            .with(rates)
            .calculate(
                ledger(
                    event("ann", LocalDate.of(2023, 1, 10), start(euros).until(day(1, 15))),
                    event("ann", day(2, 5), renewal(day(12, 1)))),
                MONTHS)
            .renewals(0);
    assertThat(january.dueValue()).isEqualTo(Money.of("USD", 120));
    assertThat(january.renewedAtNewPrice()).isEqualTo(Money.of("USD", 120));
  }

  /** The contract of bob was due before there was a rate, cat's stood when January opened. */
  @Test
  void collectsMissingRates() {
    Plan euros = Plan.of(Money.of("EUR", 100), BillingPeriod.monthly());
    LocalDate signed = LocalDate.of(2023, 1, 10);
    SubscriptionLedger ledger =
        ledger(
            due("ann", day(1, 15)),
            event("bob", signed, start(euros).until(day(1, 10))),
            event("cat", signed, start(euros).until(day(2, 10))),
            event("dan", day(1, 20), start(euros).until(day(3, 20))));
    RenewalCalculator calculator =
        USUAL.with(
            ExchangeRates.into(
                LedgerArbitraries.USD, List.of(ExchangeRate.of("EUR", day(1, 15), "1.2"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.calculate(ledger, MONTHS))
        .withMessage(
            "rate of EUR into USD on 2024-01-10 must be given for the revenue of customer bob");
    List<String> leftOut = new ArrayList<>();
    RenewalTable table =
        calculator.calculate(
            ledger,
            MONTHS,
            rate -> leftOut.add(rate.customer() + " " + rate.currency() + " " + rate.date()));
    assertThat(leftOut).containsExactly("bob EUR 2024-01-10", "cat EUR 2023-12-31");
    SubscriptionLedger rest =
        ledger.filter(customer -> !List.of("bob", "cat").contains(customer.value())).orElseThrow();
    assertThat(table).isEqualTo(calculator.calculate(rest, MONTHS));
    assertThat(table.renewals(0).due()).isEqualTo(1);
  }

  @Test
  void printsATable() {
    assertThat(USUAL.calculate(ONE_LATE, MONTHS).toText())
        .isEqualTo(
            """
            late renewals credited when due, early cancellations due
            period   contracts  due  renewed      rate     due MRR  renewed MRR  MRR rate
            2024-01          2    1        1  100.00 %  USD 100.00   USD 100.00  100.00 %
            2024-02          1    1        1  100.00 %  USD 100.00   USD 100.00  100.00 %
            2024-03          2    0        0         -    USD 0.00     USD 0.00         -
            """);
  }

  @Test
  void checksItsCounts() {
    Money none = Money.of("USD", 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Renewals(1, 2, 0, none, none, none, none))
        .withMessage("due (2) must be from 0 to contracts (1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Renewals(1, 1, -1, none, none, none, none))
        .withMessage("renewed (-1) must not be negative");
    Renewals empty = new Renewals(0, 0, 0, none, none, none, none);
    assertThat(empty.retention()).isEmpty();
    assertThat(empty.valueRetention()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RenewalTable(
                    PeriodAxis.quarters(QUARTER),
                    List.of(empty, empty),
                    LateRenewals.CREDIT_WHEN_DUE,
                    EarlyCancellations.DUE,
                    RevenueRules.defaults()))
        .withMessage("periods (2) must be at most 1");
  }
}
