package io.github.retention4j.cohort;

/**
 * When a cell of an {@link ElapsedCohortTable} is observed. The members of a cohort start at
 * different instants, so the window of an age ends at a different instant for each.
 *
 * <p>Example: of the week from Monday 3 June 2024 a starts on Monday at 10:00 and is back on
 * Tuesday at 12:00, b starts on Sunday at 10:00 and is back on Monday at 12:00. The window is 24
 * hours, the end of observation Tuesday 11 June, 00:00. Age 1 of b ends at 10:00 on that day.
 *
 * <pre>{@code
 * policy         age 0   age 1           age 2
 * EVERY_MEMBER   2/2     open, 2 so far  open, 0 so far
 * PER_MEMBER     2/2     1/1             0/1
 * }</pre>
 */
public enum ElapsedObservation {
  /**
   * Observed once the row itself and the whole window are over for every member; of all members.
   * One cohort has the same members at each age.
   */
  EVERY_MEMBER,

  /**
   * Observed once the whole window is over for one member; of those members for whom it is over,
   * counted and asked about alike. Higher ages rest on fewer members, the early starters of their
   * cohort, so that a curve may rise or fall for that reason alone, and shares of late ages change
   * as more members reach them.
   */
  PER_MEMBER
}
