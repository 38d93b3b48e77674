package io.github.retention4j.internal.numeric;

import static java.lang.Math.log;
import static java.lang.Math.log1p;

/**
 * The logarithm of the beta function and of its ratios, for parameters as unequal as 1e-4 and 1e8.
 *
 * <p>Both rest on Stirling's series with its leading terms combined by hand, so that no two large
 * logarithms are subtracted.
 *
 * @see <a href="https://doi.org/10.1145/131766.131776">Didonato and Morris (1992)</a>
 */
public final class LogBeta {

  private LogBeta() {}

  /**
   * Returns ln B(a, b).
   *
   * <pre>{@code B(a, b) = Gamma(a) Gamma(b) / Gamma(a + b)}</pre>
   *
   * <p>The error is below 3e-15 times the larger of the result and 1.
   *
   * @param a above 0
   * @param b above 0
   * @return the natural logarithm of B(a, b); 0 at a = b = 1
   * @throws IllegalArgumentException if a or b is not above 0
   */
  public static double logBeta(double a, double b) {
    double small = Math.min(a, b);
    double large = Math.max(a, b);
    if (!(small >= LogGamma.STIRLING_FROM)) {
      return LogGamma.logGamma(small) - LogGamma.logRising(large, small);
    }
    double u = 1 / small;
    double v = 1 / large;
    double w = 1 / (a + b);
    return LogGamma.HALF_LOG_TWO_PI
        - 0.5 * log(large)
        - (small - 0.5) * log1p(large / small)
        - large * log1p(small / large)
        + (correction(u) + correction(v) - correction(w));
  }

  private static double correction(double inverse) {
    return inverse * Polynomial.value(Saddlepoint.STIRLING, inverse * inverse);
  }

  /**
   * Returns the logarithm of the mean of p^x (1 - p)^y for p from a beta distribution.
   *
   * <pre>{@code ln B(a + x, b + y) - ln B(a, b)}</pre>
   *
   * <p>Two terms of the same sign, each a sum of terms of one sign: the relative error stays below
   * 1e-14, however small the result.
   *
   * @param a above 0
   * @param b above 0
   * @param x 0 or more
   * @param y 0 or more
   * @return the natural logarithm of B(a + x, b + y) / B(a, b), 0 or less
   * @throws IllegalArgumentException if a or b is not above 0, or x or y is below 0
   */
  public static double logRatio(double a, double b, double x, double y) {
    return -logConvexity(a, b, x) - logConvexity(b, a + x, y);
  }

  /**
   * Returns the mixed difference of ln Gamma, which is 0 or more as ln Gamma is convex.
   *
   * <pre>{@code ln Gamma(a + s + t) - ln Gamma(a + s) - ln Gamma(a + t) + ln Gamma(a)}</pre>
   *
   * <p>It equals ln B(a, s) - ln B(a + t, s), and may be read with s and t exchanged.
   *
   * @param a above 0
   * @param s 0 or more
   * @param t 0 or more
   * @return the mixed difference, to a relative error below 1e-14
   * @throws IllegalArgumentException if a is not above 0, or s or t is below 0
   */
  public static double logConvexity(double a, double s, double t) {
    LogGamma.requirePositive(a, "a");
    LogGamma.requireStep(s, "s");
    LogGamma.requireStep(t, "t");
    double excess = 0; // of the product of (at + s)(at + t) / (at (at + s + t)) over 1
    double at = a;
    while (at < LogGamma.STIRLING_FROM) {
      double ratio = s / at * (t / (at + s + t));
      excess += ratio + excess * ratio;
      at++;
    }
    double ratio = s / at * (t / (at + s + t));
    return log1p(excess)
        + s * log1p(t / (at + s))
        + t * log1p(s / (at + t))
        - (at - 0.5) * log1p(ratio)
        + correctionConvexity(at, s, t);
  }

  /**
   * Returns the mixed difference of the series part of Stirling's formula.
   *
   * <p>Horner's rule, each quantity f(a) being carried with its differences: f(a + s) - f(a), f(a +
   * t) - f(a), and the mixed one.
   */
  private static double correctionConvexity(double a, double s, double t) {
    double w = 1 / a;
    double ws = -s / a / (a + s);
    double wt = -t / a / (a + t);
    double wst = -ws * (t / (a + t)) * ((2 * a + s + t) / (a + s + t));
    double q = w * w;
    double qs = ws * (2 * w + ws);
    double qt = wt * (2 * w + wt);
    double qst = mixed(w, ws, wt, wst, w, ws, wt, wst);
    double f = 0;
    double fs = 0;
    double ft = 0;
    double fst = 0;
    for (int k = Saddlepoint.STIRLING.length - 1; k >= 0; k--) {
      fst = mixed(f, fs, ft, fst, q, qs, qt, qst);
      fs = f * qs + fs * (q + qs);
      ft = f * qt + ft * (q + qt);
      f = f * q + Saddlepoint.STIRLING[k];
    }
    return mixed(f, fs, ft, fst, w, ws, wt, wst);
  }

  /** Returns the mixed difference of a product. */
  private static double mixed(
      double f, double fs, double ft, double fst, double g, double gs, double gt, double gst) {
    return (f + fs + ft) * gst + fst * (g + gs + gt + gst) + fs * gt + ft * gs;
  }
}
