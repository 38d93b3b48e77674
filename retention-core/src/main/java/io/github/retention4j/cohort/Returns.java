package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;

/** Return activity: the cells of a grid, of which those with enough events count. */
record Returns(ActivityGrid grid, int minimumOccurrences) implements CountedCells {

  /** Returns no return activity at all, in the frame of a grid. */
  static Returns none(ActivityGrid frame) {
    return new Returns(frame, Integer.MAX_VALUE);
  }

  @Override
  public int periodAt(int cell) {
    return grid.periodAt(cell);
  }

  boolean allCount() {
    return minimumOccurrences <= 1;
  }

  @Override
  public boolean counts(int cell) {
    return allCount() || grid.eventsAt(cell) >= minimumOccurrences;
  }
}
