package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogSum;
import java.util.Arrays;

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
 * <p>They hang on alpha + A and dA by their ratio alone, and on beta + B and dB likewise.
 */
final class ParetoNbdRunsDropout {

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

  /** Runs before {@code firstOpen} are those before the last purchase. */
  ParetoNbdRunsDropout(
      double m, ProcessClock purchase, double s, ProcessClock attrition, int firstOpen) {
    int runs = purchase.runs();
    byLogAlpha = new double[runs];
    byLogBeta = new double[runs];
    byM = new double[runs];
    byS = new double[runs];
    double[] logs = new double[runs - firstOpen];
    ParetoNbdDropout dropout = new ParetoNbdDropout();
    for (int run = firstOpen; run < runs; run++) {
      double alpha = purchase.before(run) * (attrition.gain(run) / purchase.gain(run));
      double beta = attrition.before(run);
      dropout.at(m, alpha, s, beta, 0, attrition.gain(run));
      logs[run - firstOpen] =
          dropout.logOdds + m * purchase.logRatio(run) + s * attrition.logRatio(run);
      byLogAlpha[run] = alpha * dropout.byAlpha;
      byLogBeta[run] = beta * dropout.byBeta;
      byM[run] = dropout.byR + purchase.logRatio(run);
      byS[run] = dropout.byS + attrition.logRatio(run);
    }
    logOdds = LogSum.of(logs);
    double logAll = LogSum.log1pExp(logOdds);
    stays = Math.exp(-logAll);
    chance = new double[runs];
    Arrays.setAll(chance, run -> run < firstOpen ? 0 : Math.exp(logs[run - firstOpen] - logAll));
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
