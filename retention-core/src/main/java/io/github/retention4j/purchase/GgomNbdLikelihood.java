package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogSum;

/**
 * The likelihood of one history and its derivatives, with time counted from the last purchase on,
 * where a customer is known to have stayed: of a customer who is still there, and an integral over
 * the time at which it left.
 */
final class GgomNbdLikelihood {

  private final Rising rising;
  private final double alpha;
  private final GgomNbdLifetime lifetime;
  private final double recency;
  private final double age;
  private final double power;
  private final GgomNbdIntegral leaving;

  /** ln(1 + t_x / alpha), and the same from there on: ln((alpha + T) / (alpha + t_x)). */
  private final double logRecency;

  private final double logRest;

  /** L(t_x), and L of the time since for customers who stayed so long. */
  private final double exposure;

  private final double exposureOfRest;

  private final double logOddsOfLeaving;

  /** The logarithm of staying to the end, or of leaving before, without purchases after t_x. */
  private final double logEither;

  GgomNbdLikelihood(
      Rising rising, double alpha, GgomNbdLifetime lifetime, double recency, double age) {
    this.rising = rising;
    this.alpha = alpha;
    this.lifetime = lifetime;
    this.recency = recency;
    this.age = age;
    power = rising.r() + rising.x();
    double length = age - recency;
    GgomNbdLifetime rest = lifetime.after(recency);
    leaving = GgomNbdIntegral.ofLeaving(rest, alpha + recency, power);
    logRecency = Math.log1p(recency / alpha);
    logRest = Math.log1p(length / (alpha + recency));
    exposure = lifetime.exposure(recency);
    exposureOfRest = rest.exposure(length);
    double logStays = -lifetime.s() * exposureOfRest - power * logRest;
    double logLeaves = leaving.logOver(length);
    // So long after the last purchase that staying is no chance at all.
    logOddsOfLeaving =
        logStays == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : logLeaves - logStays;
    logEither = Math.max(logLeaves, logStays) + LogSum.log1pExp(-Math.abs(logOddsOfLeaving));
  }

  double log() {
    return rising.log()
        - rising.r() * logRecency
        - rising.x() * Math.log(alpha + recency)
        - lifetime.s() * exposure
        + logEither;
  }

  /** ln P(alive). */
  double logAlive() {
    return -LogSum.log1pExp(logOddsOfLeaving);
  }

  /** Adds the derivatives by r, alpha, b, s and beta from {@code sums[1]} on. */
  void addSlopes(double[] sums, double weight) {
    double odds = Math.exp(-Math.abs(logOddsOfLeaving));
    double less = odds / (1 + odds);
    double left = logOddsOfLeaving > 0 ? 1 / (1 + odds) : less;
    double alive = logOddsOfLeaving > 0 ? less : 1 / (1 + odds);
    sums[1] += weight * (rising.slope() - logRecency);
    sums[2] += weight * (rising.r() / alpha);
    sums[4] -= weight * exposure;
    addStaying(sums, weight * alive);
    if (left > 0) {
      addLeaving(sums, weight * left);
    }
  }

  private void addStaying(double[] sums, double share) {
    double growth = lifetime.growth(age);
    double s = lifetime.s();
    sums[1] -= share * logRest;
    sums[2] -= share * power / (alpha + age);
    sums[3] -= share * s * age * lifetime.steepness(growth);
    sums[4] -= share * exposureOfRest;
    sums[5] += share * s * (growth / (lifetime.beta() + growth)) / lifetime.beta();
  }

  private void addLeaving(double[] sums, double share) {
    double s = lifetime.s();
    double b = lifetime.b();
    double steepness = leaving.meanSteepness();
    double timeSteepness = recency * steepness + leaving.meanTimeSteepness();
    // (1 - e^(-b tau)) times the steepness at tau, tau counted from the first purchase.
    double early = Math.expm1(-b * recency);
    double grown = -early * steepness + (1 + early) * leaving.meanGrowthShare();
    sums[1] -= share * leaving.meanLogTime();
    sums[2] -= share * power * leaving.meanInverseTime();
    sums[3] += share * (1 / b + recency + leaving.meanTime() - (s + 1) * timeSteepness);
    sums[4] += share * (1 / s - leaving.meanExposure());
    sums[5] += share * ((s + 1) * grown - 1) / lifetime.beta();
  }
}
