package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.retention4j.internal.numeric.GaussLegendre;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class LifetimeModelProperties {

  /** Some roundings of 1. */
  private static final double ROUNDING = 1e-13;

  /** Percent; some roundings through powers and logarithms. */
  private static final double CLOSE = 1e-9;

  /** A plain rule on many panels, of integrands with kinks. */
  private static final double INTEGRAL = 1e-6;

  private static final GaussLegendre RULE = GaussLegendre.ofPoints(16);

  @Provide
  Arbitrary<LifetimeModel> models() {
    return LifetimeModels.any();
  }

  @Provide
  Arbitrary<LifetimeModel> smoothModels() {
    return LifetimeModels.any().filter(model -> !model.toString().contains("Piecewise"));
  }

  @Property(tries = 200)
  void survivalFallsFromOne(
      @ForAll("models") LifetimeModel model,
      @ForAll @DoubleRange(min = 0, max = 200) double early,
      @ForAll @DoubleRange(min = 0, max = 200) double gap) {
    assertThat(model.survival(0)).isEqualTo(1);
    assertThat(model.survival(early + gap)).isLessThanOrEqualTo(model.survival(early) + ROUNDING);
    assertThat(model.survival(early)).isBetween(model.neverLeaving() - ROUNDING, 1.0);
    assertThat(model.cumulativeHazard(early)).isEqualTo(0.0 - model.logSurvival(early));
  }

  @Property(tries = 200)
  void densityIntegratesToWhatLeft(
      @ForAll("smoothModels") LifetimeModel model,
      @ForAll @DoubleRange(min = 1, max = 40) double from,
      @ForAll @DoubleRange(min = 0.1, max = 40) double length) {
    double left = RULE.integrate(model::density, from, from + length, 100);
    assertThat(left)
        .isCloseTo(model.survival(from) - model.survival(from + length), within(INTEGRAL));
  }

  @Property(tries = 200)
  void theHazardIsTheFallOfTheLogarithm(
      @ForAll("smoothModels") LifetimeModel model,
      @ForAll @DoubleRange(min = 1, max = 40) double from,
      @ForAll @DoubleRange(min = 0.1, max = 10) double length) {
    double hazard = RULE.integrate(model::hazard, from, from + length, 100);
    double fall = model.logSurvival(from) - model.logSurvival(from + length);
    assertThat(hazard).isCloseTo(fall, within(INTEGRAL * (1 + fall)));
    assertThat(-model.logConditionalSurvival(from, length))
        .isCloseTo(fall, within(1e-11 * (1 + model.cumulativeHazard(from + length))));
  }

  @Property(tries = 200)
  void theQuantileInvertsSurvival(
      @ForAll("models") LifetimeModel model,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
    OptionalDouble time = model.quantile(share);
    if (time.isPresent()) {
      assertThat(1 - model.survival(time.getAsDouble())).isCloseTo(share, within(1e-9));
    } else {
      assertThat(model.neverLeaving()).isGreaterThanOrEqualTo(1 - share - ROUNDING);
    }
  }

  @Property(tries = 100)
  void meansAreAreasUnderSurvival(
      @ForAll("models") LifetimeModel model,
      @ForAll @DoubleRange(min = 1, max = 60) double horizon) {
    double area = RULE.integrate(model::survival, 0, horizon, 400);
    assertThat(model.restrictedMean(horizon)).isCloseTo(area, within(1e-4 * horizon));
    OptionalDouble mean = model.meanLifetime().finite();
    if (mean.isPresent()) {
      double rest =
          model.survival(horizon) == 0
              ? 0
              : model.survival(horizon) * model.expectedRemaining(horizon).finite().orElseThrow();
      assertThat(model.restrictedMean(horizon) + rest)
          .isCloseTo(mean.getAsDouble(), withinPercentage(1e-6));
    }
  }

  @Property(tries = 100)
  void weibullOfShapeOneIsExponential(
      @ForAll @DoubleRange(min = 0.1, max = 100) double scale,
      @ForAll @DoubleRange(min = 0.01, max = 500) double time) {
    Exponential exponential = new Exponential(1 / scale, LifetimeModels.UNIT);
    same(new Weibull(1, scale, LifetimeModels.UNIT), exponential, time);
    same(new Gompertz(0, 1 / scale, LifetimeModels.UNIT), exponential, time);
    same(new Gompertz(1e-19, 1 / scale, LifetimeModels.UNIT), exponential, time);
    same(new MixtureCure<>(0, exponential), exponential, time);
  }

  @Property(tries = 200)
  void theGeneralizedGammaHoldsOthers(
      @ForAll @DoubleRange(min = 0.3, max = 3) double sigma,
      @ForAll @DoubleRange(min = 0.1, max = 60) double time) {
    double mu = 2;
    LifetimeModel weibull = new Weibull(1 / sigma, Math.exp(mu), LifetimeModels.UNIT);
    LifetimeModel logNormal = new LogNormal(mu, sigma, LifetimeModels.UNIT);
    same(new GeneralizedGamma(mu, sigma, 1, LifetimeModels.UNIT), weibull, time);
    same(new GeneralizedGamma(mu, sigma, 0, LifetimeModels.UNIT), logNormal, time);
    // The difference is of first order in q.
    GeneralizedGamma near = new GeneralizedGamma(mu, sigma, 1e-15, LifetimeModels.UNIT);
    same(near, logNormal, time);
  }

  private static void same(LifetimeModel model, LifetimeModel other, double time) {
    assertThat(model.logSurvival(time)).isCloseTo(other.logSurvival(time), withinPercentage(CLOSE));
    assertThat(model.hazard(time)).isCloseTo(other.hazard(time), withinPercentage(CLOSE));
    assertThat(model.meanLifetime().finite().orElseThrow())
        .isCloseTo(other.meanLifetime().finite().orElseThrow(), withinPercentage(CLOSE));
  }
}
