package io.github.retention4j.survival;

import static java.lang.Math.log;
import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.IncompleteBeta;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * Lifetimes whose logarithm has a logistic distribution: the odds of having left are a power of
 * age.
 *
 * <pre>{@code S(t) = 1 / (1 + (t / scale)^shape)}</pre>
 *
 * <p>Far out S falls as a power of t only; with a shape of 1 or less the mean is infinite. Example:
 * with shape 2 and scale 20 months half have left after 20 months, and the mean is 20 * pi / 2 =
 * 31.4.
 *
 * @param shape over 0
 * @param scale the median, over 0
 * @param timeScale the unit of time
 */
public record LogLogistic(double shape, double scale, TimeScale timeScale)
    implements LifetimeModel {

  /**
   * Checks the parameters.
   *
   * @param shape over 0
   * @param scale the median
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public LogLogistic {
    LifetimeChecks.parameter("shape", shape);
    LifetimeChecks.parameter("scale", scale);
    requireNonNull(timeScale, "timeScale");
  }

  private double logOdds(double time) {
    return shape * log(time / scale);
  }

  @Override
  public double logSurvival(double time) {
    LifetimeChecks.time("time", time);
    return 0.0 - LogSum.log1pExp(logOdds(time));
  }

  @Override
  public double hazard(double time) {
    LifetimeChecks.positive("time", time);
    return shape / (1 + Math.exp(-logOdds(time))) / time;
  }

  @Override
  public OptionalDouble quantile(double share) {
    LifetimeChecks.share("share", share);
    return LifetimeChecks.held(scale * Math.pow(share / (1 - share), 1 / shape));
  }

  @Override
  public MeanLifetime meanLifetime() {
    double angle = Math.PI / shape;
    return shape <= 1
        ? MeanLifetime.Infinite.HEAVY_TAIL
        : MeanLifetime.of(scale * angle / Math.sin(angle));
  }

  /** The area beyond an age is that of a beta distribution, however heavy the tail. */
  @Override
  public MeanLifetime expectedRemaining(double age) {
    double reached = LifetimeChecks.reached(this, age);
    if (meanLifetime() instanceof MeanLifetime.Finite mean) {
      double beyond = IncompleteBeta.logLower(Math.exp(reached), 1 - 1 / shape, 1 / shape);
      return MeanLifetime.of(mean.time() * Math.exp(beyond - reached));
    }
    return meanLifetime();
  }
}
