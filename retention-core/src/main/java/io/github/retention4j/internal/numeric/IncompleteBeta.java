package io.github.retention4j.internal.numeric;

import static java.lang.Math.exp;
import static java.lang.Math.fma;
import static java.lang.Math.log;

/**
 * The regularized incomplete beta function I_x(a, b), the chance that a beta variable stays below
 * x, with its complement, logarithms and inverses.
 *
 * <p>The smaller of the two tails is computed, the other is one minus it. A continued fraction
 * (Didonato and Morris) serves unless both parameters are large; then the tail is integrated by
 * Gauss-Legendre quadrature relative to the density at x, which costs the same for any size. The
 * density comes from Loader's saddle-point form. Parameters from 0.5 to beyond 1e9.
 *
 * @see <a href="https://doi.org/10.1145/131766.131776">Didonato and Morris (1992)</a>
 * @see <a href="https://dlmf.nist.gov/8.17">DLMF 8.17</a>
 */
public final class IncompleteBeta {

  private static final double QUADRATURE_FROM = 500;
  private static final int MAX_TERMS = 10_000;

  private IncompleteBeta() {}

  /**
   * Returns the chance of at most x.
   *
   * @param x from 0 to 1
   * @param a first parameter, over 0
   * @param b second parameter, over 0
   * @return I_x(a, b)
   */
  public static double lower(double x, double a, double b) {
    return exp(logLower(x, a, b));
  }

  /**
   * Returns the chance of at least x.
   *
   * @param x from 0 to 1
   * @param a first parameter, over 0
   * @param b second parameter, over 0
   * @return 1 - I_x(a, b), accurate where it is small
   */
  public static double upper(double x, double a, double b) {
    return exp(logUpper(x, a, b));
  }

  /**
   * Returns the natural logarithm of the chance of at most x.
   *
   * @param x from 0 to 1
   * @param a first parameter, over 0
   * @param b second parameter, over 0
   * @return ln I_x(a, b), minus infinity at x = 0
   */
  public static double logLower(double x, double a, double b) {
    return logTail(x, 1 - x, a, b);
  }

  /**
   * Returns the natural logarithm of the chance of at least x.
   *
   * @param x from 0 to 1
   * @param a first parameter, over 0
   * @param b second parameter, over 0
   * @return ln(1 - I_x(a, b)), minus infinity at x = 1
   */
  public static double logUpper(double x, double a, double b) {
    return logTail(1 - x, x, b, a);
  }

  /**
   * Returns the value that is not exceeded with chance p.
   *
   * @param p from 0 to 1
   * @param a first parameter, over 0
   * @param b second parameter, over 0
   * @return x with I_x(a, b) = p
   */
  public static double quantile(double p, double a, double b) {
    if (p <= 0 || p >= 1) {
      return p;
    }
    return p <= 0.5 ? logistic(logOdds(p, a, b)) : logistic(-logOdds(1 - p, b, a));
  }

  /**
   * Returns the value that is exceeded with chance q.
   *
   * @param q from 0 to 1
   * @param a first parameter, over 0
   * @param b second parameter, over 0
   * @return x with 1 - I_x(a, b) = q
   */
  public static double quantileUpper(double q, double a, double b) {
    if (q <= 0 || q >= 1) {
      return 1 - q;
    }
    return q <= 0.5 ? logistic(-logOdds(q, b, a)) : logistic(logOdds(1 - q, a, b));
  }

  /** Returns the log-odds of the quantile; on that scale a beta density is log-concave. */
  private static double logOdds(double p, double a, double b) {
    double spread = Math.sqrt(1 / a + 1 / b);
    return LogConcaveTail.invert(
        s -> logTail(logistic(s), logistic(-s), a, b),
        s -> logPower(logistic(s), logistic(-s), a, b),
        log(p),
        log(a / b) + Normal.quantile(p) * spread,
        spread);
  }

  private static double logistic(double s) {
    return 1 / (1 + exp(-s));
  }

  /** Returns ln I_x(a, b), y being 1 - x to more digits than x may hold. */
  private static double logTail(double x, double y, double a, double b) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (y <= 0) {
      return 0;
    }
    return excess(x, y, a, b) >= 0
        ? logSmallTail(x, y, a, b)
        : Math.log1p(-exp(logSmallTail(y, x, b, a)));
  }

  /** Returns a - (a + b) x: how far x lies below the mean, in units of a count. */
  private static double excess(double x, double y, double a, double b) {
    return x <= y ? fma(-(a + b), x, a) : -fma(-(a + b), y, b);
  }

  /** Returns the logarithm of x^a y^b / B(a, b). */
  private static double logPower(double x, double y, double a, double b) {
    double n = a + b;
    double excess = excess(x, y, a, b);
    return log(a * (b / n))
        + Saddlepoint.logFactorialFactor(n)
        - Saddlepoint.logFactorialFactor(a)
        - Saddlepoint.logFactorialFactor(b)
        - Saddlepoint.deviance(a, n * x, excess)
        - Saddlepoint.deviance(b, n * y, -excess);
  }

  private static double logSmallTail(double x, double y, double a, double b) {
    double factor = Math.min(a, b) < QUADRATURE_FROM ? fraction(x, y, a, b) : integral(x, y, a, b);
    return Math.min(0, logPower(x, y, a, b) + log(factor));
  }

  /** Returns the integral of the density from 0 to x, over x^a y^b / B(a, b). */
  private static double integral(double x, double y, double a, double b) {
    double slope = (excess(x, y, a, b) + (x - y)) / (x * y);
    double curvature = (a - 1) / (x * x) + (b - 1) / (y * y);
    double integral =
        LogConcaveTail.integral(
            u ->
                (a - 1) * Saddlepoint.log1pMinus(-u / x)
                    + (b - 1) * Saddlepoint.log1pMinus(u / y)
                    - slope * u,
            slope,
            curvature,
            x);
    return integral / (x * y);
  }

  /**
   * Evaluates equation 9 of Didonato and Morris by the modified Lentz method, over x^a y^b / B(a,
   * b). Unlike other fractions it keeps its digits where x is near 1 and a large.
   */
  private static double fraction(double x, double y, double a, double b) {
    double excess = excess(x, y, a, b);
    double c = a * (excess + 1) / (a + 1);
    double d = 0;
    double value = c;
    for (int n = 1; n < MAX_TERMS; n++) {
      double s = a + 2 * n - 1;
      double w = n * (b - n) * x / s;
      double numerator = (a + n - 1) * (a + b + n - 1) / s * w * x;
      double beta = n + w + (a + n) * (excess + 1 + n * (1 + y)) / (s + 2);
      d = 1 / (beta + numerator * d);
      c = beta + numerator / c;
      value *= c * d;
      if (Math.abs(c * d - 1) < 1e-16) {
        break;
      }
    }
    return 1 / value;
  }
}
