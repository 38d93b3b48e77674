package io.github.retention4j.purchase;

/**
 * What a model of spend knows of one customer: over how many purchases its mean spend is taken, and
 * that mean.
 *
 * @param purchases x, the purchases of known amount, 0 or more
 * @param mean m, the mean spend per purchase in units of the currency; 0 without purchases, over 0
 *     otherwise
 */
public record SpendHistory(long purchases, double mean) {

  /**
   * Checks that the numbers fit each other.
   *
   * @param purchases x, the purchases of known amount
   * @param mean m, the mean spend per purchase
   * @throws IllegalArgumentException if purchases is negative, the mean negative, infinite or NaN,
   *     their product infinite, or one of them is zero and the other is not
   */
  public SpendHistory {
    PurchaseChecks.count("purchases", purchases);
    PurchaseChecks.amount("mean", mean);
    if ((purchases == 0) != (mean == 0)) {
      throw new IllegalArgumentException(
          "mean ("
              + mean
              + ") must be "
              + (purchases == 0 ? "0 without" : "over 0 with")
              + " purchases ("
              + purchases
              + ")");
    }
    if (Double.isInfinite(mean * purchases)) {
      throw new IllegalArgumentException(
          "mean (" + mean + ") must be finite when taken times purchases (" + purchases + ")");
    }
    mean += 0.0;
  }

  /**
   * Returns the history of a customer of whom no amount is known.
   *
   * @return no purchases
   */
  public static SpendHistory none() {
    return new SpendHistory(0, 0);
  }
}
