package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.LatticeSum;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.NegativeBinomial;
import java.util.function.DoubleUnaryOperator;

/**
 * What a {@link BetaGeometricModel} says of the future of one customer.
 *
 * <p>Purchases are every k-th event of a Poisson process of rate lambda. Given the history and that
 * the customer has not left, j events have happened since the last purchase with a chance
 * proportional to {@code (shape)_j / j! u^j}, u = (T - t_x) / (alpha + T); lambda then has a gamma
 * distribution of shape {@code shape + j} and rate alpha + T, and p a beta distribution with a and
 * b + d. The n-th purchase to come is event number {@code k n - j}.
 */
final class BetaGeometricOutlook {

  /** Up to so many events are summed one by one. */
  private static final double MOST_EVENTS = 4_000;

  /** The chance of no event that a double can still hold with all its digits. */
  private static final double LEAST_LOG = -650;

  /** The rest of a sum is left out once it cannot add this share. */
  private static final double NEGLIGIBLE = 1e-17;

  private final int k;
  private final double shape;
  private final double rate;
  private final double sinceLast;
  private final double occasions;
  private final BetaGeometricDropout dropout;

  /** For each number of events since the last purchase the logarithm of its share. */
  private final double[] logPhase;

  private final double logPhases;
  private final double logOddsGone;

  private BetaGeometricOutlook(BetaGeometricModel model, PurchaseHistory history) {
    k = model.k();
    shape = model.r() + (double) k * history.purchases();
    rate = model.alpha() + history.age();
    sinceLast = history.age() - history.recency();
    occasions = (double) history.purchases() + (model.mayLeaveAtFirst() ? 1 : 0);
    dropout = new BetaGeometricDropout(model.a(), model.b() + occasions);
    logPhase = new double[k];
    logPhases = fillPhases();
    logOddsGone =
        occasions == 0
            ? Double.NEGATIVE_INFINITY
            : Math.log(model.a() / (model.b() + (occasions - 1)))
                + shape * Math.log1p(sinceLast / (model.alpha() + history.recency()))
                - logPhases;
  }

  static BetaGeometricOutlook of(BetaGeometricModel model, PurchaseHistory history) {
    return new BetaGeometricOutlook(model, history);
  }

  private double fillPhases() {
    if (k == 1) {
      return 0;
    }
    for (int j = 1; j < k; j++) {
      logPhase[j] = logPhase[j - 1] + Math.log((shape + (j - 1)) / j * (sinceLast / rate));
    }
    double total = LogSum.of(logPhase);
    for (int j = 0; j < k; j++) {
      logPhase[j] -= total;
    }
    return total;
  }

  /** r + k x. */
  double shape() {
    return shape;
  }

  /** d, how often the customer could have left. */
  double occasions() {
    return occasions;
  }

  /** The logarithm of the sum of (shape)_j / j! u^j. */
  double logPhases() {
    return logPhases;
  }

  /** The logarithm of 1 / P(alive). */
  double logGoneOrAlive() {
    return LogSum.log1pExp(logOddsGone);
  }

  double probabilityAlive() {
    return 1 / (1 + Math.exp(logOddsGone));
  }

  double probabilityAlive(double ahead) {
    return Math.min(probabilityAlive(), Math.exp(logMean(Measure.STAY, ahead) - logGoneOrAlive()));
  }

  double expectedPurchases(double duration) {
    return Math.exp(logMean(Measure.MADE, duration) - logGoneOrAlive());
  }

  double probabilityOfPurchaseWithin(double duration) {
    return probabilityAlive() * phaseMean(j -> events(j, duration).atLeast(k - j));
  }

  double probabilityOfPurchases(long purchases, double duration) {
    return purchases == 0
        ? probabilityOfNone(duration)
        : probabilityOfSome((double) purchases, duration);
  }

  /** It has left, or has not and no k - j events come. */
  private double probabilityOfNone(double duration) {
    double gone = 1 / (1 + Math.exp(-logOddsGone));
    double waiting = Math.exp(logClass(0, duration));
    return Math.min(1, gone + probabilityAlive() * waiting);
  }

