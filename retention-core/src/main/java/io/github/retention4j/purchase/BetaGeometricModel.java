package io.github.retention4j.purchase;

import java.util.random.RandomGenerator;

/**
 * The models in which a customer may leave right after a purchase, never between two: BG/NBD, its
 * modified form, and both with purchases more regular than chance.
 *
 * <p>Assumptions. While a customer stays, the times between its purchases are Erlang distributed:
 * the sum of k exponential times of rate lambda, so that their mean is k / lambda. After each
 * purchase it leaves with chance p. Over customers lambda has a gamma distribution of shape r and
 * rate alpha, p a beta distribution with a and b, independent of each other.
 *
 * <pre>{@code
 * L(x, t_x, T) = C Gamma(r + k x) alpha^r / Gamma(r)
 *     ( B(a, b + d) / B(a, b) sum over j < k of (r + k x)_j / j! (T - t_x)^j / (alpha + T)^(r + k x + j)
 *       + B(a + 1, b + d - 1) / B(a, b) / (alpha + t_x)^(r + k x) )
 * }</pre>
 *
 * <p>d counts the occasions to leave: x, or x + 1 where a customer may leave right after its first
 * purchase; without any the second summand is absent. C is 1 for k = 1. For k over 1 it is the
 * product of the intervals to the power k - 1, over (k - 1)!^x, where the intervals are known
 * ({@link #logLikelihood(PurchaseHistory, double)}); of a history alone ({@link
 * #logLikelihood(PurchaseHistory)}) it is its mean over all places in which the purchases before
 * the last one may have been, {@code t_x^((k - 1) x) Gamma(x) / Gamma(k x)}. C does not depend on
 * r, alpha, a and b; both forms can be compared between different k.
 *
 * <p>All expectations and chances are exact, also for k over 1: they are sums over the number of
 * purchases to come and over how far the current interval has gone, of terms that are all positive.
 * The relative error is below 1e-9, that of discounted purchases, which hold an integral, below
 * 1e-7.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie and Lee (2005)</a>
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2020.09.002">Reutterer, Platzer and Schroeder
 *     (2021)</a>
 */
public sealed interface BetaGeometricModel extends PurchaseModel, PurchaseProcess
    permits BgNbd, MbgNbd, BgCnbdK, MbgCnbdK {

  /**
   * Returns the regularity of purchases.
   *
   * @return k, 1 for purchases at random
   */
  int k();

  /**
   * Returns the shape of the gamma distribution of purchase rates.
   *
   * @return r
   */
  double r();

  /**
   * Returns the rate of the gamma distribution of purchase rates.
   *
   * @return alpha, in the unit of time
   */
  double alpha();

  /**
   * Returns the first parameter of the beta distribution of the chance to leave.
   *
   * @return a
   */
  double a();

  /**
   * Returns the second parameter of the beta distribution of the chance to leave.
   *
   * @return b
   */
  double b();

  /**
   * Tells whether a customer may leave right after its first purchase.
   *
   * @return true for the modified models
   */
  boolean mayLeaveAtFirst();

  @Override
  default double logLikelihood(PurchaseHistory history) {
    return BetaGeometricLikelihood.of(this, history)
        + BetaGeometricLikelihood.logMeanIntervals(k(), history);
  }

  /**
   * Returns the logarithm of the likelihood of a history whose intervals are known, no constant
   * dropped.
   *
   * @param history the customer
   * @param logIntervals the sum of the logarithms of the intervals between its purchases, in the
   *     unit of the model; 0 without repeat purchases
   * @return finite; for k = 1 the intervals do not matter
   * @throws IllegalArgumentException if the sum is infinite or NaN, over that of equal intervals by
   *     more than rounding, or not 0 without repeat purchases
   */
  default double logLikelihood(PurchaseHistory history, double logIntervals) {
    BetaGeometricLikelihood.requireLogIntervals(history, logIntervals);
    return BetaGeometricLikelihood.of(this, history)
        + BetaGeometricLikelihood.logIntervals(k(), history.purchases(), logIntervals);
  }

  @Override
  default double probabilityAlive(PurchaseHistory history) {
    return BetaGeometricOutlook.of(this, history).probabilityAlive();
  }

  @Override
  default double probabilityAlive(PurchaseHistory history, double ahead) {
    PurchaseChecks.amount("ahead", ahead);
    return BetaGeometricOutlook.of(this, history).probabilityAlive(ahead);
  }

  @Override
  default double expectedPurchases(double duration) {
    return expectedPurchases(PurchaseHistory.withoutRepeats(0), duration);
  }

  @Override
  default double expectedPurchases(PurchaseHistory history, double duration) {
    PurchaseChecks.amount("duration", duration);
    return BetaGeometricOutlook.of(this, history).expectedPurchases(duration);
  }

  @Override
  default double probabilityOfPurchases(long purchases, double duration) {
    return probabilityOfPurchases(PurchaseHistory.withoutRepeats(0), purchases, duration);
  }

  @Override
  default double probabilityOfPurchases(PurchaseHistory history, long purchases, double duration) {
    PurchaseChecks.count("purchases", purchases);
    PurchaseChecks.amount("duration", duration);
    double chance =
        BetaGeometricOutlook.of(this, history).probabilityOfPurchases(purchases, duration);
    return Math.min(1, chance);
  }

  @Override
  default double discountedPurchases(double force) {
    return discountedPurchases(PurchaseHistory.withoutRepeats(0), force);
  }

  @Override
  default double discountedPurchases(PurchaseHistory history, double force) {
    PurchaseChecks.positive("force", force);
    return BetaGeometricOutlook.of(this, history).discountedPurchases(force);
  }

  @Override
  default double probabilityOfPurchaseWithin(PurchaseHistory history, double duration) {
    PurchaseChecks.amount("duration", duration);
    // A sum of chances can round to the double above 1.
    double chance = BetaGeometricOutlook.of(this, history).probabilityOfPurchaseWithin(duration);
    return Math.min(1, chance);
  }

  /**
   * Returns the chance that a customer ever buys again: that it is alive, as it leaves only after a
   * purchase.
   *
   * @param history the customer
   * @return in [0, 1]
   */
  @Override
  default double probabilityOfAnotherPurchase(PurchaseHistory history) {
    return probabilityAlive(history);
  }

  @Override
  default SimulatedCustomer simulate(double duration, RandomGenerator random) {
    PurchaseChecks.amount("duration", duration);
    return BetaGeometricSimulation.draw(this, duration, random);
  }
}
