package io.github.retention4j.estimation;

import io.github.retention4j.internal.numeric.CompensatedSum;

/** What is read from sorted replicates. */
final class Replicates {

  private Replicates() {}

  static double mean(double[] values) {
    return CompensatedSum.of(values) / values.length;
  }

  static double squares(double[] values, double mean) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add((value - mean) * (value - mean));
    }
    return sum.value();
  }

  /** Between the order statistics, at {@code (n + 1) p} and not beyond the first and last. */
  static double quantile(double[] sorted, double p) {
    double place = Math.max(0, Math.min(sorted.length - 1, (sorted.length + 1) * p - 1));
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
