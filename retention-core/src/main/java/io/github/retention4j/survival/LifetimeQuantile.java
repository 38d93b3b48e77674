package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

/**
 * The time by which a share of customers is lost, with its interval: the times at which the limits
 * of the curve first come down as far as the curve does there. (Limits may rise again where few are
 * left; R then takes a later time, as it sorts them by height.)
 *
 * @param share the share that is lost, over 0 and under 1; 0.5 for the median
 * @param estimate the time
 * @param lower the lower end of the interval; not reached where no limit is known so far down
 * @param upper the upper end; often not reached
 * @param level the confidence level
 * @param interval the scale of the limits
 * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer and Crowley (1982)</a>
 */
public record LifetimeQuantile(
    double share,
    LifetimeLimit estimate,
    LifetimeLimit lower,
    LifetimeLimit upper,
    double level,
    SurvivalInterval interval) {

  /**
   * Checks that all is there.
   *
   * @param share the share that is lost
   * @param estimate the time
   * @param lower the lower end of the interval
   * @param upper the upper end
   * @param level the confidence level
   * @param interval the scale of the limits
   */
  public LifetimeQuantile {
    requireNonNull(estimate, "estimate");
    requireNonNull(lower, "lower");
    requireNonNull(upper, "upper");
    requireNonNull(interval, "interval");
  }
}
