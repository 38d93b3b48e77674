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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PurchaseIntervalsTest {

  private static final LocalDate DAY_0 = LocalDate.of(2023, 12, 20);

  private static ActivityGrid grid(Map<String, List<Integer>> purchaseDays) {
    List<Event> events = new ArrayList<>();
    purchaseDays.forEach(
        (customer, days) ->
            days.forEach(
                day -> events.add(Event.of(CustomerId.of(customer), DAY_0.plusDays(day)))));
    DateRange observed = DateRange.ofDays(DAY_0, 31);
    return ActivityGrid.from(
        EventLog.of(events, observed.endExclusive()), PeriodAxis.days(observed));
  }

  private static PurchaseIntervals calculate(Map<String, List<Integer>> purchaseDays) {
    return PurchaseIntervalsCalculator.withDefaults().calculate(grid(purchaseDays));
  }

  /** The worked table of the Javadoc, over the end of a year. */
  @Test
  void tellsCompleteGapsFromOpenOnes() {
    PurchaseIntervals intervals =
        calculate(Map.of("A", List.of(0, 10, 15), "B", List.of(5), "C", List.of(28)));
    assertThat(intervals.customers()).isEqualTo(3);
    assertThat(intervals.purchases()).isEqualTo(5);
    assertThat(intervals.repeatPurchaseRate()).isEqualTo(new Proportion(1, 3));
    assertThat(intervals.repeatPurchaseShare()).isEqualTo(new Proportion(2, 5));
    assertThat(intervals.completeGaps().countByDays()).isEqualTo(Map.of(5L, 1L, 10L, 1L));
    assertThat(intervals.completeGaps().medianDays()).hasValue(5);
    assertThat(intervals.completeGaps().meanDays()).hasValue(7.5);
    assertThat(intervals.openGaps().countByDays()).isEqualTo(Map.of(2L, 1L, 15L, 1L, 25L, 1L));
    assertThat(intervals.repurchasedWithin(2)).contains(new Proportion(0, 3));
    assertThat(intervals.repurchasedWithin(7)).contains(new Proportion(0, 2));
    assertThat(intervals.repurchasedWithin(14)).contains(new Proportion(1, 2));
    assertThat(intervals.repurchasedWithin(28)).contains(new Proportion(1, 1));
    assertThat(intervals.repurchasedWithin(31)).isEmpty();
    assertThat(intervals.repurchasedWithin(Integer.MAX_VALUE)).isEmpty();
    assertThat(intervals.repurchaseCurve()).hasSize(31).endsWith(new Proportion(1, 1));
    assertThatThrownBy(() -> intervals.repurchasedWithin(-1))
        .hasMessage("days (-1) must be 0 or more");
  }

  @Test
  void countsPurchasesOfOneDayAsChosen() {
    Map<String, List<Integer>> purchases = Map.of("A", List.of(3, 3, 3, 9), "B", List.of(4, 4));
    PurchaseIntervals each = calculate(purchases);
    assertThat(each.purchases()).isEqualTo(6);
    assertThat(each.repeatPurchaseRate()).isEqualTo(new Proportion(2, 2));
    assertThat(each.completeGaps().countByDays()).isEqualTo(Map.of(0L, 3L, 6L, 1L));
    assertThat(each.repurchasedWithin(0)).contains(new Proportion(2, 2));
    PurchaseIntervalsCalculator calculator =
        PurchaseIntervalsCalculator.withDefaults().with(PurchaseCounting.ONE_A_DAY);
    assertThat(calculator.counting()).isEqualTo(PurchaseCounting.ONE_A_DAY);
    PurchaseIntervals daily = calculator.calculate(grid(purchases));
    assertThat(daily.purchases()).isEqualTo(3);
    assertThat(daily.repeatPurchaseRate()).isEqualTo(new Proportion(1, 2));
    assertThat(daily.completeGaps().countByDays()).isEqualTo(Map.of(6L, 1L));
    assertThat(daily.repurchasedWithin(0)).contains(new Proportion(0, 2));
    assertThat(daily.repurchasedWithin(6)).contains(new Proportion(1, 2));
  }

  @Test
  void hasNoQuantileWithoutAGap() {
    PurchaseGaps none = calculate(Map.of("A", List.of(4))).completeGaps();
    assertThat(none.count()).isZero();
    assertThat(none.medianDays()).isEmpty();
    assertThat(none.meanDays()).isEmpty();
  }

  @Test
  void givesQuantilesThatOccur() {
    PurchaseGaps gaps = new PurchaseGaps(new TreeMap<>(Map.of(2L, 1L, 3L, 1L, 5L, 1L, 30L, 1L)));
    assertThat(gaps.medianDays()).hasValue(3);
    assertThat(gaps.quantileDays(0.25)).hasValue(2);
    assertThat(gaps.quantileDays(0.2500001)).hasValue(3);
    assertThat(gaps.quantileDays(0.75)).hasValue(5);
    assertThat(gaps.quantileDays(1)).hasValue(30);
    assertThat(gaps.quantileDays(Double.MIN_VALUE)).hasValue(2);
    assertThat(gaps.meanDays()).hasValue(10);
    assertThatThrownBy(() -> gaps.quantileDays(0))
        .hasMessage("p (0.0) must be over 0 and at most 1");
    assertThatThrownBy(() -> gaps.quantileDays(Double.NaN))
        .hasMessage("p (NaN) must be over 0 and at most 1");
  }

  /** In doubles 0.07 x 100 is more than 7, which would ask for the eighth. */
  @Test
  void ranksQuantilesInDecimals() {
    PurchaseGaps gaps = new PurchaseGaps(new TreeMap<>(Map.of(1L, 7L, 9L, 93L)));
    assertThat(gaps.quantileDays(0.07)).hasValue(1);
  }

  @Test
  void refusesGapsThatAreNone() {
    assertThatThrownBy(() -> new PurchaseGaps(new TreeMap<>(Map.of(-1L, 1L))))
        .hasMessage("days (-1) must be 0 or more");
    assertThatThrownBy(() -> new PurchaseGaps(new TreeMap<>(Map.of(4L, 0L))))
        .hasMessage("count (0) of gaps of 4 days must be at least 1");
  }

  @Test
  void needsDays() {
    EventLog log = EventLog.of(List.of(Event.of(CustomerId.of("A"), DAY_0)), DAY_0.plusDays(1));
    assertThatThrownBy(
            () ->
                PurchaseIntervalsCalculator.withDefaults()
                    .calculate(ActivityGrid.from(log, PeriodAxis.isoWeeks(log.observed()))))
        .hasMessageEndingWith("must be one of days");
  }
}
