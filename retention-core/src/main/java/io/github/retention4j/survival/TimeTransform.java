package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.RadixOrder;

/** On what scale of time a coefficient is asked whether it changes. */
public enum TimeTransform {
  /**
   * One less the share of all still there just before the time, after Kaplan and Meier: from 0 to
   * 1, and hardly moved by a few that stay very long. Strata and weights do not count.
   */
  KAPLAN_MEIER,
  /** The time as it is. */
  IDENTITY,
  /** The rank of the time among those of all rows; of rows at the same time the mean rank. */
  RANK,
  /** The natural logarithm of the time. */
  LOG;

  /**
   * Returns the scale at each row.
   *
   * @param event whether a row left for the reason asked about
   */
  double[] of(LifetimeSample sample, boolean[] event) {
    return switch (this) {
      case KAPLAN_MEIER -> kaplanMeier(sample, event);
      case RANK -> rank(sample);
      case IDENTITY, LOG -> plain(sample, event);
    };
  }

  private double[] plain(LifetimeSample sample, boolean[] event) {
    double[] scale = new double[sample.rows()];
    for (int row = 0; row < scale.length; row++) {
      double time = sample.duration(row);
      if (this == LOG && event[row] && time == 0) {
        throw new IllegalArgumentException(
            "duration (0) of row " + (row + 1) + " must be over 0 for the logarithm");
      }
      scale[row] = this == LOG ? Math.log(time) : time;
    }
    return scale;
  }

  private static int[] byTime(LifetimeSample sample, boolean entries) {
    int[] high = new int[sample.rows()];
    int[] low = new int[sample.rows()];
    for (int row = 0; row < high.length; row++) {
      double time = entries ? sample.entry(row) : sample.duration(row);
      long bits = Double.doubleToRawLongBits(time + 0.0);
      high[row] = (int) (bits >>> Integer.SIZE);
      low[row] = (int) bits;
    }
    return RadixOrder.of(high.length, high, low);
  }

  private static int endOfTie(LifetimeSample sample, int[] order, int from) {
    int end = from;
    while (end < order.length && sample.duration(order[end]) == sample.duration(order[from])) {
      end++;
    }
    return end;
  }

  private static double[] rank(LifetimeSample sample) {
    int[] order = byTime(sample, false);
    double[] rank = new double[order.length];
    for (int from = 0; from < order.length; ) {
      int end = endOfTie(sample, order, from);
      double mean = (from + 1 + end) / 2.0;
      for (; from < end; from++) {
        rank[order[from]] = mean;
      }
    }
    return rank;
  }

  private static double[] kaplanMeier(LifetimeSample sample, boolean[] event) {
    int[] order = byTime(sample, false);
    int[] entering = byTime(sample, true);
    double[] lost = new double[order.length];
    double survival = 1;
    int entered = 0;
    for (int from = 0; from < order.length; ) {
      int end = endOfTie(sample, order, from);
      double time = sample.duration(order[from]);
      entered = sample.hasEntries() ? entered(sample, entering, entered, time) : order.length;
      int left = 0;
      for (int i = from; i < end; i++) {
        lost[order[i]] = 1 - survival;
        left += event[order[i]] ? 1 : 0;
      }
      survival *= 1 - (double) left / (entered - from);
      from = end;
    }
    return lost;
  }

  private static int entered(LifetimeSample sample, int[] entering, int from, double time) {
    int entered = from;
    while (entered < entering.length && sample.entry(entering[entered]) < time) {
      entered++;
    }
    return entered;
  }
}
