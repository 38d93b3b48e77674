package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Grids of presence only and spans: the same laws, against the slow way. */
class GridDetailProperties {

  private static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2023, 12, 20), 200);
  private static final LocalDate END = DAYS.endExclusive();

  @Provide
  Arbitrary<List<Event>> events() {
    return RetentionArbitraries.events(12, DAYS, 80);
  }

  @Provide
  Arbitrary<PeriodAxis> axes() {
    return Arbitraries.of(
        PeriodAxis.days(DAYS), PeriodAxis.isoWeeks(DAYS), PeriodAxis.months(DAYS));
  }

  @Property
  void presenceAgreesWithASlowReference(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    ActivityGrid grid = presence(events, axis).snapshot();
    Map<CustomerId, SortedSet<Integer>> actual = new TreeMap<>();
    for (int row = 0; row < grid.rows(); row++) {
      SortedSet<Integer> periods = new TreeSet<>();
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        periods.add(grid.periodAt(cell));
      }
      assertThat(periods).hasSize(grid.endCell(row) - grid.firstCell(row));
      actual.put(grid.customer(row), periods);
    }
    assertThat(actual).isEqualTo(active(events, axis));
    assertThat(ActivityGrid.fromBytes(grid.toBytes())).isEqualTo(grid).hasSameHashCodeAs(grid);
  }

  @Property
  void presenceIsMergedInAnyOrderAndAnyNumberOfTimes(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll @IntRange(max = 80) int cut,
      @ForAll Random random) {
    int first = Math.min(cut, events.size());
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    ActivityAccumulator parts = presence(events.subList(first, events.size()), axis);
    parts.merge(presence(events.subList(0, first), axis));
    parts.merge(presence(shuffled, axis));
    ActivityGrid atOnce = presence(events, axis).snapshot();
    assertThat(parts.snapshot()).isEqualTo(atOnce);
    assertThat(presence(shuffled, axis).snapshot()).isEqualTo(atOnce);
  }

  @Property
  void spansAgreeWithASlowReference(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    ActivitySpans spans = spans(events, axis);
    Map<CustomerId, SortedSet<Integer>> expected = active(events, axis);
    assertThat(spans.customers()).containsExactlyElementsOf(expected.keySet());
    for (int row = 0; row < spans.rows(); row++) {
      SortedSet<Integer> periods = requireNonNull(expected.get(spans.customer(row)));
      assertThat(spans.firstPeriod(row)).isEqualTo(periods.first());
      assertThat(spans.lastPeriod(row)).isEqualTo(periods.last());
      assertThat(spans.rowOf(spans.customer(row))).hasValue(row);
    }
    assertThat(ActivitySpans.from(ActivityGrid.from(EventLog.of(events, END), axis)))
        .isEqualTo(spans)
        .hasSameHashCodeAs(spans);
  }

  @Property
  void spansAreMergedInAnyOrderAndAnyNumberOfTimes(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll @IntRange(min = 1, max = 79) int cut) {
    int middle = Math.min(cut, events.size());
    ActivitySpans all = spans(events, axis);
    ActivitySpans one = spans(events.subList(0, middle), axis);
    ActivitySpans other = spans(events.subList(middle - 1, events.size()), axis);
    assertThat(one.merge(other)).isEqualTo(all);
    assertThat(other.merge(one)).isEqualTo(all);
    assertThat(all.merge(one).merge(all)).isEqualTo(all);
  }

  private static Map<CustomerId, SortedSet<Integer>> active(List<Event> events, PeriodAxis axis) {
    Map<CustomerId, SortedSet<Integer>> active = new TreeMap<>();
    for (Event event : events) {
      active
          .computeIfAbsent(event.customer(), c -> new TreeSet<>())
          .add(axis.periodOf(event.date()));
    }
    return active;
  }

  private static ActivitySpans spans(List<Event> events, PeriodAxis axis) {
    return ActivitySpans.from(EventLog.of(events, END), axis, Work.onThreads(2));
  }

  private static ActivityAccumulator presence(List<Event> events, PeriodAxis axis) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, END, GridDetail.PRESENCE);
    events.forEach(event -> accumulator.add(event.customer(), event.date()));
    return accumulator;
  }
}
