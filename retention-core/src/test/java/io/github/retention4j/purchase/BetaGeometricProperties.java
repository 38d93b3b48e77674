package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.internal.numeric.GaussLegendre;
import io.github.retention4j.time.TimeScale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class BetaGeometricProperties {

  /** Sums of up to some hundred terms. */
  private static final double ROUNDING = 1e-10;

  /** A sum of 4000 chances leaves out what is beyond. */
  private static final double LEFT_OUT = 1e-8;

  /** A rule of 20 points on each of 20 panels; nothing is left of e^-40. */
  private static final double QUADRATURE = 1e-7;

  /** Relative; a search ends within 1e-6 standard errors. */
  private static final double SAME_MAXIMUM = 1e-5;

  @Provide
  Arbitrary<BetaGeometricModel> models() {
    Arbitrary<Double> parameter =
        Arbitraries.doubles().between(-1.5, 1.5).map(e -> Math.pow(10, e));
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            parameter,
            parameter,
            parameter,
            parameter,
            Arbitraries.of(true, false))
        .as(
            (k, r, alpha, a, b, first) ->
                first
                    ? new MbgCnbdK(k, r, alpha, a, b, TimeScale.WEEK)
                    : new BgCnbdK(k, r, alpha, a, b, TimeScale.WEEK));
  }

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.doubles().between(0.01, 1),
            Arbitraries.doubles().between(0.1, 100))
        .as((x, share, age) -> new PurchaseHistory(x, x == 0 ? 0 : share * age, age));
  }

  @Property(tries = 200)
  void probabilitiesAddUpAndTheirMeanIsTheExpectation(
      @ForAll("models") BetaGeometricModel model, @ForAll("histories") PurchaseHistory history) {
    double duration = Math.min(20, 5 * model.alpha());
    double total = 0;
    double mean = 0;
    for (int n = 0; n < 4_000 && 1 - total > 1e-13; n++) {
      double chance = model.probabilityOfPurchases(history, n, duration);
      assertThat(chance).isBetween(0.0, 1.0);
      total += chance;
      mean += n * chance;
    }
    double expected = model.expectedPurchases(history, duration);
    assertThat(total).isCloseTo(1, within(LEFT_OUT));
    assertThat(mean).isCloseTo(expected, within(LEFT_OUT * Math.max(1, expected)));
  }

  @Example
  void certaintyIsNotExceededByRounding() {
    BgCnbdK model = new BgCnbdK(3, 6.760829753919817, 0.9772372209558107, 1, 1, TimeScale.WEEK);
    PurchaseHistory history = PurchaseHistory.withoutRepeats(0.13);
    for (double t = 0.5; t < 3_000; t *= 3) {
      assertThat(model.probabilityOfPurchaseWithin(history, t)).isBetween(0.0, 1.0);
    }
  }

  @Property(tries = 200)
  void timeTakesAliveAwayAndAddsPurchases(
      @ForAll("models") BetaGeometricModel model, @ForAll("histories") PurchaseHistory history) {
    double alive = model.probabilityAlive(history);
    double expected = 0;
    double within = 0;
    assertThat(alive).isBetween(0.0, 1.0);
    assertThat(model.probabilityAlive(history, 0)).isCloseTo(alive, within(ROUNDING));
    for (double t = 0.5; t < 3_000; t *= 3) {
      double later = model.probabilityAlive(history, t);
      double more = model.expectedPurchases(history, t);
      double bought = model.probabilityOfPurchaseWithin(history, t);
      assertThat(later).isBetween(0.0, alive * (1 + ROUNDING));
      assertThat(more).isGreaterThanOrEqualTo(expected * (1 - ROUNDING));
      assertThat(bought)
          .isBetween(within * (1 - ROUNDING), 1.0)
          .isLessThanOrEqualTo(more + ROUNDING);
      assertThat(bought)
          .isCloseTo(1 - model.probabilityOfPurchases(history, 0, t), within(ROUNDING));
      alive = later;
      expected = more;
      within = bought;
    }
  }

  @Property(tries = 20)
  void discountedPurchasesAreThoseOfShortTimesDiscounted(
      @ForAll("models") BetaGeometricModel model, @ForAll("histories") PurchaseHistory history) {
    double force = 0.1;
    // By parts: the integral of force exp(-force t) E(X(T, T + t)).
    double integral =
        GaussLegendre.ofPoints(20)
            .integrate(
                s -> {
                  double t = s * s;
                  return 2 * s * force * Math.exp(-force * t) * model.expectedPurchases(history, t);
                },
                0,
                20,
                20);
    double discounted = model.discountedPurchases(history, force);
    assertThat(discounted).isCloseTo(integral, within(QUADRATURE * Math.max(1e-6, discounted)));
  }

  @Property(tries = 100)
  void anotherUnitIsTheSameCustomer(
      @ForAll("models") BetaGeometricModel weeks, @ForAll("histories") PurchaseHistory history) {
    BetaGeometricModel days =
        new BgCnbdK(weeks.k(), weeks.r(), 7 * weeks.alpha(), weeks.a(), weeks.b(), TimeScale.DAY);
    BetaGeometricModel same =
        new BgCnbdK(weeks.k(), weeks.r(), weeks.alpha(), weeks.a(), weeks.b(), TimeScale.WEEK);
    PurchaseHistory inDays =
        new PurchaseHistory(history.purchases(), 7 * history.recency(), 7 * history.age());
    assertThat(days.expectedPurchases(inDays, 70))
        .isCloseTo(same.expectedPurchases(history, 10), within(ROUNDING * 1e4));
    assertThat(days.logLikelihood(inDays) + history.purchases() * Math.log(7))
        .isCloseTo(same.logLikelihood(history), within(1e-9 * (1 + history.purchases())));
  }

  @Property(tries = 5)
  void anotherUnitRescalesAFit(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    BgNbd truth = new BgNbd(0.8, 5, 0.9, 2.5, TimeScale.WEEK);
    PurchaseSample weeks =
        PurchaseSimulator.withDefaults().withSeed(seed).simulate(truth, 1_000, 60).toSample();
    BgNbd inWeeks = BgNbdFitter.withDefaults().fit(weeks).model();
    BgNbd inDays = BgNbdFitter.withDefaults().fit(weeks.with(TimeScale.DAY)).model();
    assertThat(inDays.r() / inWeeks.r()).isCloseTo(1, within(SAME_MAXIMUM));
    assertThat(inDays.alpha() / inWeeks.alpha()).isCloseTo(7, within(7 * SAME_MAXIMUM));
    assertThat(inDays.a() / inWeeks.a()).isCloseTo(1, within(SAME_MAXIMUM));
    assertThat(inDays.b() / inWeeks.b()).isCloseTo(1, within(SAME_MAXIMUM));
  }

  @Property(tries = 100)
  void regularityOneIsTheModelWithoutIt(
      @ForAll("models") BetaGeometricModel any, @ForAll("histories") PurchaseHistory history) {
    BgNbd plain = new BgNbd(any.r(), any.alpha(), any.a(), any.b(), TimeScale.WEEK);
    BgCnbdK one = new BgCnbdK(1, any.r(), any.alpha(), any.a(), any.b(), TimeScale.WEEK);
    assertThat(one.logLikelihood(history)).isEqualTo(plain.logLikelihood(history));
    assertThat(one.logLikelihood(history, history.purchases() == 0 ? 0 : -1e3))
        .isEqualTo(plain.logLikelihood(history));
    assertThat(one.expectedPurchases(history, 9)).isEqualTo(plain.expectedPurchases(history, 9));
  }
}
