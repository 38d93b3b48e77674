package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityGridTest {

  private static final LocalDate END = LocalDate.of(2024, 3, 20);
  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1)));

  private static final EventLog LOG =
      EventLog.of(
          List.of(
              Event.of(B, LocalDate.of(2024, 2, 29)),
              Event.of(A, LocalDate.of(2024, 1, 5)),
              Event.of(A, LocalDate.of(2024, 3, 2)),
              Event.of(A, LocalDate.of(2024, 1, 31))),
          END);

  @Test
  void hasARowOfActivePeriodsForEachCustomer() {
    ActivityGrid grid = ActivityGrid.from(LOG, MONTHS);
    assertThat(grid.customers()).containsExactly(A, B);
    assertThat(grid.rows()).isEqualTo(2);
    assertThat(grid.customer(1)).isEqualTo(B);
    assertThat(grid.firstCell(0)).isZero();
    assertThat(grid.endCell(0)).isEqualTo(2);
    assertThat(grid.periodAt(0)).isZero();
    assertThat(grid.eventsAt(0)).isEqualTo(2);
    assertThat(grid.periodAt(1)).isEqualTo(2);
    assertThat(grid.eventsAt(1)).isEqualTo(1);
    assertThat(grid.firstCell(1)).isEqualTo(2);
    assertThat(grid.endCell(1)).isEqualTo(3);
    assertThat(grid.periodAt(2)).isEqualTo(1);
    assertThat(grid.isActive(0, 0)).isTrue();
    assertThat(grid.isActive(0, 1)).isFalse();
    assertThat(grid.activeIn(1)).containsExactly(B);
    assertThat(grid.activeIn(2)).containsExactly(A);
    assertThat(grid.axis()).isEqualTo(MONTHS);
    assertThat(grid.observationEndExclusive()).isEqualTo(END);
  }

  @Test
  void countsAsCompleteOnlyPeriodsBeforeTheEndOfObservation() {
    assertThat(ActivityGrid.from(LOG, MONTHS).completePeriods()).isEqualTo(2);
  }

  @Test
  void namesTheEventThatIsOffTheAxis() {
    PeriodAxis february =
        PeriodAxis.months(new DateRange(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 4, 1)));
    assertThatThrownBy(() -> ActivityGrid.from(LOG, february))
        .hasMessage(
            "date (2024-01-05) of customer a must lie on the axis [2024-02-01, 2024-04-01)");
  }

  @Test
  void equalsAGridOfTheSameContentAndNoOther() {
    ActivityGrid grid = ActivityGrid.from(LOG, MONTHS);
    assertThat(grid)
        .isEqualTo(ActivityGrid.from(LOG, MONTHS))
        .hasSameHashCodeAs(ActivityGrid.from(LOG, MONTHS))
        .hasToString(
            "2 customers, 3 active cells on 3 x month [2024-01-01, 2024-04-01), observed until"
                + " 2024-03-20");
    EventLog observedLonger = EventLog.of(LOG.events(), END.plusDays(1));
    EventLog oneMore =
        EventLog.of(
            List.of(
                Event.of(B, LocalDate.of(2024, 2, 29)),
                Event.of(B, LocalDate.of(2024, 2, 28)),
                Event.of(A, LocalDate.of(2024, 1, 5)),
                Event.of(A, LocalDate.of(2024, 3, 2)),
                Event.of(A, LocalDate.of(2024, 1, 31))),
            END);
    assertThat(ActivityGrid.from(observedLonger, MONTHS)).isNotEqualTo(grid);
    assertThat(ActivityGrid.from(oneMore, MONTHS)).isNotEqualTo(grid);
  }

  @Test
  void refusesRowsAndPeriodsThatAreNotThere() {
    ActivityGrid grid = ActivityGrid.from(LOG, MONTHS);
    assertThatThrownBy(() -> grid.customer(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> grid.activeIn(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void accumulatesWhatIsObservedOnTheAxisOnly() {
    ActivityAccumulator accumulator = ActivityAccumulator.on(MONTHS, END);
    assertThatThrownBy(accumulator::snapshot).hasMessage("events (0) must be at least one");
    assertThatThrownBy(() -> accumulator.add(A, END))
        .hasMessage(
            "date (2024-03-20) of customer a must be before the end of observation (2024-03-20)");
    assertThatThrownBy(() -> accumulator.add(A, LocalDate.of(2023, 12, 31)))
        .hasMessage(
            "date (2023-12-31) of customer a must lie on the axis [2024-01-01, 2024-04-01)");
    assertThatThrownBy(accumulator::snapshot).hasMessage("events (0) must be at least one");
  }

  @Test
  void mergesOnlyWhatHasTheSameAxisAndEnd() {
    ActivityAccumulator accumulator = ActivityAccumulator.on(MONTHS, END);
    PeriodAxis days =
        PeriodAxis.days(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 3)));
    assertThatThrownBy(() -> accumulator.merge(ActivityAccumulator.on(days, END)))
        .hasMessage(
            "axis (2 x day [2024-01-01, 2024-01-03)) must be 3 x month [2024-01-01, 2024-04-01)");
    assertThatThrownBy(() -> accumulator.merge(ActivityAccumulator.on(MONTHS, END.plusDays(1))))
        .hasMessage("observationEndExclusive (2024-03-21) must be 2024-03-20");
  }

  @Test
  void aSnapshotStandsWhenTheAccumulatorGoesOn() {
    ActivityAccumulator accumulator = ActivityAccumulator.on(MONTHS, END);
    accumulator.add(A, LocalDate.of(2024, 1, 5));
    ActivityGrid early = accumulator.snapshot();
    accumulator.add(A, LocalDate.of(2024, 1, 6));
    accumulator.merge(accumulator);
    assertThat(early.eventsAt(0)).isEqualTo(1);
    assertThat(accumulator.snapshot().eventsAt(0)).isEqualTo(4);
  }
}
