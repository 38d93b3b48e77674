package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogGamma;

/**
 * What of a likelihood depends on r and the number of purchases x alone.
 *
 * @param log ln Gamma(r + x) - ln Gamma(r)
 * @param slope its derivative by r
 */
record Rising(double r, double x, double log, double slope) {

  static Rising of(double r, double x) {
    return new Rising(r, x, LogGamma.logRising(r, x), LogGamma.digammaDifference(r, x));
  }
}
