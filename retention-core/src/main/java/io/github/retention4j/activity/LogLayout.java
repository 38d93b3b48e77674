package io.github.retention4j.activity;

import io.github.retention4j.customer.Segmentation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;

/** Lays out columns of events customer by customer, each one's events by time. */
final class LogLayout {

  private static final int POSITION_BITS = 31;

  private LogLayout() {}

  /**
   * Returns a log.
   *
   * @param customers the customers of the rows
   * @param rowOf the row of the customer of each event
   * @param columns the events, in the order of arrival
   */
  static EventLog log(
      CustomerKeys customers,
      int[] rowOf,
      EventColumns columns,
      LocalDate observationEnd,
      SortedMap<String, Segmentation> customerAttributes) {
    int[] rowStart = new int[customers.size() + 1];
    for (int row : rowOf) {
      rowStart[row + 1]++;
    }
    Arrays.parallelPrefix(rowStart, Integer::sum);
    int[] order = new int[rowOf.length];
    int[] next = rowStart.clone();
    for (int event = 0; event < rowOf.length; event++) {
      order[next[rowOf[event]]++] = event;
    }
    sortByTime(order, rowStart, columns);
    return new EventLog(
        customers, rowStart, columns.reordered(order), observationEnd, customerAttributes);
  }

  /** Stable: events of one time keep their order of arrival, which the low bits carry. */
  private static void sortByTime(int[] order, int[] rowStart, EventColumns columns) {
    long earliest = earliest(columns);
    long[] timeAndPosition = new long[order.length];
    for (int row = 0; row + 1 < rowStart.length; row++) {
      int start = rowStart[row];
      int end = rowStart[row + 1];
      for (int i = start; i < end; i++) {
        long time = columns.timeAt(order[i]) - earliest;
        timeAndPosition[i] = (time << POSITION_BITS) | (i - start);
      }
      Arrays.sort(timeAndPosition, start, end);
      int[] before = Arrays.copyOfRange(order, start, end);
      for (int i = start; i < end; i++) {
        order[i] = before[(int) (timeAndPosition[i] & Integer.MAX_VALUE)];
      }
    }
  }

  private static long earliest(EventColumns columns) {
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (int event = 0; event < columns.size(); event++) {
      earliest = Math.min(earliest, columns.timeAt(event));
      latest = Math.max(latest, columns.timeAt(event));
    }
    if (((latest - earliest) >> (Long.SIZE - 1 - POSITION_BITS)) != 0) {
      throw new IllegalArgumentException(
          "instants (from " + earliest + " to " + latest + " seconds) must span at most 136 years");
    }
    return earliest;
  }
}
