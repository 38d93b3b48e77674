package io.github.retention4j.economics;

/** What becomes of one customer's referrals, and theirs, and so on. */
public sealed interface ViralGrowth permits ViralGrowth.Converges, ViralGrowth.DoesNotConverge {

  /**
   * The referrals die out: the viral coefficient is below 1.
   *
   * @param customersPerCustomer how many customers come of one in the end, itself included: 1 / (1
   *     - k), at least 1
   */
  record Converges(double customersPerCustomer) implements ViralGrowth {

    /**
     * Checks the number.
     *
     * @param customersPerCustomer how many customers come of one
     * @throws IllegalArgumentException if it is below 1 or not finite
     */
    public Converges {
      if (!(customersPerCustomer >= 1) || Double.isInfinite(customersPerCustomer)) {
        throw new IllegalArgumentException(
            "customersPerCustomer (" + customersPerCustomer + ") must be finite and at least 1");
      }
    }
  }

  /**
   * The referrals do not die out: each customer brings at least one more, so the sum over all
   * generations has no finite value. In truth the people who have not heard of it yet run out.
   *
   * @param coefficient the viral coefficient, at least 1
   */
  record DoesNotConverge(double coefficient) implements ViralGrowth {

    /**
     * Checks the number.
     *
     * @param coefficient the viral coefficient
     * @throws IllegalArgumentException if it is below 1 or not finite
     */
    public DoesNotConverge {
      if (!(coefficient >= 1) || Double.isInfinite(coefficient)) {
        throw new IllegalArgumentException(
            "coefficient (" + coefficient + ") must be finite and at least 1");
      }
    }
  }
}
