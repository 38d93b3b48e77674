package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.lifecycle.EngagementCount;
import io.github.retention4j.lifecycle.EngagementDay;
import io.github.retention4j.lifecycle.EngagementSeries;
import io.github.retention4j.lifecycle.EngagementStates;
import io.github.retention4j.lifecycle.EngagementStatesCalculator;
import io.github.retention4j.lifecycle.PurchaseIntervals;
import io.github.retention4j.lifecycle.PurchaseIntervalsCalculator;
import io.github.retention4j.lifecycle.StickinessHistogram;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngagementTablesTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);
  private static final DateRange THREE_DAYS = DateRange.ofDays(FIRST, 3);

  @Test
  void activeCustomersSayWhatIsNotKnown() {
    EngagementCount week = new EngagementCount(DateRange.ofDays(FIRST.minusDays(5), 7), 4, 1, 7);
    EngagementCount month =
        new EngagementCount(DateRange.ofDays(FIRST.minusDays(26), 28), 5, 1, 14);
    CsvText.check(
        EngagementTables.activeCustomers(
            new EngagementSeries(
                List.of(
                    new EngagementDay(FIRST, 2, Optional.empty(), Optional.empty()),
                    new EngagementDay(
                        FIRST.plusDays(1), 1, Optional.of(week), Optional.of(month))))),
        """
        day,DAU,WAU,MAU,DAU / WAU,DAU / MAU,WAU / MAU,stickiness,why empty
        2024-02-28,2,,,,,,,"WAU: the week was not observed whole; MAU: the month was not observed whole, or none ends here; DAU / WAU: a window is not known, or nobody was active in it; DAU / MAU: a window is not known, or nobody was active in it; WAU / MAU: a window is not known, or nobody was active in it; stickiness: a window is not known, or nobody was active in it"
        2024-02-29,1,4,5,0.25,0.2,0.8,0.1,
        """);
  }

  @Test
  void stickinessIsBothExactAndAtLeast() {
    CsvText.check(
        EngagementTables.stickiness(
            new StickinessHistogram(THREE_DAYS, Granularity.DAY, List.of(2L, 1L, 1L))),
        """
        active days,exactly,at least,share exactly,share at least,why empty
        1,2,4,0.5,1.0,
        2,1,2,0.25,0.5,
        3,1,1,0.25,0.25,
        """);
    CsvText.check(
        EngagementTables.stickiness(
            new StickinessHistogram(DateRange.ofDays(FIRST, 1), Granularity.DAY, List.of(0L))),
        """
        active days,exactly,at least,share exactly,share at least,why empty
        1,0,0,,,"share exactly: nobody was active; share at least: nobody was active"
        """);
  }

  /** a bought on the first and the second day, b on the second, of three. */
  private static ActivityGrid activity() {
    List<Event> events =
        Stream.of("a0", "a1", "b1")
            .map(
                it ->
                    Event.of(
                        CustomerId.of(it.substring(0, 1)),
                        FIRST.plusDays(Integer.parseInt(it.substring(1)))))
            .toList();
    return ActivityGrid.from(
        EventLog.of(events, THREE_DAYS.endExclusive()), PeriodAxis.days(THREE_DAYS));
  }

  private static PurchaseIntervals purchases() {
    return PurchaseIntervalsCalculator.withDefaults().calculate(activity());
  }

  @Test
  void repurchasesAreOfThoseObservedSoLong() {
    CsvText.check(
        EngagementTables.repurchases(purchases()),
        """
        days,bought again,observed so long,share,lower,upper
        0,0,2,0.0,0.0,0.6576197724933469
        1,1,2,0.5,0.09453120573423074,0.9054687942657693
        2,1,1,1.0,0.20654931437723745,1.0
        """);
  }

  @Test
  void purchaseGapsTellOpenOnesApart() {
    CsvText.check(
        EngagementTables.purchaseGaps(purchases()),
        """
        gap,days,gaps
        complete,1,1
        open,1,2
        """);
  }

  /** a is active on the first and the second day, b on the second; then both are silent. */
  @Test
  void statesAreThoseOfTheDaysAsked() {
    EngagementStates states = EngagementStatesCalculator.withDefaults().calculate(activity());
    CsvText.check(
        EngagementTables.states(states, List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2))),
        """
        day,new,current,reactivated,resurrected,at risk weekly,at risk monthly,dormant
        2024-02-28,1,0,0,0,0,0,0
        2024-02-29,1,1,0,0,0,0,0
        2024-03-01,0,0,0,0,2,0,0
        """);
    CsvText.check(
        EngagementTables.states(states, List.of(FIRST.plusDays(1))),
        """
        day,new,current,reactivated,resurrected,at risk weekly,at risk monthly,dormant
        2024-02-29,1,1,0,0,0,0,0
        """);
  }

  @Test
  void statesRefuseADayThatWasNotObserved() {
    EngagementStates states = EngagementStatesCalculator.withDefaults().calculate(activity());
    List<LocalDate> days = List.of(FIRST, FIRST.minusDays(1));
    assertThatThrownBy(() -> EngagementTables.states(states, days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2024-02-27");
  }
}
