package io.github.retention4j.internal.numeric;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.max;
import static java.lang.Math.min;

/**
 * The log-gamma distribution in the standardised form of Prentice, whose shape q runs through 0,
 * where it is the standard normal one; at 1 it is that of the logarithm of an exponential variable.
 *
 * <pre>{@code ln g(w) = -ln sqrt(2 pi) - d(1/q^2) - w^2 p(q w),   p(x) = (e^x - 1 - x) / x^2}</pre>
 *
 * <p>d is the error of Stirling's formula. In this form nothing cancels near q = 0, and the tail is
 * integrated in it, on panels that double, for any q. Changing the signs of w and q both changes
 * nothing.
 *
 * @see <a href="https://doi.org/10.1093/biomet/61.3.539">Prentice (1974)</a>
 */
public final class StandardLogGamma {

  /** Past this drop of the log density what is left of a tail no longer shows in a double. */
  private static final double NEGLIGIBLE = 40;

  private static final double FIRST_PANEL = 0.5;
  private static final double WIDEST_PANEL = 4;
  private static final double[] NODES = GaussLegendre.ofPoints(20).nodes();
  private static final double[] WEIGHTS = GaussLegendre.ofPoints(20).weights();

  /** Below this the series of Stirling's error serves for its derivative, too. */
  private static final double STIRLING_BELOW = 0.25;

  private StandardLogGamma() {}

  /**
   * An upper tail.
   *
   * @param log the natural logarithm of P(W &gt;= w)
   * @param hazard the density over the tail
   * @param slopeInShape the derivative of {@code log} with respect to q
   */
  public record Tail(double log, double hazard, double slopeInShape) {}

  /**
   * Returns the natural logarithm of the density.
   *
   * @param w any number
   * @param q the shape, any number
   * @return ln g(w)
   */
  public static double logDensity(double w, double q) {
    return -LogGamma.HALF_LOG_TWO_PI
        - Saddlepoint.stirlingError(1 / (q * q))
        - w * w * ExponentialRemainder.second(q * w);
  }

  /**
   * Returns the derivative of the log density with respect to the shape.
   *
   * @param w any number
   * @param q the shape, any number
   * @return the derivative
   */
  public static double logDensitySlopeInShape(double w, double q) {
    return -stirlingSlope(q) - w * w * w * ExponentialRemainder.secondSlope(q * w);
  }

  /**
   * Returns minus the derivative of the log density with respect to w.
   *
   * @param w any number
   * @param q the shape, any number
   * @return {@code (e^(q w) - 1) / q}, w at q = 0
   */
  public static double fall(double w, double q) {
    return w * LogSum.meanDecay(-q * w);
  }

  /** The derivative of d(1 / q^2) with respect to q. */
  private static double stirlingSlope(double q) {
    double square = q * q;
    if (abs(q) > STIRLING_BELOW) {
      double shape = 1 / square;
      return (LogGamma.digamma(shape) - log(shape) + square / 2) * -2 / (square * q);
    }
    double sum = 0;
    for (int k = Saddlepoint.STIRLING.length; k >= 1; k--) {
      sum = sum * square * square + 2 * (2 * k - 1) * Saddlepoint.STIRLING[k - 1];
    }
    return sum * q;
  }

  /**
   * Returns the upper tail.
   *
   * @param w any number
   * @param q the shape, any number
   * @return the tail; its log is minus infinity and its hazard infinite where e^(q w) is more than
   *     a double holds
   */
  public static Tail upperTail(double w, double q) {
    if (w >= 0) {
      return farTail(w, q);
    }
    Tail below = farTail(-w, -q);
    double lower = exp(below.log);
    double upper = 1 - lower;
    return new Tail(
        log1p(-lower), lower * below.hazard / upper, lower * below.slopeInShape / upper);
  }

  /** The tail on the side of w where the density falls. */
  private static Tail farTail(double w, double q) {
    double growth = exp(q * w);
    if (Double.isInfinite(growth) || Double.isInfinite(w)) {
      return new Tail(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
    }
    double slope = fall(w, q);
    double widest = q > 0 ? min(WIDEST_PANEL, 1 / q) : max(WIDEST_PANEL, -WIDEST_PANEL * q);
    double half = FIRST_PANEL / 2 / (1 + abs(q) + slope + Math.sqrt(growth));
    double from = 0;
    double mass = 0;
    double cubes = 0;
    double drop;
    do {
      for (int i = 0; i < NODES.length; i++) {
        double s = from + half * (1 + NODES[i]);
        double part = half * WEIGHTS[i] * exp(-drop(s, q, growth, slope));
        double v = w + s;
        mass += part;
        cubes += part * v * v * v * ExponentialRemainder.secondSlope(q * v);
      }
      from += 2 * half;
      half = min(2 * half, widest / 2);
      drop = drop(from, q, growth, slope);
    } while (drop < NEGLIGIBLE);
    return new Tail(logDensity(w, q) + log(mass), 1 / mass, -stirlingSlope(q) - cubes / mass);
  }

  /** By how much the log density falls from w to w + s. */
  private static double drop(double s, double q, double growth, double slope) {
    return growth * s * s * ExponentialRemainder.second(q * s) + s * slope;
  }

  /**
   * Returns the value that is not exceeded with a chance.
   *
   * @param p the chance, over 0 and under 1
   * @param q the shape, any number
   * @return w with P(W &lt;= w) = p
   */
  public static double quantile(double p, double q) {
    return p <= 0.5 ? lowerQuantile(p, q) : -lowerQuantile(1 - p, -q);
  }

  private static double lowerQuantile(double p, double q) {
    return LogConcaveTail.invert(
        w -> upperTail(-w, -q).log, w -> logDensity(w, q), log(p), Normal.quantile(p), 1);
  }
}
