package io.github.retention4j.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitReportTest {

  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final Offset<Double> THREE_DIGITS = within(5e-4);

  private static final ParameterEstimate ALPHA =
      new ParameterEstimate("alpha", 2, ParameterRange.POSITIVE, OptionalDouble.of(0.5), false);
  private static final ParameterEstimate BETA =
      new ParameterEstimate("beta", 1e10, ParameterRange.POSITIVE, OptionalDouble.empty(), true);
  private static final Covariance COVARIANCE =
      Covariance.copyOf(List.of("alpha"), new double[][] {{0.25}});

  private static FitReport report(double logLikelihood, ParameterEstimate... estimates) {
    return report(logLikelihood, NoPenalty.INSTANCE, 0, estimates);
  }

  private static FitReport report(
      double logLikelihood, Penalty penalty, double value, ParameterEstimate... estimates) {
    return new FitReport(
        "model",
        100,
        logLikelihood,
        penalty,
        value,
        List.of(estimates),
        COVARIANCE,
        31,
        2,
        List.of(new FitWarning(Kind.AT_BOUNDARY, "beta ran away")));
  }

  @Test
  void criteriaCountTheParameters() {
    FitReport report = report(-50, ALPHA, BETA);
    assertThat(report.aic()).isCloseTo(104, ROUNDING);
    assertThat(report.bic()).isCloseTo(100 + 2 * Math.log(100), ROUNDING);
    assertThat(report.penalisedLogLikelihood()).isEmpty();
    assertThat(report(-50, new RidgePenalty(2), -3, ALPHA).penalisedLogLikelihood()).hasValue(-53);
  }

  @Test
  void readsWell() {
    assertThat(report(-50, ALPHA, BETA))
        .hasToString(
            """
            model on 100 observations: log-likelihood -50.0000, AIC 104.0000, BIC 109.2103, 31 evaluations
              alpha 2.000, standard error 0.5000, [1.225, 3.265] 95 % Wald on log scale
              beta 1.000e+10, at the boundary
              warning: beta ran away""");
    assertThat(report(-50, new RidgePenalty(2), -3, ALPHA).toString())
        .contains("\n  with ridge of weight 2.0: -53.0000\n");
  }

  @Test
  void aBoundaryIsToldWithTheIntervalOfItsProfile() {
    LikelihoodProfile profile =
        new LikelihoodProfile(
            List.of(
                new LikelihoodProfile.Node(0.5, -4, 0.125),
                new LikelihoodProfile.Node(1, 0, 0.125)),
            false,
            true);
    ParameterEstimate estimate =
        new ParameterEstimate(
            "y", 1, ParameterRange.CORRELATION, OptionalDouble.empty(), true, Optional.of(profile));
    assertThat(report(-50, estimate).toString())
        .contains(
            "\n  y 1.000, at the boundary, [0.7550, 1.0000] 95 % profile likelihood, to the upper"
                + " end of the range\n");
  }

  @Test
  void testsANestedModel() {
    TestResult test = report(-50, ALPHA, BETA).likelihoodRatioTest(report(-51.920729, ALPHA));
    assertThat(test.statistic()).isCloseTo(3.841458, within(1e-6));
    assertThat(test.pValue()).isCloseTo(0.05, within(1e-6));
  }

  @Test
  void refusesWhatIsNotNested() {
    FitReport large = report(-50, ALPHA, BETA);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> large.likelihoodRatioTest(large))
        .withMessage("simpler (2 parameters) must have fewer than 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> large.likelihoodRatioTest(report(-49, ALPHA)))
        .withMessage("simpler (log-likelihood -49.0) must not be likelier than -50.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> large.likelihoodRatioTest(report(-60, new RidgePenalty(1), -1, ALPHA)))
        .withMessage(
            "simpler (penalty ridge of weight 1.0) must like this one be fitted without a penalty");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                large.likelihoodRatioTest(
                    new FitReport(
                        "other",
                        99,
                        -60,
                        NoPenalty.INSTANCE,
                        0,
                        List.of(ALPHA),
                        COVARIANCE,
                        1,
                        1,
                        List.of())))
        .withMessage("simpler (99 observations) must have 100");
  }

  @Test
  void findsEstimatesByName() {
    FitReport report = report(-50, ALPHA, BETA);
    assertThat(report.estimate("beta")).isEqualTo(BETA);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report.estimate("gamma"))
        .withMessage("name (gamma) must be one of alpha, beta");
  }

  @Test
  void intervalsStayInsideTheRange() {
    ConfidenceInterval share =
        new ParameterEstimate("p", 0.9, ParameterRange.SHARE, OptionalDouble.of(0.09), false)
            .interval(0.95)
            .orElseThrow();
    // logit 0.9 = 2.1972, standard error there 0.09 / 0.09 = 1.
    assertThat(share.lower()).isCloseTo(0.559, THREE_DIGITS);
    assertThat(share.upper()).isCloseTo(0.985, THREE_DIGITS);
    assertThat(share.method()).isEqualTo("Wald on logit scale");
    ConfidenceInterval real =
        new ParameterEstimate("x", -1, ParameterRange.REAL, OptionalDouble.of(1), false)
            .interval(0.95)
            .orElseThrow();
    assertThat(real.lower()).isCloseTo(-2.960, THREE_DIGITS);
    assertThat(real.method()).isEqualTo("Wald");
    assertThat(BETA.interval(0.95)).isEmpty();
    assertThat(
            new ParameterEstimate("a", 1, ParameterRange.POSITIVE, OptionalDouble.of(1e3), false)
                .interval(0.95))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALPHA.interval(1))
        .withMessage("level (1.0) must be between 0 and 1");
  }

  @ParameterizedTest
  @EnumSource(ParameterRange.class)
  void theLineLeadsBack(ParameterRange range) {
    double value = range.fromLine(0.7);
    assertThat(range.toLine(value)).isCloseTo(0.7, ROUNDING);
    double slope = (range.fromLine(0.7 + 1e-6) - range.fromLine(0.7 - 1e-6)) / 2e-6;
    assertThat(range.slopeAt(value)).isCloseTo(slope, within(1e-8));
    assertThat(range.contains(value)).isTrue();
    assertThat(range.contains(Double.NaN)).isFalse();
  }

  @Test
  void covarianceIsAskedByName() {
    Covariance covariance = Covariance.copyOf(List.of("a", "b"), new double[][] {{4, 3}, {3, 9}});
    assertThat(covariance.names()).containsExactly("a", "b");
    assertThat(covariance.between("a", "b")).hasValue(3);
    assertThat(covariance.between("b", "a")).hasValue(3);
    assertThat(covariance.between("c", "a")).isEmpty();
    assertThat(covariance.correlation("a", "c")).isEmpty();
    assertThat(covariance)
        .isNotEqualTo(Covariance.copyOf(List.of("a", "b"), new double[][] {{4, 2}, {2, 9}}))
        .isNotEqualTo(Covariance.copyOf(List.of("a", "c"), new double[][] {{4, 3}, {3, 9}}));
    assertThat(covariance.correlation("b", "a")).hasValue(0.5);
    assertThat(covariance.between("a", "c")).isEmpty();
    assertThat(covariance.correlation("c", "a")).isEmpty();
    assertThat(covariance)
        .isEqualTo(Covariance.copyOf(List.of("a", "b"), new double[][] {{4, 3}, {3, 9}}))
        .hasSameHashCodeAs(Covariance.copyOf(List.of("a", "b"), new double[][] {{4, 3}, {3, 9}}))
        .hasToString("[a, b] [[4.0, 3.0], [3.0, 9.0]]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Covariance.copyOf(List.of("a"), new double[][] {{0}}))
        .withMessage("variance (0.0) of a must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Covariance.copyOf(List.of("a"), new double[0][]))
        .withMessage("matrix (0 rows) must be square, of 1 rows");
  }

  @Test
  void refusesImpossibleNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report(Double.NaN, ALPHA))
        .withMessage("logLikelihood (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report(-1))
        .withMessage("estimates (0) must be at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ParameterEstimate("a", 1, ParameterRange.REAL, OptionalDouble.of(0), false))
        .withMessage("standardError (0.0) of a must be finite and over 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FitOptions.defaults().withMaxEvaluations(0))
        .withMessage("maxEvaluations (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RidgePenalty(0))
        .withMessage("weight (0.0) must be finite and over 0");
  }
}
