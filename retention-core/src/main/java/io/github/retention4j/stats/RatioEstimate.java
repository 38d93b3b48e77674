package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import java.util.Locale;

/**
 * An estimate of a ratio and how sure it is; unitless. 1 says that there is no difference.
 *
 * @param value the ratio, over 0
 * @param interval where it may be; its method says how it was made, and whether counts of 0 were
 *     corrected
 */
public record RatioEstimate(double value, ConfidenceInterval interval) {

  /**
   * Checks the ratio.
   *
   * @param value the ratio
   * @param interval where it may be
   * @throws IllegalArgumentException if the ratio is not finite and over 0
   */
  public RatioEstimate {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("value (" + value + ") must be finite and over 0");
    }
    requireNonNull(interval, "interval");
  }

  /** Makes the interval on the log scale, where ratios scatter about normally. */
  static RatioEstimate of(double value, double variance, double level, String method) {
    double margin = Normal.criticalValue(Checks.level(level)) * Math.sqrt(variance);
    return new RatioEstimate(
        value,
        new ConfidenceInterval(value * Math.exp(-margin), value * Math.exp(margin), level, method));
  }

  /**
   * Returns the ratio and its interval.
   *
   * @return for example {@code 1.25 [0.917, 1.704] 95 % Katz log}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4g %s", value, interval);
  }
}
