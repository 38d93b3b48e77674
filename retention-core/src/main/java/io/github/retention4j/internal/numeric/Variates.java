package io.github.retention4j.internal.numeric;

import java.util.random.RandomGenerator;

/**
 * Random numbers of some distributions. All methods are exact but for rounding: they invert a
 * distribution function, reject, or reduce to one of the others.
 */
public final class Variates {

  /** Under this size a count is drawn step by step. */
  private static final double FEW = 12;

  private Variates() {}

  /**
   * Draws from the gamma distribution of scale 1.
   *
   * @param shape over 0
   * @param random where chance comes from
   * @return 0 or more; 0 where the value underflows, as it does for a tiny shape
   */
  public static double gamma(double shape, RandomGenerator random) {
    return Math.exp(logGamma(shape, random));
  }

  /**
   * Draws the logarithm of a number of the gamma distribution of scale 1, which a tiny shape does
   * not make underflow.
   *
   * @param shape over 0
   * @param random where chance comes from
   * @return a finite number
   * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang (2000)</a>
   */
  public static double logGamma(double shape, RandomGenerator random) {
    if (shape < 1) {
      return logGamma(shape + 1, random) - random.nextExponential() / shape;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        // log(uniform) is minus an exponential.
        if (-random.nextExponential() < 0.5 * x * x + d * (1 - v + Math.log(v))) {
          return Math.log(d) + Math.log(v);
        }
      }
    }
  }

  /**
   * Draws from the beta distribution.
   *
   * @param a over 0
   * @param b over 0
   * @param random where chance comes from
   * @return in [0, 1]
   */
  public static double beta(double a, double b, RandomGenerator random) {
    double logOdds = logGamma(a, random) - logGamma(b, random);
    return 1 / (1 + Math.exp(-logOdds));
  }

  /**
   * Draws from the Poisson distribution.
   *
   * <p>A large mean is reduced by the time of the m-th arrival, which has a gamma distribution.
   *
   * @param mean 0 or more
   * @param random where chance comes from
   * @return 0 or more
   * @see <a href="https://doi.org/10.1007/BF02293108">Ahrens and Dieter (1974)</a>
   */
  public static long poisson(double mean, RandomGenerator random) {
    double rest = mean;
    long count = 0;
    while (rest > FEW) {
      long arrivals = (long) (rest * 7 / 8);
      double time = gamma((double) arrivals, random);
      if (time > rest) {
        return count + binomial(arrivals - 1, rest / time, random);
      }
      count += arrivals;
      rest -= time;
    }
    double time = random.nextExponential();
    while (time <= rest) {
      count++;
      time += random.nextExponential();
    }
    return count;
  }

  /**
   * Draws from the binomial distribution.
   *
   * <p>Many trials are halved by the median of as many uniform numbers, which has a beta
   * distribution.
   *
   * @param trials 0 or more
   * @param probability in [0, 1]
   * @param random where chance comes from
   * @return 0 to {@code trials}
   * @see <a href="https://doi.org/10.1007/BF02293108">Ahrens and Dieter (1974)</a>
   */
  public static long binomial(long trials, double probability, RandomGenerator random) {
    long n = trials;
    double p = probability;
    long count = 0;
    while (n > FEW) {
      long middle = 1 + n / 2;
      double split = beta((double) middle, (double) (n + 1 - middle), random);
      if (split > p) {
        n = middle - 1;
        p = p / split;
      } else {
        count += middle;
        n -= middle;
        p = split < 1 ? (p - split) / (1 - split) : 1;
      }
    }
    for (long trial = 0; trial < n; trial++) {
      count += random.nextDouble() < p ? 1 : 0;
    }
    return count;
  }

  /**
   * Draws the number of failures before the first success.
   *
   * @param probability of a success, in (0, 1]
   * @param random where chance comes from
   * @return 0 or more, at most {@link Long#MAX_VALUE}
   */
  public static long geometric(double probability, RandomGenerator random) {
    return (long) Math.floor(random.nextExponential() / -Math.log1p(-probability));
  }

  /**
   * Draws from the Gompertz distribution, of which {@code P(T > t) = exp(-shape (exp(rate t) -
   * 1))}.
   *
   * @param shape over 0
   * @param rate over 0, per unit of time
   * @param random where chance comes from
   * @return a time, 0 or more
   */
  public static double gompertz(double shape, double rate, RandomGenerator random) {
    return Math.log1p(random.nextExponential() / shape) / rate;
  }
}
