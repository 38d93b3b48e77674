package io.github.retention4j.purchase;

/** Up to where the age T of a customer is counted, from the day of its first purchase. */
public enum AgeConvention {
  /**
   * To the last day of calibration, as in the papers and their data. Who first bought on that day
   * has age 0.
   */
  TO_LAST_DAY(1),
  /** To the end of that day: one day more. */
  TO_END_OF_LAST_DAY(0);

  private final int daysBeforeEnd;

  AgeConvention(int daysBeforeEnd) {
    this.daysBeforeEnd = daysBeforeEnd;
  }

  int ageDays(int firstDay, int endDayExclusive) {
    return endDayExclusive - daysBeforeEnd - firstDay;
  }
}
