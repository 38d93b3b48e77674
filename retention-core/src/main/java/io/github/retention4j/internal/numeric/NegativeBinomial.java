package io.github.retention4j.internal.numeric;

import static java.lang.Math.log;
import static java.lang.Math.log1p;

/**
 * The number of events of a Poisson process whose rate has a gamma distribution, in a stretch of
 * time. Immutable.
 *
 * <pre>{@code
 * P(N = m) = Gamma(r + m) / (Gamma(r) m!) (alpha / (alpha + t))^r (t / (alpha + t))^m
 * }</pre>
 *
 * <p>By Loader's saddle-point form, so that large shapes and counts keep their digits; carried on
 * to real m.
 *
 * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader (2000)</a>
 */
public final class NegativeBinomial {

  private final double shape;
  private final double rate;
  private final double time;
  private final double share;
  private final double shareOfRate;

  /**
   * Takes the parameters.
   *
   * @param shape r of the gamma distribution, over 0
   * @param rate alpha of the gamma distribution, over 0
   * @param time t, 0 or more
   */
  public NegativeBinomial(double shape, double rate, double time) {
    this.shape = shape;
    this.rate = rate;
    this.time = time;
    this.share = time / (rate + time);
    this.shareOfRate = rate / (rate + time);
  }

  /**
   * Returns the expected number.
   *
   * @return r t / alpha
   */
  public double mean() {
    return shape * (time / rate);
  }

  /**
   * Returns a count up to which next to all lies.
   *
   * @return m with P(N over m) below 1e-15 of any moment asked for here
   */
  public double reach() {
    double spread = 1 + time / rate;
    return mean() + 8 * Math.sqrt(mean() * spread) + 45 * spread;
  }

  /**
   * Returns the logarithm of the chance of none.
   *
   * @return ln P(N = 0)
   */
  public double logNone() {
    return -shape * log1p(time / rate);
  }

  /**
   * Returns how far the factor from one chance to the next stays below 1 in the long run.
   *
   * @return alpha / (alpha + t)
   */
  public double shareOfRate() {
    return shareOfRate;
  }

  /**
   * Returns the factor from the chance of one count to that of the next.
   *
   * @param m 0 or more
   * @return P(N = m + 1) / P(N = m)
   */
  public double ratio(double m) {
    return (shape + m) / (m + 1) * share;
  }

  /**
   * Returns the logarithm of the chance of a count.
   *
   * @param m 0 or more
   * @return ln P(N = m), minus infinity where it is 0
   */
  public double logProbability(double m) {
    if (m == 0) {
      return logNone();
    }
    if (share == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double n = shape + m;
    double excess = shape * share - m * shareOfRate;
    return log(shape / n)
        + Saddlepoint.logFactorialFactor(n)
        - Saddlepoint.logFactorialFactor(shape)
        - Saddlepoint.logFactorialFactor(m)
        - Saddlepoint.deviance(shape, n * shareOfRate, excess)
        - Saddlepoint.deviance(m, n * share, -excess);
  }

  /**
   * Returns the chance of at least so many.
   *
   * @param m 0 or more
   * @return P(N at least m), accurate where it is small
   */
  public double atLeast(double m) {
    if (m == 0) {
      return 1;
    }
    return share <= shareOfRate
        ? IncompleteBeta.lower(share, m, shape)
        : IncompleteBeta.upper(shareOfRate, shape, m);
  }
}
