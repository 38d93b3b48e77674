package io.github.retention4j.purchase;

/**
 * What a model knows of one customer: how often it came back, when last, and for how long it could
 * have. Time runs from the customer's first purchase, in the unit of the model.
 *
 * @param purchases x, the repeat purchases after the first one, 0 or more
 * @param recency t_x, the time of the last of them; 0 if there was none, over 0 otherwise
 * @param age T, the time until the end of observation, not below {@code recency}
 */
public record PurchaseHistory(long purchases, double recency, double age) {

  /**
   * Checks that the numbers fit each other.
   *
   * @param purchases x, the repeat purchases
   * @param recency t_x, the time of the last of them
   * @param age T, the time until the end of observation
   * @throws IllegalArgumentException if a number is negative, infinite or NaN, recency is over age,
   *     or one of purchases and recency is zero and the other is not
   */
  public PurchaseHistory {
    if (purchases < 0) {
      throw new IllegalArgumentException("purchases (" + purchases + ") must be 0 or more");
    }
    if (!(age >= 0) || Double.isInfinite(age)) {
      throw new IllegalArgumentException("age (" + age + ") must be finite and 0 or more");
    }
    if (!(recency >= 0 && recency <= age)) {
      throw new IllegalArgumentException(
          "recency (" + recency + ") must be from 0 to age (" + age + ")");
    }
    if ((purchases == 0) != (recency == 0)) {
      throw new IllegalArgumentException(
          "recency ("
              + recency
              + ") must be "
              + (purchases == 0 ? "0 without" : "over 0 with")
              + " repeat purchases ("
              + purchases
              + ")");
    }
    recency += 0.0;
    age += 0.0;
  }

  /**
   * Returns a history without repeat purchases.
   *
   * @param age T, the time since the first purchase
   * @return the history
   * @throws IllegalArgumentException if age is negative, infinite or NaN
   */
  public static PurchaseHistory withoutRepeats(double age) {
    return new PurchaseHistory(0, 0, age);
  }
}
