package io.github.retention4j.survival;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.IncompleteGamma;
import io.github.retention4j.internal.numeric.Quadrature;
import io.github.retention4j.internal.numeric.StandardLogGamma;
import io.github.retention4j.internal.numeric.StandardLogGamma.Tail;
import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * Lifetimes of a family that holds the {@link LogNormal} (q = 0), the {@link Weibull} (q = 1, shape
 * 1 / sigma, scale e^mu), the {@link Exponential} and the gamma (q = sigma), so that data may
 * choose between them. In the form of Prentice, which has no break at q = 0.
 *
 * <pre>{@code
 * w = (ln t - mu) / sigma,   k = 1 / q^2,   u = k exp(q w)
 * S(t) = Q(k, u) for q > 0,   P(k, u) for q < 0,   the normal tail of w for q = 0
 * }</pre>
 *
 * <p>P and Q are the lower and upper regularised incomplete gamma functions. Both signs of q and
 * all sizes near 0 are computed alike. Example: with mu 3, sigma 0.8 and q 0.8 lifetimes have a
 * gamma distribution of shape 1 / 0.64.
 *
 * @param mu location of ln T, any number; it hangs on the unit of time
 * @param sigma scale of ln T, over 0
 * @param q shape of ln T, any number
 * @param timeScale the unit of time
 * @see <a href="https://doi.org/10.1093/biomet/61.3.539">Prentice (1974)</a>
 */
public record GeneralizedGamma(double mu, double sigma, double q, TimeScale timeScale)
    implements LifetimeModel {

  /** Where sigma q is less the tail is heavier than that of t^-2. */
  private static final double HEAVY = -0.5;

  /**
   * Checks the parameters.
   *
   * @param mu location of ln T
   * @param sigma scale of ln T
   * @param q shape of ln T
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if mu or q is not from -1e100 to 1e100, or sigma not from
   *     1e-100 to 1e100
   */
  public GeneralizedGamma {
    LifetimeChecks.signedParameter("mu", mu);
    LifetimeChecks.parameter("sigma", sigma);
    LifetimeChecks.signedParameter("q", q);
    requireNonNull(timeScale, "timeScale");
  }

  private Tail tail(double time) {
    return StandardLogGamma.upperTail((log(time) - mu) / sigma, q);
  }

  @Override
  public double logSurvival(double time) {
    LifetimeChecks.time("time", time);
    return time == 0 ? 0 : tail(time).log();
  }

  @Override
  public double hazard(double time) {
    LifetimeChecks.positive("time", time);
    return tail(time).hazard() / sigma / time;
  }

  @Override
  public OptionalDouble quantile(double share) {
    LifetimeChecks.share("share", share);
    return LifetimeChecks.held(exp(mu + sigma * StandardLogGamma.quantile(share, q)));
  }

  /** The mean exists unless q is negative and sigma -1 / q or more. */
  @Override
  public MeanLifetime meanLifetime() {
    if (sigma * q <= -1) {
      return MeanLifetime.Infinite.HEAVY_TAIL;
    }
    double log = Quadrature.overLine(w -> StandardLogGamma.logDensity(w, q) + sigma * w, 0);
    return MeanLifetime.of(exp(mu + log));
  }

  /** In a heavy tail by the mean over those who reach the age, which is as large as the age. */
  @Override
  public MeanLifetime expectedRemaining(double age) {
    double reached = LifetimeChecks.reached(this, age);
    if (age == 0) {
      return meanLifetime();
    }
    if (sigma * q >= HEAVY) {
      return LifetimeModel.super.expectedRemaining(age);
    }
    if (meanLifetime() instanceof MeanLifetime.Finite mean) {
      double shape = 1 / (q * q);
      double end = shape * exp(q * (log(age) - mu) / sigma);
      double beyond = IncompleteGamma.logLower(shape + sigma / q, end);
      return MeanLifetime.of(mean.time() * exp(beyond - reached) - age);
    }
    return meanLifetime();
  }
}
