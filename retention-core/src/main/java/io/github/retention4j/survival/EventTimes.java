package io.github.retention4j.survival;

/** How well a sample knows when customers left. */
public enum EventTimes {
  /** At the time given: a row that left contributes the density of its lifetime there. */
  EXACT,
  /**
   * At some time within the unit that ends then: a row that left at 3 did so over 2 and at most 3,
   * and contributes S(2) - S(3), or from its entry where that is later. Times of those who left
   * must be whole. For churn that is counted once a month, this is what is known; to take month 1
   * for the time 1 makes early leavers stay too long.
   */
  GROUPED_BY_UNIT
}
