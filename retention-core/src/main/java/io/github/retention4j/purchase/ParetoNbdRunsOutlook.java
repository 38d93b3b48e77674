package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.ExponentialIntegral;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Quadrature;

/**
 * What is expected of a customer who is there at a time from which its rates change from run to
 * run. Its rate of leaving, before the factors of the runs, has a gamma distribution of shape s and
 * rate beta.
 */
final class ParetoNbdRunsOutlook {

  private final double meanRate;
  private final double s;
  private final RateRuns runs;
  private final ProcessClock attrition;

  /**
   * Takes the customer as it is at the begin of the runs.
   *
   * @param meanRate its mean rate of purchase, before the factors of the runs
   */
  ParetoNbdRunsOutlook(double meanRate, double s, double beta, RateRuns runs) {
    this.meanRate = meanRate;
    this.s = s;
    this.runs = runs;
    this.attrition = new ProcessClock(beta, runs.attrition, runs.length);
  }

  /** The chance that it is still there at the end of the runs. */
  double staysToEnd() {
    return stays(attrition.end());
  }

  /** The chance that it is still there when the clock of leaving has come from beta to a time. */
  private double stays(double clock) {
    return Math.exp(-s * Math.log1p((clock - attrition.origin()) / attrition.origin()));
  }

  /** The expected purchases in all runs. */
  double purchases() {
    double sum = 0;
    for (int run = 0; run < runs.size(); run++) {
      double perUnit = attrition.before(run) / runs.attrition[run];
      double log = Math.log1p(attrition.gain(run) / attrition.before(run));
      sum +=
          runs.purchase[run]
              * stays(attrition.before(run))
              * perUnit
              * LogSum.powerIntegral(log, 1 - s);
    }
    return meanRate * sum;
  }

  /** The expected purchases in all runs, discounted to the begin of the first. */
  double discounted(double force) {
    double sum = 0;
    double start = 0;
    for (int run = 0; run < runs.size(); run++) {
      double scale = runs.attrition[run] / attrition.before(run);
      double logIntegral =
          Quadrature.between(t -> -force * t - s * Math.log1p(scale * t), 0, runs.length[run]);
      sum += density(run, start, force) * Math.exp(logIntegral);
      start += runs.length[run];
    }
    return meanRate * sum;
  }

  /** The same, but with the factors of the last run going on for ever; there is one. */
  double discountedForEver(double force) {
    int last = runs.size() - 1;
    double start = 0;
    for (int run = 0; run <= last; run++) {
      start += runs.length[run];
    }
    double perUnit = attrition.end() / runs.attrition[last];
    double after =
        runs.purchase[last]
            * Math.exp(-force * start)
            * staysToEnd()
            * perUnit
            * ExponentialIntegral.scaled(s, force * perUnit);
    return discounted(force) + meanRate * after;
  }

  private double density(int run, double start, double force) {
    return runs.purchase[run] * Math.exp(-force * start) * stays(attrition.before(run));
  }
}
