package io.github.retention4j.cohort;

import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;

/**
 * From which instant the windows of a member are laid end to end. Age is {@code floor((t - origin)
 * / window)}; the window of age N is {@code [origin + N * window, origin + (N + 1) * window)}.
 *
 * <p>Whatever the origin, only returns at the start or after it count. A truncated origin lies
 * before the start, so that a truncated age is never under the exact one and the window of age 0 is
 * in part over when the member starts. It is wholly over, and the start itself of a later age, if
 * windows are shorter than the hour or day that was cut: also with windows of 24 hours for a start
 * in the last hour of a day of 25.
 *
 * <p>Example: a member starts on 1 June 2024 at 14:30, the window is 24 hours.
 *
 * <pre>{@code
 * age of a return on    EXACT   TRUNCATED_TO_HOUR   TRUNCATED_TO_DAY
 *                       14:30   from 14:00          from 00:00
 * 1 June, 23:00           0       0                   0
 * 2 June, 14:00           0       1                   1
 * 2 June, 15:10           1       1                   1
 * 3 June, 01:00           1       1                   2
 * }</pre>
 */
public enum ElapsedAge {
  /** From the start itself, to the second. */
  EXACT,

  /**
   * From the beginning of the hour on the clock in which the start lies. In a half-hour zone that
   * is the local hour. Where clocks change within an hour, each side of the change is an hour of
   * its own, cut short: the origin is then the instant of the change.
   */
  TRUNCATED_TO_HOUR,

  /**
   * From the beginning of the local day of the start: midnight, or, where the clocks skip midnight,
   * the first instant of the day. Windows of 24 hours then are calendar days up to the next change
   * of the clocks, and an hour off after it.
   */
  TRUNCATED_TO_DAY;

  /** Returns the instants at which origins can lie; empty if they can lie anywhere. */
  ClockCuts cuts(BusinessZone zone, DateRange days) {
    return switch (this) {
      case EXACT -> ClockCuts.none();
      case TRUNCATED_TO_HOUR -> ClockCuts.hours(zone, days);
      case TRUNCATED_TO_DAY -> ClockCuts.days(zone, days);
    };
  }
}
