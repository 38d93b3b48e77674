package io.github.retention4j.feedback;

import static io.github.retention4j.feedback.NetPromoterScore.POINTS;
import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;

/**
 * Two Net Promoter Scores of separate answers, compared: {@code first} less {@code second}, such as
 * this wave less the last. Where the same customers answered both, their answers are not
 * independent, and intervals are rather too wide than too narrow.
 *
 * @param first the one score
 * @param second the other
 */
public record NetPromoterDifference(NetPromoterScore first, NetPromoterScore second) {

  private static final double USUAL_LEVEL = 0.95;

  /**
   * Checks that there are two.
   *
   * @param first the one score
   * @param second the other
   */
  public NetPromoterDifference {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
  }

  /**
   * Returns the difference of the scores.
   *
   * @return first - second, in points, from -200 to 200
   */
  public double difference() {
    return first.value() - second.value();
  }

  /**
   * Returns the adjusted Wald interval.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval in points, within [-200, 200]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    return interval(NetPromoterMethod.ADJUSTED_WALD, level);
  }

  /**
   * Returns an interval made by a chosen method.
   *
   * <p>By {@link NetPromoterMethod#WALD} the squared standard errors add up; by {@link
   * NetPromoterMethod#ADJUSTED_WALD} they do after adding to both; by {@link
   * NetPromoterMethod#SCORE} the squared distances from each score to its limits do, as in
   * Newcombe's interval for two shares. Example: -20 (15, 10 and 25 of 50) less 0 (20, 10 and 20 of
   * 50) by Wald, -54.6 to 14.6.
   *
   * @param method how to make it
   * @param level the confidence level, over 0 and under 1
   * @return the interval in points, within [-200, 200]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1002/sim.3095">Zou and Donner (2008)</a>
   */
  public ConfidenceInterval interval(NetPromoterMethod method, double level) {
    requireNonNull(method, "method");
    double critical = Normal.criticalValue(Checks.level(level));
    return new ConfidenceInterval(
        POINTS * method.limit(this, critical, -1),
        POINTS * method.limit(this, critical, 1),
        level,
        method.title());
  }

  /**
   * Tests, two-sided, whether the score changed, by adjusted Wald.
   *
   * @return the result, see {@link #test(NetPromoterMethod)}
   */
  public TestResult test() {
    return test(NetPromoterMethod.ADJUSTED_WALD);
  }

  /**
   * Tests, two-sided, whether the scores are equal. The p-value is under 1 - level exactly when the
   * interval of that method at that level does not hold 0.
   *
   * <p>By {@link NetPromoterMethod#WALD} z is infinite where both are of one kind of answer each,
   * and not of the same.
   *
   * @param method the method of the interval
   * @return the result, named by the method; the statistic is z, positive if the first score is the
   *     higher
   */
  public TestResult test(NetPromoterMethod method) {
    return NetPromoterScore.result(method.title(), method.statistic(this));
  }

  /**
   * Returns the scores, the change, its interval and the test, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    ConfidenceInterval interval = interval(USUAL_LEVEL);
    return Texts.format(
        "%s against %s: %s points (%s to %s, %s), %s\n",
        first,
        second,
        Texts.signed(difference()),
        Texts.signed(interval.lower()),
        Texts.signed(interval.upper()),
        ConfidenceInterval.words(interval.level(), interval.method()),
        test().pValueText());
  }
}
