package io.github.retention4j.benchmark;

/** What to do if the own figure and the benchmark belong to different lengths of time. */
public enum PeriodConversion {
  /** Refuse to compare. */
  REFUSE,
  /**
   * Carry the own figure over to the benchmark's length as if every period had the same rate: kept
   * shares multiply, so 95 % a quarter is 81.45 % a year. Only between month, quarter and year, or
   * between day and week.
   */
  COMPOUNDING
}
