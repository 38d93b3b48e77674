package io.github.retention4j.lifecycle;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.time.Granularity;

/** Checks that the types of growth, engagement and repeat purchase share. */
final class EngagementChecks {

  private EngagementChecks() {}

  static void count(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " (" + count + ") must be 0 or more");
    }
  }

  /** Returns the number of observed days of a grid of days, at least 1 as it has an activity. */
  static int observedDays(ActivityGrid grid) {
    if (grid.axis().granularity() != Granularity.DAY) {
      throw new IllegalArgumentException("axis (" + grid.axis() + ") must be one of days");
    }
    return grid.completePeriods();
  }

  /** Checks that a grid knows numbers of events. */
  static void requireEventCounts(ActivityGrid grid, String purpose) {
    if (grid.detail() == GridDetail.PRESENCE) {
      throw new IllegalArgumentException(
          "detail (PRESENCE) of the grid must be EVENT_COUNTS for " + purpose);
    }
  }
}
