package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.RadixOrder;
import io.github.retention4j.internal.numeric.RadixSort;
import io.github.retention4j.internal.numeric.Workers;
import java.util.Arrays;

/**
 * How many rows end at each time, lost and censored apart, in the order of time. Whole times of a
 * moderate size are counted, others sorted; the result is the same.
 *
 * @param time the distinct times, ascending
 * @param lost the weight of those lost then
 * @param censored the weight of those censored then
 * @param lostRows the number of rows lost; the same array as {@code lost} where rows count 1
 * @param censoredRows the number of rows censored
 */
@SuppressWarnings("ArrayRecordComponent") // columns handed from the counting to the table
record ExitCounts(
    double[] time, double[] lost, double[] censored, double[] lostRows, double[] censoredRows) {

  /** Whole times up to here are counted: days of 179 years. */
  private static final int MOST_COUNTED = 1 << 16;

  /** Rows with a time, a fate and a weight. */
  interface Rows {
    int size();

    double time(int row);

    boolean lost(int row);

    double weight(int row);

    boolean weighted();
  }

  static ExitCounts of(Rows rows, Workers workers) {
    int largest = largestWhole(rows);
    if (largest >= 0) {
      return counted(rows, largest, workers);
    }
    return rows.weighted() ? sortedWithWeights(rows) : sorted(rows, workers);
  }

  /** Returns the largest time if all are whole and few enough to count, or else -1. */
  private static int largestWhole(Rows rows) {
    int largest = 0;
    for (int row = 0; row < rows.size(); row++) {
      double time = rows.time(row);
      int whole = (int) time;
      if (whole != time || whole > MOST_COUNTED) {
        return -1;
      }
      largest = Math.max(largest, whole);
    }
    return largest;
  }

  private static ExitCounts counted(Rows rows, int largest, Workers workers) {
    if (rows.weighted()) {
      return countedWithWeights(rows, largest);
    }
    int[][] lost = new int[workers.count()][largest + 1];
    int[][] censored = new int[workers.count()][largest + 1];
    workers.run(worker -> count(rows, worker, workers.count(), lost[worker], censored[worker]));
    double[] allLost = sums(lost);
    double[] allCensored = sums(censored);
    return whole(allLost, allCensored, allLost, allCensored);
  }

  private static void count(Rows rows, int worker, int workers, int[] lost, int[] censored) {
    int end = (int) ((long) rows.size() * (worker + 1) / workers);
    for (int row = (int) ((long) rows.size() * worker / workers); row < end; row++) {
      int[] counts = rows.lost(row) ? lost : censored;
      counts[(int) rows.time(row)]++;
    }
  }

  private static double[] sums(int[][] counts) {
    double[] sums = new double[counts[0].length];
    for (int[] part : counts) {
      for (int time = 0; time < sums.length; time++) {
        sums[time] += part[time];
      }
    }
    return sums;
  }

  /** In the order of the rows, as sums of weights hang on it. */
  private static ExitCounts countedWithWeights(Rows rows, int largest) {
    double[][] sums = new double[4][largest + 1];
    for (int row = 0; row < rows.size(); row++) {
      int time = (int) rows.time(row);
      int kind = rows.lost(row) ? 0 : 1;
      sums[kind][time] += rows.weight(row);
      sums[kind + 2][time]++;
    }
    return whole(sums[0], sums[1], sums[2], sums[3]);
  }

  private static ExitCounts whole(
      double[] lost, double[] censored, double[] lostRows, double[] censoredRows) {
    int distinct = 0;
    double[] times = new double[lost.length];
    for (int time = 0; time < lost.length; time++) {
      if (lostRows[time] + censoredRows[time] > 0) {
        times[distinct] = time;
        lost[distinct] = lost[time];
        censored[distinct] = censored[time];
        lostRows[distinct] = lostRows[time];
        censoredRows[distinct] = censoredRows[time];
        distinct++;
      }
    }
    return cut(distinct, times, lost, censored, lostRows, censoredRows);
  }

  private static ExitCounts cut(
      int size,
      double[] time,
      double[] lost,
      double[] censored,
      double[] lostRows,
      double[] censoredRows) {
    double[] cutLost = Arrays.copyOf(lost, size);
    double[] cutCensored = Arrays.copyOf(censored, size);
    return new ExitCounts(
        Arrays.copyOf(time, size),
        cutLost,
        cutCensored,
        lost == lostRows ? cutLost : Arrays.copyOf(lostRows, size),
        censored == censoredRows ? cutCensored : Arrays.copyOf(censoredRows, size));
  }

  /** The bits of a double of 0 or more are in its order; the last bit puts losses first. */
  private static long key(Rows rows, int row) {
    return Double.doubleToRawLongBits(rows.time(row) + 0.0) << 1 | (rows.lost(row) ? 0 : 1);
  }

  private static ExitCounts sorted(Rows rows, Workers workers) {
    long[] unsorted = new long[rows.size()];
    for (int row = 0; row < unsorted.length; row++) {
      unsorted[row] = key(rows, row);
    }
    long[] keys = RadixSort.sort(unsorted, workers);
    int distinct = keys.length == 0 ? 0 : 1;
    for (int i = 1; i < keys.length; i++) {
      distinct += keys[i] >>> 1 == keys[i - 1] >>> 1 ? 0 : 1;
    }
    double[] time = new double[distinct];
    double[] lost = new double[distinct];
    double[] censored = new double[distinct];
    int at = -1;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] >>> 1 != keys[i - 1] >>> 1) {
        at++;
        time[at] = Double.longBitsToDouble(keys[i] >>> 1);
      }
      double[] counts = (keys[i] & 1) == 0 ? lost : censored;
      counts[at]++;
    }
    return new ExitCounts(time, lost, censored, lost, censored);
  }

  private static ExitCounts sortedWithWeights(Rows rows) {
    int[] high = new int[rows.size()];
    int[] low = new int[rows.size()];
    for (int row = 0; row < high.length; row++) {
      long bits = Double.doubleToRawLongBits(rows.time(row) + 0.0);
      high[row] = (int) (bits >>> Integer.SIZE);
      low[row] = (int) bits;
    }
    int[] order = RadixOrder.of(high.length, high, low);
    double[][] sums = new double[4][order.length];
    double[] time = new double[order.length];
    int at = -1;
    for (int row : order) {
      if (at < 0 || rows.time(row) != time[at]) {
        at++;
        time[at] = rows.time(row);
      }
      int kind = rows.lost(row) ? 0 : 1;
      sums[kind][at] += rows.weight(row);
      sums[kind + 2][at]++;
    }
    return cut(at + 1, time, sums[0], sums[1], sums[2], sums[3]);
  }
}
