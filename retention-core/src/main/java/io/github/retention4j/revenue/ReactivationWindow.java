package io.github.retention4j.revenue;

/**
 * For how long a lost customer who returns counts as reactivated; after that it is a new one.
 *
 * <p>Days away are counted from the first day of the period in which revenue was gone to the first
 * day of the period in which it is back. On days that is exact: gone on 1 March and back on 29 June
 * is 120 days. On months it is whole months: revenue in January and March but not in February is 28
 * or 29 days away.
 */
public final class ReactivationWindow {

  private static final int NO_DAYS = 0;
  private static final int ANY_DAYS = Integer.MAX_VALUE;
  private static final ReactivationWindow ANY_GAP = new ReactivationWindow(ANY_DAYS);
  private static final ReactivationWindow NEVER = new ReactivationWindow(NO_DAYS);

  private final int days;

  private ReactivationWindow(int days) {
    this.days = days;
  }

  /**
   * Returns the window without end: whoever was ever a customer comes back as a reactivation.
   *
   * @return any gap
   */
  public static ReactivationWindow anyGap() {
    return ANY_GAP;
  }

  /**
   * Returns a window of some days.
   *
   * @param days the most days away, at least 1
   * @return the window; whoever returns later is new
   * @throws IllegalArgumentException if days is not positive
   */
  public static ReactivationWindow within(int days) {
    if (days < 1) {
      throw new IllegalArgumentException("days (" + days + ") must be at least 1");
    }
    return new ReactivationWindow(days);
  }

  /**
   * Returns no window: whoever returns is new.
   *
   * @return never
   */
  public static ReactivationWindow never() {
    return NEVER;
  }

  /** Tells whether a customer who was away for so many days, at least 1, is reactivated. */
  boolean holds(long daysAway) {
    return daysAway <= days;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReactivationWindow that && days == that.days;
  }

  @Override
  public int hashCode() {
    return Integer.hashCode(days);
  }

  /**
   * Returns the window in words.
   *
   * @return for example {@code within 90 days}
   */
  @Override
  public String toString() {
    if (days == NO_DAYS) {
      return "never";
    }
    return days == ANY_DAYS ? "after any gap" : "within " + days + " days";
  }
}
