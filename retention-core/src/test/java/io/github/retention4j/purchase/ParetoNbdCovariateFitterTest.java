package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.time.TimeScale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParetoNbdCovariateFitterTest {

  /** CLVTools prints four digits and stops its search earlier. */
  private static final double PRINTED = 5e-3;

  private static void assertEstimate(
      Fit<ParetoNbdWithCovariates> fit, String name, double value, double error) {
    assertThat(fit.report().estimate(name).value() / value).as(name).isCloseTo(1, within(PRINTED));
    assertThat(fit.report().estimate(name).standardError().orElseThrow() / error)
        .as("standard error of " + name)
        .isCloseTo(1, within(2 * PRINTED));
  }

  @Test
  void apparelIsFittedAsByClvTools() {
    Fit<ParetoNbdWithCovariates> fit =
        ParetoNbdCovariateFitter.withDefaults().fit(Apparel.sample(), Apparel.covariates());
    assertThat(fit.report().logLikelihood()).isCloseTo(-5821.062686, within(1e-4));
    assertThat(fit.report().logLikelihood()).isGreaterThan(-5821.0626861);
    assertEstimate(fit, "r", 1.8378, 0.3455);
    assertEstimate(fit, "alpha", 92.9123, 16.967);
    assertEstimate(fit, "s", 0.592, 0.2609);
    assertEstimate(fit, "beta", 49.6227, 36.2509);
    assertEstimate(fit, "attrition.Gender", -0.643, 0.2955);
    assertEstimate(fit, "attrition.Channel", 0.7907, 0.3059);
    assertEstimate(fit, "purchase.Gender", 0.2859, 0.1041);
    assertEstimate(fit, "purchase.Channel", 0.6241, 0.105);
  }

  @Test
  void equalCoefficientsAreTestedByTheLikelihoodRatio() {
    ParetoNbdCovariateFitter fitter = ParetoNbdCovariateFitter.withDefaults();
    Fit<ParetoNbdWithCovariates> free = fitter.fit(Apparel.sample(), Apparel.covariates());
    Fit<ParetoNbdWithCovariates> equal =
        fitter.withEqualCoefficients(List.of("Gender")).fit(Apparel.sample(), Apparel.covariates());
    assertThat(equal.report().logLikelihood()).isCloseTo(-5826.5342, within(1e-4));
    assertThat(equal.model().base().r()).isCloseTo(1.7939, within(1e-2));
    assertThat(equal.model().purchase().coefficients().get("Gender"))
        .isEqualTo(equal.model().attrition().coefficients().get("Gender"));
    assertThat(free.report().likelihoodRatioTest(equal.report()).pValue())
        .isCloseTo(9.3956e-4, within(1e-7)); // scipy 1.17.1: chi2.sf(10.943028, 1)
  }

  @Test
  void aStrongRidgeGivesTheModelWithoutCovariates() {
    Fit<ParetoNbdWithCovariates> fit =
        ParetoNbdCovariateFitter.withDefaults()
            .withRidge(1e8)
            .fit(Apparel.sample(), Apparel.covariates());
    ParetoNbd plain = ParetoNbdFitter.withDefaults().fit(Apparel.sample()).model();
    assertThat(fit.model().base().alpha() / plain.alpha()).isCloseTo(1, within(1e-3));
    assertThat(fit.model().base().beta() / plain.beta()).isCloseTo(1, within(1e-3));
    assertThat(fit.model().purchase().coefficients().get("Channel")).isCloseTo(0, within(1e-4));
  }

  @Test
  void simulatedCoefficientsAreFoundAgain() {
    ParetoNbdWithCovariates truth =
        new ParetoNbdWithCovariates(
            new ParetoNbd(1.2, 8, 0.9, 12, TimeScale.WEEK),
            new CovariateEffects(Map.of("age", 0.4, "channel=web", -0.5)),
            new CovariateEffects(Map.of("age", -0.3)));
    int customers = 4_000;
    SplittableRandom random = new SplittableRandom(17);
    CustomerCovariates covariates =
        CustomerCovariates.of(IntStream.rangeClosed(1, customers).mapToObj(CustomerId::of).toList())
            .withNumbers("age", random.doubles(customers, -1, 1).toArray())
            .withFactor(
                "channel",
                IntStream.range(0, customers).mapToObj(i -> i % 3 == 0 ? "web" : "shop").toList(),
                "shop");
    Fit<ParetoNbdWithCovariates> fit =
        ParetoNbdCovariateFitter.withDefaults()
            .withAttritionCovariates(List.of("age"))
            .with(FitOptions.defaults().withThreads(2))
            .fit(drawn(truth, covariates, random), covariates);
    Map<String, Double> values =
        Map.of(
            "r",
            1.2,
            "alpha",
            8.0,
            "s",
            0.9,
            "beta",
            12.0,
            "purchase.age",
            0.4,
            "purchase.channel=web",
            -0.5,
            "attrition.age",
            -0.3);
    values.forEach(
        (name, value) ->
            assertThat(fit.report().estimate(name).value())
                .as(name)
                .isCloseTo(
                    value, within(3 * fit.report().estimate(name).standardError().orElseThrow())));
  }

  private static PurchaseSample drawn(
      ParetoNbdWithCovariates truth, CustomerCovariates covariates, SplittableRandom random) {
    int size = covariates.customers().size();
    int[] x = new int[size];
    double[] recency = new double[size];
    double[] age = new double[size];
    for (int i = 0; i < size; i++) {
      age[i] = 52;
      SimulatedCustomer customer =
          truth.of(covariates.values(covariates.customers().get(i))).simulate(52, random);
      x[i] = customer.purchases();
      recency[i] = x[i] == 0 ? 0 : customer.purchaseTime(x[i] - 1);
    }
    return PurchaseSample.of(covariates.customers(), TimeScale.WEEK, x, recency, age);
  }

  @Test
  void predictsForACustomerFromItsCovariates() {
    ParetoNbdWithCovariates model =
        new ParetoNbdWithCovariates(
            new ParetoNbd(1, 10, 1, 20, TimeScale.WEEK),
            new CovariateEffects(Map.of("web", Math.log(2))),
            new CovariateEffects(Map.of()));
    ParetoNbd ofWeb = model.of(Map.of("web", 1.0));
    assertThat(ofWeb.alpha()).isCloseTo(5, within(1e-12));
    assertThat(ofWeb.expectedPurchases(30))
        .isCloseTo(2 * model.base().expectedPurchases(30), within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.of(Map.of()))
        .withMessage("covariate web (null) must be known and finite");
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    double[] point = {0.9, 8, 0.7, 12, 0.3, -0.4};
    ToDoubleFunction<double[]> value = p -> sums(p)[0];
    double[] slopes = sums(point);
    for (int i = 0; i < point.length; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double slope = (value.applyAsDouble(up) - value.applyAsDouble(down)) / 2e-5;
      assertThat(slopes[i + 1]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
    }
  }

  private static double[] sums(double[] point) {
    GroupedHistories histories =
        PurchaseSample.of(
                TimeScale.WEEK,
                new int[] {0, 3, 2},
                new double[] {0, 5, 38.3},
                new double[] {39, 39, 39})
            .grouped();
    double[][] values = {{1}, {-0.5}, {2}};
    double[] sums = new double[7];
    new HistoryCovariateRows(
            histories,
            ParetoNbdDensity.MODEL,
            new CovariateTerm(values, new int[] {4}),
            new CovariateTerm(values, new int[] {5}))
        .at(point)
        .add(0, 3, sums);
    return sums;
  }

  @Test
  void refusesWhatDoesNotFit() {
    PurchaseSample sample =
        PurchaseSample.of(
            TimeScale.WEEK, new int[] {1, 2}, new double[] {1, 2}, new double[] {3, 4});
    CustomerCovariates one =
        CustomerCovariates.of(List.of(CustomerId.of(1L))).withNumbers("age", new double[] {3});
    ParetoNbdCovariateFitter fitter = ParetoNbdCovariateFitter.withDefaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.fit(sample, one))
        .withMessage("customer (2) must have covariates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withPurchaseCovariates(List.of("sex")).fit(sample, one))
        .withMessage("covariate (sex) must be one of age");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withEqualCoefficients(List.of("sex")).fit(sample, one))
        .withMessage("covariate (sex) with equal coefficients must act on both processes");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                fitter
                    .withRidge(1)
                    .with(FitOptions.defaults().with(new RidgePenalty(1)))
                    .fit(sample, one))
        .withMessage("penalty (ridge of weight 1.0) must be none beside a ridge");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withRidge(0))
        .withMessage("weight (0.0) must be over 0 and finite");
  }

  @Test
  void aTableOfCovariatesNamesTheCustomerAtFault() {
    List<CustomerId> customers = List.of(CustomerId.of(1L), CustomerId.of(2L));
    CustomerCovariates table = CustomerCovariates.of(customers);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.withNumbers("age", new double[] {1, Double.NaN}))
        .withMessage("age (NaN) of customer 2 must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.withNumbers("age", new double[1]))
        .withMessage("values of age (1) must be as many as rows (2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.withFactor("channel", List.of("a", "b"), "c"))
        .withMessage("reference (c) of channel must be the level of some row");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.withFactor("channel", List.of("a", "a"), "a"))
        .withMessage("levels of channel (only a) must be at least two");
    CustomerCovariates filled = table.withFactor("channel", List.of("a", "b"), "a");
    assertThat(filled.values(customers.get(1))).isEqualTo(new HashMap<>(Map.of("channel=b", 1.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> filled.withNumbers("channel=b", new double[2]))
        .withMessage("name (channel=b) must be new to the table");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CustomerCovariates.of(List.of(customers.get(0), customers.get(0))))
        .withMessage("customer (1) must come once only");
  }
}
