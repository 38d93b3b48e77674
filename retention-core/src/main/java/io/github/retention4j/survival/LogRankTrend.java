package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.TestResult;
import java.util.List;

/**
 * Whether losses rise or fall with a score of the groups.
 *
 * @param groups the groups in order
 * @param scores their scores
 * @param sum the sum of the groups' excess losses times their scores; over 0 where groups of high
 *     scores lose more
 * @param variance of that sum if all are lost at the same rates, over 0
 * @param test its statistic is {@code sum / sqrt(variance)}, the p-value two-sided
 */
public record LogRankTrend(
    List<String> groups, List<Double> scores, double sum, double variance, TestResult test) {

  private static final double LN_10 = Math.log(10);

  /**
   * Copies the lists.
   *
   * @param groups the groups in order
   * @param scores their scores
   * @param sum the sum of excess losses times scores
   * @param variance of that sum
   * @param test the test
   * @throws IllegalArgumentException if there is not one finite score for each group, the sum is
   *     not finite, or the variance not over 0 and finite
   */
  public LogRankTrend {
    groups = List.copyOf(groups);
    scores = List.copyOf(scores);
    requireNonNull(test, "test");
    if (scores.size() != groups.size()) {
      throw new IllegalArgumentException(
          "scores (" + scores.size() + ") must be as many as groups (" + groups.size() + ")");
    }
    scores.forEach(score -> LifetimeChecks.finite("score", score));
    LifetimeChecks.finite("sum", sum);
    LifetimeChecks.positive("variance", variance);
  }

  static LogRankTrend of(
      LogRankWeight weight, List<String> groups, List<Double> scores, double sum, double variance) {
    double z = sum / Math.sqrt(variance);
    double log = Normal.logTwoSided(z);
    TestResult test = new TestResult("trend of " + weight.words(), z, Math.exp(log), log / LN_10);
    return new LogRankTrend(groups, scores, sum, variance, test);
  }
}
