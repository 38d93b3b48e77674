package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import java.util.stream.IntStream;

/** Finds the customers whose first event of all is a start event. */
final class FirstEverStarts {

  private FirstEverStarts() {}

  static Starts of(ActivityGrid history, ActivityGrid startEvents) {
    GridChecks.sameFrame("history", history, "starts", startEvents);
    int[] matching =
        IntStream.range(0, startEvents.rows())
            .filter(row -> firstPeriod(startEvents, row) == firstEver(history, startEvents, row))
            .toArray();
    return new SelectedStarts(new GridStarts(startEvents, false), matching);
  }

  private static int firstEver(ActivityGrid history, ActivityGrid startEvents, int row) {
    int historyRow = history.rowOf(startEvents, row).orElse(-1);
    if (historyRow < 0 || firstPeriod(history, historyRow) > firstPeriod(startEvents, row)) {
      throw new IllegalArgumentException(
          "history must hold the first start event of customer "
              + startEvents.customer(row)
              + ", in period "
              + history.axis().label(firstPeriod(startEvents, row)));
    }
    return firstPeriod(history, historyRow);
  }

  private static int firstPeriod(ActivityGrid grid, int row) {
    return grid.periodAt(grid.firstCell(row));
  }
}
