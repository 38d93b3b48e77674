package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.GaussLegendre;
import java.util.stream.IntStream;

/**
 * The odds that a customer left between its last purchase and the end of observation.
 *
 * <pre>{@code
 * D = s * integral over tau from t_x to T of
 *     ((alpha + T) / (alpha + tau))^m ((beta + T) / (beta + tau))^s dtau / (beta + tau),   m = r + x
 * }</pre>
 *
 * <p>The integrand is positive, so nothing cancels for any parameters. In the variable g = ln((c +
 * tau) / (c + t_x)), c the smaller of alpha and beta, its logarithm is concave, falls no faster
 * than m + s per unit, and its singularities lie pi away from the real line. Gauss-Legendre panels
 * no wider than {@link #WIDEST} halves, over which it falls by no more than {@link #DEEPEST}
 * halves, need {@code 5 + 4 half + fall} nodes for a relative error below 1e-12. A panel does for
 * most customers.
 *
 * <p>Not thread-safe: holds the last result.
 */
final class ParetoNbdDropout {

  /** Greatest half width of a panel. */
  private static final double WIDEST = 1.5;

  /** Greatest half width times slope at the far end of a panel. */
  private static final double DEEPEST = 6;

  /** The rest of the range is left out once it cannot add this share. */
  private static final double NEGLIGIBLE = 1e-17;

  private static final int MOST_NODES = (int) Math.ceil(5 + 4 * WIDEST + DEEPEST);

  private static final double[][] NODES = new double[MOST_NODES + 1][];
  private static final double[][] WEIGHTS = new double[MOST_NODES + 1][];

  static {
    IntStream.rangeClosed(1, MOST_NODES)
        .forEach(
            n -> {
              GaussLegendre rule = GaussLegendre.ofPoints(n);
              NODES[n] = rule.nodes();
              WEIGHTS[n] = rule.weights();
            });
  }

  /** ln D; minus infinity where t_x = T. */
  double logOdds;

  /** The derivatives of ln D. */
  double byR;

  double byAlpha;
  double byS;
  double byBeta;

  /** The logarithm of the integral scaled to 1 at t_x: without the ratios of T to t_x. */
  double logIntegral;

  private double lowPower;
  private double highPower;
  private double low;
  private double gap;
  private double perHigh;
  private double lowEnd;
  private boolean isAlphaLow;

  private final Visitor visitor;

  private double sum;
  private double sumLogLow;
  private double sumLogHigh;
  private double sumRestLow;
  private double sumRestHigh;
  private double sumInverseBeta;

  /** Is shown each node of the integral, such as to average something over the time of leaving. */
  interface Visitor {

    /**
     * Takes a node.
     *
     * @param share its part of the integral, on the scale of all of them
     * @param alphaReach alpha + tau
     * @param betaReach beta + tau
     * @param logAlpha the logarithm of the first over its value at t_x
     * @param logBeta the logarithm of the second over its value at t_x
     */
    void visit(double share, double alphaReach, double betaReach, double logAlpha, double logBeta);
  }

  ParetoNbdDropout() {
    this((share, alphaReach, betaReach, logAlpha, logBeta) -> {});
  }

  ParetoNbdDropout(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Computes all of the above. */
  void at(double m, double alpha, double s, double beta, double from, double to) {
    isAlphaLow = alpha <= beta;
    lowPower = isAlphaLow ? m : s;
    highPower = isAlphaLow ? s : m;
    low = Math.min(alpha, beta) + from;
    lowEnd = Math.min(alpha, beta) + to;
    gap = Math.abs(alpha - beta);
    perHigh = 1 / (low + gap);
    double width = Math.log1p((to - from) / low);
    if (!(width > 0)) {
      setNothing();
      return;
    }
    integrate(width);
    double logHigh = Math.log1p((to - from) / (low + gap));
    double meanLow = width - sumLogLow / sum;
    double meanHigh = logHigh - sumLogHigh / sum;
    double restLow = sumRestLow / sum;
    double restHigh = sumRestHigh / sum;
    logIntegral = Math.log(sum);
    logOdds = lowPower * width + highPower * logHigh + Math.log(s) + logIntegral;
    byR = isAlphaLow ? meanLow : meanHigh;
    byS = 1 / s + (isAlphaLow ? meanHigh : meanLow);
    byAlpha = -m * (isAlphaLow ? restLow : restHigh) / (alpha + to);
    byBeta = -s * (isAlphaLow ? restHigh : restLow) / (beta + to) - sumInverseBeta / sum;
  }

  private void setNothing() {
    logOdds = Double.NEGATIVE_INFINITY;
    logIntegral = Double.NEGATIVE_INFINITY;
    byR = 0;
    byAlpha = 0;
    byS = 0;
    byBeta = 0;
  }

  private void integrate(double width) {
    sum = 0;
    sumLogLow = 0;
    sumLogHigh = 0;
    sumRestLow = 0;
    sumRestHigh = 0;
    sumInverseBeta = 0;
    double start = 0;
    double rest = width;
    do {
      double half = Math.min(rest / 2, WIDEST);
      double fall = half * slope(start + 2 * half);
      if (fall > DEEPEST) {
        half *= DEEPEST / fall;
        fall = DEEPEST;
      }
      addPanel(start + half, half, (int) Math.ceil(5 + 4 * half + fall));
      start += 2 * half;
      rest = width - start;
    } while (rest > 1e-15 * width && density(start) * rest > NEGLIGIBLE * sum);
  }

  /** How fast the integrand falls; the more, the farther from t_x. */
  private double slope(double g) {
    double e = low * Math.exp(g);
    return lowPower + highPower * (e / (e + gap));
  }

  /** Adds a panel; two nodes on either side of its middle share an exponential. */
  private void addPanel(double middle, double half, int count) {
    double[] nodes = NODES[count];
    double[] weights = WEIGHTS[count];
    double e = low * Math.exp(middle);
    double perE = 1 / e;
    for (int i = 0; i < count / 2; i++) {
      double shift = half * Math.abs(nodes[i]);
      double up = Math.exp(shift);
      double down = 1 / up;
      add(half * weights[i], middle - shift, e * down, perE * up);
      add(half * weights[i], middle + shift, e * up, perE * down);
    }
    if (count % 2 == 1) {
      add(half * weights[count / 2], middle, e, perE);
    }
  }

  private double density(double g) {
    double e = low * Math.exp(g);
    double high = e + gap;
    return Math.exp(-lowPower * g - highPower * Math.log(high * perHigh))
        * (isAlphaLow ? e / high : 1);
  }

  private void add(double weight, double g, double e, double perE) {
    double high = e + gap;
    double inverse = 1 / high;
    double logHigh = Math.log(high * perHigh);
    double measure = isAlphaLow ? e * inverse : 1;
    double f = weight * measure * Math.exp(-lowPower * g - highPower * logHigh);
    double rest = f * (lowEnd - e);
    sum += f;
    sumLogLow += f * g;
    sumLogHigh += f * logHigh;
    sumRestLow += rest * perE;
    sumRestHigh += rest * inverse;
    sumInverseBeta += f * (isAlphaLow ? inverse : perE);
    if (isAlphaLow) {
      visitor.visit(f, e, high, g, logHigh);
    } else {
      visitor.visit(f, high, e, logHigh, g);
    }
  }
}
