package io.github.retention4j.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.stats.TestResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenewalFitterTest {

  /** The "high end" of Fader and Hardie (2007), years 0 to 4. */
  private static final RenewalSample HIGH_END =
      RenewalSample.of(RenewalCohort.ofShares(1000, 0.869, 0.743, 0.653, 0.593));

  @Test
  void findsThePublishedParameters() {
    Fit<ShiftedBetaGeometric> simple = ShiftedBetaGeometricFitter.withDefaults().fit(HIGH_END);
    Fit<BetaDiscreteWeibull> general = BetaDiscreteWeibullFitter.withDefaults().fit(HIGH_END);
    assertThat(simple.model().alpha()).isCloseTo(1.28098, within(1e-4));
    assertThat(simple.report().logLikelihood()).isCloseTo(-1225.1349, within(1e-4));
    assertThat(general.model().alpha()).isCloseTo(0.25934, within(1e-5));
    assertThat(general.model().beta()).isCloseTo(1.72255, within(1e-5));
    assertThat(general.model().c()).isCloseTo(1.58436, within(1e-5));
    TestResult test = general.report().likelihoodRatioTest(simple.report());
    assertThat(test.statistic()).isCloseTo(4.77, within(0.005));
    assertThat(test.pValue()).isCloseTo(0.029, within(5e-4));
  }

  @Test
  void geometricIsLostOverDue() {
    Fit<GeometricLifetime> fit =
        GeometricLifetimeFitter.withDefaults()
            .fit(RenewalSample.of(RenewalCohort.ofSurvivors(100, 80, 70)));
    assertThat(fit.model().theta()).isCloseTo(30.0 / 180, within(1e-9));
    double error = Math.sqrt(30.0 / 180 * 150 / 180 / 180);
    assertThat(fit.report().estimate("theta").standardError().orElseThrow())
        .isCloseTo(error, within(1e-7));
  }

  @Test
  void twoSegmentsAreFoundAgain() {
    TwoSegmentGeometric truth = new TwoSegmentGeometric(0.05, 0.5, 0.4);
    double[] shares = truth.project(10).stream().mapToDouble(RenewalPeriod::survival).toArray();
    TwoSegmentGeometric found =
        TwoSegmentGeometricFitter.withDefaults()
            .fit(RenewalSample.of(RenewalCohort.ofShares(100_000_000, shares)))
            .model();
    assertThat(found.theta1()).isCloseTo(0.05, within(1e-5));
    assertThat(found.theta2()).isCloseTo(0.5, within(1e-5));
    assertThat(found.share()).isCloseTo(0.4, within(1e-5));
  }

  @Test
  void customersWhoDoNotDifferAreSaidToBeSo() {
    double[] shares = {0.8, 0.64, 0.512, 0.4096, 0.32768, 0.25};
    Fit<ShiftedBetaGeometric> fit =
        ShiftedBetaGeometricFitter.withDefaults()
            .fit(RenewalSample.of(RenewalCohort.ofShares(1000, shares)));
    assertThat(fit.report().warnings())
        .extracting(FitWarning::kind)
        .containsExactly(Kind.AT_BOUNDARY);
    assertThat(fit.model().retentionRate(1)).isCloseTo(0.8, within(0.01));
  }

  @Test
  void refusesASampleInWhichNobodyWasLost() {
    FitException refused =
        catchThrowableOfType(
            FitException.class,
            () ->
                ShiftedBetaGeometricFitter.withDefaults()
                    .fit(RenewalSample.of(RenewalCohort.ofSurvivors(10, 10, 10))));
    assertThat(refused).hasMessage("sBG: nobody of 10 customers was lost");
    assertThat(refused.reason()).isEqualTo(Reason.DEGENERATE_SAMPLE);
  }

  @Test
  void refusesFewerPeriodsThanParameters() {
    FitException refused =
        catchThrowableOfType(
            FitException.class,
            () ->
                BetaDiscreteWeibullFitter.withDefaults()
                    .fit(RenewalSample.of(RenewalCohort.ofSurvivors(10, 9, 8))));
    assertThat(refused)
        .hasMessage("BdW: the 2 renewals observed must be at least as many as the 3 parameters");
  }

  @Test
  void refusesASampleInWhichAllAreLostAtOnce() {
    FitException refused =
        catchThrowableOfType(
            FitException.class,
            () ->
                GeometricLifetimeFitter.withDefaults()
                    .fit(RenewalSample.of(RenewalCohort.ofSurvivors(10, 0, 0))));
    assertThat(refused.reason()).isEqualTo(Reason.NO_MAXIMUM);
  }

  @Test
  void warnsOfFewLosses() {
    assertThat(
            GeometricLifetimeFitter.withDefaults()
                .fit(RenewalSample.of(RenewalCohort.ofSurvivors(100, 97)))
                .report()
                .warnings())
        .containsExactly(new FitWarning(Kind.SMALL_SAMPLE, "only 3 of 100 customers were lost"));
  }

  @Test
  void aPenaltyIsObeyed() {
    Fit<ShiftedBetaGeometric> drawn =
        ShiftedBetaGeometricFitter.withDefaults()
            .with(FitOptions.defaults().with(new RidgePenalty(100)))
            .fit(HIGH_END);
    assertThat(drawn.model().beta()).isBetween(1.0, 7.0);
    FitOptions ridge = FitOptions.defaults().with(new RidgePenalty(100));
    Stream.of(
            drawn.report(),
            GeometricLifetimeFitter.withDefaults().with(ridge).fit(HIGH_END).report(),
            TwoSegmentGeometricFitter.withDefaults().with(ridge).fit(HIGH_END).report(),
            BetaDiscreteWeibullFitter.withDefaults().with(ridge).fit(HIGH_END).report())
        .forEach(
            report ->
                assertThat(report.penalisedLogLikelihood().orElseThrow())
                    .isLessThan(report.logLikelihood()));
  }
}
