package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A stretch of periods at whose close a customer had revenue, without a break.
 *
 * @param firstPeriod the index of the first; empty if it had revenue before the first known opening
 * @param lossPeriod the index of the period after the last, by whose close there was none; empty if
 *     there still was some
 * @param lossReason why it ended; there if and only if it did
 */
public record RevenueStay(
    OptionalInt firstPeriod, OptionalInt lossPeriod, Optional<LossReason> lossReason) {

  /**
   * Checks that a reason goes with an end.
   *
   * @param firstPeriod the index of the first
   * @param lossPeriod the index of the period after the last
   * @param lossReason why it ended
   * @throws IllegalArgumentException if only one of period and reason of a loss is there, or the
   *     loss is not after the first period
   */
  public RevenueStay {
    requireNonNull(firstPeriod, "firstPeriod");
    requireNonNull(lossReason, "lossReason");
    if (lossPeriod.isPresent() != lossReason.isPresent()) {
      throw new IllegalArgumentException(
          "lossReason (" + lossReason + ") must go with lossPeriod (" + lossPeriod + ")");
    }
    if (firstPeriod.isPresent()
        && lossPeriod.isPresent()
        && lossPeriod.getAsInt() <= firstPeriod.getAsInt()) {
      throw new IllegalArgumentException(
          "lossPeriod ("
              + lossPeriod.getAsInt()
              + ") must be after firstPeriod ("
              + firstPeriod.getAsInt()
              + ")");
    }
  }
}
