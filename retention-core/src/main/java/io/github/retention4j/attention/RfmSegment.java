package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a segment holds.
 *
 * @param name the segment
 * @param customers its customers, of all
 * @param amount their exact sum of money; empty where no amounts are known
 * @param shareOfAmount that sum over that of all; empty where no amounts are known or they do not
 *     sum to more than zero
 * @param meanRecencyDays their mean of days since the last purchase; empty without customers
 * @param meanFrequency their mean frequency; empty without customers
 */
public record RfmSegment(
    String name,
    Proportion customers,
    Optional<Money> amount,
    OptionalDouble shareOfAmount,
    OptionalDouble meanRecencyDays,
    OptionalDouble meanFrequency) {

  /**
   * Checks the numbers.
   *
   * @param name the segment
   * @param customers its customers
   * @param amount their sum of money
   * @param shareOfAmount that sum over that of all
   * @param meanRecencyDays their mean of days since the last purchase
   * @param meanFrequency their mean frequency
   * @throws IllegalArgumentException if a number is not finite
   */
  public RfmSegment {
    requireNonNull(name, "name");
    requireNonNull(customers, "customers");
    requireNonNull(amount, "amount");
    requireFinite("shareOfAmount", shareOfAmount);
    requireFinite("meanRecencyDays", meanRecencyDays);
    requireFinite("meanFrequency", meanFrequency);
  }

  private static void requireFinite(String name, OptionalDouble value) {
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(name + " (" + value.getAsDouble() + ") must be finite");
    }
  }
}
