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
   * Checks that all are there.
   *
   * @param name the segment
   * @param customers its customers
   * @param amount their sum of money
   * @param shareOfAmount that sum over that of all
   * @param meanRecencyDays their mean of days since the last purchase
   * @param meanFrequency their mean frequency
   */
  public RfmSegment {
    requireNonNull(name, "name");
    requireNonNull(customers, "customers");
    requireNonNull(amount, "amount");
    requireNonNull(shareOfAmount, "shareOfAmount");
    requireNonNull(meanRecencyDays, "meanRecencyDays");
    requireNonNull(meanFrequency, "meanFrequency");
  }
}
