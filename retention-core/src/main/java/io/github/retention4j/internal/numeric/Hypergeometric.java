package io.github.retention4j.internal.numeric;

/** How many marked items a draw without replacement holds. */
public final class Hypergeometric {

  private Hypergeometric() {}

  /**
   * Returns the natural logarithm of the chance of k marked items, as a ratio of three binomial
   * probabilities in saddle-point form, so that large counts do not cancel.
   *
   * @param k marked items drawn, within what is possible
   * @param marked marked items there are
   * @param unmarked other items there are
   * @param drawn items drawn
   * @return ln P(K = k)
   * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader (2000)</a>
   */
  public static double logProbability(double k, double marked, double unmarked, double drawn) {
    double all = marked + unmarked;
    double share = drawn / all;
    double rest = (all - drawn) / all;
    double excess = Products.difference(k, all, marked, drawn) / all;
    return logBinomial(k, marked, share, rest, excess)
        + logBinomial(drawn - k, unmarked, share, rest, -excess)
        - logBinomial(drawn, all, share, rest, 0);
  }

  private static double logBinomial(double k, double n, double p, double q, double excess) {
    return Saddlepoint.logFactorialFactor(n)
        - Saddlepoint.logFactorialFactor(k)
        - Saddlepoint.logFactorialFactor(n - k)
        - Saddlepoint.deviance(k, n * p, excess)
        - Saddlepoint.deviance(n - k, n * q, -excess);
  }
}
