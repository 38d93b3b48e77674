package io.github.retention4j.internal.numeric;

/** The chi-square distribution: a gamma variable of shape df / 2 and scale 2. */
public final class ChiSquare {

  private ChiSquare() {}

  /**
   * Returns the chance of at least x.
   *
   * @param x 0 or more
   * @param df degrees of freedom, over 0
   * @return P(X &gt;= x)
   */
  public static double upperTail(double x, double df) {
    return IncompleteGamma.upper(df / 2, x / 2);
  }

  /**
   * Returns the natural logarithm of the chance of at least x, finite where the chance underflows.
   *
   * @param x 0 or more
   * @param df degrees of freedom, over 0
   * @return ln P(X &gt;= x)
   */
  public static double logUpperTail(double x, double df) {
    return IncompleteGamma.logUpper(df / 2, x / 2);
  }

  /**
   * Returns the value that is not exceeded with chance p.
   *
   * @param p from 0 to 1
   * @param df degrees of freedom, over 0
   * @return x with P(X &lt;= x) = p
   */
  public static double quantile(double p, double df) {
    return 2 * IncompleteGamma.quantile(p, df / 2);
  }

  /**
   * Returns the value that is exceeded with chance q.
   *
   * @param q from 0 to 1
   * @param df degrees of freedom, over 0
   * @return x with P(X &gt;= x) = q
   */
  public static double quantileUpper(double q, double df) {
    return 2 * IncompleteGamma.quantileUpper(q, df / 2);
  }
}
