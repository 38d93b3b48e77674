package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.time.PeriodAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups customers by the period of their first event and counts at each age how many were active.
 *
 * <p>Measure: active in the period at that age itself (classic retention, "N-day" with a day axis).
 * A customer may be absent at one age and back at a later one.
 */
public final class CohortCalculator {

  private CohortCalculator() {}

  /**
   * Returns the calculator with its defaults: cohorts by first event, active in the period itself.
   *
   * @return the calculator
   */
  public static CohortCalculator withDefaults() {
    return new CohortCalculator();
  }

  /**
   * Computes the table.
   *
   * @param grid the activity
   * @return a row for each period in which at least one customer began
   */
  public CohortTable calculate(ActivityGrid grid) {
    long[][] active = new long[grid.axis().size()][];
    Arrays.setAll(active, start -> new long[active.length - start]);
    for (int row = 0; row < grid.rows(); row++) {
      int start = grid.periodAt(grid.firstCell(row));
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        active[start][grid.periodAt(cell) - start]++;
      }
    }
    return table(grid, active);
  }

  private static CohortTable table(ActivityGrid grid, long[][] active) {
    PeriodAxis axis = grid.axis();
    List<Cohort> cohorts = new ArrayList<>();
    List<long[]> rows = new ArrayList<>();
    for (int start = 0; start < active.length; start++) {
      if (active[start][0] > 0) {
        cohorts.add(new Cohort(start, axis.label(start), axis.range(start), active[start][0]));
        rows.add(active[start]);
      }
    }
    return new CohortTable(
        axis.granularity(), cohorts, rows.toArray(long[][]::new), grid.completePeriods());
  }
}
