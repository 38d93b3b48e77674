package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Quadrature;

/**
 * How many purchases a new customer makes in some time: those of a customer who stays, and an
 * integral over the time at which it leaves.
 */
record GgomNbdCounts(double r, double alpha, GgomNbdLifetime lifetime) {

  double logProbability(long n, double t) {
    if (n == 0) {
      return logNone(t);
    }
    if (t == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double ways = -Math.log((double) n) - LogBeta.logBeta((double) n, r);
    double stays = logBought(n, t) + lifetime.logStays(t);
    return Math.min(0, ways + LogSum.of(stays, logLeaves(n, t)));
  }

  private double logBought(long n, double tau) {
    return -r * Math.log1p(tau / alpha) - (double) n * Math.log1p(alpha / tau);
  }

  /**
   * Integrates over the log-odds of tau in t. The search starts where so many purchases are most
   * probable, as the hazard may make a second, lower peak.
   */
  private double logLeaves(long n, double t) {
    double usual = alpha * (double) n / r;
    return Quadrature.overLine(
            u -> {
              double logPart = -LogSum.log1pExp(-u);
              return logLeaving(n, t * Math.exp(logPart)) + logPart - LogSum.log1pExp(u);
            },
            usual < t / 2 ? Math.log(usual / (t - usual)) : 0)
        + Math.log(t);
  }

  private double logLeaving(long n, double tau) {
    double growth = lifetime.growth(tau);
    return logBought(n, tau)
        - lifetime.s() * lifetime.exposure(tau, growth)
        + Math.log(lifetime.s() * lifetime.b() * lifetime.steepness(growth));
  }

  /**
   * The chance of no purchase, near 1 by way of its complement: a first purchase at tau by a
   * customer who has not left.
   */
  double logNone(double t) {
    double logSome =
        Math.log(r / alpha) + GgomNbdIntegral.ofStaying(lifetime, alpha, r + 1).logOver(t);
    if (logSome < -1) {
      return Math.log1p(-Math.exp(logSome));
    }
    double stays = lifetime.logStays(t) - r * Math.log1p(t / alpha);
    return LogSum.of(stays, GgomNbdIntegral.ofLeaving(lifetime, alpha, r).logOver(t));
  }
}
