package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortCell.NotYetObserved;
import io.github.retention4j.cohort.CohortCell.Observed;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.ElapsedCohortRule.FirstEverMatching;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ElapsedProperties {

  /** Clocks change on 31 March in Berlin and on 7 April on Lord Howe. */
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 30);

  private static final LocalDate END = LocalDate.of(2024, 4, 9);
  private static final List<BusinessZone> ZONES =
      List.of(
          BusinessZone.of("Europe/Berlin"),
          BusinessZone.of("Australia/Lord_Howe"),
          BusinessZone.of("Pacific/Kiritimati"),
          BusinessZone.of("Etc/GMT+12"));

  /** What happens to whom and how many minutes after the first instant. */
  record Minute(long customer, int minute) {}

  private static List<Event> events(List<Minute> minutes, BusinessZone zone) {
    Instant first = zone.instantOf(FIRST.atStartOfDay());
    return minutes.stream()
        .map(
            at ->
                Event.of(CustomerId.of(at.customer()), first.plusSeconds(60L * at.minute()), zone))
        .toList();
  }

  private static EventLog log(List<Minute> minutes, BusinessZone zone) {
    return EventLog.of(events(minutes, zone), END);
  }

  /** Up to 8 customers on 10 days, on whole quarters of an hour so that windows meet their ends. */
  @Provide
  Arbitrary<List<Minute>> minutes() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 8), Arbitraries.integers().between(0, 4 * 24 * 10 - 9))
        .as((customer, quarter) -> new Minute(customer, 15 * quarter))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<BusinessZone> zones() {
    return Arbitraries.of(ZONES);
  }

  @Provide
  Arbitrary<ElapsedWindow> windows() {
    return Arbitraries.of(
        ElapsedWindow.HOURS_24,
        ElapsedWindow.DAYS_7,
        ElapsedWindow.of(Duration.ofHours(7)),
        ElapsedWindow.of(Duration.ofMinutes(36 * 60 + 15)));
  }

  @Provide
  Arbitrary<CohortMeasure> measures() {
    List<CohortMeasure> measures = new ArrayList<>(List.of(AgeMeasure.values()));
    measures.add(AgeBrackets.parse("0,1-2,3-5,6-30"));
    measures.add(AgeBrackets.parse("1-2,3-999999999"));
    return Arbitraries.of(measures);
  }

  /** How rows are cut, and the name of the row of an instant as the slow reference has it. */
  enum Rows {
    DAYS,
    ISO_WEEKS,
    SUNDAY_WEEKS,
    MONTHS,
    HOURS;

    PeriodAxis axis() {
      DateRange range = new DateRange(FIRST, END);
      return switch (this) {
        case ISO_WEEKS -> PeriodAxis.isoWeeks(range);
        case SUNDAY_WEEKS -> PeriodAxis.weeks(range, DayOfWeek.SUNDAY);
        case MONTHS -> PeriodAxis.months(range);
        default -> PeriodAxis.days(range);
      };
    }

    ElapsedCohortCalculator choose(ElapsedCohortCalculator calculator) {
      return this == HOURS ? calculator.withCohortsByHour() : calculator.withCohortsBy(axis());
    }

    Function<Instant, String> names(SlowElapsed slow) {
      return this == HOURS
          ? slow::hour
          : instant -> axis().label(axis().periodOf(LocalDate.ofInstant(instant, slow.zone())));
    }
  }

  private static void assertAgree(ElapsedCohortTable table, SlowElapsed slow, Rows rows) {
    Function<Instant, String> names = rows.names(slow);
    List<String> labels =
        slow.starts().stream()
            .map(event -> event.instant().orElseThrow())
            .sorted()
            .map(names)
            .distinct()
            .filter(label -> !slow.members(names, label).isEmpty())
            .toList();
    assertThat(table.cohorts()).hasSameSizeAs(labels);
    for (int row = 0; row < labels.size(); row++) {
      Cohort cohort = table.cohorts().get(row);
      assertThat(labels.get(row)).startsWith(cohort.label().substring(0, 7));
      Map<CustomerId, Instant> members = slow.members(names, labels.get(row));
      assertThat(table.members(row)).isEqualTo(members.keySet()).hasSize((int) cohort.size());
      boolean closed = !cohort.days().endExclusive().isAfter(END);
      assertThat(table.ages(row))
          .isEqualTo(
              slow.measure() instanceof AgeBrackets brackets
                  ? brackets.brackets().size()
                  : 1 + members.values().stream().mapToInt(slow::lastAge).max().orElseThrow());
      for (int age = 0; age < table.ages(row); age++) {
        assertCellAgrees(table, row, age, slow, members, closed);
      }
    }
  }

  private static void assertCellAgrees(
      ElapsedCohortTable table,
      int row,
      int age,
      SlowElapsed slow,
      Map<CustomerId, Instant> members,
      boolean closed) {
    boolean columnForAll = slow.measure() instanceof AgeBrackets;
    Set<CustomerId> soFar =
        members.keySet().stream()
            .filter(member -> columnForAll || age <= slow.lastAge(start(members, member)))
            .filter(member -> slow.isCounted(member, start(members, member), age))
            .collect(Collectors.toSet());
    Set<CustomerId> over =
        members.keySet().stream()
            .filter(member -> slow.isOver(start(members, member), age))
            .collect(Collectors.toSet());
    Set<CustomerId> both = over.stream().filter(soFar::contains).collect(Collectors.toSet());
    boolean observed =
        table.observation() == ElapsedObservation.PER_MEMBER
            ? !over.isEmpty()
            : closed && over.size() == members.size();
    assertThat(table.activeSoFar(row, age)).isEqualTo(soFar.size());
    assertThat(table.members(row, age)).isEqualTo(observed ? both : soFar);
    assertThat(table.cell(row, age))
        .isEqualTo(
            observed
                ? new Observed(new Proportion(both.size(), over.size()))
                : new NotYetObserved(soFar.size()));
  }

  private static Instant start(Map<CustomerId, Instant> members, CustomerId member) {
    return members.getOrDefault(member, Instant.MAX);
  }

  @Property(tries = 60)
  void oneLogAgreesWithASlowReference(
      @ForAll("minutes") List<Minute> minutes,
      @ForAll("zones") BusinessZone zone,
      @ForAll("windows") ElapsedWindow window,
      @ForAll ElapsedAge age,
      @ForAll("measures") CohortMeasure measure,
      @ForAll ElapsedObservation observation,
      @ForAll StartEvent rule,
      @ForAll Rows rows,
      @ForAll @IntRange(min = 1, max = 2) int minimum) {
    List<Event> events = events(minutes, zone);
    ElapsedCohortTable table =
        rows.choose(ElapsedCohortCalculator.withDefaults(zone))
            .with(window)
            .with(age)
            .with(measure)
            .with(observation)
            .with(rule)
            .withMinimumOccurrences(minimum)
            .calculate(EventLog.of(events, END));
    SlowElapsed slow =
        new SlowElapsed(
            zone.zone(), rule, window.length(), age, measure, minimum, END, events, events, events);
    assertAgree(table, slow, rows);
  }

  @Property(tries = 40)
  void startsAndReturnsAgreeWithASlowReference(
      @ForAll("minutes") List<Minute> starts,
      @ForAll("minutes") List<Minute> returns,
      @ForAll("minutes") List<Minute> others,
      @ForAll("zones") BusinessZone zone,
      @ForAll ElapsedAge age,
      @ForAll("measures") CohortMeasure measure,
      @ForAll Rows rows) {
    List<Event> history = new ArrayList<>(events(starts, zone));
    history.addAll(events(others, zone));
    for (ElapsedCohortRule rule :
        List.of(
            StartEvent.FIRST,
            StartEvent.EVERY_PERIOD,
            new FirstEverMatching(EventLog.of(history, END)))) {
      ElapsedCohortTable table =
          rows.choose(ElapsedCohortCalculator.withDefaults(zone))
              .with(age)
              .with(measure)
              .with(rule)
              .calculate(log(starts, zone), log(returns, zone));
      SlowElapsed slow =
          new SlowElapsed(
              zone.zone(),
              rule,
              Duration.ofHours(24),
              age,
              measure,
              1,
              END,
              history,
              events(starts, zone),
              events(returns, zone));
      assertAgree(table, slow, rows);
    }
  }

  /** Where no clocks change, windows of 24 hours from the day of the start are calendar days. */
  @Property(tries = 60)
  void windowsFromTheDayAreCalendarDaysWhereNoClocksChange(
      @ForAll("minutes") List<Minute> minutes,
      @ForAll("measures") CohortMeasure measure,
      @ForAll StartEvent rule) {
    BusinessZone zone = BusinessZone.of("Pacific/Kiritimati");
    EventLog log = log(minutes, zone);
    CohortTable days =
        CohortCalculator.withDefaults()
            .with(rule)
            .with(measure)
            .calculate(ActivityGrid.from(log, PeriodAxis.days(log.observed())));
    ElapsedCohortTable windows =
        ElapsedCohortCalculator.withDefaults(zone)
            .with(rule)
            .with(measure)
            .with(ElapsedAge.TRUNCATED_TO_DAY)
            .calculate(log);
    assertThat(windows.cohorts()).isEqualTo(days.cohorts());
    for (int row = 0; row < days.cohorts().size(); row++) {
      assertThat(windows.ages(row)).isEqualTo(days.ages(row));
      for (int age = 0; age < days.ages(row); age++) {
        assertThat(windows.cell(row, age)).isEqualTo(days.cell(row, age));
        assertThat(windows.members(row, age)).isEqualTo(days.members(row, age));
      }
    }
    assertThat(windows.averages()).isEqualTo(days.averages());
    assertThat(windows.averagesToHorizon(2)).isEqualTo(days.averagesToHorizon(2));
  }

  @Property(tries = 40)
  void theOrderOfEventsDoesNotMatter(
      @ForAll("minutes") List<Minute> minutes, @ForAll Random random, @ForAll Rows rows) {
    List<Minute> shuffled = new ArrayList<>(minutes);
    Collections.shuffle(shuffled, random);
    BusinessZone zone = ZONES.get(0);
    ElapsedCohortCalculator calculator =
        rows.choose(ElapsedCohortCalculator.withDefaults(zone)).with(StartEvent.EVERY_PERIOD);
    assertThat(ElapsedEvents.rows(calculator.calculate(log(shuffled, zone))))
        .isEqualTo(ElapsedEvents.rows(calculator.calculate(log(minutes, zone))));
  }

  @Property(tries = 40)
  void measuresKeepTheirOrder(
      @ForAll("minutes") List<Minute> minutes,
      @ForAll("windows") ElapsedWindow window,
      @ForAll ElapsedAge truncation) {
    BusinessZone zone = ZONES.get(0);
    EventLog log = log(minutes, zone);
    Map<AgeMeasure, ElapsedCohortTable> tables = new TreeMap<>();
    for (AgeMeasure measure : AgeMeasure.values()) {
      tables.put(
          measure,
          ElapsedCohortCalculator.withDefaults(zone)
              .with(window)
              .with(truncation)
              .with(measure)
              .calculate(log));
    }
    Function<AgeMeasure, ElapsedCohortTable> table =
        measure ->
            tables.values().stream()
                .filter(it -> it.measure() == measure)
                .findFirst()
                .orElseThrow();
    ElapsedCohortTable on = table.apply(AgeMeasure.ON_PERIOD);
    if (truncation == ElapsedAge.EXACT) {
      ElapsedCohortTable reached = table.apply(AgeMeasure.ON_OR_BEFORE);
      assertThat(reached.pooledCurve().values()).allMatch(share -> share == 1);
    }
    for (int row = 0; row < on.cohorts().size(); row++) {
      List<Double> active = on.curve(row).values();
      List<Double> after = table.apply(AgeMeasure.ON_OR_AFTER).curve(row).values();
      List<Double> reach = table.apply(AgeMeasure.ON_OR_BEFORE).curve(row).values();
      List<Double> back = table.apply(AgeMeasure.BACK_ON_OR_BEFORE).curve(row).values();
      List<Double> streak = table.apply(AgeMeasure.EVERY_PERIOD_SO_FAR).curve(row).values();
      for (int age = 0; age < active.size(); age++) {
        assertThat(after.get(age)).isGreaterThanOrEqualTo(active.get(age));
        assertThat(streak.get(age)).isLessThanOrEqualTo(active.get(age));
        assertThat(reach.get(age)).isGreaterThanOrEqualTo(active.get(age));
        if (age > 0) {
          assertThat(after.get(age)).isLessThanOrEqualTo(after.get(age - 1));
          assertThat(reach.get(age)).isGreaterThanOrEqualTo(reach.get(age - 1));
          assertThat(back.get(age)).isGreaterThanOrEqualTo(back.get(age - 1));
          assertThat(streak.get(age)).isLessThanOrEqualTo(streak.get(age - 1));
        }
      }
    }
    assertThat(on.cohorts().stream().mapToLong(Cohort::size).sum())
        .isEqualTo(log.customers().size());
  }

  /** Of one return, by windows of 7 hours. */
  @Property(tries = 40)
  void aTruncatedAgeIsNotUnderTheExactOne(
      @ForAll("minutes") List<Minute> starts, @ForAll @IntRange(max = 10_000) int later) {
    BusinessZone zone = ZONES.get(0);
    Minute start = starts.get(0);
    int back = Math.min(start.minute() + later, 15 * (4 * 24 * 10 - 9));
    EventLog from = log(List.of(start), zone);
    EventLog to = log(List.of(new Minute(start.customer(), back)), zone);
    List<Integer> ages =
        Stream.of(ElapsedAge.EXACT, ElapsedAge.TRUNCATED_TO_HOUR, ElapsedAge.TRUNCATED_TO_DAY)
            .map(
                age ->
                    ElapsedCohortCalculator.withDefaults(zone)
                        .with(ElapsedWindow.of(Duration.ofHours(7)))
                        .with(age)
                        .calculate(from, to))
            .map(
                table ->
                    IntStream.range(0, table.ages(0))
                        .filter(age -> table.activeSoFar(0, age) == 1)
                        .findFirst()
                        .orElseThrow())
            .toList();
    assertThat(ages).isSorted();
    assertThat(ages.get(0)).isEqualTo((back - start.minute()) / (7 * 60));
  }

  @Property(tries = 60)
  void whatIsObservedForEveryMemberIsSoPerMember(
      @ForAll("minutes") List<Minute> minutes,
      @ForAll("windows") ElapsedWindow window,
      @ForAll("measures") CohortMeasure measure,
      @ForAll Rows rows) {
    BusinessZone zone = ZONES.get(0);
    ElapsedCohortCalculator calculator =
        rows.choose(ElapsedCohortCalculator.withDefaults(zone)).with(window).with(measure);
    EventLog log = log(minutes, zone);
    ElapsedCohortTable every = calculator.with(ElapsedObservation.EVERY_MEMBER).calculate(log);
    ElapsedCohortTable own = calculator.with(ElapsedObservation.PER_MEMBER).calculate(log);
    assertThat(own.cohorts()).isEqualTo(every.cohorts());
    for (int row = 0; row < every.cohorts().size(); row++) {
      for (int age = 0; age < every.ages(row); age++) {
        if (every.cell(row, age).share().isPresent()) {
          assertThat(own.cell(row, age)).isEqualTo(every.cell(row, age));
        }
        assertThat(own.activeSoFar(row, age)).isEqualTo(every.activeSoFar(row, age));
      }
    }
  }

  @Property(tries = 40)
  void groupsSumToTheWhole(
      @ForAll("minutes") List<Minute> minutes,
      @ForAll StartEvent rule,
      @ForAll("measures") CohortMeasure measure,
      @ForAll Rows rows) {
    Map<CustomerId, String> plans = new HashMap<>();
    IntStream.range(0, 6).forEach(i -> plans.put(CustomerId.of(i), i % 2 == 0 ? "pro" : "basic"));
    BusinessZone zone = ZONES.get(0);
    ElapsedCohortTable whole =
        rows.choose(ElapsedCohortCalculator.withDefaults(zone))
            .with(rule)
            .with(measure)
            .calculate(log(minutes, zone));
    List<ElapsedCohortTable> parts =
        List.copyOf(whole.breakdown(new Segmentation("plan", plans)).values());
    for (int row = 0; row < whole.cohorts().size(); row++) {
      Cohort cohort = whole.cohorts().get(row);
      long sizes = 0;
      long[] counts = new long[whole.ages(row)];
      for (ElapsedCohortTable part : parts) {
        int at = part.cohorts().stream().map(Cohort::period).toList().indexOf(cohort.period());
        if (at >= 0) {
          sizes += part.cohorts().get(at).size();
          for (int age = 0; age < part.ages(at); age++) {
            counts[age] += part.activeSoFar(at, age);
          }
        }
      }
      assertThat(sizes).isEqualTo(cohort.size());
      for (int age = 0; age < counts.length; age++) {
        assertThat(counts[age]).isEqualTo(whole.activeSoFar(row, age));
      }
    }
  }

  /** Enough customers for several chunks of each thread. */
  @Test
  void theNumberOfThreadsDoesNotMatter() {
    BusinessZone zone = BusinessZone.of("Europe/Berlin");
    SplittableRandom random = new SplittableRandom(42);
    long first = zone.instantOf(FIRST.atStartOfDay()).getEpochSecond();
    long[] customers = new long[60_000];
    long[] seconds = new long[customers.length];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = random.nextLong(20_000);
      seconds[i] = first + random.nextLong(9 * 86_400);
    }
    EventLog log = EventLog.ofInstants(customers, seconds, zone, END);
    for (CohortMeasure measure : AgeMeasure.values()) {
      ElapsedCohortCalculator calculator =
          ElapsedCohortCalculator.withDefaults(zone)
              .with(measure)
              .with(StartEvent.EVERY_PERIOD)
              .with(ElapsedObservation.PER_MEMBER);
      List<String> alone = ElapsedEvents.rows(calculator.calculate(log));
      for (int threads = 2; threads <= 5; threads++) {
        assertThat(ElapsedEvents.rows(calculator.with(Work.onThreads(threads)).calculate(log)))
            .isEqualTo(alone);
      }
    }
  }
}
