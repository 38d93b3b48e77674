package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.GaussLegendre;

/**
 * Integrals over the time tau that a customer has stayed, S its chance to stay so long:
 *
 * <pre>{@code
 * integral over tau from 0 to length of
 *     e^(-force tau) (1 + tau / alpha)^-power S(tau) [h(tau)] dtau
 * }</pre>
 *
 * <p>with the hazard h as a factor where the time of leaving is integrated over. All is positive,
 * so nothing cancels. The panels of a Gauss-Legendre rule are laid from 0 on. They are as wide as
 * the nearest singularity in the complex plane allows: tau = -alpha, and where {@code e^(b tau) = 1
 * - beta}, a real time before 0 if beta is below 1, pi / b beside the real line if it is over 1.
 * They are narrower where the integrand falls steeply, and end once the rest, which is bounded by
 * what has not fallen yet, adds nothing. The error stays below 1e-12, relatively.
 *
 * <p>Not thread-safe: holds the last result.
 */
final class GgomNbdIntegral {

  private static final int MOST_POINTS = 20;

  private static final double[][] NODES = new double[MOST_POINTS + 1][];
  private static final double[][] WEIGHTS = new double[MOST_POINTS + 1][];

  static {
    for (int points = 1; points <= MOST_POINTS; points++) {
      GaussLegendre rule = GaussLegendre.ofPoints(points);
      NODES[points] = rule.nodes();
      WEIGHTS[points] = rule.weights();
    }
  }

  /** Half width of a panel over its distance from a singularity behind it. */
  private static final double BEHIND = 1.5;

  /** The same for a singularity ahead. */
  private static final double AHEAD = 0.27;

  /** The same for a singularity beside the panel. */
  private static final double BESIDE = 0.6;

  /** The greatest half width over which the logarithm of the integrand has slope 1. */
  private static final double DEEPEST = 6;

  /** The rest is left out once it cannot add this share. */
  private static final double NEGLIGIBLE = 1e-17;

  private final GgomNbdLifetime lifetime;
  private final double alpha;
  private final double power;
  private final double force;
  private final boolean leaves;

  private double sum;
  private double sumLogTime;
  private double sumInverseTime;
  private double sumExposure;
  private double sumTime;
  private double sumSteepness;
  private double sumTimeSteepness;
  private double sumGrowthShare;
  private double staying;

  private GgomNbdIntegral(
      GgomNbdLifetime lifetime, double alpha, double power, double force, boolean leaves) {
    this.lifetime = lifetime;
    this.alpha = alpha;
    this.power = power;
    this.force = force;
    this.leaves = leaves;
  }

  /** Over the time of leaving. */
  static GgomNbdIntegral ofLeaving(GgomNbdLifetime lifetime, double alpha, double power) {
    return new GgomNbdIntegral(lifetime, alpha, power, 0, true);
  }

  /** Over the time of staying. */
  static GgomNbdIntegral ofStaying(GgomNbdLifetime lifetime, double alpha, double power) {
    return new GgomNbdIntegral(lifetime, alpha, power, 0, false);
  }

  /** Over the time of staying, discounted. */
  static GgomNbdIntegral ofDiscounting(GgomNbdLifetime lifetime, double force) {
    return new GgomNbdIntegral(lifetime, 1, 0, force, false);
  }

  /** Integrates; returns the logarithm. The length may be infinite where there is a force. */
  double logOver(double length) {
    clear();
    double from = 0;
    double rest = length;
    while (rest > 0) {
      double half = addPanel(from, Math.max(rest / 2, Double.MIN_NORMAL));
      from += 2 * half;
      // What is left may be a rounding.
      rest = 2 * half < rest ? length - from : 0;
      if (staying * reach(rest) <= NEGLIGIBLE * sum) {
        break;
      }
    }
    return Math.log(sum) + (leaves ? Math.log(lifetime.s() * lifetime.b()) : 0);
  }

  private void clear() {
    sum = 0;
    sumLogTime = 0;
    sumInverseTime = 0;
    sumExposure = 0;
    sumTime = 0;
    sumSteepness = 0;
    sumTimeSteepness = 0;
    sumGrowthShare = 0;
  }

  /** The rest of the integral is no more than what still stays, times this. */
  private double reach(double rest) {
    if (leaves) {
      return 1 / (lifetime.s() * lifetime.b());
    }
    return force > 0 ? Math.min(rest, 1 / force) : rest;
  }

