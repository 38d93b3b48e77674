package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Variates;
import io.github.retention4j.time.TimeScale;
import java.util.random.RandomGenerator;

/**
 * A Pareto/NBD model in which the rates of purchase and of leaving hang together between customers,
 * by a joint distribution of the Sarmanov family.
 *
 * <p>A customer of the rates lambda and mu is as frequent as in the base model, times
 *
 * <pre>{@code
 * 1 + omega * (exp(-lambda d) - E(exp(-lambda d))) * (exp(-mu d) - E(exp(-mu d)))
 * E(exp(-lambda d)) = (alpha / (alpha + d))^r,   E(exp(-mu d)) = (beta / (beta + d))^s
 * }</pre>
 *
 * <p>d is the mixing time: exp(-lambda d) is the chance that a customer who stays does not buy
 * within it, exp(-mu d) that a customer does not leave. Each rate alone keeps its gamma
 * distribution. At omega = 0 the rates are independent and the model is the base; at omega over 0
 * those who buy often tend to leave soon.
 *
 * <p>Papers and other programs take d = 1, whatever the unit of time, so that their models of weeks
 * and of days are not the same. Here d is a part of the model, in its unit, and changes with it as
 * alpha and beta do. It also bounds what correlation there can be, most narrowly where it is short
 * against alpha and beta; see {@link #leastCorrelation} and {@link #largestCorrelation}.
 *
 * <p>All results are computed as sums and integrals of positive terms. In the range that {@link
 * ParetoNbd} names, for mixing times from 1e-4 to 1e4, chances to be alive and expectations are
 * within 1e-9 of the true ones, relatively, and log-likelihoods as near as those of {@link
 * ParetoNbd}, where omega is not nearer than 1e-5 of itself to a bound; nearer, results of rare
 * histories hang on digits of omega that it does not have. For parameters of customers all results,
 * probabilities of counts among them, are within 1e-13.
 *
 * <p>Example: with {@code new ParetoNbd(0.553, 10.578, 0.606, 11.669, TimeScale.WEEK)}, a mixing
 * time of 10 weeks and omega = 2, the correlation is 0.124; it could be from -0.130 to 0.285.
 *
 * @param base the rates of purchase and of leaving, each taken alone
 * @param omega how they hang together, from {@link #leastOmega} to {@link #largestOmega}
 * @param mixingTime d, in the unit of the base
 * @see <a href="https://doi.org/10.1080/03610929608831759">Lee (1996), Properties and applications
 *     of the Sarmanov family of bivariate distributions</a>
 * @see <a href="https://doi.org/10.1287/mksc.1040.0050">Park and Fader (2004)</a>
 * @see <a href="https://doi.org/10.1287/mksc.2020.1254">Bachmann, Meierer and Naef (2021)</a>
 */
