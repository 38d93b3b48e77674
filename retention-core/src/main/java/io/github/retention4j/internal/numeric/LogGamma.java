package io.github.retention4j.internal.numeric;

import static java.lang.Math.fma;
import static java.lang.Math.log;
import static java.lang.Math.log1p;

/**
 * The logarithm of the gamma function, its differences and its derivatives.
 *
 * <p>From 12 on Stirling's series serves; below, the argument is shifted, for the logarithm down to
 * the Taylor series about 2, for all else up to Stirling's series. Differences are formed term by
 * term, so that a small step keeps its digits.
 *
 * @see <a href="https://dlmf.nist.gov/5.11">DLMF 5.11</a>
 */
public final class LogGamma {

  /** From here on seven terms of Stirling's series reach the precision of a double. */
  static final double STIRLING_FROM = 12;

  static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  /** A step below this share of the argument is taken by differences. */
  private static final double SMALL_STEP = 0.125;

  /**
   * Coefficients of ln Gamma(2 + e) in powers of e from the first: 1 - Euler's constant, then
   * (-1)^k (zeta(k) - 1) / k (DLMF 5.7.3).
   */
  private static final double[] TAYLOR_AT_2 = {
    0.42278433509846713,
    0.3224670334241132,
    -0.0673523010531981,
    0.020580808427784546,
    -0.007385551028673986,
    0.0028905103307415234,
    -0.001192753911703261,
    0.0005096695247430425,
    -0.00022315475845357939,
    9.945751278180853e-5,
    -4.492623673813314e-5,
    2.050721277567069e-5,
    -9.439488275268397e-6,
    4.374866789907488e-6,
    -2.039215753801366e-6,
    9.55141213040742e-7,
    -4.492469198764566e-7,
    2.1207184805554665e-7,
    -1.0043224823968099e-7,
    4.7698101693639804e-8,
    -2.2711094608943164e-8,
    1.0838659214896955e-8,
    -5.183475041970047e-9,
    2.4836745438024785e-9,
    -1.1921401405860912e-9,
    5.731367241678862e-10
  };

  /** B_2k / (2k) for k = 1 to 7. */
  private static final double[] DIGAMMA = {
    1 / 12.0, -1 / 120.0, 1 / 252.0, -1 / 240.0, 1 / 132.0, -691 / 32760.0, 1 / 12.0
  };

  /** B_2k for k = 1 to 7. */
  private static final double[] BERNOULLI = {
    1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0, 7 / 6.0
  };

  private LogGamma() {}

  /**
   * Returns ln Gamma(x).
   *
   * <p>The relative error stays below 1e-15, also near 1 and 2, where the value is 0.
   *
   * @param x above 0, up to 1e305
   * @return the natural logarithm of Gamma(x); 0 at 1 and 2
   * @throws IllegalArgumentException if x is not above 0
   */
  public static double logGamma(double x) {
    requirePositive(x, "x");
    if (x >= STIRLING_FROM) {
      double inverse = 1 / x;
      return fma(x - 0.5, log(x) - 1, HALF_LOG_TWO_PI - 0.5)
          + inverse * Polynomial.value(Saddlepoint.STIRLING, inverse * inverse);
    }
    if (x < 0.5) {
      return taylorAt2(x) - log1p(x) - log(x);
    }
    if (x < 1.5) {
      return taylorAt2(x - 1) - log1p(x - 1);
    }
    double product = 1;
    double at = x;
    while (at > 2.5) {
      at--;
      product *= at;
    }
    return taylorAt2(at - 2) + log(product);
  }

