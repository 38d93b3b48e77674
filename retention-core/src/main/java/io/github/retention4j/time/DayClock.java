package io.github.retention4j.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.LongToIntFunction;

/**
 * Reads the business days of many instants: the same answer as {@link
 * BusinessZone#epochDayOf(long)}, many times as fast.
 *
 * <p>It knows every change of day within a range, of which it takes the first 68 years; outside it,
 * and where the clocks are put back over midnight, it asks the zone.
 */
public final class DayClock {

  private static final int DAY = 86_400;
  private static final int ASK = Integer.MIN_VALUE;

  private final BusinessZone zone;
  private final long firstDay;
  private final DayValues daysSinceFirst;

  private DayClock(BusinessZone zone, long firstDay, DayValues daysSinceFirst) {
    this.zone = zone;
    this.firstDay = firstDay;
    this.daysSinceFirst = daysSinceFirst;
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
    DaySlots slots = new DaySlots(firstDay * DAY, (range.days() + 2) * DAY);
    long second = firstDay * DAY;
    slots.begin((int) (zone.epochDayOf(second) - firstDay));
    while (second < slots.endSecond()) {
      second = nextChange(zone.zone().getRules(), second);
      slots.change(second, (int) (zone.epochDayOf(second) - firstDay));
    }
    return new DayClock(zone, firstDay, slots.values(ASK));
  }

  /** Returns the next second at which the day may change: a midnight, or a change of the clocks. */
  private static long nextChange(ZoneRules rules, long second) {
    Instant instant = Instant.ofEpochSecond(second);
    long local = second + rules.getOffset(instant).getTotalSeconds();
    long midnight = second + DAY - Math.floorMod(local, DAY);
    ZoneOffsetTransition transition = rules.nextTransition(instant);
    return transition == null ? midnight : Math.min(midnight, transition.toEpochSecond());
  }

  /**
   * Returns the business day of an instant.
   *
   * @param epochSecond seconds since 1970-01-01T00:00:00Z
   * @return days since 1970-01-01 of the date that the zone's clocks show then
   * @throws IllegalArgumentException if the zone has no date for the instant
   */
  public long epochDayOf(long epochSecond) {
    int days = daysSinceFirst.at(epochSecond);
    return days == ASK ? zone.epochDayOf(epochSecond) : firstDay + days;
  }

  /**
   * Returns a value of the day of each instant, for loops that want something of the day rather
   * than the day.
   *
   * @param ofDay the value of a day, given as days since 1970-01-01
   * @param unknown the value of instants for which the clock is not fast
   * @return the values by instant
   */
  public DayValues values(LongToIntFunction ofDay, int unknown) {
    requireNonNull(ofDay, "ofDay");
    return daysSinceFirst.map(
        days -> days == ASK ? unknown : ofDay.applyAsInt(firstDay + days), unknown);
  }

  /**
   * Returns the zone and the number of days for which the clock is fast.
   *
   * @return for example {@code Europe/Berlin, fast for 367 days}
   */
  @Override
  public String toString() {
    return zone + ", fast for " + daysSinceFirst.seconds() / DAY + " days";
  }
}
