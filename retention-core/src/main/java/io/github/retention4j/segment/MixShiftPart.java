package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.util.Optional;

/**
 * What one value contributes to a change of churn, in churn of all customers: 0.01 is one
 * percentage point.
 *
 * @param value the value
 * @param before those who left, of its customers in the first period; empty where there were none
 * @param after the same in the second period
 * @param mix what its growing or shrinking contributes: over 0 where a value of more than average
 *     churn grew, or one of less shrank
 * @param rates what the change of its own churn contributes
 * @param interaction what both at once contribute, where that is kept apart
 */
public record MixShiftPart(
    String value,
    Optional<Proportion> before,
    Optional<Proportion> after,
    double mix,
    double rates,
    double interaction) {

  /** One, and room for rounding. */
  private static final double MOST = 1 + 1e-9;

  /**
   * Checks that all are there.
   *
   * @param value the value
   * @param before its customers in the first period
   * @param after its customers in the second period
   * @param mix what its growing contributes
   * @param rates what the change of its churn contributes
   * @param interaction what both at once contribute
   * @throws IllegalArgumentException if a contribution is not from -1 to 1
   */
  public MixShiftPart {
    requireNonNull(value, "value");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requirePart("mix", mix);
    requirePart("rates", rates);
    requirePart("interaction", interaction);
  }

  private static void requirePart(String name, double part) {
    if (!(Math.abs(part) <= MOST)) {
      throw new IllegalArgumentException(name + " (" + part + ") must be from -1 to 1");
    }
  }
}
