package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Normal;

/** Wald's interval after adding z^2 / 2 to the count and z^2 to the total, clipped to [0, 1]. */
record AgrestiCoullMethod() implements BinomialMethod {

  @Override
  public double lower(double count, double total, double level) {
    double z = Normal.criticalValue(level);
    return Math.max(0, centre(count, total, z) - radius(count, total, z));
  }

  @Override
  public double upper(double count, double total, double level) {
    double z = Normal.criticalValue(level);
    return Math.min(1, centre(count, total, z) + radius(count, total, z));
  }

  private static double centre(double count, double total, double z) {
    return (count + z * z / 2) / (total + z * z);
  }

  private static double radius(double count, double total, double z) {
    double enlarged = total + z * z;
    double centre = centre(count, total, z);
    double rest = centre(total - count, total, z);
    return z * Math.sqrt(centre * rest / enlarged);
  }

  /**
   * Returns the z at which a limit meets the hypothesised share.
   *
   * <p>With t the observed less the hypothesised share p and r = n / z^2, a limit is at p where
   *
   * <pre>{@code t^2 r^3 + (2 t^2 - p q) r^2 + (t (1 - 2 p) - p q - 1/4) r - p q = 0}</pre>
   *
   * <p>By Descartes' rule this cubic has one positive root (three would need 3 e^4 - 1.5 e^2 + 1/4
   * under 0 for e = 1/2 - p, which never is), so the clipped intervals are nested and the test is
   * well defined. None is left where p is 0 or 1 and no interval reaches it: then the search ends
   * at the smallest double, and z is infinite.
   */
  @Override
  public double statistic(double count, double total, double hypothesised) {
    double t = Math.fma(-total, hypothesised, count) / total;
    double pq = hypothesised * (1 - hypothesised);
    double square = t * t;
    if (square == 0) {
      return 0;
    }
    double linear = t * (1 - 2 * hypothesised) - pq - 0.25;
    double root = positiveRoot(square, 2 * square - pq, linear, -pq);
    return Math.copySign(Math.sqrt(total / root), t);
  }

  /** Halves the bits of a positive double until none is left between a value below and above. */
  private static double positiveRoot(
      double cubic, double quadratic, double linear, double constant) {
    long below = 0;
    long above = Double.doubleToLongBits(Double.MAX_VALUE);
    while (above - below > 1) {
      long middle = below + (above - below) / 2;
      double r = Double.longBitsToDouble(middle);
      // Divided by r^2, so that no power overflows where the sign matters.
      if (cubic * r + quadratic + (linear + constant / r) / r > 0) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return Double.longBitsToDouble(above);
  }
}
