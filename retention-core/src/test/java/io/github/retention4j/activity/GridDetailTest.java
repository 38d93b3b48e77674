package io.github.retention4j.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridDetailTest {

  private static final DateRange RANGE =
      new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));
  private static final LocalDate END = RANGE.endExclusive();
  private static final PeriodAxis MONTHS = PeriodAxis.months(RANGE);
  private static final BusinessZone UTC = BusinessZone.of("UTC");
  private static final int FIRST_DAY = (int) RANGE.start().toEpochDay();

  private static ActivityGrid grid(
      PeriodAxis axis, GridDetail detail, long[] customers, int[] days, int threads) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, END, detail);
    accumulator.addAll(customers, days, Work.onThreads(threads));
    return accumulator.snapshot();
  }

  /** Over several slabs of events, and more customers than a table begins with. */
  @Test
  void allFormsAgreeOnManyEventsWhateverTheThreads() {
    int events = 1_500_000;
    SplittableRandom random = new SplittableRandom(42);
    long[] customers = random.longs(events, 0, 200_000).map(x -> x * x / 200_000).toArray();
    int[] days = random.ints(events, FIRST_DAY, FIRST_DAY + 731).toArray();
    for (PeriodAxis axis : List.of(MONTHS, PeriodAxis.isoWeeks(RANGE))) {
      ActivityGrid counts = grid(axis, GridDetail.EVENT_COUNTS, customers, days, 1);
      ActivityGrid presence = grid(axis, GridDetail.PRESENCE, customers, days, 1);
      assertThat(sum(counts)).isEqualTo(events);
      assertThat(presence.customers()).isEqualTo(counts.customers());
      assertThat(presence.endCell(presence.rows() - 1))
          .isEqualTo(counts.endCell(counts.rows() - 1));
      for (int row = 0; row < counts.rows(); row++) {
        assertThat(presence.firstCell(row)).isEqualTo(counts.firstCell(row));
        for (int cell = counts.firstCell(row); cell < counts.endCell(row); cell++) {
          assertThat(presence.periodAt(cell)).isEqualTo(counts.periodAt(cell));
        }
      }
      ActivitySpans spans = ActivitySpans.from(counts);
      assertThat(ActivitySpans.from(presence)).isEqualTo(spans);
      for (int threads : new int[] {2, 5}) {
        assertThat(grid(axis, GridDetail.EVENT_COUNTS, customers, days, threads)).isEqualTo(counts);
        assertThat(grid(axis, GridDetail.PRESENCE, customers, days, threads)).isEqualTo(presence);
        assertThat(ActivitySpans.ofDays(customers, days, axis, END, Work.onThreads(threads)))
            .isEqualTo(spans);
      }
    }
  }

  private static long sum(ActivityGrid grid) {
    long events = 0;
    for (int cell = 0; cell < grid.endCell(grid.rows() - 1); cell++) {
      events += grid.eventsAt(cell);
    }
    return events;
  }

  /** All events of one customer: one partition, of many blocks. */
  @Test
  void oneCustomerMayHaveAllEvents() {
    int events = 1_200_000;
    long[] customers = new long[events];
    int[] days = new int[events];
    Arrays.setAll(days, event -> FIRST_DAY + 3 + event % 500);
    ActivityGrid grid = grid(MONTHS, GridDetail.EVENT_COUNTS, customers, days, 2);
    assertThat(grid.rows()).isEqualTo(1);
    assertThat(sum(grid)).isEqualTo(events);
    ActivitySpans spans =
        ActivitySpans.ofDays(customers, days, PeriodAxis.days(RANGE), END, Work.onThreads(2));
    assertThat(spans.firstPeriod(0)).isEqualTo(3);
    assertThat(spans.lastPeriod(0)).isEqualTo(502);
  }

  @Test
  void aGridSaysWhatItKnows() {
    long[] one = {42};
    int[] day = {FIRST_DAY};
    ActivityGrid counts = grid(MONTHS, GridDetail.EVENT_COUNTS, one, day, 1);
    ActivityGrid presence = grid(MONTHS, GridDetail.PRESENCE, one, day, 1);
    assertThat(counts.detail()).isEqualTo(GridDetail.EVENT_COUNTS);
    assertThat(presence.detail()).isEqualTo(GridDetail.PRESENCE);
    assertThat(presence).isNotEqualTo(counts);
    assertThat(presence.toString())
        .isEqualTo(
            "1 customers, 1 active cells without numbers of events on 24 x month"
                + " [2023-01-01, 2025-01-01), observed until 2025-01-01");
    assertThatThrownBy(() -> presence.eventsAt(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("detail (PRESENCE) must be EVENT_COUNTS where numbers of events are asked for");
    assertThat(ActivityAccumulator.fromBytes(presence.toBytes()).snapshot()).isEqualTo(presence);
    ActivityAccumulator empty = ActivityAccumulator.on(MONTHS, END, GridDetail.PRESENCE);
    ActivityAccumulator back = ActivityAccumulator.fromBytes(empty.toBytes());
    back.addAll(one, day, Work.inThisThread());
    assertThat(back.snapshot()).isEqualTo(presence);
  }

  @Test
  void presenceAndNumbersOfEventsDoNotMix() {
    ActivityAccumulator counts = ActivityAccumulator.on(MONTHS, END);
    ActivityAccumulator presence = ActivityAccumulator.on(MONTHS, END, GridDetail.PRESENCE);
    assertThatThrownBy(() -> counts.merge(presence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("detail (PRESENCE) must be EVENT_COUNTS");
    assertThatThrownBy(() -> presence.merge(counts))
        .hasMessage("detail (EVENT_COUNTS) must be PRESENCE");
  }

  @Test
  void findsTheRowOfACustomerOfAnotherGrid() {
    SplittableRandom random = new SplittableRandom(7);
    long[] customers = random.longs(3_000, -2_000, 2_000).toArray();
    int[] days = new int[customers.length];
    Arrays.fill(days, FIRST_DAY);
    ActivityGrid some = grid(MONTHS, GridDetail.PRESENCE, customers, days, 1);
    ActivityGrid others =
        grid(MONTHS, GridDetail.PRESENCE, random.longs(3_000, -1_000, 4_000).toArray(), days, 1);
    ActivityAccumulator texts = ActivityAccumulator.on(MONTHS, END);
    texts.add(CustomerId.of("Ada"), RANGE.start());
    texts.add(CustomerId.of(customers[0]), RANGE.start());
    ActivityGrid named = texts.snapshot();
    for (int row = 0; row < others.rows(); row++) {
      assertThat(some.rowOf(others, row)).isEqualTo(some.rowOf(others.customer(row)));
      assertThat(named.rowOf(others, row)).isEqualTo(named.rowOf(others.customer(row)));
    }
    for (int row = 0; row < named.rows(); row++) {
      assertThat(some.rowOf(named, row)).isEqualTo(some.rowOf(named.customer(row)));
    }
    assertThatThrownBy(() -> some.rowOf(named, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void spansNameWhatCannotBeTaken() {
    long[] one = {42};
    Work work = Work.inThisThread();
    assertThatThrownBy(() -> ActivitySpans.ofInstants(one, new long[] {0}, UTC, MONTHS, END, work))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "date (1970-01-01) of customer 42 must lie on the axis [2023-01-01, 2025-01-01)");
    assertThatThrownBy(
            () -> ActivitySpans.ofDays(one, new int[] {FIRST_DAY + 731}, MONTHS, END, work))
        .hasMessage(
            "date (2025-01-01) of customer 42 must be before the end of observation (2025-01-01)");
    assertThatThrownBy(() -> ActivitySpans.ofDays(one, new int[0], MONTHS, END, work))
        .hasMessage("epochDays (0) must be as many as customers (1)");
    assertThatThrownBy(() -> ActivitySpans.ofDays(new long[0], new int[0], MONTHS, END, work))
        .hasMessage("events (0) must be at least one");
    ActivitySpans spans = ActivitySpans.ofDays(one, new int[] {FIRST_DAY}, MONTHS, END, work);
    ActivitySpans weeks =
        ActivitySpans.ofDays(one, new int[] {FIRST_DAY}, PeriodAxis.isoWeeks(RANGE), END, work);
    assertThatThrownBy(() -> spans.merge(weeks)).hasMessageStartingWith("axis (");
    assertThat(spans)
        .hasToString(
            "spans of 1 customers on 24 x month [2023-01-01, 2025-01-01), observed until"
                + " 2025-01-01");
    assertThat(spans.completePeriods()).isEqualTo(24);
    assertThat(spans.ends().detail()).isEqualTo(GridDetail.PRESENCE);
  }
}