public record ParetoNbdWithCorrelation(ParetoNbd base, double omega, double mixingTime)
    implements PurchaseModel, PurchaseProcess {

  /** Relative; bounds are not known better. */
  private static final double ROUNDING = 1e-12;

  /**
   * Checks that the rates have a joint distribution.
   *
   * @param base the rates, each taken alone
   * @param omega how they hang together
   * @param mixingTime d, in the unit of the base
   * @throws IllegalArgumentException if the mixing time is not finite and over 0, or omega is not
   *     finite or, roundings apart, beyond a bound
   */
  public ParetoNbdWithCorrelation {
    requireNonNull(base, "base");
    PurchaseChecks.positive("mixingTime", mixingTime);
    SarmanovChance quiet = SarmanovChance.of(base.r(), base.alpha(), mixingTime);
    SarmanovChance stays = SarmanovChance.of(base.s(), base.beta(), mixingTime);
    double least = SarmanovWeights.leastOmega(quiet, stays);
    double largest = SarmanovWeights.largestOmega(quiet, stays);
    double slack = 1 + ROUNDING;
    if (!(omega >= least * slack && omega <= largest * slack) || Double.isInfinite(omega)) {
      throw new IllegalArgumentException(
          "omega ("
              + omega
              + ") must be finite and from "
              + least
              + " to "
              + largest
              + " for this base and mixingTime ("
              + mixingTime
              + ")");
    }
  }

  /**
   * Returns the model of a correlation.
   *
   * @param base the rates of purchase and of leaving, each taken alone
   * @param correlation of both rates, between customers
   * @param mixingTime d, in the unit of the base
   * @return the model
   * @throws IllegalArgumentException if the mixing time is not finite and over 0, or the
   *     correlation asks for an omega that is not finite or beyond a bound
   */
  public static ParetoNbdWithCorrelation ofCorrelation(
      ParetoNbd base, double correlation, double mixingTime) {
    double each = new ParetoNbdWithCorrelation(base, 0, mixingTime).correlationOfOne();
    return new ParetoNbdWithCorrelation(base, correlation / each, mixingTime);
  }

  /** Chance that a new customer does not buy within the mixing time if it stays. */
  private SarmanovChance quiet() {
    return SarmanovChance.of(base.r(), base.alpha(), mixingTime);
  }

  /** Chance that a new customer does not leave within the mixing time. */
  private SarmanovChance stays() {
    return SarmanovChance.of(base.s(), base.beta(), mixingTime);
  }

  private SarmanovWeights weights() {
    return SarmanovWeights.of(omega, quiet(), stays());
  }

  private ParetoNbdMixture mixture() {
    return new ParetoNbdMixture(base, mixingTime, weights());
  }

  /**
   * Returns the least omega that there can be with this base and mixing time.
   *
   * <pre>{@code
   * -1 / max(p q, (1 - p) (1 - q)),   p = (alpha / (alpha + d))^r,   q = (beta / (beta + d))^s
   * }</pre>
   *
   * @return the bound, at most -1
   */
  public double leastOmega() {
    return SarmanovWeights.leastOmega(quiet(), stays());
  }

  /**
   * Returns the largest omega that there can be with this base and mixing time.
   *
   * <pre>{@code 1 / max(p (1 - q), (1 - p) q),   p and q as for the least}</pre>
   *
   * @return the bound, over 1; infinite where rounding leaves no chance at all
   */
  public double largestOmega() {
    return SarmanovWeights.largestOmega(quiet(), stays());
  }

  /**
   * Returns the correlation between customers of the rates of purchase and of leaving.
   *
   * <pre>{@code
   * omega * sqrt(r s) * p q * d / (alpha + d) * d / (beta + d),
   *     p = (alpha / (alpha + d))^r,   q = (beta / (beta + d))^s
   * }</pre>
   *
   * @return Pearson's coefficient, unitless, from -1 to 1
   */
  public double correlation() {
    return omega * correlationOfOne();
  }

  private double correlationOfOne() {
    return quiet().value()
        * stays().value()
        * (Math.sqrt(base.r()) * (mixingTime / (base.alpha() + mixingTime)))
        * (Math.sqrt(base.s()) * (mixingTime / (base.beta() + mixingTime)));
  }

  /**
   * Returns the least correlation that there can be with this base and mixing time.
   *
   * @return that of the least omega
   */
  public double leastCorrelation() {
    return leastOmega() * correlationOfOne();
  }

  /**
   * Returns the largest correlation that there can be with this base and mixing time.
   *
   * @return that of the largest finite omega
   */
  public double largestCorrelation() {
    return Math.min(Double.MAX_VALUE, largestOmega()) * correlationOfOne();
  }

  @Override
  public TimeScale timeScale() {
    return base.timeScale();
  }

  @Override
  public double logLikelihood(PurchaseHistory history) {
    return mixture().logLikelihood(history);
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return Math.exp(-LogSum.log1pExp(mixture().logOddsOfLeaving(history)));
  }

  @Override
  public double probabilityAlive(PurchaseHistory history, double ahead) {
    PurchaseChecks.amount("ahead", ahead);
    return mixture().probabilityAlive(history, ahead);
  }

  @Override
  public double expectedPurchases(double duration) {
    PurchaseChecks.amount("duration", duration);
    return mixture().expectedPurchases(duration);
  }

  @Override
  public double expectedPurchases(PurchaseHistory history, double duration) {
    PurchaseChecks.amount("duration", duration);
    return probabilityAlive(history) * mixture().stillAlive(history).expectedPurchases(duration);
  }

  @Override
  public double probabilityOfPurchases(long purchases, double duration) {
    PurchaseChecks.count("purchases", purchases);
    PurchaseChecks.amount("duration", duration);
    return Math.exp(mixture().logProbability(purchases, duration));
  }

  @Override
  public double probabilityOfPurchases(PurchaseHistory history, long purchases, double duration) {
    PurchaseChecks.count("purchases", purchases);
    PurchaseChecks.amount("duration", duration);
    double ifAlive = Math.exp(mixture().stillAlive(history).logProbability(purchases, duration));
    double logOdds = mixture().logOddsOfLeaving(history);
    double alive = Math.exp(-LogSum.log1pExp(logOdds));
    double left = purchases == 0 ? Math.exp(-LogSum.log1pExp(-logOdds)) : 0;
    return Math.min(1, left + alive * ifAlive);
  }

  @Override
  public double probabilityOfPurchaseWithin(PurchaseHistory history, double duration) {
    PurchaseChecks.amount("duration", duration);
    return probabilityAlive(history) * mixture().stillAlive(history).probabilityOfSome(duration);
  }

  @Override
  public double discountedPurchases(double force) {
    PurchaseChecks.positive("force", force);
    return mixture().discountedPurchases(force);
  }

  @Override
  public double discountedPurchases(PurchaseHistory history, double force) {
    PurchaseChecks.positive("force", force);
    return probabilityAlive(history) * mixture().stillAlive(history).discountedPurchases(force);
  }

  /**
   * Draws a customer: first what it would do within the mixing time, then its rates among customers
   * who would do so, exactly and without rejection.
   */
  @Override
  public SimulatedCustomer simulate(double duration, RandomGenerator random) {
    PurchaseChecks.amount("duration", duration);
    SarmanovChance quiet = quiet();
    SarmanovChance stays = stays();
    SarmanovWeights weights = weights();
    double ifQuiet = stays.value() * weights.quietStays() + stays.rest() * weights.quietLeaves();
    boolean isQuiet = random.nextDouble() < quiet.value() * ifQuiet;
    double toStay = stays.value() * (isQuiet ? weights.quietStays() : weights.busyStays());
    double toLeave = stays.rest() * (isQuiet ? weights.quietLeaves() : weights.busyLeaves());
    boolean doesStay = random.nextDouble() * (toStay + toLeave) < toStay;
    double meanInterval = meanWait(base.r(), base.alpha(), isQuiet, quiet.rest(), random);
    double meanLife = meanWait(base.s(), base.beta(), doesStay, stays.rest(), random);
    return PurchaseDraw.of(meanInterval, random.nextExponential() * meanLife, duration, random);
  }

  /** One over a rate, given whether nothing happens within the mixing time; if not, when first. */
  private double meanWait(
      double shape, double rate, boolean nothing, double some, RandomGenerator random) {
    if (nothing) {
      return (rate + mixingTime) / Variates.gamma(shape, random);
    }
    double first = rate * Math.expm1(-Math.log1p(-random.nextDouble() * some) / shape);
    return (rate + first) / Variates.gamma(shape + 1, random);
  }
}
