package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;

/**
 * The mean lifetime up to a horizon.
 *
 * @param timeScale the unit of all times
 * @param horizon up to where lifetimes count, over 0
 * @param mean from 0 to the horizon
 * @param standardError of the mean; 0 if none was lost before the horizon
 * @param level the confidence level of intervals
 * @see <a href="https://doi.org/10.1186/1471-2288-13-152">Royston and Parmar (2013)</a>
 */
public record RestrictedMean(
    TimeScale timeScale, double horizon, double mean, double standardError, double level) {

  /**
   * Checks the numbers.
   *
   * @param timeScale the unit of all times
   * @param horizon up to where lifetimes count
   * @param mean the mean
   * @param standardError of the mean
   * @param level the confidence level
   * @throws IllegalArgumentException if the horizon is not over 0, the mean or the standard error
   *     negative, one of them not finite, or the level not between 0 and 1
   */
  public RestrictedMean {
    requireNonNull(timeScale, "timeScale");
    LifetimeChecks.positive("horizon", horizon);
    LifetimeChecks.time("mean", mean);
    LifetimeChecks.time("standardError", standardError);
    CurveOptions.requireLevel(level);
  }

  /**
   * Returns the interval {@code mean +- z se}, cut off at 0 and the horizon.
   *
   * @return in the unit of time
   */
  public ConfidenceInterval interval() {
    double half = Normal.criticalValue(level) * standardError;
    return new ConfidenceInterval(
        Math.min(mean, Math.max(0, mean - half)),
        Math.max(mean, Math.min(horizon, mean + half)),
        level,
        "plain");
  }

  /**
   * Returns by how much longer customers stay here than elsewhere, up to the same horizon.
   *
   * @param other the mean of other customers, none of them among these
   * @return this less the other
   * @throws IllegalArgumentException if horizon, unit of time or level differ
   */
  public RestrictedMeanDifference minus(RestrictedMean other) {
    return RestrictedMeanDifference.between(this, other);
  }

  /**
   * Returns what the time up to the horizon is worth.
   *
   * @param price what a customer pays in a unit of time
   * @return the mean times the price, with its interval
   */
  public LifetimeWorth worth(MonetaryEstimate price) {
    return LifetimeWorth.of(price, mean, interval());
  }
}
