package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;

/**
 * The customer satisfaction score (CSAT): the share of answers with one of the highest scores, and
 * the mean score.
 *
 * <p>By default the top two of five, as most survey tools have it; some report the mean, so it is
 * here too, under its own name. Example: 8, 12, 20, 70 and 90 answers of 1 to 5, share 160/200 =
 * 0.8 with Wilson's 95 % interval 0.739 to 0.850, mean 4.11.
 *
 * @param scores how often each score was given
 * @param top how many of the highest scores count as satisfied
 */
public record SatisfactionScore(ScoreCounts scores, int top) {

  private static final int USUAL_TOP = 2;
  private static final double USUAL_LEVEL = 0.95;

  /**
   * Checks how many scores count.
   *
   * @param scores how often each score was given
   * @param top how many of the highest scores count as satisfied
   * @throws IllegalArgumentException if top is not from 1 to one less than the scale has
   */
  public SatisfactionScore {
    requireNonNull(scores, "scores");
    Checks.top(top, scores.scale());
  }

  /**
   * Returns the usual score: answers of 4 and 5 on a scale of 1 to 5.
   *
   * @param scores how often each score was given
   * @return the score
   * @throws IllegalArgumentException if the scale is another one: there, name how many scores count
   */
  public static SatisfactionScore topTwoOfFive(ScoreCounts scores) {
    if (!scores.scale().equals(ScoreScale.ONE_TO_FIVE)) {
      throw new IllegalArgumentException(
          "scale ("
              + scores.scale()
              + ") must be 1..5 for the top two of five; for another, say how many scores count");
    }
    return new SatisfactionScore(scores, USUAL_TOP);
  }

  /**
   * Returns the share of satisfied answers. Its {@link Proportion#interval(double)} is Wilson's.
   *
   * @return the share
   */
  public Proportion share() {
    return scores.top(top);
  }

  /**
   * Returns the mean score. Its interval is {@link ScoreCounts#meanInterval(double)}.
   *
   * @return from the lowest score to the highest
   */
  public double mean() {
    return scores.mean();
  }

  /**
   * Returns share and mean with their intervals, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return Texts.format(
        "CSAT, top %d of %s: %s\n  %s; %s\n",
        top,
        scores.scale(),
        Texts.share(share(), USUAL_LEVEL),
        Texts.mean(scores, USUAL_LEVEL),
        Texts.intervals(USUAL_LEVEL));
  }
}