  /** Adds a panel of at most some half width; returns its own. */
  private double addPanel(double from, double most) {
    double allowed = distanceHalf(lifetime.b() * from) / lifetime.b();
    if (power > 0) {
      allowed = Math.min(allowed, BEHIND * (alpha + from));
    }
    double steepness = steepness(from);
    double half = Math.min(most, Math.min(allowed, DEEPEST / slope(from, steepness)));
    double fall = half * slope(from, Math.max(steepness, steepness(from + 2 * half)));
    while (fall > DEEPEST) {
      half /= 2;
      fall = half * slope(from, Math.max(steepness, steepness(from + 2 * half)));
    }
    addNodes(from + half, half, points(half / allowed, fall));
    return half;
  }

  /** As many as keep the error below 1e-12, relatively; found by trial. */
  private static int points(double reach, double fall) {
    return (int) Math.min(MOST_POINTS, Math.ceil(6 + 8 * reach + fall));
  }

  /** The half width that the singularities of the lifetime allow from w = b tau on. */
  private double distanceHalf(double w) {
    double beta = lifetime.beta();
    if (beta < 1) {
      return BEHIND * (w - Math.log1p(-beta));
    }
    double ahead = Math.log(beta - 1) - w;
    return ahead > 0
        ? Math.max(BESIDE * Math.PI, AHEAD * ahead)
        : BESIDE * Math.hypot(ahead, Math.PI);
  }

  /** A bound on how fast the logarithm of the integrand moves from a time on. */
  private double slope(double from, double steepness) {
    return power / (alpha + from) + force + lifetime.b() * steepness;
  }

  private double steepness(double time) {
    double steepness = lifetime.steepness(lifetime.growth(time));
    return Math.abs(lifetime.s() * steepness - (leaves ? 1 - steepness : 0));
  }

  /**
   * Adds the nodes of a panel from its middle on, the last in time at the end. Two nodes on either
   * side of the middle share an exponential.
   */
  private void addNodes(double middle, double half, int points) {
    double growth = lifetime.growth(middle);
    boolean isHeld = lifetime.isHeld(middle + half);
    if (points % 2 == 1) {
      addNode(middle, growth, half * WEIGHTS[points][points / 2]);
    }
    for (int i = points / 2 - 1; i >= 0; i--) {
      double weight = half * WEIGHTS[points][i];
      double shift = half * Math.abs(NODES[points][i]);
      double before = middle - shift;
      double after = middle + shift;
      double rise = lifetime.growth(shift);
      addNode(before, isHeld ? lifetime.growth(before) : (growth - rise) / (1 + rise), weight);
      addNode(after, isHeld ? lifetime.growth(after) : growth + (1 + growth) * rise, weight);
    }
  }

  private void addNode(double time, double growth, double weight) {
    double exposure = lifetime.exposure(time, growth);
    double perGrowth = 1 / (lifetime.beta() + growth);
    double steepness = (1 + growth) * perGrowth;
    double logTime = power == 0 ? 0 : Math.log1p(time / alpha);
    staying = Math.exp(-force * time - power * logTime - lifetime.s() * exposure);
    double f = weight * (leaves ? steepness * staying : staying);
    sum += f;
    sumLogTime += f * logTime;
    sumInverseTime += f / (alpha + time);
    sumExposure += f * exposure;
    sumTime += f * time;
    sumSteepness += f * steepness;
    sumTimeSteepness += f * time * steepness;
    sumGrowthShare += f * (growth * perGrowth);
  }

  // Means under the integrand, of which derivatives are made.

  /** Of ln(1 + tau / alpha). */
  double meanLogTime() {
    return sumLogTime / sum;
  }

  /** Of 1 / (alpha + tau). */
  double meanInverseTime() {
    return sumInverseTime / sum;
  }

  /** Of L. */
  double meanExposure() {
    return sumExposure / sum;
  }

  /** Of tau. */
  double meanTime() {
    return sumTime / sum;
  }

  /** Of the steepness of the lifetime. */
  double meanSteepness() {
    return sumSteepness / sum;
  }

  /** Of tau times the steepness. */
  double meanTimeSteepness() {
    return sumTimeSteepness / sum;
  }

  /** Of the growth over itself and beta. */
  double meanGrowthShare() {
    return sumGrowthShare / sum;
  }
}
