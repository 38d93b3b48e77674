package io.github.retention4j.purchase;

import io.github.retention4j.time.TimeScale;

/**
 * A model of purchases in continuous time by customers who, at a moment that nobody sees, leave for
 * good. Immutable: its parameters are the model.
 *
 * <p>Times are in the unit of the model, {@link #timeScale()}. A new customer is one that has just
 * made its first purchase; purchases are repeat purchases, the first one not among them.
 */
public interface PurchaseModel {

  /**
   * Returns the unit of time of the parameters.
   *
   * @return the unit
   */
  TimeScale timeScale();

  /**
   * Returns the logarithm of the likelihood of a history, no constant dropped.
   *
   * @param history the customer
   * @return finite
   */
  double logLikelihood(PurchaseHistory history);

  /**
   * Returns the chance that a customer has not left by the end of observation.
   *
   * @param history the customer
   * @return in [0, 1]
   */
  double probabilityAlive(PurchaseHistory history);

  /**
   * Returns the chance that a customer will not have left some time after the end of observation.
   *
   * @param history the customer
   * @param ahead how long after the end of observation, 0 or more
   * @return in [0, 1]; never rises with {@code ahead}
   * @throws IllegalArgumentException if {@code ahead} is negative, infinite or NaN
   */
  double probabilityAlive(PurchaseHistory history, double ahead);

  /**
   * Returns the expected number of purchases of a new customer.
   *
   * @param duration t, the time from the first purchase on, 0 or more
   * @return E(X(t)), 0 or more
   * @throws IllegalArgumentException if the duration is negative, infinite or NaN
   */
  double expectedPurchases(double duration);

  /**
   * Returns the expected number of purchases of a customer in some time to come.
   *
   * @param history the customer
   * @param duration t, the time from the end of observation on, 0 or more
   * @return E(X(T, T + t) | x, t_x, T), 0 or more
   * @throws IllegalArgumentException if the duration is negative, infinite or NaN
   */
  double expectedPurchases(PurchaseHistory history, double duration);

  /**
   * Returns the chance that a new customer makes exactly so many purchases.
   *
   * @param purchases n, 0 or more
   * @param duration t, the time from the first purchase on, 0 or more
   * @return P(X(t) = n), in [0, 1]
   * @throws IllegalArgumentException if n is negative or the duration negative, infinite or NaN
   */
  double probabilityOfPurchases(long purchases, double duration);

  /**
   * Returns the chance that a customer makes exactly so many purchases in some time to come.
   *
   * @param history the customer
   * @param purchases n, 0 or more
   * @param duration t, the time from the end of observation on, 0 or more
   * @return P(X(T, T + t) = n | x, t_x, T), in [0, 1]
   * @throws IllegalArgumentException if n is negative or the duration negative, infinite or NaN
   */
  double probabilityOfPurchases(PurchaseHistory history, long purchases, double duration);

  /**
   * Returns the discounted expected purchases of a new customer over all time.
   *
   * @param force the force of interest per unit of time, over 0: a purchase at time t counts {@code
   *     exp(-force t)}
   * @return 0 or more
   * @throws IllegalArgumentException if the force is not over 0 and finite
   */
  double discountedPurchases(double force);

  /**
   * Returns the discounted expected residual transactions (DERT) of a customer: its purchases after
   * the end of observation, over all time.
   *
   * @param history the customer
   * @param force the force of interest per unit of time, over 0: a purchase at time T + t counts
   *     {@code exp(-force t)}
   * @return 0 or more
   * @throws IllegalArgumentException if the force is not over 0 and finite
   */
  double discountedPurchases(PurchaseHistory history, double force);

  /**
   * Returns the chance that a customer buys again within some time.
   *
   * @param history the customer
   * @param duration t, the time from the end of observation on, 0 or more
   * @return 1 - P(X(T, T + t) = 0 | x, t_x, T), in [0, 1]; never falls with t
   * @throws IllegalArgumentException if the duration is negative, infinite or NaN
   */
  default double probabilityOfPurchaseWithin(PurchaseHistory history, double duration) {
    return 1 - probabilityOfPurchases(history, 0, duration);
  }

  /**
   * Returns the chance that a customer ever buys again, the limit of {@link
   * #probabilityOfPurchaseWithin}.
   *
   * <p>Unless a model knows better, that of a time of 1e300.
   *
   * @param history the customer
   * @return in [0, 1]
   */
  default double probabilityOfAnotherPurchase(PurchaseHistory history) {
    return probabilityOfPurchaseWithin(history, 1e300);
  }
}
