package io.github.retention4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.lifecycle.GrowthQuickRatio.NobodyLost;
import io.github.retention4j.lifecycle.GrowthQuickRatio.Ratio;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthAccountingTest {

  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2024, 1, 1), 31);

  private static Event event(String customer, int month) {
    return Event.of(CustomerId.of(customer), LocalDate.of(2024, month, 3));
  }

  /** The worked table of the Javadoc. */
  private static GrowthAccounting worked(LocalDate end) {
    List<Event> events =
        List.of(
            event("A", 1),
            event("A", 2),
            event("A", 3),
            event("B", 1),
            event("B", 3),
            event("C", 2),
            event("C", 4));
    DateRange year = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 7, 1));
    ActivityGrid grid = ActivityGrid.from(EventLog.of(events, end), PeriodAxis.months(year));
    return LifecycleCalculator.withDefaults().calculate(grid).growth();
  }

  @Test
  void countsTheMoves() {
    GrowthAccounting growth = worked(LocalDate.of(2024, 4, 10));
    assertThat(growth.per()).isEqualTo(Granularity.MONTH);
    assertThat(growth.periods())
        .extracting(
            GrowthPeriod::newCustomers,
            GrowthPeriod::retained,
            GrowthPeriod::resurrected,
            GrowthPeriod::churned,
            GrowthPeriod::active,
            GrowthPeriod::activeBefore,
            GrowthPeriod::netGrowth)
        .containsExactly(
            tuple(2L, 0L, 0L, 0L, 2L, 0L, 2L),
            tuple(1L, 1L, 0L, 1L, 2L, 2L, 0L),
            tuple(0L, 1L, 1L, 1L, 2L, 2L, 0L));
    assertThat(growth.periods().get(1).label()).isEqualTo("2024-02");
    assertThat(growth.periods().get(1).days().days()).isEqualTo(29);
    assertThat(growth.periods().get(0).retention()).isEmpty();
    assertThat(growth.periods().get(2).retention()).contains(new Proportion(1, 2));
  }

  @Test
  void givesAQuickRatioOrTheReasonWhyNot() {
    List<GrowthPeriod> periods = worked(LocalDate.of(2024, 4, 10)).periods();
    assertThat(periods.get(0).quickRatio()).isEqualTo(new NobodyLost(2));
    assertThat(periods.get(0).quickRatio().value()).isEmpty();
    assertThat(periods.get(2).quickRatio()).isEqualTo(new Ratio(1, 1));
    assertThat(new Ratio(3, 2).value()).hasValue(1.5);
    assertThat(new Ratio(3, 2).won()).isEqualTo(3);
    assertThatThrownBy(() -> new Ratio(3, 0)).hasMessage("lost (0) must be at least 1");
    assertThatThrownBy(() -> new Ratio(-1, 1)).hasMessage("won (-1) must be 0 or more");
    assertThatThrownBy(() -> new NobodyLost(-1)).hasMessage("won (-1) must be 0 or more");
  }

  @Test
  void keepsThePeriodUnderWayApart() {
    GrowthSoFar april = worked(LocalDate.of(2024, 4, 10)).openSoFar().orElseThrow();
    assertThat(april.label()).isEqualTo("2024-04");
    assertThat(april.days().days()).isEqualTo(30);
    assertThat(april.newSoFar()).isZero();
    assertThat(april.retainedSoFar()).isZero();
    assertThat(april.resurrectedSoFar()).isEqualTo(1);
    assertThat(april.notYetBack()).isEqualTo(2);
    assertThat(april.activeSoFar()).isEqualTo(1);
  }

  @Test
  void hasNoPeriodUnderWayWhereObservationEndsWithOne() {
    assertThat(worked(LocalDate.of(2024, 5, 1)).openSoFar()).isEmpty();
    assertThat(worked(LocalDate.of(2024, 5, 1)).periods()).hasSize(4);
    assertThat(worked(LocalDate.of(2025, 5, 1)).openSoFar()).isEmpty();
    assertThat(worked(LocalDate.of(2025, 5, 1)).periods()).hasSize(6);
  }

  @Test
  void refusesPeriodsThatDoNotAddUp() {
    GrowthPeriod first = new GrowthPeriod(0, "2024-01", DAYS, 2, 0, 0, 0);
    assertThatThrownBy(() -> growth(first, new GrowthPeriod(1, "2024-02", DAYS, 0, 1, 0, 2)))
        .hasMessage(
            "retained + churned (3) of 2024-02 must be the customers active in 2024-01 (2)");
    assertThatThrownBy(() -> growth(first, new GrowthPeriod(2, "2024-03", DAYS, 0, 1, 0, 1)))
        .hasMessage("period (2) must follow 0");
    assertThatThrownBy(() -> new GrowthPeriod(0, "2024-01", DAYS, 2, 0, -3, 0))
        .hasMessage("resurrected (-3) must be 0 or more");
    assertThatThrownBy(() -> new GrowthSoFar("2024-01", DAYS, 2, 0, 0, -1))
        .hasMessage("notYetBack (-1) must be 0 or more");
  }

  private static GrowthAccounting growth(GrowthPeriod... periods) {
    return new GrowthAccounting(Granularity.MONTH, List.of(periods), Optional.empty());
  }

  @Test
  void refusesAPeriodUnderWayThatDoesNotFit() {
    List<GrowthPeriod> january = List.of(new GrowthPeriod(0, "2024-01", DAYS, 2, 0, 0, 0));
    GrowthSoFar open = new GrowthSoFar("2024-02", DAYS, 5, 1, 0, 2);
    assertThat(open.activeSoFar()).isEqualTo(6);
    assertThatThrownBy(() -> new GrowthAccounting(Granularity.MONTH, january, Optional.of(open)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "retained so far + not yet back (3) of 2024-02 must be the customers active in"
                + " 2024-01 (2)");
    GrowthAccounting alone = new GrowthAccounting(Granularity.MONTH, List.of(), Optional.of(open));
    assertThat(alone.openSoFar()).contains(open);
  }
}
