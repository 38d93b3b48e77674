package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * Lifetimes with the same hazard at any age: who has stayed for years is as likely to leave
 * tomorrow as who came today.
 *
 * <pre>{@code S(t) = exp(-rate t)}</pre>
 *
 * <p>Example: at 0.05 a month half have left after 13.86 months, and the mean is 20.
 *
 * @param rate the hazard per unit of time, over 0
 * @param timeScale the unit of time
 */
public record Exponential(double rate, TimeScale timeScale) implements LifetimeModel {

  /**
   * Checks the parameter.
   *
   * @param rate the hazard
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if the rate is not from 1e-100 to 1e100
   */
  public Exponential {
    LifetimeChecks.parameter("rate", rate);
    requireNonNull(timeScale, "timeScale");
  }

  @Override
  public double logSurvival(double time) {
    LifetimeChecks.time("time", time);
    return 0.0 - rate * time;
  }

  @Override
  public double hazard(double time) {
    LifetimeChecks.positive("time", time);
    return rate;
  }

  @Override
  public OptionalDouble quantile(double share) {
    return LifetimeChecks.held(LifetimeChecks.hazardBy(share) / rate);
  }

  @Override
  public MeanLifetime meanLifetime() {
    return MeanLifetime.of(1 / rate);
  }

  @Override
  public double logConditionalSurvival(double age, double further) {
    LifetimeChecks.time("further", further);
    LifetimeChecks.reached(this, age);
    return logSurvival(further);
  }

  @Override
  public MeanLifetime expectedRemaining(double age) {
    LifetimeChecks.reached(this, age);
    return meanLifetime();
  }

  @Override
  public double restrictedMean(double horizon) {
    LifetimeChecks.time("horizon", horizon);
    return -Math.expm1(-rate * horizon) / rate;
  }
}
