package io.github.retention4j.lifecycle;

import static io.github.retention4j.lifecycle.LifecycleState.DORMANT;
import static io.github.retention4j.lifecycle.LifecycleState.NEW;
import static io.github.retention4j.lifecycle.LifecycleState.RESURRECTED;
import static io.github.retention4j.lifecycle.LifecycleState.RETURNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityAccumulator;
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
import org.junit.jupiter.api.Test;

class LifecycleTableTest {

  private static final CustomerId A = CustomerId.of("A");
  private static final CustomerId B = CustomerId.of("B");
  private static final CustomerId C = CustomerId.of("C");
  private static final CustomerId NOBODY = CustomerId.of("nobody");

  private static ActivityGrid months(LocalDate end, Map<CustomerId, List<Integer>> activeMonths) {
    List<Event> events = new ArrayList<>();
    activeMonths.forEach(
        (customer, months) ->
            months.forEach(month -> events.add(Event.of(customer, LocalDate.of(2024, month, 3)))));
    DateRange year = new DateRange(LocalDate.of(2024, 1, 1), end);
    return ActivityGrid.from(EventLog.of(events, end), PeriodAxis.months(year));
  }

  /** The worked table of the Javadoc. */
  private static ActivityGrid worked() {
    return months(
        LocalDate.of(2024, 4, 10), Map.of(A, List.of(1, 2, 3), B, List.of(1, 3), C, List.of(2, 4)));
  }

  private static LifecycleTable table(ActivityGrid grid, LifecycleHistory history) {
    return LifecycleCalculator.withDefaults().with(history).calculate(grid);
  }

  @Test
  void beginsWithTheAxisByDefault() {
    assertThat(LifecycleCalculator.withDefaults().history())
        .isEqualTo(LifecycleHistory.beginsWithAxis());
  }

  @Test
  void givesEachCustomerItsStates() {
    LifecycleTable table = LifecycleCalculator.withDefaults().calculate(worked());
    assertThat(table.axis().label(0)).isEqualTo("2024-01");
    assertThat(table.firstPeriod()).isZero();
    assertThat(table.endPeriodExclusive()).isEqualTo(3);
    assertThat(table.states(A)).isEqualTo(Map.of(0, NEW, 1, RETURNING, 2, RETURNING));
    assertThat(table.states(B)).isEqualTo(Map.of(0, NEW, 1, DORMANT, 2, RESURRECTED));
    assertThat(table.states(C)).isEqualTo(Map.of(1, NEW, 2, DORMANT));
    assertThat(table.states(NOBODY)).isEmpty();
    assertThat(table.state(C, 0)).isEmpty();
    assertThat(table.state(C, 2)).contains(DORMANT);
    assertThat(table.customers(2, DORMANT)).containsExactly(C);
    assertThat(table.customers(0, NEW)).containsExactly(A, B);
    assertThat(table.count(0, NEW)).isEqualTo(2);
    assertThat(table.count(2, RESURRECTED)).isEqualTo(1);
    assertThat(table.count(2, DORMANT)).isEqualTo(1);
    assertThat(table.known(0)).isEqualTo(2);
    assertThat(table.known(2)).isEqualTo(3);
  }

