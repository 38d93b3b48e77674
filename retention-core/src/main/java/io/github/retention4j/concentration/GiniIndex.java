package io.github.retention4j.concentration;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Locale;
import java.util.Optional;

/**
 * How unequal amounts are: 0 where all customers have the same, near 1 where one has all.
 *
 * @param definition which index it is
 * @param value the index, in [0, 1]
 * @param interval where that of the market may lie of which the customers are a sample, by the
 *     jackknife; empty for fewer than three customers, where one customer has all, and where
 *     leaving out any customer changes nothing
 */
public record GiniIndex(
    GiniDefinition definition, double value, Optional<ConfidenceInterval> interval) {

  /**
   * Checks the index.
   *
   * @param definition which index it is
   * @param value the index
   * @param interval where it may lie
   * @throws IllegalArgumentException if the value is not from 0 to 1
   */
  public GiniIndex {
    requireNonNull(definition, "definition");
    requireNonNull(interval, "interval");
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("value (" + value + ") must be from 0 to 1");
    }
  }

  /**
   * Returns the index, its definition and its interval.
   *
   * @return for example {@code 0.4667 POPULATION [0.1204, 0.8129] 95 % jackknife}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f %s", value, definition)
        + interval.map(it -> " " + it).orElse("");
  }
}
