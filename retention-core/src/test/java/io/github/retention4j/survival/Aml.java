package io.github.retention4j.survival;

import io.github.retention4j.time.TimeScale;

/** Miller (1997), Survival Analysis: remission of 23 patients, in weeks. */
final class Aml {

  static final double[] TIME = {
    9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45
  };

  static final boolean[] LEFT = {
    true, true, false, true, true, false, true, true, false, true, false, true, true, true, true,
    true, false, true, true, true, true, true, true
  };

  private Aml() {}

  static LifetimeSample sample() {
    return LifetimeSample.fromStart(TimeScale.WEEK, TIME, LEFT);
  }

  /** 1 for those without maintenance. */
  static double[] group() {
    double[] group = new double[TIME.length];
    for (int row = 11; row < group.length; row++) {
      group[row] = 1;
    }
    return group;
  }
}
