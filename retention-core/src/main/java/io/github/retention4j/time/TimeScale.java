package io.github.retention4j.time;

import static java.util.Objects.requireNonNull;

/**
 * The unit in which a model counts time, of a fixed number of days. A model of weeks and one of
 * months have different parameters, and a month must say which month it is.
 *
 * <p>Calendar periods have no fixed length and are {@link Granularity granularities}.
 */
public enum TimeScale {
  /** One day. */
  DAY("days", 1),
  /** Seven days. */
  WEEK("weeks", 7),
  /** Thirty days. */
  THIRTY_DAYS("periods of 30 days", 30),
  /** A twelfth of a mean Gregorian year: 30.436875 days. */
  MEAN_MONTH("mean months", 365.2425 / 12),
  /** 365 days. */
  YEAR_OF_365_DAYS("years of 365 days", 365),
  /** The mean year of the Gregorian calendar: 365.2425 days. */
  MEAN_YEAR("mean years", 365.2425);

  private final String words;
  private final double days;

  TimeScale(String words, double days) {
    this.words = words;
    this.days = days;
  }

  /**
   * Returns the length of the unit.
   *
   * @return in days
   */
  public double days() {
    return days;
  }

  /**
   * Returns a number of whole days in this unit.
   *
   * @param wholeDays days
   * @return for example 2 for 14 days in weeks
   */
  public double ofDays(long wholeDays) {
    return wholeDays / days;
  }

  /**
   * Returns how many of another unit make this one.
   *
   * <p>Example: {@code MEAN_YEAR.lengthIn(WEEK)} is 52.1775.
   *
   * @param unit the other unit
   * @return this length in that unit, positive
   */
  public double lengthIn(TimeScale unit) {
    return days / requireNonNull(unit, "unit").days;
  }

  /**
   * Returns the unit in words, in the plural.
   *
   * @return for example {@code weeks}
   */
  @Override
  public String toString() {
    return words;
  }
}
