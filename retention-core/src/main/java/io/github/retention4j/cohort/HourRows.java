package io.github.retention4j.cohort;

import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** A row for each hour on the clock; one that the clocks show twice has two rows. */
record HourRows(BusinessZone zone, DateRange range, ClockCuts hours) implements StartRows {

  /** No zone has turned its clocks back by more. */
  private static final int MOST_HOURS_REPEATED = 24;

  static HourRows of(BusinessZone zone, DateRange range) {
    return new HourRows(zone, range, ClockCuts.hours(zone, range));
  }

  @Override
  public int size() {
    return hours.size();
  }

  @Override
  public int rowOf(int epochDay, long epochSecond) {
    return hours.indexOf(epochSecond);
  }

  @Override
  public String label(int row) {
    LocalDateTime hour = hourOnTheClock(row);
    boolean twice =
        IntStream.rangeClosed(row - MOST_HOURS_REPEATED, row + MOST_HOURS_REPEATED)
            .filter(other -> other != row && other >= 0 && other < size())
            .anyMatch(other -> hourOnTheClock(other).equals(hour));
    return twice ? hour.toString() + offset(row) : hour.toString();
  }

  @Override
  public DateRange days(int row) {
    return DateRange.ofDays(hourOnTheClock(row).toLocalDate(), 1);
  }

  @Override
  public String inWords() {
    return "hours of " + range;
  }

  private LocalDateTime hourOnTheClock(int row) {
    return LocalDateTime.ofEpochSecond(hours.at(row), 0, offset(row)).truncatedTo(ChronoUnit.HOURS);
  }

  private ZoneOffset offset(int row) {
    return zone.zone().getRules().getOffset(Instant.ofEpochSecond(hours.at(row)));
  }
}
