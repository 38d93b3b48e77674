package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.Currency;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

  private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);
  private static final Currency USD = Currency.getInstance("USD");

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static PurchaseSample sample(int[] purchases, double[] mean) {
    double[] recency = Arrays.stream(purchases).asDoubleStream().toArray();
    double[] age = new double[purchases.length];
    Arrays.fill(age, 1000);
    return PurchaseSample.of(TimeScale.DAY, purchases, recency, age)
        .withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, mean);
  }

  /** Customers of a model, with purchases from 1 to 12 that do not hang on their spend. */
  private static PurchaseSample drawn(GammaGamma model, int customers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] purchases = new int[customers];
    double[] mean = new double[customers];
    for (int i = 0; i < customers; i++) {
      purchases[i] = 1 + random.nextInt(12);
      mean[i] = Arrays.stream(model.simulate(purchases[i], random)).average().orElseThrow();
    }
    return sample(purchases, mean);
  }

  /** By hand 6.25 (15.44 + 44.7) / 15.24. */
  @Test
  void shrinksTheMeanTowardsThatOfThePopulation() {
    assertThat(CDNOW.expectedSpend(new SpendHistory(2, 22.35)).value().orElseThrow())
        .isCloseTo(6.25 * 60.14 / 15.24, within(1e-12));
    assertThat(CDNOW.expectedSpend().value().orElseThrow())
        .isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
  }

  @Test
  void saysWhyAnExpectedSpendIsInfinite() {
    GammaGamma heavy = new GammaGamma(0.5, 0.25, 3);
    assertThat(heavy.expectedSpend()).isEqualTo(new ExpectedSpend.Infinite(0.25));
    assertThat(heavy.expectedSpend().value()).isEmpty();
    assertThat(((ExpectedSpend.Infinite) heavy.expectedSpend()).reason())
        .isEqualTo(
            "the tail of the mean spend has index 0.25, and the mean is infinite unless it is over"
                + " 1");
    assertThat(heavy.expectedSpend(new SpendHistory(1, 20)))
        .isEqualTo(new ExpectedSpend.Infinite(0.75));
    assertThat(heavy.expectedSpend(new SpendHistory(2, 20)).value().orElseThrow())
        .isCloseTo(0.5 * 43 / 0.25, within(1e-12));
    assertThat(new GammaGamma(1, 1, 1).expectedSpend().value()).isEmpty();
    assertThat(new ExpectedSpend.Infinite(1.5).reason())
        .isEqualTo("the expected spend is beyond what a double holds");
  }

  /** With p = q = 1 a mean of one purchase has density gamma / (gamma + m)^2. */
  @Test
  void likelihoodOfOneExponentialPurchase() {
    assertThat(new GammaGamma(1, 1, 3).logLikelihood(new SpendHistory(1, 2)))
        .isCloseTo(Math.log(3 / 25.0), within(1e-15));
    assertThat(CDNOW.logLikelihood(SpendHistory.none())).isZero();
  }

  /** With q = 1 nu is exponential: p / nu is below z with chance exp(-gamma p / z). */
  @Test
  void intervalOfThePopulation() {
    GammaGamma model = new GammaGamma(2, 1, 5);
    ConfidenceInterval interval = model.spendInterval(SpendHistory.none(), 0.9).orElseThrow();
    assertThat(interval.lower()).isCloseTo(10 / -Math.log(0.05), within(1e-12));
    assertThat(interval.upper()).isCloseTo(10 / -Math.log(0.95), within(1e-10));
    assertThat(interval.method()).isEqualTo("posterior, equal tails");
    assertThat(interval.level()).isEqualTo(0.9);
    assertThat(new GammaGamma(1e-4, 1e-4, 1).spendInterval(SpendHistory.none(), 0.95)).isEmpty();
    refuses(
        () -> model.spendInterval(SpendHistory.none(), 1), "level (1.0) must be between 0 and 1");
  }

  @Test
  void drawsAmountsOfTheModel() {
    SplittableRandom random = new SplittableRandom(7);
    GammaGamma model = new GammaGamma(3, 6, 100);
    double sum = 0;
    double squares = 0;
    int customers = 40_000;
    for (int i = 0; i < customers; i++) {
      double[] amounts = model.simulate(2, random);
      sum += amounts[0] + amounts[1];
      squares += amounts[0] * amounts[1];
    }
    // E = 3 * 100 / 5 = 60; E of the product of two = 9 * 100^2 / (5 * 4) = 4500.
    assertThat(sum / customers / 2).isCloseTo(60, within(0.8));
    assertThat(squares / customers).isCloseTo(4500, within(150.0));
    assertThat(Arrays.stream(new GammaGamma(1e-4, 1e-4, 1).simulate(5, random)))
        .allMatch(amount -> amount >= 0 && amount <= 1e300);
    assertThat(model.simulate(3, new SplittableRandom(1)))
        .isEqualTo(model.simulate(3, new SplittableRandom(1)));
  }

  /** Ten standard errors either side would be generous; three are not. */
  @Test
  void recoversTheParametersOfDrawnCustomers() {
    GammaGamma truth = new GammaGamma(4, 3, 30);
    GammaGammaFit fit = GammaGammaFitter.withDefaults().fit(drawn(truth, 5_000, 11));
    double[] expected = {4, 3, 30};
    for (int i = 0; i < 3; i++) {
      double error = fit.report().estimates().get(i).standardError().orElseThrow();
      assertThat(fit.report().estimates().get(i).value()).isCloseTo(expected[i], within(3 * error));
    }
    assertThat(fit.report().warnings()).isEmpty();
    assertThat(fit.correlation().orElseThrow().interval().contains(0)).isTrue();
    assertThat(fit.model()).isEqualTo(fit.fit().model());
  }

  @Test
  void threadsDoNotChangeAFit() {
    PurchaseSample sample = drawn(CDNOW, 30_000, 3);
    GammaGammaFitter fitter = GammaGammaFitter.withDefaults();
    assertThat(fitter.with(FitOptions.defaults().withThreads(2)).fit(sample))
        .isEqualTo(fitter.fit(sample));
  }

  @Test
  void warnsWhereFrequentBuyersSpendMore() {
    int[] purchases = new int[200];
    double[] mean = new double[200];
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      purchases[i] = 1 + i % 10;
      mean[i] = CDNOW.simulate(1, random)[0] * purchases[i];
    }
    GammaGammaFit fit = GammaGammaFitter.withDefaults().fit(sample(purchases, mean));
    FrequencySpendCorrelation found = fit.correlation().orElseThrow();
    assertThat(found.interval().lower()).isGreaterThan(0.1);
    assertThat(fit.report().warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.kind()).isEqualTo(Kind.DOUBTFUL_ASSUMPTION);
              assertThat(warning.text())
                  .isEqualTo(
                      "purchases and mean spend hang together ("
                          + found
                          + ", beyond 0.100), which the model takes not to be so");
            });
    assertThat(
            GammaGammaFitter.withDefaults()
                .withCorrelationThreshold(1)
                .fit(sample(purchases, mean))
                .report()
                .warnings())
        .isEmpty();
  }

  /** Pearson of (1, 2, 3, 4) and (2, 1, 4, 3) is 0.6. */
  @Test
  void correlationByHand() {
    PurchaseSpend spend =
        sample(new int[] {1, 2, 3, 4, 0}, new double[] {2, 1, 4, 3, 0}).spend().orElseThrow();
    FrequencySpendCorrelation found = FrequencySpendCorrelation.of(spend.grouped()).orElseThrow();
    assertThat(found.coefficient()).isCloseTo(0.6, within(1e-15));
    assertThat(found.customers()).isEqualTo(4);
    double z = Math.log(4) / 2;
    assertThat(found.interval().upper()).isCloseTo(Math.tanh(z + 1.959963984540054), within(1e-12));
    assertThat(found.toString()).startsWith("Pearson 0.600 [").endsWith(", 4 customers");
    assertThat(spend.history(4)).isEqualTo(SpendHistory.none());
    assertThat(spend.history(1)).isEqualTo(new SpendHistory(2, 1));
    PurchaseSpend alike =
        sample(new int[] {2, 2, 2, 2}, new double[] {2, 1, 4, 3}).spend().orElseThrow();
    assertThat(FrequencySpendCorrelation.of(alike.grouped())).isEmpty();
  }

  @Test
  void refusesSamplesThatTellNothing() {
    GammaGammaFitter fitter = GammaGammaFitter.withDefaults();
    PurchaseSample without =
        PurchaseSample.of(TimeScale.DAY, new int[1], new double[1], new double[1]);
    refuses(() -> fitter.fit(without), "sample (" + without + ") must have mean spends");
    assertDegenerate(
        sample(new int[2], new double[2]),
        "gamma-gamma: no customer has a purchase of known amount");
    assertDegenerate(
        sample(new int[] {1, 2}, new double[] {5, 5}),
        "gamma-gamma: all customers spend the same on average, 5.0");
    refuses(() -> fitter.withCorrelationThreshold(2), "correlation (2.0) must be from 0 to 1");
  }

  private static void assertDegenerate(PurchaseSample sample, String message) {
    assertThatThrownBy(() -> GammaGammaFitter.withDefaults().fit(sample))
        .isInstanceOf(FitException.class)
        .hasMessage(message)
        .extracting(e -> ((FitException) e).reason())
        .isEqualTo(Reason.DEGENERATE_SAMPLE);
  }

  @Test
  void warnsOfASmallSample() {
    PurchaseSample few = drawn(new GammaGamma(2, 3, 10), 20, 2);
    assertThat(GammaGammaFitter.withDefaults().fit(few).report().warnings())
        .anySatisfy(
            warning ->
                assertThat(warning.text())
                    .isEqualTo("only 20 customers have purchases of known amount"));
  }

  @Test
  void refusesBadNumbers() {
    refuses(() -> new GammaGamma(0, 1, 1), "p (0.0) must be over 0 and finite");
    refuses(() -> new GammaGamma(1, Double.NaN, 1), "q (NaN) must be over 0 and finite");
    refuses(
        () -> new GammaGamma(1, 1, Double.POSITIVE_INFINITY),
        "gamma (Infinity) must be over 0 and finite");
    refuses(() -> new SpendHistory(-1, 1), "purchases (-1) must be 0 or more");
    refuses(() -> new SpendHistory(1, -1), "mean (-1.0) must be finite and 0 or more");
    refuses(() -> new SpendHistory(1, 0), "mean (0.0) must be over 0 with purchases (1)");
    refuses(() -> new SpendHistory(0, 2), "mean (2.0) must be 0 without purchases (0)");
    refuses(
        () -> new SpendHistory(2, 1e308),
        "mean (1.0E308) must be finite when taken times purchases (2)");
    refuses(() -> new ExpectedSpend.Finite(-1), "amount (-1.0) must be finite and 0 or more");
    refuses(() -> new ExpectedSpend.Infinite(0), "tailIndex (0.0) must be over 0 and finite");
    refuses(() -> CDNOW.simulate(0, new SplittableRandom(1)), "purchases (0) must be at least 1");
    ConfidenceInterval interval = new ConfidenceInterval(0, 0.5, 0.95, "Fisher z");
    refuses(
        () -> new FrequencySpendCorrelation(2, interval, 10),
        "coefficient (2.0) must be from -1 to 1");
    refuses(
        () -> new FrequencySpendCorrelation(0.2, interval, 3), "customers (3) must be at least 4");
  }
}
