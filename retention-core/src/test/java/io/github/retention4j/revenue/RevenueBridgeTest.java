package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.Work;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevenueBridgeTest {

  private static final DateRange QUARTER =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1));
  private static final Currency USD = Currency.getInstance("USD");
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final CustomerId C = CustomerId.of("c");

  private static final List<RevenueMovement> IN_ORDER = List.of(RevenueMovement.values());

  private static RevenueGridBuilder months(int firstPeriod) {
    PeriodAxis axis = PeriodAxis.months(QUARTER);
    return new RevenueGridBuilder(
        new RevenueShape(axis, QUARTER.endExclusive(), USD, 0, firstPeriod));
  }

  private static RevenueGridBuilder days() {
    PeriodAxis axis = PeriodAxis.days(QUARTER);
    return new RevenueGridBuilder(new RevenueShape(axis, QUARTER.endExclusive(), USD, 0, 0));
  }

  private static Money usd(long amount) {
    return Money.of("USD", amount);
  }

  private static RevenueMovements movements(long opening, long... movements) {
    RevenueMovements all = RevenueMovements.from(usd(opening));
    for (int i = 0; i < movements.length; i++) {
      all = all.with(IN_ORDER.get(i), usd(movements[i]));
    }
    return all;
  }

  /** The worked table of the Javadoc. */
  private static RevenueGrid worked() {
    RevenueGridBuilder builder = months(0);
    builder.startCustomer(A);
    builder.step(-1, 100);
    builder.step(1, 130);
    builder.startCustomer(B);
    builder.step(1, 20);
    builder.step(2, 0, 0, LossReason.INVOLUNTARY);
    builder.startCustomer(C);
    builder.step(-1, 50);
    builder.step(2, 0, 0, LossReason.VOLUNTARY);
    return builder.grid();
  }

  @Test
  void openingAndMovementsMakeTheClosing() {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(worked());
    assertThat(bridge.periods())
        .extracting(RevenueBridgePeriod::revenue)
        .containsExactly(movements(150), movements(150, 20, 0, 30), movements(200, 0, 0, 0, 0, 70));
    assertThat(bridge.periods())
        .extracting(RevenueBridgePeriod::customers)
        .containsExactly(
            new CustomerHeads(2, 0, 0, 0, 0, 0, 0),
            new CustomerHeads(2, 1, 0, 1, 0, 0, 0),
            new CustomerHeads(3, 0, 0, 0, 0, 2, 0));
    RevenueBridgePeriod march = bridge.periods().get(2);
    assertThat(march.lost(LossReason.VOLUNTARY))
        .isEqualTo(new LossByReason(LossReason.VOLUNTARY, usd(50), 1));
    assertThat(march.lost(LossReason.INVOLUNTARY))
        .isEqualTo(new LossByReason(LossReason.INVOLUNTARY, usd(20), 1));
    assertThat(march.lost(LossReason.UNKNOWN).customers()).isZero();
    assertThat(bridge.total().orElseThrow())
        .satisfies(
            total -> {
              assertThat(total.revenue()).isEqualTo(movements(150, 20, 0, 30, 0, 70));
              assertThat(total.revenue().closing()).isEqualTo(usd(130));
              assertThat(total.customers().closing()).isEqualTo(1);
              assertThat(total.days()).isEqualTo(QUARTER);
              assertThat(total.lost(LossReason.VOLUNTARY).revenue()).isEqualTo(usd(50));
            });
    assertThat(bridge).hasToString("3 periods, net of the period, reactivation after any gap");
    assertThat(bridge.granularity()).isEqualTo(Granularity.MONTH);
    assertThat(bridge.counting()).isEqualTo(MovementCounting.NET_OF_PERIOD);
  }

  @Test
  void printsBothTables() {
    assertThat(RevenueBridgeCalculator.withDefaults().calculate(worked()).toText())
        .isEqualTo(
            """
            USD      opening    new  reactivation  expansion  contraction  churn  foreign exchange  closing
            2024-01   150.00   0.00          0.00       0.00         0.00   0.00              0.00   150.00
            2024-02   150.00  20.00          0.00      30.00         0.00   0.00              0.00   200.00
            2024-03   200.00   0.00          0.00       0.00         0.00  70.00              0.00   130.00
            total     150.00  20.00          0.00      30.00         0.00  70.00              0.00   130.00

            customers  opening  new  reactivation  expansion  contraction  churn  foreign exchange  closing
            2024-01          2    0             0          0            0      0                 0        2
            2024-02          2    1             0          1            0      0                 0        3
            2024-03          3    0             0          0            0      2                 0        1
            total            2    1             0          1            0      2                 0        1
            """);
  }

  @Test
  void tellsMembersAndSingleCustomers() {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(worked());
    DateRange march = PeriodAxis.months(QUARTER).range(2);
    assertThat(bridge.members(2, RevenueMovement.CHURN))
        .containsExactly(new MovedRevenue(B, march, usd(20)), new MovedRevenue(C, march, usd(50)));
    assertThat(bridge.members(2, RevenueMovement.NEW)).isEmpty();
    assertThat(bridge.of(A).orElseThrow().periods())
        .extracting(RevenueBridgePeriod::revenue)
        .containsExactly(movements(100), movements(100, 0, 0, 30), movements(130));
    assertThat(bridge.of(CustomerId.of("d"))).isEmpty();
    assertThatThrownBy(() -> bridge.members(3, RevenueMovement.NEW))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void startsAfterThePeriodThatIsOnlyAnOpening() {
    RevenueGridBuilder builder = months(1);
    builder.startCustomer(A);
    builder.step(0, 10);
    builder.step(1, 12);
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(builder.grid());
    assertThat(bridge.periods())
        .extracting(RevenueBridgePeriod::label)
        .containsExactly("2024-02", "2024-03");
    assertThat(bridge.periods().get(0).revenue()).isEqualTo(movements(10, 0, 0, 2));
    assertThat(bridge.trailing(1, 2).orElseThrow().label()).isEqualTo("2 periods to 2024-03");
    assertThat(bridge.trailing(1, 2).orElseThrow().revenue()).isEqualTo(movements(10, 0, 0, 2));
    assertThat(bridge.trailing(0, 2)).isEmpty();
    assertThatThrownBy(() -> bridge.trailing(0, 0)).hasMessage("length (0) must be at least 1");
  }

  @Test
  void anOpenPeriodIsNotBridged() {
    PeriodAxis axis = PeriodAxis.months(QUARTER);
    RevenueGridBuilder builder =
        new RevenueGridBuilder(new RevenueShape(axis, LocalDate.of(2024, 2, 10), USD, 0, 0));
    builder.startCustomer(A);
    builder.step(0, 10);
    builder.step(1, 12);
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(builder.grid());
    assertThat(bridge.periods()).hasSize(1);
    assertThat(bridge.total().orElseThrow().revenue()).isEqualTo(movements(0, 10));
  }

  @Test
  void withoutACompletePeriodThereIsNoTotal() {
    PeriodAxis axis = PeriodAxis.months(QUARTER);
    RevenueGridBuilder builder =
        new RevenueGridBuilder(new RevenueShape(axis, LocalDate.of(2024, 1, 10), USD, 0, 1));
    builder.startCustomer(A);
    builder.step(0, 10);
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(builder.grid());
    assertThat(bridge.periods()).isEmpty();
    assertThat(bridge.total()).isEmpty();
  }

  @Test
  void foreignExchangeIsNeitherExpansionNorContraction() {
    RevenueGridBuilder builder = months(0);
    builder.startCustomer(A);
    builder.step(-1, 110);
    builder.step(0, 120, 10, LossReason.UNKNOWN);
    builder.step(1, 120, -5, LossReason.UNKNOWN);
    builder.step(2, 100, -40, LossReason.UNKNOWN);
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(builder.grid());
    assertThat(bridge.periods())
        .extracting(RevenueBridgePeriod::revenue)
        .containsExactly(
            movements(110, 0, 0, 0, 0, 0, 10),
            movements(120, 0, 0, 5, 0, 0, -5),
            movements(120, 0, 0, 20, 0, 0, -40));
    assertThat(bridge.periods().get(0).customers())
        .isEqualTo(new CustomerHeads(1, 0, 0, 0, 0, 0, 1));
    assertThat(bridge.members(1, RevenueMovement.FOREIGN_EXCHANGE))
        .extracting(MovedRevenue::amount)
        .containsExactly(usd(-5));
  }

  /** Gone on 1 January, back on 30 April: 120 days; 2024 is a leap year. */
  @Test
  void aWindowSaysWhoIsReactivatedAndWhoIsNew() {
    DateRange half = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 7, 1));
    RevenueGridBuilder builder =
        new RevenueGridBuilder(
            new RevenueShape(PeriodAxis.days(half), half.endExclusive(), USD, 0, 0));
    builder.startCustomer(A);
    builder.step(-1, 50);
    builder.step(0, 0);
    builder.step(120, 50);
    RevenueGrid grid = builder.grid();
    assertThat(returned(grid, ReactivationWindow.anyGap())).isEqualTo(usd(50));
    assertThat(returned(grid, ReactivationWindow.within(120))).isEqualTo(usd(50));
    assertThat(returned(grid, ReactivationWindow.within(119))).isEqualTo(usd(0));
    assertThat(returned(grid, ReactivationWindow.within(90))).isEqualTo(usd(0));
    assertThat(returned(grid, ReactivationWindow.never())).isEqualTo(usd(0));
    assertThatThrownBy(() -> ReactivationWindow.within(0))
        .hasMessage("days (0) must be at least 1");
    assertThat(ReactivationWindow.within(90))
        .hasToString("within 90 days")
        .isEqualTo(ReactivationWindow.within(90))
        .hasSameHashCodeAs(ReactivationWindow.within(90))
        .isNotEqualTo(ReactivationWindow.never());
    assertThat(ReactivationWindow.never()).hasToString("never");
  }

  private static Money returned(RevenueGrid grid, ReactivationWindow window) {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().with(window).calculate(grid);
    RevenueMovements total = bridge.total().orElseThrow().revenue();
    assertThat(total.reactivation().plus(total.newRevenue())).isEqualTo(usd(50));
    assertThat(bridge.window()).isEqualTo(window);
    return total.reactivation();
  }

  @Test
  void aFormerCustomerComesBackThoughItLeftBeforeTheAxis() {
    RevenueGridBuilder builder = months(0);
    builder.startCustomer(A);
    builder.formerCustomer(LocalDate.of(2023, 12, 1));
    builder.step(0, 9);
    builder.startCustomer(B);
    builder.step(0, 8);
    RevenueGrid grid = builder.grid();
    RevenueBridgeCalculator calculator = RevenueBridgeCalculator.withDefaults();
    assertThat(calculator.calculate(grid).total().orElseThrow().revenue())
        .isEqualTo(movements(0, 8, 9));
    assertThat(
            calculator
                .with(ReactivationWindow.within(30))
                .calculate(grid)
                .total()
                .orElseThrow()
                .revenue())
        .isEqualTo(movements(0, 17));
  }

  /** Up by 30 and down by 10 in one month, and a customer who comes and goes. */
  @Test
  void daysRollUpToMonthsByNetOrByEveryMovement() {
    RevenueGridBuilder builder = days();
    builder.startCustomer(A);
    builder.step(-1, 100);
    builder.step(3, 130);
    builder.step(9, 120);
    builder.startCustomer(B);
    builder.step(5, 7);
    builder.step(20, 0);
    builder.step(40, 8);
    RevenueGrid grid = builder.grid();
    PeriodAxis months = PeriodAxis.months(QUARTER);
    RevenueBridgeCalculator calculator = RevenueBridgeCalculator.withDefaults();
    RevenueBridge net = calculator.calculate(grid, months, Work.inThisThread());
    assertThat(net.periods())
        .extracting(RevenueBridgePeriod::revenue)
        .containsExactly(movements(100, 0, 0, 20), movements(120, 8), movements(128));
    RevenueBridge every =
        calculator.with(MovementCounting.EVERY_MOVEMENT).calculate(grid, months, Work.onThreads(3));
    assertThat(every.periods())
        .extracting(RevenueBridgePeriod::revenue)
        .containsExactly(movements(100, 7, 0, 30, 10, 7), movements(120, 0, 8), movements(128));
    assertThat(every.periods().get(0).customers())
        .isEqualTo(new CustomerHeads(1, 1, 0, 1, 1, 1, 0));
    assertThat(every.members(0, RevenueMovement.CHURN))
        .containsExactly(new MovedRevenue(B, PeriodAxis.days(QUARTER).range(20), usd(7)));
    assertThat(every.of(B).orElseThrow().total().orElseThrow().revenue())
        .isEqualTo(movements(0, 7, 8, 0, 0, 7));
  }

  @Test
  void totalsPastALongAreExact() {
    RevenueGridBuilder builder = months(0);
    for (int customer = 0; customer < 4; customer++) {
      builder.startCustomer(customer);
      builder.step(1, Long.MAX_VALUE);
    }
    RevenueMovements total =
        RevenueBridgeCalculator.withDefaults()
            .calculate(builder.grid())
            .total()
            .orElseThrow()
            .revenue();
    assertThat(total.closing()).isEqualTo(usd(Long.MAX_VALUE).times(4));
  }

  @Test
  void typedTotalsMustAgree() {
    RevenueMovements start = RevenueMovements.from(usd(100));
    assertThatThrownBy(() -> start.with(RevenueMovement.CHURN, usd(101)))
        .hasMessage("closing, which follows from the others, (USD -1.00) must be zero or more");
    assertThatThrownBy(() -> start.with(RevenueMovement.NEW, usd(-1)))
        .hasMessage("new (USD -1.00) must be zero or more");
    assertThatThrownBy(() -> start.with(RevenueMovement.NEW, Money.of("EUR", 1)))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage("new (EUR) must be USD: currencies are never mixed");
    assertThatThrownBy(() -> start.then(RevenueMovements.from(usd(99))))
        .hasMessage("opening (USD 99.00) of the next must be the closing (USD 100.00)");
    assertThat(start.currency()).isEqualTo(USD);
    assertThatThrownBy(() -> CustomerHeads.of(1, 0, 0, 2))
        .hasMessage("closing, which follows from the others, (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerHeads.of(1, 0, -1, 0))
        .hasMessage("reactivated (-1) must be 0 or more");
    assertThatThrownBy(() -> CustomerHeads.of(1, 0, 0, 0).then(CustomerHeads.of(2, 0, 0, 0)))
        .hasMessage("opening (2) of the next must be the closing (1)");
    assertThatThrownBy(() -> new LossByReason(LossReason.UNKNOWN, usd(-1), 0))
        .hasMessage("revenue (USD -1.00) must be zero or more");
    assertThatThrownBy(() -> new LossByReason(LossReason.UNKNOWN, usd(1), -1))
        .hasMessage("customers (-1) must be 0 or more");
    assertThat(List.of(RevenueMovement.values()))
        .filteredOn(movement -> movement.sign() < 0)
        .containsExactly(RevenueMovement.CONTRACTION, RevenueMovement.CHURN);
  }

  @Test
  void refusesAPeriodThatLacksReasonsAndAnErrorThatIsNoNumber() {
    RevenueBridgePeriod one =
        RevenueBridgeCalculator.withDefaults().calculate(worked()).periods().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RevenueBridgePeriod(
                    one.label(), one.days(), one.revenue(), one.customers(), List.of()))
        .withMessage("losses ([]) must be one for each reason in their order");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AverageRevenue(usd(1), 1, Optional.of(Double.NaN)))
        .withMessage("standardError (NaN) must be finite, zero or more");
  }

  @Test
  void refusesLossesThatDoNotSumToTheChurn() {
    RevenueMovements revenue =
        new RevenueMovements(usd(100), usd(0), usd(0), usd(0), usd(0), usd(20), usd(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> march(revenue, 15, 1))
        .withMessage("losses (USD 15.00) of 2024-03 must sum to the churn (USD 20.00)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> march(revenue, 20, 2))
        .withMessage("customers lost (2) of 2024-03 must be those churned (1)");
    assertThat(march(revenue, 20, 1).lost(LossReason.VOLUNTARY).revenue()).isEqualTo(usd(20));
  }

  private static RevenueBridgePeriod march(RevenueMovements revenue, long lost, long customers) {
    List<LossByReason> losses =
        Stream.of(LossReason.values())
            .map(
                reason ->
                    reason == LossReason.VOLUNTARY
                        ? new LossByReason(reason, usd(lost), customers)
                        : new LossByReason(reason, usd(0), 0))
            .toList();
    DateRange days = DateRange.ofDays(LocalDate.of(2024, 3, 1), 31);
    return new RevenueBridgePeriod("2024-03", days, revenue, CustomerHeads.of(5, 0, 0, 1), losses);
  }

  @Test
  void printsTheLastPeriodsOnly() {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(worked());
    List<String> all = bridge.toText().lines().toList();
    List<String> last = bridge.toText(1).lines().toList();
    RevenueBridgePeriod end = bridge.periods().get(bridge.periods().size() - 1);
    assertThat(last).hasSize(7);
    assertThat(last.get(0)).startsWith("USD");
    assertThat(last.get(1)).startsWith(end.label());
    assertThat(last.get(2)).startsWith("total");
    assertThat(last.get(2).substring(5).strip())
        .isEqualTo(last.get(1).substring(end.label().length()).strip());
    assertThat(bridge.toText(bridge.periods().size()).lines().toList()).isEqualTo(all);
    assertThat(bridge.toText(99)).isEqualTo(bridge.toText());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bridge.toText(0))
        .withMessage("lastPeriods (0) must be at least 1");
  }

  @Test
  void readsAsWords() {
    RevenueMovements movements =
        RevenueMovements.from(Money.of("USD", 1000))
            .with(RevenueMovement.NEW, Money.of("USD", 70))
            .with(RevenueMovement.CHURN, Money.of("USD", 100))
            .with(RevenueMovement.FOREIGN_EXCHANGE, Money.of("USD", -5));
    assertThat(movements)
        .hasToString("USD 1000.00 + new 70.00 - churn 100.00 - foreign exchange 5.00 = 965.00");
    assertThat(CustomerHeads.of(3, 1, 0, 1))
        .hasToString("3 customers + 1 new + 0 reactivated - 1 churned = 3");
  }
}
