package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogSum;

/**
 * The log-likelihood of one history whose rates change from run to run, but for the factors of the
 * days of its purchases, and its derivatives.
 */
final class ParetoNbdRunsLikelihood {

  private final Rising rising;
  private final double s;
  private final ProcessClock purchase;
  private final ProcessClock attrition;
  private final ParetoNbdRunsDropout dropout;
  private final int firstOpen;

  /** Runs before {@code firstOpen} are those before the last purchase. */
  ParetoNbdRunsLikelihood(
      Rising rising, double alpha, double s, double beta, RateRuns runs, int firstOpen) {
    this.rising = rising;
    this.s = s;
    this.firstOpen = firstOpen;
    this.purchase = new ProcessClock(alpha, runs.purchase, runs.length);
    this.attrition = new ProcessClock(beta, runs.attrition, runs.length);
    this.dropout = new ParetoNbdRunsDropout(m(), purchase, s, attrition, firstOpen);
  }

  private double m() {
    return rising.r() + rising.x();
  }

  private double logAlpha() {
    return Math.log1p(purchase.total() / purchase.origin());
  }

  private double logBeta() {
    return Math.log1p(attrition.total() / attrition.origin());
  }

  double value() {
    return rising.log()
        - rising.r() * logAlpha()
        - rising.x() * Math.log(purchase.end())
        - s * logBeta()
        + LogSum.log1pExp(dropout.logOdds);
  }

  /** ln of the odds that the customer has left. */
  double logOdds() {
    return dropout.logOdds;
  }

  /** alpha + A(T). */
  double alphaAtEnd() {
    return purchase.end();
  }

  /** beta + B(T). */
  double betaAtEnd() {
    return attrition.end();
  }

  double byR() {
    return rising.slope() - logAlpha() + dropout.mean(dropout.byM);
  }

  double byAlpha() {
    double ifStays =
        (rising.r() * purchase.total() / purchase.origin() - rising.x()) / purchase.end();
    return ifStays + byOrigin(purchase, m(), dropout.byLogAlpha);
  }

  double byS() {
    return -logBeta() + dropout.mean(dropout.byS);
  }

  double byBeta() {
    double ifStays = s * attrition.total() / attrition.origin() / attrition.end();
    return ifStays + byOrigin(attrition, s, dropout.byLogBeta);
  }

  /** For each run the derivative by the logarithm of its factor of purchase. */
  double[] byPurchase() {
    return byFactors(purchase, m(), dropout.byLogAlpha);
  }

  /** For each run the derivative by the logarithm of its factor of leaving. */
  double[] byAttrition() {
    return byFactors(attrition, s, dropout.byLogBeta);
  }

  private double byOrigin(ProcessClock clock, double power, double[] byLogBefore) {
    double sum = 0;
    for (int run = firstOpen; run < byLogBefore.length; run++) {
      sum += byOrigin(clock, power, byLogBefore, run);
    }
    return sum;
  }

  private double byOrigin(ProcessClock clock, double power, double[] byLogBefore, int run) {
    return dropout.chance[run]
        * (byLogBefore[run] / clock.before(run) + power * clock.logRatioByOrigin(run));
  }

  /** What passes in a run moves the origin of the runs after it and the end of those before it. */
  private double[] byFactors(ProcessClock clock, double power, double[] byLogBefore) {
    double[] slopes = new double[byLogBefore.length];
    double perEnd = power / clock.end();
    double byOriginOfLater = 0;
    double notLeftBefore = dropout.stays;
    for (int run = slopes.length - 1; run >= firstOpen; run--) {
      double chance = dropout.chance[run];
      notLeftBefore += chance;
      double byOwnEnd = chance * power * clock.logRatioByOrigin(run);
      double byGain = byOriginOfLater + byOwnEnd - notLeftBefore * perEnd;
      double byOwnBegin = chance * byLogBefore[run];
      slopes[run] = clock.gain(run) * byGain - byOwnBegin;
      byOriginOfLater += byOwnBegin / clock.before(run) + byOwnEnd;
    }
    for (int run = 0; run < firstOpen; run++) {
      slopes[run] = clock.gain(run) * (byOriginOfLater - notLeftBefore * perEnd);
    }
    return slopes;
  }
}
