package io.github.retention4j.feedback;

import java.util.Comparator;

/** When scores count as falling. */
public sealed interface FallingRule {

  /**
   * The trend points down and its p-value, adjusted for how many were tested, is under alpha. The
   * test is two-sided, so that of steady clients a share of at most alpha / 2 is listed in vain,
   * before the adjustment. Needs five answers or more at alpha 0.05.
   *
   * @param alpha over 0 and under 1, such as 0.05
   */
  record SignificantTrend(double alpha) implements FallingRule {

    /**
     * Checks the level.
     *
     * @param alpha over 0 and under 1
     * @throws IllegalArgumentException if it is not
     */
    public SignificantTrend {
      Checks.open("alpha", alpha);
    }

    @Override
    public boolean holds(ScoreTrend trend) {
      return trend.test().map(test -> test.statistic() < 0).orElse(false)
          && trend.adjustedPValue().orElse(1) < alpha;
    }

    @Override
    public Comparator<ScoreTrend> worstFirst() {
      return Comparator.comparingDouble(trend -> trend.adjustedPValue().orElse(1));
    }

    @Override
    public String words() {
      return "trend down, adjusted p-value under " + alpha;
    }
  }

  /**
   * The last score lies at least so far under the median of those before. No test: it hears one bad
   * answer at once, and chance too.
   *
   * @param points over 0, such as 2
   */
  record BelowOwnMedian(double points) implements FallingRule {

    /**
     * Checks the distance.
     *
     * @param points over 0
     * @throws IllegalArgumentException if it is not
     */
    public BelowOwnMedian {
      if (!(points > 0) || Double.isInfinite(points)) {
        throw new IllegalArgumentException("points (" + points + ") must be over 0 and finite");
      }
    }

    @Override
    public boolean holds(ScoreTrend trend) {
      return trend.drop().orElse(0) >= points;
    }

    @Override
    public Comparator<ScoreTrend> worstFirst() {
      return Comparator.comparingDouble(trend -> -trend.drop().orElse(0));
    }

    @Override
    public String words() {
      return "last score " + points + " or more under the median of those before";
    }
  }

  /**
   * Tells whether scores fall by this rule.
   *
   * @param trend the scores of one name
   * @return true if they fall
   */
  boolean holds(ScoreTrend trend);

  /**
   * Returns the order in which falling ones are listed.
   *
   * @return the worst first; equal ones are listed by name
   */
  Comparator<ScoreTrend> worstFirst();

  /**
   * Returns the rule in words.
   *
   * @return for example {@code trend down, adjusted p-value under 0.05}
   */
  String words();
}
