package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;

/**
 * Customers whose chance to be alive at the end of calibration lies in a band, and how many of them
 * bought in the holdout. Who is alive need not buy in it: the share that bought is to be held
 * against the chance to buy.
 *
 * @param lower the lower end of the band, in [0, 1)
 * @param upper its upper end, in (0, 1]; not in the band unless it is 1
 * @param meanProbabilityAlive the mean chance to be alive at the end of calibration
 * @param meanProbabilityActive the mean chance to buy in the holdout at least once
 * @param active the customers that did, of those in the band
 */
public record AliveBand(
    double lower,
    double upper,
    double meanProbabilityAlive,
    double meanProbabilityActive,
    Proportion active) {

  /**
   * Checks the numbers.
   *
   * @param lower the lower end of the band
   * @param upper its upper end
   * @param meanProbabilityAlive the mean chance to be alive at the end of calibration
   * @param meanProbabilityActive the mean chance to buy in the holdout at least once
   * @param active the customers that did
   * @throws IllegalArgumentException if a number is not from 0 to 1, or {@code upper} not over
   *     {@code lower}
   */
  public AliveBand {
    PurchaseChecks.share("lower", lower);
    PurchaseChecks.share("upper", upper);
    if (!(upper > lower)) {
      throw new IllegalArgumentException(
          "upper (" + upper + ") must be over lower (" + lower + ")");
    }
    PurchaseChecks.share("meanProbabilityAlive", meanProbabilityAlive);
    PurchaseChecks.share("meanProbabilityActive", meanProbabilityActive);
    requireNonNull(active, "active");
  }
}
