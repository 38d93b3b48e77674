package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BgBbProperties {

  private static final double ROUNDING = 1e-11;

  /** Differences of the gradient err by about this much. */
  private static final double SLOPE = 1e-5;

  @Provide
  Arbitrary<BgBb> models() {
    Arbitrary<Double> parameter = Arbitraries.doubles().between(-3.9, 3.9).map(Math::exp);
    return Combinators.combine(parameter, parameter, parameter, parameter).as(BgBb::new);
  }

  @Provide
  Arbitrary<OpportunityHistory> histories() {
    return Arbitraries.integers()
        .between(0, 40)
        .flatMap(
            n ->
                Arbitraries.integers()
                    .between(0, n)
                    .flatMap(
                        last ->
                            Arbitraries.integers()
                                .between(Math.min(1, last), last)
                                .map(x -> new OpportunityHistory(x, last, n))));
  }

  @Property(tries = 100)
  void chancesOfCountsSumToOneAndToTheExpectation(
      @ForAll("models") BgBb model, @ForAll @IntRange(min = 0, max = 60) int n) {
    double sum = 0;
    double mean = 0;
    for (int x = 0; x <= n; x++) {
      sum += model.probabilityOfPurchases(x, n);
      mean += x * model.probabilityOfPurchases(x, n);
    }
    assertThat(sum).isCloseTo(1, within(ROUNDING));
    assertThat(mean).isCloseTo(model.expectedPurchases(n), within(ROUNDING * (1 + mean)));
  }

  @Property(tries = 100)
  void conditionalChancesSumToOneAndToTheExpectation(
      @ForAll("models") BgBb model,
      @ForAll("histories") OpportunityHistory history,
      @ForAll @IntRange(min = 0, max = 30) int ahead) {
    double sum = 0;
    double mean = 0;
    for (int x = 0; x <= ahead; x++) {
      sum += model.probabilityOfPurchases(history, x, ahead);
      mean += x * model.probabilityOfPurchases(history, x, ahead);
    }
    assertThat(sum).isCloseTo(1, within(ROUNDING));
    assertThat(mean)
        .isCloseTo(model.expectedPurchases(history, ahead), within(ROUNDING * (1 + mean)));
  }

  /**
   * All histories of n opportunities, with the C(t_x - 1, x - 1) orders of each, are all there is.
   */
  @Property(tries = 100)
  void likelihoodsOfAllHistoriesSumToOne(
      @ForAll("models") BgBb model, @ForAll @IntRange(min = 0, max = 12) int n) {
    double sum = Math.exp(model.logLikelihood(new OpportunityHistory(0, 0, n)));
    for (int last = 1; last <= n; last++) {
      double orders = 1;
      for (int x = 1; x <= last; x++) {
        sum += orders * Math.exp(model.logLikelihood(new OpportunityHistory(x, last, n)));
        orders = orders * (last - x) / x;
      }
    }
    assertThat(sum).isCloseTo(1, within(ROUNDING));
  }

  /** Each step ahead brings P(alive then) times the posterior mean of the chance to buy. */
  @Property(tries = 100)
  void expectationsAddUpOverOpportunitiesAlive(
      @ForAll("models") BgBb model, @ForAll("histories") OpportunityHistory history) {
    double buys =
        (model.alpha() + history.purchases())
            / (model.alpha() + model.beta() + history.opportunities());
    double sum = 0;
    double discounted = 0;
    double before = 1;
    for (int ahead = 1; ahead <= 400; ahead++) {
      double alive = model.probabilityAlive(history, ahead);
      assertThat(alive).isBetween(0.0, before);
      before = alive;
      sum += alive * buys;
      discounted += alive * buys * Math.pow(1.1, -ahead);
      if (ahead % 80 == 0) {
        assertThat(model.expectedPurchases(history, ahead)).isCloseTo(sum, within(ROUNDING * sum));
      }
    }
    // What comes after 400 opportunities is discounted to under 1e-15.
    assertThat(model.discountedPurchases(history, 0.1))
        .isCloseTo(discounted, within(ROUNDING * discounted));
  }

  @Property(tries = 100)
  void aPurchaseAtTheNextOpportunityFollowsFromTheLikelihoods(
      @ForAll("models") BgBb model, @ForAll("histories") OpportunityHistory history) {
    OpportunityHistory then =
        new OpportunityHistory(
            history.purchases() + 1, history.opportunities() + 1, history.opportunities() + 1);
    double chance = Math.exp(model.logLikelihood(then) - model.logLikelihood(history));
    assertThat(model.probabilityOfPurchases(history, 1, 1))
        .isCloseTo(chance, within(ROUNDING * chance));
    assertThat(model.probabilityAlive(then)).isEqualTo(1);
  }

  @Property(tries = 50)
  void rowsAddUpToTheLikelihoodAndItsSlopes(@ForAll("models") BgBb model) {
    int[] x = {0, 2, 2, 2, 6, 2, 0};
    int[] recency = {0, 4, 2, 6, 6, 4, 0};
    int[] n = {6, 6, 6, 6, 6, 9, 300};
    int[] customers = {5, 3, 4, 2, 7, 1, 6};
    OpportunitySample sample = OpportunitySample.of(x, recency, n, customers);
    BgBbRows rows = new BgBbRows(sample.grouped());
    assertThat(rows.rows()).isEqualTo(5);
    double direct = 0;
    for (int row = 0; row < x.length; row++) {
      direct += customers[row] * model.logLikelihood(sample.history(row));
    }
    double[] at = {model.alpha(), model.beta(), model.gamma(), model.delta()};
    double[] sums = sums(rows, at);
    assertThat(sums[0]).isCloseTo(direct, within(ROUNDING * -direct));
    for (int i = 0; i < 4; i++) {
      double[] up = at.clone();
      up[i] *= 1 + 1e-5;
      double[] down = at.clone();
      down[i] *= 1 - 1e-5;
      double slope = (sums(rows, up)[0] - sums(rows, down)[0]) / (up[i] - down[i]);
      assertThat(sums[i + 1]).isCloseTo(slope, within(SLOPE * (1 + Math.abs(slope))));
    }
  }

  private static double[] sums(BgBbRows rows, double[] at) {
    double[] sums = new double[5];
    rows.at(at).add(0, rows.rows(), sums);
    assertThat(Arrays.stream(sums)).allMatch(Double::isFinite);
    return sums;
  }
}
