package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.GaussHypergeometric;
import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogGamma;

/**
 * How many more purchases a customer survives who leaves after each with a chance p of its own, p
 * from a beta distribution.
 *
 * @param a first parameter, over 0
 * @param b second parameter, over 0
 */
record BetaGeometricDropout(double a, double b) {

  /** Steps that a continued fraction is given before an integral is taken instead. */
  private static final int MAX_STEPS = 400;

  private static final double CONVERGED = 1e-15;

  /**
   * Returns ln E((1 - p)^n), the chance to survive n purchases.
   *
   * @param n 0 or more
   */
  double logStay(double n) {
    return -LogBeta.logConvexity(b, a, n);
  }

  /**
   * Returns E(p (1 - p)^(n - 1)) / E((1 - p)^(n - 1)): the chance to leave at the n-th purchase.
   */
  double leave(double n) {
    return a / (a + b + (n - 1));
  }

  /**
   * Returns the logarithm of the purchases that are made if there are n occasions: the sum of E((1
   * - p)^i) over i below n. A closed form of differences, exact at a = 1.
   *
   * @param n 0 or more
   */
  double logMade(double n) {
    return n == 0 ? Double.NEGATIVE_INFINITY : Math.log1p(b * madeBeyondFirst(n - 1));
  }

  /** Returns (1 - (b + 1)_n / (a + b)_n) / (a - 1). */
  private double madeBeyondFirst(double n) {
    if (a > 1) {
      return -Math.expm1(-LogBeta.logConvexity(b + 1, a - 1, n)) / (a - 1);
    }
    if (a < 1) {
      return Math.expm1(LogBeta.logConvexity(a + b, 1 - a, n)) / (1 - a);
    }
    return LogGamma.digammaDifference(b + 1, n);
  }

  /**
   * Returns the sum of E((1 - p)^n) z^n over all n from 0 on, which is 2F1(1, b; a + b; z).
   *
   * @param logZ ln z, below 0
   */
  double discounted(double logZ) {
    double z = Math.exp(logZ);
    double fraction = continuedFraction(z);
    return fraction > 0
        ? fraction
        : Math.exp(GaussHypergeometric.logValue(1, b, a + b, z, -Math.expm1(logZ)));
  }

  /**
   * Gauss's continued fraction by the modified Lentz method; 0 if it converges too slowly.
   *
   * @see <a href="https://dlmf.nist.gov/15.7">DLMF 15.7</a>
   */
  private double continuedFraction(double z) {
    double c = 1;
    double d = 0;
    double value = 1;
    for (int i = 1; i <= MAX_STEPS; i++) {
      double coefficient = coefficient(i) * z;
      c = 1 - coefficient / c;
      d = 1 / (1 - coefficient * d);
      value *= c * d;
      if (Math.abs(c * d - 1) < CONVERGED) {
        return 1 / value;
      }
    }
    return 0;
  }

  private double coefficient(int i) {
    int n = i / 2;
    double c = a + b;
    if (i == 1) {
      return b / c;
    }
    return i % 2 == 0
        ? n * (a + n - 1) / ((c + 2 * n - 2) * (c + 2 * n - 1))
        : (b + n) * (c + n - 1) / ((c + 2 * n - 1) * (c + 2 * n));
  }
}
