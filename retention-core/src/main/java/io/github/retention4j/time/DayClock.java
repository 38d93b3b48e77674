package io.github.retention4j.time;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Reads the business days of many instants: the same answer as {@link
 * BusinessZone#epochDayOf(long)}, many times as fast.
 *
 * <p>It knows the zone's offset for each day of Greenwich time within a range; on days on which the
 * clocks change, and outside the range, it asks the zone.
 */
public final class DayClock {

  private static final int DAY = 86_400;
  private static final int ASK = Integer.MIN_VALUE;

  private final BusinessZone zone;
  private final long firstDay;
  private final int[] offset;

  private DayClock(BusinessZone zone, long firstDay, int[] offset) {
    this.zone = zone;
    this.firstDay = firstDay;
    this.offset = offset;
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
    int[] offset = new int[(int) range.days() + 2];
    ZoneRules rules = zone.zone().getRules();
    Instant from = Instant.ofEpochSecond(firstDay * DAY);
    Arrays.setAll(
        offset,
        day -> rules.getOffset(Instant.ofEpochSecond((firstDay + day) * DAY)).getTotalSeconds());
    Instant end = Instant.ofEpochSecond((firstDay + offset.length) * DAY);
    ZoneOffsetTransition change = rules.nextTransition(from.minusSeconds(1));
    while (change != null && change.getInstant().isBefore(end)) {
      offset[(int) (Math.floorDiv(change.toEpochSecond(), (long) DAY) - firstDay)] = ASK;
      change = rules.nextTransition(change.getInstant());
    }
    return new DayClock(zone, firstDay, offset);
  }

  /**
   * Returns the business day of an instant.
   *
   * @param epochSecond seconds since 1970-01-01T00:00:00Z
   * @return days since 1970-01-01 of the date that the zone's clocks show then
   * @throws IllegalArgumentException if the zone has no date for the instant
   */
  public long epochDayOf(long epochSecond) {
    long greenwichDay = Math.floorDiv(epochSecond, (long) DAY);
    long index = greenwichDay - firstDay;
    if (index < 0 || index >= offset.length || offset[(int) index] == ASK) {
      return zone.epochDayOf(epochSecond);
    }
    // Offsets are shorter than a day, so the business day is this day or a neighbour.
    long secondOfDay = epochSecond - greenwichDay * DAY + offset[(int) index];
    return secondOfDay < 0 ? greenwichDay - 1 : greenwichDay + (secondOfDay >= DAY ? 1 : 0);
  }

  /**
   * Returns the zone and the number of days for which the clock is fast.
   *
   * @return for example {@code Europe/Berlin, fast for 367 days}
   */
  @Override
  public String toString() {
    return zone + ", fast for " + offset.length + " days";
  }
}
