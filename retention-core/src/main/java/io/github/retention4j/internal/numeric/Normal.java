package io.github.retention4j.internal.numeric;

/**
 * The standard normal distribution, to full double accuracy relative to the value.
 *
 * <p>The upper tail is {@code exp(-z^2/2) * m(z)}. The factor m, the scaled complementary error
 * function, is the midpoint rule applied to an integral whose integrand is analytic save two poles;
 * adding their residues leaves an error below exp(-(pi / h)^2), about 1e-17 for the step used here.
 * All terms are positive, so nothing cancels for any z of zero or more.
 *
 * <p>Source: D. B. Hunter and T. Regan, A note on the evaluation of the complementary error
 * function, Mathematics of Computation 26 (1972).
 */
public final class Normal {

  private static final double STEP = 0.5;
  private static final double POLE_LIMIT = Math.PI / STEP;
  private static final double LOG_2 = Math.log(2);
  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);
  private static final double[] NODES_SQUARED = new double[13];
  private static final double[] WEIGHTS = new double[NODES_SQUARED.length];

  /** Below this distance from one half a probability is inverted around zero, not from a tail. */
  private static final double CENTRE = 0.2;

  static {
    for (int k = 0; k < NODES_SQUARED.length; k++) {
      double node = (k + 0.5) * STEP;
      NODES_SQUARED[k] = node * node;
      WEIGHTS[k] = STEP / Math.PI * Math.exp(-node * node);
    }
  }

  private Normal() {}

  /**
   * Returns the chance of a value of at most z.
   *
   * @param z any number
   * @return P(Z &lt;= z)
   */
  public static double cdf(double z) {
    return upperTail(-z);
  }

  /**
   * Returns the chance of a value of at least z; it underflows to 0 past z = 38.6.
   *
   * @param z any number
   * @return P(Z &gt;= z)
   */
  public static double upperTail(double z) {
    if (z < 0) {
      return 1 - upperTail(-z);
    }
    if (z > 1e10) {
      return 0;
    }
    double square = z * z;
    double roundingOfSquare = Math.fma(z, z, -square);
    return Math.exp(-square / 2) * (1 - roundingOfSquare / 2) * scaledUpperTail(z);
  }

  /**
   * Returns the natural logarithm of the chance of a value of at least z, finite where the chance
   * itself underflows.
   *
   * @param z any number
   * @return ln P(Z &gt;= z)
   */
  public static double logUpperTail(double z) {
    if (z < 0) {
      return Math.log1p(-upperTail(-z));
    }
    return Double.isInfinite(z * z)
        ? Double.NEGATIVE_INFINITY
        : -z * z / 2 + Math.log(scaledUpperTail(z));
  }

  /**
   * Returns the density over the upper tail.
   *
   * @param z any number
   * @return the hazard, over 0 unless it underflows, a little over z where that is large
   */
  public static double hazard(double z) {
    return z < 0
        ? Math.exp(-z * z / 2) / SQRT_2_PI / (1 - upperTail(-z))
        : 1 / (SQRT_2_PI * scaledUpperTail(z));
  }

  /**
   * Returns the natural logarithm of the chance of a value at least as far from zero as z.
   *
   * @param z any number
   * @return ln P(|Z| &gt;= |z|), at most 0
   */
  public static double logTwoSided(double z) {
    return Math.min(0, LOG_2 + logUpperTail(Math.abs(z)));
  }

  /**
   * Returns the value that is not exceeded with chance p.
   *
   * @param p from 0 to 1
   * @return z with P(Z &lt;= z) = p, infinite at 0 and 1
   */
  public static double quantile(double p) {
    return -quantileUpper(p);
  }

  /**
   * Returns the value that is exceeded with chance q.
   *
   * @param q from 0 to 1
   * @return z with P(Z &gt;= z) = q, infinite at 0 and 1
   */
  public static double quantileUpper(double q) {
    if (Math.abs(q - 0.5) <= CENTRE) {
      return centralQuantile(0.5 - q);
    }
    return q < 0.5 ? tailQuantile(q) : -tailQuantile(1 - q);
  }

  /**
   * Returns the half-width that a two-sided interval of a level has in standard errors.
   *
   * @param level from 0 to 1, such as 0.95
   * @return z with P(|Z| &lt;= z) = level
   */
  public static double criticalValue(double level) {
    return level <= 2 * CENTRE ? centralQuantile(level / 2) : quantileUpper((1 - level) / 2);
  }

  /** Returns {@code exp(z^2/2) * P(Z >= z)} for z of zero or more. */
  private static double scaledUpperTail(double z) {
    double x = z / Math.sqrt(2);
    double sum = 0;
    for (int k = NODES_SQUARED.length - 1; k >= 0; k--) {
      sum += WEIGHTS[k] / (NODES_SQUARED[k] / x + x);
    }
    if (x < POLE_LIMIT) {
      sum += Math.exp(x * x) / (Math.exp(2 * POLE_LIMIT * x) + 1);
    }
    return sum;
  }

  private static double tailQuantile(double q) {
    if (q <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double logQ = Math.log(q);
    double z = roughTailQuantile(Math.sqrt(-2 * logQ));
    for (int i = 0; i < 3; i++) {
      double hazard = 1 / (SQRT_2_PI * scaledUpperTail(z));
      double excess = logUpperTail(z) - logQ;
      // Halley's step for ln P(Z >= z): its slope is -hazard, its curvature -hazard (hazard - z).
      z += excess / (hazard - excess * (hazard - z) / 2);
    }
    return z;
  }

  /** Abramowitz and Stegun 26.2.23: within 4.5e-4, t being sqrt(-2 ln q). */
  private static double roughTailQuantile(double t) {
    return t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  }

  /** Returns z with P(0 &lt;= Z &lt;= z) = p, for |p| up to {@link #CENTRE}. */
  private static double centralQuantile(double p) {
    double z = p * SQRT_2_PI;
    for (int i = 0; i < 4; i++) {
      double series = centralSeries(z);
      double error = series - p * SQRT_2_PI * Math.exp(z * z / 2);
      z -= error / (1 + z * error / 2);
    }
    return z;
  }

  /** Returns P(0 &lt;= Z &lt;= z) over the density at z (Abramowitz and Stegun 26.2.11). */
  private static double centralSeries(double z) {
    double term = z;
    double sum = z;
    for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return sum;
  }
}
