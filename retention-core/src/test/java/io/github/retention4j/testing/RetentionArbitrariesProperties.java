package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.subscription.ExchangeRates;
import io.github.retention4j.subscription.FreeCustomers;
import io.github.retention4j.subscription.RecurringRevenueCalculator;
import io.github.retention4j.subscription.RevenueRules;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * That what is drawn is always valid, varied and shrinks. What must occur is looked for in 400
 * draws of one seed, so that it cannot be missed by chance.
 */
class RetentionArbitrariesProperties {

  /** Over a leap day; March is open. */
  private static final DateRange DAYS =
      new DateRange(LocalDate.of(2023, 11, 1), LocalDate.of(2024, 3, 20));

  private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);
  private static final int DRAWS = 400;

  private static <T> List<T> draws(Arbitrary<T> arbitrary) {
    RandomGenerator<T> generator = arbitrary.generator(DRAWS, true);
    Random random = new Random(42);
    return IntStream.range(0, DRAWS).mapToObj(i -> generator.next(random).value()).toList();
  }

  /** Each must hold for some draws and not for others. */
  @SafeVarargs
  private static <T> void requireBoth(Arbitrary<T> arbitrary, Predicate<T>... conditions) {
    List<T> draws = draws(arbitrary);
    for (int i = 0; i < conditions.length; i++) {
      assertThat(draws.stream().filter(conditions[i]).count())
          .as("draws of which condition %d holds", i)
          .isBetween(1L, DRAWS - 1L);
    }
  }

  /** Shrinks the first draw for which a condition holds as far as it goes on to hold. */
  private static <T> T smallest(Arbitrary<T> arbitrary, Predicate<T> condition) {
    Random random = new Random(42);
    RandomGenerator<T> generator = arbitrary.generator(DRAWS, true);
    Shrinkable<T> found = generator.next(random);
    while (!condition.test(found.value())) {
      found = generator.next(random);
    }
    Optional<Shrinkable<T>> smaller = Optional.of(found);
    while (smaller.isPresent()) {
      found = smaller.get();
      smaller = found.shrink().filter(it -> condition.test(it.value())).findFirst();
    }
    return found.value();
  }

  // Counts.

  @Provide
  Arbitrary<CustomerCounts> counts() {
    return RetentionArbitraries.customerCounts(1000);
  }

  @Property
  void countsKeepTheIdentity(@ForAll("counts") CustomerCounts counts) {
    assertThat(counts.atStart() + counts.acquired() - counts.lost()).isEqualTo(counts.atEnd());
    assertThat(counts.retained() + counts.lostFromStart()).isEqualTo(counts.atStart());
  }

  @Example
  void countsAreVaried() {
    requireBoth(
        counts(),
        counts -> counts.shortStays() > 0,
        counts -> counts.atStart() == 0,
        counts -> counts.retained() == counts.atStart(),
        counts -> counts.atEnd() > counts.atStart());
    assertThat(smallest(counts(), counts -> counts.lostFromStart() > 7)).hasCounts(8, 0, 8, 0);
  }

  // Events.

  @Provide
  Arbitrary<EventLog> logs() {
    return RetentionArbitraries.purchaseLogs(4, DAYS, 12, "USD");
  }

  @Property
  void logsAreOfCustomersDaysAndAmountsAsked(@ForAll("logs") EventLog log) {
    assertThat(log.customers()).hasSizeBetween(1, 4);
    assertThat(log.observationEndExclusive()).isEqualTo(DAYS.endExclusive());
    assertThat(log.currency()).contains(Currency.getInstance("USD"));
    assertThat(log.events().toList())
        .hasSizeBetween(1, 12)
        .allMatch(event -> DAYS.contains(event.date()))
        .allMatch(event -> event.amount().orElseThrow().signum() > 0);
  }

  @Example
  void logsAreVaried() {
    requireBoth(
        logs(),
        log -> log.rows() == 1,
        log -> log.size() == 1,
        log -> months(log).size() < 5,
        log -> months(log).contains(YearMonth.of(2024, 2)),
        log -> log.events().anyMatch(event -> event.date().equals(LEAP_DAY)),
        log -> log.events().anyMatch(event -> event.date().equals(DAYS.start())),
        log -> log.events().anyMatch(event -> event.date().equals(DAYS.last())));
    EventLog smallest = smallest(logs(), log -> log.size() > 1);
    assertThat(smallest.events().map(Event::date)).containsExactly(DAYS.start(), DAYS.start());
    assertThat(smallest.rows()).isEqualTo(1);
  }

  private static Set<YearMonth> months(EventLog log) {
    return log.events().map(event -> YearMonth.from(event.date())).collect(Collectors.toSet());
  }

  // Cohort tables.

  @Provide
  Arbitrary<CohortTable> tables() {
    return RetentionArbitraries.cohortTables(5, DAYS, 20);
  }

  @Property(tries = 300)
  void tablesReconcile(@ForAll("tables") CohortTable table) {
    assertThat(table).reconciles();
  }

  @Example
  void tablesAreVaried() {
    requireBoth(
        tables(),
        table -> table.cohorts().size() == 1,
        table -> table.cohorts().get(0).size() > 1,
        table -> table.cell(0, table.ages(0) - 1).equals(new CohortCell.NotYetObserved(0)),
        table -> table.pooledCurve().horizon() == 0);
    CohortTable smallest = smallest(tables(), table -> table.cohorts().size() == 2);
    assertThat(smallest.cohorts()).allMatch(cohort -> cohort.size() == 1);
  }

  // Purchases and lifetimes.

  @Provide
  Arbitrary<PurchaseSample> samples() {
    return RetentionArbitraries.purchaseSamples(30);
  }

  @Property(tries = 100)
  void samplesHaveHistoriesThatModelsTake(@ForAll("samples") PurchaseSample sample) {
    assertThat(sample.size()).isBetween(1, 30);
    for (int row = 0; row < sample.size(); row++) {
      for (SampleBusiness<?> business : SampleBusiness.all()) {
        assertThat(business.purchases().probabilityAlive(sample.history(row))).isBetween(0.0, 1.0);
      }
    }
  }

  @Example
  void samplesAreVaried() {
    requireBoth(
        samples(), sample -> sample.size() == 1, sample -> sample.history(0).purchases() == 0);
    assertThat(smallest(samples(), sample -> sample.size() > 2).size()).isEqualTo(3);
  }

  @Provide
  Arbitrary<LifetimeSample> lifetimes() {
    return RetentionArbitraries.lifetimes(20);
  }

  @Property(tries = 300)
  void lifetimesGiveCurvesThatFall(@ForAll("lifetimes") LifetimeSample sample) {
    SurvivalCurve curve = KaplanMeier.withDefaults().calculate(sample);
    assertThat(curve.rows()).isEqualTo(sample.rows()).isBetween(1L, 20L);
    for (int step = 1; step < curve.size(); step++) {
      assertThat(curve.survival(step)).isBetween(0.0, curve.survival(step - 1));
    }
  }

  @Example
  void lifetimesAreVaried() {
    requireBoth(
        lifetimes(),
        sample -> sample.rows() == 1,
        sample -> sample.left(0),
        sample -> sample.entry(0) > 0,
        sample -> sample.duration(0) == 1,
        sample -> sample.duration(0) > 500);
    LifetimeSample smallest = smallest(lifetimes(), sample -> sample.duration(0) > 9);
    assertThat(smallest.rows()).isEqualTo(1);
    assertThat(smallest.duration(0)).isEqualTo(10);
    assertThat(smallest.entry(0)).isZero();
  }

  // Subscriptions and revenue.

  @Provide
  Arbitrary<SubscriptionLedger> ledgers() {
    return RetentionArbitraries.ledgers(3, DAYS, 6, "EUR", "USD");
  }

  @Provide
  Arbitrary<ExchangeRates> rates() {
    return RetentionArbitraries.exchangeRates("EUR", DAYS, "USD", "GBP");
  }

  @Property(tries = 300)
  void ledgersHaveRevenueOnEachDay(
      @ForAll("ledgers") SubscriptionLedger ledger, @ForAll("rates") ExchangeRates rates) {
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults().with(rates);
    assertThat(ledger.observationEndExclusive()).isEqualTo(DAYS.endExclusive());
    for (LocalDate day = DAYS.start(); DAYS.contains(day); day = day.plusDays(20)) {
      assertThat(calculator.on(ledger, day)).isOn(day);
      assertThat(calculator.on(ledger, day).monthly().signum()).isNotNegative();
    }
  }

  @Example
  void ledgersAreVaried() {
    requireBoth(
        ledgers(),
        ledger -> ledger.size() == 1,
        ledger -> ledger.customers().size() == 1,
        ledger -> ledger.customers().size() < ledger.subscriptions(),
        ledger -> ledger.currencies().size() == 2,
        ledger -> ledger.events().anyMatch(event -> event.date().equals(LEAP_DAY)),
        RetentionArbitrariesProperties::hasShortStay,
        ledger -> starts(ledger) > ledger.subscriptions());
    List<SubscriptionChange> changes =
        draws(ledgers()).stream()
            .flatMap(SubscriptionLedger::events)
            .map(SubscriptionEvent::change)
            .toList();
    assertThat(SubscriptionChange.class.getPermittedSubclasses())
        .allMatch(kind -> changes.stream().anyMatch(kind::isInstance));
    assertThat(changes).contains(SubscriptionChange.Status.values());
  }

  private static long starts(SubscriptionLedger ledger) {
    return ledger.events().filter(it -> it.change() instanceof SubscriptionChange.Start).count();
  }

  private static boolean hasShortStay(SubscriptionLedger ledger) {
    List<SubscriptionEvent> events = ledger.events().toList();
    return IntStream.range(1, events.size())
        .anyMatch(
            i ->
                events.get(i - 1).change() instanceof SubscriptionChange.Start
                    && events.get(i).change() instanceof SubscriptionChange.Cancellation
                    && YearMonth.from(events.get(i - 1).date())
                        .equals(YearMonth.from(events.get(i).date())));
  }

  @Example
  void ledgersShrinkToWhatMatters() {
    SubscriptionLedger smallest =
        smallest(
            ledgers(),
            ledger ->
                ledger
                    .events()
                    .anyMatch(it -> it.change() == SubscriptionChange.Status.RESUMPTION));
    assertThat(smallest.events().map(SubscriptionEvent::date))
        .containsExactly(DAYS.start(), DAYS.start().plusDays(1), DAYS.start().plusDays(2));
    assertThat(smallest.currencies()).containsExactly(Currency.getInstance("EUR"));
  }

  @Example
  void ratesAreVaried() {
    Currency dollars = Currency.getInstance("USD");
    requireBoth(
        rates(),
        rates -> rates.rate(dollars, DAYS.start()).equals(rates.rate(dollars, DAYS.last())));
    assertThat(draws(rates())).allMatch(rates -> rates.rate(dollars, DAYS.start()).isPresent());
  }

  @Provide
  Arbitrary<RevenueGrid> grids() {
    return RetentionArbitraries.revenueGrids(5, DAYS, "USD");
  }

  @Property(tries = 300)
  void gridsGiveBridgesThatReconcile(@ForAll("grids") RevenueGrid grid) {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(grid);
    assertThat(bridge).reconciles().period("2024-02").hasClosing(grid.totalAt(3));
    assertThat(grid.completePeriods()).isEqualTo(4);
  }

  @Example
  void gridsAreVaried() {
    requireBoth(
        grids(),
        grid -> grid.rows() == 1,
        grid -> grid.customersAt(0).isEmpty(),
        grid -> grid.unitsAt(0, 0) > 0 && grid.unitsAt(0, 1) == 0 && grid.unitsAt(0, 2) > 0,
        grid -> grid.stays(0).size() > 1);
    RevenueGrid smallest = smallest(grids(), grid -> grid.unitsAt(0, 2) > 3);
    assertThat(smallest.rows()).isEqualTo(1);
    assertThat(smallest.unitsAt(0, 2)).isEqualTo(4);
  }

  @Example
  void freeCustomersAreThereToBeCounted() {
    RecurringRevenueCalculator all =
        RecurringRevenueCalculator.withDefaults()
            .with(RevenueRules.defaults().with(FreeCustomers.COUNTED));
    Arbitrary<SubscriptionLedger> inEuros = RetentionArbitraries.ledgers(3, DAYS, 6, "EUR");
    requireBoth(
        inEuros,
        ledger ->
            all.on(ledger, DAYS.last()).customers().stream()
                .anyMatch(customer -> customer.monthly().signum() == 0));
  }
}
