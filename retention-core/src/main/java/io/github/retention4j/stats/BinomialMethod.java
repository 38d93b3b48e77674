package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Normal;

/**
 * An interval for a share and the test that goes with it: a value lies outside the interval of a
 * level exactly when its p-value is under 1 - level.
 */
interface BinomialMethod {

  double lower(double count, double total, double level);

  double upper(double count, double total, double level);

  double statistic(double count, double total, double hypothesised);

  /** Returns the natural logarithm of the two-sided p-value; the statistic is normal by default. */
  default double logPValue(double count, double total, double hypothesised) {
    return Normal.logTwoSided(statistic(count, total, hypothesised));
  }

  /** Returns a z value: no difference is 0 whatever the error, any other over no error infinite. */
  static double ratio(double difference, double standardError) {
    return difference == 0 ? 0 : difference / standardError;
  }
}
