package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Variates;
import io.github.retention4j.time.TimeScale;
import java.util.random.RandomGenerator;

/**
 * The gamma/Gompertz/NBD model of purchases by customers who leave unseen, more and more likely or
 * less and less so as time goes by.
 *
 * <p>While a customer has not left, it buys at random times at a rate lambda, which has a gamma
 * distribution of shape r and rate alpha between customers. It leaves at a hazard {@code eta b e^(b
 * t)} (Gompertz), where eta has a gamma distribution of shape s and rate beta, and does not hang
 * together with lambda. So the chance S to stay past t and the density f of the time of leaving are
 *
 * <pre>{@code
 * S(t) = (beta / (beta + e^(b t) - 1))^s
 * f(t) = s b e^(b t) beta^s / (beta + e^(b t) - 1)^(s + 1)
 * }</pre>
 *
 * <p>The hazard between customers rises with time where beta is over 1 and falls where it is below.
 * As b and beta go to 0 together, the model becomes the Pareto/NBD of rate beta / b.
 *
 * <p>The likelihood of a history (x, t_x, T) is
 *
 * <pre>{@code
 * Gamma(r + x) / Gamma(r) * alpha^r *
 *     ((alpha + T)^-(r + x) S(T)
 *      + integral over tau from t_x to T of (alpha + tau)^-(r + x) f(tau) dtau)
 * }</pre>
 *
 * <p>The first part is that of a customer who is still there, so that
 *
 * <pre>{@code
 * P(alive) = 1 / (1 + ratio of the second part to the first)
 * E(X(t)) = r / alpha * integral over tau from 0 to t of S(tau) dtau
 * }</pre>
 *
 * <p>A customer known to be there at T is a new customer of the model (r + x, alpha + T, b, s, 1 +
 * (beta - 1) e^(-b T)), from which all forecasts follow. The integrals have no closed form; they
 * are taken numerically, as sums of positive terms. For parameters from 1e-6 to 1e4, up to 100,000
 * purchases and times up to 1e5, results are within 1e-9 of the true ones, relatively; a
 * log-likelihood with repeat purchases, which may pass through 0, is within 1e-9 of the larger of
 * itself and 1.
 *
 * <p>Example: for the CDNOW customers of Fader and Hardie, {@code new GgomNbd(0.553, 10.578,
 * 0.0002, 0.603, 0.0026, TimeScale.WEEK)}, a new customer is expected to make 1.256 repeat
 * purchases in 39 weeks.
 *
 * @param r shape of the rate of purchase between customers
 * @param alpha rate of the same, in units of time; a mean customer buys r / alpha times per unit
 * @param b how fast the hazard of leaving grows, per unit of time
 * @param s shape of the level of that hazard between customers
 * @param beta rate of the same, without a unit
 * @param timeScale the unit of time
 * @see <a href="https://doi.org/10.1287/mnsc.1110.1461">Bemmaor and Glady (2012)</a>
 */
public record GgomNbd(double r, double alpha, double b, double s, double beta, TimeScale timeScale)
    implements PurchaseModel, PurchaseProcess {

  /**
   * Checks the parameters.
   *
   * @param r shape of the rate of purchase
   * @param alpha rate of the same
   * @param b how fast the hazard of leaving grows
   * @param s shape of the level of that hazard
   * @param beta rate of the same
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public GgomNbd {
    PurchaseChecks.parameter("r", r);
    PurchaseChecks.parameter("alpha", alpha);
    PurchaseChecks.parameter("b", b);
    PurchaseChecks.parameter("s", s);
    PurchaseChecks.parameter("beta", beta);
    requireNonNull(timeScale, "timeScale");
  }

  @Override
  public double logLikelihood(PurchaseHistory history) {
    return history.purchases() == 0 ? counts().logNone(history.age()) : likelihood(history).log();
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return Math.exp(likelihood(history).logAlive());
  }

  /**
   * Returns the chance that a customer will not have left some time after the end of observation.
   *
   * <pre>{@code P(alive) * S(T + ahead) / S(T)}</pre>
   */
  @Override
  public double probabilityAlive(PurchaseHistory history, double ahead) {
    PurchaseChecks.amount("ahead", ahead);
    double logStays = lifetime().after(history.age()).logStays(ahead);
    return Math.exp(likelihood(history).logAlive() + logStays);
  }

  @Override
  public double expectedPurchases(double duration) {
    return Math.exp(logExpected(duration));
  }

  @Override
  public double expectedPurchases(PurchaseHistory history, double duration) {
    return Math.exp(likelihood(history).logAlive() + stillAlive(history).logExpected(duration));
  }

  private double logExpected(double duration) {
    PurchaseChecks.amount("duration", duration);
    return Math.log(r / alpha) + GgomNbdIntegral.ofStaying(lifetime(), alpha, 0).logOver(duration);
  }

  @Override
  public double probabilityOfPurchases(long purchases, double duration) {
    PurchaseChecks.count("purchases", purchases);
    PurchaseChecks.amount("duration", duration);
    return Math.exp(counts().logProbability(purchases, duration));
  }

  @Override
  public double probabilityOfPurchases(PurchaseHistory history, long purchases, double duration) {
    double ifAlive = stillAlive(history).probabilityOfPurchases(purchases, duration);
    double logAlive = likelihood(history).logAlive();
    double left = purchases == 0 ? -Math.expm1(logAlive) : 0;
    return Math.min(1, left + Math.exp(logAlive) * ifAlive);
  }

  /**
   * Returns the discounted expected purchases of a new customer over all time.
   *
   * <pre>{@code r / alpha * integral over tau from 0 to infinity of e^(-force tau) S(tau) dtau}
   * </pre>
   */
  @Override
  public double discountedPurchases(double force) {
    return Math.exp(logDiscounted(force));
  }

  @Override
  public double discountedPurchases(PurchaseHistory history, double force) {
    return Math.exp(likelihood(history).logAlive() + stillAlive(history).logDiscounted(force));
  }

  private double logDiscounted(double force) {
    PurchaseChecks.positive("force", force);
    return Math.log(r / alpha)
        + GgomNbdIntegral.ofDiscounting(lifetime(), force).logOver(Double.POSITIVE_INFINITY);
  }

  private GgomNbdLifetime lifetime() {
    return new GgomNbdLifetime(b, s, beta);
  }

  private GgomNbdCounts counts() {
    return new GgomNbdCounts(r, alpha, lifetime());
  }

  private GgomNbdLikelihood likelihood(PurchaseHistory history) {
    return new GgomNbdLikelihood(
        Rising.of(r, (double) history.purchases()),
        alpha,
        lifetime(),
        history.recency(),
        history.age());
  }

  /** The model of which this customer is a new one if it has not left. */
  private GgomNbd stillAlive(PurchaseHistory history) {
    return new GgomNbd(
        r + history.purchases(),
        alpha + history.age(),
        b,
        s,
        lifetime().after(history.age()).beta(),
        timeScale);
  }

  @Override
  public SimulatedCustomer simulate(double duration, RandomGenerator random) {
    PurchaseChecks.amount("duration", duration);
    double meanInterval = alpha / Variates.gamma(r, random);
    double leavesAt = leavesAt(random);
    return PurchaseDraw.of(meanInterval, leavesAt, duration, random);
  }

  /** A Gompertz time by logarithms, as a small s makes eta underflow. */
  private double leavesAt(RandomGenerator random) {
    double logEta = Variates.logGamma(s, random) - Math.log(beta);
    return LogSum.log1pExp(Math.log(random.nextExponential()) - logEta) / b;
  }
}
