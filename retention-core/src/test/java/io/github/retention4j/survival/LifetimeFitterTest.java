package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimeFitterTest {

  private static final TimeScale UNIT = TimeScale.MEAN_MONTH;

  /** Percent; the square of a step of 1e-5, and rounding over it. */
  private static final double DIFFERENCE = 1e-4;

  static List<LifetimeFitter<?>> fitters() {
    return List.of(
        LifetimeFitter.exponential(),
        LifetimeFitter.weibull(),
        LifetimeFitter.logNormal(),
        LifetimeFitter.logLogistic(),
        LifetimeFitter.gompertz(),
        LifetimeFitter.generalizedGamma(),
        LifetimeFitter.piecewiseExponential(List.of(6.0, 12.0)));
  }

  static List<LifetimeFamily<?>> families() {
    List<LifetimeModel> models =
        List.of(
            new Exponential(0.05, UNIT),
            new Weibull(0.8, 20, UNIT),
            new LogNormal(2, 1, UNIT),
            new LogLogistic(1.3, 9, UNIT),
            new Gompertz(-0.02, 0.05, UNIT),
            new GeneralizedGamma(2, 1, -0.7, UNIT),
            new PiecewiseExponential(List.of(3.0, 9.5), List.of(0.1, 0.05, 0.03), UNIT));
    return models.stream()
        .flatMap(
            model ->
                Stream.of(
                    LifetimeFamily.of(model), LifetimeFamily.of(new MixtureCure<>(0.3, model))))
        .<LifetimeFamily<?>>map(family -> family)
        .toList();
  }

  private static LifetimeSample small() {
    double[] entry = {0, 1, 2, 0, 4, 0};
    double[] end = {1, 3, 9, 4, 12, 25};
    boolean[] left = {true, true, true, false, true, false};
    return LifetimeSample.entering(UNIT, entry, end, left)
        .withWeights(new double[] {1, 2, 0.5, 3, 1, 4});
  }

  @ParameterizedTest
  @MethodSource("families")
  void gradientsAreThoseOfDifferences(LifetimeFamily<?> family) {
    double[] point = family.starts(LifetimeSummary.of(small())).get(0);
    for (int i = 0; i < point.length; i++) {
      point[i] += 0.05 * (i + 1);
    }
    for (EventTimes times : EventTimes.values()) {
      LifetimeLikelihood likelihood =
          new LifetimeLikelihood(family, GroupedLifetimes.of(small(), times));
      double[] sums = sums(likelihood, point);
      for (int i = 0; i < point.length; i++) {
        double step = 1e-5 * Math.max(0.1, Math.abs(point[i]));
        double[] up = point.clone();
        double[] down = point.clone();
        up[i] += step;
        down[i] -= step;
        double slope = (sums(likelihood, up)[0] - sums(likelihood, down)[0]) / (2 * step);
        assertThat(sums[i + 1])
            .as(family.name() + " " + times + " " + i)
            .isCloseTo(slope, within(1e-6 + DIFFERENCE / 100 * Math.abs(slope)));
      }
    }
  }

  private static double[] sums(RowLikelihood likelihood, double[] point) {
    double[] sums = new double[point.length + 1];
    likelihood.at(point).add(0, likelihood.rows(), sums);
    return sums;
  }

  /** The definition, row by row, from the public model. */
  @ParameterizedTest
  @MethodSource("families")
  void likelihoodIsThatOfTheModel(LifetimeFamily<?> family) {
    double[] point = family.starts(LifetimeSummary.of(small())).get(0);
    LifetimeModel model = family.model(point, UNIT);
    LifetimeSample sample = small();
    double exact = 0;
    double grouped = 0;
    for (int row = 0; row < sample.rows(); row++) {
      double end = sample.duration(row);
      double entered = model.logSurvival(sample.entry(row));
      double stays = model.logSurvival(end) - entered;
      boolean left = sample.left(row);
      double before = model.survival(Math.max(sample.entry(row), end - 1));
      exact += sample.weight(row) * (stays + (left ? Math.log(model.hazard(end)) : 0));
      grouped +=
          sample.weight(row) * (left ? Math.log(before - model.survival(end)) - entered : stays);
    }
    assertThat(sums(likelihood(family, EventTimes.EXACT), point)[0])
        .isCloseTo(exact, within(1e-11));
    assertThat(sums(likelihood(family, EventTimes.GROUPED_BY_UNIT), point)[0])
        .isCloseTo(grouped, within(1e-11));
  }

  private static LifetimeLikelihood likelihood(LifetimeFamily<?> family, EventTimes times) {
    return new LifetimeLikelihood(family, GroupedLifetimes.of(small(), times));
  }

  private static LifetimeSample simulated(LifetimeModel model, int customers, double seen) {
    SplittableRandom random = new SplittableRandom(7);
    double[] end = new double[customers];
    boolean[] left = new boolean[customers];
    for (int i = 0; i < customers; i++) {
      double life = model.quantile(random.nextDouble(1e-12, 1)).orElse(Double.POSITIVE_INFINITY);
      double until = seen * random.nextDouble(0.5, 1);
      left[i] = life <= until;
      end[i] = Math.min(life, until);
    }
    return LifetimeSample.fromStart(UNIT, end, left);
  }

  static List<LifetimeModel> truths() {
    return List.of(
        new Exponential(0.05, UNIT),
        new Weibull(0.7, 20, UNIT),
        new LogNormal(3, 1.2, UNIT),
        new LogLogistic(1.5, 15, UNIT),
        new Gompertz(-0.03, 0.06, UNIT),
        new GeneralizedGamma(3, 1, 0.5, UNIT),
        new PiecewiseExponential(List.of(6.0, 12.0), List.of(0.1, 0.04, 0.02), UNIT),
        new MixtureCure<>(0.4, new Weibull(1.3, 10, UNIT)),
        new MixtureCure<>(0.3, new LogNormal(2, 0.8, UNIT)));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void findsWhatItSimulated(LifetimeModel truth) {
    LifetimeSample sample = simulated(truth, 4000, 60);
    LifetimeFamily<?> family = LifetimeFamily.of(truth);
    FitReport report =
        new LifetimeEstimation<>(family, EventTimes.EXACT, sample)
            .fit(FitOptions.defaults())
            .report();
    double[] known =
        Arrays.stream(truth.toString().replace("timeScale", "").split("[^-0-9.E]+"))
            .filter(part -> part.matches("-?[0-9][-0-9.E]*"))
            .mapToDouble(Double::parseDouble)
            .toArray();
    int first = known.length - report.estimates().size();
    for (int i = 0; i < report.estimates().size(); i++) {
      ParameterEstimate estimate = report.estimates().get(i);
      assertThat(estimate.value())
          .as(estimate.name())
          .isCloseTo(known[first + i], within(4 * estimate.standardError().orElseThrow()));
    }
  }

  @Test
  void fitsAmlAsDocumented() {
    Fit<Weibull> fit = LifetimeFitter.weibull().fit(Aml.sample());
    assertThat(fit.model().shape()).isCloseTo(1.097, within(0.0005));
    assertThat(fit.model().scale()).isCloseTo(38.19, within(0.005));
    assertThat(fit.report().observations()).isEqualTo(23);
    assertThat(fit.report().warnings())
        .extracting(FitWarning::kind)
        .containsExactly(FitWarning.Kind.SMALL_SAMPLE);
    assertThat(fit.report().warnings().get(0).text()).isEqualTo("only 18 customers left");
  }

  @Test
  void exponentialRateIsLossesPerTime() {
    Fit<Exponential> fit = LifetimeFitter.exponential().fit(Aml.sample());
    assertThat(fit.model().rate()).isCloseTo(18 / 678.0, withinPercentage(1e-11));
    Fit<PiecewiseExponential> pieces =
        LifetimeFitter.piecewiseExponential(List.of(12.0, 25.0)).fit(Aml.sample());
    // 6 of 251 weeks, 4 of 177, 8 of 250.
    assertThat(pieces.model().rates().get(0)).isCloseTo(6 / 251.0, withinPercentage(1e-6));
    assertThat(pieces.model().rates().get(1)).isCloseTo(4 / 177.0, withinPercentage(1e-6));
    assertThat(pieces.model().rates().get(2)).isCloseTo(8 / 250.0, withinPercentage(1e-6));
  }

  @ParameterizedTest
  @MethodSource("fitters")
  void anotherUnitRescales(LifetimeFitter<?> fitter) {
    LifetimeSample months = simulated(new Weibull(0.9, 15, UNIT), 300, 40);
    double factor = 30.436875;
    double[] days =
        IntStream.range(0, months.rows())
            .mapToDouble(row -> months.duration(row) * factor)
            .toArray();
    boolean[] left = new boolean[months.rows()];
    for (int row = 0; row < left.length; row++) {
      left[row] = months.left(row);
    }
    LifetimeSample inDays = LifetimeSample.fromStart(TimeScale.DAY, days, left);
    LifetimeFitter<?> other =
        fitter.fit(months).model() instanceof PiecewiseExponential
            ? LifetimeFitter.piecewiseExponential(List.of(6 * factor, 12 * factor))
            : fitter;
    Fit<? extends LifetimeModel> first = fitter.fit(months);
    Fit<? extends LifetimeModel> second = other.fit(inDays);
    for (double time : new double[] {1, 5, 20, 80}) {
      assertThat(second.model().survival(time * factor))
          .isCloseTo(first.model().survival(time), within(1e-9));
    }
    double events = IntStream.range(0, left.length).filter(row -> left[row]).count();
    assertThat(second.report().logLikelihood())
        .isCloseTo(first.report().logLikelihood() - events * Math.log(factor), within(1e-8));
  }

  @Test
  void threadsWeightsAndGroupingDoNotChangeTheFit() {
    LifetimeSample sample = simulated(new Weibull(0.9, 15, UNIT), 9000, 40);
    Fit<Weibull> one = LifetimeFitter.weibull().fit(sample);
    FitOptions two = FitOptions.defaults().withThreads(2);
    assertThat(LifetimeFitter.weibull().with(two).fit(sample).report()).isEqualTo(one.report());
    int[] twice = IntStream.range(0, 600).map(i -> i / 2).toArray();
    int[] once = IntStream.range(0, 300).toArray();
    double[] weights = new double[300];
    Arrays.fill(weights, 2);
    Fit<LogNormal> rows = LifetimeFitter.logNormal().fit(sample.select(twice));
    Fit<LogNormal> weighted =
        LifetimeFitter.logNormal().fit(sample.select(once).withWeights(weights));
    assertThat(weighted.report().observations()).isEqualTo(600);
    assertThat(weighted.model().mu()).isCloseTo(rows.model().mu(), within(1e-11));
    assertThat(weighted.report().bic()).isCloseTo(rows.report().bic(), within(1e-8));
  }

  @Test
  void anEntryLateTellsNothingOfTheTimeBefore() {
    Exponential truth = new Exponential(0.1, UNIT);
    double[] entry = {5, 5, 5};
    double[] end = {8, 6, 11};
    boolean[] left = {true, false, true};
    Fit<Exponential> fit =
        LifetimeFitter.exponential().fit(LifetimeSample.entering(UNIT, entry, end, left));
    assertThat(fit.model().rate()).isCloseTo(2 * truth.rate(), withinPercentage(1e-6));
  }

  @Test
  void refusesSamplesThatTellNothing() {
    refused(
        LifetimeFitter.weibull(),
        new double[] {3, 4},
        new boolean[] {false, false},
        "Weibull: nobody left, so that lifetimes may be of any length");
    refused(
        LifetimeFitter.exponential(),
        new double[] {0, 0},
        new boolean[] {true, false},
        "exponential: all lifetimes are 0");
    refused(
        LifetimeFitter.logNormal(),
        new double[] {3, 0},
        new boolean[] {true, true},
        "log-normal: duration (0.0) of row 2, which left, must be over 0");
    refused(
        LifetimeFitter.weibull().with(EventTimes.GROUPED_BY_UNIT),
        new double[] {1, 2.5},
        new boolean[] {true, true},
        "Weibull: duration (2.5) of row 2, which left, must be whole where times are grouped");
    refused(
        LifetimeFitter.logLogistic(),
        new double[] {5, 5, 2},
        new boolean[] {true, true, false},
        "log-logistic: all who left did so at one time, and the likelihood rises without end");
    refused(
        LifetimeFitter.gompertz().withCureShare(),
        new double[] {5, 5, 9},
        new boolean[] {true, true, false},
        "Gompertz with cure share: all who left did so at one time");
    refused(
        LifetimeFitter.weibull(),
        new double[] {5},
        new boolean[] {true},
        "Weibull: all who left did so at one time");
    refused(
        LifetimeFitter.piecewiseExponential(List.of(2.0, 4.0)),
        new double[] {1, 5},
        new boolean[] {true, true},
        "piecewise exponential: nobody left over 2.0 and up to 4.0; choose other cuts");
  }

  private static void refused(
      LifetimeFitter<?> fitter, double[] durations, boolean[] left, String message) {
    LifetimeSample sample = LifetimeSample.fromStart(UNIT, durations, left);
    assertThatThrownBy(() -> fitter.fit(sample))
        .isInstanceOfSatisfying(
            FitException.class,
            e -> assertThat(e.reason()).isEqualTo(FitException.Reason.DEGENERATE_SAMPLE))
        .hasMessageContaining(message);
  }

  @Test
  void oneCustomerWillDoForARate() {
    LifetimeSample one =
        LifetimeSample.fromStart(UNIT, new double[] {0, 5}, new boolean[] {true, false});
    assertThat(LifetimeFitter.exponential().fit(one).model().rate()).isCloseTo(0.2, within(1e-11));
    LifetimeFitter<MixtureCure<Weibull>> cure = LifetimeFitter.weibull().withCureShare();
    assertThatThrownBy(cure::withCureShare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Weibull with cure share must not get another cure share");
  }

  @Test
  void allInOneUnitIsNoMaximum() {
    LifetimeSample sample =
        LifetimeSample.fromStart(UNIT, new double[] {3, 3, 3}, new boolean[] {true, true, true});
    assertThatThrownBy(() -> LifetimeFitter.weibull().with(EventTimes.GROUPED_BY_UNIT).fit(sample))
        .isInstanceOf(FitException.class);
  }
}
