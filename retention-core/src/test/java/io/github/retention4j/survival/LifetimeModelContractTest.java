package io.github.retention4j.survival;

import static io.github.retention4j.survival.LifetimeModels.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model must hold, one model of each family. */
class LifetimeModelContractTest {

  /** Of integrals to 1e-13 taken from each other. */
  private static final double RELATIVE = 1e-10;

  static Stream<LifetimeModel> models() {
    return Stream.of(
        new Exponential(0.1, UNIT),
        new Weibull(1.5, 8, UNIT),
        new LogNormal(2, 0.7, UNIT),
        new LogLogistic(3, 9, UNIT),
        new Gompertz(0.1, 0.03, UNIT),
        new GeneralizedGamma(2, 0.7, 0.8, UNIT),
        new GeneralizedGamma(2, 0.3, -0.5, UNIT),
        new PiecewiseExponential(List.of(3.0, 10.0), List.of(0.2, 0.05, 0.1), UNIT));
  }

  @ParameterizedTest
  @MethodSource("models")
  void refusesTimesAndSharesThatAreNone(LifetimeModel model) {
    for (double time : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refuses("time (" + time + ") must be 0 or more, and finite", () -> model.logSurvival(time));
      refuses(
          "horizon (" + time + ") must be 0 or more, and finite", () -> model.restrictedMean(time));
      refuses(
          "age (" + time + ") must be 0 or more, and finite", () -> model.expectedRemaining(time));
      refuses(
          "age (" + time + ") must be 0 or more, and finite",
          () -> model.logConditionalSurvival(time, 1));
      refuses(
          "further (" + time + ") must be 0 or more, and finite",
          () -> model.logConditionalSurvival(1, time));
    }
    for (double time : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refuses("time (" + time + ") must be over 0 and finite", () -> model.hazard(time));
    }
    for (double share : new double[] {0, 1, -0.5, Double.NaN}) {
      refuses("share (" + share + ") must be over 0 and under 1", () -> model.quantile(share));
    }
  }

  private static void refuses(String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theFunctionsAgreeWithEachOther(LifetimeModel model) {
    for (double time : new double[] {0.5, 2, 7, 12, 20}) {
      double log = model.logSurvival(time);
      assertThat(model.survival(time)).isEqualTo(Math.exp(log));
      assertThat(model.cumulativeHazard(time)).isEqualTo(-log);
      assertThat(model.density(time)).isCloseTo(model.hazard(time) * Math.exp(log), within(1e-15));
      double step = 1e-5 * time;
      double fall = model.logSurvival(time - step) - model.logSurvival(time + step);
      assertThat(fall / (2 * step))
          .isCloseTo(model.hazard(time), within(1e-4 * model.hazard(time)));
      assertThat(model.quantile(-Math.expm1(log)).orElseThrow())
          .isCloseTo(time, within(1e-11 * time));
      assertThat(model.logConditionalSurvival(time, 5))
          .isCloseTo(model.logSurvival(time + 5) - log, within(1e-12));
    }
    assertThat(model.logSurvival(0)).isZero();
  }

  /** The mean is what is lived up to an age and what is lived beyond by those who reach it. */
  @ParameterizedTest
  @MethodSource("models")
  void meansAddUp(LifetimeModel model) {
    double mean = time(model.meanLifetime());
    assertThat(time(model.expectedRemaining(0))).isCloseTo(mean, within(RELATIVE * mean));
    for (double age : new double[] {0.5, 3, 7, 10, 20}) {
      double beyond = model.survival(age) * time(model.expectedRemaining(age));
      assertThat(model.restrictedMean(age) + beyond).isCloseTo(mean, within(RELATIVE * mean));
    }
    assertThat(model.restrictedMean(0)).isZero();
  }

  private static double time(MeanLifetime mean) {
    return ((MeanLifetime.Finite) mean).time();
  }
}
