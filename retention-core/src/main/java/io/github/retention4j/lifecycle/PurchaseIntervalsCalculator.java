package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.stats.Proportion;
import java.util.Arrays;

/**
 * Measures repeat purchase and the time between purchases.
 *
 * <p>Default: {@link PurchaseCounting#EACH_EVENT}. The first purchase on the axis is taken as the
 * first ever: for what is asked of first purchases, the axis has to begin with the history.
 */
public final class PurchaseIntervalsCalculator {

  private final PurchaseCounting counting;

  private PurchaseIntervalsCalculator(PurchaseCounting counting) {
    this.counting = requireNonNull(counting, "counting");
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return each event is a purchase
   */
  public static PurchaseIntervalsCalculator withDefaults() {
    return new PurchaseIntervalsCalculator(PurchaseCounting.EACH_EVENT);
  }

  /**
   * Chooses what one purchase is.
   *
   * @param counting each event, or all events of a day
   * @return a calculator that counts so
   */
  public PurchaseIntervalsCalculator with(PurchaseCounting counting) {
    return new PurchaseIntervalsCalculator(counting);
  }

  /**
   * Returns what one purchase is.
   *
   * @return the choice
   */
  public PurchaseCounting counting() {
    return counting;
  }

  /**
   * Computes the intervals.
   *
   * @param grid the purchases, on an axis of days
   * @return who bought again, and after how long
   * @throws IllegalArgumentException if the axis is not one of days, or each event is a purchase
   *     and the grid knows presence only
   */
  public PurchaseIntervals calculate(ActivityGrid grid) {
    if (counting == PurchaseCounting.EACH_EVENT) {
      EngagementChecks.requireEventCounts(grid, "EACH_EVENT");
    }
    Tally tally = new Tally(EngagementChecks.observedDays(grid), counting);
    for (int row = 0; row < grid.rows(); row++) {
      tally.add(grid, row);
    }
    return tally.result(grid.rows());
  }

  /** Counts row by row; the shares by days are noted where they change, and summed up at last. */
  private static final class Tally {

    private final int observedDays;
    private final PurchaseCounting counting;
    private final long[] completeGaps;
    private final long[] openGaps;
    private final long[] observedFor;
    private final long[] repurchased;
    private long purchases;
    private long repeatCustomers;

    Tally(int observedDays, PurchaseCounting counting) {
      this.observedDays = observedDays;
      this.counting = counting;
      completeGaps = new long[observedDays];
      openGaps = new long[observedDays];
      observedFor = new long[observedDays + 1];
      repurchased = new long[observedDays + 1];
    }

    void add(ActivityGrid grid, int row) {
      int first = grid.firstCell(row);
      int firstDay = grid.periodAt(first);
      int secondDay = -1;
      int previousDay = firstDay;
      for (int cell = first; cell < grid.endCell(row); cell++) {
        int day = grid.periodAt(cell);
        long sameDay = purchases(grid, cell);
        purchases += sameDay;
        completeGaps[0] += sameDay - 1;
        if (cell > first) {
          completeGaps[day - previousDay]++;
        }
        if (secondDay < 0 && (cell > first || sameDay > 1)) {
          secondDay = day;
        }
        previousDay = day;
      }
      openGaps[observedDays - 1 - previousDay]++;
      addFirstGap(firstDay, secondDay);
    }

    private long purchases(ActivityGrid grid, int cell) {
      return counting == PurchaseCounting.EACH_EVENT ? grid.eventsAt(cell) : 1;
    }

    private void addFirstGap(int firstDay, int secondDay) {
      int followUp = observedDays - 1 - firstDay;
      observedFor[0]++;
      observedFor[followUp + 1]--;
      if (secondDay >= 0) {
        repeatCustomers++;
        repurchased[secondDay - firstDay]++;
        repurchased[followUp + 1]--;
      }
    }

    PurchaseIntervals result(int customers) {
      Arrays.parallelPrefix(observedFor, Long::sum);
      Arrays.parallelPrefix(repurchased, Long::sum);
      return new PurchaseIntervals(
          purchases,
          new Proportion(repeatCustomers, customers),
          PurchaseGaps.of(completeGaps),
          PurchaseGaps.of(openGaps),
          observedFor,
          repurchased);
    }
  }
}
