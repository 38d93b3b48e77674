package io.github.retention4j.purchase;

/**
 * What a model of purchases at discrete opportunities, such as yearly donations, knows of one
 * customer. Opportunities are counted from the one after the first purchase on.
 *
 * @param purchases x, the opportunities with a purchase, 0 or more
 * @param recency t_x, the number of the last of them; 0 if there was none
 * @param opportunities n, how many there were, not below {@code recency}
 */
public record OpportunityHistory(int purchases, int recency, int opportunities) {

  /**
   * Checks that the numbers fit each other.
   *
   * @param purchases x, the opportunities with a purchase
   * @param recency t_x, the number of the last of them
   * @param opportunities n, how many there were
   * @throws IllegalArgumentException if a number is negative, recency over opportunities, purchases
   *     over recency, or one of purchases and recency is zero and the other is not
   */
  public OpportunityHistory {
    PurchaseChecks.count("purchases", purchases);
    PurchaseChecks.count("opportunities", opportunities);
    if (recency < purchases || recency > opportunities) {
      throw new IllegalArgumentException(
          "recency ("
              + recency
              + ") must be from purchases ("
              + purchases
              + ") to opportunities ("
              + opportunities
              + ")");
    }
    if (purchases == 0 && recency > 0) {
      throw new IllegalArgumentException(
          "recency (" + recency + ") must be 0 without repeat purchases");
    }
  }
}
