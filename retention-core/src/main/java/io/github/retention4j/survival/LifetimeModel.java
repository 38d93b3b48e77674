package io.github.retention4j.survival;

import static java.lang.Math.exp;

import io.github.retention4j.internal.numeric.Quadrature;
import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * How long customers stay, as a formula with few parameters. It says something of times that nobody
 * has lived to see, which is what it is for, and what it must be doubted for: families that fit the
 * same data alike part ways beyond them ({@link LifetimeModelComparison}).
 *
 * <p>Times are in the unit {@link #timeScale}, rates per that unit. T is the lifetime, S(t) = P(T
 * &gt; t).
 */
public sealed interface LifetimeModel
    permits Exponential,
        Weibull,
        LogNormal,
        LogLogistic,
        Gompertz,
        GeneralizedGamma,
        PiecewiseExponential,
        MixtureCure {

  /**
   * Returns the unit of all times.
   *
   * @return the unit
   */
  TimeScale timeScale();

  /**
   * Returns the natural logarithm of the share that stays longer than a time; it stays finite where
   * the share itself underflows.
   *
   * @param time 0 or more
   * @return ln S(t), 0 at 0; minus infinity only where its size is more than a double holds
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  double logSurvival(double time);

  /**
   * Returns how fast customers leave who have stayed so long.
   *
   * <pre>{@code h(t) = f(t) / S(t)}</pre>
   *
   * @param time over 0; at 0 it is infinite in some families
   * @return the hazard per unit of time, 0 or more; infinite only where it is more than a double
   *     holds
   * @throws IllegalArgumentException if the time is not over 0 and finite
   */
  double hazard(double time);

  /**
   * Returns the time by which a share of all has left.
   *
   * @param share over 0 and under 1; 0.5 for the median
   * @return t with 1 - S(t) = share; empty where so many never leave, or t is more than a double
   *     holds
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  OptionalDouble quantile(double share);

  /**
   * Returns the mean lifetime, the area under S.
   *
   * @return the mean, or why it is infinite
   */
  MeanLifetime meanLifetime();

  /**
   * Returns the share that never leaves, the limit of S.
   *
   * @return 0 but for cure models and a {@link Gompertz} of negative shape
   */
  default double neverLeaving() {
    return 0;
  }

  /**
   * Returns the share that stays longer than a time.
   *
   * @param time 0 or more
   * @return S(t), from 0 to 1
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  default double survival(double time) {
    return exp(logSurvival(time));
  }

  /**
   * Returns the hazard summed up to a time.
   *
   * @param time 0 or more
   * @return H(t) = -ln S(t), 0 or more
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  default double cumulativeHazard(double time) {
    return 0.0 - logSurvival(time);
  }

  /**
   * Returns the density of the lifetime.
   *
   * @param time over 0
   * @return f(t) = h(t) S(t) per unit of time, 0 or more
   * @throws IllegalArgumentException if the time is not over 0 and finite
   */
  default double density(double time) {
    double survival = survival(time);
    return survival == 0 ? 0 : hazard(time) * survival;
  }

  /**
   * Returns the natural logarithm of {@link #conditionalSurvival}.
   *
   * @param age how long customers have stayed already, 0 or more
   * @param further how much longer, 0 or more
   * @return ln S(age + further) - ln S(age)
   * @throws IllegalArgumentException if a time is negative or not finite, or nobody reaches the age
   */
  default double logConditionalSurvival(double age, double further) {
    LifetimeChecks.time("further", further);
    double reached = LifetimeChecks.reached(this, age);
    return Math.min(0, logSurvival(age + further) - reached);
  }

  /**
   * Returns which share of those who have stayed so long stays longer still.
   *
   * @param age how long customers have stayed already, 0 or more
   * @param further how much longer, 0 or more
   * @return S(age + further) / S(age), from 0 to 1
   * @throws IllegalArgumentException if a time is negative or not finite, or nobody reaches the age
   */
  default double conditionalSurvival(double age, double further) {
    return exp(logConditionalSurvival(age, further));
  }

  /**
   * Returns how much longer those stay on average who have stayed so long.
   *
   * @param age how long customers have stayed already, 0 or more
   * @return the mean of T - age given T &gt; age, or why it is infinite
   * @throws IllegalArgumentException if the age is negative or not finite, or nobody reaches it
   */
  default MeanLifetime expectedRemaining(double age) {
    LifetimeChecks.reached(this, age);
    if (meanLifetime() instanceof MeanLifetime.Infinite infinite) {
      return infinite;
    }
    double unit = quantile(0.5).orElse(1);
    double log =
        Quadrature.overPositive(
            logX -> logConditionalSurvival(age, Math.min(unit * exp(logX), Double.MAX_VALUE / 2)));
    return MeanLifetime.of(unit * exp(log));
  }

  /**
   * Returns the mean time that customers stay up to a horizon, the area under S up to there.
   *
   * @param horizon 0 or more
   * @return the mean of min(T, horizon), at most the horizon
   * @throws IllegalArgumentException if the horizon is negative or not finite
   */
  default double restrictedMean(double horizon) {
    LifetimeChecks.time("horizon", horizon);
    double end = horizon;
    while (logSurvival(end / 2) == Double.NEGATIVE_INFINITY) {
      end /= 2;
    }
    return end == 0 ? 0 : Math.min(end, exp(Quadrature.between(this::logSurvival, 0, end)));
  }
}
