package io.github.retention4j.survival;

/**
 * The inverse of the chance that a customer is seen for so long, by Kaplan and Meier of the ends of
 * rows still active; losses of the same time come first.
 */
final class CensoringWeights {

  private final LifetimeSample sample;
  private final RiskTable table;
  private final double[] seen;

  private CensoringWeights(LifetimeSample sample, RiskTable table, double[] seen) {
    this.sample = sample;
    this.table = table;
    this.seen = seen;
  }

  static CensoringWeights of(LifetimeSample sample, RiskTable table) {
    double[] seen = new double[table.size()];
    double product = 1;
    for (int step = 0; step < seen.length; step++) {
      if (table.censored()[step] > 0) {
        product *= Math.max(0, 1 - table.censored()[step] / table.spared(step));
      }
      seen[step] = product;
    }
    return new CensoringWeights(sample, table, seen);
  }

  /** Returns the weight of a row at a time before the longest lifetime. */
  double at(int row, double time) {
    double duration = sample.duration(row);
    if (duration > time) {
      return 1 / before(table.firstFrom(Math.nextUp(time)));
    }
    return sample.left(row) ? 1 / before(table.firstFrom(duration)) : 0;
  }

  private double before(int step) {
    return step == 0 ? 1 : seen[step - 1];
  }
}
