package io.github.retention4j.cohort;

import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The instants at which the days of a zone, or the hours on its clocks, begin, in order. */
final class ClockCuts {

  private static final long HOUR = 3_600;

  private final long[] starts;

  private ClockCuts(long[] starts) {
    this.starts = starts;
  }

  /** Returns cuts that leave every instant as it is. */
  static ClockCuts none() {
    return new ClockCuts(new long[0]);
  }

  static ClockCuts days(BusinessZone zone, DateRange days) {
    return new ClockCuts(
        LongStream.range(days.start().toEpochDay(), days.endExclusive().toEpochDay())
            .map(day -> startOfDay(zone, LocalDate.ofEpochDay(day)))
            .toArray());
  }

  static ClockCuts hours(BusinessZone zone, DateRange days) {
    ZoneRules rules = zone.zone().getRules();
    LongStream.Builder starts = LongStream.builder();
    long end = startOfDay(zone, days.endExclusive());
    long at = startOfDay(zone, days.start());
    while (at < end) {
      Instant instant = Instant.ofEpochSecond(at);
      ZoneOffsetTransition change = rules.nextTransition(instant);
      long untilChange = change == null ? end : Math.min(end, change.toEpochSecond());
      int offset = rules.getOffset(instant).getTotalSeconds();
      while (at < untilChange) {
        starts.add(at);
        at += HOUR - Math.floorMod(at + offset, HOUR);
      }
      at = untilChange;
    }
    return new ClockCuts(starts.build().toArray());
  }

  /** Returns the first instant of a day, as seconds since the epoch. */
  static long startOfDay(BusinessZone zone, LocalDate day) {
    return day.atStartOfDay(zone.zone()).toEpochSecond();
  }

  int size() {
    return starts.length;
  }

  long at(int index) {
    return starts[index];
  }

  /** Returns the last cut at or before an instant that is not before the first. */
  int indexOf(long second) {
    int index = Arrays.binarySearch(starts, second);
    return index < 0 ? -index - 2 : index;
  }

  long floor(long second) {
    return starts.length == 0 ? second : starts[indexOf(second)];
  }
}
