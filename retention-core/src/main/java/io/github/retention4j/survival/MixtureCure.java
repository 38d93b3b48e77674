package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.time.TimeScale;
import java.util.OptionalDouble;

/**
 * Lifetimes of customers of whom a share never leaves, and the others have lifetimes of some
 * family.
 *
 * <pre>{@code S(t) = cureShare + (1 - cureShare) S_leavers(t)}</pre>
 *
 * <p>How large that share is, data tell only if they run on well past the time when the last leaver
 * left; else the family decides. Compare several ({@link LifetimeModelComparison}) before believing
 * one. Example: with a share of 0.4 and leavers who are exponential with a mean of 10 months, 0.4 +
 * 0.6 e^-1 = 62.1 % stay longer than 10 months.
 *
 * @param <M> the family of those who leave
 * @param cureShare the share that never leaves, 0 or more and under 1
 * @param leavers the lifetimes of those who leave, no cure model itself
 * @see <a href="https://doi.org/10.2307/2529885">Farewell (1982)</a>
 */
public record MixtureCure<M extends LifetimeModel>(double cureShare, M leavers)
    implements LifetimeModel {

  /**
   * Checks the parameters.
   *
   * @param cureShare the share that never leaves
   * @param leavers the lifetimes of those who leave
   * @throws IllegalArgumentException if the share is not from 0 to under 1, or the leavers are a
   *     cure model
   */
  public MixtureCure {
    if (!(cureShare >= 0 && cureShare < 1)) {
      throw new IllegalArgumentException(
          "cureShare (" + cureShare + ") must be 0 or more, and under 1");
    }
    if (requireNonNull(leavers, "leavers") instanceof MixtureCure<?>) {
      throw new IllegalArgumentException("leavers (" + leavers + ") must not be a cure model");
    }
  }

  @Override
  public TimeScale timeScale() {
    return leavers.timeScale();
  }

  @Override
  public double logSurvival(double time) {
    return mixed(cureShare, leavers.logSurvival(time));
  }

  /** ln(c + (1 - c) e^log), without loss near 1 and far out. */
  static double mixed(double cureShare, double log) {
    return log > -1
        ? Math.log1p((1 - cureShare) * Math.expm1(log))
        : LogSum.of(Math.log(cureShare), Math.log1p(-cureShare) + log);
  }

  @Override
  public double hazard(double time) {
    double hazard = leavers.hazard(time);
    if (cureShare == 0) {
      return hazard;
    }
    double leaversLeft =
        Math.exp(Math.log1p(-cureShare) + leavers.logSurvival(time) - logSurvival(time));
    return leaversLeft == 0 ? 0 : leaversLeft * hazard;
  }

  @Override
  public OptionalDouble quantile(double share) {
    LifetimeChecks.share("share", share);
    double ofLeavers = share / (1 - cureShare);
    return ofLeavers < 1 ? leavers.quantile(ofLeavers) : OptionalDouble.empty();
  }

  @Override
  public double neverLeaving() {
    return cureShare + (1 - cureShare) * leavers.neverLeaving();
  }

  @Override
  public MeanLifetime meanLifetime() {
    return cureShare > 0 ? MeanLifetime.Infinite.SOME_NEVER_LEAVE : leavers.meanLifetime();
  }

  @Override
  public double restrictedMean(double horizon) {
    return cureShare * horizon + (1 - cureShare) * leavers.restrictedMean(horizon);
  }

  @Override
  public MeanLifetime expectedRemaining(double age) {
    LifetimeChecks.time("age", age);
    return cureShare > 0 ? meanLifetime() : leavers.expectedRemaining(age);
  }
}
