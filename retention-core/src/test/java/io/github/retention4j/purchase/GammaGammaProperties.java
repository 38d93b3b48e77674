package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.internal.numeric.Quadrature;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.Currency;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class GammaGammaProperties {

  /** Quadrature is near 1e-14, differences of the gradient near 1e-6. */
  private static final double INTEGRAL = 1e-10;

  private static final double SLOPE = 1e-5;

  @Property(tries = 100)
  void densitiesOfMeansIntegrateToOne(
      @ForAll @DoubleRange(min = 0.01, max = 50) double p,
      @ForAll @DoubleRange(min = 0.01, max = 50) double q,
      @ForAll @IntRange(min = 1, max = 200) int x) {
    GammaGamma model = new GammaGamma(p, q, 1);
    double logIntegral =
        Quadrature.overPositive(
            logMean ->
                model.logLikelihood(new SpendHistory(x, Math.exp(clamp(logMean))))
                    + tail(logMean, p * x, q));
    assertThat(logIntegral).isCloseTo(0, within(INTEGRAL));
  }

  /** Beyond what a double holds the density is a power of m. */
  private static double clamp(double logMean) {
    return Math.max(-600, Math.min(600, logMean));
  }

  private static double tail(double logMean, double shape, double q) {
    double beyond = logMean - clamp(logMean);
    return beyond < 0 ? (shape - 1) * beyond : -(q + 1) * beyond;
  }

  @Property(tries = 200)
  void expectationLiesBetweenOwnMeanAndThatOfThePopulation(
      @ForAll @DoubleRange(min = 0.1, max = 100) double p,
      @ForAll @DoubleRange(min = 1.1, max = 100) double q,
      @ForAll @DoubleRange(min = 0.1, max = 100) double gamma,
      @ForAll @LongRange(min = 1, max = 1000) long x,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double mean) {
    GammaGamma model = new GammaGamma(p, q, gamma);
    double population = model.expectedSpend().value().orElseThrow();
    double expected = model.expectedSpend(new SpendHistory(x, mean)).value().orElseThrow();
    assertThat(expected)
        .isBetween(
            Math.min(mean, population) * (1 - 1e-12), Math.max(mean, population) * (1 + 1e-12));
    double weight = p * x / (p * x + q - 1);
    assertThat(expected)
        .isCloseTo(weight * mean + (1 - weight) * population, within(1e-11 * expected));
  }

  @Property(tries = 100)
  void intervalsAreNestedAndScaleWithMoney(
      @ForAll @DoubleRange(min = 0.5, max = 20) double p,
      @ForAll @DoubleRange(min = 0.5, max = 20) double q,
      @ForAll @IntRange(min = 0, max = 50) int x) {
    SpendHistory history = new SpendHistory(x, x == 0 ? 0 : 8);
    SpendHistory inCents = new SpendHistory(x, x == 0 ? 0 : 800);
    GammaGamma model = new GammaGamma(p, q, 12);
    ConfidenceInterval narrow = model.spendInterval(history, 0.5).orElseThrow();
    ConfidenceInterval wide = model.spendInterval(history, 0.9).orElseThrow();
    ConfidenceInterval cents = new GammaGamma(p, q, 1200).spendInterval(inCents, 0.9).orElseThrow();
    assertThat(wide.lower()).isLessThan(narrow.lower());
    assertThat(wide.upper()).isGreaterThan(narrow.upper());
    assertThat(cents.upper()).isCloseTo(100 * wide.upper(), within(1e-9 * cents.upper()));
  }

  @Property(tries = 100)
  void rowsAddUpToTheLikelihoodAndItsSlopes(
      @ForAll @DoubleRange(min = 0.1, max = 20) double p,
      @ForAll @DoubleRange(min = 0.1, max = 20) double q,
      @ForAll @DoubleRange(min = 0.1, max = 20) double gamma) {
    int[] purchases = {3, 1, 0, 1, 8, 3, 1};
    double[] means = {4, 2, 0, 9, 1.5, 4, 2};
    PurchaseSpend spend =
        new PurchaseSpend(
            SpendScope.REPEAT_PURCHASES, Currency.getInstance("USD"), purchases, means);
    GammaGammaRows rows = new GammaGammaRows(spend.grouped());
    assertThat(rows.rows()).isEqualTo(4);
    double[] at = {p, q, gamma};
    double[] sums = sums(rows, at);
    GammaGamma model = new GammaGamma(p, q, gamma);
    double direct = 0;
    for (int row = 0; row < purchases.length; row++) {
      direct += model.logLikelihood(spend.history(row));
    }
    assertThat(sums[0]).isCloseTo(direct, within(1e-10 * Math.max(1, Math.abs(direct))));
    for (int i = 0; i < 3; i++) {
      double step = 1e-5 * at[i];
      double[] up = at.clone();
      up[i] += step;
      double[] down = at.clone();
      down[i] -= step;
      double slope = (sums(rows, up)[0] - sums(rows, down)[0]) / (2 * step);
      assertThat(sums[i + 1]).isCloseTo(slope, within(SLOPE * (1 + Math.abs(slope))));
    }
  }

  private static double[] sums(GammaGammaRows rows, double[] at) {
    double[] sums = new double[4];
    rows.at(at).add(0, rows.rows(), sums);
    return sums;
  }

  @Property(tries = 5)
  void aFitInCentsIsTheFitInDollars(@ForAll @LongRange(min = 1, max = 1000) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GammaGamma truth = new GammaGamma(3, 4, 20);
    int[] purchases = new int[2000];
    double[] means = new double[2000];
    Arrays.setAll(purchases, i -> 1 + i % 9);
    Arrays.setAll(
        means, i -> Arrays.stream(truth.simulate(purchases[i], random)).average().orElseThrow());
    GammaGamma dollars = fit(purchases, means, 1);
    GammaGamma cents = fit(purchases, means, 100);
    // The search ends within 1e-6 standard errors, here about 10 % of a parameter.
    assertThat(cents.p()).isCloseTo(dollars.p(), within(1e-6 * dollars.p()));
    assertThat(cents.q()).isCloseTo(dollars.q(), within(1e-6 * dollars.q()));
    assertThat(cents.gamma()).isCloseTo(100 * dollars.gamma(), within(1e-6 * cents.gamma()));
  }

  private static GammaGamma fit(int[] purchases, double[] means, double unit) {
    double[] ones = new double[purchases.length];
    Arrays.fill(ones, 1);
    PurchaseSample sample =
        PurchaseSample.of(TimeScale.WEEK, purchases, ones, ones)
            .withMeanSpend(
                SpendScope.REPEAT_PURCHASES,
                Currency.getInstance("USD"),
                Arrays.stream(means).map(mean -> mean * unit).toArray());
    return GammaGammaFitter.withDefaults().fit(sample).model();
  }
}
