package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Quadrature;
import java.util.function.DoubleSupplier;

/**
 * A Pareto/NBD model in which customers count by {@link SarmanovWeights}. One that is still there
 * at T is a new customer of another such model, with the same mixing time.
 *
 * <p>Each result is that of independent rates times the mean weight of the customers it is about.
 */
final class ParetoNbdMixture {

  /** Below this a difference of two integrals is integrated itself. */
  private static final double CANCELS = 1e-4;

  private final ParetoNbd independent;
  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final double time;
  private final SarmanovWeights weights;

  ParetoNbdMixture(ParetoNbd independent, double time, SarmanovWeights weights) {
    this.independent = independent;
    this.r = independent.r();
    this.alpha = independent.alpha();
    this.s = independent.s();
    this.beta = independent.beta();
    this.time = time;
    this.weights = weights;
  }

  /** The mean weight of those who bought so often and stayed up to an age. */
  private double ifStaying(double purchases, double age) {
    return ifGone(purchases, s, age);
  }

  /** The mean weight of those who bought so often and left at an age. */
  private double ifLeaving(double purchases, double age) {
    return ifGone(purchases, s + 1, age);
  }

  private double ifGone(double purchases, double power, double age) {
    return weights.mean(
        SarmanovChance.of(r + purchases, alpha + age, time),
        SarmanovChance.of(power, beta + age, time));
  }

  double logLikelihood(PurchaseHistory history) {
    if (history.purchases() == 0) {
      return logNone(history.age());
    }
    return independent.logLikelihoodAlive(history)
        + Math.log(ifStaying((double) history.purchases(), history.age()))
        + LogSum.log1pExp(logOddsOfLeaving(history));
  }

  double logOddsOfLeaving(PurchaseHistory history) {
    double x = history.purchases();
    MeanWeight mean = new MeanWeight(weights, r + x, s + 1);
    ParetoNbdDropout dropout = new ParetoNbdDropout(mean);
    dropout.at(r + x, alpha, s, beta, history.recency(), history.age());
    return mean.sum == 0
        ? Double.NEGATIVE_INFINITY
        : dropout.logOdds + Math.log(mean.value() / ifStaying(x, history.age()));
  }

  double probabilityAlive(PurchaseHistory history, double ahead) {
    double x = history.purchases();
    double age = history.age();
    SarmanovChance quiet = SarmanovChance.of(r + x, alpha + age, time);
    double then = weights.mean(quiet, SarmanovChance.of(s, beta + age + ahead, time));
    double stays = -s * Math.log1p(ahead / (beta + age));
    double alive = Math.exp(stays - LogSum.log1pExp(logOddsOfLeaving(history)));
    return Math.min(1, alive * (then / ifStaying(x, age)));
  }

  ParetoNbdMixture stillAlive(PurchaseHistory history) {
    double mean = ifStaying((double) history.purchases(), history.age());
    return new ParetoNbdMixture(independent.stillAlive(history), time, weights.over(mean));
  }

  double expectedPurchases(double duration) {
    double now = independent.expectedPurchases(duration);
    return timesWeight(
        now,
        later().expectedPurchases(duration),
        () -> Quadrature.between(this::logLeavesSoon, 0, duration));
  }

  double discountedPurchases(double force) {
    double now = independent.discountedPurchases(force);
    return timesWeight(
        now,
        later().discountedPurchases(force),
        () ->
            Quadrature.overPositive(
                logAge -> logLeavesSoon(Math.exp(logAge)) - force * Math.exp(logAge)));
  }

  /** The chance to stay up to an age and to leave within the mixing time after it. */
  private double logLeavesSoon(double age) {
    return -s * Math.log1p(age / beta) + LogSum.log1mExp(s * Math.log1p(time / (beta + age)));
  }

  /** Customers who have stayed for the mixing time, but for their purchases. */
  private ParetoNbd later() {
    return new ParetoNbd(r, alpha, s, beta + time, independent.timeScale());
  }

  /** Purchases now, weighted: those of customers who stay for the mixing time come later. */
  private double timesWeight(double now, double later, DoubleSupplier logDifference) {
    if (now == 0) {
      return 0;
    }
    double stays = Math.exp(-s * Math.log1p(time / beta)) * (later / now);
    double leaves = 1 - stays;
    if (leaves < CANCELS) {
      leaves = Math.exp(logDifference.getAsDouble()) * (r / alpha / now);
    }
    SarmanovChance quiet = SarmanovChance.of(r + 1, alpha, time);
    return now * weights.mean(quiet, new SarmanovChance(stays, leaves));
  }

  double logProbability(long n, double t) {
    return n == 0
        ? logNone(t)
        : new ParetoNbdCounts(r, alpha, s, beta)
            .logProbability(
                n,
                t,
                tau -> Math.log(ifStaying((double) n, tau)),
                tau -> Math.log(ifLeaving((double) n, tau)));
  }

  /** As {@link ParetoNbdCounts#logNone}. */
  private double logNone(double t) {
    double some = probabilityOfSome(t);
    if (some < 0.5) {
      return Math.log1p(-some);
    }
    MeanWeight mean = new MeanWeight(weights, r, s + 1);
    ParetoNbdDropout leaves = new ParetoNbdDropout(mean);
    leaves.at(r, alpha, s, beta, 0, t);
    double stays = -r * Math.log1p(t / alpha) - s * Math.log1p(t / beta);
    return Math.min(
        0,
        LogSum.of(
            stays + Math.log(ifStaying(0, t)),
            Math.log(s) + leaves.logIntegral + Math.log(mean.value())));
  }

  /** The chance to buy within a time: for the first time at tau, by a customer who is there. */
  double probabilityOfSome(double t) {
    MeanWeight mean = new MeanWeight(weights.exchanged(), s, r + 1);
    ParetoNbdDropout buys = new ParetoNbdDropout(mean);
    buys.at(s, beta, r, alpha, 0, t);
    return mean.sum == 0 ? 0 : Math.min(1, r * Math.exp(buys.logIntegral) * mean.value());
  }

  /** The mean weight over the times of leaving of an integral. */
  private final class MeanWeight implements ParetoNbdDropout.Visitor {

    private final SarmanovWeights weights;
    private final double alphaPower;
    private final double betaPower;
    private double sum;
    private double weighted;

    MeanWeight(SarmanovWeights weights, double alphaPower, double betaPower) {
      this.weights = weights;
      this.alphaPower = alphaPower;
      this.betaPower = betaPower;
    }

    @Override
    public void visit(
        double share, double alphaReach, double betaReach, double logAlpha, double logBeta) {
      SarmanovChance first = SarmanovChance.of(alphaPower, alphaReach, time);
      SarmanovChance second = SarmanovChance.of(betaPower, betaReach, time);
      sum += share;
      weighted += share * weights.mean(first, second);
    }

    double value() {
      return weighted / sum;
    }
  }
}
