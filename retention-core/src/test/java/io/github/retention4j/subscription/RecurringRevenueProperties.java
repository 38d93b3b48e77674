package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.LedgerArbitraries.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.CustomerAliases;
import io.github.retention4j.revenue.CustomerHeads;
import io.github.retention4j.revenue.GridSteps;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.subscription.SlowRevenue.Close;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RecurringRevenueProperties {

  private static final CustomerAliases A_IS_B =
      CustomerAliases.of(Map.of(CustomerId.of("a"), CustomerId.of("b")));

  @Provide
  Arbitrary<SubscriptionLedger> ledgers() {
    return LedgerArbitraries.ledgers();
  }

  @Provide
  Arbitrary<PeriodAxis> axes() {
    return LedgerArbitraries.axes();
  }

  @Provide
  Arbitrary<RevenueRules> rules() {
    return LedgerArbitraries.rules();
  }

  @Provide
  Arbitrary<ExchangeRates> rates() {
    return LedgerArbitraries.rates();
  }

  @Property
  void agreesWithALookAtEachDay(
      @ForAll("ledgers") SubscriptionLedger ledger,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("rules") RevenueRules rules,
      @ForAll("rates") ExchangeRates rates) {
    RecurringRevenueCalculator calculator =
        RecurringRevenueCalculator.withDefaults().with(rules).with(rates);
    SlowRevenue slow = new SlowRevenue(ledger, rules, rates, CustomerAliases.none());
    grid(calculator, ledger, axis)
        .ifPresentOrElse(grid -> requireSame(grid, slow, axis), () -> requireNothing(slow, axis));
  }

  @Property(tries = 300)
  void takesAliasesForOneCustomer(
      @ForAll("ledgers") SubscriptionLedger ledger,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("rules") RevenueRules rules,
      @ForAll("rates") ExchangeRates rates) {
    if (ledger.customers().size() < 2) {
      return;
    }
    RecurringRevenueCalculator calculator =
        RecurringRevenueCalculator.withDefaults().with(rules).with(rates).with(A_IS_B);
    SlowRevenue slow = new SlowRevenue(ledger, rules, rates, A_IS_B);
    grid(calculator, ledger, axis)
        .ifPresentOrElse(grid -> requireSame(grid, slow, axis), () -> requireNothing(slow, axis));
  }

  /** A ledger without any revenue has no grid. */
  private static Optional<RevenueGrid> grid(
      RecurringRevenueCalculator calculator, SubscriptionLedger ledger, PeriodAxis axis) {
    try {
      return Optional.of(calculator.calculate(ledger, axis));
    } catch (IllegalArgumentException nothing) {
      assertThat(nothing).hasMessageContaining("customers (0) with revenue");
      return Optional.empty();
    }
  }

  private static void requireSame(RevenueGrid grid, SlowRevenue slow, PeriodAxis axis) {
    for (CustomerId customer : slow.customers()) {
      List<Close> closes = slow.closes(customer, axis);
      if (grid.rowOf(customer).isEmpty()) {
        assertThat(closes).allMatch(close -> close.worth().signum() == 0);
      } else {
        requireSame(grid, grid.rowOf(customer).getAsInt(), closes);
      }
    }
    assertThat(grid.customers()).allMatch(slow.customers()::contains);
  }

  private static void requireSame(RevenueGrid grid, int row, List<Close> closes) {
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < closes.size(); i++) {
      Close close = closes.get(i);
      String where = grid.customer(row) + " at period " + (i - 1);
      long units = grid.unitsAt(row, i - 1);
      assertThat(BigDecimal.valueOf(units, grid.decimals()))
          .as(where)
          .isEqualByComparingTo(close.worth());
      long exchange = GridSteps.exchangeAt(grid, row, i - 1);
      assertThat(BigDecimal.valueOf(exchange, grid.decimals()))
          .as("exchange of " + where)
          .isEqualByComparingTo(close.exchange());
      if (units == 0 && before.signum() > 0) {
        assertThat(GridSteps.reasonAt(grid, row, i - 1))
            .as("reason of " + where)
            .isEqualTo(close.reason());
      }
      before = close.worth();
    }
  }

  private static void requireNothing(SlowRevenue slow, PeriodAxis axis) {
    assertThat(slow.customers())
        .allSatisfy(
            customer ->
                assertThat(slow.closes(customer, axis))
                    .allMatch(close -> close.worth().signum() == 0));
  }

  @Property(tries = 300)
  void bridgesOfLedgersReconcile(
      @ForAll("ledgers") SubscriptionLedger ledger,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("rules") RevenueRules rules,
      @ForAll("rates") ExchangeRates rates) {
    RecurringRevenueCalculator calculator =
        RecurringRevenueCalculator.withDefaults().with(rules).with(rates);
    grid(calculator, ledger, axis).ifPresent(RecurringRevenueProperties::requireReconciled);
  }

  private static void requireReconciled(RevenueGrid grid) {
    List<RevenueBridgePeriod> periods =
        RevenueBridgeCalculator.withDefaults().calculate(grid).periods();
    assertThat(periods).hasSize(grid.completePeriods());
    for (int period = 0; period < periods.size(); period++) {
      assertThat(periods.get(period).revenue().closing()).isEqualTo(grid.totalAt(period));
      assertThat(periods.get(period).customers().closing())
          .isEqualTo(grid.customersAt(period).size());
    }
  }

  @Property(tries = 300)
  void headsOfPayersAreThoseOfTheBridge(
      @ForAll("ledgers") SubscriptionLedger ledger,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("rules") RevenueRules rules,
      @ForAll("rates") ExchangeRates rates) {
    RevenueRules payers =
        rules.with(FreeCustomers.NOT_COUNTED).withToleranceDays(0).withDecimals(10);
    RecurringRevenueCalculator calculator =
        RecurringRevenueCalculator.withDefaults().with(payers).with(rates);
    grid(calculator, ledger, axis)
        .ifPresent(
            grid ->
                assertThat(calculator.heads(ledger, axis).movements())
                    .isEqualTo(headsOnly(RevenueBridgeCalculator.withDefaults().calculate(grid))));
  }

  private static List<CustomerHeads> headsOnly(RevenueBridge bridge) {
    return bridge.periods().stream()
        .map(RevenueBridgePeriod::customers)
        .map(
            it -> CustomerHeads.of(it.opening(), it.newCustomers(), it.reactivated(), it.churned()))
        .toList();
  }

  @Property(tries = 300)
  void headsAtACloseAreTheCustomersOfTheDay(
      @ForAll("ledgers") SubscriptionLedger ledger,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("rules") RevenueRules rules,
      @ForAll("rates") ExchangeRates rates) {
    RecurringRevenueCalculator calculator =
        RecurringRevenueCalculator.withDefaults()
            .with(rules.with(FreeCustomers.COUNTED).withToleranceDays(0))
            .with(rates);
    SubscriberHeads heads;
    try {
      heads = calculator.heads(ledger, axis);
    } catch (IllegalArgumentException nobody) {
      return;
    }
    List<CustomerHeads> movements = heads.movements();
    for (int period = 0; period < movements.size(); period++) {
      LocalDate close = axis.range(period).endExclusive().minusDays(1);
      assertThat(movements.get(period).closing())
          .isEqualTo(calculator.on(ledger, close).customers().size());
    }
  }

  @Property(tries = 300)
  void splittingAndMergingChangesNothing(
      @ForAll("ledgers") SubscriptionLedger ledger, @ForAll @IntRange(max = 15) int cut) {
    List<SubscriptionLedger> parts = new ArrayList<>();
    ledger.filter(customer -> isIn(customer, cut)).ifPresent(parts::add);
    ledger.filter(customer -> !isIn(customer, cut)).ifPresent(parts::add);
    assertThat(SubscriptionLedger.merge(parts)).isEqualTo(ledger).hasSameHashCodeAs(ledger);
    assertThat(SubscriptionLedger.of(ledger.events().toList(), ledger.observationEndExclusive()))
        .isEqualTo(ledger);
  }

  @Property(tries = 300)
  void gridsOfPartsMergeToTheGridOfTheWhole(
      @ForAll("ledgers") SubscriptionLedger ledger,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("rates") ExchangeRates rates,
      @ForAll @IntRange(max = 15) int cut) {
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults().with(rates);
    List<RevenueGrid> parts = new ArrayList<>();
    ledger
        .filter(customer -> isIn(customer, cut))
        .flatMap(part -> grid(calculator, part, axis))
        .ifPresent(parts::add);
    ledger
        .filter(customer -> !isIn(customer, cut))
        .flatMap(part -> grid(calculator, part, axis))
        .ifPresent(parts::add);
    Optional<RevenueGrid> whole = grid(calculator, ledger, axis);
    assertThat(parts.isEmpty() ? Optional.empty() : Optional.of(RevenueGrid.merge(parts)))
        .isEqualTo(whole);
  }

  private static boolean isIn(CustomerId customer, int cut) {
    return ((cut >> (customer.value().charAt(0) - 'a')) & 1) == 1;
  }

  @Property(tries = 300)
  void whatRecursAtADateIsTheGridOfDays(
      @ForAll("ledgers") SubscriptionLedger ledger,
      @ForAll("rules") RevenueRules rules,
      @ForAll("rates") ExchangeRates rates,
      @ForAll @IntRange(max = 59) int day) {
    RecurringRevenueCalculator calculator =
        RecurringRevenueCalculator.withDefaults().with(rules).with(rates);
    PeriodAxis axis = PeriodAxis.days(LedgerArbitraries.DAYS);
    LocalDate date = axis.range(day).start();
    RecurringRevenue revenue = calculator.on(ledger, date);
    Money expected =
        grid(calculator, ledger, axis).map(grid -> grid.totalAt(day)).orElse(Money.zero(USD));
    assertThat(revenue.monthly()).isEqualTo(expected);
    CommittedRevenue committed = calculator.committedOn(ledger, date);
    assertThat(committed.current()).isEqualTo(expected);
    assertThat(committed.signed().signum()).isNotNegative();
    assertThat(committed.leaving().signum()).isNotNegative();
    if (rules.toleranceDays() == 0) {
      assertThat(committed.current().minus(committed.leaving()).amount())
          .as("leaving is rounded by subscription, current by customer")
          .isGreaterThanOrEqualTo(BigDecimal.valueOf(-9, rules.decimals()));
    }
  }
}
