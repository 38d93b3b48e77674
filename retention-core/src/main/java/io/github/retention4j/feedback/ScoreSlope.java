package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.Optional;

/**
 * By how much scores change per unit of time, by Theil and Sen.
 *
 * @param value scores per unit of time; negative if they fall
 * @param unit the unit of time
 * @param interval Sen's interval in the same unit; empty where there are too few answers for one
 */
public record ScoreSlope(double value, TimeScale unit, Optional<ConfidenceInterval> interval) {

  /**
   * Checks that all are there.
   *
   * @param value scores per unit of time
   * @param unit the unit of time
   * @param interval Sen's interval, or empty
   * @throws IllegalArgumentException if the value is not finite
   */
  public ScoreSlope {
    requireNonNull(unit, "unit");
    requireNonNull(interval, "interval");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value (" + value + ") must be finite");
    }
  }

  /**
   * Tells why there is no interval.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoInterval() {
    return interval.isPresent()
        ? Optional.empty()
        : Optional.of("too few answers for an interval of this level");
  }
}
