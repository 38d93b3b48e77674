package io.github.retention4j.survival;

/** What the columns of a sample must be; rows are named from 1. */
final class SampleChecks {

  private SampleChecks() {}

  static void durations(double[] durations) {
    if (durations.length == 0) {
      throw new IllegalArgumentException("durations (0) must be at least one");
    }
    for (int row = 0; row < durations.length; row++) {
      time("duration", durations[row], row);
    }
  }

  static void entries(double[] entries, double[] durations) {
    each("entries", entries.length, durations.length);
    for (int row = 0; row < entries.length; row++) {
      time("entry", entries[row], row);
      if (entries[row] >= durations[row]) {
        throw new IllegalArgumentException(
            "entry ("
                + entries[row]
                + ") of row "
                + (row + 1)
                + " must be before its end ("
                + durations[row]
                + ")");
      }
    }
  }

  static void weights(double[] weights, int rows) {
    each("weights", weights.length, rows);
    for (int row = 0; row < weights.length; row++) {
      if (!(weights[row] > 0) || weights[row] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "weight ("
                + weights[row]
                + ") of row "
                + (row + 1)
                + " must be over 0 and finite; leave out rows that stand for nobody");
      }
    }
  }

  static void each(String name, int given, int rows) {
    if (given != rows) {
      throw new IllegalArgumentException(
          name + " (" + given + ") must be as many as durations (" + rows + ")");
    }
  }

  private static void time(String name, double time, int row) {
    if (!(time >= 0) || time == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          name + " (" + time + ") of row " + (row + 1) + " must be 0 or more, and finite");
    }
  }
}
