package io.github.retention4j.feedback;

/**
 * The whole numbers that an answer may be, from a lowest to a highest.
 *
 * @param lowest the lowest score
 * @param highest the highest score, above the lowest
 */
public record ScoreScale(int lowest, int highest) {

  /** The scale of {@link NetPromoterScore}. */
  public static final ScoreScale ZERO_TO_TEN = new ScoreScale(0, 10);

  /**
   * The scale of {@link RelationshipScore}. Without a 0 it is not that of the Net Promoter Score.
   */
  public static final ScoreScale ONE_TO_TEN = new ScoreScale(1, 10);

  /** The usual scale of {@link SatisfactionScore}. */
  public static final ScoreScale ONE_TO_FIVE = new ScoreScale(1, 5);

  /** The usual scale of {@link CustomerEffortScore}. */
  public static final ScoreScale ONE_TO_SEVEN = new ScoreScale(1, 7);

  private static final int MOST_STEPS = 1001;

  /**
   * Checks that there are two scores or more.
   *
   * @param lowest the lowest score
   * @param highest the highest score
   * @throws IllegalArgumentException if highest is not above lowest, or by more than 1000
   */
  public ScoreScale {
    long steps = (long) highest - lowest + 1;
    if (steps < 2 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "highest (" + highest + ") must be above lowest (" + lowest + ") by 1 to 1000");
    }
  }

  /**
   * Returns the number of scores.
   *
   * @return at least 2
   */
  public int steps() {
    return highest - lowest + 1;
  }

  /**
   * Tells whether a score lies on the scale.
   *
   * @param score any number
   * @return true from {@code lowest} to {@code highest}, both included
   */
  public boolean contains(int score) {
    return lowest <= score && score <= highest;
  }

  /**
   * Returns the two ends.
   *
   * @return for example {@code 0..10}
   */
  @Override
  public String toString() {
    return lowest + ".." + highest;
  }
}
