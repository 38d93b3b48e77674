package io.github.retention4j.lifecycle;

import io.github.retention4j.activity.ActivityGrid;

/**
 * Tells on each day the new, current, reactivated, resurrected, at-risk and dormant customers.
 *
 * <p>Defaults: recent are the 7 days before the day, a month the 30 days before it. The first
 * active day on the axis is taken as the first ever. Where the axis begins later than the business,
 * the states are right from the day on that has a month of observed days before it, but for
 * customers back after still longer, who count as new.
 *
 * <p>Worked table: A active on days 1, 3, 12 and 50.
 *
 * <pre>{@code
 * day 1        new
 * day 2        at risk (weekly)
 * day 3        current
 * days 4-10    at risk (weekly)
 * day 11       at risk (monthly)
 * day 12       reactivated
 * days 13-19   at risk (weekly)
 * days 20-42   at risk (monthly)
 * days 43-49   dormant
 * day 50       resurrected
 * }</pre>
 *
 * @see <a href="https://blog.duolingo.com/growth-model-duolingo">Duolingo, Meaningful metrics
 *     (2023), whose growth model tells such states apart</a>
 */
public final class EngagementStatesCalculator {

  private static final int WEEK = 7;
  private static final int MONTH = 30;
  private static final int MOST = 10_000;

  private final int recentDays;
  private final int monthDays;

  private EngagementStatesCalculator(int recentDays, int monthDays) {
    this.recentDays = recentDays;
    this.monthDays = monthDays;
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return 7 recent days, months of 30
   */
  public static EngagementStatesCalculator withDefaults() {
    return new EngagementStatesCalculator(WEEK, MONTH);
  }

  /**
   * Chooses how far back the states look.
   *
   * @param recentDays how many days before the day are recent, at least 1
   * @param monthDays how many days before the day make the month, more than the recent ones and at
   *     most 10,000
   * @return a calculator that looks back so far
   * @throws IllegalArgumentException if there is no recent day, or the month is not longer, or too
   *     long
   */
  public EngagementStatesCalculator lookingBack(int recentDays, int monthDays) {
    if (recentDays < 1) {
      throw new IllegalArgumentException("recentDays (" + recentDays + ") must be at least 1");
    }
    if (monthDays <= recentDays || monthDays > MOST) {
      throw new IllegalArgumentException(
          "monthDays ("
              + monthDays
              + ") must be more than recentDays ("
              + recentDays
              + ") and at most "
              + MOST);
    }
    return new EngagementStatesCalculator(recentDays, monthDays);
  }

  /**
   * Returns how many days are recent.
   *
   * @return at least 1
   */
  public int recentDays() {
    return recentDays;
  }

  /**
   * Returns how many days make the month.
   *
   * @return more than the recent days
   */
  public int monthDays() {
    return monthDays;
  }

  /**
   * Computes the states.
   *
   * @param grid the activity, on an axis of days
   * @return the states of each observed day
   * @throws IllegalArgumentException if the axis is not one of days
   */
  public EngagementStates calculate(ActivityGrid grid) {
    return new EngagementStates(grid, this);
  }

  /** Returns the state on an active day; the previous one is negative where there is none. */
  EngagementState active(int previous, int day) {
    if (previous < 0) {
      return EngagementState.NEW;
    }
    if (day - previous <= recentDays) {
      return EngagementState.CURRENT;
    }
    return day - previous <= monthDays ? EngagementState.REACTIVATED : EngagementState.RESURRECTED;
  }

  /** Returns the state on a day without activity. */
  EngagementState silent(int previous, int day) {
    if (day - previous <= recentDays) {
      return EngagementState.AT_RISK_WEEKLY;
    }
    return day - previous <= monthDays ? EngagementState.AT_RISK_MONTHLY : EngagementState.DORMANT;
  }
}
