package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;

/**
 * How churn goes with one attribute. An association, not a cause.
 *
 * @param attribute its name
 * @param kind what its values are
 * @param values in order; those pooled are one, {@code (other)}
 * @param pooled the values that were pooled, each with its counts
 * @param association whether churn has to do with the values at all; its name says by which test
 * @param holm the same, adjusted by Holm over all attributes
 * @param benjaminiHochberg the same, adjusted by Benjamini and Hochberg over all attributes
 * @param leastExpected the smallest count expected in a cell of the test; under 5 chi-square is in
 *     doubt
 * @param trend whether churn rises or falls with the order of the values, those missing left out
 *     and none pooled; empty for categorical attributes and where fewer than two values have a
 *     place
 * @param cramersV how strongly churn goes with the values, from 0 to 1
 * @param strength Cramer's V less what chance brings, by Bergsma; what attributes are ranked by
 * @param strengthInterval of the strength, by noncentral chi-square; empty for a single value
 * @param avoidable losses above those at the rate of the best value; empty where no value can be
 *     the best
 */
public record AttributeProfile(
    String attribute,
    AttributeKind kind,
    List<ValueProfile> values,
    List<PooledValue> pooled,
    TestResult association,
    TestResult holm,
    TestResult benjaminiHochberg,
    double leastExpected,
    Optional<TestResult> trend,
    double cramersV,
    double strength,
    Optional<ConfidenceInterval> strengthInterval,
    Optional<AvoidableLosses> avoidable) {

  /**
   * Copies the lists.
   *
   * @param attribute its name
   * @param kind what its values are
   * @param values in order
   * @param pooled the values that were pooled
   * @param association whether churn has to do with the values
   * @param holm the same, adjusted
   * @param benjaminiHochberg the same, adjusted
   * @param leastExpected the smallest count expected
   * @param trend whether churn rises or falls
   * @param cramersV how strongly churn goes with the values
   * @param strength the same less chance
   * @param strengthInterval of the strength
   * @param avoidable losses above those of the best value
   * @throws IllegalArgumentException if a number is not finite
   */
  public AttributeProfile {
    requireNonNull(attribute, "attribute");
    requireNonNull(kind, "kind");
    values = List.copyOf(values);
    pooled = List.copyOf(pooled);
    requireNonNull(association, "association");
    requireNonNull(holm, "holm");
    requireNonNull(benjaminiHochberg, "benjaminiHochberg");
    requireNonNull(trend, "trend");
    requireFinite("leastExpected", leastExpected);
    requireFinite("cramersV", cramersV);
    requireFinite("strength", strength);
    requireNonNull(strengthInterval, "strengthInterval");
    requireNonNull(avoidable, "avoidable");
  }

  /**
   * Returns what was found of a value.
   *
   * @param value its name
   * @return the profile
   * @throws IllegalArgumentException if there is no such value, or it was pooled
   */
  public ValueProfile value(String value) {
    return values.stream()
        .filter(profile -> profile.value().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "value ("
                        + value
                        + ") of "
                        + attribute
                        + " must be one of "
                        + values.stream().map(ValueProfile::value).toList()));
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }
}
