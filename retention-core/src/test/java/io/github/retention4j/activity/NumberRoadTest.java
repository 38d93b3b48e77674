package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NumberRoadTest {

  private static final DateRange RANGE =
      new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));
  private static final LocalDate END = RANGE.endExclusive();
  private static final BusinessZone BERLIN = BusinessZone.of("Europe/Berlin");
  private static final int EVENTS = 60_000;
  private static final long[] CUSTOMERS = new long[EVENTS];
  private static final long[] SECONDS = new long[EVENTS];

  static {
    SplittableRandom random = new SplittableRandom(42);
    long first = RANGE.start().toEpochDay() * 86_400 - 3_600;
    for (int i = 0; i < EVENTS; i++) {
      double busy = random.nextDouble();
      CUSTOMERS[i] = (long) (5_000 * busy * busy * busy) - 17;
      SECONDS[i] = first + random.nextLong((RANGE.days() - 1) * 86_400);
    }
  }

  private static ActivityGrid grid(PeriodAxis axis, Work work) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, END);
    accumulator.addAll(CUSTOMERS, SECONDS, BERLIN, work);
    return accumulator.snapshot();
  }

  @Test
  void agreesWithASlowReference() {
    for (PeriodAxis axis : List.of(PeriodAxis.months(RANGE), PeriodAxis.days(RANGE))) {
      TreeMap<Long, TreeMap<Integer, Long>> expected = new TreeMap<>();
      for (int i = 0; i < EVENTS; i++) {
        int period = axis.periodOf(BERLIN.epochDayOf(SECONDS[i]));
        expected.computeIfAbsent(CUSTOMERS[i], c -> new TreeMap<>()).merge(period, 1L, Long::sum);
      }
      ActivityGrid grid = grid(axis, Work.onThreads(2));
      TreeMap<Long, TreeMap<Integer, Long>> actual = new TreeMap<>();
      for (int row = 0; row < grid.rows(); row++) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
          cells.put(grid.periodAt(cell), grid.eventsAt(cell));
        }
        actual.put(Long.parseLong(grid.customer(row).value()), cells);
      }
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    PeriodAxis weeks = PeriodAxis.isoWeeks(RANGE);
    ActivityGrid alone = grid(weeks, Work.inThisThread());
    assertThat(grid(weeks, Work.onThreads(2))).isEqualTo(alone).hasSameHashCodeAs(alone);
    assertThat(grid(weeks, Work.onThreads(5))).isEqualTo(alone);
  }

  @Test
  void oneByOneInPartsOrAtOnceIsTheSame() {
    PeriodAxis months = PeriodAxis.months(RANGE);
    ActivityAccumulator oneByOne = ActivityAccumulator.on(months, END);
    ActivityAccumulator days = ActivityAccumulator.on(months, END);
    ActivityAccumulator parts = ActivityAccumulator.on(months, END);
    int[] epochDays = new int[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
      epochDays[i] = (int) BERLIN.epochDayOf(SECONDS[i]);
      oneByOne.add(CUSTOMERS[i], LocalDate.ofEpochDay(epochDays[i]));
    }
    days.addAll(CUSTOMERS, epochDays, Work.onThreads(2));
    for (int part = 0; part < 6; part++) {
      ActivityAccumulator one = ActivityAccumulator.on(months, END);
      for (int i = part; i < EVENTS; i += 6) {
        one.add(CUSTOMERS[i], LocalDate.ofEpochDay(epochDays[i]));
      }
      parts.merge(one);
    }
    ActivityGrid atOnce = grid(months, Work.inThisThread());
    assertThat(oneByOne.snapshot()).isEqualTo(atOnce);
    assertThat(days.snapshot()).isEqualTo(atOnce);
    assertThat(parts.snapshot()).isEqualTo(atOnce);
  }

  @Test
  void findsTheRowOfACustomer() {
    ActivityGrid grid = grid(PeriodAxis.months(RANGE), Work.inThisThread());
    for (int row = 0; row < grid.rows(); row++) {
      assertThat(grid.rowOf(grid.customer(row))).hasValue(row);
    }
    assertThat(grid.rowOf(CustomerId.of(1_000_000))).isEmpty();
    assertThat(grid.rowOf(CustomerId.of("007"))).isEmpty();
    assertThat(grid.rowOf(CustomerId.of("Ada"))).isEmpty();
    assertThat(grid.customers()).hasSize(grid.rows());
  }

  @Test
  void manyEventsOneByOneAreKeptAsCellsOnly() {
    PeriodAxis months = PeriodAxis.months(RANGE);
    ActivityAccumulator accumulator = ActivityAccumulator.on(months, END);
    for (int i = 0; i < 700_000; i++) {
      accumulator.add(i % 7, RANGE.start().plusDays(i % 700));
    }
    ActivityGrid grid = accumulator.snapshot();
    assertThat(grid.rows()).isEqualTo(7);
    long events = 0;
    for (int cell = 0; cell < grid.endCell(6); cell++) {
      events += grid.eventsAt(cell);
    }
    assertThat(events).isEqualTo(700_000);
  }

  /** More customers than the tables of a partition begin with, so that they have to grow. */
  @Test
  void manyCustomersOfFewEventsAreAllFound() {
    int events = 300_000;
    long[] customers = new long[events];
    int[] days = new int[events];
    for (int i = 0; i < events; i++) {
      customers[i] = i / 2 * 1_000_003L;
      days[i] = (int) RANGE.start().toEpochDay() + i % 700;
    }
    for (PeriodAxis axis : List.of(PeriodAxis.months(RANGE), PeriodAxis.days(RANGE))) {
      ActivityAccumulator accumulator = ActivityAccumulator.on(axis, END);
      accumulator.addAll(customers, days, Work.onThreads(2));
      ActivityGrid grid = accumulator.snapshot();
      assertThat(grid.rows()).isEqualTo(events / 2);
      for (int i = 0; i < events; i += 2) {
        int row = grid.rowOf(CustomerId.of(customers[i])).orElseThrow();
        int first = axis.periodOf(days[i]);
        int second = axis.periodOf(days[i + 1]);
        assertThat(grid.isActive(row, first) && grid.isActive(row, second)).isTrue();
        assertThat(grid.endCell(row) - grid.firstCell(row)).isEqualTo(first == second ? 1 : 2);
        assertThat(grid.eventsAt(grid.firstCell(row))).isEqualTo(first == second ? 2 : 1);
      }
    }
  }

  @Test
  void namesWhatCannotBeTaken() {
    PeriodAxis months = PeriodAxis.months(RANGE);
    ActivityAccumulator accumulator = ActivityAccumulator.on(months, END);
    long[] one = {42};
    assertThatThrownBy(
            () -> accumulator.addAll(one, new int[] {(int) END.toEpochDay()}, Work.inThisThread()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "date (2025-01-01) of customer 42 must be before the end of observation (2025-01-01)");
    assertThatThrownBy(() -> accumulator.addAll(one, new long[] {0}, BERLIN, Work.onThreads(2)))
        .hasMessage(
            "date (1970-01-01) of customer 42 must lie on the axis [2023-01-01, 2025-01-01)");
    assertThatThrownBy(() -> accumulator.addAll(one, new int[2], Work.inThisThread()))
        .hasMessage("epochDays (2) must be as many as customers (1)");
    assertThatThrownBy(() -> accumulator.addAll(one, new long[0], BERLIN, Work.inThisThread()))
        .hasMessage("epochSeconds (0) must be as many as customers (1)");
    accumulator.addAll(new long[0], new int[0], Work.inThisThread());
    assertThatThrownBy(accumulator::snapshot).hasMessage("events (0) must be at least one");
    accumulator.add(42, RANGE.start());
    assertThatThrownBy(() -> accumulator.add(CustomerId.of("Ada"), RANGE.start()))
        .hasMessage("customers known by text must not join customers known by number");
    ActivityAccumulator byText = ActivityAccumulator.on(months, END);
    byText.add(CustomerId.of("Ada"), RANGE.start());
    assertThatThrownBy(() -> byText.merge(accumulator))
        .hasMessage("customers known by number must not join customers known by text");
    assertThatThrownBy(() -> Work.onThreads(0)).hasMessage("threads (0) must be at least 1");
  }

  @Test
  void whatIsRefusedChangesNothing() {
    ActivityAccumulator accumulator = ActivityAccumulator.on(PeriodAxis.months(RANGE), END);
    int[] days = {(int) RANGE.start().toEpochDay(), (int) END.toEpochDay()};
    assertThatThrownBy(() -> accumulator.addAll(new long[] {1, 2}, days, Work.inThisThread()))
        .isInstanceOf(IllegalArgumentException.class);
    accumulator.addAll(new long[0], new int[0], Work.inThisThread());
    accumulator.add(CustomerId.of("Ada"), RANGE.start());
    assertThat(accumulator.snapshot().customers()).containsExactly(CustomerId.of("Ada"));
    assertThatThrownBy(() -> accumulator.addAll(new long[0], new int[0], Work.inThisThread()))
        .hasMessage("customers known by number must not join customers known by text");
  }

  @Test
  void tellsHowFarItHasCome() {
    List<Long> done = new ArrayList<>();
    List<ProgressListener.Phase> phases = new ArrayList<>();
    ProgressListener listener =
        (phase, part, total) -> {
          assertThat(total).isEqualTo(2L * EVENTS);
          phases.add(phase);
          done.add(part);
        };
    ActivityGrid told = grid(PeriodAxis.months(RANGE), Work.onThreads(2).with(listener));
    assertThat(told).isEqualTo(grid(PeriodAxis.months(RANGE), Work.inThisThread()));
    assertThat(done).isSorted().doesNotHaveDuplicates().endsWith(2L * EVENTS);
    assertThat(done.size()).isBetween(4, 402);
    assertThat(phases).contains(ProgressListener.Phase.PARTITION, ProgressListener.Phase.GROUP);
  }

  @Test
  void stopsWhenInterrupted() {
    ActivityAccumulator accumulator = ActivityAccumulator.on(PeriodAxis.months(RANGE), END);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> accumulator.addAll(CUSTOMERS, SECONDS, BERLIN, Work.onThreads(2)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(accumulator::snapshot).hasMessage("events (0) must be at least one");
  }

  @Test
  void countsUpToTheMostThatACellHolds() {
    assertThat(CellRows.addEvents(Integer.MAX_VALUE - 1, 1)).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> CellRows.addEvents(Integer.MAX_VALUE, 1))
        .hasMessage("events (2147483648) of one customer in one period must be at most 2147483647");
  }
}