  /** It stays after the n-th purchase and the next one does not come, or it leaves with it. */
  private double probabilityOfSome(double n, double duration) {
    double stayed = dropout.logStay(n) + logClass(n, duration);
    double left =
        dropout.logStay(n - 1)
            + Math.log(dropout.leave(n) * phaseMean(j -> events(j, duration).atLeast(k * n - j)));
    return Math.exp(LogSum.of(stayed, left) - logGoneOrAlive());
  }

  double discountedPurchases(double force) {
    return Math.exp(
        new DiscountedOccasions(k, shape, rate, sinceLast, dropout).log(force)
            - logPhases
            - logGoneOrAlive());
  }

  private NegativeBinomial events(int phase, double duration) {
    return new NegativeBinomial(shape + phase, rate, duration);
  }

  private double phaseMean(PhaseValue value) {
    double mean = 0;
    for (int j = 0; j < k; j++) {
      mean += logPhase[j] == Double.NEGATIVE_INFINITY ? 0 : Math.exp(logPhase[j]) * value.of(j);
    }
    return mean;
  }

  /** A number for each phase. */
  private interface PhaseValue {
    double of(int phase);
  }

  /** What is averaged over the occasions to buy. */
  private enum Measure {
    /** The chance to stay through all of them. */
    STAY,
    /** The purchases made of them. */
    MADE
  }

  /**
   * Returns the logarithm of the mean of a measure over a time, given that the customer is here.
   */
  private double logMean(Measure measure, double duration) {
    NegativeBinomial most = events(k - 1, duration);
    if (most.reach() <= MOST_EVENTS && most.logNone() >= LEAST_LOG) {
      double last = Math.floor(most.reach());
      return Math.log(phaseMean(j -> meanByEvents(measure, j, events(j, duration), last)));
    }
    DoubleUnaryOperator logMeasure = measure == Measure.STAY ? dropout::logStay : dropout::logMade;
    return LatticeSum.log(
        n -> logMeasure.applyAsDouble(n) + logClass(n, duration), 2 * most.reach() / k);
  }

  /**
   * Sums up to the last event, or until the rest cannot show: once the chances fall by a ratio q,
   * all later ones together make up no more than 1 / (1 - q) of the one reached, and the purchases
   * beyond it number no more on the average.
   */
  private double meanByEvents(Measure measure, int phase, NegativeBinomial events, double last) {
    double rest = 2 / events.shareOfRate();
    double probability = Math.exp(events.logNone());
    double stay = 1;
    double made = 0;
    double mean = measure == Measure.STAY ? probability : 0;
    int toPurchase = k - phase;
    // Counts are doubles, as turning integers into them would take most of the time.
    double purchases = 0;
    for (double m = 0; m < last; m++) {
      double ratio = events.ratio(m);
      probability *= ratio;
      toPurchase--;
      if (toPurchase == 0) {
        toPurchase = k;
        made += stay;
        stay *= (dropout.b() + purchases) / (dropout.a() + dropout.b() + purchases);
        purchases++;
      }
      mean += probability * (measure == Measure.STAY ? stay : made);
      if (probability * rest * (made + rest) < NEGLIGIBLE * mean && rest * (1 - ratio) > 1) {
        break;
      }
    }
    return mean;
  }

  /** Returns the logarithm of the chance of n occasions to buy, n of any size or between wholes. */
  private double logClass(double n, double duration) {
    double[] logs = new double[k];
    for (int j = 0; j < k; j++) {
      logs[j] = logPhase[j] + logClass(n, j, events(j, duration));
    }
    return k == 1 ? logs[0] : LogSum.of(logs);
  }

  private double logClass(double n, int phase, NegativeBinomial events) {
    double first = Math.max(0, k * n - phase);
    double end = k * n + (k - phase);
    double factor = 1;
    double sum = 1;
    for (double m = first; m + 1 < end; m++) {
      factor *= events.ratio(m);
      sum += factor;
    }
    return events.logProbability(first) + Math.log(sum);
  }
}
