package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogGamma;

/**
 * Adds up the ways in which a customer with x purchases may have left before opportunity n,
 * relative to the one in which it is still there at n.
 *
 * <p>Having been there at t opportunities and then left has the likelihood
 *
 * <pre>
 * {@code B(alpha + x, beta + t - x) / B(alpha, beta) * B(gamma + 1, delta + t) / B(gamma, delta)}
 * </pre>
 *
 * <p>The walk goes down from t = n - 1; the ratio of neighbours is rational, and all terms are
 * positive. A sum that outgrows a double is held as a multiple of a power of two. Mutable.
 */
final class BgBbWalk {

  private static final double LARGE = 0x1p900;
  private static final double LOG_LARGE = 900 * 0.6931471805599453;

  private final double alpha;
  private final double beta;
  private final double gamma;
  private final double delta;
  private final double purchases;
  private final int opportunities;

  /** How many opportunities the customer of the last term was there at. */
  private int there;

  private double term;
  private double sum;
  private double alive = 1;
  private double logScale;

  // Slopes of the logarithm of the term, and the sums of terms times slopes.
  private double slopeAlpha;
  private double slopeBeta;
  private double slopeGamma;
  private double slopeDelta;
  private double sumAlpha;
  private double sumBeta;
  private double sumGamma;
  private double sumDelta;

  BgBbWalk(BgBb model, int purchases, int opportunities) {
    this.alpha = model.alpha();
    this.beta = model.beta();
    this.gamma = model.gamma();
    this.delta = model.delta();
    this.purchases = purchases;
    this.opportunities = opportunities;
    this.there = opportunities;
  }

  /** Goes on until the customer has left after its {@code recency}-th opportunity. */
  void walkTo(int recency) {
    while (there > recency) {
      step(1);
    }
  }

  /** Goes on to the earliest end, each term taken as often as purchases can lie before it. */
  void walkAllOrders() {
    while (there > purchases) {
      step((there - purchases) / there);
    }
  }

  private void step(double factor) {
    there--;
    double buysOrNot = 1 / (alpha + beta + there);
    double buysNot = 1 / (beta + (there - purchases));
    double stays = 1 / (delta + there);
    boolean first = there == opportunities - 1;
    double staysOrLeaves = first ? 0 : 1 / (gamma + delta + (there + 1.0));
    double leaves = first ? gamma : 1 / staysOrLeaves;
    term = (first ? alive : term) * factor * (buysNot / buysOrNot) * (stays * leaves);
    slopeAlpha += buysOrNot;
    slopeBeta += buysOrNot - buysNot;
    slopeGamma += first ? 1 / gamma : staysOrLeaves;
    slopeDelta += staysOrLeaves - stays;
    sum += term;
    sumAlpha += term * slopeAlpha;
    sumBeta += term * slopeBeta;
    sumGamma += term * slopeGamma;
    sumDelta += term * slopeDelta;
    if (term > LARGE) {
      rescale();
    }
  }

  private void rescale() {
    logScale += LOG_LARGE;
    alive /= LARGE;
    term /= LARGE;
    sum /= LARGE;
    sumAlpha /= LARGE;
    sumBeta /= LARGE;
    sumGamma /= LARGE;
    sumDelta /= LARGE;
  }

  /** The logarithm of 1 and the terms so far. */
  double logSum() {
    return logScale == 0 ? Math.log1p(sum) : logScale + Math.log(alive + sum);
  }

  /** The logarithm of the likelihood of a customer who is still there at n. */
  double logAlive() {
    double others = opportunities - purchases;
    return LogBeta.logRatio(alpha, beta, purchases, others)
        + LogBeta.logRatio(delta, gamma, opportunities, 0);
  }

  /** Adds a log-likelihood with its slopes, so many times. */
  void addTo(double[] sums, double weight, double logAlive, double[] slopesAlive) {
    double all = alive + sum;
    sums[0] += weight * (logAlive + logSum());
    sums[1] += weight * (slopesAlive[0] + sumAlpha / all);
    sums[2] += weight * (slopesAlive[1] + sumBeta / all);
    sums[3] += weight * (slopesAlive[2] + sumGamma / all);
    sums[4] += weight * (slopesAlive[3] + sumDelta / all);
  }

  /** The slopes of {@link #logAlive()}. */
  double[] slopesAlive() {
    double buysOrNot = LogGamma.digammaDifference(alpha + beta, opportunities);
    double staysOrLeaves = LogGamma.digammaDifference(gamma + delta, opportunities);
    return new double[] {
      LogGamma.digammaDifference(alpha, purchases) - buysOrNot,
      LogGamma.digammaDifference(beta, opportunities - purchases) - buysOrNot,
      -staysOrLeaves,
      LogGamma.digammaDifference(delta, opportunities) - staysOrLeaves
    };
  }
}
