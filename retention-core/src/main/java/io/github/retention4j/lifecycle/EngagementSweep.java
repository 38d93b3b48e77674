package io.github.retention4j.lifecycle;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Counts the customers of many overlapping windows in one pass over the cells.
 *
 * <p>A day lies in a run of windows, from the first that ends on it or later to the last that
 * starts on it or before. A customer counts in the union of the runs of its active days; as the
 * runs move forward with the days, the union is told by comparing each run with the end of the one
 * before. Each piece of it is noted at its two ends only and summed up at last.
 */
final class EngagementSweep {

  private final List<DateRange> windows = new ArrayList<>();
  private final int[] firstWindow;
  private final int[] endWindow;
  private final int[] windowEndingOn;

  /** Takes the windows that lie wholly within the observed days. */
  EngagementSweep(PeriodAxis axis, int observedDays, EngagementWindow window) {
    LocalDate firstDay = axis.range().start();
    firstWindow = new int[observedDays];
    endWindow = new int[observedDays];
    windowEndingOn = new int[observedDays];
    for (int day = 0; day < observedDays; day++) {
      firstWindow[day] = windows.size();
      Optional<DateRange> range =
          window.endingOn(firstDay.plusDays(day)).filter(days -> !days.start().isBefore(firstDay));
      windowEndingOn[day] = range.isPresent() ? windows.size() : -1;
      range.ifPresent(windows::add);
    }
    int end = 0;
    for (int day = 0; day < observedDays; day++) {
      LocalDate date = firstDay.plusDays(day);
      while (end < windows.size() && !windows.get(end).start().isAfter(date)) {
        end++;
      }
      endWindow[day] = end;
    }
  }

  /** Returns the number of customers of each window, and one element more. */
  long[] activeCustomers(ActivityGrid grid) {
    long[] change = new long[windows.size() + 1];
    for (int row = 0; row < grid.rows(); row++) {
      int counted = 0;
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        int day = grid.periodAt(cell);
        int from = Math.max(counted, firstWindow[day]);
        if (from < endWindow[day]) {
          change[from]++;
          change[endWindow[day]]--;
          counted = endWindow[day];
        }
      }
    }
    Arrays.parallelPrefix(change, Long::sum);
    return change;
  }

  /** Returns the number of customers of each day. */
  static long[] daily(ActivityGrid grid, int observedDays) {
    long[] daily = new long[observedDays];
    for (int row = 0; row < grid.rows(); row++) {
      for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
        daily[grid.periodAt(cell)]++;
      }
    }
    return daily;
  }

  /** Returns for each day the counts of the window that ends on it. */
  List<Optional<EngagementCount>> byDay(ActivityGrid grid, long[] daily) {
    long[] active = activeCustomers(grid);
    List<Optional<EngagementCount>> counts = new ArrayList<>();
    long customerDays = 0;
    int start = 0;
    for (int day = 0; day < daily.length; day++) {
      customerDays += daily[day];
      int window = windowEndingOn[day];
      if (window < 0) {
        counts.add(Optional.empty());
        continue;
      }
      DateRange days = windows.get(window);
      for (; start <= day - days.days(); start++) {
        customerDays -= daily[start];
      }
      counts.add(Optional.of(new EngagementCount(days, active[window], daily[day], customerDays)));
    }
    return counts;
  }
}
