package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.IncompleteBeta;

/** Exact binomial tails, each given half of 1 - level. */
record ClopperPearsonMethod() implements BinomialMethod {

  @Override
  public double lower(double count, double total, double level) {
    return count == 0 ? 0 : IncompleteBeta.quantile((1 - level) / 2, count, total - count + 1);
  }

  @Override
  public double upper(double count, double total, double level) {
    return count == total
        ? 1
        : IncompleteBeta.quantileUpper((1 - level) / 2, count + 1, total - count);
  }

  @Override
  public double statistic(double count, double total, double hypothesised) {
    return count;
  }

  @Override
  public double logPValue(double count, double total, double hypothesised) {
    double logAtLeast =
        count == 0 ? 0 : IncompleteBeta.logLower(hypothesised, count, total - count + 1);
    double logAtMost =
        count == total ? 0 : IncompleteBeta.logUpper(hypothesised, count + 1, total - count);
    return Math.log(2) + Math.min(logAtLeast, logAtMost);
  }
}
