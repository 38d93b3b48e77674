package io.github.retention4j.revenue;

/** What losses are divided by, whether they are revenue or customers. */
public enum ChurnDivisor {
  /** What stood at the opening. Losses of those who came later are above the line all the same. */
  AT_OPENING("what stood at the opening"),
  /** The mean of what stood at the opening and at the close. */
  MEAN_OF_OPENING_AND_CLOSING("the mean of opening and closing"),
  /** What stood at the opening and what came in the period, new and reactivated. */
  OPENING_PLUS_NEW("the opening and what was new or reactivated"),
  /** The sum over days of the losses of a day / what stood at its opening; may exceed 1. */
  SUM_OF_DAILY_RATES("the opening of each day, summed over days");

  private final String words;

  ChurnDivisor(String words) {
    this.words = words;
  }

  /**
   * Returns what losses are divided by, in words.
   *
   * @return for example {@code what stood at the opening}
   */
  public String words() {
    return words;
  }
}
