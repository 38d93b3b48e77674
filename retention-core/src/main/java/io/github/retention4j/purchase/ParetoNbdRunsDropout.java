package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogSum;

/**
 * The odds that a customer whose rates change from run to run left between its last purchase and
 * the end of observation.
 *
 * <p>In a run the clocks A and B of both processes are straight lines, and so is A as a function of
 * B. The odds that the customer left in the run are therefore those of {@link ParetoNbdDropout} in
 * time B with {@code alpha' = (alpha + A) dB / dA} and {@code beta' = beta + B} at its begin, moved
 * from its end to the end of observation by
 *
 * <pre>{@code
 * ((alpha + A(T)) / (alpha + A))^m ((beta + B(T)) / (beta + B))^s,   m = r + x
 * }</pre>
 *
 * <p>They hang on alpha + A and dA by their ratio alone, and on beta + B and dB likewise. In a
 * short run they are, with p and q the shares of {@link ParetoNbdShortRun} and both clocks in the
 * middle of the run,
 *
 * <pre>{@code
 * s q ((alpha + A(T)) / (alpha + A))^m ((beta + B(T)) / (beta + B))^s * its integral of m and s + 1
 * }</pre>
 */
final class ParetoNbdRunsDropout {

  private final double m;
  private final ProcessClock purchase;
  private final double s;
  private final ProcessClock attrition;

  /** ln of the odds of all runs; minus infinity where there is no time to leave in. */
  final double logOdds;

  /** For each run the chance that the customer left in it. */
  final double[] chance;

  /** The chance that it has not left. */
  final double stays;

  /** For each run the derivatives of ln odds by ln(alpha + A) and ln(beta + B) at its begin. */
  final double[] byLogAlpha;

  final double[] byLogBeta;

  /** For each run the derivatives of ln odds by m and s. */
  final double[] byM;

  final double[] byS;

  /** For each run the logarithm of its odds, but for the factor. */
  private final double[] logs;

  private final ParetoNbdShortRun shortRun = new ParetoNbdShortRun();
  private final ParetoNbdDropout dropout = new ParetoNbdDropout();

  /** Runs before {@code firstOpen} are those before the last purchase. */
  ParetoNbdRunsDropout(
      double m, ProcessClock purchase, double s, ProcessClock attrition, int firstOpen) {
    this.m = m;
    this.purchase = purchase;
    this.s = s;
    this.attrition = attrition;
    int runs = purchase.runs();
    byLogAlpha = new double[runs];
    byLogBeta = new double[runs];
    byM = new double[runs];
    byS = new double[runs];
    logs = new double[runs];
    chance = new double[runs];
    double highest = -Double.MAX_VALUE;
    for (int run = firstOpen; run < runs; run++) {
      chance[run] = factorOf(run);
      highest = Math.max(highest, logs[run]);
    }
    double sum = 0;
    for (int run = firstOpen; run < runs; run++) {
      chance[run] *= Math.exp(logs[run] - highest);
      sum += chance[run];
    }
    logOdds = sum > 0 ? highest + Math.log(sum) : Double.NEGATIVE_INFINITY;
    stays = Math.exp(-LogSum.log1pExp(logOdds));
    double leavesPerSum = sum > 0 ? Math.exp(-LogSum.log1pExp(-logOdds)) / sum : 0;
    for (int run = firstOpen; run < runs; run++) {
      chance[run] *= leavesPerSum;
    }
  }

  /** The factor of the odds of a run; sets their logarithm and its derivatives. */
  private double factorOf(int run) {
    double p = purchase.halfShare(run);
    double q = attrition.halfShare(run);
    if (ParetoNbdShortRun.isShort(m, p, s + 1, q)) {
      return s * setShort(run, p, q);
    }
    setLong(run);
    return 1;
  }

  private double setShort(int run, double p, double q) {
    shortRun.at(m, p, s + 1, q);
    double logAlpha = purchase.logRatioOfMiddle(run);
    double logBeta = attrition.logRatioOfMiddle(run);
    logs[run] = m * logAlpha + s * logBeta;
    byM[run] = logAlpha - shortRun.meanLogP();
    byS[run] = 1 / s + logBeta - shortRun.meanLogQ();
    byLogAlpha[run] = p * (1 - p) * m * (shortRun.meanByP() - 1 / (1 + p));
    byLogBeta[run] = (1 - q) * (q * ((s + 1) * shortRun.meanByQ() - s / (1 + q)) - 1);
    return q * shortRun.integral();
  }

  private void setLong(int run) {
    double alpha = purchase.before(run) * (attrition.gain(run) / purchase.gain(run));
    double beta = attrition.before(run);
    dropout.at(m, alpha, s, beta, 0, attrition.gain(run));
    logs[run] = dropout.logOdds + m * purchase.logRatio(run) + s * attrition.logRatio(run);
    byLogAlpha[run] = alpha * dropout.byAlpha;
    byLogBeta[run] = beta * dropout.byBeta;
    byM[run] = dropout.byR + purchase.logRatio(run);
    byS[run] = dropout.byS + attrition.logRatio(run);
  }

  /** The mean of slopes, each counted by the chance that the customer left in its run. */
  double mean(double[] slopes) {
    double sum = 0;
    for (int run = 0; run < chance.length; run++) {
      sum += chance[run] * slopes[run];
    }
    return sum;
  }
}
