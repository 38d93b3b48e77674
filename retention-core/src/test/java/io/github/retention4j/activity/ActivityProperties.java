package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ActivityProperties {

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
  void theOrderOfEventsDoesNotMatter(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    assertThat(grid(shuffled, axis)).isEqualTo(grid(events, axis));
  }

  @Property
  void mergingPartsIsTheSameAsOnePass(
      @ForAll("events") List<Event> events,
      @ForAll("axes") PeriodAxis axis,
      @ForAll @IntRange(max = 80) int one,
      @ForAll @IntRange(max = 80) int other) {
    int first = Math.min(Math.min(one, other), events.size());
    int second = Math.min(Math.max(one, other), events.size());
    List<Event> a = events.subList(0, first);
    List<Event> b = events.subList(first, second);
    List<Event> c = events.subList(second, events.size());
    ActivityAccumulator leftFirst = accumulator(a, axis);
    leftFirst.merge(accumulator(b, axis));
    leftFirst.merge(accumulator(c, axis));
    ActivityAccumulator rightFirst = accumulator(b, axis);
    rightFirst.merge(accumulator(c, axis));
    rightFirst.merge(accumulator(a, axis));
    assertThat(leftFirst.snapshot()).isEqualTo(grid(events, axis));
    assertThat(rightFirst.snapshot()).isEqualTo(grid(events, axis));
  }

  @Property
  void presenceIsIdempotentAndCountsAdd(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    ActivityAccumulator twice = accumulator(events, axis);
    twice.merge(accumulator(events, axis));
    ActivityGrid once = grid(events, axis);
    ActivityGrid doubled = twice.snapshot();
    assertThat(doubled.customers()).isEqualTo(once.customers());
    for (int row = 0; row < once.rows(); row++) {
      assertThat(doubled.endCell(row)).isEqualTo(once.endCell(row));
      for (int cell = once.firstCell(row); cell < once.endCell(row); cell++) {
        assertThat(doubled.periodAt(cell)).isEqualTo(once.periodAt(cell));
        assertThat(doubled.eventsAt(cell)).isEqualTo(2 * once.eventsAt(cell));
      }
    }
  }

  @Property
  void agreesWithASlowReference(
      @ForAll("events") List<Event> events, @ForAll("axes") PeriodAxis axis) {
    TreeMap<CustomerId, TreeMap<Integer, Long>> expected = new TreeMap<>();
    for (Event event : events) {
      expected
          .computeIfAbsent(event.customer(), c -> new TreeMap<>())
          .merge(axis.periodOf(event.date()), 1L, Long::sum);
    }
    ActivityGrid grid = grid(events, axis);
    TreeMap<CustomerId, TreeMap<Integer, Long>> actual = new TreeMap<>();
    for (int row = 0; row < grid.rows(); row++) {
      TreeMap<Integer, Long> cells = new TreeMap<>();
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        cells.put(grid.periodAt(cell), grid.eventsAt(cell));
      }
      actual.put(grid.customer(row), cells);
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(grid.customers()).containsExactlyElementsOf(new TreeSet<>(expected.keySet()));
  }

  private static ActivityGrid grid(List<Event> events, PeriodAxis axis) {
    return ActivityGrid.from(EventLog.of(events, END), axis);
  }

  private static ActivityAccumulator accumulator(List<Event> events, PeriodAxis axis) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, END);
    events.forEach(event -> accumulator.add(event.customer(), event.date()));
    return accumulator;
  }
}
