package io.github.retention4j.purchase;

/**
 * The time that one process has gone through at the ends of runs, faster in some than in others,
 * counted from an origin such as alpha or beta.
 */
final class ProcessClock {

  private final double[] gain;
  private final double[] before;
  private final double[] rest;
  private final double origin;
  private final double total;

  ProcessClock(double origin, double[] factor, double[] length) {
    int runs = length.length;
    this.origin = origin;
    gain = new double[runs];
    before = new double[runs];
    rest = new double[runs];
    double gone = 0;
    for (int run = 0; run < runs; run++) {
      gain[run] = factor[run] * length[run];
      before[run] = origin + gone;
      gone += gain[run];
    }
    total = gone;
    double toCome = 0;
    for (int run = runs - 1; run >= 0; run--) {
      rest[run] = toCome;
      toCome += gain[run];
    }
  }

  int runs() {
    return gain.length;
  }

  double origin() {
    return origin;
  }

  /** What passes in all runs. */
  double total() {
    return total;
  }

  double end() {
    return origin + total;
  }

  /** What passes in a run. */
  double gain(int run) {
    return gain[run];
  }

  double before(int run) {
    return before[run];
  }

  private double after(int run) {
    return before[run] + gain[run];
  }

  /** ln(end / after the run). */
  double logRatio(int run) {
    return Math.log1p(rest[run] / after(run));
  }

  /** Half of what passes in a run over what the clock shows in the middle of it; under 1. */
  double halfShare(int run) {
    double half = 0.5 * gain[run];
    return half / (before[run] + half);
  }

  /** ln(end / in the middle of the run). */
  double logRatioOfMiddle(int run) {
    return Math.log(end() / (before[run] + 0.5 * gain[run]));
  }

  /** The derivative of {@link #logRatio} by the origin. */
  double logRatioByOrigin(int run) {
    return -rest[run] / (after(run) * end());
  }
}
