package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.IncompleteBeta;

/** Equal tails of the posterior Beta(x + 1/2, n - x + 1/2); no limit where nobody, or all. */
record JeffreysMethod() implements BinomialMethod {

  private static final double PRIOR = 0.5;

  @Override
  public double lower(double count, double total, double level) {
    return count == 0
        ? 0
        : IncompleteBeta.quantile((1 - level) / 2, count + PRIOR, total - count + PRIOR);
  }

  @Override
  public double upper(double count, double total, double level) {
    return count == total
        ? 1
        : IncompleteBeta.quantileUpper((1 - level) / 2, count + PRIOR, total - count + PRIOR);
  }

  @Override
  public double statistic(double count, double total, double hypothesised) {
    return IncompleteBeta.lower(hypothesised, count + PRIOR, total - count + PRIOR);
  }

  @Override
  public double logPValue(double count, double total, double hypothesised) {
    double a = count + PRIOR;
    double b = total - count + PRIOR;
    double logBelow = count == 0 ? 0 : IncompleteBeta.logLower(hypothesised, a, b);
    double logAbove = count == total ? 0 : IncompleteBeta.logUpper(hypothesised, a, b);
    return Math.log(2) + Math.min(logBelow, logAbove);
  }
}
