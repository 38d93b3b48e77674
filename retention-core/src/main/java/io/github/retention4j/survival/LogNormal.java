package io.github.retention4j.survival;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * Lifetimes whose logarithm is normally distributed: the hazard rises from 0 to a peak and falls
 * again, ever more slowly.
 *
 * <pre>{@code S(t) = P(Z > (ln t - mu) / sigma)}</pre>
 *
 * <p>Example: with mu 3 and sigma 1 half have left after e^3 = 20.1 months, and the mean is e^3.5 =
 * 33.1.
 *
 * @param mu the mean of ln T, any number; it hangs on the unit of time
 * @param sigma its standard deviation, over 0
 * @param timeScale the unit of time
 */
public record LogNormal(double mu, double sigma, TimeScale timeScale) implements LifetimeModel {

  /**
   * Checks the parameters.
   *
   * @param mu the mean of ln T
   * @param sigma its standard deviation
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if mu is not from -1e100 to 1e100, or sigma not from 1e-100 to
   *     1e100
   */
  public LogNormal {
    LifetimeChecks.signedParameter("mu", mu);
    LifetimeChecks.parameter("sigma", sigma);
    requireNonNull(timeScale, "timeScale");
  }

  @Override
  public double logSurvival(double time) {
    LifetimeChecks.time("time", time);
    return time == 0 ? 0 : Normal.logUpperTail((log(time) - mu) / sigma);
  }

  @Override
  public double hazard(double time) {
    LifetimeChecks.positive("time", time);
    return Normal.hazard((log(time) - mu) / sigma) / sigma / time;
  }

  @Override
  public OptionalDouble quantile(double share) {
    LifetimeChecks.share("share", share);
    return LifetimeChecks.held(exp(mu + sigma * Normal.quantile(share)));
  }

  @Override
  public MeanLifetime meanLifetime() {
    return MeanLifetime.of(exp(mu + sigma * sigma / 2));
  }
}
