package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.LogGamma;
import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * Lifetimes whose hazard falls with age as a power of it (shape under 1, as with most customers),
 * or rises (over 1); at shape 1 they are {@link Exponential}.
 *
 * <pre>{@code S(t) = exp(-(t / scale)^shape),   h(t) = (shape / scale) (t / scale)^(shape - 1)}
 * </pre>
 *
 * <p>Example: with shape 0.7 and scale 20 months 49.7 % stay longer than 12 months, and the mean is
 * 25.3.
 *
 * @param shape over 0
 * @param scale over 0: the time by which a share 1 - 1/e = 0.632 has left
 * @param timeScale the unit of time
 */
public record Weibull(double shape, double scale, TimeScale timeScale) implements LifetimeModel {

  /**
   * Checks the parameters.
   *
   * @param shape over 0
   * @param scale over 0
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public Weibull {
    LifetimeChecks.parameter("shape", shape);
    LifetimeChecks.parameter("scale", scale);
    requireNonNull(timeScale, "timeScale");
  }

  @Override
  public double logSurvival(double time) {
    LifetimeChecks.time("time", time);
    return 0.0 - Math.pow(time / scale, shape);
  }

  @Override
  public double hazard(double time) {
    LifetimeChecks.positive("time", time);
    return shape / scale * Math.pow(time / scale, shape - 1);
  }

  @Override
  public OptionalDouble quantile(double share) {
    return LifetimeChecks.held(scale * Math.pow(LifetimeChecks.hazardBy(share), 1 / shape));
  }

  @Override
  public MeanLifetime meanLifetime() {
    return MeanLifetime.of(scale * Math.exp(LogGamma.logGamma(1 + 1 / shape)));
  }

  @Override
  public double logConditionalSurvival(double age, double further) {
    LifetimeChecks.time("further", further);
    double reached = LifetimeChecks.reached(this, age);
    return reached == 0
        ? logSurvival(age + further)
        : reached * Math.expm1(shape * Math.log1p(further / age));
  }
}
