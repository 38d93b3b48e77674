package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortRule.FirstEverMatching;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables worked out by hand, one for each definition. */
class CohortDefinitionsTest {

  private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
  private static final CohortCalculator CALCULATOR = CohortCalculator.withDefaults();
  private static final String FOUR = "a1 b1 c1 d1 a2 c2 a3 b3";

  private static CustomerId id(String name) {
    return CustomerId.of(name);
  }

  // What is counted.

  @ParameterizedTest
  @CsvSource({
    "ON_PERIOD,           4 2 2",
    "ON_OR_AFTER,         4 3 2",
    "ON_OR_BEFORE,        4 4 4",
    "BACK_ON_OR_BEFORE,   0 2 3",
    "EVERY_PERIOD_SO_FAR, 4 2 1"
  })
  void countsByEachMeasure(AgeMeasure measure, String counts) {
    CohortTable table = CALCULATOR.with(measure).calculate(CohortEvents.months(APRIL, FOUR));
    assertThat(CohortEvents.row(table, 0)).startsWith("2024-01 4: " + counts + " (");
    assertThat(table.measure()).isEqualTo(measure);
    assertThat(table.rule()).isEqualTo(StartEvent.FIRST);
    assertThat(table.label(2)).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "ON_PERIOD,           2 1 1",
    "ON_OR_AFTER,         3 2 1",
    "ON_OR_BEFORE,        2 2 3",
    "BACK_ON_OR_BEFORE,   0 1 2",
    "EVERY_PERIOD_SO_FAR, 2 1 0"
  })
  void countsPeriodsWithEnoughEventsOnly(AgeMeasure measure, String counts) {
    ActivityGrid grid = CohortEvents.months(APRIL, "a1 a1 b1 b1 c1 d1 a2 a2 b2 b3 c3 c3");
    CohortTable table = CALCULATOR.with(measure).withMinimumOccurrences(2).calculate(grid);
    assertThat(CohortEvents.row(table, 0)).startsWith("2024-01 4: " + counts + " (");
  }

  @Test
  void countsABracketOnceItsLastPeriodIsOver() {
    PeriodAxis days = PeriodAxis.days(DateRange.ofDays(LocalDate.of(2024, 6, 1), 9));
    ActivityGrid grid =
        CohortEvents.days(days, LocalDate.of(2024, 6, 8), "a0 b0 c0 a2 b2 b4 b5 d2 d3");
    CohortTable table = CALCULATOR.with(AgeBrackets.parse("0, 1-3, 4-6, 7-30")).calculate(grid);
    assertThat(CohortEvents.rows(table))
        .containsExactly("2024-06-01 3: 3 2 1 (0)", "2024-06-03 1: 1 1 (0) (0)");
    assertThat(table.label(1)).isEqualTo("1-3");
    assertThat(table.averages())
        .extracting(CohortAverage::pooled)
        .containsExactly(new Proportion(4, 4), new Proportion(3, 4), new Proportion(1, 3));
    assertThat(table.curve(0).horizon()).isEqualTo(3);
    assertThat(table.members(0, 2)).containsExactly(id("b"));
  }

  @Test
  void bracketsNeedNotCoverAgeZeroNorCountFewEvents() {
    ActivityGrid grid = CohortEvents.months(APRIL, "a1 b1 c1 a2 b3 b3 c1");
    CohortCalculator calculator = CALCULATOR.with(AgeBrackets.parse("1-2,3"));
    assertThat(CohortEvents.rows(calculator.calculate(grid))).containsExactly("2024-01 3: 2 (0)");
    assertThat(CohortEvents.rows(calculator.withMinimumOccurrences(2).calculate(grid)))
        .containsExactly("2024-01 3: 1 (0)");
  }

  @Test
  void periodOnPeriodLeavesOutThoseWhoPaused() {
    CohortTable table = CALCULATOR.calculate(CohortEvents.months(APRIL, FOUR + " e2 e3 f3"));
    PeriodOnPeriod rates = table.periodOnPeriod();
    assertThat(rates.rate(0, 1)).contains(new Proportion(2, 4));
    assertThat(rates.rate(0, 2)).contains(new Proportion(1, 2));
    assertThat(rates.rate(0, 3)).isEmpty();
    assertThat(rates.rate(1, 1)).contains(new Proportion(1, 1));
    assertThat(rates.pooled(1)).contains(new Proportion(3, 5));
    assertThat(rates.pooled(3)).isEmpty();
    assertThatThrownBy(() -> rates.rate(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> rates.pooled(0)).hasMessage("age (0) must be at least 1");
    assertThatThrownBy(
            () ->
                CALCULATOR
                    .with(AgeMeasure.ON_OR_AFTER)
                    .calculate(CohortEvents.months(APRIL, FOUR))
                    .periodOnPeriod())
        .hasMessage("measure (ON_OR_AFTER) must be ON_PERIOD");
  }

  @Test
  void nobodyActiveAtTheAgeBeforeIsNoRate() {
    CohortTable table = CALCULATOR.calculate(CohortEvents.months(APRIL, "a1 a3"));
    assertThat(table.periodOnPeriod().rate(0, 2)).isEmpty();
  }

  // Who is in a cohort.

  private static final String ALL = "x1 x2 x4 x4 y2";
  private static final String SIGN_UPS = "x2 x4 y2";

  private static List<String> startsBy(CohortRule rule) {
    LocalDate end = LocalDate.of(2024, 5, 1);
    CohortTable table =
        CALCULATOR
            .with(rule)
            .calculate(CohortEvents.months(end, SIGN_UPS), CohortEvents.months(end, ALL));
    return table.cohorts().stream().map(it -> it.label() + " " + it.size()).toList();
  }

  @Test
  void startsByEachRule() {
    assertThat(startsBy(StartEvent.FIRST)).containsExactly("2024-02 2");
    assertThat(startsBy(StartEvent.EVERY_PERIOD)).containsExactly("2024-02 2", "2024-04 1");
    ActivityGrid history = CohortEvents.months(LocalDate.of(2024, 5, 1), ALL);
    assertThat(startsBy(new FirstEverMatching(history))).containsExactly("2024-02 1");
    assertThat(new FirstEverMatching(history))
        .hasToString("first event of (" + history + "), if it matches");
  }

  @Test
  void nobodyWhoseFirstEventMatchesIsATableWithoutCohorts() {
    LocalDate end = LocalDate.of(2024, 5, 1);
    CohortTable table =
        CALCULATOR
            .with(new FirstEverMatching(CohortEvents.months(end, "x1 x2")))
            .calculate(CohortEvents.months(end, "x2"), CohortEvents.months(end, "x1 x2"));
    assertThat(table.cohorts()).isEmpty();
    assertThat(table.averages()).isEmpty();
    assertThat(table.pooledCurve().points()).isEmpty();
  }

  @Test
  void startAndReturnMayDiffer() {
    ActivityGrid signUps = CohortEvents.months(APRIL, "a1 b1 c1");
    ActivityGrid purchases = CohortEvents.months(APRIL, "a1 b2 c2 d2");
    assertThat(CohortEvents.row(CALCULATOR.calculate(signUps, purchases), 0))
        .startsWith("2024-01 3: 1 2 0 (");
    assertThat(
            CohortEvents.row(
                CALCULATOR.with(AgeMeasure.ON_OR_BEFORE).calculate(signUps, purchases), 0))
        .startsWith("2024-01 3: 1 3 3 (");
    assertThat(
            CohortEvents.row(
                CALCULATOR.with(AgeMeasure.EVERY_PERIOD_SO_FAR).calculate(signUps, purchases), 0))
        .startsWith("2024-01 3: 1 0 0 (");
  }

  @Test
  void returnsBeforeTheStartCountAtNoAge() {
    ActivityGrid starts = CohortEvents.months(APRIL, "a2 b2");
    ActivityGrid returns = CohortEvents.months(APRIL, "a1 b1 b3");
    assertThat(CohortEvents.row(CALCULATOR.calculate(starts, returns), 0))
        .startsWith("2024-02 2: 0 1 (");
  }

  @Test
  void suppliedDatesCountCustomersWithoutActivity() {
    SuppliedDates dates =
        new SuppliedDates(
            Map.of(
                id("a"), LocalDate.of(2024, 1, 31),
                id("b"), LocalDate.of(2024, 2, 1),
                id("c"), LocalDate.of(2024, 1, 1)));
    CohortTable table = CALCULATOR.with(dates).calculate(CohortEvents.months(APRIL, "a2 b1 b2 d1"));
    assertThat(CohortEvents.row(table, 0)).startsWith("2024-01 2: 0 1 0 (");
    assertThat(CohortEvents.row(table, 1)).startsWith("2024-02 1: 1 0 (");
    assertThat(table.members(0)).containsExactly(id("a"), id("c"));
    assertThat(dates).hasToString("supplied dates of 3 customers");
  }

  @Test
  void aRecurringCustomerIsInSeveralCohorts() {
    CohortTable table =
        CALCULATOR.with(StartEvent.EVERY_PERIOD).calculate(CohortEvents.months(APRIL, "a1 a3 b3"));
    assertThat(CohortEvents.row(table, 0)).startsWith("2024-01 1: 1 0 1 (");
    assertThat(CohortEvents.row(table, 1)).startsWith("2024-03 2: 2 (");
    assertThat(table.members(1, 0)).containsExactly(id("a"), id("b"));
    assertThatThrownBy(() -> table.rolledUpTo(CohortEvents.yearAxis()))
        .hasMessage("rule (EVERY_PERIOD) must be one of a single start for each customer");
  }

  @Test
  void aWindowRestrictsRowsOnly() {
    ActivityGrid grid = CohortEvents.months(APRIL, "a1 b2 a2 b3 c3");
    DateRange february = new DateRange(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 2, 2));
    CohortTable table = CALCULATOR.withCohortsStartingIn(february).calculate(grid);
    assertThat(table.cohorts()).extracting(Cohort::label).containsExactly("2024-02");
    assertThat(CohortEvents.row(table, 0)).startsWith("2024-02 1: 1 1 (0)");
  }

  // Averages and series.

  /** 80 of 100 and 100 of 200 are complete; 25 of 200 are not. */
  @Test
  void anOpenCellIsInNoAverage() {
    ActivityAccumulator events =
        ActivityAccumulator.on(CohortEvents.yearAxis(), LocalDate.of(2024, 4, 20));
    for (int customer = 0; customer < 500; customer++) {
      int start = customer < 100 ? 1 : customer < 300 ? 2 : 3;
      events.add(customer, LocalDate.of(2024, start, 7));
      if (customer < 80 || (customer >= 100 && customer < 200) || customer >= 475) {
        events.add(customer, LocalDate.of(2024, start + 1, 7));
      }
    }
    CohortTable table = CALCULATOR.calculate(events.snapshot());
    CohortAverage back = table.averages().get(1);
    assertThat(back.simple()).isEqualTo(0.65);
    assertThat(back.pooled()).isEqualTo(new Proportion(180, 300));
    assertThat(back.cohorts()).isEqualTo(2);
    assertThat(back.customers()).isEqualTo(300);
    assertThat(table.pooledCurve().points().get(1).active().value()).isEqualTo(0.6);
    long counted = table.series(1).stream().mapToLong(it -> CohortEvents.count(it.cell())).sum();
    long asked = table.series(1).stream().mapToLong(it -> it.cohort().size()).sum();
    assertThat(new Proportion(counted, asked).value()).isEqualTo(0.41);
    assertThat(table.averages()).hasSize(3);
  }

  @Test
  void aSeriesHasEachCohortAtOneAge() {
    CohortTable table = CALCULATOR.calculate(CohortEvents.months(APRIL, "a1 b2 a2 c3"));
    assertThat(table.series(1))
        .extracting(CohortPoint::cell)
        .containsExactly(
            new CohortCell.Observed(new Proportion(1, 1)),
            new CohortCell.Observed(new Proportion(0, 1)),
            new CohortCell.NotYetObserved(0));
    assertThat(table.series(11)).hasSize(1);
    assertThatThrownBy(() -> table.series(-1)).hasMessage("age (-1) must be 0 or more");
  }

  @Test
  void curvesHaveIntervals() {
    CohortTable table = CALCULATOR.calculate(CohortEvents.months(APRIL, FOUR));
    assertThat(table.curve(0).intervals(0.95).get(1))
        .isEqualTo(new Proportion(2, 4).interval(0.95));
  }

  // Rows longer than columns.

  /** 28 and 29 February 2024 and 1 March, a Friday; weeks from Monday and from Sunday. */
  @Test
  void daysRollUpToWeeksAndMonthsOverALeapDay() {
    DateRange range = new DateRange(LocalDate.of(2024, 2, 26), LocalDate.of(2024, 3, 11));
    PeriodAxis days = PeriodAxis.days(range);
    ActivityGrid grid =
        CohortEvents.days(days, LocalDate.of(2024, 3, 8), "a2 b3 c4 d6 a3 b4 c5 d7 b10 e8");
    CohortTable table = CALCULATOR.calculate(grid);
    CohortTable months = table.rolledUpTo(PeriodAxis.months(range));
    assertThat(CohortEvents.rows(months))
        .containsExactly(
            "2024-02 2: 2 2 0 0 0 0 0 1 (0) (0) (0) (0)",
            "2024-03 3: (3) (2) (0) (0) (0) (0) (0) (0) (0) (0)");
    assertThat(months.granularity()).isEqualTo(Granularity.DAY);
    assertThat(months.cohortGranularity()).isEqualTo(Granularity.MONTH);
    assertThat(months.members(0, 7)).containsExactly(id("b"));
    assertThat(months.members(1)).containsExactly(id("c"), id("d"), id("e"));
    CohortTable isoWeeks = table.rolledUpTo(PeriodAxis.isoWeeks(range));
    assertThat(isoWeeks.cohorts())
        .extracting(it -> it.label() + " " + it.size())
        .containsExactly("2024-W09 4", "2024-W10 1");
    assertThat(CohortEvents.row(isoWeeks, 0)).startsWith("2024-W09 4: 4 4 0 0 0 (0) (0) (1)");
    CohortTable sundayWeeks = table.rolledUpTo(PeriodAxis.weeks(range, DayOfWeek.SUNDAY));
    assertThat(sundayWeeks.cohorts())
        .extracting(it -> it.label() + " " + it.size())
        .containsExactly("week of 2024-02-25 3", "week of 2024-03-03 2");
    assertThat(isoWeeks.periodOnPeriod().pooled(1)).contains(new Proportion(4, 4));
  }

  @Test
  void aRowStillOpenHasNoObservedCell() {
    PeriodAxis days = PeriodAxis.days(DateRange.ofDays(LocalDate.of(2024, 4, 1), 14));
    ActivityGrid grid = CohortEvents.days(days, LocalDate.of(2024, 4, 6), "a0 a1");
    CohortTable table = CALCULATOR.calculate(grid);
    assertThat(table.cell(0, 1).share()).isPresent();
    CohortTable weeks = table.rolledUpTo(PeriodAxis.isoWeeks(days.range()));
    assertThat(weeks.cell(0, 1)).isEqualTo(new CohortCell.NotYetObserved(1));
  }

  @Test
  void refusesRowsThatCutAPeriod() {
    DateRange range = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 1));
    PeriodAxis weeks = PeriodAxis.isoWeeks(range);
    CohortTable table =
        CALCULATOR.calculate(CohortEvents.days(weeks, LocalDate.of(2024, 3, 1), "a0"));
    PeriodAxis months = PeriodAxis.months(range);
    assertThatThrownBy(() -> table.rolledUpTo(months))
        .hasMessage(
            "period (2024-W05, [2024-01-29, 2024-02-05)) must lie within one period of the rows ("
                + months
                + ")");
    PeriodAxis later = PeriodAxis.months(DateRange.ofDays(LocalDate.of(2024, 2, 1), 3));
    assertThatThrownBy(() -> table.rolledUpTo(later)).hasMessageContaining("period (2024-W01, ");
  }

  // Groups.

  @Test
  void groupsSumToTheWhole() {
    CohortTable table = CALCULATOR.calculate(CohortEvents.months(APRIL, FOUR));
    SortedMap<String, CohortTable> parts =
        table.breakdown(new Segmentation("plan", Map.of(id("a"), "pro", id("b"), "basic")));
    assertThat(parts).containsOnlyKeys("(unassigned)", "basic", "pro");
    List<CohortTable> tables = List.copyOf(parts.values());
    assertThat(CohortEvents.row(tables.get(0), 0)).startsWith("2024-01 2: 2 1 0 (");
    assertThat(CohortEvents.row(tables.get(1), 0)).startsWith("2024-01 1: 1 0 1 (");
    assertThat(CohortEvents.row(tables.get(2), 0)).startsWith("2024-01 1: 1 1 1 (");
    assertThat(tables.get(2).members(0)).containsExactly(id("a"));
  }

  @Test
  void groupsOutsideTheWindowAreLeftOut() {
    CohortTable table =
        CALCULATOR
            .withCohortsStartingIn(DateRange.ofDays(LocalDate.of(2024, 1, 1), 1))
            .calculate(CohortEvents.months(APRIL, "a1 b2"));
    Segmentation plans = new Segmentation("plan", Map.of(id("a"), "pro", id("b"), "basic"));
    assertThat(table.breakdown(plans)).containsOnlyKeys("pro");
  }

  // Two curves.

  @Test
  void comparesTwoCurves() {
    CurveComparison comparison = CurveComparison.of(curve(50, 30, 25), curve(40, 12, 10));
    assertThat(comparison.points()).extracting(CurveComparison.Point::age).containsExactly(1, 2);
    // scipy.stats.fisher_exact
    assertThat(comparison.points().get(0).test().pValue())
        .isCloseTo(0.005864363131450253, within(1e-12));
    assertThat(comparison.points().get(1).test().pValue())
        .isCloseTo(0.018056098548588796, within(1e-12));
    assertThat(comparison.points().get(0).adjustedPValue())
        .isCloseTo(2 * 0.005864363131450253, within(1e-12));
    assertThat(comparison.points().get(1).adjustedPValue())
        .isCloseTo(0.018056098548588796, within(1e-12));
    assertThat(comparison.pValue()).isCloseTo(2 * 0.005864363131450253, within(1e-12));
    assertThat(CurveComparison.of(curve(50), curve(40, 3)).pValue()).isEqualTo(1);
  }

  private static CohortCurve curve(long size, long... later) {
    List<CohortCurve.Point> points = new ArrayList<>();
    points.add(new CohortCurve.Point(0, new Proportion(size, size), 1));
    for (long active : later) {
      points.add(new CohortCurve.Point(points.size(), new Proportion(active, size), 1));
    }
    return new CohortCurve(points);
  }

  // Refusals.

  @Test
  void refusesGridsThatDoNotFit() {
    ActivityGrid april = CohortEvents.months(APRIL, "a1");
    ActivityGrid may = CohortEvents.months(LocalDate.of(2024, 5, 1), "a1");
    assertThatThrownBy(() -> CALCULATOR.calculate(april, may))
        .hasMessage(
            "end of observation of returns (2024-05-01) must be that of starts (2024-04-01)");
    PeriodAxis days = PeriodAxis.days(DateRange.ofDays(LocalDate.of(2024, 1, 1), 9));
    ActivityGrid daily = CohortEvents.days(days, APRIL, "a1");
    assertThatThrownBy(() -> CALCULATOR.calculate(april, daily))
        .hasMessage(
            "axis of returns ("
                + days
                + ") must be that of starts ("
                + CohortEvents.yearAxis()
                + ")");
    assertThatThrownBy(() -> CALCULATOR.with(new FirstEverMatching(may)).calculate(april))
        .hasMessage(
            "end of observation of history (2024-05-01) must be that of starts (2024-04-01)");
    String incomplete = "history must hold the first start event of customer a, in period 2024-01";
    for (String history : List.of("b1", "a2")) {
      CohortCalculator calculator =
          CALCULATOR.with(new FirstEverMatching(CohortEvents.months(APRIL, history)));
      assertThatThrownBy(() -> calculator.calculate(april)).hasMessage(incomplete);
    }
  }

  @Test
  void refusesDatesThatDoNotFit() {
    ActivityGrid grid = CohortEvents.months(APRIL, "a1");
    assertThatThrownBy(() -> CALCULATOR.with(date(APRIL)).calculate(grid))
        .hasMessage(
            "start (2024-04-01) of customer a must be before the end of observation (2024-04-01)");
    assertThatThrownBy(() -> CALCULATOR.with(date(LocalDate.of(2023, 12, 31))).calculate(grid))
        .hasMessage(
            "start (2023-12-31) of customer a must lie on the axis [2024-01-01, 2025-01-01)");
    assertThatThrownBy(() -> CALCULATOR.with(date(LocalDate.of(2024, 1, 1))).calculate(grid, grid))
        .hasMessage(
            "rule (supplied dates of 1 customers) must be one of events where start events are"
                + " given");
    assertThatThrownBy(() -> new SuppliedDates(Map.of()))
        .hasMessage("dates ({}) must be of at least one customer");
  }

  private static SuppliedDates date(LocalDate date) {
    return new SuppliedDates(Map.of(id("a"), date));
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> CALCULATOR.withMinimumOccurrences(0))
        .hasMessage("events (0) must be at least 1");
    assertThatThrownBy(() -> new CohortAverage(0, 1.5, new Proportion(1, 1), 1))
        .hasMessage("simple (1.5) must be in [0, 1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0, 0-3    | bracket (0-3) must begin after the one before it (0)",
        "0, 1-3, 3 | bracket (3) must begin after the one before it (1-3)",
        "0, 2-3    | bracket (2-3) must begin at 1, without a gap after the one before it (0)",
        "0, 3-1    | last (1) must not be under first (3)",
        "0, x      | bracket (x) must be an age or a range of ages, such as 0 or 4-7",
        "0,,2      | bracket () must be an age or a range of ages, such as 0 or 4-7"
      })
  void refusesBracketsThatDoNotAdjoin(String brackets, String message) {
    assertThatThrownBy(() -> AgeBrackets.parse(brackets)).hasMessage(message);
  }

  @Test
  void refusesBracketsWithoutAges() {
    assertThatThrownBy(() -> new AgeBrackets(List.of()))
        .hasMessage("brackets ([]) must be at least one");
    assertThatThrownBy(() -> new AgeBracket(-1, 2)).hasMessage("first (-1) must be 0 or more");
  }

  @Test
  void countingEndsWhenTheThreadIsInterrupted() {
    ActivityGrid grid = CohortEvents.months(APRIL, FOUR);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> CALCULATOR.with(Work.inThisThread()).calculate(grid))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