  /**
   * Returns the logarithm of the rising factorial a (a + 1) ... (a + x - 1), carried on to real x.
   *
   * <pre>{@code ln Gamma(a + x) - ln Gamma(a)}</pre>
   *
   * <p>The error is below 1e-14 times the larger of the result and x |psi(a)|, for a step as small
   * as it likes. Where Gamma(a + x) happens to equal Gamma(a), the result is a true zero and keeps
   * only the digits that a and x give it.
   *
   * @param a above 0
   * @param x 0 or more
   * @return the natural logarithm of Gamma(a + x) / Gamma(a)
   * @throws IllegalArgumentException if a is not above 0 or x is below 0
   */
  public static double logRising(double a, double x) {
    requirePositive(a, "a");
    requireStep(x, "x");
    if (a >= STIRLING_FROM) {
      return logRisingLarge(a, x);
    }
    if (x > a * SMALL_STEP) {
      return logGamma(a + x) - logGamma(a);
    }
    double excess = 0; // of the product of the factors (at + x) / at over 1
    double at = a;
    while (at < STIRLING_FROM) {
      double ratio = x / at;
      excess += ratio + excess * ratio;
      at++;
    }
    return logRisingLarge(at, x) - log1p(excess);
  }

  private static double logRisingLarge(double a, double x) {
    double u = 1 / a;
    double v = 1 / (a + x);
    double ratio = x * u;
    double series =
        Polynomial.value(Saddlepoint.STIRLING, v * v)
            + u * (u + v) * Polynomial.slope(Saddlepoint.STIRLING, u * u, v * v);
    return a * Saddlepoint.log1pMinus(ratio)
        - 0.5 * log1p(ratio)
        + x * log(a + x)
        - ratio * v * series;
  }

  /**
   * Returns psi(x), the derivative of ln Gamma.
   *
   * <p>The error is below 1e-15 times the larger of the result and 1; the result crosses 0 at
   * 1.4616.
   *
   * @param x above 0
   * @return the digamma function of x
   * @throws IllegalArgumentException if x is not above 0
   * @see <a href="https://dlmf.nist.gov/5.11.E2">DLMF 5.11.2</a>
   */
  public static double digamma(double x) {
    requirePositive(x, "x");
    double shift = 0;
    double at = x;
    while (at < STIRLING_FROM) {
      shift += 1 / at;
      at++;
    }
    double inverse = 1 / at;
    return log(at)
        - inverse * (0.5 + inverse * Polynomial.value(DIGAMMA, inverse * inverse))
        - shift;
  }

  /**
   * Returns psi'(x), the second derivative of ln Gamma.
   *
   * <p>The relative error stays below 1e-15.
   *
   * @param x above 0
   * @return the trigamma function of x, above 0
   * @throws IllegalArgumentException if x is not above 0
   * @see <a href="https://dlmf.nist.gov/5.15.E8">DLMF 5.15.8</a>
   */
  public static double trigamma(double x) {
    requirePositive(x, "x");
    double shift = 0;
    double at = x;
    while (at < STIRLING_FROM) {
      shift += 1 / (at * at);
      at++;
    }
    double inverse = 1 / at;
    double square = inverse * inverse;
    return shift + inverse + square * (0.5 + inverse * Polynomial.value(BERNOULLI, square));
  }

  /**
   * Returns psi(a + x) - psi(a), the slope of {@link #logRising} in a.
   *
   * <p>A sum of positive terms: the relative error stays below 3e-15 for any step.
   *
   * @param a above 0
   * @param x 0 or more
   * @return the difference of the digamma functions, 0 or more; x times the mean of 1 / (a + i)
   *     over steps of one where x is a whole number
   * @throws IllegalArgumentException if a is not above 0 or x is below 0
   */
  public static double digammaDifference(double a, double x) {
    requirePositive(a, "a");
    requireStep(x, "x");
    double shift = 0;
    double at = a;
    while (at < STIRLING_FROM) {
      shift += x / at / (at + x);
      at++;
    }
    double u = 1 / at;
    double v = 1 / (at + x);
    double slope =
        Polynomial.value(DIGAMMA, v * v) + u * u * Polynomial.slope(DIGAMMA, u * u, v * v);
    return shift + log1p(x * u) + x * u * v * (0.5 + (u + v) * slope);
  }

  private static double taylorAt2(double e) {
    return e * Polynomial.value(TAYLOR_AT_2, e);
  }

  static void requirePositive(double value, String name) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be above 0");
    }
  }

  static void requireStep(double value, String name) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(name + " (" + value + ") must not be below 0");
    }
  }
}
