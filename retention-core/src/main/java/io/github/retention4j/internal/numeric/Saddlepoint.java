package io.github.retention4j.internal.numeric;

/**
 * The parts of Loader's saddle-point expansion, which splits a probability such as x^a e^-x / a!
 * into a Stirling correction and a deviance, so that no two large logarithms are subtracted.
 *
 * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader (2000), Fast
 *     and accurate computation of binomial probabilities</a>
 */
final class Saddlepoint {

  private static final double SERIES_FROM = 16;
  private static final double SMALL_RATIO = 0.5;

  /** B_2k / (2k (2k - 1)) for k = 1 to 7 (DLMF 5.11.1). */
  static final double[] STIRLING = {
    1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0
  };

  private Saddlepoint() {}

  /** Returns {@code ln(a! e^a / a^a)}, which is 0 at 0. */
  static double logFactorialFactor(double a) {
    return a == 0 ? 0 : stirlingError(a) + 0.5 * Math.log(2 * Math.PI * a);
  }

  /** Returns {@code ln a! - ln(sqrt(2 pi a) (a/e)^a)}. */
  static double stirlingError(double a) {
    double shift = 0;
    double at = a;
    while (at < SERIES_FROM) {
      shift += (at + 0.5) * Math.log1p(1 / at) - 1;
      at++;
    }
    return shift + Polynomial.value(STIRLING, 1 / (at * at)) / at;
  }

  /**
   * Returns {@code k ln(k / mean) + mean - k}.
   *
   * @param excess k - mean, which the caller often knows to more digits than the two
   */
  static double deviance(double k, double mean, double excess) {
    if (k == 0) {
      return mean;
    }
    double ratio = -excess / k;
    return Math.abs(ratio) < SMALL_RATIO ? -k * log1pMinus(ratio) : k * Math.log(k / mean) - excess;
  }

  /** Returns {@code ln(1 + x) - x} without cancellation, for x over -1. */
  static double log1pMinus(double x) {
    if (Math.abs(x) >= SMALL_RATIO) {
      return Math.log1p(x) - x;
    }
    double r = x / (2 + x);
    double square = r * r;
    double power = 1;
    double sum = 0;
    for (int k = 3; power > 1e-18; k += 2) {
      sum += power / k;
      power *= square;
    }
    return r * (2 * square * sum - x);
  }
}
