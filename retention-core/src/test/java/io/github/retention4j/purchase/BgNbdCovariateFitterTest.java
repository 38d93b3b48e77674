package io.github.retention4j.purchase;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BgNbdCovariateFitterTest {

  /** Differences over steps of 1e-5 err by its square, and by rounding over the step. */
  private static final double DIFFERENCES = 1e-6;

  /** The reference subtracts logarithms of gamma functions of the order of 100. */
  private static final double REFERENCE = 1e-11;

  /** Relative; the reference climbs by values alone, which leaves it half the digits. */
  private static final double SAME_MAXIMUM = 1e-5;

  /** Without covariates on leaving there is a maximum. */
  @Test
  void buyingOfApparelHangsOnGenderAndChannel() {
    Fit<BgNbdWithCovariates> fit =
        BgNbdCovariateFitter.withDefaults()
            .withAttritionCovariates(List.of())
            .fit(Apparel.sample(), Apparel.covariates());
    Fit<BgNbd> plain = BgNbdFitter.withDefaults().fit(Apparel.sample());
    // scipy 1.10.1: optimize.minimize, BFGS and Nelder-Mead in turn, on the four logarithms and the
    // coefficients.
    assertThat(fit.report().logLikelihood()).isCloseTo(-5841.1745874, within(1e-7));
    assertEstimates(fit, 0.6730645, 39.352584, 1.409680, 10.617683, 0.4673426, 0.5859076);
    assertThat(fit.report().warnings()).isEmpty();
    assertThat(fit.report().likelihoodRatioTest(plain.report()).pValue()).isLessThan(1e-6);
    assertThat(fit.report().logLikelihood()).isCloseTo(logLikelihood(fit.model()), within(1e-8));
  }

  private static double logLikelihood(BgNbdWithCovariates model) {
    PurchaseSample sample = Apparel.sample();
    CustomerCovariates covariates = Apparel.covariates();
    double sum = 0;
    for (int row = 0; row < sample.size(); row++) {
      BgNbd own = model.of(covariates.values(sample.customers().get(row)));
      sum += own.logLikelihood(sample.history(row));
    }
    return sum;
  }

  /** With covariates on leaving a and b run off; that is never said silently. */
  @Test
  void warnsThatApparelDoesNotTellHowLeavingHangsOnThem() {
    BgNbdCovariateFitter fitter = BgNbdCovariateFitter.withDefaults();
    Fit<BgNbdWithCovariates> fit = fitter.fit(Apparel.sample(), Apparel.covariates());
    assertThat(fit.report().warnings())
        .extracting(FitWarning::kind)
        .contains(FitWarning.Kind.AT_BOUNDARY);
    Fit<BgNbdWithCovariates> again =
        fitter
            .with(FitOptions.defaults().withThreads(3))
            .fit(Apparel.sample(), Apparel.covariates());
    assertThat(again.model()).isEqualTo(fit.model());
    assertThat(again.report().warnings()).isEqualTo(fit.report().warnings());
  }

  @Test
  void aRidgeKeepsCoefficientsFinite() {
    Fit<BgNbdWithCovariates> fit =
        BgNbdCovariateFitter.withDefaults()
            .withRidge(1)
            .fit(Apparel.sample(), Apparel.covariates());
    // scipy 1.10.1, as above, with half the sum of squared coefficients taken off.
    assertThat(fit.report().logLikelihood()).isCloseTo(-5840.6486663, within(1e-5));
    assertEstimates(
        fit,
        0.6709281,
        38.522192,
        2.212170,
        15.986512,
        0.4545942,
        0.5696952,
        -0.3674492,
        -0.5771687);
    assertThat(fit.report().warnings()).isEmpty();
  }

  @Test
  void covariatesMayActOnBothParametersOfLeavingApart() {
    BgNbdCovariateFitter fitter = BgNbdCovariateFitter.withDefaults().withRidge(1);
    Fit<BgNbdWithCovariates> fit =
        fitter
            .withAttritionForm(AttritionForm.OWN_FACTORS)
            .fit(Apparel.sample(), Apparel.covariates());
    // scipy 1.10.1, as above.
    assertThat(fit.report().logLikelihood()).isCloseTo(-5838.3923831, within(1e-5));
    assertEstimates(
        fit,
        0.666826882,
        36.7895926,
        1.4794569,
        7.49638759,
        0.37944351,
        0.59151452,
        -0.17072444,
        -0.31660711,
        0.51824376,
        -0.44794424);
    assertThat(fit.report().estimates())
        .extracting(ParameterEstimate::name)
        .endsWith("a.Gender", "a.Channel", "b.Gender", "b.Channel");
    assertThat(fit.report().logLikelihood()).isCloseTo(logLikelihood(fit.model()), within(1e-8));
    assertThat(fit.report().warnings()).isEmpty();
  }

  /** The common factor is the case of equal coefficients. */
  @Test
  void ownFactorsAreTestedAgainstTheCommonOne() {
    BgNbdWithCovariates truth =
        new BgNbdWithCovariates(
            new BgNbd(1.2, 5, 0.9, 2.5, TimeScale.WEEK),
            new CovariateEffects(Map.of("age", 0.4)),
            new CovariateEffects(Map.of("age", 0.7)),
            new CovariateEffects(Map.of("age", -0.3)));
    CustomerCovariates covariates = drawnCovariates(4_000, new SplittableRandom(5));
    PurchaseSample sample = drawn(truth, covariates, new SplittableRandom(6));
    BgNbdCovariateFitter fitter =
        BgNbdCovariateFitter.withDefaults()
            .withPurchaseCovariates(List.of("age"))
            .withAttritionCovariates(List.of("age"));
    Fit<BgNbdWithCovariates> own =
        fitter.withAttritionForm(AttritionForm.OWN_FACTORS).fit(sample, covariates);
    assertNear(own, "r", 1.2);
    assertNear(own, "alpha", 5);
    assertNear(own, "a", 0.9);
    assertNear(own, "b", 2.5);
    assertNear(own, "purchase.age", 0.4);
    assertNear(own, "a.age", 0.7);
    assertNear(own, "b.age", -0.3);
    Fit<BgNbdWithCovariates> common = fitter.fit(sample, covariates);
    assertThat(common.model().staying()).isEqualTo(common.model().attrition());
    assertThat(own.report().likelihoodRatioTest(common.report()).pValue()).isLessThan(1e-6);
  }

  @Test
  void likelihoodsOfCustomersWithCovariates() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "bg-nbd-covariates.csv")) {
      BgNbdWithCovariates model =
          new BgNbdWithCovariates(
              new BgNbd(
                  number(row, "r"),
                  number(row, "alpha"),
                  number(row, "a"),
                  number(row, "b"),
                  TimeScale.WEEK),
              effects(row, "p"),
              effects(row, "a"),
              effects(row, "b"));
      PurchaseHistory history =
          new PurchaseHistory(
              Long.parseLong(row.getField("purchases")),
              number(row, "recency"),
              number(row, "age"));
      BgNbd own = model.of(Map.of("x", number(row, "x"), "y", number(row, "y")));
      double truth = number(row, "logLikelihood");
      assertThat(own.logLikelihood(history))
          .as(row.toString())
          .isCloseTo(truth, within(REFERENCE * (1 + Math.abs(truth))));
    }
  }

  private static CovariateEffects effects(NamedCsvRecord row, String prefix) {
    return new CovariateEffects(
        Map.of("x", number(row, prefix + "x"), "y", number(row, prefix + "y")));
  }

  private static void assertEstimates(Fit<BgNbdWithCovariates> fit, double... values) {
    assertThat(fit.report().estimates()).hasSize(values.length);
    for (int i = 0; i < values.length; i++) {
      ParameterEstimate estimate = fit.report().estimates().get(i);
      assertThat(estimate.value() / values[i])
          .as(estimate.name())
          .isCloseTo(1, within(SAME_MAXIMUM));
    }
  }

  @Test
  void aStrongRidgeGivesTheModelWithoutCovariates() {
    Fit<BgNbdWithCovariates> fit =
        BgNbdCovariateFitter.withDefaults()
            .withRidge(1e8)
            .fit(Apparel.sample(), Apparel.covariates());
    BgNbd plain = BgNbdFitter.withDefaults().fit(Apparel.sample()).model();
    assertThat(fit.model().base().alpha() / plain.alpha()).isCloseTo(1, within(1e-3));
    assertThat(fit.model().base().a() / plain.a()).isCloseTo(1, within(1e-3));
    assertThat(fit.model().purchase().coefficients().get("Channel")).isCloseTo(0, within(1e-4));
  }

  @Test
  void simulatedCoefficientsAreFoundAgain() {
    BgNbdWithCovariates truth =
        new BgNbdWithCovariates(
            new BgNbd(1.2, 5, 0.9, 2.5, TimeScale.WEEK),
            new CovariateEffects(Map.of("age", 0.4, "channel=web", -0.5)),
            new CovariateEffects(Map.of("age", 0.8)));
    CustomerCovariates covariates = drawnCovariates(4_000, new SplittableRandom(17));
    Fit<BgNbdWithCovariates> fit =
        BgNbdCovariateFitter.withDefaults()
            .withAttritionCovariates(List.of("age"))
            .fit(drawn(truth, covariates, new SplittableRandom(18)), covariates);
    assertNear(fit, "r", 1.2);
    assertNear(fit, "alpha", 5);
    assertNear(fit, "a", 0.9);
    assertNear(fit, "b", 2.5);
    assertNear(fit, "purchase.age", 0.4);
    assertNear(fit, "purchase.channel=web", -0.5);
    assertNear(fit, "attrition.age", 0.8);
  }

  private static void assertNear(Fit<BgNbdWithCovariates> fit, String name, double truth) {
    double error = fit.report().estimate(name).standardError().orElseThrow();
    assertThat(fit.report().estimate(name).value()).as(name).isCloseTo(truth, within(3 * error));
  }

  @Test
  void equalCoefficientsAreOneParameter() {
    BgNbdWithCovariates truth =
        new BgNbdWithCovariates(
            new BgNbd(1.2, 5, 0.9, 2.5, TimeScale.WEEK),
            new CovariateEffects(Map.of("age", 0.5)),
            new CovariateEffects(Map.of("age", 0.5)));
    CustomerCovariates covariates = drawnCovariates(2_000, new SplittableRandom(3));
    PurchaseSample sample = drawn(truth, covariates, new SplittableRandom(4));
    BgNbdCovariateFitter fitter =
        BgNbdCovariateFitter.withDefaults()
            .withPurchaseCovariates(List.of("age"))
            .withAttritionCovariates(List.of("age"));
    Fit<BgNbdWithCovariates> equal =
        fitter.withEqualCoefficients(List.of("age")).fit(sample, covariates);
    assertNear(equal, "both.age", 0.5);
    assertThat(equal.model().purchase()).isEqualTo(equal.model().attrition());
    Fit<BgNbdWithCovariates> free = fitter.fit(sample, covariates);
    assertThat(free.report().likelihoodRatioTest(equal.report()).pValue()).isGreaterThan(0.001);
  }

  private static CustomerCovariates drawnCovariates(int customers, SplittableRandom random) {
    return CustomerCovariates.of(
            IntStream.rangeClosed(1, customers).mapToObj(CustomerId::of).toList())
        .withNumbers("age", random.doubles(customers, -1, 1).toArray())
        .withFactor(
            "channel",
            IntStream.range(0, customers).mapToObj(i -> i % 3 == 0 ? "web" : "shop").toList(),
            "shop");
  }

  private static PurchaseSample drawn(
      BgNbdWithCovariates truth, CustomerCovariates covariates, SplittableRandom random) {
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
    BgNbdWithCovariates model =
        new BgNbdWithCovariates(
            new BgNbd(1, 10, 0.8, 2.5, TimeScale.WEEK),
            new CovariateEffects(Map.of("web", Math.log(2))),
            new CovariateEffects(Map.of("web", Math.log(4))));
    BgNbd ofWeb = model.of(Map.of("web", 1.0));
    assertThat(ofWeb.alpha()).isCloseTo(5, within(1e-12));
    assertThat(ofWeb.a()).isCloseTo(3.2, within(1e-12));
    assertThat(ofWeb.b()).isCloseTo(10, within(1e-12));
    assertThat(model.of(Map.of("web", 0.0))).isEqualTo(model.base());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.of(Map.of()))
        .withMessage("covariate web (null) must be known and finite");
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    assertGradient(0.9, 8, 0.7, 2.2, 0.3, -0.4);
    assertGradient(0.9, 8, 0.7, 2.2, 0.3, -0.4, 0.6);
  }

  private static void assertGradient(double... point) {
    double[] slopes = sums(point);
    for (int i = 0; i < point.length; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double slope = (sums(up)[0] - sums(down)[0]) / 2e-5;
      assertThat(slopes[i + 1]).isCloseTo(slope, within(DIFFERENCES * (1 + Math.abs(slope))));
    }
  }

  @Test
  void aCustomerOfNoUsableParametersTurnsTheSearchBack() {
    assertThat(sums(0.9, 8, 0.7, 2.2, 300, -0.4)[0]).isNaN();
    assertThat(sums(0.9, 8, 0.7, 2.2, 0.3, -0.4, 300)[0]).isNaN();
  }

  /** The last coefficient is that on b, which may be that on a. */
  private static double[] sums(double... point) {
    GroupedHistories histories =
        PurchaseSample.of(
                TimeScale.WEEK,
                new int[] {0, 3, 2},
                new double[] {0, 5, 38.3},
                new double[] {39, 39, 39})
            .grouped();
    double[][] values = {{1}, {-0.5}, {2}};
    double[] sums = new double[1 + point.length];
    new BgNbdCovariateRows(
            histories,
            new CovariateTerm(values, new int[] {4}),
            new CovariateTerm(values, new int[] {5}),
            new CovariateTerm(values, new int[] {point.length - 1}))
        .at(point)
        .add(0, 3, sums);
    return sums;
  }

  @Test
  void refusesWhatDoesNotFit() {
    PurchaseSample sample =
        PurchaseSample.of(
            TimeScale.WEEK, new int[] {1, 2}, new double[] {1, 2}, new double[] {3, 4});
    List<CustomerId> customers = sample.customers();
    CustomerCovariates ages =
        CustomerCovariates.of(customers).withNumbers("age", new double[] {3, 4});
    CustomerCovariates one =
        CustomerCovariates.of(customers.subList(0, 1)).withNumbers("age", new double[] {3});
    BgNbdCovariateFitter fitter = BgNbdCovariateFitter.withDefaults();
    FitOptions ridged = FitOptions.defaults().with(new RidgePenalty(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.fit(sample, one))
        .withMessage("customer (2) must have covariates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withEqualCoefficients(List.of("sex")).fit(sample, ages))
        .withMessage("covariate (sex) with equal coefficients must act on both processes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withRidge(1).with(ridged).fit(sample, ages))
        .withMessage("penalty (ridge of weight 1.0) must be none beside a ridge");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fitter.withRidge(0))
        .withMessage("weight (0.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                fitter
                    .withEqualCoefficients(List.of("age"))
                    .withAttritionForm(AttritionForm.OWN_FACTORS)
                    .fit(sample, ages))
        .withMessage(
            "covariate (age) with equal coefficients must not have two for leaving, of a and of b");
    PurchaseSample nobody =
        PurchaseSample.of(
            customers, TimeScale.WEEK, new int[2], new double[2], new double[] {3, 4});
    assertThatExceptionOfType(FitException.class)
        .isThrownBy(() -> fitter.fit(nobody, ages))
        .matches(e -> e.reason() == FitException.Reason.DEGENERATE_SAMPLE);
  }
}
