package io.github.retention4j.renewal;

/** From which moment a residual lifetime is counted; the values differ by about one period. */
public enum RenewalMoment {
  /** Right after a renewal: the period just renewed counts, as certain and undiscounted. */
  JUST_RENEWED,
  /**
   * Right before the next renewal: the first period counted is the one that this decision opens,
   * undiscounted, with the chance that the customer renews.
   */
  ABOUT_TO_RENEW
}
