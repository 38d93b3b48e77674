package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.IncompleteGamma;
import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.Variates;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The gamma-gamma model of spend per purchase.
 *
 * <p>What a customer pays varies from purchase to purchase by a gamma distribution of shape p and a
 * rate nu of its own, so that its mean spend is p / nu. Between customers nu has a gamma
 * distribution of shape q and rate gamma. How much customers spend does not hang on how often they
 * buy. The density of the mean m of x purchases is
 *
 * <pre>{@code
 * 1 / B(p x, q) * (gamma / (gamma + m x))^q * (m x / (gamma + m x))^(p x) / m
 * }</pre>
 *
 * <p>and a customer of mean m over x purchases is expected to spend per purchase
 *
 * <pre>{@code
 * p (gamma + m x) / (p x + q - 1)
 * }</pre>
 *
 * <p>which lies between its own mean and that of the population, p gamma / (q - 1). The latter is
 * infinite unless q is over 1, the former unless p x + q is: see {@link ExpectedSpend}. Intervals
 * exist all the same. Amounts are in units of the currency of the sample, of which gamma carries
 * the scale.
 *
 * <p>For parameters from 1e-4 to 1e4 and up to 100,000 purchases results are within 1e-9 of the
 * true ones, relatively; a log-likelihood, which may pass through 0, within 1e-9 of the larger of
 * itself and 1.
 *
 * <p>Example: for the 946 CDNOW customers with repeat purchases, {@code new GammaGamma(6.25, 3.74,
 * 15.44)}, the population spends 35.22 per purchase; a customer with two purchases of 22.35 on
 * average is expected to spend 24.66.
 *
 * @param p shape of the spend of one customer from purchase to purchase
 * @param q shape of nu between customers
 * @param gamma rate of nu between customers, in units of the currency
 * @see <a href="http://brucehardie.com/notes/025/">Fader and Hardie (2013), The gamma-gamma model
 *     of monetary value</a>
 * @see <a href="https://doi.org/10.1509/jmkr.2005.42.4.415">Fader, Hardie and Lee (2005)</a>
 */
public record GammaGamma(double p, double q, double gamma) implements SpendProcess {

  private static final String INTERVAL_METHOD = "posterior, equal tails";

  /** Amounts beyond, of which two could not be added, are drawn as this. */
  private static final double LARGEST_AMOUNT = 1e300;

  /**
   * Checks the parameters.
   *
   * @param p shape of the spend of one customer
   * @param q shape of nu between customers
   * @param gamma rate of nu between customers
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public GammaGamma {
    PurchaseChecks.parameter("p", p);
    PurchaseChecks.parameter("q", q);
    PurchaseChecks.parameter("gamma", gamma);
  }

  /**
   * Returns the logarithm of the density of the mean spend of a customer, no constant dropped.
   *
   * @param history the customer
   * @return finite; 0 without purchases
   */
  public double logLikelihood(SpendHistory history) {
    if (history.purchases() == 0) {
      return 0;
    }
    double shape = p * history.purchases();
    double total = history.mean() * history.purchases();
    return -LogBeta.logBeta(shape, q)
        - q * Math.log1p(total / gamma)
        - shape * Math.log1p(gamma / total)
        - Math.log(history.mean());
  }

  /**
   * Returns the expected spend per purchase of a customer of whom nothing is known: the mean of the
   * population.
   *
   * <pre>{@code p gamma / (q - 1)}</pre>
   *
   * @return infinite unless q is over 1
   */
  public ExpectedSpend expectedSpend() {
    return expectedSpend(SpendHistory.none());
  }

  /**
   * Returns the expected spend per purchase of a customer.
   *
   * <pre>{@code p (gamma + m x) / (p x + q - 1)}</pre>
   *
   * @param history the customer
   * @return infinite unless p x + q is over 1
   */
  public ExpectedSpend expectedSpend(SpendHistory history) {
    double x = history.purchases();
    double weight = Math.fma(p, x, q - 1);
    double amount = p * (gamma / weight) + p * x / weight * history.mean();
    return weight > 0 && Double.isFinite(amount)
        ? new ExpectedSpend.Finite(amount)
        : new ExpectedSpend.Infinite(Math.fma(p, x, q));
  }

  /**
   * Returns the limits between which the mean spend of a customer lies with a given chance, as far
   * as its purchases tell; without purchases those of the population.
   *
   * <p>Given the purchases, nu has a gamma distribution of shape p x + q and rate gamma + m x. The
   * chances to be below and above the limits are equal. The parameters are taken as known.
   *
   * @param history the customer
   * @param level the chance, over 0 and under 1
   * @return limits of p / nu, in units of the currency; empty if the upper one is beyond what a
   *     double holds
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> spendInterval(SpendHistory history, double level) {
    PurchaseChecks.level(level);
    double tail = (1 - level) / 2;
    double shape = Math.fma(p, (double) history.purchases(), q);
    double scale = p * (gamma + history.mean() * history.purchases());
    double lower = scale / IncompleteGamma.quantileUpper(tail, shape);
    double upper = scale / IncompleteGamma.quantile(tail, shape);
    return Double.isFinite(upper)
        ? Optional.of(new ConfidenceInterval(lower, upper, level, INTERVAL_METHOD))
        : Optional.empty();
  }

  /** Draws what a customer pays at each of its purchases; no amount is over 1e300. */
  @Override
  public double[] simulate(int purchases, RandomGenerator random) {
    double[] amounts = new double[PurchaseChecks.atLeastOne("purchases", purchases)];
    double logScale = Math.log(gamma) - Variates.logGamma(q, random);
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = Math.min(LARGEST_AMOUNT, Math.exp(logScale + Variates.logGamma(p, random)));
    }
    return amounts;
  }
}
