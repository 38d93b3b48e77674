package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;

/**
 * How well a score tells who leaves first: the pairs of rows of which one is known to have left
 * before the other. With weights a pair counts the product of its two.
 *
 * @param concordant pairs in which the one that left first had the higher score
 * @param discordant pairs in which it had the lower score
 * @param tiedScore pairs in which both had the same score
 * @param tiedTime pairs that left at the same time with scores that differ; they tell nothing
 * @param tiedBoth pairs that left at the same time with the same score; they tell nothing
 * @param standardError of {@link #value()}, from how much each customer moves it (infinitesimal
 *     jackknife); 0 or more
 */
public record ConcordanceIndex(
    double concordant,
    double discordant,
    double tiedScore,
    double tiedTime,
    double tiedBoth,
    double standardError) {

  /**
   * Checks the numbers.
   *
   * @param concordant pairs told right
   * @param discordant pairs told wrong
   * @param tiedScore pairs not told apart
   * @param tiedTime pairs that left together
   * @param tiedBoth pairs that left together with the same score
   * @param standardError the standard error
   * @throws IllegalArgumentException if a number is negative or not finite, or no pair tells
   *     anything
   */
  public ConcordanceIndex {
    requireCount("concordant", concordant);
    requireCount("discordant", discordant);
    requireCount("tiedScore", tiedScore);
    requireCount("tiedTime", tiedTime);
    requireCount("tiedBoth", tiedBoth);
    requireCount("standardError", standardError);
    if (!(concordant + discordant + tiedScore > 0)) {
      throw new IllegalArgumentException("pairs (0) must be over 0");
    }
  }

  private static void requireCount(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 0 or more, and finite");
    }
  }

  /**
   * Returns the concordance of Harrell: the share of pairs told right, those with the same score
   * counting half.
   *
   * <pre>{@code (concordant + tiedScore / 2) / (concordant + discordant + tiedScore)}</pre>
   *
   * @return from 0 to 1; 0.5 for a score that tells nothing
   * @see <a href="https://doi.org/10.1001/jama.1982.03320430047030">Harrell et al. (1982)</a>
   */
  public double value() {
    return (concordant + tiedScore / 2) / (concordant + discordant + tiedScore);
  }

  /**
   * Returns the interval of Wald, cut to lie from 0 to 1.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    double margin = Normal.criticalValue(level) * standardError;
    return new ConfidenceInterval(
        Math.max(0, value() - margin), Math.min(1, value() + margin), level, "Wald");
  }
}
