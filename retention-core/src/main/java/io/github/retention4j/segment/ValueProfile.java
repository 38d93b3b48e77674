package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;

/**
 * How customers of one value left.
 *
 * @param value a label, a band, {@code (missing)} or {@code (other)}
 * @param churn those who left, of the customers with the value
 * @param interval where the share may be
 * @param rate losses per customer-month; empty without exposure
 * @param contrast how they compare with others; empty for the reference, and for the only value
 */
public record ValueProfile(
    String value,
    Proportion churn,
    ConfidenceInterval interval,
    Optional<EventRate> rate,
    Optional<ValueContrast> contrast) {

  /**
   * Checks that all are there.
   *
   * @param value the value
   * @param churn those who left
   * @param interval where the share may be
   * @param rate losses per customer-month
   * @param contrast how they compare with others
   */
  public ValueProfile {
    requireNonNull(value, "value");
    requireNonNull(churn, "churn");
    requireNonNull(interval, "interval");
    requireNonNull(rate, "rate");
    requireNonNull(contrast, "contrast");
  }
}
