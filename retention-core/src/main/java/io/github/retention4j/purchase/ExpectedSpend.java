package io.github.retention4j.purchase;

import java.util.OptionalDouble;

/**
 * The expected spend per purchase, which a model may say to be infinite: where the tail of mean
 * spends between customers is heavy, samples have means but the population has none.
 */
public sealed interface ExpectedSpend {

  /**
   * Returns the expected spend per purchase.
   *
   * @return 0 or more, in units of the currency; empty if it is infinite
   */
  OptionalDouble value();

  /**
   * An expected spend.
   *
   * @param amount per purchase, in units of the currency, 0 or more and finite
   */
  record Finite(double amount) implements ExpectedSpend {

    /**
     * Checks the amount.
     *
     * @param amount per purchase
     * @throws IllegalArgumentException if the amount is negative, infinite or NaN
     */
    public Finite {
      PurchaseChecks.amount("amount", amount);
    }

    @Override
    public OptionalDouble value() {
      return OptionalDouble.of(amount);
    }
  }

  /**
   * An expected spend that is infinite, or beyond what a double holds.
   *
   * @param tailIndex c, the index of the tail of the customer's mean spend: it is over z with a
   *     chance that falls like z^-c. The mean is infinite where c is at most 1
   */
  record Infinite(double tailIndex) implements ExpectedSpend {

    /**
     * Checks the index.
     *
     * @param tailIndex the index of the tail
     * @throws IllegalArgumentException if the index is not over 0 and finite
     */
    public Infinite {
      PurchaseChecks.positive("tailIndex", tailIndex);
    }

    @Override
    public OptionalDouble value() {
      return OptionalDouble.empty();
    }

    /**
     * Returns why there is no value.
     *
     * @return one sentence
     */
    public String reason() {
      return tailIndex > 1
          ? "the expected spend is beyond what a double holds"
          : "the tail of the mean spend has index "
              + tailIndex
              + ", and the mean is infinite unless it is over 1";
    }
  }
}
