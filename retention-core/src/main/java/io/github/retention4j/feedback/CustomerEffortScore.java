package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;

/**
 * The customer effort score (CES): how easy it was to get something done, as the mean score and as
 * the share of answers near the easy end.
 *
 * <p>Both are in use and are not comparable; nor are means of opposite orientations. Example: on
 * 1..7 with high scores easy, the share of the top three are the answers of 5, 6 and 7.
 *
 * @param scores how often each score was given
 * @param orientation which end is easy
 * @param top how many scores from the easy end count as easy
 */
public record CustomerEffortScore(ScoreCounts scores, EffortOrientation orientation, int top) {

  private static final int USUAL_TOP = 3;
  private static final double USUAL_LEVEL = 0.95;

  /**
   * Checks how many scores count.
   *
   * @param scores how often each score was given
   * @param orientation which end is easy
   * @param top how many scores from the easy end count as easy
   * @throws IllegalArgumentException if top is not from 1 to one less than the scale has
   */
  public CustomerEffortScore {
    requireNonNull(scores, "scores");
    requireNonNull(orientation, "orientation");
    Checks.top(top, scores.scale());
  }

  /**
   * Returns the usual score: three of the seven scores of 1 to 7 count as easy.
   *
   * @param scores how often each score was given
   * @param orientation which end is easy
   * @return the score
   * @throws IllegalArgumentException if the scale is another one: there, name how many scores count
   */
  public static CustomerEffortScore threeOfSeven(
      ScoreCounts scores, EffortOrientation orientation) {
    if (!scores.scale().equals(ScoreScale.ONE_TO_SEVEN)) {
      throw new IllegalArgumentException(
          "scale ("
              + scores.scale()
              + ") must be 1..7 for three of seven; for another, say how many scores count");
    }
    return new CustomerEffortScore(scores, orientation, USUAL_TOP);
  }

  /**
   * Returns the share of answers near the easy end. Its {@link Proportion#interval(double)} is
   * Wilson's.
   *
   * @return the share
   */
  public Proportion easy() {
    return orientation.easy(scores, top);
  }

  /**
   * Returns the mean score, in the orientation of the survey. Its interval is {@link
   * ScoreCounts#meanInterval(double)}.
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
        "CES on %s, %s: easy, of the %d easiest scores, %s\n  %s; %s\n",
        scores.scale(),
        orientation.words(),
        top,
        Texts.share(easy(), USUAL_LEVEL),
        Texts.mean(scores, USUAL_LEVEL),
        Texts.intervals(USUAL_LEVEL));
  }
}
