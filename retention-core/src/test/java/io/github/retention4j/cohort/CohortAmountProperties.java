package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortRule.FirstEverMatching;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.money.Money;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CohortAmountProperties {

  /** Over a leap day; the last periods of each axis are open. */
  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2024, 2, 20), 40);

  private static final LocalDate END = DAYS.endExclusive().minusDays(4);
  private static final DateRange SEEN = new DateRange(DAYS.start(), END);

  @Provide
  Arbitrary<List<Event>> starts() {
    return RetentionArbitraries.events(9, SEEN, 30);
  }

  /** Cents, tenths of cents, refunds and events without an amount among them. */
  @Provide
  Arbitrary<List<Event>> payments() {
    Arbitrary<Money> amounts =
        Arbitraries.integers()
            .between(-20_000, 50_000)
            .map(units -> new Money(SlowAmounts.USD, BigDecimal.valueOf(units, 3)));
    return Combinators.combine(
            RetentionArbitraries.customers(9),
            RetentionArbitraries.dates(SEEN),
            amounts.optional(0.8))
        .as(
            (customer, date, amount) ->
                amount.map(some -> Event.of(customer, date, some)).orElse(Event.of(customer, date)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(50)
        .filter(events -> events.stream().anyMatch(event -> event.amount().isPresent()));
  }

  @Provide
  Arbitrary<PeriodAxis> axes() {
    return Arbitraries.of(
        PeriodAxis.days(DAYS), PeriodAxis.isoWeeks(DAYS), PeriodAxis.months(DAYS));
  }

  @Provide
  Arbitrary<CohortAmountMeasure> measures() {
    return Arbitraries.of(
        AgeAmount.IN_PERIOD,
        AgeAmount.CUMULATIVE,
        AgeBrackets.parse("0,1-3,4-7,8-30"),
        AgeBrackets.parse("1-2,3-999999999"));
  }

  @Provide
  Arbitrary<StartEvent> startEvents() {
    return Arbitraries.of(StartEvent.class);
  }

  private static AmountGrid amounts(List<Event> events, PeriodAxis axis) {
    return AmountGrid.from(EventLog.of(events, END), axis);
  }

  private static ActivityGrid grid(List<Event> events, PeriodAxis axis) {
    return ActivityGrid.from(EventLog.of(events, END), axis);
  }

  private static CohortAmountCalculator calculator(CohortRule rule, CohortAmountMeasure measure) {
    return CohortAmountCalculator.withDefaults().with(rule).with(measure);
  }

  private static SlowAmounts slow(
      PeriodAxis axis,
      CohortRule rule,
      CohortAmountMeasure measure,
      List<Event> history,
      List<Event> starts,
      List<Event> paid) {
    CohortMeasure columns =
        measure instanceof AgeBrackets brackets ? brackets : AgeMeasure.ON_PERIOD;
    return new SlowAmounts(
        new SlowCohorts(axis, rule, columns, 1, history, starts, paid), measure, paid);
  }

  private static void assertAgree(CohortAmountTable table, SlowAmounts slow) {
    int row = 0;
    for (int period = 0; period < slow.cohorts().axis().size(); period++) {
      if (!slow.cohorts().members(period).isEmpty()) {
        assertThat(table.members(row)).isEqualTo(slow.cohorts().members(period));
        for (int age = 0; age < table.ages(row); age++) {
          assertThat(table.cell(row, age)).isEqualTo(slow.cell(period, age, END));
          assertThat(table.amounts(row, age)).isEqualTo(slow.amounts(period, age));
        }
        row++;
      }
    }
    assertThat(table.cohorts()).hasSize(row);
  }

  @Property(tries = 50)
  void oneLogAgreesWithASlowReference(
      @ForAll("payments") List<Event> paid,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("startEvents") StartEvent rule,
      @ForAll("measures") CohortAmountMeasure measure) {
    assertAgree(
        calculator(rule, measure).calculate(amounts(paid, axis)),
        slow(axis, rule, measure, paid, paid, paid));
  }

  @Property(tries = 50)
  void startsAndAmountsAgreeWithASlowReference(
      @ForAll("starts") List<Event> starts,
      @ForAll("starts") List<Event> others,
      @ForAll("payments") List<Event> paid,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("measures") CohortAmountMeasure measure) {
    List<Event> history = new ArrayList<>(starts);
    history.addAll(others);
    for (CohortRule rule :
        List.of(
            StartEvent.FIRST,
            StartEvent.EVERY_PERIOD,
            new FirstEverMatching(grid(history, axis)))) {
      assertAgree(
          calculator(rule, measure).calculate(grid(starts, axis), amounts(paid, axis)),
          slow(axis, rule, measure, history, starts, paid));
    }
  }

  @Property(tries = 50)
  void allCellsAndWhatCameBeforeTheStartAreTheTotal(
      @ForAll("starts") List<Event> starts,
      @ForAll("payments") List<Event> paid,
      @ForAll("axes") PeriodAxis axis) {
    Map<CustomerId, Integer> firstStart = new HashMap<>();
    starts.forEach(
        event -> firstStart.merge(event.customer(), axis.periodOf(event.date()), Math::min));
    Money atNoAge =
        paid.stream()
            .filter(
                event ->
                    axis.periodOf(event.date())
                        < firstStart.getOrDefault(event.customer(), Integer.MAX_VALUE))
            .flatMap(event -> event.amount().stream())
            .reduce(Money.zero(SlowAmounts.USD), Money::plus);
    CohortAmountTable table =
        CohortAmountCalculator.withDefaults().calculate(grid(starts, axis), amounts(paid, axis));
    Money inCells = Money.zero(SlowAmounts.USD);
    for (int row = 0; row < table.cohorts().size(); row++) {
      for (int age = 0; age < table.ages(row); age++) {
        inCells = inCells.plus(sum(table.cell(row, age)));
      }
    }
    assertThat(inCells.plus(atNoAge)).isEqualTo(amounts(paid, axis).total());
  }

  private static Money sum(CohortAmountCell cell) {
    return cell instanceof CohortAmountCell.NotYetObserved open
        ? open.sumSoFar()
        : cell.amount().orElseThrow().sum();
  }

  @Property(tries = 50)
  void cumulativeSumsArePrefixSums(
      @ForAll("payments") List<Event> paid,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("startEvents") StartEvent rule) {
    AmountGrid grid = amounts(paid, axis);
    CohortAmountTable each = calculator(rule, AgeAmount.IN_PERIOD).calculate(grid);
    CohortAmountTable upTo = calculator(rule, AgeAmount.CUMULATIVE).calculate(grid);
    assertThat(upTo.cohorts()).isEqualTo(each.cohorts());
    for (int row = 0; row < each.cohorts().size(); row++) {
      Money prefix = Money.zero(SlowAmounts.USD);
      for (int age = 0; age < each.ages(row); age++) {
        prefix = prefix.plus(sum(each.cell(row, age)));
        assertThat(sum(upTo.cell(row, age))).isEqualTo(prefix);
      }
    }
  }

  @Property(tries = 50)
  void groupsSumToTheWhole(
      @ForAll("payments") List<Event> paid,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("startEvents") StartEvent rule,
      @ForAll("measures") CohortAmountMeasure measure) {
    Map<CustomerId, String> plans = new HashMap<>();
    IntStream.range(0, 6).forEach(i -> plans.put(CustomerId.of(i), i % 2 == 0 ? "pro" : "basic"));
    CohortAmountTable whole = calculator(rule, measure).calculate(amounts(paid, axis));
    List<CohortAmountTable> parts =
        List.copyOf(whole.breakdown(new Segmentation("plan", plans)).values());
    for (int row = 0; row < whole.cohorts().size(); row++) {
      int period = whole.cohorts().get(row).period();
      for (int age = 0; age < whole.ages(row); age++) {
        int at = age;
        List<CohortAmountCell> cells =
            parts.stream()
                .filter(part -> rowOf(part, period) >= 0)
                .map(part -> part.cell(rowOf(part, period), at))
                .toList();
        assertThat(
                cells.stream()
                    .map(CohortAmountProperties::sum)
                    .reduce(Money.zero(SlowAmounts.USD), Money::plus))
            .isEqualTo(sum(whole.cell(row, age)));
        assertThat(
                cells.stream().flatMap(cell -> cell.amount().stream()).reduce(CohortAmount::plus))
            .isEqualTo(whole.cell(row, age).amount());
      }
    }
  }

  private static int rowOf(CohortAmountTable table, int period) {
    return table.cohorts().stream().map(Cohort::period).toList().indexOf(period);
  }

  @Property(tries = 50)
  void neitherOrderNorThreadsMatter(
      @ForAll("payments") List<Event> paid,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("measures") CohortAmountMeasure measure,
      @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(paid);
    Collections.shuffle(shuffled, random);
    CohortAmountTable one = calculator(StartEvent.FIRST, measure).calculate(amounts(paid, axis));
    CohortAmountTable other =
        calculator(StartEvent.FIRST, measure)
            .calculate(AmountGrid.from(EventLog.of(shuffled, END), axis, Work.onThreads(3)));
    assertThat(other.cohorts()).isEqualTo(one.cohorts());
    assertThat(other.averages()).isEqualTo(one.averages());
    for (int row = 0; row < one.cohorts().size(); row++) {
      for (int age = 0; age < one.ages(row); age++) {
        assertThat(other.cell(row, age)).isEqualTo(one.cell(row, age));
      }
    }
  }

  @Property(tries = 50)
  void rowsAndOpenCellsAreThoseOfTheCountTable(
      @ForAll("payments") List<Event> paid,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("startEvents") StartEvent rule) {
    AmountGrid grid = amounts(paid, axis);
    CohortTable counts = CohortCalculator.withDefaults().with(rule).calculate(grid.activity());
    CohortAmountTable table = calculator(rule, AgeAmount.CUMULATIVE).calculate(grid);
    assertThat(table.cohorts()).isEqualTo(counts.cohorts());
    for (int row = 0; row < counts.cohorts().size(); row++) {
      assertThat(table.ages(row)).isEqualTo(counts.ages(row));
      for (int age = 0; age < counts.ages(row); age++) {
        assertThat(table.cell(row, age).amount().isPresent())
            .isEqualTo(counts.cell(row, age).share().isPresent());
      }
    }
  }
}
