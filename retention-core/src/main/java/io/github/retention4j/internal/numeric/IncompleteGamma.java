package io.github.retention4j.internal.numeric;

import static java.lang.Math.exp;
import static java.lang.Math.log;

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x), the chances that a gamma variable
 * of shape a and scale 1 stays below or above x, with logarithms and inverses.
 *
 * <p>The smaller tail is computed, the other is one minus it: by the power series (DLMF 8.11.4)
 * below the mean, by the continued fraction (DLMF 8.9.2) above, and for a large shape by
 * Gauss-Legendre quadrature relative to the density at x, which costs the same for any size.
 *
 * @see <a href="https://dlmf.nist.gov/8">DLMF chapter 8</a>
 */
public final class IncompleteGamma {

  private static final double QUADRATURE_FROM = 500;
  private static final int MAX_TERMS = 10_000;
  private static final double TINY = 1e-300;

  private IncompleteGamma() {}

  /**
   * Returns the chance of at most x.
   *
   * @param a the shape, over 0
   * @param x 0 or more
   * @return P(a, x)
   */
  public static double lower(double a, double x) {
    return exp(logLower(a, x));
  }

  /**
   * Returns the chance of at least x.
   *
   * @param a the shape, over 0
   * @param x 0 or more
   * @return Q(a, x), accurate where it is small
   */
  public static double upper(double a, double x) {
    return exp(logUpper(a, x));
  }

  /**
   * Returns the natural logarithm of the chance of at most x.
   *
   * @param a the shape, over 0
   * @param x 0 or more
   * @return ln P(a, x), minus infinity at 0
   */
  public static double logLower(double a, double x) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return x < a + 1 ? logSmallLower(a, x) : Math.log1p(-exp(logSmallUpper(a, x)));
  }

  /**
   * Returns the natural logarithm of the chance of at least x.
   *
   * @param a the shape, over 0
   * @param x 0 or more
   * @return ln Q(a, x), minus infinity at infinity
   */
  public static double logUpper(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    if (Double.isInfinite(x)) {
      return Double.NEGATIVE_INFINITY;
    }
    return x < a + 1 ? Math.log1p(-exp(logSmallLower(a, x))) : logSmallUpper(a, x);
  }

  /**
   * Returns the value that is not exceeded with chance p.
   *
   * @param p from 0 to 1
   * @param a the shape, over 0
   * @return x with P(a, x) = p
   */
  public static double quantile(double p, double a) {
    return p <= 0.5 ? lowerQuantile(p, a) : upperQuantile(1 - p, a);
  }

  /**
   * Returns the value that is exceeded with chance q.
   *
   * @param q from 0 to 1
   * @param a the shape, over 0
   * @return x with Q(a, x) = q
   */
  public static double quantileUpper(double q, double a) {
    return q <= 0.5 ? upperQuantile(q, a) : lowerQuantile(1 - q, a);
  }

  /** On the scale of ln x a gamma density is log-concave. */
  private static double lowerQuantile(double p, double a) {
    if (p <= 0) {
      return 0;
    }
    double spread = 1 / Math.sqrt(a);
    return exp(
        LogConcaveTail.invert(
            s -> logLower(a, exp(s)),
            s -> logDensityOfLog(a, exp(s)),
            log(p),
            log(a) + Normal.quantile(p) * spread,
            spread));
  }

  private static double upperQuantile(double q, double a) {
    if (q <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double spread = 1 / Math.sqrt(a);
    return exp(
        -LogConcaveTail.invert(
            s -> logUpper(a, exp(-s)),
            s -> logDensityOfLog(a, exp(-s)),
            log(q),
            -log(wilsonHilferty(Normal.quantileUpper(q), a)),
            spread));
  }

  /** A first guess at an upper quantile: the cube root of a gamma variable is nearly normal. */
  private static double wilsonHilferty(double z, double a) {
    double root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
    return a * Math.max(root, 0.1) * root * root;
  }

  /** Returns the logarithm of x^a e^-x / Gamma(a), the density of ln X. */
  private static double logDensityOfLog(double a, double x) {
    return log(a) - Saddlepoint.logFactorialFactor(a) - Saddlepoint.deviance(a, x, a - x);
  }

  private static double logSmallLower(double a, double x) {
    double factor = a < QUADRATURE_FROM ? series(a, x) / a : lowerIntegral(a, x);
    return Math.min(0, logDensityOfLog(a, x) + log(factor));
  }

  private static double logSmallUpper(double a, double x) {
    double factor = a < QUADRATURE_FROM ? fraction(a, x) : upperIntegral(a, x);
    return Math.min(0, logDensityOfLog(a, x) + log(factor));
  }

  private static double series(double a, double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-17 * sum && k < MAX_TERMS; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return sum;
  }

  /** Evaluates the continued fraction by the modified Lentz method. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double value = d;
    for (int k = 1; k < MAX_TERMS; k++) {
      double numerator = -k * (k - a);
      b += 2;
      d = 1 / (numerator * d + b);
      c = b + numerator / c;
      value *= c * d;
      if (Math.abs(c * d - 1) < 1e-16) {
        break;
      }
    }
    return value;
  }

  private static double lowerIntegral(double a, double x) {
    double slope = (a - x - 1) / x;
    return LogConcaveTail.integral(
            u -> (a - 1) * Saddlepoint.log1pMinus(-u / x) - slope * u, slope, (a - 1) / (x * x), x)
        / x;
  }

  private static double upperIntegral(double a, double x) {
    double slope = (x - a + 1) / x;
    return LogConcaveTail.integral(
            u -> (a - 1) * Saddlepoint.log1pMinus(u / x) - slope * u,
            slope,
            (a - 1) / (x * x),
            Double.POSITIVE_INFINITY)
        / x;
  }
}
