package io.github.retention4j.cohort;

import static io.github.retention4j.cohort.ElapsedEvents.log;
import static io.github.retention4j.cohort.ElapsedEvents.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ElapsedCohortTest {

  private static final BusinessZone BERLIN = BusinessZone.of("Europe/Berlin");
  private static final ElapsedCohortCalculator CALCULATOR =
      ElapsedCohortCalculator.withDefaults(BERLIN);

  /** The example of the calculator. */
  private static EventLog worked() {
    return log(
        BERLIN,
        "2024-06-04",
        "a 2024-06-01T09:00",
        "a 2024-06-02T08:00",
        "a 2024-06-02T10:00",
        "b 2024-06-01T23:00",
        "b 2024-06-02T01:00");
  }

  private static CustomerId customer(String name) {
    return CustomerId.of(name);
  }

  @Test
  void countsFromEachOnesOwnStart() {
    ElapsedCohortTable table = CALCULATOR.calculate(worked());
    assertThat(rows(table)).containsExactly("2024-06-01 2: 2/2 1/2 (0)");
    assertThat(table.cohorts())
        .containsExactly(
            new Cohort(0, "2024-06-01", DateRange.ofDays(LocalDate.of(2024, 6, 1), 1), 2));
    assertThat(table.cell(0, 1)).isEqualTo(new Observed(new Proportion(1, 2)));
    assertThat(table.cell(0, 2)).isEqualTo(new NotYetObserved(0));
    assertThat(table.members(0)).containsExactly(customer("a"), customer("b"));
    assertThat(table.members(0, 1)).containsExactly(customer("a"));
    assertThat(table.label(2)).isEqualTo("2");
    assertThat(table.rule()).isEqualTo(StartEvent.FIRST);
    assertThat(table.window()).isEqualTo(ElapsedWindow.HOURS_24);
    assertThat(table.age()).isEqualTo(ElapsedAge.EXACT);
    assertThat(table.measure()).isEqualTo(AgeMeasure.ON_PERIOD);
    assertThat(table.observation()).isEqualTo(ElapsedObservation.EVERY_MEMBER);
    assertThat(table.zone()).isEqualTo(BERLIN);
  }

  /** The example of {@link ElapsedAge}: the age of each return, of one member. */
  @Test
  void ageIsCountedFromTheStartItsHourOrItsDay() {
    assertThat(agesOf(ElapsedAge.EXACT)).containsExactly(0, 0, 1, 1);
    assertThat(agesOf(ElapsedAge.TRUNCATED_TO_HOUR)).containsExactly(0, 1, 1, 1);
    assertThat(agesOf(ElapsedAge.TRUNCATED_TO_DAY)).containsExactly(0, 1, 1, 2);
  }

  private static List<Integer> agesOf(ElapsedAge age) {
    EventLog start = log(BERLIN, "2024-06-09", "a 2024-06-01T14:30");
    return List.of("2024-06-01T23:00", "2024-06-02T14:00", "2024-06-02T15:10", "2024-06-03T01:00")
        .stream()
        .map(time -> log(BERLIN, "2024-06-09", "a " + time))
        .map(returns -> CALCULATOR.with(age).calculate(start, returns))
        .map(table -> table.curve(0).values().indexOf(1.0))
        .toList();
  }

  @Test
  void aWindowBeginsWithItsFirstSecondAndEndsBeforeTheNext() {
    EventLog start = log(BERLIN, "2024-06-05", "a 2024-06-01T14:00");
    EventLog before = log(BERLIN, "2024-06-05", "a 2024-06-02T13:59:59+02:00");
    EventLog after = log(BERLIN, "2024-06-05", "a 2024-06-02T14:00:00+02:00");
    assertThat(rows(CALCULATOR.calculate(start, before)))
        .containsExactly("2024-06-01 1: 1/1 0/1 0/1 (0)");
    assertThat(rows(CALCULATOR.calculate(start, after)))
        .containsExactly("2024-06-01 1: 0/1 1/1 0/1 (0)");
  }

  /** With a start at midnight the last window ends with the observation: no column after it. */
  @Test
  void aWindowThatEndsWithTheObservationIsOver() {
    EventLog log = log(BERLIN, "2024-06-04", "a 2024-06-01T00:00", "a 2024-06-03T23:59");
    assertThat(rows(CALCULATOR.calculate(log))).containsExactly("2024-06-01 1: 1/1 0/1 1/1");
  }

  /** Truncated, the window of age 0 goes back before the start, but returns there do not count. */
  @Test
  void returnsBeforeTheStartDoNotCount() {
    EventLog starts = log(BERLIN, "2024-06-03", "a 2024-06-01T14:30", "b 2024-06-01T14:30");
    EventLog returns =
        log(BERLIN, "2024-06-03", "a 2024-06-01T14:10", "b 2024-06-01T14:30", "c 2024-06-01T15:00");
    for (ElapsedAge age : ElapsedAge.values()) {
      assertThat(rows(CALCULATOR.with(age).calculate(starts, returns)).get(0))
          .startsWith("2024-06-01 2: 1/2 ");
    }
  }

  @Test
  void customersWithoutReturnsCountInTheSize() {
    EventLog starts = log(BERLIN, "2024-06-03", "a 2024-06-01T10:00", "b 2024-06-02T10:00");
    EventLog returns = log(BERLIN, "2024-06-03", "a 2024-06-02T09:00", "c 2024-06-01T00:00");
    assertThat(rows(CALCULATOR.calculate(starts, returns)))
        .containsExactly("2024-06-01 1: 1/1 (0)", "2024-06-02 1: (0)");
  }

  /** a starts anew each day; the clock of 1 June runs from 09:00, not from the later events. */
  @Test
  void everyPeriodRunsFromTheFirstStartInIt() {
    EventLog log =
        log(
            BERLIN,
            "2024-06-05",
            "a 2024-06-01T09:00",
            "a 2024-06-01T20:00",
            "a 2024-06-02T10:00",
            "a 2024-06-03T08:00");
    assertThat(rows(CALCULATOR.with(StartEvent.EVERY_PERIOD).calculate(log)))
        .containsExactly(
            "2024-06-01 1: 1/1 1/1 0/1 (0)", "2024-06-02 1: 1/1 0/1 (0)", "2024-06-03 1: 1/1 (0)");
  }

  /** a began with a visit, b with the sign-up, c with both in one second. */
  @Test
  void firstEverLeavesOutThoseWhoBeganOtherwise() {
    EventLog signUps =
        log(BERLIN, "2024-06-03", "a 2024-06-01T10:00", "b 2024-06-01T10:00", "c 2024-06-01T10:00");
    EventLog visits = log(BERLIN, "2024-06-03", "a 2024-06-01T09:59", "c 2024-06-01T10:00");
    FirstEverMatching rule = new FirstEverMatching(EventLog.merged(List.of(signUps, visits)));
    ElapsedCohortTable table = CALCULATOR.with(rule).calculate(signUps);
    assertThat(table.members(0)).containsExactly(customer("b"), customer("c"));
    assertThat(rule).hasToString("first of 5 events of history, if it matches");
    assertThatThrownBy(() -> CALCULATOR.with(new FirstEverMatching(visits)).calculate(signUps))
        .hasMessage(
            "history must hold the first start event of customer b, at 2024-06-01T08:00:00Z");
  }

  @Test
  void nobodyMayHaveBegunSo() {
    EventLog signUps = log(BERLIN, "2024-06-03", "a 2024-06-01T10:00");
    EventLog visits = log(BERLIN, "2024-06-03", "a 2024-06-01T09:00");
    ElapsedCohortTable table =
        CALCULATOR
            .with(new FirstEverMatching(EventLog.merged(List.of(signUps, visits))))
            .calculate(signUps);
    assertThat(table.cohorts()).isEmpty();
    assertThat(table.averages()).isEmpty();
    assertThat(table.breakdown(new Segmentation("plan", Map.of()))).isEmpty();
  }

  @Test
  void measuresReadWindowsAsPeriods() {
    EventLog log =
        log(
            BERLIN,
            "2024-06-05",
            "a 2024-06-01T00:00",
            "a 2024-06-02T00:00",
            "a 2024-06-04T00:00",
            "b 2024-06-01T00:00",
            "b 2024-06-03T00:00");
    assertThat(row(AgeMeasure.ON_PERIOD, log)).isEqualTo("2/2 1/2 1/2 1/2");
    assertThat(row(AgeMeasure.ON_OR_AFTER, log)).isEqualTo("2/2 2/2 2/2 1/2");
    assertThat(row(AgeMeasure.ON_OR_BEFORE, log)).isEqualTo("2/2 2/2 2/2 2/2");
    assertThat(row(AgeMeasure.BACK_ON_OR_BEFORE, log)).isEqualTo("0/2 1/2 2/2 2/2");
    assertThat(row(AgeMeasure.EVERY_PERIOD_SO_FAR, log)).isEqualTo("2/2 1/2 0/2 0/2");
    assertThat(row(AgeBrackets.parse("0,1-2,3,4-7"), log)).isEqualTo("2/2 2/2 1/2 (0)");
  }

  private static String row(CohortMeasure measure, EventLog log) {
    return rows(CALCULATOR.with(measure).calculate(log))
        .get(0)
        .substring("2024-06-01 2: ".length());
  }

  @Test
  void anOpenBracketHasTheCountSoFar() {
    ElapsedCohortTable table = CALCULATOR.with(AgeBrackets.parse("0,1-3")).calculate(worked());
    assertThat(rows(table)).containsExactly("2024-06-01 2: 2/2 (1)");
    assertThat(table.averages()).hasSize(1);
    assertThat(table.activeSoFar(0, 1)).isEqualTo(1);
    assertThat(table.members(0, 1)).containsExactly(customer("a"));
    assertThat(table.label(1)).isEqualTo("1-3");
  }

  @Test
  void aWindowMayNeedSeveralEvents() {
    assertThat(rows(CALCULATOR.withMinimumOccurrences(2).calculate(worked())))
        .containsExactly("2024-06-01 2: 2/2 0/2 (0)");
  }

  /** The example of {@link ElapsedObservation}. */
  private static final String[] WEEK = {
    "a 2024-06-03T10:00", "a 2024-06-04T12:00", "b 2024-06-09T10:00", "b 2024-06-10T12:00"
  };

  private static ElapsedCohortTable week(ElapsedObservation policy, String end) {
    EventLog log = log(BERLIN, end, WEEK);
    return CALCULATOR
        .withCohortsBy(PeriodAxis.isoWeeks(log.observed()))
        .with(policy)
        .calculate(log);
  }

  @Test
  void aCellIsObservedForEveryMemberOrPerMember() {
    ElapsedCohortTable every = week(ElapsedObservation.EVERY_MEMBER, "2024-06-11");
    assertThat(rows(every)).containsExactly("2024-W23 2: 2/2 (2) (0) (0) (0) (0) (0) (0)");
    ElapsedCohortTable own = week(ElapsedObservation.PER_MEMBER, "2024-06-11");
    assertThat(rows(own)).containsExactly("2024-W23 2: 2/2 1/1 0/1 0/1 0/1 0/1 0/1 (0)");
    assertThat(own.activeSoFar(0, 1)).isEqualTo(2);
    assertThat(own.members(0, 1)).containsExactly(customer("a"));
    assertThat(every.members(0, 1)).containsExactly(customer("a"), customer("b"));
    assertThat(every.curve(0).values()).containsExactly(1.0);
    assertThat(own.curve(0).values()).containsExactly(1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
  }

  /** Of a week that is not over more members may come: all is open, save per member. */
  @Test
  void aRowThatIsNotOverIsOpen() {
    EventLog log = log(BERLIN, "2024-06-06", "a 2024-06-03T10:00", "a 2024-06-04T12:00");
    ElapsedCohortCalculator weeks = CALCULATOR.withCohortsBy(PeriodAxis.isoWeeks(log.observed()));
    assertThat(rows(weeks.calculate(log))).containsExactly("2024-W23 1: (1) (1) (0)");
    assertThat(rows(weeks.with(ElapsedObservation.PER_MEMBER).calculate(log)))
        .containsExactly("2024-W23 1: 1/1 1/1 (0)");
  }

  /** Cohorts of 2, 1 and 1; the last has its age 1 open. */
  @Test
  void averagesLeaveOpenCellsOut() {
    ElapsedCohortTable table =
        CALCULATOR.calculate(
            log(
                BERLIN,
                "2024-06-05",
                "a 2024-06-01T12:00",
                "a 2024-06-02T13:00",
                "b 2024-06-01T12:00",
                "c 2024-06-02T12:00",
                "c 2024-06-03T13:00",
                "d 2024-06-03T12:00",
                "d 2024-06-04T13:00"));
    assertThat(rows(table))
        .containsExactly(
            "2024-06-01 2: 2/2 1/2 0/2 (0)", "2024-06-02 1: 1/1 1/1 (0)", "2024-06-03 1: 1/1 (1)");
    assertThat(table.averages())
        .containsExactly(
            new CohortAverage(0, 1, new Proportion(4, 4), 3),
            new CohortAverage(1, 0.75, new Proportion(2, 3), 2),
            new CohortAverage(2, 0, new Proportion(0, 2), 1));
    assertThat(table.averagesToHorizon(1))
        .containsExactly(
            new CohortAverage(0, 1, new Proportion(3, 3), 2),
            new CohortAverage(1, 0.75, new Proportion(2, 3), 2));
    assertThat(table.averagesToHorizon(3)).isEmpty();
    assertThat(table.pooledCurve().values()).containsExactly(1.0, 2 / 3.0, 0.0);
    assertThat(table.series(1))
        .extracting(CohortPoint::cell)
        .containsExactly(
            new Observed(new Proportion(1, 2)),
            new Observed(new Proportion(1, 1)),
            new NotYetObserved(1));
    assertThat(table.series(3)).hasSize(1);
    assertThatThrownBy(() -> table.series(-1)).hasMessage("age (-1) must be 0 or more");
    assertThatThrownBy(() -> table.averagesToHorizon(-1))
        .hasMessage("horizon (-1) must be 0 or more");
  }

  @Test
  void showsTheCohortsAskedForAndFollowsThemBeyond() {
    EventLog log =
        log(
            BERLIN,
            "2024-06-05",
            "a 2024-06-01T12:00",
            "a 2024-06-02T13:00",
            "b 2024-06-02T00:00",
            "b 2024-06-04T00:00");
    ElapsedCohortCalculator second =
        CALCULATOR.withCohortsStartingIn(DateRange.ofDays(LocalDate.of(2024, 6, 2), 1));
    assertThat(rows(second.calculate(log))).containsExactly("2024-06-02 1: 1/1 0/1 1/1");
    assertThat(rows(second.withCohortsByHour().calculate(log)))
        .containsExactly("2024-06-02T00:00 1: 1/1 0/1 1/1");
  }

  @Test
  void breaksDownByGroup() {
    Segmentation plans =
        new Segmentation("plan", Map.of(customer("a"), "pro", customer("b"), "basic"));
    SortedMap<String, ElapsedCohortTable> parts = CALCULATOR.calculate(worked()).breakdown(plans);
    assertThat(parts.keySet()).containsExactly("basic", "pro");
    assertThat(parts.values())
        .extracting(part -> ElapsedEvents.row(part, 0))
        .containsExactly("2024-06-01 1: 1/1 0/1 (0)", "2024-06-01 1: 1/1 1/1 (0)");
  }

  /** 7 and 30 days of 24 hours. */
  @Test
  void windowsHaveNames() {
    EventLog log =
        log(
            BERLIN,
            "2024-08-01",
            "a 2024-05-01T12:00",
            "a 2024-05-08T11:59",
            "a 2024-05-08T12:00",
            "a 2024-05-31T12:00");
    assertThat(rows(CALCULATOR.with(ElapsedWindow.DAYS_7).calculate(log)))
        .containsExactly("2024-05-01 1: 1/1 1/1 0/1 0/1 1/1 0/1 0/1 0/1 0/1 0/1 0/1 0/1 0/1 (0)");
    assertThat(rows(CALCULATOR.with(ElapsedWindow.DAYS_30).calculate(log)))
        .containsExactly("2024-05-01 1: 1/1 1/1 0/1 (0)");
    assertThat(ElapsedWindow.HOUR_1.length()).hasHours(1);
    assertThat(ElapsedWindow.HOURS_24.length()).hasHours(24);
    assertThat(ElapsedWindow.DAYS_7.length()).hasHours(168);
    assertThat(ElapsedWindow.DAYS_30.length()).hasHours(720);
  }

  @Test
  void theWindowMayBeASecond() {
    EventLog log =
        log(BERLIN, "2024-06-02", "a 2024-06-01T23:59:57+02:00", "a 2024-06-01T23:59:59+02:00");
    ElapsedWindow second = ElapsedWindow.of(Duration.ofSeconds(1));
    assertThat(rows(CALCULATOR.with(second).calculate(log)))
        .containsExactly("2024-06-01 1: 1/1 0/1 1/1");
  }

  @Test
  void refusesWhatMakesNoSense() {
    EventLog onDays =
        EventLog.of(
            List.of(Event.of(customer("a"), LocalDate.of(2024, 6, 1))), LocalDate.of(2024, 6, 4));
    EventLog longer = log(BERLIN, "2024-06-05", "a 2024-06-01T09:00");
    assertThatThrownBy(() -> ElapsedWindow.of(Duration.ZERO))
        .hasMessage("length (PT0S) must be positive");
    assertThatThrownBy(() -> ElapsedWindow.of(Duration.ofHours(-1)))
        .hasMessage("length (PT-1H) must be positive");
    assertThatThrownBy(() -> ElapsedWindow.of(Duration.ofMillis(1500)))
        .hasMessage("length (PT1.5S) must be of whole seconds");
    assertThatThrownBy(() -> CALCULATOR.withMinimumOccurrences(0))
        .hasMessage("events (0) must be at least 1");
    assertThatThrownBy(() -> CALCULATOR.calculate(onDays))
        .hasMessage("starts (events on days) must be events at instants");
    assertThatThrownBy(() -> CALCULATOR.calculate(worked(), onDays))
        .hasMessage("returns (events on days) must be events at instants");
    assertThatThrownBy(() -> CALCULATOR.with(new FirstEverMatching(onDays)).calculate(worked()))
        .hasMessage("history (events on days) must be events at instants");
    assertThatThrownBy(() -> CALCULATOR.calculate(worked(), longer))
        .hasMessage(
            "end of observation of returns (2024-06-05) must be that of starts (2024-06-04)");
    assertThatThrownBy(() -> CALCULATOR.with(new FirstEverMatching(longer)).calculate(worked()))
        .hasMessage(
            "end of observation of history (2024-06-05) must be that of starts (2024-06-04)");
    assertThatThrownBy(
            () ->
                CALCULATOR
                    .withCohortsBy(PeriodAxis.days(DateRange.ofDays(LocalDate.of(2024, 6, 2), 2)))
                    .calculate(worked()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "start (2024-06-01T07:00:00Z) of customer a must lie in the rows"
                + " (2 x day [2024-06-02, 2024-06-04))");
  }

  @Test
  void refusesAnotherZoneThanThatOfTheLog() {
    assertThatThrownBy(
            () ->
                ElapsedCohortCalculator.withDefaults(BusinessZone.of("Asia/Tokyo"))
                    .calculate(worked()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "zone (Asia/Tokyo) must be that of starts: there the event of customer b at"
                + " 2024-06-01T21:00:00Z lies on 2024-06-01, in the zone on 2024-06-02");
  }

  @Test
  void refusesMoreWindowsThanCanBeNumbered() {
    EventLog log = log(BERLIN, "2060-01-01", "a 1990-01-01T00:00");
    assertThatThrownBy(
            () -> CALCULATOR.with(ElapsedWindow.of(Duration.ofSeconds(1))).calculate(log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "window (PT1S) must be longer: 2208988800 of them lie between the first start and"
                + " the end of observation");
  }

  @Test
  void refusesCellsThatAreNotThere() {
    ElapsedCohortTable table = CALCULATOR.calculate(worked());
    assertThatThrownBy(() -> table.cell(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.activeSoFar(0, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.members(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.curve(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void worksOnSeveralThreads() {
    assertThat(rows(CALCULATOR.with(Work.onThreads(3)).calculate(worked())))
        .isEqualTo(rows(CALCULATOR.calculate(worked())));
  }

  /** The other road through the averages: whole periods, the same cohorts at each age. */
  @Test
  void aCalendarTableHasAveragesToAHorizonToo() {
    CohortTable table =
        CohortCalculator.withDefaults()
            .calculate(CohortEvents.months(LocalDate.of(2024, 4, 1), "a1 a2 b1 b3 c2 c3 d3"));
    assertThat(table.averages())
        .containsExactly(
            new CohortAverage(0, 1, new Proportion(4, 4), 3),
            new CohortAverage(1, 0.75, new Proportion(2, 3), 2),
            new CohortAverage(2, 0.5, new Proportion(1, 2), 1));
    assertThat(table.averagesToHorizon(2))
        .containsExactly(
            new CohortAverage(0, 1, new Proportion(2, 2), 1),
            new CohortAverage(1, 0.5, new Proportion(1, 2), 1),
            new CohortAverage(2, 0.5, new Proportion(1, 2), 1));
    assertThat(table.averagesToHorizon(5)).isEmpty();
    assertThatThrownBy(() -> table.averagesToHorizon(-1))
        .hasMessage("horizon (-1) must be 0 or more");
  }
}
