package io.github.retention4j.lifecycle;

import java.util.OptionalDouble;

/**
 * How many customers were won for each one lost: (new + resurrected) / churned. Unitless, 0 or
 * more; above 1 the number of active customers grows. Where nobody was lost it has no value.
 *
 * @see <a href="https://tribecap.co/a-quantitative-approach-to-product-market-fit/">Tribe Capital,
 *     A Quantitative Approach to Product Market Fit (2019)</a>
 */
public sealed interface GrowthQuickRatio {

  /**
   * At least one customer was lost.
   *
   * @param won new and resurrected customers, 0 or more
   * @param lost churned customers, at least 1
   */
  record Ratio(long won, long lost) implements GrowthQuickRatio {

    /**
     * Checks the counts.
     *
     * @param won new and resurrected customers
     * @param lost churned customers
     * @throws IllegalArgumentException if won is negative or lost under 1
     */
    public Ratio {
      EngagementChecks.count("won", won);
      if (lost < 1) {
        throw new IllegalArgumentException("lost (" + lost + ") must be at least 1");
      }
    }

    @Override
    public OptionalDouble value() {
      return OptionalDouble.of((double) won / lost);
    }
  }

  /**
   * Nobody was lost: growth without bound if somebody was won, and nothing to compare if not.
   *
   * @param won new and resurrected customers, 0 or more
   */
  record NobodyLost(long won) implements GrowthQuickRatio {

    /**
     * Checks the count.
     *
     * @param won new and resurrected customers
     * @throws IllegalArgumentException if it is negative
     */
    public NobodyLost {
      EngagementChecks.count("won", won);
    }

    @Override
    public OptionalDouble value() {
      return OptionalDouble.empty();
    }
  }

  /**
   * Returns the number of customers won.
   *
   * @return new + resurrected
   */
  long won();

  /**
   * Returns the ratio.
   *
   * @return won / lost; empty if nobody was lost
   */
  OptionalDouble value();
}
