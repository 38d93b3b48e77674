package io.github.retention4j.survival;

import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log1p;
import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.ExponentialIntegral;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * Lifetimes whose hazard grows or shrinks by the same share with each unit of age.
 *
 * <pre>{@code h(t) = rate exp(shape t),   S(t) = exp(-rate (exp(shape t) - 1) / shape)}</pre>
 *
 * <p>With a negative shape the hazard dies away so fast that a share exp(rate / shape) never
 * leaves: a cure model of its own kind. At shape 0 lifetimes are {@link Exponential}. Example: with
 * shape -0.1 and rate 0.05 a month e^-0.5 = 60.7 % never leave.
 *
 * @param shape how the logarithm of the hazard changes per unit of time, any number
 * @param rate the hazard at the start, per unit of time, over 0
 * @param timeScale the unit of time
 */
public record Gompertz(double shape, double rate, TimeScale timeScale) implements LifetimeModel {

  /**
   * Checks the parameters.
   *
   * @param shape any number
   * @param rate the hazard at the start
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if the shape is not from -1e100 to 1e100, or the rate not from
   *     1e-100 to 1e100
   */
  public Gompertz {
    LifetimeChecks.signedParameter("shape", shape);
    LifetimeChecks.parameter("rate", rate);
    requireNonNull(timeScale, "timeScale");
  }

  @Override
  public double logSurvival(double time) {
    LifetimeChecks.time("time", time);
    return logSurvival(rate, time);
  }

  private double logSurvival(double startingRate, double time) {
    double growth = Math.min(shape * time, Double.MAX_VALUE);
    return growth < -1
        ? startingRate / shape * -expm1(growth)
        : 0.0 - startingRate * (time * LogSum.meanDecay(-growth));
  }

  @Override
  public double hazard(double time) {
    LifetimeChecks.positive("time", time);
    return rate * exp(shape * time);
  }

  /** The hazard of those who have stayed so long starts higher or lower; all else is alike. */
  private double rateAfter(double age) {
    LifetimeChecks.reached(this, age);
    double after = rate * exp(shape * age);
    return Math.max(Double.MIN_NORMAL, Math.min(after, Double.MAX_VALUE));
  }

  @Override
  public OptionalDouble quantile(double share) {
    double exponential = LifetimeChecks.hazardBy(share) / rate;
    double growth = shape * exponential;
    if (growth <= -1) {
      return OptionalDouble.empty();
    }
    return LifetimeChecks.held(growth == 0 ? exponential : exponential * log1p(growth) / growth);
  }

  @Override
  public double neverLeaving() {
    return shape < 0 ? exp(rate / shape) : 0;
  }

  @Override
  public MeanLifetime meanLifetime() {
    if (shape < 0) {
      return MeanLifetime.Infinite.SOME_NEVER_LEAVE;
    }
    return meanLifetime(rate);
  }

  private MeanLifetime meanLifetime(double startingRate) {
    double ratio = startingRate / shape;
    return MeanLifetime.of(
        Double.isInfinite(ratio) ? 1 / startingRate : ExponentialIntegral.scaled(1, ratio) / shape);
  }

  @Override
  public double logConditionalSurvival(double age, double further) {
    LifetimeChecks.time("further", further);
    return logSurvival(rateAfter(age), further);
  }

  @Override
  public MeanLifetime expectedRemaining(double age) {
    double rateAfter = rateAfter(age);
    return shape < 0 ? meanLifetime() : meanLifetime(rateAfter);
  }
}
