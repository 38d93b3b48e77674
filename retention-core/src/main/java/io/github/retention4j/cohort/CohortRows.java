package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.util.ArrayList;
import java.util.List;

/** Puts the counts of starting periods together to the rows of a table. */
final class CohortRows {

  private final CohortDefinition definition;
  private final ActivityGrid grid;
  private final CountTable counts;
  private final PeriodAxis rowAxis;
  private final boolean plain;

  CohortRows(
      CohortDefinition definition, ActivityGrid grid, CountTable counts, PeriodAxis rowAxis) {
    this.definition = definition;
    this.grid = grid;
    this.counts = counts;
    this.rowAxis = rowAxis;
    this.plain = rowAxis.equals(grid.axis());
  }

  List<CohortRow> toList() {
    List<CohortRow> rows = new ArrayList<>();
    int period = 0;
    while (period < counts.periods()) {
      int row = rowOf(period);
      int end = period + 1;
      while (end < counts.periods() && rowOf(end) == row) {
        end++;
      }
      DateRange days = rowAxis.range(row);
      if (definition.shows(days)) {
        addRow(row, days, period, end, rows);
      }
      period = end;
    }
    return List.copyOf(rows);
  }

  private int rowOf(int period) {
    if (plain) {
      return period;
    }
    DateRange days = grid.axis().range(period);
    if (!rowAxis.covers(days.start())
        || !rowAxis.covers(days.last())
        || rowAxis.periodOf(days.start()) != rowAxis.periodOf(days.last())) {
      throw new IllegalArgumentException(
          "period ("
              + grid.axis().label(period)
              + ", "
              + days
              + ") must lie within one period of the rows ("
              + rowAxis
              + ")");
    }
    return rowAxis.periodOf(days.start());
  }

  private void addRow(int row, DateRange days, int period, int end, List<CohortRow> rows) {
    int first = period;
    while (first < end && counts.size(first) == 0) {
      first++;
    }
    if (first == end) {
      return;
    }
    int last = first;
    long size = 0;
    int[] sums = new int[counts.counts(first).length];
    for (int start = first; start < end; start++) {
      if (counts.size(start) > 0) {
        last = start;
        size += counts.size(start);
        CountTable.addTo(sums, counts.counts(start));
      }
    }
    boolean closed = !days.endExclusive().isAfter(grid.observationEndExclusive());
    Cohort cohort = new Cohort(row, rowAxis.label(row), days, size);
    rows.add(new CohortRow(cohort, first, last, closed, sums));
  }
}
