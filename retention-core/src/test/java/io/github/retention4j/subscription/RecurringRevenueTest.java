package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.SubscriptionChange.cancellation;
import static io.github.retention4j.subscription.SubscriptionChange.planChange;
import static io.github.retention4j.subscription.SubscriptionChange.renewal;
import static io.github.retention4j.subscription.SubscriptionChange.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.CustomerAliases;
import io.github.retention4j.revenue.GridSteps;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.subscription.SubscriptionChange.CancelRequest;
import io.github.retention4j.subscription.SubscriptionChange.Cancellation;
import io.github.retention4j.subscription.SubscriptionChange.DiscountEnd;
import io.github.retention4j.subscription.SubscriptionChange.DiscountStart;
import io.github.retention4j.subscription.SubscriptionChange.Status;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecurringRevenueTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate END = LocalDate.of(2025, 1, 1);
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), END));
  private static final PeriodAxis DAYS =
      PeriodAxis.days(new DateRange(LocalDate.of(2024, 1, 1), END));
  private static final RevenueRules RULES = RevenueRules.defaults();

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }

  private static Plan monthly(String price) {
    return Plan.of(Money.of("USD", price), BillingPeriod.monthly());
  }

  private static Plan euros(String price) {
    return Plan.of(Money.of("EUR", price), BillingPeriod.monthly());
  }

  private static SubscriptionEvent ann(LocalDate date, SubscriptionChange change) {
    return SubscriptionEvent.of("ann", "s1", date, change);
  }

  private static SubscriptionEvent ann2(LocalDate date, SubscriptionChange change) {
    return SubscriptionEvent.of("ann", "s2", date, change);
  }

  private static SubscriptionLedger ledger(SubscriptionEvent... events) {
    return SubscriptionLedger.of(Arrays.asList(events), END);
  }

  private static RecurringRevenueCalculator by(RevenueRules rules) {
    return RecurringRevenueCalculator.withDefaults().with(rules);
  }

  /** What ann is worth at the close of the first months of 2024, as plain digits. */
  private static List<String> months(
      RecurringRevenueCalculator calculator, int months, SubscriptionEvent... events) {
    RevenueGrid grid = calculator.calculate(ledger(events), MONTHS);
    return IntStream.range(0, months).mapToObj(month -> digits(grid, month)).toList();
  }

  private static String digits(RevenueGrid grid, int period) {
    int row = grid.rowOf(CustomerId.of("ann")).orElseThrow();
    return grid.revenueAt(row, period).amount().stripTrailingZeros().toPlainString();
  }

  private static LossReason reasonOfLoss(
      RecurringRevenueCalculator calculator, SubscriptionEvent... events) {
    RevenueGrid grid = calculator.calculate(ledger(events), MONTHS);
    return GridSteps.reasonAt(grid, 0, 11);
  }

  // The life of a customer in ChartMogul's help: 4 gold seats at 500 a year, 2 silver seats at 30 a
  // month added and dropped, gold cancelled at the end of its term, back with 3 gold at 50 a month.
  private static final SubscriptionEvent[] LIFE = {
    ann(
        LocalDate.of(2024, 1, 15),
        start(Plan.of(Money.of("USD", 2000), BillingPeriod.yearly())).until(day(9, 15))),
    ann2(day(3, 10), start(monthly("60"))),
    ann2(day(5, 10), cancellation(LossReason.VOLUNTARY)),
    ann(day(7, 1), cancellation(LossReason.VOLUNTARY)),
    ann(day(11, 20), start(monthly("150")))
  };

  @Test
  void followsALife() {
    assertThat(months(by(RULES), 12, LIFE))
        .containsExactly(
            "166.6666666667",
            "166.6666666667",
            "226.6666666667",
            "226.6666666667",
            "166.6666666667",
            "166.6666666667",
            "166.6666666667",
            "166.6666666667",
            "0",
            "0",
            "150",
            "150");
  }

  @Test
  void recognisesChurnByName() {
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(monthly("10")).until(day(7, 1))),
      ann(day(2, 10), new CancelRequest(LossReason.VOLUNTARY)),
      ann(day(4, 10), cancellation(LossReason.INVOLUNTARY))
    };
    assertThat(months(by(RULES.with(ChurnRecognition.AT_REQUEST)), 7, events))
        .containsExactly("10", "0", "0", "0", "0", "0", "0");
    assertThat(months(by(RULES.with(ChurnRecognition.AT_CANCELLATION)), 7, events))
        .containsExactly("10", "10", "10", "0", "0", "0", "0");
    assertThat(months(by(RULES.with(ChurnRecognition.AT_TERM_END)), 7, events))
        .containsExactly("10", "10", "10", "10", "10", "10", "0");
    assertThat(reasonOfLoss(by(RULES.with(ChurnRecognition.AT_REQUEST)), events))
        .isEqualTo(LossReason.VOLUNTARY);
    assertThat(reasonOfLoss(by(RULES), events)).isEqualTo(LossReason.INVOLUNTARY);
  }

  @Test
  void endsWhenWhatWasPaidForIsOver() {
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(monthly("10"))),
      ann(day(2, 10), new Cancellation(LossReason.VOLUNTARY, Optional.of(day(4, 1))))
    };
    assertThat(months(by(RULES), 4, events)).containsExactly("10", "10", "10", "0");
    assertThat(months(by(RULES), 3, events[0], ann(day(2, 10), cancellation(LossReason.UNKNOWN))))
        .containsExactly("10", "0", "0");
  }

  @Test
  void takesANoticeBack() {
    assertThat(
            months(
                by(RULES.with(ChurnRecognition.AT_REQUEST)),
                4,
                ann(day(1, 1), start(monthly("10"))),
                ann(day(2, 10), new CancelRequest(LossReason.VOLUNTARY)),
                ann(day(3, 10), Status.CANCEL_WITHDRAWAL)))
        .containsExactly("10", "0", "10", "10");
  }

  @Test
  void countsAPauseByName() {
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(monthly("10"))),
      ann(day(2, 10), Status.PAUSE),
      ann(day(4, 10), Status.RESUMPTION)
    };
    assertThat(months(by(RULES.with(PauseTreatment.ZERO)), 4, events))
        .containsExactly("10", "0", "0", "10");
    assertThat(months(by(RULES.with(PauseTreatment.UNCHANGED)), 4, events))
        .containsExactly("10", "10", "10", "10");
    assertThat(reasonOfLoss(by(RULES), events[0], events[1])).isEqualTo(LossReason.VOLUNTARY);
  }

  @Test
  void losesWhatIsPastDueByName() {
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(monthly("10"))),
      ann(day(1, 20), Status.PAST_DUE),
      ann(day(4, 10), Status.RECOVERY)
    };
    assertThat(months(by(RULES.with(PastDueRule.ACTIVE)), 4, events))
        .containsExactly("10", "10", "10", "10");
    assertThat(months(by(RULES.with(PastDueRule.lostAfter(30))), 4, events))
        .containsExactly("10", "0", "0", "10");
    assertThat(months(by(RULES.with(PastDueRule.lostAfter(11))), 1, events)).containsExactly("0");
    assertThat(months(by(RULES.with(PastDueRule.lostAfter(12))), 1, events)).containsExactly("10");
    assertThat(reasonOfLoss(by(RULES.with(PastDueRule.lostAfter(30))), events[0], events[1]))
        .isEqualTo(LossReason.INVOLUNTARY);
  }

  @Test
  void subtractsDiscountsByName() {
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(monthly("100"))),
      ann(day(1, 1), new DiscountStart(Discount.ofFraction("half", "0.5"))),
      ann(
          day(2, 1),
          new DiscountStart(Discount.ofAmount("ten", Money.of("USD", 10)).until(day(4, 1)))),
      ann(day(3, 1), new DiscountEnd("half"))
    };
    assertThat(months(by(RULES.with(DiscountTreatment.ALL)), 4, events))
        .containsExactly("50", "40", "90", "100");
    assertThat(months(by(RULES.with(DiscountTreatment.PERMANENT_ONLY)), 4, events))
        .containsExactly("50", "50", "100", "100");
    assertThat(months(by(RULES.with(DiscountTreatment.IGNORED)), 4, events))
        .containsExactly("100", "100", "100", "100");
  }

  @Test
  void neverFallsBelowZeroByADiscount() {
    assertThat(
            months(
                by(RULES),
                2,
                ann(day(1, 1), start(monthly("100"))),
                ann(day(2, 1), new DiscountStart(Discount.ofAmount("much", Money.of("USD", 200))))))
        .containsExactly("100", "0");
  }

  @Test
  void countsNothingForTrialsAndFreePlans() {
    Plan trial = Plan.trial(Money.of("USD", 10), BillingPeriod.monthly());
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(trial)),
      ann(day(2, 1), planChange(monthly("10"))),
      ann(day(3, 1), planChange(Plan.free(USD)))
    };
    assertThat(months(by(RULES), 3, events)).containsExactly("0", "10", "0");
    assertThat(reasonOfLoss(by(RULES), events)).isEqualTo(LossReason.VOLUNTARY);
    SubscriptionLedger ledger = ledger(events);
    RevenueRules counted = RULES.with(FreeCustomers.COUNTED);
    assertThat(by(RULES).on(ledger, day(1, 5)).customers()).isEmpty();
    assertThat(by(counted).on(ledger, day(1, 5)).customers())
        .containsExactly(new CustomerRevenue(CustomerId.of("ann"), Money.of("USD", 0)));
    assertThat(by(counted).on(ledger, day(1, 5)).toText())
        .isEqualTo("2024-01-05: MRR USD 0.00, ARR USD 0.00, 1 customer, 1 of them without revenue");
    assertThat(by(counted).calculate(ledger, MONTHS))
        .isEqualTo(by(RULES).calculate(ledger, MONTHS));
    assertThat(by(counted).on(ledger, LocalDate.of(2023, 12, 31)).customers()).isEmpty();
  }

  @Test
  void letsATermEndUnlessItIsRenewed() {
    SubscriptionEvent started = ann(day(1, 1), start(monthly("10")).until(day(3, 1)));
    assertThat(months(by(RULES), 3, started)).containsExactly("10", "10", "0");
    assertThat(months(by(RULES), 4, started, ann(day(2, 10), renewal(day(4, 1)))))
        .containsExactly("10", "10", "10", "0");
    assertThat(reasonOfLoss(by(RULES), started)).isEqualTo(LossReason.UNKNOWN);
    assertThat(
            reasonOfLoss(
                by(RULES), started, ann(day(2, 1), new CancelRequest(LossReason.VOLUNTARY))))
        .isEqualTo(LossReason.VOLUNTARY);
    assertThat(
            reasonOfLoss(by(RULES), started, ann(day(3, 9), cancellation(LossReason.INVOLUNTARY))))
        .isEqualTo(LossReason.INVOLUNTARY);
  }

  @Test
  void bearsALateRenewalWithinGrace() {
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(monthly("10")).until(day(3, 1))), ann(day(3, 3), renewal(day(5, 1)))
    };
    assertThat(steps(by(RULES), events))
        .containsExactly("2024-01-01 10", "2024-03-01 0", "2024-03-03 10", "2024-05-01 0");
    assertThat(steps(by(RULES.withGraceDays(1)), events)).hasSize(4);
    assertThat(steps(by(RULES.withGraceDays(2)), events))
        .containsExactly("2024-01-01 10", "2024-05-01 0");
  }

  private static List<String> steps(
      RecurringRevenueCalculator calculator, SubscriptionEvent... events) {
    RevenueGrid grid = calculator.calculate(ledger(events), DAYS);
    return GridSteps.periods(grid).stream()
        .map(period -> DAYS.label(period) + " " + digits(grid, period))
        .toList();
  }

  @Test
  void takesNearChangesForOneMovement() {
    SubscriptionEvent[] events = {
      ann(day(1, 1), start(monthly("10"))),
      ann(day(3, 1), cancellation(LossReason.VOLUNTARY)),
      ann2(day(3, 2), start(monthly("15"))),
      ann2(day(3, 4), planChange(monthly("20")))
    };
    assertThat(steps(by(RULES), events))
        .containsExactly("2024-01-01 10", "2024-03-01 0", "2024-03-02 15", "2024-03-04 20");
    assertThat(steps(by(RULES.withToleranceDays(1)), events))
        .containsExactly("2024-01-01 10", "2024-03-02 15", "2024-03-04 20");
    assertThat(steps(by(RULES.withToleranceDays(3)), events))
        .containsExactly("2024-01-01 10", "2024-03-04 20");
  }

  /** Without a day between them, an end and a start are a change of plan. */
  @Test
  void seesAGapOfADay() {
    SubscriptionEvent started = ann(day(1, 1), start(monthly("10")));
    SubscriptionEvent gone = ann(day(3, 1), cancellation(LossReason.VOLUNTARY));
    assertThat(steps(by(RULES), started, gone, ann(day(3, 1), start(monthly("12")))))
        .containsExactly("2024-01-01 10", "2024-03-01 12");
    assertThat(steps(by(RULES), started, gone, ann(day(3, 2), start(monthly("12")))))
        .containsExactly("2024-01-01 10", "2024-03-01 0", "2024-03-02 12");
  }

  @Test
  void tellsWhatStoodBeforeTheAxis() {
    PeriodAxis axis = PeriodAxis.months(new DateRange(day(6, 1), END));
    RevenueGrid grid =
        by(RULES)
            .calculate(
                ledger(
                    ann(day(1, 1), start(monthly("10"))),
                    SubscriptionEvent.of("bob", "s1", day(1, 1), start(monthly("5"))),
                    SubscriptionEvent.of("bob", "s1", day(2, 1), cancellation(LossReason.UNKNOWN)),
                    SubscriptionEvent.of("bob", "s1", day(8, 1), start(monthly("6")))),
                axis);
    assertThat(grid.unitsAt(0, -1)).isEqualTo(100_000_000_000L);
    assertThat(grid.unitsAt(1, -1)).isZero();
    assertThat(GridSteps.formerSince(grid, 0)).isEmpty();
    assertThat(GridSteps.formerSince(grid, 1)).contains(day(2, 1));
    assertThat(grid.firstPeriod()).isZero();
  }

  @Test
  void closesAnOpenPeriodOnTheLastDayObserved() {
    SubscriptionLedger ledger =
        SubscriptionLedger.of(
            List.of(
                ann(day(1, 1), start(monthly("10"))),
                ann(day(3, 10), planChange(monthly("20"))),
                ann(day(3, 20), planChange(monthly("30")))),
            day(3, 20));
    RevenueGrid grid = by(RULES).calculate(ledger, MONTHS);
    assertThat(digits(grid, 2)).isEqualTo("20");
    assertThat(grid.completePeriods()).isEqualTo(2);
  }

  private static final ExchangeRates RATES =
      ExchangeRates.into(
          USD,
          List.of(
              ExchangeRate.of("EUR", day(1, 1), "1.10"),
              ExchangeRate.of("EUR", day(2, 29), "1.20"),
              ExchangeRate.of("EUR", day(4, 1), "1.00")));

  @Test
  void keepsForeignExchangeApart() {
    RevenueGrid grid =
        RecurringRevenueCalculator.withDefaults()
            .with(RULES.withDecimals(2))
            .with(RATES)
            .calculate(
                ledger(
                    ann(day(1, 10), start(euros("100"))),
                    ann(day(3, 10), planChange(euros("150"))),
                    ann(day(4, 10), planChange(euros("80"))),
                    ann(day(5, 10), cancellation(LossReason.UNKNOWN))),
                MONTHS);
    // 100 at 1.10; at 1.20 on the last of February; 150 at 1.20; 80 at 1.00: lost 70 at 1.20, and
    // the 80 kept lost 0.20 each; nothing.
    assertThat(List.of("110", "120", "180", "80", "0"))
        .isEqualTo(IntStream.range(0, 5).mapToObj(p -> digits(grid, p)).toList());
    assertThat(
            IntStream.range(0, 5)
                .mapToObj(period -> GridSteps.exchangeAt(grid, 0, period))
                .toList())
        .containsExactly(0L, 1000L, 0L, -1600L, 0L);
  }

  @Test
  void convertsEachCurrencyOfACustomer() {
    SubscriptionLedger ledger =
        ledger(
            ann(day(1, 10), start(euros("100"))),
            ann2(day(1, 10), start(monthly("5"))),
            ann(day(2, 10), planChange(monthly("110"))));
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults().with(RATES);
    RevenueGrid grid = calculator.calculate(ledger, MONTHS);
    assertThat(digits(grid, 0)).isEqualTo("115");
    assertThat(digits(grid, 1)).isEqualTo("115");
    assertThat(GridSteps.exchangeAt(grid, 0, 1)).isZero();
    assertThat(calculator.on(ledger, day(1, 10)).monthly()).isEqualTo(Money.of("USD", 115));
  }

  @Test
  void namesAMissingRate() {
    SubscriptionLedger ledger =
        SubscriptionLedger.of(List.of(ann(LocalDate.of(2023, 12, 1), start(euros("100")))), END);
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults().with(RATES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.calculate(ledger, MONTHS))
        .withMessage(
            "rate of EUR into USD on 2023-12-31 must be given for the revenue of customer ann");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.committedOn(ledger, LocalDate.of(2023, 12, 5)))
        .withMessage(
            "rate of EUR into USD on 2023-12-05 must be given for the revenue of customer ann");
  }

  @Test
  void collectsMissingRates() {
    SubscriptionLedger ledger =
        ledger(
            ann(LocalDate.of(2023, 10, 1), start(euros("100"))),
            SubscriptionEvent.of("bob", "s1", LocalDate.of(2023, 10, 1), start(monthly("7"))),
            SubscriptionEvent.of("cat", "s1", LocalDate.of(2023, 10, 1), start(euros("9"))),
            SubscriptionEvent.of(
                "cat", "s1", LocalDate.of(2023, 11, 1), cancellation(LossReason.UNKNOWN)));
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults().with(RATES);
    PeriodAxis fromNovember = PeriodAxis.months(new DateRange(LocalDate.of(2023, 11, 1), END));
    List<MissingRate> missing = calculator.missingRates(ledger, fromNovember);
    assertThat(missing)
        .extracting(rate -> rate.customer() + " " + rate.currency() + " " + rate.date())
        .containsExactly("ann EUR 2023-10-31", "cat EUR 2023-10-31");
    SubscriptionLedger rest =
        ledger
            .filter(it -> missing.stream().noneMatch(rate -> rate.customer().equals(it)))
            .orElseThrow();
    assertThat(calculator.missingRates(rest, fromNovember)).isEmpty();
    assertThat(calculator.calculate(rest, fromNovember).customers())
        .containsExactly(CustomerId.of("bob"));
    List<MissingRate> leftOut = new ArrayList<>();
    assertThat(calculator.calculate(ledger, fromNovember, leftOut::add))
        .isEqualTo(calculator.calculate(rest, fromNovember));
    assertThat(leftOut).isEqualTo(missing);
  }

  /** The euros of the alias have no rate, so that the customer it stands for cannot be told. */
  @Test
  void leavesOutACustomerWithItsAliases() {
    SubscriptionLedger ledger =
        ledger(
            ann(day(1, 10), start(monthly("5"))),
            SubscriptionEvent.of("bob", "s1", day(1, 10), start(euros("100"))),
            SubscriptionEvent.of("cat", "s1", day(1, 10), start(monthly("7"))));
    List<MissingRate> leftOut = new ArrayList<>();
    RevenueGrid grid =
        RecurringRevenueCalculator.withDefaults()
            .with(ExchangeRates.into(USD, List.of()))
            .with(CustomerAliases.of(Map.of(CustomerId.of("bob"), CustomerId.of("cat"))))
            .calculate(ledger, MONTHS, leftOut::add);
    assertThat(grid.customers()).containsExactly(CustomerId.of("ann"));
    assertThat(leftOut)
        .containsExactly(
            new MissingRate(CustomerId.of("cat"), Currency.getInstance("EUR"), day(1, 31)));
  }

  /** Rates begin in 2024: ann and dan have none on the last day of 2023, eve signs in francs. */
  private static final SubscriptionLedger PARTLY_RATED =
      ledger(
          ann(LocalDate.of(2023, 12, 1), start(euros("100"))),
          SubscriptionEvent.of("bob", "s1", LocalDate.of(2023, 12, 1), start(monthly("7"))),
          SubscriptionEvent.of("bob", "s1", LocalDate.of(2023, 12, 20), cancelledFrom(day(1, 5))),
          SubscriptionEvent.of("cat", "s1", LocalDate.of(2023, 12, 1), start(monthly("20"))),
          SubscriptionEvent.of("dan", "s1", LocalDate.of(2023, 12, 1), start(monthly("1"))),
          SubscriptionEvent.of("dan", "s2", day(2, 1), signedIn2023("EUR", "30")),
          SubscriptionEvent.of("eve", "s1", day(2, 1), signedIn2023("CHF", "40")));

  private static SubscriptionChange cancelledFrom(LocalDate paidUntil) {
    return new Cancellation(LossReason.VOLUNTARY, Optional.of(paidUntil));
  }

  private static SubscriptionChange signedIn2023(String currency, String price) {
    return start(Plan.of(Money.of(currency, price), BillingPeriod.monthly()))
        .signedOn(LocalDate.of(2023, 11, 1));
  }

  @Test
  void collectsMissingRatesOfADay() {
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults().with(RATES);
    LocalDate silvester = LocalDate.of(2023, 12, 31);
    List<MissingRate> leftOut = new ArrayList<>();
    RecurringRevenue revenue = calculator.on(PARTLY_RATED, silvester, leftOut::add);
    assertThat(revenue.toText())
        .isEqualTo("2023-12-31: MRR USD 28.00, ARR USD 336.00, 3 customers");
    assertThat(leftOut)
        .containsExactly(
            new MissingRate(CustomerId.of("ann"), Currency.getInstance("EUR"), silvester));
    assertThat(calculator.on(PARTLY_RATED, day(1, 10), missing -> leftOut.clear()))
        .isEqualTo(calculator.on(PARTLY_RATED, day(1, 10)));
    assertThat(leftOut).hasSize(1);
  }

  @Test
  void isZeroWhereEveryCustomerMissesARate() {
    SubscriptionLedger ledger = ledger(ann(day(1, 1), start(euros("100"))));
    List<MissingRate> leftOut = new ArrayList<>();
    RecurringRevenue revenue =
        RecurringRevenueCalculator.withDefaults()
            .with(ExchangeRates.into(USD, List.of()))
            .on(ledger, day(1, 10), leftOut::add);
    assertThat(revenue.monthly()).isEqualTo(Money.of("USD", 0));
    assertThat(revenue.customers()).isEmpty();
    assertThat(leftOut).hasSize(1);
  }

  /** A customer whose contract to come cannot be converted brings nothing to the current either. */
  @Test
  void collectsMissingRatesOfWhatIsCommitted() {
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults().with(RATES);
    List<MissingRate> leftOut = new ArrayList<>();
    CommittedRevenue committed =
        calculator.committedOn(PARTLY_RATED, LocalDate.of(2023, 12, 31), leftOut::add);
    assertThat(committed.toText())
        .isEqualTo(
            "2023-12-31: committed MRR USD 20.00 = current USD 27.00 + signed USD 0.00 - leaving"
                + " USD 7.00");
    assertThat(leftOut)
        .extracting(rate -> rate.customer() + " " + rate.currency() + " " + rate.date())
        .containsExactly("ann EUR 2023-12-31", "dan EUR 2023-12-31", "eve CHF 2023-12-31");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.committedOn(PARTLY_RATED, day(1, 10)))
        .withMessage(
            "rate of CHF into USD on 2024-01-10 must be given for the revenue of customer eve");
  }

  @Test
  void namesTheCustomerOfAnAliasWhoseContractToComeMissesARate() {
    RecurringRevenueCalculator calculator =
        RecurringRevenueCalculator.withDefaults()
            .with(RATES)
            .with(CustomerAliases.of(Map.of(CustomerId.of("eve"), CustomerId.of("cat"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.committedOn(PARTLY_RATED, day(1, 10)))
        .withMessage(
            "rate of CHF into USD on 2024-01-10 must be given for the revenue of customer cat");
  }

  /** A free plan brings nothing in any currency, even where the account has another. */
  @Test
  void asksForNoRateOfAFreePlan() {
    Plan free = Plan.free(Currency.getInstance("EUR"));
    SubscriptionLedger ledger =
        ledger(
            ann(day(1, 10), start(monthly("5"))),
            ann2(day(1, 10), start(free).until(day(2, 10))),
            ann2(day(2, 10), renewal(END)));
    assertThat(ledger.currencies()).containsExactly(USD);
    assertThat(by(RULES).on(ledger, day(3, 1)).monthly()).isEqualTo(Money.of("USD", 5));
    assertThat(by(RULES).committedOn(ledger, day(3, 1)).committed()).isEqualTo(Money.of("USD", 5));
    assertThat(RenewalCalculator.withDefaults().calculate(ledger, MONTHS).renewals(1).due())
        .isZero();
    assertThat(ledger(ann(day(1, 10), start(free))).currencies())
        .containsExactly(free.price().currency());
  }

  @Test
  void refusesSeveralCurrenciesWithoutRates() {
    SubscriptionLedger ledger =
        ledger(ann(day(1, 10), start(euros("100"))), ann2(day(1, 10), start(monthly("5"))));
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> by(RULES).calculate(ledger, MONTHS))
        .withMessage(
            "price of subscription s2 of customer ann on 2024-01-10, where no rates are given, (USD)"
                + " must be EUR: currencies are never mixed");
  }

  @Test
  void tellsWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> by(RULES).calculate(ledger(ann(day(1, 1), start(monthly("1000000000")))), MONTHS))
        .withMessage(
            "price (USD 1000000000.00 every month) must be at most 922337203.6854775807 a month at"
                + " 10 decimals; fewer decimals hold more");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                by(RULES)
                    .calculate(
                        ledger(
                            ann(day(1, 1), start(monthly("900000000"))),
                            ann2(day(1, 1), start(monthly("900000000")))),
                        MONTHS))
        .withMessage(
            "revenue of customer ann must be at most USD 922337203.6854775807 at 10 decimals; fewer"
                + " decimals hold more");
  }

  @Test
  void tellsWhatDoesNotFitOnceConverted() {
    Plan plan = euros("900000000");
    SubscriptionLedger ledger =
        SubscriptionLedger.of(
            List.of(ann(day(1, 1), start(plan)), ann(day(5, 1), planChange(plan))), END);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RecurringRevenueCalculator.withDefaults().with(RATES).calculate(ledger, MONTHS))
        .withMessage(
            "revenue of customer ann must be at most USD 922337203.6854775807 at 10 decimals; fewer"
                + " decimals hold more");
    SubscriptionLedger signed = ledger(ann(day(5, 1), start(plan).signedOn(day(1, 1))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RecurringRevenueCalculator.withDefaults()
                    .with(RATES)
                    .committedOn(signed, day(2, 1)))
        .withMessage("revenue of customer ann must fit its decimals; fewer decimals hold more");
  }

  @Test
  void resultsAreChecked() {
    Money five = Money.of("USD", 5);
    CustomerId ann = CustomerId.of("ann");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerRevenue(ann, five.negated()))
        .withMessage("monthly (USD -5.00) of customer ann must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RecurringRevenue(
                    day(1, 1), List.of(new CustomerRevenue(ann, five)), Money.of("USD", 6), RULES))
        .withMessage("monthly (USD 6.00) must be the sum of the customers (USD 5.00)");
  }

  @Test
  void takesAMigrationForNoChurn() {
    SubscriptionEvent[] events = {
      SubscriptionEvent.of("old", "s1", day(1, 1), start(monthly("10"))),
      SubscriptionEvent.of("old", "s1", day(3, 1), cancellation(LossReason.UNKNOWN)),
      ann(day(3, 1), start(monthly("12")))
    };
    CustomerAliases aliases =
        CustomerAliases.of(Map.of(CustomerId.of("old"), CustomerId.of("ann")));
    assertThat(steps(by(RULES).with(aliases), events))
        .containsExactly("2024-01-01 10", "2024-03-01 12");
    RecurringRevenue revenue = by(RULES).with(aliases).on(ledger(events), day(2, 1));
    assertThat(revenue.customers())
        .containsExactly(new CustomerRevenue(CustomerId.of("ann"), Money.of("USD", 10)));
    CustomerAliases unknown =
        CustomerAliases.of(Map.of(CustomerId.of("nobody"), CustomerId.of("ann")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> by(RULES).with(unknown).calculate(ledger(events), MONTHS))
        .withMessageContaining("nobody");
  }

  @Test
  void tellsMonthlyAndAnnualRevenueOfADay() {
    SubscriptionLedger ledger =
        ledger(
            ann(day(1, 1), start(Plan.of(Money.of("USD", 1200), BillingPeriod.yearly()))),
            SubscriptionEvent.of("bob", "s1", day(3, 1), start(monthly("50"))));
    RecurringRevenue revenue = by(RULES).on(ledger, day(3, 1));
    assertThat(revenue.monthly()).isEqualTo(Money.of("USD", 150));
    assertThat(revenue.annual()).isEqualTo(Money.of("USD", 1800));
    assertThat(revenue.rules()).isEqualTo(RULES);
    assertThat(revenue.toText())
        .isEqualTo("2024-03-01: MRR USD 150.00, ARR USD 1800.00, 2 customers");
    assertThat(by(RULES).on(ledger, day(2, 29)).toText())
        .isEqualTo("2024-02-29: MRR USD 100.00, ARR USD 1200.00, 1 customer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> by(RULES).on(ledger, END))
        .withMessage("date (2025-01-01) must be before the end of observation (2025-01-01)");
  }

  @Test
  void tellsCommittedRevenue() {
    SubscriptionLedger ledger =
        SubscriptionLedger.of(
            List.of(
                ann(day(1, 1), start(monthly("900"))),
                SubscriptionEvent.of("bob", "s1", day(1, 1), start(monthly("60"))),
                SubscriptionEvent.of(
                    "bob", "s1", day(3, 20), new CancelRequest(LossReason.VOLUNTARY)),
                SubscriptionEvent.of(
                    "cat", "s1", day(1, 1), start(monthly("40")).until(day(4, 10))),
                SubscriptionEvent.of("cat", "s1", day(3, 1), cancellation(LossReason.UNKNOWN)),
                SubscriptionEvent.of(
                    "dan", "s1", day(4, 5), start(monthly("250")).signedOn(day(3, 15))),
                SubscriptionEvent.of(
                    "eve", "s1", day(4, 5), start(monthly("7")).signedOn(day(4, 1)))),
            day(4, 1));
    CommittedRevenue committed = by(RULES).committedOn(ledger, day(3, 31));
    assertThat(committed.toText())
        .isEqualTo(
            "2024-03-31: committed MRR USD 1150.00 = current USD 1000.00 + signed USD 250.00 -"
                + " leaving USD 100.00");
    assertThat(by(RULES.with(ChurnRecognition.AT_REQUEST)).committedOn(ledger, day(3, 31)).toText())
        .isEqualTo(
            "2024-03-31: committed MRR USD 1150.00 = current USD 900.00 + signed USD 250.00 -"
                + " leaving USD 0.00");
  }

  @Test
  void needsSomebodyWithRevenue() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> by(RULES).calculate(ledger(ann(day(1, 1), start(Plan.free(USD)))), MONTHS))
        .withMessage("customers (0) with revenue must be at least one");
  }
}
