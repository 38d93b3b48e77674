package io.github.retention4j.purchase;

/**
 * Customers of whom a model expects about as much, and what they did.
 *
 * @param customers how many, at least 1
 * @param predicted the purchases that the model expected of them all, 0 or more
 * @param actual the purchases that they made, 0 or more
 */
public record PredictionGroup(long customers, double predicted, long actual) {

  /**
   * Checks the numbers.
   *
   * @param customers how many
   * @param predicted the purchases that the model expected of them all
   * @param actual the purchases that they made
   * @throws IllegalArgumentException if there is no customer, or a number is negative or not finite
   */
  public PredictionGroup {
    PurchaseChecks.positive("customers", customers);
    PurchaseChecks.amount("predicted", predicted);
    PurchaseChecks.count("actual", actual);
  }

  /**
   * Returns the expected purchases per customer.
   *
   * @return predicted / customers
   */
  public double meanPredicted() {
    return predicted / customers;
  }

  /**
   * Returns the purchases per customer.
   *
   * @return actual / customers
   */
  public double meanActual() {
    return (double) actual / customers;
  }
}
