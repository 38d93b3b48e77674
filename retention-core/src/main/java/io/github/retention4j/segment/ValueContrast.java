package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.RatioEstimate;
import java.util.Optional;

/**
 * Customers of one value compared with others.
 *
 * @param against whom they are compared with: the name of the reference value, or {@code the rest}
 * @param difference the shares that left, of the value and of the others
 * @param differenceInterval the interval of Newcombe for the risk difference
 * @param riskRatio the share that left over that of the others; empty for a count of 0 that is left
 *     out
 * @param oddsRatio the same of the odds
 */
public record ValueContrast(
    String against,
    ProportionDifference difference,
    ConfidenceInterval differenceInterval,
    Optional<RatioEstimate> riskRatio,
    Optional<RatioEstimate> oddsRatio) {

  /**
   * Checks that all are there.
   *
   * @param against whom they are compared with
   * @param difference the shares that left
   * @param differenceInterval the interval of their difference
   * @param riskRatio the share over that of the others
   * @param oddsRatio the same of the odds
   */
  public ValueContrast {
    requireNonNull(against, "against");
    requireNonNull(difference, "difference");
    requireNonNull(differenceInterval, "differenceInterval");
    requireNonNull(riskRatio, "riskRatio");
    requireNonNull(oddsRatio, "oddsRatio");
  }

  /**
   * Returns how many more left than at the rate of the others.
   *
   * <pre>{@code lost - customers * share of the others}</pre>
   *
   * @return customers, not whole; under 0 where fewer left
   */
  public double excessLosses() {
    return difference.first().count() - difference.first().total() * difference.second().value();
  }
}
