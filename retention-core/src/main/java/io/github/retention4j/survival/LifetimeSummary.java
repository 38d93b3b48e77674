package io.github.retention4j.survival;

/**
 * What a search for the maximum of a likelihood needs to know of a sample before it starts.
 *
 * @param observations how many customers the rows stand for
 * @param events how many of them left
 * @param exposure the time that they were seen
 * @param exposureOfLeavers the same of those who left
 * @param logMean the mean logarithm of the times of leaving over 0
 * @param logSpread its standard deviation, not under a tenth
 * @param lastTime the longest time
 */
record LifetimeSummary(
    double observations,
    double events,
    double exposure,
    double exposureOfLeavers,
    double logMean,
    double logSpread,
    double lastTime) {

  private static final double LEAST_SPREAD = 0.1;

  static LifetimeSummary of(LifetimeSample sample) {
    double[] sums = new double[7];
    double lastTime = 0;
    for (int row = 0; row < sample.rows(); row++) {
      add(sample, row, sums);
      lastTime = Math.max(lastTime, sample.duration(row));
    }
    double mean = sums[4] == 0 ? 0 : sums[5] / sums[4];
    double variance = sums[4] == 0 ? 0 : sums[6] / sums[4] - mean * mean;
    double spread = Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, variance)));
    return new LifetimeSummary(sums[0], sums[1], sums[2], sums[3], mean, spread, lastTime);
  }

  private static void add(LifetimeSample sample, int row, double[] sums) {
    double weight = sample.weight(row);
    double seen = weight * (sample.duration(row) - sample.entry(row));
    sums[0] += weight;
    sums[2] += seen;
    if (sample.left(row)) {
      sums[1] += weight;
      sums[3] += seen;
    }
    if (sample.left(row) && sample.duration(row) > 0) {
      double log = Math.log(sample.duration(row));
      sums[4] += weight;
      sums[5] += weight * log;
      sums[6] += weight * log * log;
    }
  }

  /** The same where those still active are left out. */
  LifetimeSummary leaversAlone() {
    return new LifetimeSummary(
        events, events, exposureOfLeavers, exposureOfLeavers, logMean, logSpread, lastTime);
  }

  /** For how many customers the sample counts in criteria. */
  long customers() {
    return Math.max(1, Math.round(observations));
  }
}
