package io.github.retention4j.revenue;

import io.github.retention4j.time.PeriodAxis;
import java.util.Arrays;

/**
 * How the periods of a grid fall into those of a bridge: only complete ones whose opening is known.
 *
 * @param axis the periods of the bridge
 * @param first the first of them that is bridged
 * @param end the first after it that is not
 */
record BridgeCut(PeriodAxis axis, int first, int end) {

  static BridgeCut of(RevenueGrid grid, PeriodAxis axis) {
    RevenueShape shape =
        grid.axis().equals(axis) ? grid.shape() : RevenueGridRollUp.shape(grid.shape(), axis);
    int end = shape.completePeriods();
    return new BridgeCut(axis, Math.min(shape.firstPeriod(), end), end);
  }

  int size() {
    return end - first;
  }

  /**
   * Returns for each period of a grid the number of its period here, from 0; negative before the
   * first of them and {@link #size()} after the last.
   */
  int[] numberOf(PeriodAxis fine) {
    int[] number = new int[fine.size()];
    if (fine.equals(axis)) {
      Arrays.setAll(number, period -> Math.min(period, end) - first);
      return number;
    }
    int[] periodOf = RevenueGridRollUp.periodOf(fine, axis);
    Arrays.setAll(number, period -> Math.min(periodOf[period], end) - first);
    return number;
  }
}
