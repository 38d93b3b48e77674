package io.github.retention4j.concentration;

/**
 * A point of the Lorenz curve.
 *
 * @param shareOfCustomers the customers with the smallest amounts, from 0 to 1
 * @param shareOfTotal what they have together; under 0 where negative amounts were kept
 */
public record LorenzPoint(double shareOfCustomers, double shareOfTotal) {

  /**
   * Checks the shares.
   *
   * @param shareOfCustomers the customers with the smallest amounts
   * @param shareOfTotal what they have together
   * @throws IllegalArgumentException if the share of customers is not from 0 to 1, or that of the
   *     total not finite
   */
  public LorenzPoint {
    if (!(shareOfCustomers >= 0 && shareOfCustomers <= 1)) {
      throw new IllegalArgumentException(
          "shareOfCustomers (" + shareOfCustomers + ") must be from 0 to 1");
    }
    if (!Double.isFinite(shareOfTotal)) {
      throw new IllegalArgumentException("shareOfTotal (" + shareOfTotal + ") must be finite");
    }
  }
}
