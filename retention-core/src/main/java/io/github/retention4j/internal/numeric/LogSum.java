package io.github.retention4j.internal.numeric;

import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log;
import static java.lang.Math.log1p;

/**
 * Sums and differences of numbers held as natural logarithms, and quotients that stay finite where
 * both sides vanish.
 *
 * <p>Minus infinity stands for zero. Errors are a few roundings of the result, except where a sum
 * of logarithms crosses 0: there they are a few roundings of 1.
 *
 * @see <a href="https://doi.org/10.1093/imanum/draa038">Blanchard, Higham and Higham (2021)</a>
 */
public final class LogSum {

  /** Below this a product adds nothing to the 1 beside it. */
  private static final double NO_CHANGE = 1e-17;

  private LogSum() {}

  /**
   * Returns {@code ln(e^a + e^b)}.
   *
   * @param a a logarithm, maybe minus infinity
   * @param b a logarithm, maybe minus infinity
   * @return the logarithm of the sum
   */
  public static double of(double a, double b) {
    double large = Math.max(a, b);
    return Double.isInfinite(large) ? large : large + log1p(exp(Math.min(a, b) - large));
  }

  /**
   * Returns the logarithm of the sum of e to each of the terms.
   *
   * @param logs logarithms, maybe minus infinity
   * @return the logarithm of the sum, minus infinity without any
   */
  public static double of(double... logs) {
    int largest = 0;
    for (int i = 1; i < logs.length; i++) {
      largest = logs[i] > logs[largest] ? i : largest;
    }
    if (logs.length == 0 || Double.isInfinite(logs[largest])) {
      return logs.length == 0 ? Double.NEGATIVE_INFINITY : logs[largest];
    }
    CompensatedSum rest = new CompensatedSum();
    for (int i = 0; i < logs.length; i++) {
      rest.add(i == largest ? 0 : exp(logs[i] - logs[largest]));
    }
    return logs[largest] + log1p(rest.value());
  }

  /**
   * Returns {@code ln(e^a - e^b)}.
   *
   * @param a a logarithm
   * @param b a logarithm not above a
   * @return the logarithm of the difference, minus infinity at a = b
   * @throws IllegalArgumentException if b is above a
   */
  public static double difference(double a, double b) {
    if (!(b <= a)) {
      throw new IllegalArgumentException("b (" + b + ") must not be above a (" + a + ")");
    }
    return b == Double.NEGATIVE_INFINITY ? a : a + log1mExp(a - b);
  }

  /**
   * Returns {@code ln(1 - e^-x)}.
   *
   * @param x 0 or more
   * @return the logarithm, minus infinity at 0
   * @throws IllegalArgumentException if x is below 0
   * @see <a
   *     href="https://cran.r-project.org/web/packages/Rmpfr/vignettes/log1mexp-note.pdf">Maechler
   *     (2012)</a>
   */
  public static double log1mExp(double x) {
    LogGamma.requireStep(x, "x");
    return x <= 0.6931471805599453 ? log(-expm1(-x)) : log1p(-exp(-x));
  }

  /**
   * Returns {@code ln(1 + e^x)}.
   *
   * @param x any number
   * @return the logarithm, above 0 unless it underflows
   */
  public static double log1pExp(double x) {
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
  }

  /**
   * Returns {@code (1 - e^-x) / x}, the mean of e^-t over t from 0 to x.
   *
   * @param x any number
   * @return the quotient, 1 at 0
   */
  public static double meanDecay(double x) {
    return Math.abs(x) < NO_CHANGE ? 1 : -expm1(-x) / x;
  }

  /**
   * Returns {@code (x^p - 1) / p}, the integral of t^(p - 1) over t from 1 to x.
   *
   * @param logX the natural logarithm of x
   * @param p any number
   * @return the quotient, ln x at p = 0
   */
  public static double powerIntegral(double logX, double p) {
    double exponent = p * logX;
    return Math.abs(exponent) < NO_CHANGE ? logX : expm1(exponent) / p;
  }
}
