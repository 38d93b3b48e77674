package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortRule.FirstEverMatching;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortRule.SuppliedDates;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CohortProperties {

  /** Over a leap day; the last periods of each axis are open. */
  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2024, 2, 20), 40);

  private static final LocalDate END = DAYS.endExclusive().minusDays(4);
  private static final DateRange SEEN = new DateRange(DAYS.start(), END);

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(9, SEEN, 60);
  }

  @Provide
  Arbitrary<List<Event>> dates() {
    return RetentionArbitraries.events(12, SEEN, 12);
  }

  @Provide
  Arbitrary<PeriodAxis> axes() {
    return Arbitraries.of(
        PeriodAxis.days(DAYS), PeriodAxis.isoWeeks(DAYS), PeriodAxis.months(DAYS));
  }

  @Provide
  Arbitrary<CohortMeasure> measures() {
    List<CohortMeasure> measures = new ArrayList<>(List.of(AgeMeasure.values()));
    measures.add(AgeBrackets.parse("0,1-3,4-7,8-30"));
    measures.add(AgeBrackets.parse("1-2,3-999999999"));
    return Arbitraries.of(measures);
  }

  @Provide
  Arbitrary<StartEvent> startEvents() {
    return Arbitraries.of(StartEvent.class);
  }

  private static ActivityGrid grid(List<Event> events, PeriodAxis axis) {
    return ActivityGrid.from(EventLog.of(events, END), axis);
  }

  private static CohortTable table(CohortMeasure measure, ActivityGrid grid) {
    return CohortCalculator.withDefaults().with(measure).calculate(grid);
  }

  private static void assertAgree(CohortTable table, SlowCohorts slow) {
    int row = 0;
    for (int period = 0; period < slow.axis().size(); period++) {
      if (slow.members(period).isEmpty()) {
        continue;
      }
      Cohort cohort = table.cohorts().get(row);
      assertThat(cohort.period()).isEqualTo(period);
      assertThat(table.members(row)).isEqualTo(slow.members(period)).hasSize((int) cohort.size());
      for (int age = 0; age < table.ages(row); age++) {
        Set<CustomerId> counted = slow.counted(period, age);
        assertThat(table.cell(row, age))
            .isEqualTo(
                slow.isObserved(period, age, END)
                    ? new CohortCell.Observed(new Proportion(counted.size(), cohort.size()))
                    : new CohortCell.NotYetObserved(counted.size()));
        assertThat(table.members(row, age)).isEqualTo(counted);
      }
      assertPathsAgree(table, row);
      row++;
    }
    assertThat(table.cohorts()).hasSize(row);
  }

  private static void assertPathsAgree(CohortTable table, int row) {
    if (table.rule() == StartEvent.EVERY_PERIOD) {
      return;
    }
    List<MemberPath> paths = table.memberPaths().get(row);
    assertThat(paths.stream().mapToLong(MemberPath::members).sum())
        .isEqualTo(table.cohorts().get(row).size());
    for (int age = 0; age < table.ages(row); age++) {
      Integer column = age;
      assertThat(
              paths.stream()
                  .filter(path -> path.columns().contains(column))
                  .mapToLong(MemberPath::members)
                  .sum())
          .isEqualTo(table.members(row, age).size());
    }
  }

  @Property(tries = 50)
  void oneGridAgreesWithASlowReference(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("startEvents") StartEvent rule,
      @ForAll("measures") CohortMeasure measure,
      @ForAll @IntRange(min = 1, max = 2) int minimum) {
    CohortTable table =
        CohortCalculator.withDefaults()
            .with(rule)
            .with(measure)
            .withMinimumOccurrences(minimum)
            .calculate(grid(events, axis));
    assertAgree(table, new SlowCohorts(axis, rule, measure, minimum, events, events, events));
  }

  @Property(tries = 50)
  void startsAndReturnsAgreeWithASlowReference(
      @ForAll("events") List<Event> starts,
      @ForAll("events") List<Event> returns,
      @ForAll("events") List<Event> others,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("measures") CohortMeasure measure) {
    List<Event> history = new ArrayList<>(starts);
    history.addAll(others);
    List<CohortRule> rules =
        List.of(
            StartEvent.FIRST, StartEvent.EVERY_PERIOD, new FirstEverMatching(grid(history, axis)));
    for (CohortRule rule : rules) {
      CohortTable table =
          CohortCalculator.withDefaults()
              .with(rule)
              .with(measure)
              .calculate(grid(starts, axis), grid(returns, axis));
      assertAgree(table, new SlowCohorts(axis, rule, measure, 1, history, starts, returns));
    }
  }

  @Property(tries = 50)
  void suppliedDatesAgreeWithASlowReference(
      @ForAll("dates") List<Event> dates,
      @ForAll("events") List<Event> returns,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("measures") CohortMeasure measure) {
    Map<CustomerId, LocalDate> map = new HashMap<>();
    dates.forEach(event -> map.put(event.customer(), event.date()));
    CohortRule rule = new SuppliedDates(map);
    CohortTable table =
        CohortCalculator.withDefaults().with(rule).with(measure).calculate(grid(returns, axis));
    assertAgree(table, new SlowCohorts(axis, rule, measure, 1, returns, returns, returns));
    assertThat(table.cohorts().stream().mapToLong(Cohort::size).sum()).isEqualTo(map.size());
  }

  @Property(tries = 50)
  void measuresKeepTheirOrder(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    ActivityGrid grid = grid(events, axis);
    CohortTable on = table(AgeMeasure.ON_PERIOD, grid);
    CohortTable after = table(AgeMeasure.ON_OR_AFTER, grid);
    CohortTable reach = table(AgeMeasure.ON_OR_BEFORE, grid);
    CohortTable back = table(AgeMeasure.BACK_ON_OR_BEFORE, grid);
    CohortTable streak = table(AgeMeasure.EVERY_PERIOD_SO_FAR, grid);
    long customers = 0;
    for (int row = 0; row < on.cohorts().size(); row++) {
      customers += on.cohorts().get(row).size();
      for (int age = 0; age < on.ages(row); age++) {
        long here = count(on, row, age);
        assertThat(count(after, row, age)).isGreaterThanOrEqualTo(here);
        assertThat(count(streak, row, age)).isLessThanOrEqualTo(here);
        assertThat(count(reach, row, age)).isEqualTo(on.cohorts().get(row).size());
        if (age > 0) {
          assertThat(count(back, row, age)).isGreaterThanOrEqualTo(here);
          assertThat(count(back, row, age)).isGreaterThanOrEqualTo(count(back, row, age - 1));
          assertThat(count(after, row, age)).isLessThanOrEqualTo(count(after, row, age - 1));
          assertThat(count(streak, row, age)).isLessThanOrEqualTo(count(streak, row, age - 1));
        }
      }
    }
    assertThat(customers).isEqualTo(grid.rows());
  }

  private static long count(CohortTable table, int row, int age) {
    return CohortEvents.count(table.cell(row, age));
  }

  @Property(tries = 50)
  void bracketsOfOneAgeAreTheClassicTable(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    AgeBrackets ages =
        new AgeBrackets(
            IntStream.range(0, axis.size()).mapToObj(age -> new AgeBracket(age, age)).toList());
    CohortTable brackets = table(ages, grid(events, axis));
    CohortTable on = table(AgeMeasure.ON_PERIOD, grid(events, axis));
    assertThat(brackets.cohorts()).isEqualTo(on.cohorts());
    for (int row = 0; row < on.cohorts().size(); row++) {
      for (int age = 0; age < on.ages(row); age++) {
        assertThat(brackets.cell(row, age)).isEqualTo(on.cell(row, age));
      }
    }
  }

  @Property(tries = 50)
  void groupsSumToTheWhole(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll("startEvents") StartEvent rule,
      @ForAll("measures") CohortMeasure measure) {
    Map<CustomerId, String> plans = new HashMap<>();
    IntStream.range(0, 6).forEach(i -> plans.put(CustomerId.of(i), i % 2 == 0 ? "pro" : "basic"));
    CohortTable whole =
        CohortCalculator.withDefaults().with(rule).with(measure).calculate(grid(events, axis));
    List<CohortTable> parts =
        List.copyOf(whole.breakdown(new Segmentation("plan", plans)).values());
    for (int row = 0; row < whole.cohorts().size(); row++) {
      int period = whole.cohorts().get(row).period();
      long sizes =
          parts.stream()
              .filter(part -> rowOf(part, period) >= 0)
              .mapToLong(part -> part.cohorts().get(rowOf(part, period)).size())
              .sum();
      assertThat(sizes).isEqualTo(whole.cohorts().get(row).size());
      for (int age = 0; age < whole.ages(row); age++) {
        int at = age;
        long sum =
            parts.stream()
                .filter(part -> rowOf(part, period) >= 0)
                .mapToLong(part -> count(part, rowOf(part, period), at))
                .sum();
        assertThat(sum).isEqualTo(count(whole, row, age));
      }
    }
  }

  private static int rowOf(CohortTable table, int period) {
    return IntStream.range(0, table.cohorts().size())
        .filter(row -> table.cohorts().get(row).period() == period)
        .findFirst()
        .orElse(-1);
  }

  @Property(tries = 50)
  void rollingUpAddsWhatItPutsTogether(
      @ForAll("events") List<Event> events, @ForAll("measures") CohortMeasure measure) {
    CohortTable days = table(measure, grid(events, PeriodAxis.days(DAYS)));
    PeriodAxis weekAxis = PeriodAxis.isoWeeks(DAYS);
    CohortTable weeks = days.rolledUpTo(weekAxis);
    for (int week = 0; week < weeks.cohorts().size(); week++) {
      Cohort cohort = weeks.cohorts().get(week);
      int[] rows =
          IntStream.range(0, days.cohorts().size())
              .filter(row -> cohort.days().contains(days.cohorts().get(row).days().start()))
              .toArray();
      assertThat(cohort.size())
          .isEqualTo(IntStream.of(rows).mapToLong(row -> days.cohorts().get(row).size()).sum());
      boolean closed = !cohort.days().endExclusive().isAfter(END);
      for (int age = 0; age < weeks.ages(week); age++) {
        int at = age;
        int[] having = IntStream.of(rows).filter(row -> at < days.ages(row)).toArray();
        assertThat(count(weeks, week, age))
            .isEqualTo(IntStream.of(having).mapToLong(row -> count(days, row, at)).sum())
            .isEqualTo(weeks.members(week, age).size());
        assertThat(weeks.cell(week, age).share().isPresent())
            .isEqualTo(
                closed
                    && having.length == rows.length
                    && IntStream.of(rows).allMatch(row -> days.cell(row, at).share().isPresent()));
      }
    }
  }

  @Property(tries = 50)
  void periodOnPeriodLeavesOutThoseWhoPaused(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    CohortTable table = table(AgeMeasure.ON_PERIOD, grid(events, axis));
    PeriodOnPeriod rates = table.periodOnPeriod();
    for (int row = 0; row < table.cohorts().size(); row++) {
      for (int age = 1; age < table.ages(row); age++) {
        Set<CustomerId> before = table.members(row, age - 1);
        long both = table.members(row, age).stream().filter(before::contains).count();
        assertThat(rates.rate(row, age))
            .isEqualTo(
                table.cell(row, age).share().isPresent()
                    ? Proportion.ifAny(both, before.size())
                    : Optional.empty());
      }
    }
  }

  /** Enough customers for several chunks of each thread. */
  @Test
  void theNumberOfThreadsDoesNotMatter() {
    PeriodAxis axis = PeriodAxis.isoWeeks(DAYS);
    SplittableRandom random = new SplittableRandom(42);
    ActivityAccumulator events = ActivityAccumulator.on(axis, END);
    for (int i = 0; i < 60_000; i++) {
      events.add(random.nextLong(20_000), DAYS.start().plusDays(random.nextInt(36)));
    }
    ActivityGrid grid = events.snapshot();
    for (StartEvent rule : StartEvent.values()) {
      for (AgeMeasure measure : AgeMeasure.values()) {
        CohortCalculator calculator = CohortCalculator.withDefaults().with(rule).with(measure);
        List<String> rows = CohortEvents.rows(calculator.calculate(grid));
        for (int threads = 2; threads <= 5; threads++) {
          CohortTable table = calculator.with(Work.onThreads(threads)).calculate(grid);
          assertThat(CohortEvents.rows(table)).isEqualTo(rows);
        }
        CohortTable general = calculator.calculate(grid, copy(grid, axis));
        assertThat(CohortEvents.rows(general)).isEqualTo(rows);
      }
    }
  }

  private static ActivityGrid copy(ActivityGrid grid, PeriodAxis axis) {
    ActivityAccumulator events = ActivityAccumulator.on(axis, END);
    for (int row = 0; row < grid.rows(); row++) {
      long customer = Long.parseLong(grid.customer(row).value());
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        events.add(customer, axis.range(grid.periodAt(cell)).start());
      }
    }
    return events.snapshot();
  }
}
