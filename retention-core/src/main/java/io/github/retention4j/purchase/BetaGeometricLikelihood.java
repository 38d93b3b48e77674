package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogGamma;

/** The log-likelihood of one history under a {@link BetaGeometricModel}. */
final class BetaGeometricLikelihood {

  /** For sums of logarithms that were rounded when they were printed. */
  private static final double SLACK = 1e-6;

  private BetaGeometricLikelihood() {}

  /** Returns the logarithm of the likelihood without the factor C. */
  static double of(BetaGeometricModel model, PurchaseHistory history) {
    BetaGeometricOutlook outlook = BetaGeometricOutlook.of(model, history);
    double shape = outlook.shape();
    return LogGamma.logRising(model.r(), shape - model.r())
        - model.r() * Math.log1p(history.age() / model.alpha())
        - (shape - model.r()) * Math.log(model.alpha() + history.age())
        + outlook.logPhases()
        + new BetaGeometricDropout(model.a(), model.b()).logStay(outlook.occasions())
        + outlook.logGoneOrAlive();
  }

  /** Returns ln C where the intervals are known. */
  static double logIntervals(int k, long purchases, double logIntervals) {
    return (k - 1) * logIntervals - purchases * LogGamma.logGamma(k);
  }

  /** Returns ln C where only the sum of the intervals is known. */
  static double logMeanIntervals(int k, PurchaseHistory history) {
    double x = history.purchases();
    return k == 1 || x == 0
        ? 0
        : (k - 1) * x * Math.log(history.recency()) - LogGamma.logRising(x, (k - 1) * x);
  }

  static void requireLogIntervals(PurchaseHistory history, double sum) {
    double x = history.purchases();
    double most = x == 0 ? 0 : x * Math.log(history.recency() / x);
    if (!Double.isFinite(sum)
        || sum > most + SLACK * (1 + Math.abs(most))
        || (x == 0 && sum != 0)) {
      throw new IllegalArgumentException(
          "logIntervals ("
              + sum
              + ") must be "
              + (x == 0
                  ? "0 without repeat purchases"
                  : "finite and at most " + most + ", that of equal intervals"));
    }
  }
}
