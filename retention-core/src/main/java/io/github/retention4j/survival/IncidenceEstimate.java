package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of customers that has left for a reason by a time.
 *
 * @param reason the reason
 * @param time the time asked about, in the unit of the curve
 * @param incidence the share, in [0, 1]
 * @param lost the customers, by weight, seen to leave for the reason by then
 * @param atRisk the customers, by weight, who had entered before that time and not ended before
 * @param standardError of the share; empty where all have left for this reason
 * @param interval the interval; empty where none or all have left for this reason: no spread does
 *     not mean certainty
 */
public record IncidenceEstimate(
    String reason,
    double time,
    double incidence,
    double lost,
    double atRisk,
    OptionalDouble standardError,
    Optional<ConfidenceInterval> interval) {

  /**
   * Checks that all is there.
   *
   * @param reason the reason
   * @param time the time asked about
   * @param incidence the share
   * @param lost the customers lost
   * @param atRisk the customers at risk
   * @param standardError of the share
   * @param interval the interval
   * @throws IllegalArgumentException if a number is NaN
   */
  public IncidenceEstimate {
    requireNonNull(reason, "reason");
    requireNonNull(standardError, "standardError");
    requireNonNull(interval, "interval");
    LifetimeChecks.number("time", time);
    LifetimeChecks.number("incidence", incidence);
    LifetimeChecks.number("lost", lost);
    LifetimeChecks.number("atRisk", atRisk);
    LifetimeChecks.number("standardError", standardError);
  }
}
