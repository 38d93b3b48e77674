package io.github.retention4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngagementCalculatorTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);

  /** Days counted from 1, the first of February of a leap year. */
  private static ActivityGrid days(int observed, Map<String, List<Integer>> activeDays) {
    return daysFrom(FIRST, observed, activeDays);
  }

  private static ActivityGrid daysFrom(
      LocalDate first, int observed, Map<String, List<Integer>> activeDays) {
    List<Event> events = new ArrayList<>();
    activeDays.forEach(
        (customer, days) ->
            days.forEach(
                day -> events.add(Event.of(CustomerId.of(customer), first.plusDays(day - 1)))));
    DateRange range = DateRange.ofDays(first, observed);
    return ActivityGrid.from(EventLog.of(events, range.endExclusive()), PeriodAxis.days(range));
  }

  @Test
  void monthsAreOfFourWeeksByDefault() {
    assertThat(EngagementCalculator.withDefaults().month())
        .isEqualTo(EngagementWindow.rollingDays(28));
  }

  /** The worked table of the Javadoc. */
  @Test
  void countsEachCustomerOnceInAWindow() {
    ActivityGrid grid =
        days(10, Map.of("A", List.of(1, 2, 8, 9), "B", List.of(3), "C", List.of(8, 10)));
    EngagementSeries series =
        EngagementCalculator.withDefaults()
            .withMonth(EngagementWindow.rollingDays(8))
            .calculate(grid);
    assertThat(series.days())
        .extracting(EngagementDay::dailyActive)
        .containsExactly(1L, 1L, 1L, 0L, 0L, 0L, 0L, 2L, 1L, 1L);
    assertThat(series.days())
        .extracting(day -> day.weekly().map(EngagementCount::activeCustomers).orElse(-1L))
        .containsExactly(-1L, -1L, -1L, -1L, -1L, -1L, 2L, 3L, 3L, 2L);
    assertThat(series.days())
        .extracting(day -> day.monthly().map(EngagementCount::activeCustomers).orElse(-1L))
        .containsExactly(-1L, -1L, -1L, -1L, -1L, -1L, -1L, 3L, 3L, 3L);
    EngagementDay last = series.days().get(9);
    assertThat(last.monthly())
        .contains(
            new EngagementCount(new DateRange(FIRST.plusDays(2), FIRST.plusDays(10)), 3, 1, 5));
    assertThat(last.dailyOfWeekly()).contains(new Proportion(1, 2));
    assertThat(last.dailyOfMonthly()).contains(new Proportion(1, 3));
    assertThat(last.weeklyOfMonthly()).contains(new Proportion(2, 3));
    assertThat(last.stickiness()).hasValue(5.0 / 8 / 3);
    assertThat(series.daysWithMonth()).hasSize(3).endsWith(last);
    assertThat(series.on(FIRST.plusDays(9))).contains(last);
    assertThat(series.on(FIRST.plusDays(10))).isEmpty();
    assertThat(series.on(FIRST.minusDays(1))).isEmpty();
  }

  /** Windows of 3 days: A on days 1 and 2, B on day 4. */
  @Test
  void hasNoCountWhoseWindowLiesOffTheAxis() {
    ActivityGrid grid = days(4, Map.of("A", List.of(1, 2), "B", List.of(4)));
    EngagementSweep sweep = new EngagementSweep(grid.axis(), 4, EngagementWindow.rollingDays(3));
    List<Optional<EngagementCount>> months = sweep.byDay(grid, EngagementSweep.daily(grid, 4));
    assertThat(months.subList(0, 2)).containsOnly(Optional.empty());
    assertThat(months.get(2).orElseThrow().stickiness()).hasValue(2.0 / 3);
    assertThat(months.get(3).orElseThrow().activeCustomers()).isEqualTo(2);
    assertThat(months.get(3).orElseThrow().stickiness()).hasValue(2.0 / 3 / 2);
    EngagementDay day = EngagementCalculator.withDefaults().calculate(grid).days().get(3);
    assertThat(day.weekly()).isEmpty();
    assertThat(day.dailyOfWeekly()).isEmpty();
    assertThat(day.weeklyOfMonthly()).isEmpty();
    assertThat(day.stickiness()).isEmpty();
  }

  /** From 31 January of a leap year: February is whole, January and March are not. */
  @Test
  void takesCalendarMonthsOnTheirLastDay() {
    ActivityGrid grid =
        daysFrom(
            FIRST.minusDays(1),
            40,
            Map.of("A", List.of(1, 2, 30), "B", List.of(31), "C", List.of(1)));
    EngagementSeries series =
        EngagementCalculator.withDefaults()
            .withMonth(EngagementWindow.calendarMonth())
            .calculate(grid);
    assertThat(series.daysWithMonth())
        .extracting(EngagementDay::day)
        .containsExactly(LocalDate.of(2024, 2, 29));
    assertThat(series.daysWithMonth().get(0).monthly())
        .contains(new EngagementCount(DateRange.ofDays(FIRST, 29), 1, 1, 2));
    assertThat(EngagementWindow.calendarMonth().endingOn(LocalDate.of(2023, 12, 31)))
        .contains(DateRange.ofDays(LocalDate.of(2023, 12, 1), 31));
  }

  @Test
  void knowsTheWindowOverTheLeapDay() {
    assertThat(EngagementWindow.rollingDays(28).endingOn(LocalDate.of(2024, 3, 1)))
        .contains(DateRange.closed(LocalDate.of(2024, 2, 3), LocalDate.of(2024, 3, 1)));
  }

  @Test
  void hasNoRatioWhereNobodyWasActive() {
    EngagementSeries series =
        EngagementCalculator.withDefaults()
            .withMonth(EngagementWindow.rollingDays(7))
            .calculate(days(9, Map.of("A", List.of(1))));
    EngagementDay day = series.days().get(8);
    assertThat(day.monthly().orElseThrow().averageDailyActive()).isZero();
    assertThat(day.stickiness()).isEmpty();
    assertThat(day.dailyOfMonthly()).isEmpty();
    assertThat(day.weeklyOfMonthly()).isEmpty();
  }

  @Test
  void refusesWhatMakesNoSense() {
    EngagementCalculator calculator = EngagementCalculator.withDefaults();
    assertThatThrownBy(() -> calculator.withMonth(EngagementWindow.rollingDays(6)))
        .hasMessage("month (6 days) must not be shorter than a week");
    assertThatThrownBy(() -> EngagementWindow.rollingDays(0))
        .hasMessage("days (0) must be from 1 to 10000");
    EventLog log = EventLog.of(List.of(Event.of(CustomerId.of("A"), FIRST)), FIRST.plusDays(1));
    ActivityGrid months = ActivityGrid.from(log, PeriodAxis.months(log.observed()));
    assertThatThrownBy(() -> calculator.calculate(months))
        .hasMessage("axis (1 x month [2024-02-01, 2024-03-01)) must be one of days");
    DateRange week = DateRange.ofDays(FIRST, 7);
    assertThatThrownBy(() -> new EngagementCount(week, 2, 3, 4))
        .hasMessage("activeOnLastDay (3) must be from 0 to activeCustomers (2)");
    assertThatThrownBy(() -> new EngagementCount(week, 2, 1, 15))
        .hasMessage("customerDays (15) must be from 1 to 7 for each of the activeCustomers (2)");
    assertThatThrownBy(() -> new EngagementSeries(List.of()))
        .hasMessage("days ([]) must be at least one");
    EngagementDay day = new EngagementDay(FIRST, 0, Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> new EngagementSeries(List.of(day, day)))
        .hasMessage("day (2024-02-01) must follow 2024-02-01");
  }
}
