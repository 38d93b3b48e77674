package io.github.retention4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StickinessCalculatorTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 2, 26);
  private static final LocalDate END = LocalDate.of(2024, 3, 6);

  private static Stream<Event> events(String customer, int... days) {
    return Arrays.stream(days)
        .mapToObj(day -> Event.of(CustomerId.of(customer), FIRST.plusDays(day)));
  }

  /** A on 28 and 29 February and 1 March, twice on the leap day; B on two, C on one; D later. */
  private static ActivityGrid grid() {
    List<Event> events =
        Stream.of(events("A", 2, 3, 3, 4), events("B", 2, 4, 5), events("C", 4, 0), events("D", 7))
            .flatMap(stream -> stream)
            .toList();
    return ActivityGrid.from(
        EventLog.of(events, END), PeriodAxis.days(new DateRange(FIRST, END.plusDays(3))));
  }

  private static final DateRange THREE_DAYS = DateRange.ofDays(LocalDate.of(2024, 2, 28), 3);

  /** The worked table of the Javadoc. */
  @Test
  void countsCustomersByActivePeriods() {
    StickinessHistogram histogram =
        StickinessCalculator.withDefaults().calculate(grid(), THREE_DAYS);
    assertThat(histogram)
        .isEqualTo(new StickinessHistogram(THREE_DAYS, Granularity.DAY, List.of(1L, 1L, 1L)));
    assertThat(histogram.periods()).isEqualTo(3);
    assertThat(histogram.activeCustomers()).isEqualTo(3);
    assertThat(histogram.exactly(2)).isEqualTo(1);
    assertThat(histogram.atLeast(2)).isEqualTo(2);
    assertThat(histogram.shareExactly(3)).contains(new Proportion(1, 3));
    assertThat(histogram.shareAtLeast(2)).contains(new Proportion(2, 3));
    assertThat(histogram.powerUserCurve())
        .containsExactly(new Proportion(1, 3), new Proportion(1, 3), new Proportion(1, 3));
    assertThat(histogram.averageActivePeriods()).hasValue(2.0);
    assertThatThrownBy(() -> histogram.exactly(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> histogram.atLeast(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void mayAskForMoreEventsInAPeriod() {
    StickinessCalculator calculator = StickinessCalculator.withDefaults();
    assertThat(calculator.withEventsAtLeast(2).calculate(grid(), THREE_DAYS).counts())
        .containsExactly(1L, 0L, 0L);
    assertThat(calculator.withEvents(1, 1).calculate(grid(), THREE_DAYS).counts())
        .containsExactly(1L, 2L, 0L);
    StickinessHistogram nobody = calculator.withEvents(3, 3).calculate(grid(), THREE_DAYS);
    assertThat(nobody.activeCustomers()).isZero();
    assertThat(nobody.shareAtLeast(1)).isEmpty();
    assertThat(nobody.powerUserCurve()).isEmpty();
    assertThat(nobody.averageActivePeriods()).isEmpty();
    assertThatThrownBy(() -> calculator.withEventsAtLeast(0))
        .hasMessage("fewest (0) must be at least 1");
    assertThatThrownBy(() -> calculator.withEvents(3, 2))
        .hasMessage("most (2) must not be less than fewest (3)");
  }

  @Test
  void takesTheLastCompletePeriods() {
    StickinessHistogram histogram = StickinessCalculator.withDefaults().calculateLast(grid(), 7);
    assertThat(histogram.window()).isEqualTo(new DateRange(LocalDate.of(2024, 2, 28), END));
    assertThat(histogram.counts()).containsExactly(2L, 0L, 2L, 0L, 0L, 0L, 0L);
    assertThatThrownBy(() -> StickinessCalculator.withDefaults().calculateLast(grid(), 10))
        .hasMessage("periods (10) must be from 1 to those complete (9)");
    assertThatThrownBy(() -> StickinessCalculator.withDefaults().calculateLast(grid(), 0))
        .hasMessage("periods (0) must be from 1 to those complete (9)");
  }

  @Test
  void refusesAWindowThatIsNotWhole() {
    StickinessCalculator calculator = StickinessCalculator.withDefaults();
    assertThatThrownBy(() -> calculator.calculate(grid(), new DateRange(FIRST, END.plusDays(1))))
        .hasMessage(
            "window ([2024-02-26, 2024-03-07)) must end before the end of observation"
                + " (2024-03-06)");
    EventLog log = EventLog.of(events("A", 2), END);
    ActivityGrid weeks =
        ActivityGrid.from(log, PeriodAxis.weeks(new DateRange(FIRST, END), DayOfWeek.SUNDAY));
    assertThatThrownBy(() -> calculator.calculate(weeks, THREE_DAYS))
        .hasMessage(
            "window ([2024-02-28, 2024-03-02)) must be whole periods of the axis, such as"
                + " [2024-02-25, 2024-03-03)");
    assertThatThrownBy(() -> new StickinessHistogram(THREE_DAYS, Granularity.DAY, List.of()))
        .hasMessage("counts ([]) must be one for each period of the window");
    assertThatThrownBy(() -> new StickinessHistogram(THREE_DAYS, Granularity.DAY, List.of(-1L)))
        .hasMessage("count (-1) must be 0 or more");
  }

  @Test
  void presenceIsEnoughUnlessEventsAreCounted() {
    PeriodAxis days = PeriodAxis.days(DateRange.ofDays(LocalDate.of(2024, 1, 1), 7));
    ActivityAccumulator accumulator =
        ActivityAccumulator.on(days, days.range().endExclusive(), GridDetail.PRESENCE);
    accumulator.add(1, LocalDate.of(2024, 1, 2));
    accumulator.add(1, LocalDate.of(2024, 1, 5));
    ActivityGrid presence = accumulator.snapshot();
    StickinessCalculator calculator = StickinessCalculator.withDefaults();
    assertThat(calculator.calculateLast(presence, 7).exactly(2)).isEqualTo(1);
    assertThatThrownBy(() -> calculator.withEventsAtLeast(2).calculateLast(presence, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("detail (PRESENCE) of the grid must be EVENT_COUNTS for a threshold of events");
    PurchaseIntervalsCalculator intervals = PurchaseIntervalsCalculator.withDefaults();
    assertThatThrownBy(() -> intervals.calculate(presence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("detail (PRESENCE) of the grid must be EVENT_COUNTS for EACH_EVENT");
    assertThat(intervals.with(PurchaseCounting.ONE_A_DAY).calculate(presence).purchases())
        .isEqualTo(2);
  }
}
