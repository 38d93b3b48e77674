package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCell.NotYetObserved;
import io.github.retention4j.cohort.CohortCell.Observed;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CohortTableTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 10);

  /**
   * January: a, b, c; a back in February and April, b in March. March: d, back in April. Observed
   * until 10 April, so that April is open.
   */
  private static CohortTable worked() {
    List<Event> events = new ArrayList<>();
    for (String event : List.of("a1", "a1", "a2", "a4", "b1", "b3", "c1", "d3", "d4", "e4")) {
      events.add(
          Event.of(
              CustomerId.of(event.substring(0, 1)),
              LocalDate.of(2024, Integer.parseInt(event.substring(1)), 5)));
    }
    PeriodAxis months =
        PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 1)));
    return CohortCalculator.withDefaults()
        .calculate(ActivityGrid.from(EventLog.of(events, END), months));
  }

  @Test
  void hasARowForEachCohortWithAMember() {
    CohortTable table = worked();
    assertThat(table.cohorts())
        .extracting(Cohort::label)
        .containsExactly("2024-01", "2024-03", "2024-04");
    assertThat(table.cohorts()).extracting(Cohort::size).containsExactly(3L, 1L, 1L);
    assertThat(table.cohorts()).extracting(Cohort::period).containsExactly(0, 2, 3);
    assertThat(table.cohorts().get(1).days().start()).isEqualTo(LocalDate.of(2024, 3, 1));
    assertThat(table.granularity()).isEqualTo(Granularity.MONTH);
  }

  /** a is counted at ages 0, 1 and 3, b at 0 and 2, c at 0 only. */
  @Test
  void membersHaveTheirPathThroughTheColumns() {
    List<List<MemberPath>> paths = worked().memberPaths();
    assertThat(paths).hasSize(3);
    assertThat(paths.get(0))
        .containsExactlyInAnyOrder(
            new MemberPath(List.of(0, 1, 3), 1),
            new MemberPath(List.of(0, 2), 1),
            new MemberPath(List.of(0), 1));
    assertThat(paths.get(1)).containsExactly(new MemberPath(List.of(0, 1), 1));
    assertThat(paths.get(2)).containsExactly(new MemberPath(List.of(0), 1));
    assertThatThrownBy(() -> new MemberPath(List.of(0), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("members (0) must be at least 1");
  }

  @Test
  void aCellIsObservedOrNotYet() {
    CohortTable table = worked();
    assertThat(table.ages(0)).isEqualTo(5);
    assertThat(table.cell(0, 0)).isEqualTo(new Observed(new Proportion(3, 3)));
    assertThat(table.cell(0, 1)).isEqualTo(new Observed(new Proportion(1, 3)));
    assertThat(table.cell(0, 2)).isEqualTo(new Observed(new Proportion(1, 3)));
    assertThat(table.cell(0, 3)).isEqualTo(new NotYetObserved(1));
    assertThat(table.cell(0, 4)).isEqualTo(new NotYetObserved(0));
    assertThat(table.ages(1)).isEqualTo(3);
    assertThat(table.cell(1, 0)).isEqualTo(new Observed(new Proportion(1, 1)));
    assertThat(table.cell(1, 1)).isEqualTo(new NotYetObserved(1));
    assertThat(table.cell(2, 0)).isEqualTo(new NotYetObserved(1));
    assertThat(table.cell(0, 3).share()).isEmpty();
    assertThat(table.cell(0, 1).share()).contains(new Proportion(1, 3));
  }

  @Test
  void curvesHaveObservedAgesOnly() {
    CohortTable table = worked();
    assertThat(table.curve(0).values()).containsExactly(1.0, 1 / 3.0, 1 / 3.0);
    assertThat(table.curve(0).horizon()).isEqualTo(3);
    assertThat(table.curve(2).points()).isEmpty();
    assertThat(table.pooledCurve().points())
        .containsExactly(
            new CohortCurve.Point(0, new Proportion(4, 4), 2),
            new CohortCurve.Point(1, new Proportion(1, 3), 1),
            new CohortCurve.Point(2, new Proportion(1, 3), 1));
  }

  /** Of 10 customers 6 come back, of 30 18: 24/40. */
  @Test
  void poolsBySize() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int start = i < 10 ? 1 : 2;
      events.add(Event.of(CustomerId.of(i), LocalDate.of(2024, start, 3)));
      if (i < 6 || (i >= 10 && i < 28)) {
        events.add(Event.of(CustomerId.of(i), LocalDate.of(2024, start + 1, 3)));
      }
    }
    EventLog log = EventLog.of(events, END);
    CohortTable table =
        CohortCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.months(log.observed())));
    assertThat(table.pooledCurve().points().get(1))
        .isEqualTo(new CohortCurve.Point(1, new Proportion(24, 40), 2));
    assertThat(table.pooledCurve().points().get(2))
        .isEqualTo(new CohortCurve.Point(2, new Proportion(0, 10), 1));
  }

  @Test
  void refusesCellsThatAreNotThere() {
    CohortTable table = worked();
    assertThatThrownBy(() -> table.cell(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> table.cell(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new NotYetObserved(-1))
        .hasMessage("activeSoFar (-1) must be 0 or more");
    assertThatThrownBy(
            () -> new Cohort(0, "2024-01", DateRange.ofDays(LocalDate.of(2024, 1, 1), 31), 0))
        .hasMessage("size (0) must be at least 1");
    assertThatThrownBy(
            () -> new CohortCurve(List.of(new CohortCurve.Point(1, new Proportion(1, 1), 1))))
        .hasMessage("age (1) of point 0 must be 0");
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(10, new DateRange(END.minusDays(160), END), 60);
  }

  @Property
  void agreesWithASlowReference(@ForAll("events") List<Event> events) {
    EventLog log = EventLog.of(events, END);
    PeriodAxis months = PeriodAxis.months(log.observed());
    CohortTable table = CohortCalculator.withDefaults().calculate(ActivityGrid.from(log, months));
    long customers = 0;
    for (int row = 0; row < table.cohorts().size(); row++) {
      Cohort cohort = table.cohorts().get(row);
      List<CustomerId> members =
          log.customers().stream()
              .filter(customer -> months.periodOf(firstEvent(events, customer)) == cohort.period())
              .toList();
      assertThat(cohort.size()).isEqualTo(members.size());
      customers += cohort.size();
      for (int age = 0; age < table.ages(row); age++) {
        int period = cohort.period() + age;
        long active =
            members.stream()
                .filter(
                    member ->
                        events.stream()
                            .anyMatch(
                                event ->
                                    event.customer().equals(member)
                                        && months.periodOf(event.date()) == period))
                .count();
        boolean over = !months.range(period).endExclusive().isAfter(END);
        assertThat(table.cell(row, age))
            .isEqualTo(
                over
                    ? new Observed(new Proportion(active, cohort.size()))
                    : new NotYetObserved(active));
      }
    }
    assertThat(customers).isEqualTo(log.customers().size());
  }

  private static LocalDate firstEvent(List<Event> events, CustomerId customer) {
    return events.stream()
        .filter(event -> event.customer().equals(customer))
        .map(Event::date)
        .min(LocalDate::compareTo)
        .orElseThrow();
  }
}
