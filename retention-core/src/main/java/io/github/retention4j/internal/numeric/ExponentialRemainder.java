package io.github.retention4j.internal.numeric;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.expm1;

/** What is left of the exponential function once the first terms of its series are taken away. */
public final class ExponentialRemainder {

  /** Nearer to 0 the closed forms cancel, and the series is summed. */
  private static final double SERIES_BELOW = 1;

  private static final double PRECISION = 1e-18;

  private ExponentialRemainder() {}

  /**
   * Returns {@code (e^x - 1 - x) / x^2}.
   *
   * @param x any number
   * @return the quotient, 1/2 at 0, above 0
   */
  public static double second(double x) {
    if (abs(x) >= SERIES_BELOW) {
      return (expm1(x) - x) / x / x;
    }
    double term = 0.5;
    double sum = term;
    for (int k = 3; abs(term) > PRECISION; k++) {
      term *= x / k;
      sum += term;
    }
    return sum;
  }

  /**
   * Returns the derivative of {@link #second}.
   *
   * @param x any number
   * @return {@code ((x - 2) e^x + x + 2) / x^3}, 1/6 at 0, above 0
   */
  public static double secondSlope(double x) {
    if (abs(x) >= SERIES_BELOW) {
      return ((x - 2) * exp(x) + x + 2) / x / x / x;
    }
    double term = 1.0 / 6;
    double sum = term;
    for (int k = 2; abs(term) > PRECISION; k++) {
      term *= x / (k + 2);
      sum += k * term;
    }
    return sum;
  }
}
