package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;

/**
 * How many of those who were silent came back, and how long one could look.
 *
 * <p>Nobody can be watched for ever, so this is no share that "ever" comes back but a share that
 * came back within the follow-up: what ever will is at least as much.
 *
 * @param followUpPeriods for how many complete periods each was watched, 0 or more
 * @param returned those active in one of these periods, of all; with its interval by {@link
 *     Proportion#interval()}
 */
public record LifecycleReturn(int followUpPeriods, Proportion returned) {

  /**
   * Checks the follow-up.
   *
   * @param followUpPeriods for how many complete periods each was watched
   * @param returned those active in one of these periods, of all
   * @throws IllegalArgumentException if the follow-up is negative
   */
  public LifecycleReturn {
    requireNonNull(returned, "returned");
    EngagementChecks.count("followUpPeriods", followUpPeriods);
  }
}
