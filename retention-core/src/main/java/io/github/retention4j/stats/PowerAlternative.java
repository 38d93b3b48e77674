package io.github.retention4j.stats;

/**
 * Which rejections count as finding the difference that was planned for, in {@link
 * ProportionPower}.
 */
public enum PowerAlternative {

  /** The test looks to one side only, with all of alpha there. */
  ONE_SIDED(1, false),

  /**
   * The test looks to both sides, and only a rejection in the right direction counts. R's {@code
   * power.prop.test} does so unless told to be strict.
   */
  TWO_SIDED(2, false),

  /**
   * The test looks to both sides, and a rejection in the wrong direction counts too. R's {@code
   * power.prop.test(strict = TRUE)} and statsmodels do so. The power differs from that of {@link
   * #TWO_SIDED} only where it is small.
   */
  TWO_SIDED_BOTH_TAILS(2, true);

  private final int sides;
  private final boolean wrongDirectionCounts;

  PowerAlternative(int sides, boolean wrongDirectionCounts) {
    this.sides = sides;
    this.wrongDirectionCounts = wrongDirectionCounts;
  }

  /** The share of alpha in the tail of the right direction. */
  double tail(double alpha) {
    return alpha / sides;
  }

  boolean wrongDirectionCounts() {
    return wrongDirectionCounts;
  }
}
