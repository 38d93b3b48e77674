package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a curve says of a time: an estimate, or that no one was observed for so long. */
public sealed interface SurvivalAnswer {

  /**
   * The share that lasts longer than a time.
   *
   * @param time the time asked about, in the unit of the curve
   * @param survival the share, in [0, 1]
   * @param atRisk the customers, by weight, who had entered before that time and not ended before
   * @param standardError of the share; empty where the estimate is 0, of whose spread Greenwood's
   *     formula says nothing
   * @param interval the interval; empty where the estimate is 0, and where it is 1 as none was lost
   *     yet: no spread does not mean certainty
   */
  record Estimate(
      double time,
      double survival,
      double atRisk,
      OptionalDouble standardError,
      Optional<ConfidenceInterval> interval)
      implements SurvivalAnswer {

    /**
     * Checks that all is there.
     *
     * @param time the time asked about
     * @param survival the share
     * @param atRisk the customers at risk
     * @param standardError of the share
     * @param interval the interval
     * @throws IllegalArgumentException if a number is NaN
     */
    public Estimate {
      requireNonNull(standardError, "standardError");
      requireNonNull(interval, "interval");
      LifetimeChecks.number("time", time);
      LifetimeChecks.number("survival", survival);
      LifetimeChecks.number("atRisk", atRisk);
      LifetimeChecks.number("standardError", standardError);
    }
  }

  /**
   * The time lies beyond the last one observed, and some were still customers then.
   *
   * @param time the time asked about
   * @param lastObserved the longest lifetime seen
   */
  record NotObserved(double time, double lastObserved) implements SurvivalAnswer {

    /**
     * Checks the times.
     *
     * @param time the time asked about
     * @param lastObserved the longest lifetime seen
     * @throws IllegalArgumentException if a number is NaN
     */
    public NotObserved {
      LifetimeChecks.number("time", time);
      LifetimeChecks.number("lastObserved", lastObserved);
    }
  }

  /**
   * Returns the estimate.
   *
   * @return empty if the time was not observed
   */
  default Optional<Estimate> estimate() {
    return this instanceof Estimate estimate ? Optional.of(estimate) : Optional.empty();
  }
}
