package io.github.retention4j.time;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.LongToIntFunction;

/**
 * Reads the business days of many instants: the same answer as {@link
 * BusinessZone#epochDayOf(long)}, many times as fast.
 *
 * <p>It knows the zone's day for each hour of Greenwich time within a range, of which it takes the
 * first 68 years; in hours in which a day begins or the clocks change, and outside the range, it
 * asks the zone.
 */
public final class DayClock {

  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;
  private static final int HOURS_PER_DAY = 24;
  private static final int ASK = Integer.MIN_VALUE;

  /** The seconds of that many hours fit an int, which divides faster than a long. */
  private static final int MOST_HOURS = Integer.MAX_VALUE / HOUR;

  private final BusinessZone zone;
  private final long firstDay;
  private final int[] dayOfHour;

  private DayClock(BusinessZone zone, long firstDay, int[] dayOfHour) {
    this.zone = zone;
    this.firstDay = firstDay;
    this.dayOfHour = dayOfHour;
  }

  /**
   * Returns a clock that is fast within a range of days.
   *
   * @param zone the zone of the business
   * @param range the days on which most instants will lie, at most 4,000,000
   * @return the clock
   * @throws IllegalArgumentException if the range is longer
   */
  public static DayClock of(BusinessZone zone, DateRange range) {
    if (range.days() > PeriodAxis.MOST_DAYS) {
      throw new IllegalArgumentException(
          "range (" + range + ") must span at most " + PeriodAxis.MOST_DAYS + " days");
    }
    long firstDay = range.start().toEpochDay() - 1;
    int[] dayOfHour = new int[(int) Math.min(MOST_HOURS, (range.days() + 2) * HOURS_PER_DAY)];
    ZoneRules rules = zone.zone().getRules();
    int hour = 0;
    while (hour < dayOfHour.length) {
      Instant from = Instant.ofEpochSecond(firstDay * DAY + (long) hour * HOUR);
      int offset = rules.getOffset(from).getTotalSeconds();
      ZoneOffsetTransition change = rules.nextTransition(from.minusSeconds(1));
      long unchanged = change == null ? Long.MAX_VALUE : change.toEpochSecond() - firstDay * DAY;
      for (; hour < Math.min(dayOfHour.length, unchanged / HOUR); hour++) {
        dayOfHour[hour] = dayOf(hour, offset);
      }
      if (hour < dayOfHour.length) {
        dayOfHour[hour++] = ASK;
      }
    }
    return new DayClock(zone, firstDay, dayOfHour);
  }

  private static int dayOf(int hour, int offset) {
    long first = (long) hour * HOUR + offset;
    long day = Math.floorDiv(first, (long) DAY);
    return Math.floorDiv(first + HOUR - 1, (long) DAY) == day ? (int) day : ASK;
  }

  /**
   * Returns the business day of an instant.
   *
   * @param epochSecond seconds since 1970-01-01T00:00:00Z
   * @return days since 1970-01-01 of the date that the zone's clocks show then
   * @throws IllegalArgumentException if the zone has no date for the instant
   */
  public long epochDayOf(long epochSecond) {
    int hour = hourOf(epochSecond);
    return hour < 0 || dayOfHour[hour] == ASK
        ? zone.epochDayOf(epochSecond)
        : firstDay + dayOfHour[hour];
  }

  /**
   * Returns a value of the day of each hour for which the clock is fast, for loops that want
   * something of the day rather than the day.
   *
   * @param ofDay the value of a day, given as days since 1970-01-01
   * @param unknown the value of hours that belong to two days
   * @return one for each hour, in the order of {@link #hourOf(long)}
   */
  public int[] valueOfHour(LongToIntFunction ofDay, int unknown) {
    int[] values = new int[dayOfHour.length];
    for (int hour = 0; hour < values.length; hour++) {
      boolean sameDay = hour > 0 && dayOfHour[hour] == dayOfHour[hour - 1];
      values[hour] =
          dayOfHour[hour] == ASK
              ? unknown
              : sameDay ? values[hour - 1] : ofDay.applyAsInt(firstDay + dayOfHour[hour]);
    }
    return values;
  }

  /**
   * Returns the hour of an instant.
   *
   * @param epochSecond seconds since 1970-01-01T00:00:00Z
   * @return the number of an hour for which the clock is fast, from 0; -1 for any other
   */
  public int hourOf(long epochSecond) {
    long since = epochSecond - firstDay * DAY;
    return since >= 0 && since < (long) dayOfHour.length * HOUR ? (int) since / HOUR : -1;
  }

  /**
   * Returns the zone and the number of days for which the clock is fast.
   *
   * @return for example {@code Europe/Berlin, fast for 367 days}
   */
  @Override
  public String toString() {
    return zone + ", fast for " + dayOfHour.length / HOURS_PER_DAY + " days";
  }
}
