package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParetoNbdFitterTest {

  /** Relative; the reference stops at a gradient below 1e-9, this fit at 1e-6 standard errors. */
  private static final double SAME_MAXIMUM = 1e-5;

  /** Relative; curvatures come from differences of the gradient. */
  private static final double SAME_CURVATURE = 1e-4;

  static PurchaseSample cdnow() {
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/clv/cdnow_cbs_39w.csv"))) {
      rows = reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PurchaseSample.of(
        TimeScale.WEEK,
        rows.stream().mapToInt(row -> Integer.parseInt(row.getField("x"))).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("t_x"))).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("T_cal"))).toArray());
  }

  private static PurchaseSample simulated(ParetoNbd model, int customers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] ages = random.doubles(customers, 27, 39).toArray();
    return PurchaseSimulator.withDefaults().withSeed(seed).simulate(model, ages, 0).toSample();
  }

  @Test
  void cdnowIsFittedAsByNewtonStepsOnAutomaticDerivatives() {
    JsonNode reference = SharedFiles.cases("clv-fits.json").at("/reference/cdnow_cbs_39w/pnbd");
    Fit<ParetoNbd> fit = ParetoNbdFitter.withDefaults().fit(cdnow());
    assertThat(fit.report().logLikelihood())
        .isCloseTo(reference.get("loglik").asDouble(), within(1e-7));
    for (ParameterEstimate estimate : fit.report().estimates()) {
      double value = reference.get("params").get(estimate.name()).asDouble();
      double error = reference.get("se").get(estimate.name()).asDouble();
      assertThat(estimate.value() / value).isCloseTo(1, within(SAME_MAXIMUM));
      assertThat(estimate.standardError().orElseThrow() / error)
          .isCloseTo(1, within(SAME_CURVATURE));
    }
  }

  @Test
  void simulatedParametersAreFoundAgain() {
    ParetoNbd truth = new ParetoNbd(0.8, 6, 0.7, 9, TimeScale.WEEK);
    Fit<ParetoNbd> fit = ParetoNbdFitter.withDefaults().fit(simulated(truth, 8_000, 7));
    double[] values = {truth.r(), truth.alpha(), truth.s(), truth.beta()};
    for (int i = 0; i < values.length; i++) {
      ParameterEstimate estimate = fit.report().estimates().get(i);
      assertThat(estimate.value())
          .as(estimate.name())
          .isCloseTo(values[i], within(3 * estimate.standardError().orElseThrow()));
    }
  }

  @Test
  void threadsDoNotChangeABit() {
    PurchaseSample sample =
        simulated(new ParetoNbd(0.55, 10.58, 0.61, 11.67, TimeScale.WEEK), 30_000, 3);
    Fit<ParetoNbd> one = ParetoNbdFitter.withDefaults().fit(sample);
    Fit<ParetoNbd> three =
        ParetoNbdFitter.withDefaults().with(FitOptions.defaults().withThreads(3)).fit(sample);
    assertThat(three.model()).isEqualTo(one.model());
    assertThat(three.report().logLikelihood()).isEqualTo(one.report().logLikelihood());
  }

  @Test
  void anotherUnitRescalesTheFit() {
    PurchaseSample weeks = simulated(new ParetoNbd(0.8, 6, 0.7, 9, TimeScale.WEEK), 2_000, 11);
    ParetoNbd inWeeks = ParetoNbdFitter.withDefaults().fit(weeks).model();
    ParetoNbd inDays = ParetoNbdFitter.withDefaults().fit(weeks.with(TimeScale.DAY)).model();
    assertThat(inDays.timeScale()).isEqualTo(TimeScale.DAY);
    assertThat(inDays.r() / inWeeks.r()).isCloseTo(1, within(SAME_MAXIMUM));
    assertThat(inDays.s() / inWeeks.s()).isCloseTo(1, within(SAME_MAXIMUM));
    assertThat(inDays.alpha() / inWeeks.alpha()).isCloseTo(7, within(7 * SAME_MAXIMUM));
    assertThat(inDays.beta() / inWeeks.beta()).isCloseTo(7, within(7 * SAME_MAXIMUM));
  }

  /** Customers leave at about one rate: where the likelihood rises all along, s is at its end. */
  @Test
  void aRidgeOfLeavingIsWarnedOf() {
    ParetoNbd alike = new ParetoNbd(0.5329, 38.0598, 64.2792, 7721.5264, TimeScale.WEEK);
    for (long seed : new long[] {3, 6, 8, 9}) {
      Fit<ParetoNbd> fit = ParetoNbdFitter.withDefaults().fit(simulated(alike, 3_000, seed));
      assertThat(fit.report().warnings())
          .containsExactly(
              new FitWarning(
                  FitWarning.Kind.AT_BOUNDARY,
                  "s (1.00e+04) ran to the upper end of its range: the model is the limit of its"
                      + " kind"));
      assertThat(fit.model().s()).isCloseTo(1e4, within(1e-4));
      ParameterEstimate s = fit.report().estimates().get(2);
      assertThat(s.atBoundary()).isTrue();
      assertThat(s.standardError()).isEmpty();
      ParameterEstimate beta = fit.report().estimates().get(3);
      double rate = alike.s() / alike.beta();
      double relativeError = beta.standardError().orElseThrow() / beta.value();
      assertThat(fit.model().s() / fit.model().beta() / rate)
          .isCloseTo(1, within(4 * relativeError));
    }
    for (long seed : new long[] {4, 5, 7, 11}) {
      assertThat(ParetoNbdFitter.withDefaults().fit(simulated(alike, 3_000, seed)).report())
          .satisfies(
              report ->
                  assertThat(report.warnings())
                      .extracting(FitWarning::kind)
                      .containsExactly(FitWarning.Kind.NEAR_FLAT_RIDGE));
    }
  }

  /** All buy at one rate, so that r and alpha run out together. */
  @Test
  void aRidgeOfPurchasesIsWarnedOf() {
    ParetoNbd alike = new ParetoNbd(800, 6000, 0.6, 10, TimeScale.WEEK);
    for (long seed = 1; seed <= 5; seed++) {
      Fit<ParetoNbd> fit = ParetoNbdFitter.withDefaults().fit(simulated(alike, 2_000, seed));
      assertThat(fit.report().warnings())
          .extracting(FitWarning::kind)
          .containsExactly(FitWarning.Kind.AT_BOUNDARY);
      assertThat(fit.model().r()).isCloseTo(1e4, within(1e-4));
    }
  }

  /** Nobody leaves: the likelihood tends to that of purchases alone, which is a usable model. */
  @Test
  void customersWhoStayAreFittedAtTheBoundary() {
    ParetoNbd stay = new ParetoNbd(0.8, 6, 1e-6, 1e6, TimeScale.WEEK);
    for (long seed = 1; seed <= 6; seed++) {
      PurchaseSample sample = simulated(stay, 1_000, seed);
      Fit<ParetoNbd> fit = ParetoNbdFitter.withDefaults().fit(sample);
      assertThat(fit.report().warnings())
          .extracting(FitWarning::kind)
          .containsAnyOf(FitWarning.Kind.NEAR_FLAT_RIDGE, FitWarning.Kind.AT_BOUNDARY);
      double alive =
          PurchasePredictor.withDefaults().predict(fit.model(), sample, 1).customersAlive();
      assertThat(alive).isGreaterThan(900);
    }
  }

  @Test
  void refusesASampleWithoutRepeatPurchases() {
    PurchaseSample sample =
        PurchaseSample.of(TimeScale.WEEK, new int[2], new double[2], new double[] {3, 4});
    assertThatExceptionOfType(FitException.class)
        .isThrownBy(() -> ParetoNbdFitter.withDefaults().fit(sample))
        .withMessage("Pareto/NBD: none of the 2 customers bought again")
        .matches(e -> e.reason() == FitException.Reason.DEGENERATE_SAMPLE);
  }

  @Test
  void aSingleCustomerIsNotFitted() {
    PurchaseSample sample =
        PurchaseSample.of(TimeScale.WEEK, new int[] {2}, new double[] {3}, new double[] {4});
    assertThatExceptionOfType(FitException.class)
        .isThrownBy(() -> ParetoNbdFitter.withDefaults().fit(sample))
        .withMessage("Pareto/NBD: 1 customer cannot tell how customers differ")
        .matches(e -> e.reason() == FitException.Reason.DEGENERATE_SAMPLE);
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    double[][] points = {{0.55, 10.6, 0.6, 11.7}, {3, 0.01, 5, 40}, {0.2, 500, 0.05, 0.3}};
    int[] x = {0, 1, 4, 300};
    double[] recency = {0, 5, 30, 20};
    double[] age = {39, 39, 31, 39};
    HistoryRows rows =
        new HistoryRows(
            PurchaseSample.of(TimeScale.WEEK, x, recency, age).grouped(), ParetoNbdDensity.MODEL);
    for (double[] point : points) {
      double[] sums = new double[5];
      rows.at(point).add(0, 4, sums);
      ParetoNbd model = new ParetoNbd(point[0], point[1], point[2], point[3], TimeScale.WEEK);
      double direct = 0;
      for (int i = 0; i < 4; i++) {
        direct += model.logLikelihood(new PurchaseHistory(x[i], recency[i], age[i]));
      }
      assertThat(sums[0] / direct).isCloseTo(1, within(1e-12));
      for (int i = 0; i < 4; i++) {
        double step = 1e-5 * point[i];
        double slope = (valueAt(rows, point, i, step) - valueAt(rows, point, i, -step)) / 2 / step;
        assertThat(sums[i + 1]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
      }
    }
  }

  private static double valueAt(HistoryRows rows, double[] point, int i, double step) {
    double[] moved = Arrays.copyOf(point, 4);
    moved[i] += step;
    double[] sums = new double[5];
    rows.at(moved).add(0, 4, sums);
    return sums[0];
  }
}
