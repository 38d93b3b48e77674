package io.github.retention4j.lifecycle;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.util.Arrays;
import java.util.List;

/**
 * Counts in how many periods of a window each customer was active, on an axis of any granularity.
 *
 * <p>Default: a period counts with one event or more.
 */
public final class StickinessCalculator {

  private final long fewestEvents;
  private final long mostEvents;

  private StickinessCalculator(long fewestEvents, long mostEvents) {
    this.fewestEvents = fewestEvents;
    this.mostEvents = mostEvents;
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return a period counts with one event or more
   */
  public static StickinessCalculator withDefaults() {
    return new StickinessCalculator(1, Long.MAX_VALUE);
  }

  /**
   * Chooses how many events make a customer active in a period.
   *
   * @param fewest that many or more, at least 1
   * @return a calculator with that threshold
   * @throws IllegalArgumentException if fewest is not positive
   */
  public StickinessCalculator withEventsAtLeast(long fewest) {
    return withEvents(fewest, Long.MAX_VALUE);
  }

  /**
   * Chooses how many events make a customer active in a period; a customer with more counts as
   * little as one with fewer.
   *
   * @param fewest that many or more, at least 1
   * @param most that many or fewer, at least fewest
   * @return a calculator with these thresholds
   * @throws IllegalArgumentException if fewest is not positive or most is less
   */
  public StickinessCalculator withEvents(long fewest, long most) {
    if (fewest < 1) {
      throw new IllegalArgumentException("fewest (" + fewest + ") must be at least 1");
    }
    if (most < fewest) {
      throw new IllegalArgumentException(
          "most (" + most + ") must not be less than fewest (" + fewest + ")");
    }
    return new StickinessCalculator(fewest, most);
  }

  /**
   * Computes the histogram of a window.
   *
   * @param grid the activity
   * @param window days that are whole periods of the axis, all before the end of observation
   * @return the customers by number of active periods
   * @throws IllegalArgumentException if the window does not begin and end with a period of the
   *     axis, or a period of it is not complete, or there is a threshold of events and the grid
   *     knows presence only
   */
  public StickinessHistogram calculate(ActivityGrid grid, DateRange window) {
    PeriodAxis axis = grid.axis();
    int first = axis.periodOf(window.start());
    int last = axis.periodOf(window.last());
    DateRange covered = new DateRange(axis.range(first).start(), axis.range(last).endExclusive());
    if (!covered.equals(window)) {
      throw new IllegalArgumentException(
          "window (" + window + ") must be whole periods of the axis, such as " + covered);
    }
    if (last >= grid.completePeriods()) {
      throw new IllegalArgumentException(
          "window ("
              + window
              + ") must end before the end of observation ("
              + grid.observationEndExclusive()
              + ")");
    }
    return histogram(grid, first, last);
  }

  /**
   * Computes the histogram of the last complete periods: over the last 28 days the power-user curve
   * L28.
   *
   * @param grid the activity
   * @param periods how many, at least 1
   * @return the customers by number of active periods
   * @throws IllegalArgumentException if not as many are complete, or there is a threshold of events
   *     and the grid knows presence only
   */
  public StickinessHistogram calculateLast(ActivityGrid grid, int periods) {
    int complete = grid.completePeriods();
    if (periods < 1 || periods > complete) {
      throw new IllegalArgumentException(
          "periods (" + periods + ") must be from 1 to those complete (" + complete + ")");
    }
    return histogram(grid, complete - periods, complete - 1);
  }

  private StickinessHistogram histogram(ActivityGrid grid, int first, int last) {
    if (!anyEventCounts()) {
      EngagementChecks.requireEventCounts(grid, "a threshold of events");
    }
    long[] counts = new long[last - first + 1];
    for (int row = 0; row < grid.rows(); row++) {
      int active = activePeriods(grid, row, first, last);
      if (active > 0) {
        counts[active - 1]++;
      }
    }
    PeriodAxis axis = grid.axis();
    DateRange window = new DateRange(axis.range(first).start(), axis.range(last).endExclusive());
    List<Long> boxed = Arrays.stream(counts).boxed().toList();
    return new StickinessHistogram(window, axis.granularity(), boxed);
  }

  private int activePeriods(ActivityGrid grid, int row, int first, int last) {
    int active = 0;
    for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
      int period = grid.periodAt(cell);
      if (period >= first && period <= last && (anyEventCounts() || isEnough(grid, cell))) {
        active++;
      }
    }
    return active;
  }

  private boolean anyEventCounts() {
    return fewestEvents == 1 && mostEvents == Long.MAX_VALUE;
  }

  private boolean isEnough(ActivityGrid grid, int cell) {
    long events = grid.eventsAt(cell);
    return events >= fewestEvents && events <= mostEvents;
  }
}
