package io.github.retention4j.cohort;

import java.util.Arrays;

/** The size of the cohort of each period of an axis and its counts by column. */
final class CountTable {

  private static final int[] NONE = {};

  private final Tally tally;
  private final int[] sizes;
  private final int[][] counts;

  CountTable(Tally tally, int axisSize) {
    this.tally = tally;
    this.sizes = new int[axisSize];
    this.counts = new int[axisSize][];
    Arrays.fill(counts, NONE);
  }

  int periods() {
    return sizes.length;
  }

  int size(int period) {
    return sizes[period];
  }

  int[] counts(int period) {
    return counts[period];
  }

  /** Adds a member to the cohort of a period and returns where to count it. */
  int[] enter(int period) {
    if (sizes[period]++ == 0) {
      counts[period] = new int[tally.columns(sizes.length - period)];
    }
    return counts[period];
  }

  /** Sets the cohort of a period. */
  void put(int period, int size, int[] countsOfCohort) {
    sizes[period] = size;
    counts[period] = countsOfCohort;
  }

  void add(CountTable other) {
    for (int period = 0; period < sizes.length; period++) {
      if (sizes[period] == 0) {
        counts[period] = other.counts[period];
      } else if (other.sizes[period] > 0) {
        addTo(counts[period], other.counts[period]);
      }
      sizes[period] += other.sizes[period];
    }
  }

  static void addTo(int[] sums, int[] more) {
    for (int column = 0; column < more.length; column++) {
      sums[column] += more[column];
    }
  }

  void finish() {
    for (int[] row : counts) {
      tally.finish(row);
    }
  }
}
