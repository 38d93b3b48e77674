package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;

/**
 * A value with too few customers to stand alone.
 *
 * @param value its label or band
 * @param churn those of its customers who left
 */
public record PooledValue(String value, Proportion churn) {

  /**
   * Checks that both are there.
   *
   * @param value its label or band
   * @param churn those of its customers who left
   */
  public PooledValue {
    requireNonNull(value, "value");
    requireNonNull(churn, "churn");
  }

  /**
   * Returns the value and its counts.
   *
   * @return for example {@code fax 1/3 (33.33 %)}
   */
  @Override
  public String toString() {
    return value + " " + churn;
  }
}
