package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Quadrature;
import java.util.function.DoubleUnaryOperator;

/**
 * How many purchases a new customer makes in some time (Fader and Hardie 2005, equation 16): those
 * of a customer who stays, and an integral over the time at which it leaves.
 */
final class ParetoNbdCounts {

  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;

  ParetoNbdCounts(double r, double alpha, double s, double beta) {
    this.r = r;
    this.alpha = alpha;
    this.s = s;
    this.beta = beta;
  }

  double logProbability(long n, double t) {
    return n == 0 ? logNone(t) : logProbability(n, t, tau -> 0, tau -> 0);
  }

  /**
   * The same for n over 0, where customers count by a weight that hangs on how they stay, or when
   * they leave.
   */
  double logProbability(
      long n, double t, DoubleUnaryOperator logIfStaying, DoubleUnaryOperator logIfLeaving) {
    if (t == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double ways = -Math.log((double) n) - LogBeta.logBeta((double) n, r);
    double stays =
        ways + logBought(n, t) - s * Math.log1p(t / beta) + logIfStaying.applyAsDouble(t);
    double leaves =
        ways
            + Quadrature.between(tau -> logLeaving(n, tau) + logIfLeaving.applyAsDouble(tau), 0, t);
    return Math.min(0, LogSum.of(stays, leaves));
  }

  private double logLeaving(long n, double tau) {
    return logBought(n, tau) - s * Math.log1p(tau / beta) + Math.log(s / (beta + tau));
  }

  private double logBought(long n, double tau) {
    return -r * Math.log1p(tau / alpha) - (double) n * Math.log1p(alpha / tau);
  }

  /**
   * The chance of no purchase, near 1 by way of its complement: a first purchase at tau by a
   * customer who has not left.
   */
  double logNone(double t) {
    ParetoNbdDropout integral = new ParetoNbdDropout();
    integral.at(s, beta, r, alpha, 0, t);
    double some = r * Math.exp(integral.logIntegral);
    if (some < 0.5) {
      return Math.log1p(-some);
    }
    integral.at(r, alpha, s, beta, 0, t);
    double stays = -r * Math.log1p(t / alpha) - s * Math.log1p(t / beta);
    return LogSum.of(stays, Math.log(s) + integral.logIntegral);
  }
}