  @Test
  void doesNotReportTheFirstPeriodWhereWhatCameBeforeIsUnknown() {
    LifecycleTable table = table(worked(), LifecycleHistory.unknownBeforeAxis());
    assertThat(table.firstPeriod()).isEqualTo(1);
    assertThat(table.count(1, NEW)).isEqualTo(1);
    assertThat(table.states(A)).isEqualTo(Map.of(1, RETURNING, 2, RETURNING));
    assertThatThrownBy(() -> table.count(0, NEW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "period (0) must be a complete period that the history can tell, from 1 to before 3");
  }

  @Test
  void leavesALeadInUnreported() {
    LifecycleTable table = table(worked(), LifecycleHistory.leadIn(LocalDate.of(2024, 3, 15)));
    assertThat(table.firstPeriod()).isEqualTo(2);
    assertThat(table.states(B)).isEqualTo(Map.of(2, RESURRECTED));
    assertThat(table.growth().periods()).hasSize(1);
    assertThat(table.returnedWithin(1)).isEmpty();
  }

  @Test
  void refusesALeadInWithoutAPeriodBefore() {
    assertThatThrownBy(() -> table(worked(), LifecycleHistory.leadIn(LocalDate.of(2024, 1, 31))))
        .hasMessage(
            "firstReported (2024-01-31) must come after the first period of the axis, 2024-01");
    assertThatThrownBy(() -> table(worked(), LifecycleHistory.leadIn(LocalDate.of(2025, 1, 1))))
        .hasMessageStartingWith("date (2025-01-01) must lie on the axis");
  }

  /** C is known from before the axis, B from January, where it was active. */
  @Test
  void takesTheFirstDayFromElsewhere() {
    LifecycleTable table =
        table(
            worked(),
            LifecycleHistory.firstSeen(
                Map.of(
                    C, LocalDate.of(2023, 7, 1),
                    B, LocalDate.of(2024, 1, 3),
                    NOBODY, LocalDate.of(2024, 1, 3))));
    assertThat(table.firstPeriod()).isEqualTo(1);
    assertThat(table.states(C)).isEqualTo(Map.of(1, RESURRECTED, 2, DORMANT));
    assertThat(table.count(1, NEW)).isZero();
    assertThat(table.known(1)).isEqualTo(3);
    assertThat(table.reactivatedAfter(1, 1)).containsExactly(C);
    assertThat(table.reactivatedAfter(1, 2)).isEmpty();
  }

  /** First seen in February by other means, first active in April: dormant in between. */
  @Test
  void knowsACustomerBeforeItsFirstActivity() {
    ActivityGrid grid = months(LocalDate.of(2024, 6, 1), Map.of(A, List.of(1), B, List.of(4, 5)));
    LifecycleTable table =
        table(grid, LifecycleHistory.firstSeen(Map.of(B, LocalDate.of(2024, 2, 29))));
    assertThat(table.states(B))
        .isEqualTo(Map.of(1, DORMANT, 2, DORMANT, 3, RESURRECTED, 4, RETURNING));
    assertThat(table.known(1)).isEqualTo(2);
    assertThat(table.reactivatedAfter(3, 2)).containsExactly(B);
    assertThat(table.reactivatedAfter(3, 3)).isEmpty();
  }

  @Test
  void refusesAFirstDayAfterTheFirstActivity() {
    assertThatThrownBy(
            () -> table(worked(), LifecycleHistory.firstSeen(Map.of(C, LocalDate.of(2024, 3, 1)))))
        .hasMessage(
            "firstSeen (2024-03-01) of customer C must not be after its first activity, which is"
                + " in 2024-02");
  }

  @Test
  void findsWhoCameBackAfterALongSilence() {
    ActivityGrid grid =
        months(
            LocalDate.of(2024, 6, 1),
            Map.of(A, List.of(1, 3, 5), B, List.of(1, 5), C, List.of(4, 5)));
    LifecycleTable table = LifecycleCalculator.withDefaults().calculate(grid);
    assertThat(table.reactivatedAfter(4, 1)).containsExactly(A, B);
    assertThat(table.reactivatedAfter(4, 2)).containsExactly(B);
    assertThat(table.reactivatedAfter(4, 3)).containsExactly(B);
    assertThat(table.reactivatedAfter(4, 4)).isEmpty();
    assertThatThrownBy(() -> table.reactivatedAfter(4, 0))
        .hasMessage("silentPeriods (0) must be at least 1");
  }

  /** C is seen again in April, which is not complete: not yet counted. */
  @Test
  void saysHowLongTheDormantWereFollowed() {
    LifecycleTable table = LifecycleCalculator.withDefaults().calculate(worked());
    assertThat(table.returnedSince(0)).isEmpty();
    assertThat(table.returnedSince(1)).contains(new LifecycleReturn(1, new Proportion(1, 1)));
    assertThat(table.returnedSince(2)).contains(new LifecycleReturn(0, new Proportion(0, 1)));
    assertThatThrownBy(() -> table.returnedSince(3)).hasMessageStartingWith("period (3) must");
  }

  /**
   * Silences from February (A ended at once, B after two), from April (A, ended) and from June (A
   * and B, followed for no period).
   */
  @Test
  void countsSilencesThatCouldBeFollowed() {
    ActivityGrid grid =
        months(LocalDate.of(2024, 7, 1), Map.of(A, List.of(1, 3, 5), B, List.of(1, 4, 5)));
    LifecycleTable table = LifecycleCalculator.withDefaults().calculate(grid);
    assertThat(table.returnedWithin(1)).contains(new LifecycleReturn(1, new Proportion(2, 3)));
    assertThat(table.returnedWithin(2)).contains(new LifecycleReturn(2, new Proportion(3, 3)));
    assertThat(table.returnedWithin(4)).contains(new LifecycleReturn(4, new Proportion(2, 2)));
    assertThat(table.returnedWithin(5)).isEmpty();
    assertThat(table.returnedWithin(Integer.MAX_VALUE)).isEmpty();
    assertThatThrownBy(() -> table.returnedWithin(0)).hasMessage("periods (0) must be at least 1");
    assertThatThrownBy(() -> new LifecycleReturn(-1, new Proportion(0, 1)))
        .hasMessage("followUpPeriods (-1) must be 0 or more");
  }

  @Test
  void reportsNothingWhereNoPeriodIsComplete() {
    ActivityGrid grid = months(LocalDate.of(2024, 1, 20), Map.of(A, List.of(1)));
    LifecycleTable table = LifecycleCalculator.withDefaults().calculate(grid);
    assertThat(table.endPeriodExclusive()).isZero();
    assertThat(table.states(A)).isEmpty();
    assertThat(table.growth().periods()).isEmpty();
    assertThat(table.growth().openSoFar()).isPresent();
    LifecycleTable unknown = table(grid, LifecycleHistory.unknownBeforeAxis());
    assertThat(unknown.endPeriodExclusive()).isEqualTo(1);
    assertThat(unknown.growth().openSoFar()).isEmpty();
  }

  @Test
  void crossesTheYearEndAndTheLeapDay() {
    LocalDate end = LocalDate.of(2024, 3, 2);
    List<Event> events =
        List.of(
            Event.of(A, LocalDate.of(2023, 12, 31)),
            Event.of(A, LocalDate.of(2024, 1, 1)),
            Event.of(B, LocalDate.of(2024, 2, 28)),
            Event.of(B, LocalDate.of(2024, 2, 29)),
            Event.of(B, LocalDate.of(2024, 3, 1)));
    EventLog log = EventLog.of(events, end);
    LifecycleTable table =
        LifecycleCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.days(log.observed())));
    int leapDay = table.axis().periodOf(LocalDate.of(2024, 2, 29));
    assertThat(table.state(A, 1)).contains(RETURNING);
    assertThat(table.state(B, leapDay)).contains(RETURNING);
    assertThat(table.state(B, leapDay + 1)).contains(RETURNING);
  }

  /** Rows of customers known by number are in no order of their ids; what is listed is. */
  @Test
  void listsCustomersKnownByNumber() {
    DateRange days = DateRange.ofDays(LocalDate.of(2023, 12, 30), 4);
    ActivityAccumulator accumulator =
        ActivityAccumulator.on(PeriodAxis.days(days), days.endExclusive());
    for (long customer : new long[] {9, 2, 7, 4}) {
      accumulator.add(customer, days.start());
    }
    accumulator.add(7, days.last());
    LifecycleTable table = LifecycleCalculator.withDefaults().calculate(accumulator.snapshot());
    assertThat(table.customers(0, NEW))
        .containsExactly(CustomerId.of(2), CustomerId.of(4), CustomerId.of(7), CustomerId.of(9));
    assertThat(table.state(CustomerId.of(7), 3)).contains(RESURRECTED);
    assertThat(table.reactivatedAfter(3, 2)).containsExactly(CustomerId.of(7));
    assertThat(table.count(3, DORMANT)).isEqualTo(3);
  }
}
