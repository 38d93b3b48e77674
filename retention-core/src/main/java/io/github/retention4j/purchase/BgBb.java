package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.GaussHypergeometric;
import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogGamma;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Variates;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The BG/BB (beta-geometric / beta-Bernoulli) model of purchases at discrete opportunities, such as
 * yearly donations or visits to a yearly fair, by customers who leave unseen.
 *
 * <p>At the beginning of each opportunity a customer leaves for good with chance theta; if it is
 * still there, it buys with chance p. Between customers p has a beta distribution of parameters
 * alpha and beta, theta one of gamma and delta, and the two do not hang together. The likelihood of
 * a history (x, t_x, n) is
 *
 * <pre>{@code
 * B(alpha + x, beta + n - x) / B(alpha, beta) * B(gamma, delta + n) / B(gamma, delta)
 *   + sum over t from t_x to n - 1 of
 *     B(alpha + x, beta + t - x) / B(alpha, beta) * B(gamma + 1, delta + t) / B(gamma, delta)
 * }</pre>
 *
 * <p>The first part is that of a customer who is still there at opportunity n. Such a customer is a
 * new one of the model (alpha + x, beta + n - x, gamma, delta + n), from which all forecasts
 * follow. Time is counted in opportunities. All is computed as sums of positive terms.
 *
 * <p>For parameters from 1e-4 to 1e4 and up to 100,000 opportunities results are within 1e-9 of the
 * true ones, relatively, unless they underflow; a log-likelihood, which may be next to 0, within
 * 1e-9 of the larger of itself and 1. Likelihoods and chances of counts take time in proportion to
 * n.
 *
 * <p>Example: for the 11,104 donors of the paper, {@code new BgBb(1.204, 0.750, 0.657, 2.783)}, a
 * donor with gifts at all of 6 opportunities is still there at the next with chance 0.93, one
 * without any with chance 0.11.
 *
 * @param alpha first parameter of the chance to buy, p; the mean of p is alpha / (alpha + beta)
 * @param beta second parameter of the same
 * @param gamma first parameter of the chance to leave, theta; its mean is gamma / (gamma + delta)
 * @param delta second parameter of the same
 * @see <a href="https://doi.org/10.1287/mksc.1100.0580">Fader, Hardie and Shang (2010)</a>
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {

  /**
   * Checks the parameters.
   *
   * @param alpha first parameter of the chance to buy
   * @param beta second parameter of the same
   * @param gamma first parameter of the chance to leave
   * @param delta second parameter of the same
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public BgBb {
    PurchaseChecks.parameter("alpha", alpha);
    PurchaseChecks.parameter("beta", beta);
    PurchaseChecks.parameter("gamma", gamma);
    PurchaseChecks.parameter("delta", delta);
  }

  /**
   * Returns the logarithm of the likelihood of a history: that of its purchases in one order, as in
   * the paper, not of all orders with the same x and t_x.
   *
   * @param history the customer
   * @return finite, 0 or less
   */
  public double logLikelihood(OpportunityHistory history) {
    BgBbWalk walk = new BgBbWalk(this, history.purchases(), history.opportunities());
    walk.walkTo(history.recency());
    return Math.min(0, walk.logAlive() + walk.logSum());
  }

  /**
   * Returns the chance that a customer was still there at its last opportunity, n.
   *
   * <p>The paper's P(alive) is that at the next, {@link #probabilityAliveAtNext}.
   *
   * @param history the customer
   * @return in (0, 1]; 1 for a customer who bought then
   */
  public double probabilityAlive(OpportunityHistory history) {
    BgBbWalk walk = new BgBbWalk(this, history.purchases(), history.opportunities());
    walk.walkTo(history.recency());
    return Math.exp(-walk.logSum());
  }

  /**
   * Returns the chance that a customer will still be there at its next opportunity, n + 1, and may
   * buy.
   *
   * <pre>{@code P(alive at n) * (delta + n) / (gamma + delta + n)}</pre>
   *
   * @param history the customer
   * @return in (0, 1)
   */
  public double probabilityAliveAtNext(OpportunityHistory history) {
    return probabilityAlive(history, 1);
  }

  /**
   * Returns the chance that a customer will still be there at an opportunity to come.
   *
   * <pre>{@code P(alive at n) * B(gamma, delta + n + ahead) / B(gamma, delta + n)}</pre>
   *
   * @param history the customer
   * @param ahead the number of the opportunity after n, 0 or more; 1 is the next
   * @return in [0, 1]; never rises with {@code ahead}
   * @throws IllegalArgumentException if {@code ahead} is negative
   */
  public double probabilityAlive(OpportunityHistory history, int ahead) {
    PurchaseChecks.count("ahead", ahead);
    double stays = LogBeta.logRatio(delta + history.opportunities(), gamma, ahead, 0);
    return probabilityAlive(history) * Math.exp(stays);
  }

  /**
   * Returns the expected number of purchases of a new customer.
   *
   * <pre>{@code
   * alpha / (alpha + beta) * sum over i from 1 to n of B(gamma, delta + i) / B(gamma, delta)
   *   = alpha / (alpha + beta) * delta / (gamma - 1)
   *     * (1 - Gamma(gamma + delta) Gamma(1 + delta + n) / (Gamma(gamma + delta + n) Gamma(1 + delta)))
   * }</pre>
   *
   * <p>At gamma = 1 the limit, alpha delta / (alpha + beta) * (psi(1 + delta + n) - psi(1 +
   * delta)).
   *
   * @param opportunities n, those after the first purchase, 0 or more
   * @return E(X(n)), 0 or more
   * @throws IllegalArgumentException if n is negative
   */
  public double expectedPurchases(int opportunities) {
    PurchaseChecks.count("opportunities", opportunities);
    return alpha / (alpha + beta) * delta * expectedStays(opportunities);
  }

  /** (1 - ratio of gamma functions) / (gamma - 1), from a logarithm that does not cancel. */
  private double expectedStays(int opportunities) {
    double excess = gamma - 1;
    if (excess == 0) {
      return LogGamma.digammaDifference(1 + delta, opportunities);
    }
    if (excess > 0) {
      return -Math.expm1(-LogBeta.logConvexity(1 + delta, excess, opportunities)) / excess;
    }
    return Math.expm1(LogBeta.logConvexity(gamma + delta, -excess, opportunities)) / -excess;
  }

  /**
   * Returns the expected number of purchases of a customer at opportunities to come.
   *
   * @param history the customer
   * @param opportunities how many follow the last one, 0 or more
   * @return E(X(n, n + opportunities) | x, t_x, n), 0 or more
   * @throws IllegalArgumentException if the opportunities are negative
   */
  public double expectedPurchases(OpportunityHistory history, int opportunities) {
    return probabilityAlive(history) * stillThere(history).expectedPurchases(opportunities);
  }

  /**
   * Returns the chance that a new customer makes exactly so many purchases.
   *
   * @param purchases x, 0 or more
   * @param opportunities n, those after the first purchase, 0 or more
   * @return P(X(n) = x), in [0, 1]; 0 for x over n
   * @throws IllegalArgumentException if a number is negative
   */
  public double probabilityOfPurchases(int purchases, int opportunities) {
    PurchaseChecks.count("purchases", purchases);
    PurchaseChecks.count("opportunities", opportunities);
    if (purchases > opportunities) {
      return 0;
    }
    BgBbWalk walk = new BgBbWalk(this, purchases, opportunities);
    walk.walkAllOrders();
    double stays = LogBeta.logRatio(delta, gamma, opportunities, 0);
    double log = logBetaBinomial(purchases, opportunities) + stays + walk.logSum();
    return Math.min(1, Math.exp(log));
  }

  private double logBetaBinomial(int purchases, int opportunities) {
    double others = (double) opportunities - purchases;
    return logRisingOverFactorial(alpha, purchases)
        + logRisingOverFactorial(beta, others)
        - logRisingOverFactorial(alpha + beta, opportunities);
  }

  /** The logarithm of a (a + 1) ... (a + k - 1) / k!, which is small unless a is large. */
  private static double logRisingOverFactorial(double a, double k) {
    return a >= 1 ? LogBeta.logConvexity(1, a - 1, k) : -LogBeta.logConvexity(a, 1 - a, k);
  }

  /**
   * Returns the chance that a customer makes exactly so many purchases at opportunities to come.
   *
   * @param history the customer
   * @param purchases x, 0 or more
   * @param opportunities how many follow the last one, 0 or more
   * @return P(X(n, n + opportunities) = x | x, t_x, n), in [0, 1]
   * @throws IllegalArgumentException if a number is negative
   */
  public double probabilityOfPurchases(
      OpportunityHistory history, int purchases, int opportunities) {
    double ifThere = stillThere(history).probabilityOfPurchases(purchases, opportunities);
    BgBbWalk walk = new BgBbWalk(this, history.purchases(), history.opportunities());
    walk.walkTo(history.recency());
    double there = Math.exp(-walk.logSum());
    double left = purchases == 0 ? -Math.expm1(-walk.logSum()) : 0;
    return Math.min(1, left + there * ifThere);
  }

  /**
   * Returns the discounted expected purchases of a new customer over all opportunities.
   *
   * <pre>{@code
   * sum over i from 1 on of E(purchase at i) / (1 + rate)^i
   *   = alpha / (alpha + beta) * delta / (gamma + delta) / (1 + rate)
   *     * 2F1(1, delta + 1; gamma + delta + 1; 1 / (1 + rate))
   * }</pre>
   *
   * @param rate the discount rate from one opportunity to the next, over 0
   * @return 0 or more
   * @throws IllegalArgumentException if the rate is not over 0 and finite
   */
  public double discountedPurchases(double rate) {
    PurchaseChecks.positive("rate", rate);
    double now = 1 / (1 + rate);
    double log =
        GaussHypergeometric.logValue(1, delta + 1, gamma + delta + 1, now, rate / (1 + rate));
    return alpha / (alpha + beta) * (delta / (gamma + delta)) * now * Math.exp(log);
  }

  /**
   * Returns the discounted expected residual transactions (DERT) of a customer: its purchases after
   * opportunity n, over all that follow. One at opportunity n + i counts {@code (1 + rate)^-i}.
   *
   * @param history the customer
   * @param rate the discount rate from one opportunity to the next, over 0
   * @return 0 or more
   * @throws IllegalArgumentException if the rate is not over 0 and finite
   */
  public double discountedPurchases(OpportunityHistory history, double rate) {
    return probabilityAlive(history) * stillThere(history).discountedPurchases(rate);
  }

  /** The model of which this customer is a new one if it has not left. */
  private BgBb stillThere(OpportunityHistory history) {
    int n = history.opportunities();
    int x = history.purchases();
    return new BgBb(alpha + x, beta + ((double) n - x), gamma, delta + n);
  }

  /**
   * Draws a customer and at which opportunities it buys.
   *
   * @param opportunities how many to watch, 0 or more
   * @param random where chance comes from
   * @return the numbers of the opportunities with a purchase, from 1, ascending; see {@link
   *     OpportunityHistory#of}
   * @throws IllegalArgumentException if the opportunities are negative
   */
  public int[] simulate(int opportunities, RandomGenerator random) {
    PurchaseChecks.count("opportunities", opportunities);
    double buys = Variates.beta(alpha, beta, random);
    double logOddsOfLeaving = Variates.logGamma(gamma, random) - Variates.logGamma(delta, random);
    // Stays at k opportunities with chance (1 - theta)^k.
    double stays = random.nextExponential() / LogSum.log1pExp(logOddsOfLeaving);
    int there = (int) Math.min(opportunities, stays);
    return IntStream.rangeClosed(1, there).filter(i -> random.nextDouble() < buys).toArray();
  }
}
