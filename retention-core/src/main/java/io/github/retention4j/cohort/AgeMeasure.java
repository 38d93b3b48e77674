package io.github.retention4j.cohort;

/**
 * How activity is related to an age N, counted in periods from the one of the start, which is age
 * 0. Columns are the ages.
 *
 * <p>Each example is of the same cohort: a, b, c and d begin in January, the end of observation is
 * 1 April, and after January a is active in February and March, b in March, c in February.
 *
 * <pre>{@code
 * measure                January   February   March
 * ON_PERIOD               4/4        2/4       2/4    a c, a b
 * ON_OR_AFTER             4/4        3/4       2/4    a b c, a b
 * ON_OR_BEFORE            4/4        4/4       4/4
 * BACK_ON_OR_BEFORE       0/4        2/4       3/4    a c, a b c
 * EVERY_PERIOD_SO_FAR     4/4        2/4       1/4    a c, a
 * }</pre>
 *
 * <p>Whatever the measure, the cell of age N is observed once period N is over.
 */
public enum AgeMeasure implements CohortMeasure {
  /** Active in period N itself: classic retention, "N-day" with days. May rise and fall. */
  ON_PERIOD,

  /**
   * Active in period N or a later one, up to the end of observation: rolling or unbounded
   * retention. Never rises from age to age and is never under {@link #ON_PERIOD}.
   *
   * <p>An observed cell is final only as a lower limit: it rises when a member comes back after the
   * end of observation. Cohorts near that end are at a disadvantage, for they had less time.
   */
  ON_OR_AFTER,

  /**
   * Active in at least one of the periods 0 to N: cumulative reach, for a start that is not itself
   * activity, such as first purchase after sign-up. Never falls. Where the start events are the
   * activity, it is 1 at every age: see {@link #BACK_ON_OR_BEFORE}.
   */
  ON_OR_BEFORE,

  /**
   * Active in at least one of the periods 1 to N: came back at least once, such as second purchase
   * by month N. Never falls; 0 at age 0, where nobody can have come back.
   */
  BACK_ON_OR_BEFORE,

  /** Active in each of the periods 0 to N without a gap: a streak. Never rises. */
  EVERY_PERIOD_SO_FAR
}
