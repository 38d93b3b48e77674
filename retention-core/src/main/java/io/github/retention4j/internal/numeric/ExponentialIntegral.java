package io.github.retention4j.internal.numeric;

import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log;

/**
 * The exponential integral of any positive order, scaled so that it neither under- nor overflows.
 *
 * <pre>{@code e^z E_s(z) = integral over w from 0 to infinity of e^(-z w) (1 + w)^-s dw}</pre>
 *
 * @see <a href="https://dlmf.nist.gov/8.19">DLMF 8.19</a>
 */
public final class ExponentialIntegral {

  /** From here on the continued fraction takes fewer than 150 steps. */
  private static final double FRACTION_FROM = 1;

  private static final double HIGHEST_SERIES_ORDER = 1.5;
  private static final double PRECISION = 1e-17;

  private ExponentialIntegral() {}

  /**
   * Returns {@code e^z E_s(z)}; between {@code 1 / (z + s)} and {@code 1 / z}.
   *
   * <p>The relative error stays below 1e-13, also where s is a whole number or close to one.
   *
   * @param s the order, above 0
   * @param z above 0
   * @return the scaled integral, above 0
   * @throws IllegalArgumentException if s or z is not above 0
   */
  public static double scaled(double s, double z) {
    LogGamma.requirePositive(s, "s");
    LogGamma.requirePositive(z, "z");
    if (z >= FRACTION_FROM) {
      return fraction(s, z);
    }
    double steps = Math.max(0, Math.ceil(s - HIGHEST_SERIES_ORDER));
    double order = s - steps;
    double value = series(order, z);
    for (int step = 0; step < steps; step++) {
      value = (1 - z * value) / (order + step); // DLMF 8.19.12
    }
    return value;
  }

  /** DLMF 8.19.17 contracted to its even part, summed from the front: all terms are positive. */
  private static double fraction(double s, double z) {
    double b = z + s;
    double d = 1 / b;
    double term = d;
    double sum = d;
    for (int k = 1; term > PRECISION * sum; k++) {
      double a = k * (k - 1 + s);
      b += 2;
      d = 1 / (b - a * d);
      term *= b * d - 1;
      sum += term;
    }
    return sum;
  }

  /** DLMF 8.19.10, the two terms that have a pole at s = 1 taken together. */
  private static double series(double s, double z) {
    double p = 1 - s;
    double logPower = LogGamma.logGamma(1 + p) - p * log(z);
    double sum = Math.abs(p) < PRECISION ? -log(z) - EULER : expm1(logPower) / p;
    double power = 1;
    for (int k = 1; Math.abs(power) > PRECISION; k++) {
      power *= -z / k;
      sum -= power / (k + p);
    }
    return exp(z) * sum;
  }

  /** Euler's constant, the limit of -ln Gamma(1 + p) / p at p = 0. */
  private static final double EULER = 0.5772156649015329;
}
