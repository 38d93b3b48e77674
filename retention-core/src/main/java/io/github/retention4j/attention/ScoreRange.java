package io.github.retention4j.attention;

/**
 * Scores from a lowest to a highest, both included.
 *
 * @param lowest at least 1
 * @param highest not under {@code lowest}
 */
public record ScoreRange(int lowest, int highest) {

  /**
   * Checks the range.
   *
   * @param lowest at least 1
   * @param highest not under {@code lowest}
   * @throws IllegalArgumentException if lowest is under 1 or over highest
   */
  public ScoreRange {
    if (lowest < 1 || highest < lowest) {
      throw new IllegalArgumentException(
          "scores (" + lowest + " to " + highest + ") must rise from at least 1");
    }
  }

  boolean contains(int score) {
    return lowest <= score && score <= highest;
  }

  /**
   * Returns the range.
   *
   * @return for example {@code 4-5}, or {@code 5} for a single score
   */
  @Override
  public String toString() {
    return lowest == highest ? Integer.toString(lowest) : lowest + "-" + highest;
  }
}
