package io.github.retention4j.internal.numeric;

import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log;
import static java.lang.Math.log1p;

/**
 * The logarithm of Gauss's hypergeometric function 2F1(a, b; c; z) where it is positive for sure: a
 * and b of 0 or more, c above 0, z below 1, and for a negative z also c at least a or b.
 *
 * <p>The power series serves where it converges fast; all its terms are positive for a positive z.
 * Else the function is the mean of (1 - z X)^-a for X from a beta distribution (Euler's integral),
 * integrated over the log-odds of X relative to its mean. Where c is below both a and b, a
 * Vandermonde sum of positive terms with larger c leads back to that.
 *
 * <p>The error of the logarithm is below 2e-12 times the larger of it and 1, for parameters from
 * 1e-4 to 1e5.
 *
 * @see <a href="https://dlmf.nist.gov/15.6.E1">DLMF 15.6.1</a>
 */
public final class GaussHypergeometric {

  private static final int SHORT_SERIES = 1_000;
  private static final int LONG_SERIES = 1_000_000;

  /** A series whose terms shrink by this factor at half its length is over at its length. */
  private static final double FAST = 0.93;

  private static final double RESCALE = 0x1p900;
  private static final double LOG_RESCALE = 900 * 0.6931471805599453;

  /** How far c may lie below both a and b: the number of integrals it takes. */
  private static final double MAX_LIFT = 64;

  private GaussHypergeometric() {}

  /**
   * Returns ln 2F1(a, b; c; z).
   *
   * @param a 0 or more
   * @param b 0 or more
   * @param c above 0
   * @param z below 1
   * @return the natural logarithm of 2F1(a, b; c; z), 0 at z = 0
   * @throws IllegalArgumentException if an argument is out of range; for z below 0 if c is below
   *     both a and b; for z near 1 if c is below both by more than 64 and the series takes over a
   *     million terms
   */
  public static double logValue(double a, double b, double c, double z) {
    return logValue(a, b, c, z, 1 - z);
  }

  /**
   * Returns ln 2F1(a, b; c; z) for a z whose distance to 1 is known to more digits than z holds.
   *
   * @param a 0 or more
   * @param b 0 or more
   * @param c above 0
   * @param z below 1, or rounded to 1
   * @param complement 1 - z, above 0
   * @return the natural logarithm of 2F1(a, b; c; z)
   * @throws IllegalArgumentException as the other method does
   */
  public static double logValue(double a, double b, double c, double z, double complement) {
    requireDomain(a, b, c, z, complement);
    if (a == 0 || b == 0 || z == 0) {
      return 0;
    }
    if (a == c || b == c) {
      return (a == c ? -b : -a) * (z < 0.5 ? log1p(-z) : log(complement));
    }
    if (z > 0 && converges(a, b, c, z, SHORT_SERIES)) {
      return series(a, b, c, z);
    }
    if (c > Math.min(a, b)) {
      return euler(a, b, c, z, complement);
    }
    if (z < 0) {
      throw new IllegalArgumentException(
          "c (" + c + ") must not be below both a (" + a + ") and b (" + b + ") for a z below 0");
    }
    if (Math.min(a, b) - c <= MAX_LIFT) {
      return lifted(a, b, c, z, complement);
    }
    if (converges(a, b, c, z, LONG_SERIES)) {
      return series(a, b, c, z);
    }
    throw new IllegalArgumentException(
        "c (" + c + ") must not be below both a (" + a + ") and b (" + b + ") by more than 64");
  }

  private static void requireDomain(double a, double b, double c, double z, double complement) {
    LogGamma.requireStep(a, "a");
    LogGamma.requireStep(b, "b");
    LogGamma.requirePositive(c, "c");
    LogGamma.requirePositive(complement, "1 - z");
    if (!(z <= 1 && z > Double.NEGATIVE_INFINITY)) {
      throw new IllegalArgumentException("z (" + z + ") must be finite and below 1");
    }
  }

  /** Whether so many terms exhaust the series; the ratio of terms tends to z, without turning. */
  private static boolean converges(double a, double b, double c, double z, int terms) {
    double half = terms / 2.0;
    double limit = 1 - (1 - FAST) * SHORT_SERIES / terms;
    return z < limit && ratio(a, b, c, z, half) < limit;
  }

