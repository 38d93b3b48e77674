package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogGamma;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Quadrature;

/**
 * The discounted purchases of a customer who has not left, as an integral over its rate lambda.
 *
 * <p>An event counts q = lambda / (lambda + force) of the one before, so that purchases in phase j
 * count {@code q^(k - j) 2F1(1, b; a + b; q^k)}.
 *
 * @param k events to a purchase
 * @param shape of the distribution of lambda in phase 0
 * @param rate of that distribution
 * @param sinceLast time since the last purchase
 * @param dropout how long the customer stays
 */
record DiscountedOccasions(
    int k, double shape, double rate, double sinceLast, BetaGeometricDropout dropout) {

  /** Returns the logarithm, phases counting (shape)_j / j! u^j. */
  double log(double force) {
    double logScale = shape * Math.log(shape) - shape - LogGamma.logGamma(shape);
    return logScale + Quadrature.overLine(y -> logIntegrand(y, force), 0);
  }

  /**
   * Returns the logarithm of the integrand over y, the logarithm of lambda over its mean; the
   * density is taken relative to its peak.
   */
  private double logIntegrand(double y, double force) {
    double lambda = shape / rate * Math.exp(y);
    if (lambda == 0 || Double.isInfinite(lambda)) {
      return Double.NEGATIVE_INFINITY;
    }
    double logDiscount = -Math.log1p(force / lambda);
    return shape * (y - Math.expm1(y))
        + logPhases(lambda, logDiscount)
        + Math.log(dropout.discounted(k * logDiscount));
  }

  /** Returns the logarithm of the sum of (lambda (T - t_x))^j / j! q^(k - j). */
  private double logPhases(double lambda, double logDiscount) {
    double[] logs = new double[k];
    logs[0] = k * logDiscount;
    for (int j = 1; j < k; j++) {
      logs[j] = logs[j - 1] + Math.log(lambda * sinceLast / j) - logDiscount;
    }
    return k == 1 ? logs[0] : LogSum.of(logs);
  }
}
