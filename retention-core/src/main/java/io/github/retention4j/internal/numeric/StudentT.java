package io.github.retention4j.internal.numeric;

/** Student's t distribution. */
public final class StudentT {

  private StudentT() {}

  /**
   * Returns the value that |T| exceeds with a given chance.
   *
   * <pre>{@code |T| > t with chance I_x(df / 2, 1 / 2), x = df / (df + t^2)}</pre>
   *
   * <p>Both x and 1 - x are found by inversion, so that neither a tiny nor a huge t loses digits.
   *
   * @param alpha the chance, in (0, 1]
   * @param degreesOfFreedom above 0
   * @return t, zero or more; 1.96 at a chance of 0.05 and many degrees of freedom
   * @see <a href="https://dlmf.nist.gov/8.17">DLMF 8.17</a>
   */
  public static double criticalValue(double alpha, double degreesOfFreedom) {
    double half = degreesOfFreedom / 2;
    double x = IncompleteBeta.quantile(alpha, half, 0.5);
    double complement = IncompleteBeta.quantileUpper(alpha, 0.5, half);
    return Math.sqrt(degreesOfFreedom * complement / x);
  }

  /**
   * Returns the natural logarithm of the chance of a value at least as far from zero as t.
   *
   * @param t any number
   * @param degreesOfFreedom above 0
   * @return ln P(|T| &gt;= |t|), at most 0
   * @see <a href="https://dlmf.nist.gov/8.17">DLMF 8.17</a>
   */
  public static double logTwoSided(double t, double degreesOfFreedom) {
    double half = degreesOfFreedom / 2;
    double square = t * t;
    double log =
        square < degreesOfFreedom
            ? IncompleteBeta.logUpper(square / (degreesOfFreedom + square), 0.5, half)
            : IncompleteBeta.logLower(1 / (1 + square / degreesOfFreedom), half, 0.5);
    return Math.min(0, log);
  }
}
