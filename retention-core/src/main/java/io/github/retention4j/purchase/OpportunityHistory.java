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

  /**
   * Returns the history of a customer who bought at some opportunities.
   *
   * @param purchases the numbers of the opportunities with a purchase, from 1, ascending; those
   *     after the last one known are left out
   * @param opportunities n, how many are known
   * @return the history
   * @throws IllegalArgumentException if a number is not after the one before, or the opportunities
   *     are negative
   */
  public static OpportunityHistory of(int[] purchases, int opportunities) {
    int count = 0;
    int before = 0;
    for (int purchase : purchases) {
      if (purchase <= before) {
        throw new IllegalArgumentException(
            "purchase (" + purchase + ") must be at an opportunity after " + before);
      }
      count += purchase <= opportunities ? 1 : 0;
      before = purchase;
    }
    return new OpportunityHistory(count, count == 0 ? 0 : purchases[count - 1], opportunities);
  }
}
