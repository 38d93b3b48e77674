package io.github.retention4j.revenue;

import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;

/** Reads a grid on longer periods: what holds at the close of each of them. */
final class RevenueGridRollUp {

  private final RevenueGrid grid;
  private final int[] periodOf;
  private final RevenueShape shape;
  private final boolean sameStart;

  private RevenueGridRollUp(RevenueGrid grid, PeriodAxis axis) {
    this.grid = grid;
    this.periodOf = periodOf(grid.axis(), axis);
    this.sameStart = axis.range().start().equals(grid.axis().range().start());
    this.shape = shape(grid.shape(), axis);
  }

  static RevenueGrid rollUp(RevenueGrid grid, PeriodAxis axis) {
    return new RevenueGridRollUp(grid, axis).toGrid();
  }

  /** Returns for each period of an axis the one of a coarser axis in which it lies. */
  static int[] periodOf(PeriodAxis fine, PeriodAxis coarse) {
    int[] periodOf = new int[fine.size()];
    for (int period = 0; period < periodOf.length; period++) {
      periodOf[period] = coarse.periodOf(fine.range(period).start());
      LocalDate last = fine.range(period).last();
      if (!coarse.range(periodOf[period]).contains(last)) {
        throw new IllegalArgumentException(
            "axis ("
                + coarse
                + ") must hold each period of "
                + fine
                + " in one of its own, but "
                + fine.label(period)
                + " ends after "
                + coarse.label(periodOf[period]));
      }
    }
    return periodOf;
  }

  /** What lies outside the finer axis is not known, so that its ends cut the longer periods. */
  static RevenueShape shape(RevenueShape fine, PeriodAxis axis) {
    LocalDate known = fine.firstKnownDay();
    int first = 0;
    while (first < axis.size() && axis.range(first).start().isBefore(known)) {
      first++;
    }
    LocalDate axisEnd = fine.axis().range().endExclusive();
    LocalDate end = fine.observationEndExclusive();
    return new RevenueShape(
        axis, end.isBefore(axisEnd) ? end : axisEnd, fine.currency(), fine.decimals(), first);
  }

  private RevenueGrid toGrid() {
    RevenueGridBuilder builder = new RevenueGridBuilder(shape);
    for (int row = 0; row < grid.rows(); row++) {
      builder.startCustomer(grid.keys(), row);
      builder.copyFormer(grid.steps(), row);
      writeRow(builder, row);
    }
    return builder.grid();
  }

  private void writeRow(RevenueGridBuilder builder, int row) {
    RevenueSteps steps = grid.steps();
    long before = 0;
    long exchange = 0;
    for (int step = steps.rowStart[row]; step < steps.rowStart[row + 1]; step++) {
      int period = periodAt(step);
      exchange += steps.foreignExchangeAt(step);
      boolean last = step + 1 == steps.rowStart[row + 1] || periodAt(step + 1) > period;
      if (last) {
        long after = steps.units[step];
        boolean goesOn = before > 0 && after > 0;
        builder.step(period, after, goesOn ? exchange : 0, steps.reasonAt(step));
        before = after;
        exchange = 0;
      }
    }
  }

  private int periodAt(int step) {
    int period = grid.steps().periods[step];
    if (period != RevenueSteps.OPENING) {
      return periodOf[period];
    }
    return sameStart ? RevenueSteps.OPENING : 0;
  }
}
