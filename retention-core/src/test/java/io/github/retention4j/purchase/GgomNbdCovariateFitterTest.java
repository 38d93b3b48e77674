package io.github.retention4j.purchase;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GgomNbdCovariateFitterTest {

  /** The reference takes its integral to 1e-13; logarithms of it are of the order of 100. */
  private static final double REFERENCE = 1e-11;

  /** Differences over steps of 1e-5 err by its square, and by rounding over the step. */
  private static final double DIFFERENCES = 1e-6;

  private static final GgomNbdCovariateFitter FITTER = GgomNbdCovariateFitter.withDefaults();

  @Test
  void likelihoodsOfCustomersWithCovariates() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "ggom-nbd-covariates.csv")) {
      GgomNbdWithCovariates model =
          new GgomNbdWithCovariates(
              new GgomNbd(
                  number(row, "r"),
                  number(row, "alpha"),
                  number(row, "b"),
                  number(row, "s"),
                  number(row, "beta"),
                  TimeScale.WEEK),
              new CovariateEffects(Map.of("x", number(row, "px"), "y", number(row, "py"))),
              new CovariateEffects(Map.of("x", number(row, "qx"), "y", number(row, "qy"))));
      PurchaseHistory history =
          new PurchaseHistory(
              Long.parseLong(row.getField("purchases")),
              number(row, "recency"),
              number(row, "age"));
      GgomNbd own = model.of(Map.of("x", number(row, "x"), "y", number(row, "y")));
      double truth = number(row, "logLikelihood");
      assertThat(own.logLikelihood(history))
          .as(row.toString())
          .isCloseTo(truth, within(REFERENCE * (1 + Math.abs(truth))));
    }
  }

  /** Pareto/NBD, the limit of b and beta that go to 0, is inside. */
  @Test
  void apparelIsFittedAsWellAsByTheParetoNbd() {
    Fit<GgomNbdWithCovariates> fit = FITTER.fit(Apparel.sample(), Apparel.covariates());
    Fit<ParetoNbdWithCovariates> limit =
        ParetoNbdCovariateFitter.withDefaults().fit(Apparel.sample(), Apparel.covariates());
    assertThat(fit.report().logLikelihood())
        .isCloseTo(limit.report().logLikelihood(), within(1e-6));
    for (String name : List.of("r", "alpha", "s", "purchase.Gender", "attrition.Channel")) {
      double value = limit.report().estimate(name).value();
      double error = limit.report().estimate(name).standardError().orElseThrow();
      assertThat(fit.report().estimate(name).value()).as(name).isCloseTo(value, within(1e-4));
      assertThat(fit.report().estimate(name).standardError().orElseThrow() / error)
          .as("standard error of " + name)
          .isCloseTo(1, within(1e-4));
    }
    assertThat(fit.report().warnings())
        .extracting(FitWarning::kind)
        .containsExactly(FitWarning.Kind.AT_BOUNDARY);
  }

  /** There a hazard that rises at first does better than the Pareto/NBD, at -5826.5342. */
  @Test
  void equalCoefficientsAreTestedByTheLikelihoodRatio() {
    Fit<GgomNbdWithCovariates> free = FITTER.fit(Apparel.sample(), Apparel.covariates());
    Fit<GgomNbdWithCovariates> equal =
        FITTER.withEqualCoefficients(List.of("Gender")).fit(Apparel.sample(), Apparel.covariates());
    assertThat(equal.report().logLikelihood()).isGreaterThan(-5826.5342);
    assertThat(equal.report().logLikelihood())
        .isCloseTo(logLikelihood(equal.model()), within(1e-8));
    assertThat(equal.model().purchase().coefficients().get("Gender"))
        .isEqualTo(equal.model().attrition().coefficients().get("Gender"));
    assertThat(free.report().likelihoodRatioTest(equal.report()).pValue())
        .isCloseTo(1.33993e-3, within(1e-7)); // scipy 1.10.1: chi2.sf(10.286691, 1)
  }

  private static double logLikelihood(GgomNbdWithCovariates model) {
    PurchaseSample sample = Apparel.sample();
    CustomerCovariates covariates = Apparel.covariates();
    return IntStream.range(0, sample.size())
        .mapToDouble(
            row ->
                model
                    .of(covariates.values(sample.customers().get(row)))
                    .logLikelihood(sample.history(row)))
        .sum();
  }

  @Test
  void aStrongRidgeGivesTheModelWithoutCovariates() {
    Fit<GgomNbdWithCovariates> fit =
        FITTER.withRidge(1e8).fit(Apparel.sample(), Apparel.covariates());
    GgomNbd plain = GgomNbdFitter.withDefaults().fit(Apparel.sample()).model();
    GgomNbd base = fit.model().base();
    assertThat(base.alpha() / plain.alpha()).isCloseTo(1, within(1e-3));
    assertThat(base.beta() / base.b() / plain.beta() * plain.b()).isCloseTo(1, within(1e-3));
    assertThat(fit.model().purchase().coefficients().get("Channel")).isCloseTo(0, within(1e-4));
  }

  @Test
  void simulatedCoefficientsAreFoundAgain() {
    GgomNbdWithCovariates truth =
        new GgomNbdWithCovariates(
            new GgomNbd(0.9, 6, 0.1, 2, 20, TimeScale.WEEK),
            new CovariateEffects(Map.of("age", 0.5, "web", -0.4)),
            new CovariateEffects(Map.of("age", -0.6)));
    int customers = 1_500;
    SplittableRandom random = new SplittableRandom(17);
    CustomerCovariates covariates =
        CustomerCovariates.of(IntStream.rangeClosed(1, customers).mapToObj(CustomerId::of).toList())
            .withNumbers("age", random.doubles(customers, -1, 1).toArray())
            .withNumbers("web", IntStream.range(0, customers).mapToDouble(i -> i % 2).toArray());
    Fit<GgomNbdWithCovariates> fit =
        FITTER
            .withAttritionCovariates(List.of("age"))
            .with(FitOptions.defaults().withThreads(2))
            .fit(drawn(truth, covariates, random), covariates);
    assertNear(fit, "r", 0.9);
    assertNear(fit, "alpha", 6);
    assertNear(fit, "b", 0.1);
    assertNear(fit, "s", 2);
    assertNear(fit, "beta", 20);
    assertNear(fit, "purchase.age", 0.5);
    assertNear(fit, "purchase.web", -0.4);
    assertNear(fit, "attrition.age", -0.6);
    assertThat(fit.report().estimates()).hasSize(8);
  }

  private static void assertNear(Fit<GgomNbdWithCovariates> fit, String name, double truth) {
    double error = fit.report().estimate(name).standardError().orElseThrow();
    assertThat(fit.report().estimate(name).value()).as(name).isCloseTo(truth, within(3 * error));
  }

  private static PurchaseSample drawn(
      GgomNbdWithCovariates truth, CustomerCovariates covariates, SplittableRandom random) {
    int size = covariates.customers().size();
    int[] x = new int[size];
    double[] recency = new double[size];
    double[] age = random.doubles(size, 40, 104).toArray();
    for (int i = 0; i < size; i++) {
      SimulatedCustomer customer =
          truth.of(covariates.values(covariates.customers().get(i))).simulate(age[i], random);
      x[i] = customer.purchases();
      recency[i] = x[i] == 0 ? 0 : customer.purchaseTime(x[i] - 1);
    }
    return PurchaseSample.of(covariates.customers(), TimeScale.WEEK, x, recency, age);
  }

  @Test
  void withoutEffectsTheModelIsTheBase() {
    GgomNbd base = new GgomNbd(1, 10, 0.1, 1, 20, TimeScale.WEEK);
    CovariateEffects none = new CovariateEffects(Map.of("web", 0.0));
    assertThat(new GgomNbdWithCovariates(base, none, none).of(Map.of("web", 3.0))).isEqualTo(base);
    double[] plain = new double[6];
    new HistoryRows(histories(), GgomNbdDensity.MODEL)
        .at(new double[] {1, 10, 0.1, 1, 20})
        .add(0, 3, plain);
    double[] sums = sums(new double[] {1, 10, 0.1, 1, 20, 0, 0});
    for (int i = 0; i < plain.length; i++) {
      assertThat(sums[i] / plain[i]).as("sum %s", i).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void predictsForACustomerFromItsCovariates() {
    GgomNbdWithCovariates model =
        new GgomNbdWithCovariates(
            new GgomNbd(1, 10, 0.1, 1, 20, TimeScale.WEEK),
            new CovariateEffects(Map.of("web", Math.log(2))),
            new CovariateEffects(Map.of("age", Math.log(4))));
    GgomNbd own = model.of(Map.of("web", 1.0, "age", 1.0));
    assertThat(own.alpha()).isCloseTo(5, within(1e-12));
    assertThat(own.beta()).isCloseTo(5, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.of(Map.of("web", 1.0)))
        .withMessage("covariate age (null) must be known and finite");
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    double[][] points = {
      {0.9, 8, 0.05, 0.7, 2, 0.3, -0.4}, {0.5, 10, 1e-6, 0.6, 1e-5, -1, 0.7}, {2, 3, 1, 1, 50, 1, 1}
    };
    for (double[] point : points) {
      double[] slopes = sums(point);
      for (int i = 0; i < point.length; i++) {
        double[] up = point.clone();
        double[] down = point.clone();
        double step = 1e-5 * point[i];
        up[i] += step;
        down[i] -= step;
        double slope = (sums(up)[0] - sums(down)[0]) / 2e-5;
        assertThat(slopes[i + 1] * point[i])
            .as("slope %s at r = %s", i, point[0])
            .isCloseTo(slope, within(DIFFERENCES * (1 + Math.abs(slope))));
      }
    }
  }

  @Test
  void aCustomerOfNoUsableRateTurnsTheSearchBack() {
    assertThat(sums(new double[] {0.9, 8, 0.05, 0.7, 2, 300, -0.4})[0]).isNaN();
    assertThat(sums(new double[] {0.9, 8, 0.05, 0.7, 2, 0.3, -300})[0]).isNaN();
  }

  private static GroupedHistories histories() {
    return PurchaseSample.of(
            TimeScale.WEEK, new int[] {0, 2, 3}, new double[] {0, 38, 5}, new double[] {39, 39, 39})
        .grouped();
  }

  private static double[] sums(double[] point) {
    double[][] values = {{1}, {-0.5}, {2}};
    double[] sums = new double[8];
    new HistoryCovariateRows(
            histories(),
            GgomNbdDensity.MODEL,
            new CovariateTerm(values, new int[] {5}),
            new CovariateTerm(values, new int[] {6}))
        .at(point)
        .add(0, 3, sums);
    return sums;
  }

  @Test
  void refusesWhatDoesNotFit() {
    PurchaseSample sample =
        PurchaseSample.of(
            TimeScale.WEEK, new int[] {1, 2}, new double[] {1, 2}, new double[] {3, 4});
    CustomerCovariates ages =
        CustomerCovariates.of(sample.customers()).withNumbers("age", new double[] {3, 4});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.withPurchaseCovariates(List.of("sex")).fit(sample, ages))
        .withMessage("covariate (sex) must be one of age");
    FitOptions ridged = FitOptions.defaults().with(new RidgePenalty(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.withRidge(1).with(ridged).fit(sample, ages))
        .withMessage("penalty (ridge of weight 1.0) must be none beside a ridge");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FITTER.withRidge(-1))
        .withMessage("weight (-1.0) must be over 0 and finite");
  }
}
