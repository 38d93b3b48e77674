package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.lifecycle.LifecycleCalculator;
import io.github.retention4j.money.Money;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.CustomerMovement;
import io.github.retention4j.retention.MovementCalculator;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.revenue.CustomerHeads;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final DateRange DAYS =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 10));
  private static final PeriodAxis MONTHS = PeriodAxis.months(DAYS);
  private static final Currency USD = Currency.getInstance("USD");
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final CustomerId C = CustomerId.of("c");
  private static final Segmentation SIZES =
      new Segmentation("size", Map.of(A, "large", B, "small", C, "small"));

  /** A in each month to April; B in January and March; C in February. */
  private static final ActivityGrid GRID =
      ActivityGrid.from(
          EventLog.of(
              List.of(
                  event(A, 1),
                  event(A, 2),
                  event(A, 3),
                  event(A, 4),
                  event(B, 1),
                  event(B, 3),
                  event(C, 2)),
              DAYS.endExclusive()),
          MONTHS);

  private static final CohortTable TABLE = CohortCalculator.withDefaults().calculate(GRID);
  private static final GrowthAccounting GROWTH =
      LifecycleCalculator.withDefaults().calculate(GRID).growth();
  private static final List<PeriodMovement> MOVEMENTS =
      MovementCalculator.withDefaults().calculate(GRID);

  /** A pays 100 and from March on 130; B 50, not in February; C 20 in February only. */
  private static final RevenueGrid REVENUE = revenue();

  private static final RevenueBridge BRIDGE =
      RevenueBridgeCalculator.withDefaults().calculate(REVENUE);

  private static Event event(CustomerId customer, int month) {
    return Event.of(customer, LocalDate.of(2024, month, 5));
  }

  private static RevenueGrid revenue() {
    RevenueCollector collector =
        RevenueCollector.on(MONTHS, DAYS.endExclusive(), USD).with(OpeningRevenue.ZERO);
    collector.add(A, LocalDate.of(2024, 1, 1), usd(100));
    collector.add(A, LocalDate.of(2024, 2, 1), usd(100));
    collector.add(A, LocalDate.of(2024, 3, 1), usd(130));
    collector.add(B, LocalDate.of(2024, 1, 1), usd(50));
    collector.add(B, LocalDate.of(2024, 3, 1), usd(50));
    collector.add(C, LocalDate.of(2024, 2, 1), usd(20));
    return collector.toGrid();
  }

  private static Money usd(long amount) {
    return Money.of("USD", amount);
  }

  // Counts and movements of customers.

  @Test
  void countsPassWhatHolds() {
    CustomerCounts counts = CustomerCounts.ofStartAcquiredLost(100, 15, 10).plusShortStays(5);
    assertThat(counts).hasCounts(100, 20, 15, 105).hasRetained(90).hasShortStays(5);
    assertThat(counts).continues(CustomerCounts.of(90, 10, 0, 100));
    assertThat(counts)
        .reconcilesWith(
            List.of(
                CustomerCounts.ofStartAcquiredLost(60, 15, 10),
                CustomerCounts.ofStartAcquiredLost(40, 0, 0).plusShortStays(5)));
  }

  @Test
  void countsFailWithAllOfThem() {
    CustomerCounts counts = CustomerCounts.of(44, 12, 13, 43);
    String was = " but was 44 + 12 acquired - 13 lost = 43, 0 short stays";
    assertThatThrownBy(() -> assertThat(counts).hasCounts(44, 11, 12, 43))
        .hasMessage("Expected customer counts to be 44 + 11 acquired - 12 lost = 43" + was);
    assertThatThrownBy(() -> assertThat(counts).hasRetained(30))
        .hasMessage("Expected customer counts to have 30 retained" + was);
    assertThatThrownBy(() -> assertThat(counts).hasShortStays(1))
        .hasMessage("Expected customer counts to have 1 short stays" + was);
    assertThatThrownBy(() -> assertThat(counts).continues(CustomerCounts.of(40, 6, 0, 46)))
        .hasMessage(
            """
            Expected customer counts to reconcile but
              customers: at start (44) must be at end of the period before (46), off by -2\
            """);
    assertThatThrownBy(
            () -> assertThat(counts).reconcilesWith(List.of(CustomerCounts.of(44, 10, 12, 42))))
        .hasMessage(
            """
            Expected customer counts to reconcile but
              acquired: sum of the parts (10) must be the whole (12), off by -2
              lost: sum of the parts (12) must be the whole (13), off by -1
              at end: sum of the parts (42) must be the whole (43), off by -1\
            """);
  }

  @Test
  void movementsPassWhatHolds() {
    assertThat(MOVEMENTS).reconciles().counts("2024-03").hasCounts(2, 1, 1, 2);
  }

  @Test
  void movementsFailWithTheCustomers() {
    List<PeriodMovement> broken =
        List.of(
            movement("2024-01", 1, Set.of(A), Set.of(A, B)),
            movement("2024-03", 3, Set.of(A, C), Set.of(A)));
    assertThatThrownBy(() -> assertThat(broken).reconciles())
        .hasMessage(
            "Expected customer movements to reconcile but\n"
                + "  2024-03: first day (2024-03-01) must be end of 2024-01 (2024-02-01)\n"
                + "  2024-03: customers at start (2) must be those at end of 2024-01 (2), missing"
                + " [b], unexpected [c]");
    assertThatThrownBy(() -> assertThat(broken).counts("2024-02"))
        .hasMessage(
            "Expected customer movements to have a period 2024-02 but was [2024-01, 2024-03]");
  }

  private static PeriodMovement movement(
      String label, int month, Set<CustomerId> atStart, Set<CustomerId> atEnd) {
    return new PeriodMovement(
        label,
        MONTHS.range(month - 1),
        Granularity.MONTH,
        CustomerMovement.between(atStart, atEnd));
  }

  @Test
  void bothKindsOfAssertionsMayBeImported() {
    assertThat(List.of("a", "b")).hasSize(2);
    assertThat(MOVEMENTS).reconciles();
  }

  // Growth accounting.

  @Test
  void growthPassesWhatHolds() {
    assertThat(GROWTH).reconciles().reconcilesWith(GRID).hasPeriod("2024-03", 0, 1, 1, 1);
  }

  @Test
  void growthFailsWithTheParts() {
    assertThatThrownBy(() -> assertThat(GROWTH).hasPeriod("2024-03", 0, 2, 0, 0))
        .hasMessage(
            "Expected growth accounting of 2024-03 to be 0 new, 2 retained, 0 resurrected, 0"
                + " churned but was 0 new, 1 retained, 1 resurrected, 1 churned");
    assertThatThrownBy(() -> assertThat(GROWTH).hasPeriod("2024-04", 0, 2, 0, 0))
        .hasMessage(
            "Expected growth accounting to have a period 2024-04 but was [2024-01, 2024-02,"
                + " 2024-03]");
    ActivityGrid other =
        ActivityGrid.from(EventLog.of(List.of(event(A, 1)), DAYS.endExclusive()), MONTHS);
    assertThatThrownBy(() -> assertThat(GROWTH).reconcilesWith(other))
        .hasMessageStartingWith(
            """
            Expected growth accounting to reconcile but
              2024-01: active (2) must be active in the grid (1), off by 1
              2024-02: active (2) must be active in the grid (0), off by 2\
            """);
  }

  @Test
  void growthWithoutPeriodsReconciles() {
    assertThat(new GrowthAccounting(Granularity.MONTH, List.of(), Optional.empty())).reconciles();
  }

  @Test
  void growthMustNotJumpOverDays() {
    List<GrowthPeriod> gap = new ArrayList<>(GROWTH.periods().subList(0, 2));
    GrowthPeriod late = gap.get(1);
    gap.set(
        1,
        new GrowthPeriod(
            late.period(),
            late.label(),
            MONTHS.range(2),
            late.newCustomers(),
            late.retained(),
            late.resurrected(),
            late.churned()));
    assertThatThrownBy(
            () ->
                assertThat(new GrowthAccounting(Granularity.MONTH, gap, Optional.empty()))
                    .reconciles())
        .hasMessage(
            """
            Expected growth accounting to reconcile but
              2024-02: first day (2024-03-01) must be end of 2024-01 (2024-02-01)\
            """);
  }

  // Cohort tables.

  @Test
  void cohortTablesPassWhatHolds() {
    assertThat(TABLE).reconciles().reconcilesWith(TABLE.breakdown(SIZES).values());
    assertThat(TABLE).pooledCurve().hasHorizon(3).at(1).hasCounts(1, 3);
  }

  @Test
  void cohortTablesFailWithTheCells() {
    assertThatThrownBy(
            () -> assertThat(TABLE).reconcilesWith(List.of(TABLE.breakdown(SIZES).get("small"))))
        .hasMessageStartingWith(
            "Expected cohort table to reconcile but\n"
                + "  2024-01: members of the parts (1) must be the whole (2), off by -1\n"
                + "  2024-01 at age 0: active members of the parts (1) must be the whole (2), off"
                + " by -1\n"
                + "  2024-01 at age 1: active members of the parts (0) must be the whole (1), off"
                + " by -1");
    Reconciliation cells = new Reconciliation();
    CohortTableAssert.checkCell(
        cells, "2024-01 at age 1", 1, new TreeSet<>(Set.of(A, C)), new TreeSet<>(Set.of(A, B)));
    assertThat(TABLE)
        .checkPooled(
            cells, new CohortCurve(List.of(new CohortCurve.Point(0, new Proportion(2, 3), 2))));
    assertThat(cells.problems())
        .containsExactly(
            "2024-01 at age 1: active members (2) must be count (1), off by 1",
            "2024-01 at age 1: [c] must be members of the cohort",
            "age 0: pooled curve (2/3 (66.67 %)) must be sum of observed cells (3/3 (100.00 %))");
  }

  @Test
  void curvesPassWhatHoldsAndFailWithTheirShares() {
    CohortCurve curve =
        new CohortCurve(
            List.of(
                new CohortCurve.Point(0, new Proportion(4, 4), 1),
                new CohortCurve.Point(1, new Proportion(1, 4), 1),
                new CohortCurve.Point(2, new Proportion(2, 4), 1)));
    assertThat(curve).hasHorizon(3).at(2).isAtLeast(0.5);
    assertThat(new CohortCurve(curve.points().subList(0, 2))).neverRises();
    String was = " but was [4/4 (100.00 %), 1/4 (25.00 %), 2/4 (50.00 %)]";
    assertThatThrownBy(() -> assertThat(curve).hasHorizon(4))
        .hasMessage("Expected cohort curve to have 4 ages" + was);
    assertThatThrownBy(() -> assertThat(curve).at(3))
        .hasMessage("Expected cohort curve to be observed at age 3" + was);
    assertThatThrownBy(() -> assertThat(curve).at(-1))
        .hasMessage("Expected cohort curve to be observed at age -1" + was);
    assertThatThrownBy(() -> assertThat(curve).neverRises())
        .hasMessage(
            "Expected cohort curve never to rise but was at age 2 2/4 (50.00 %) after 1/4 (25.00"
                + " %)");
  }

  // Revenue bridges.

  @Test
  void bridgesPassWhatHolds() {
    assertThat(BRIDGE).reconciles().reconcilesWith(bridges(REVENUE.split(SIZES).values()));
    assertThat(BRIDGE)
        .period("2024-03")
        .continues(BRIDGE.periods().get(1))
        .hasOpening(usd(120))
        .hasMovement(RevenueMovement.EXPANSION, usd(30))
        .hasCustomers(RevenueMovement.REACTIVATION, 1)
        .hasClosing(usd(180));
    assertThat(BRIDGE).total().hasOpening(usd(0)).hasMovement(RevenueMovement.CHURN, usd(70));
  }

  private static List<RevenueBridge> bridges(Iterable<RevenueGrid> grids) {
    List<RevenueBridge> bridges = new ArrayList<>();
    grids.forEach(grid -> bridges.add(RevenueBridgeCalculator.withDefaults().calculate(grid)));
    return bridges;
  }

  @Test
  void bridgesFailWithTheParts() {
    assertThatThrownBy(
            () ->
                assertThat(BRIDGE)
                    .reconcilesWith(bridges(List.of(REVENUE.split(SIZES).get("large")))))
        .hasMessageStartingWith(
            "Expected revenue bridge to reconcile but\n"
                + "  2024-01: new of the parts (USD 100.00) must be the whole (USD 150.00), off by"
                + " USD -50.00\n"
                + "  2024-01: customers of new of the parts (1) must be the whole (2), off by -1\n"
                + "  2024-02: opening of the parts (USD 100.00) must be the whole (USD 150.00), off"
                + " by USD -50.00\n"
                + "  2024-02: customers at opening of the parts (1) must be the whole (2), off by"
                + " -1");
    assertThatThrownBy(() -> assertThat(BRIDGE).period("2024-04"))
        .hasMessage(
            "Expected revenue bridge to have a period 2024-04 but was [2024-01, 2024-02,"
                + " 2024-03]");
  }

  @Test
  void periodsOfBridgesFailWithTheAmount() {
    String start = "Expected revenue bridge of 2024-03 to have ";
    assertThatThrownBy(() -> assertThat(BRIDGE).period("2024-03").hasOpening(usd(110)))
        .hasMessage(start + "opening USD 110.00 but was USD 120.00");
    assertThatThrownBy(() -> assertThat(BRIDGE).period("2024-03").hasClosing(usd(190)))
        .hasMessage(start + "closing USD 190.00 but was USD 180.00");
    assertThatThrownBy(
            () ->
                assertThat(BRIDGE)
                    .period("2024-03")
                    .hasMovement(RevenueMovement.FOREIGN_EXCHANGE, usd(1)))
        .hasMessage(start + "foreign exchange USD 1.00 but was USD 0.00");
    assertThatThrownBy(
            () -> assertThat(BRIDGE).period("2024-03").hasCustomers(RevenueMovement.CHURN, 2))
        .hasMessage(start + "2 customers of churn but was 1");
  }

  @Test
  void aPeriodMustOpenWhereTheOtherClosed() {
    assertThatThrownBy(() -> assertThat(BRIDGE.periods().get(2)).continues(BRIDGE.periods().get(0)))
        .hasMessage(
            "Expected revenue bridge to reconcile but\n"
                + "  2024-03: first day (2024-03-01) must be end of 2024-01 (2024-02-01)\n"
                + "  2024-03: opening (USD 120.00) must be closing of 2024-01 (USD 150.00), off by"
                + " USD -30.00");
  }

  @Test
  void periodsAndMembersOfABridgeAreLookedAt() {
    Reconciliation reconciliation = new Reconciliation();
    RevenueBridgeAssert.check(
        reconciliation, List.of(BRIDGE.periods().get(0), BRIDGE.periods().get(2)));
    RevenueBridgeAssert.checkMembers(
        reconciliation, BRIDGE.periods().get(2), RevenueMovement.EXPANSION, List.of());
    assertThat(reconciliation.problems())
        .containsExactly(
            "2024-03: first day (2024-03-01) must be end of 2024-01 (2024-02-01)",
            "2024-03: opening (USD 120.00) must be closing of 2024-01 (USD 150.00), off by USD"
                + " -30.00",
            "2024-03: members of expansion (USD 0.00) must be expansion (USD 30.00), off by USD"
                + " -30.00",
            "2024-03: number of members of expansion (0) must be customers of expansion (1), off"
                + " by -1");
  }

  @Test
  void otherCurrenciesDoNotReconcile() {
    Reconciliation reconciliation = new Reconciliation();
    reconciliation.same("2024-01", "new", Money.of("EUR", 5), "the whole", usd(5));
    assertThat(reconciliation.problems())
        .containsExactly(
            "2024-01: new (EUR 5.00) must be the whole (USD 5.00), which is another currency");
  }

  @Test
  void aBridgeWithoutPeriodsHasNoTotal() {
    DateRange days = DateRange.ofDays(LocalDate.of(2024, 1, 1), 10);
    RevenueCollector collector =
        RevenueCollector.on(PeriodAxis.months(days), days.endExclusive(), USD);
    collector.add(A, LocalDate.of(2024, 1, 1), usd(1));
    RevenueBridge empty = RevenueBridgeCalculator.withDefaults().calculate(collector.toGrid());
    assertThat(empty).reconciles();
    assertThatThrownBy(() -> assertThat(empty).total())
        .hasMessage("Expected revenue bridge to have a period but was []");
  }

  @Test
  void headsAreCountedLikeMoney() {
    assertThat(BRIDGE.periods().get(2).customers())
        .isEqualTo(new CustomerHeads(2, 0, 1, 1, 0, 1, 0));
  }
}
