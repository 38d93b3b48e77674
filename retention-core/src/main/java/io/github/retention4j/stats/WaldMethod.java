package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Normal;

/** The observed share plus and minus z of its own standard errors, clipped to [0, 1]. */
record WaldMethod() implements BinomialMethod {

  @Override
  public double lower(double count, double total, double level) {
    double share = count / total;
    return Math.max(0, share - Normal.criticalValue(level) * standardError(count, total));
  }

  @Override
  public double upper(double count, double total, double level) {
    double share = count / total;
    return Math.min(1, share + Normal.criticalValue(level) * standardError(count, total));
  }

  @Override
  public double statistic(double count, double total, double hypothesised) {
    double excess = Math.fma(-total, hypothesised, count);
    return BinomialMethod.ratio(excess / total, standardError(count, total));
  }

  private static double standardError(double count, double total) {
    return Math.sqrt(count / total * ((total - count) / total) / total);
  }
}