  private static double ratio(double a, double b, double c, double z, double k) {
    return (a + k) / (c + k) * ((b + k) / (k + 1)) * z;
  }

  private static double series(double a, double b, double c, double z) {
    double term = 1;
    double rest = 0; // of the sum, without its first term 1
    double offset = 0;
    double one = 1;
    for (int k = 0; k < LONG_SERIES; k++) {
      double ratio = ratio(a, b, c, z, k);
      term *= ratio;
      rest += term;
      if (term > RESCALE) {
        term /= RESCALE;
        rest /= RESCALE;
        one = 0;
        offset += LOG_RESCALE;
      }
      if (ratio < 1 && term <= (rest + one) * 1e-17 * (1 - ratio)) {
        break;
      }
    }
    return offset == 0 ? log1p(rest) : offset + log(rest);
  }

  /**
   * Returns the logarithm of Euler's integral, a and b taken in the order that leaves its beta
   * distribution the less skewed.
   */
  private static double euler(double a, double b, double c, double z, double complement) {
    return Math.min(b, c - b) >= Math.min(a, c - a)
        ? new Mean(a, b, c, z, complement).logMean()
        : new Mean(b, a, c, z, complement).logMean();
  }

  /**
   * Returns the logarithm of a sum over j from 0 to n, where n lifts c above a or b.
   *
   * <pre>{@code
   * F(a, b; c; z) = sum of C(n, j) (a)_j (b)_j z^j / ((c)_j (c + n)_j) F(a + j, b + j; c + n + j; z)
   * }</pre>
   *
   * <p>It follows from Vandermonde's identity for (c + k)_n, term by term.
   */
  private static double lifted(double a, double b, double c, double z, double complement) {
    int n = (int) Math.floor(Math.min(a, b) - c) + 1;
    double[] logs = new double[n + 1];
    double logWeight = 0;
    for (int j = 0; j <= n; j++) {
      logs[j] = logWeight + euler(a + j, b + j, c + n + j, z, complement);
      double factor = (n - j) / (j + 1.0) * ((a + j) / (c + j)) * ((b + j) / (c + n + j)) * z;
      logWeight += log(factor);
    }
    return LogSum.of(logs);
  }

  /**
   * The mean of (1 - z X)^-a where X has a beta distribution with parameters b and c - b.
   *
   * <p>With p = b / c, q = 1 - p and s the log-odds of X less those of p, the density of s is that
   * at 0 times exp(-c (ln(1 + p (e^s - 1)) - p s)): no power of X, which may underflow, is needed.
   */
  private static final class Mean {

    private final double a;
    private final double c;
    private final double z;
    private final double complement;
    private final double p;
    private final double q;
    private final double logPeakDensity;

    Mean(double a, double b, double c, double z, double complement) {
      double rest = c - b;
      this.a = a;
      this.c = c;
      this.z = z;
      this.complement = complement;
      this.p = b / c;
      this.q = rest / c;
      this.logPeakDensity =
          log(b * q)
              + Saddlepoint.logFactorialFactor(c)
              - Saddlepoint.logFactorialFactor(b)
              - Saddlepoint.logFactorialFactor(rest);
    }

    double logMean() {
      return Quadrature.overLine(this::logIntegrand, 0) + logPeakDensity;
    }

    private double logIntegrand(double s) {
      double e = exp(-Math.abs(s));
      return s < 0
          ? -c * cumulant(p, q, e, s) - a * logBase(p * e, q)
          : -c * cumulant(q, p, e, -s) - a * logBase(p, q * e);
    }

    /** Returns ln(1 + share (e^s - 1)) - share s for s of 0 or less. */
    private static double cumulant(double share, double rest, double e, double s) {
      double mean = rest + share * e;
      return (mean < 0.5 ? log(mean) : log1p(share * expm1(s))) - share * s;
    }

    /** Returns ln(1 - z X) for X to 1 - X as {@code odds} to {@code against}. */
    private double logBase(double odds, double against) {
      double x = odds / (odds + against);
      double y = against / (odds + against);
      return z * x < 0.5 ? log1p(-z * x) : log(y + complement * x);
    }
  }
}
