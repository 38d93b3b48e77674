package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParetoNbdCorrelationFitterTest {

  /** Relative; fits end within 1e-6 standard errors. */
  private static final double SAME_MAXIMUM = 1e-5;

  /** What the end of the association, a little before the bound of omega, costs in likelihood. */
  private static final double SHORT_OF_BOUND = 1e-2;

  /** On the scale of chi-square, of cubics between nodes of the profile. */
  private static final double OF_INTERPOLATION = 5e-3;

  private static final ParetoNbd BASE = new ParetoNbd(0.8, 6, 0.7, 9, TimeScale.WEEK);
  private static final double MONTH = TimeScale.THIRTY_DAYS.lengthIn(TimeScale.WEEK);

  private static PurchaseSample simulated(double correlation, int customers, long seed) {
    double[] ages = new SplittableRandom(seed).doubles(customers, 27, 39).toArray();
    return PurchaseSimulator.withDefaults()
        .withSeed(seed)
        .simulate(ParetoNbdWithCorrelation.ofCorrelation(BASE, correlation, MONTH), ages, 0)
        .toSample();
  }

  private static ParetoNbdCorrelationFitter byMonth() {
    return ParetoNbdCorrelationFitter.withDefaults().withMixingTime(TimeScale.THIRTY_DAYS);
  }

  /**
   * At the bound of omega itself the maxima are -9591.66576 for a week and -9586.50034 for 30 days:
   * scipy 1.17.1, minimize(method="Nelder-Mead") over the other parameters of a likelihood by 40
   * Gauss-Legendre nodes of numpy 2.4.6.
   */
  @Test
  void cdnowAsksForMoreCorrelationThanAWeekAllows() {
    PurchaseSample sample = ParetoNbdFitterTest.cdnow();
    ParetoNbdCorrelationFit fit = ParetoNbdCorrelationFitter.withDefaults().fit(sample);
    assertThat(fit.model().mixingTime()).isEqualTo(1);
    assertThat(fit.report().logLikelihood()).isCloseTo(-9591.66576, within(SHORT_OF_BOUND));
    assertThat(fit.report().warnings())
        .containsExactly(
            new FitWarning(
                FitWarning.Kind.AT_BOUNDARY,
                "association (1.00) ran to the upper end of its range: the model is the limit of"
                    + " its kind"));
    assertThat(fit.omega().value()).isCloseTo(20.9626, within(1e-3)).isEqualTo(fit.model().omega());
    assertThat(fit.omega().standardError()).isEmpty();
    assertThat(fit.correlation().atBoundary()).isTrue();
    assertThat(fit.correlation().value())
        .isCloseTo(0.08832, within(1e-4))
        .isEqualTo(fit.model().correlation());
    Fit<ParetoNbd> simpler = ParetoNbdFitter.withDefaults().fit(sample);
    assertThat(simpler.report().logLikelihood()).isCloseTo(-9594.9762, within(1e-4));
    TestResult test = fit.report().likelihoodRatioTest(simpler.report());
    assertThat(test.statistic()).isCloseTo(6.606, within(1e-3));
    assertThat(test.pValue()).isCloseTo(0.01016, within(1e-5)); // scipy: chi2.sf(6.606, 1)
    assertThat(byMonth().fit(sample).report().logLikelihood())
        .isCloseTo(-9586.50034, within(SHORT_OF_BOUND));
    ConfidenceInterval interval = fit.report().estimate("association").interval(0.95).orElseThrow();
    assertThat(interval.method()).isEqualTo("profile likelihood, to the upper end of the range");
    assertThat(interval.lower()).isPositive(); // the test tells it from 0
    assertThat(interval.upper()).isEqualTo(fit.report().estimate("association").value());
  }

  /** The likelihood with the association held at a value. */
  private static double heldLogLikelihood(PurchaseSample sample, double association) {
    GroupedHistories histories = sample.grouped();
    ParetoNbdCorrelationRows rows = new ParetoNbdCorrelationRows(histories, MONTH);
    RowLikelihood held =
        new RowLikelihood() {
          @Override
          public int rows() {
            return rows.rows();
          }

          @Override
          public RowSum at(double[] parameters) {
            double[] all = Arrays.copyOf(parameters, 5);
            all[4] = association;
            RowSum sum = rows.at(all);
            return (from, toExclusive, sums) -> {
              double[] own = new double[6];
              sum.add(from, toExclusive, own);
              Arrays.setAll(sums, i -> sums[i] + own[i]);
            };
          }
        };
    return MaximumLikelihood.of("held", ParetoNbdStart.parameters(), held, sample.size())
        .withStarts(ParetoNbdStart.points(histories))
        .fit(FitOptions.defaults(), p -> p)
        .report()
        .logLikelihood();
  }

  /**
   * Near an end of the association a step along Fisher's z changes next to nothing, so that an
   * interval of Wald made there is far too wide. That of the profile ends where the likelihood
   * ratio says, found here by fits that hold the association.
   */
  @Test
  void theIntervalOfTheAssociationIsThatOfTheLikelihoodRatio() {
    PurchaseSample sample = simulated(0.12, 4_000, 7);
    FitReport report = byMonth().fit(sample).report();
    ConfidenceInterval interval = report.estimate("association").interval(0.95).orElseThrow();
    assertThat(interval.method()).isEqualTo("profile likelihood");
    for (double limit : new double[] {interval.lower(), interval.upper()}) {
      double statistic = 2 * (report.logLikelihood() - heldLogLikelihood(sample, limit));
      assertThat(statistic).isCloseTo(3.841459, within(OF_INTERPOLATION));
    }
    assertThat(report.estimates().stream().filter(e -> e.profile().isPresent())).hasSize(1);
  }

  @Test
  void simulatedParametersAreFoundAgain() {
    for (double correlation : new double[] {-0.06, 0.12}) {
      ParetoNbdCorrelationFit fit = byMonth().fit(simulated(correlation, 8_000, 7));
      double[] values = {BASE.r(), BASE.alpha(), BASE.s(), BASE.beta()};
      for (int i = 0; i < values.length; i++) {
        assertNear(fit.report().estimates().get(i), values[i]);
      }
      assertNear(fit.correlation(), correlation);
      assertNear(
          fit.omega(), ParetoNbdWithCorrelation.ofCorrelation(BASE, correlation, MONTH).omega());
      ConfidenceInterval interval = fit.correlation().interval(0.95).orElseThrow();
      assertThat(correlation).isBetween(interval.lower() - 0.05, interval.upper() + 0.05);
      assertThat(interval.method()).isEqualTo("Wald on Fisher z scale");
    }
  }

  private static void assertNear(ParameterEstimate estimate, double value) {
    assertThat(estimate.value())
        .as(estimate.name())
        .isCloseTo(value, within(3 * estimate.standardError().orElseThrow()));
  }

  @Test
  void independentRatesPassTheTest() {
    PurchaseSample sample = simulated(0, 4_000, 3);
    ParetoNbdCorrelationFit fit = byMonth().fit(sample);
    Fit<ParetoNbd> simpler = ParetoNbdFitter.withDefaults().fit(sample);
    assertThat(fit.report().likelihoodRatioTest(simpler.report()).pValue()).isGreaterThan(0.05);
    ConfidenceInterval interval = fit.correlation().interval(0.95).orElseThrow();
    assertThat(0.0).isBetween(interval.lower(), interval.upper());
  }

  @Test
  void theUnitOfTheSampleDoesNotMatterForANamedMixingTime() {
    PurchaseSample weeks = simulated(0.1, 3_000, 11);
    ParetoNbdCorrelationFit inWeeks = byMonth().fit(weeks);
    ParetoNbdCorrelationFit inDays = byMonth().fit(weeks.with(TimeScale.DAY));
    assertThat(inDays.model().mixingTime()).isEqualTo(30);
    assertThat(inDays.model().base().alpha() / inWeeks.model().base().alpha())
        .isCloseTo(7, within(7 * SAME_MAXIMUM));
    assertThat(inDays.omega().value() / inWeeks.omega().value()).isCloseTo(1, within(SAME_MAXIMUM));
    assertThat(inDays.correlation().standardError().orElseThrow())
        .isCloseTo(inWeeks.correlation().standardError().orElseThrow(), within(1e-4));
  }

  @Test
  void threadsDoNotChangeABit() {
    PurchaseSample sample = simulated(0.1, 9_000, 5);
    ParetoNbdCorrelationFit one = byMonth().fit(sample);
    ParetoNbdCorrelationFit two = byMonth().with(FitOptions.defaults().withThreads(2)).fit(sample);
    assertThat(two.model()).isEqualTo(one.model());
    assertThat(two.report().logLikelihood()).isEqualTo(one.report().logLikelihood());
    assertThat(two.report().estimates()).isEqualTo(one.report().estimates());
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    double[][] points = {
      {0.55, 10.6, 0.6, 11.7, 0.3},
      {3, 0.01, 5, 40, -0.7},
      {0.2, 500, 0.05, 0.3, 0.99},
      {0.55, 10.6, 0.6, 11.7, 0}
    };
    int[] x = {0, 1, 4, 300, 2};
    double[] recency = {0, 5, 30, 20, 12};
    double[] age = {39, 39, 31, 39, 12};
    GroupedHistories histories = PurchaseSample.of(TimeScale.WEEK, x, recency, age).grouped();
    for (double time : new double[] {1, 30}) {
      ParetoNbdCorrelationRows rows = new ParetoNbdCorrelationRows(histories, time);
      for (double[] point : points) {
        double[] sums = sums(rows, point);
        ParetoNbdWithCorrelation model = model(point, time);
        double direct = 0;
        for (int i = 0; i < x.length; i++) {
          direct += model.logLikelihood(new PurchaseHistory(x[i], recency[i], age[i]));
        }
        assertThat(sums[0] / direct).isCloseTo(1, within(1e-12));
        for (int i = 0; i < point.length; i++) {
          double step = 1e-5 * (i < 4 ? point[i] : 1 - Math.abs(point[i]));
          double slope =
              (valueAt(rows, point, i, step) - valueAt(rows, point, i, -step)) / 2 / step;
          assertThat(sums[i + 1]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
      }
    }
  }

  private static ParetoNbdWithCorrelation model(double[] point, double time) {
    double omega = new ParetoNbdCorrelationLikelihood(point, time).omega();
    ParetoNbd base = new ParetoNbd(point[0], point[1], point[2], point[3], TimeScale.WEEK);
    return new ParetoNbdWithCorrelation(base, omega, time);
  }

  private static double valueAt(ParetoNbdCorrelationRows rows, double[] point, int i, double step) {
    double[] moved = point.clone();
    moved[i] += step;
    return sums(rows, moved)[0];
  }

  private static double[] sums(ParetoNbdCorrelationRows rows, double[] point) {
    double[] sums = new double[6];
    rows.at(point).add(0, rows.rows(), sums);
    return sums;
  }

  /** The errors of omega and the correlation, by differences in place of derivatives. */
  @Test
  void errorsAreThoseOfTheDeltaMethod() {
    ParetoNbdCorrelationFit fit = byMonth().fit(simulated(0.1, 3_000, 11));
    List<ParameterEstimate> estimates = fit.report().estimates();
    double[] point = estimates.stream().mapToDouble(ParameterEstimate::value).toArray();
    double[] slopes = new double[5];
    for (int i = 0; i < 5; i++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[i] += 1e-6;
      down[i] -= 1e-6;
      slopes[i] = (model(up, MONTH).correlation() - model(down, MONTH).correlation()) / 2e-6;
    }
    double variance = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        variance +=
            slopes[i]
                * slopes[j]
                * fit.report()
                    .covariance()
                    .between(estimates.get(i).name(), estimates.get(j).name())
                    .orElseThrow();
      }
    }
    assertThat(fit.correlation().standardError().orElseThrow() / Math.sqrt(variance))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void refusesWhatCannotBeFitted() {
    PurchaseSample none =
        PurchaseSample.of(TimeScale.WEEK, new int[2], new double[2], new double[] {3, 4});
    assertThatExceptionOfType(FitException.class)
        .isThrownBy(() -> byMonth().fit(none))
        .withMessage("Pareto/NBD with correlation: none of the 2 customers bought again")
        .matches(e -> e.reason() == FitException.Reason.DEGENERATE_SAMPLE);
    PurchaseSample one =
        PurchaseSample.of(TimeScale.WEEK, new int[] {2}, new double[] {3}, new double[] {4});
    assertThatExceptionOfType(FitException.class)
        .isThrownBy(() -> byMonth().fit(one))
        .withMessage("Pareto/NBD with correlation: 1 customer cannot tell how customers differ");
    PurchaseSample two =
        PurchaseSample.of(
            TimeScale.WEEK, new int[] {2, 1}, new double[] {3, 1}, new double[] {4, 4});
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                byMonth()
                    .with(
                        FitOptions.defaults().withExtraStarts(List.of(List.of(1.0, 1.0, 1.0, 1.0))))
                    .fit(two))
        .withMessage("extra start ([1.0, 1.0, 1.0, 1.0]) must have 5 parameters");
  }
}
