package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;

/** A row for each period of an axis. */
record PeriodRows(PeriodAxis axis) implements StartRows {

  PeriodRows {
    requireNonNull(axis, "axis");
  }

  @Override
  public int size() {
    return axis.size();
  }

  @Override
  public int rowOf(int epochDay, long epochSecond) {
    return axis.covers(epochDay) ? axis.periodOf(epochDay) : -1;
  }

  @Override
  public String label(int row) {
    return axis.label(row);
  }

  @Override
  public DateRange days(int row) {
    return axis.range(row);
  }

  @Override
  public String inWords() {
    return axis.toString();
  }
}
