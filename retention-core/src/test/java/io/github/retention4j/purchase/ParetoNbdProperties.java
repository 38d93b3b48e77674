package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.internal.numeric.Quadrature;
import io.github.retention4j.time.TimeScale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParetoNbdProperties {

  /** Two integrals that are each good to 1e-11. */
  private static final double ROUNDING = 1e-10;

  /** A sum of chances that ends at 1 - 1e-11 leaves out what is beyond. */
  private static final double LEFT_OUT = 1e-8;

  /** What the Javadoc of the model promises. */
  private static final double PROMISE = 1e-9;

  private static Arbitrary<Double> powersOfTen(double least, double most) {
    return Arbitraries.doubles().between(least, most).map(e -> Math.pow(10, e));
  }

  private static Arbitrary<ParetoNbd> models(Arbitrary<Double> parameter) {
    return Combinators.combine(parameter, parameter, parameter, parameter)
        .as((r, alpha, s, beta) -> new ParetoNbd(r, alpha, s, beta, TimeScale.WEEK));
  }

  @Provide
  Arbitrary<ParetoNbd> models() {
    return models(powersOfTen(-1, 1.5));
  }

  @Provide
  Arbitrary<ParetoNbd> corners() {
    return models(powersOfTen(-4, 4));
  }

  private static Arbitrary<PurchaseHistory> histories(
      Arbitrary<Double> purchases, Arbitrary<Double> ages) {
    return Combinators.combine(purchases, Arbitraries.doubles().between(0.001, 1).ofScale(6), ages)
        .as((x, share, age) -> new PurchaseHistory(x.longValue(), x < 1 ? 0 : share * age, age));
  }

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return histories(Arbitraries.doubles().between(0, 30), Arbitraries.doubles().between(0.1, 100));
  }

  @Provide
  Arbitrary<PurchaseHistory> extremeHistories() {
    return histories(powersOfTen(-1, 5), powersOfTen(-4, 5));
  }

  @Property(tries = 40)
  void probabilitiesAddUpAndTheirMeanIsTheExpectation(
      @ForAll("models") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
    double rate = (model.r() + history.purchases()) / (model.alpha() + history.age());
    double duration = Math.min(20, 5 / rate);
    double total = 0;
    double mean = 0;
    for (int n = 0; n < 2_000 && 1 - total > 1e-11; n++) {
      double chance = model.probabilityOfPurchases(history, n, duration);
      assertThat(chance).isBetween(0.0, 1.0);
      total += chance;
      mean += n * chance;
    }
    double expected = model.expectedPurchases(history, duration);
    assertThat(total).isCloseTo(1, within(LEFT_OUT));
    assertThat(mean).isCloseTo(expected, within(LEFT_OUT * Math.max(1, expected)));
  }

  @Property(tries = 100)
  void timeTakesAliveAwayAndAddsPurchases(
      @ForAll("models") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
    double alive = model.probabilityAlive(history);
    double expected = 0;
    double within = 0;
    assertThat(model.probabilityAlive(history, 0)).isEqualTo(alive);
    for (double t = 0.5; t < 3_000; t *= 3) {
      double later = model.probabilityAlive(history, t);
      double more = model.expectedPurchases(history, t);
      double bought = model.probabilityOfPurchaseWithin(history, t);
      assertThat(later).isBetween(0.0, alive);
      assertThat(more).isGreaterThanOrEqualTo(expected * (1 - ROUNDING));
      assertThat(bought)
          .isGreaterThanOrEqualTo(within - ROUNDING)
          .isLessThanOrEqualTo(model.probabilityOfAnotherPurchase(history) + ROUNDING)
          .isLessThanOrEqualTo(more + ROUNDING);
      alive = later;
      expected = more;
      within = bought;
    }
  }

  /** The discounted purchases are the mean of the purchases up to a time that the force ends. */
  @Property(tries = 60)
  void discountedPurchasesAreAnIntegralOfExpectations(
      @ForAll("models") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
    double force = 0.01;
    double integral =
        Quadrature.overPositive(
            logT -> {
              double t = Math.exp(logT);
              return Math.log(force) - force * t + Math.log(model.expectedPurchases(history, t));
            });
    assertThat(Math.exp(integral) / model.discountedPurchases(history, force))
        .isCloseTo(1, within(PROMISE));
  }

  /** The limit of a long time, where a long time leaves nothing open. */
  @Property(tries = 100)
  void anotherPurchaseIsTheLimitOfALongTime(
      @ForAll("models") ParetoNbd model, @ForAll("histories") PurchaseHistory history) {
    double ever = model.probabilityOfAnotherPurchase(history);
    assertThat(ever).isBetween(0.0, model.probabilityAlive(history));
    assertThat(model.probabilityOfPurchaseWithin(history, 1e300)).isCloseTo(ever, within(ROUNDING));
  }

  /** The odds of having left against an adaptive rule in the time itself. */
  @Property(tries = 400)
  void theOddsOfHavingLeftAreTheirIntegral(
      @ForAll("corners") ParetoNbd model, @ForAll("extremeHistories") PurchaseHistory history) {
    double from = history.recency();
    double to = history.age();
    double m = model.r() + history.purchases();
    double alpha = model.alpha();
    double beta = model.beta();
    if (!(to > from)) {
      return;
    }
    ParetoNbdDropout dropout = new ParetoNbdDropout();
    dropout.at(m, alpha, model.s(), beta, from, to);
    double integral =
        Math.log(model.s())
            + Quadrature.overUnit(
                (logX, logY) -> {
                  double left = (to - from) * Math.exp(logY);
                  double past = (to - from) * Math.exp(logX);
                  double low = alpha + from + past;
                  double high = beta + from + past;
                  return m * Math.log1p(left / low)
                      + model.s() * Math.log1p(left / high)
                      - Math.log(high);
                })
            + Math.log(to - from);
    double scale = Math.max(1, Math.abs(integral));
    assertThat(dropout.logOdds).isCloseTo(integral, within(PROMISE * scale));
  }
}
