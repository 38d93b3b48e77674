package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogGamma;
import io.github.retention4j.internal.numeric.LogSum;

/**
 * The likelihood of one history and its derivatives, with time counted from the last purchase on,
 * where a customer is known to have stayed: of a customer who is still there, and an integral over
 * the time at which it left.
 */
final class GgomNbdLikelihood {

  /** What depends on x and r alone: ln Gamma(r + x) - ln Gamma(r) and its derivative by r. */
  record Rising(double r, double x, double log, double slope) {

    static Rising of(double r, double x) {
      return new Rising(r, x, LogGamma.logRising(r, x), LogGamma.digammaDifference(r, x));
    }
  }

  private final Rising rising;
  private final double alpha;
  private final GgomNbdLifetime lifetime;
  private final double recency;
  private final double age;
  private final double power;
  private final GgomNbdLifetime rest;
  private final GgomNbdIntegral leaving;
  private final double logStays;
  private final double logLeaves;

  GgomNbdLikelihood(
      Rising rising, double alpha, GgomNbdLifetime lifetime, double recency, double age) {
    this.rising = rising;
    this.alpha = alpha;
    this.lifetime = lifetime;
    this.recency = recency;
    this.age = age;
    power = rising.r + rising.x;
    rest = lifetime.after(recency);
    leaving = GgomNbdIntegral.ofLeaving(rest, alpha + recency, power);
    double length = age - recency;
    logLeaves = leaving.logOver(length);
    logStays = rest.logStays(length) - power * Math.log1p(length / (alpha + recency));
  }

  double log() {
    return rising.log
        - rising.r * Math.log1p(recency / alpha)
        - rising.x * Math.log(alpha + recency)
        + lifetime.logStays(recency)
        + LogSum.of(logStays, logLeaves);
  }

  /** ln P(alive). */
  double logAlive() {
    return -LogSum.log1pExp(logLeaves - logStays);
  }

  /** Adds the derivatives by r, alpha, b, s and beta from {@code sums[1]} on. */
  void addSlopes(double[] sums, double weight) {
    double alive = Math.exp(logAlive());
    sums[1] += weight * (rising.slope - Math.log1p(recency / alpha));
    sums[2] += weight * (rising.r / alpha);
    sums[4] -= weight * lifetime.exposure(recency);
    addStaying(sums, weight * alive);
    if (alive < 1) {
      addLeaving(sums, weight * Math.exp(logAlive() + logLeaves - logStays));
    }
  }

  private void addStaying(double[] sums, double share) {
    double length = age - recency;
    double growth = lifetime.growth(age);
    double steepness = lifetime.steepness(growth);
    sums[1] -= share * Math.log1p(length / (alpha + recency));
    sums[2] -= share * power / (alpha + age);
    sums[3] -= share * lifetime.s() * age * steepness;
    sums[4] -= share * rest.exposure(length);
    sums[5] += share * lifetime.s() * (growth / (lifetime.beta() + growth)) / lifetime.beta();
  }

  private void addLeaving(double[] sums, double share) {
    double s = lifetime.s();
    double b = lifetime.b();
    double steepness = leaving.meanSteepness();
    double timeSteepness = recency * steepness + leaving.meanTimeSteepness();
    // (1 - e^(-b tau)) times the steepness at tau, tau counted from the first purchase.
    double grown =
        -Math.expm1(-b * recency) * steepness + Math.exp(-b * recency) * leaving.meanGrowthShare();
    sums[1] -= share * leaving.meanLogTime();
    sums[2] -= share * power * leaving.meanInverseTime();
    sums[3] += share * (1 / b + recency + leaving.meanTime() - (s + 1) * timeSteepness);
    sums[4] += share * (1 / s - leaving.meanExposure());
    sums[5] += share * ((s + 1) * grown - 1) / lifetime.beta();
  }
}
