package io.github.retention4j.purchase;

import io.github.retention4j.time.TimeScale;
import org.jspecify.annotations.Nullable;

/** A column of lengths of time: whole days where they are, else numbers in a unit. */
final class Durations {

  /** Times that papers print in weeks to eight digits are whole days to within this many days. */
  private static final double WHOLE_DAY_SLACK = 1e-5;

  private final int @Nullable [] days;
  private final double[] times;
  private final TimeScale unit;

  private Durations(int @Nullable [] days, double[] times, TimeScale unit) {
    this.days = days;
    this.times = times;
    this.unit = unit;
  }

  static Durations ofDays(int[] days) {
    return new Durations(days, new double[0], TimeScale.DAY);
  }

  static Durations of(double[] times, TimeScale unit) {
    return new Durations(null, times, unit);
  }

  /** Tells whether times in a unit are whole days but for rounding. */
  static boolean areWholeDays(double[] times, TimeScale unit) {
    for (double time : times) {
      double days = time * unit.days();
      if (!(Math.abs(days) < Integer.MAX_VALUE
          && Math.abs(days - Math.rint(days)) <= WHOLE_DAY_SLACK)) {
        return false;
      }
    }
    return true;
  }

  static Durations toWholeDays(double[] times, TimeScale unit) {
    int[] days = new int[times.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = (int) Math.rint(times[i] * unit.days());
    }
    return ofDays(days);
  }

  boolean areWholeDays() {
    return days != null;
  }

  /** Returns a length in whole days; only where all are whole days. */
  int days(int row) {
    return allDays()[row];
  }

  /** Returns the column itself; only where all are whole days. */
  int[] allDays() {
    if (days == null) {
      throw new IllegalStateException("durations in " + unit + " must be whole days");
    }
    return days;
  }

  double in(TimeScale scale, int row) {
    return days == null ? times[row] * unit.lengthIn(scale) : scale.ofDays(days[row]);
  }
}
