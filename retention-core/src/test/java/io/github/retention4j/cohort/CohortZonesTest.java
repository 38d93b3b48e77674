package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.Work;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Calendar tables of events at instants, through the zone at the door, where clocks change, in the
 * zones farthest off, in weeks and leap years.
 */
class CohortZonesTest {

  /** An event such as {@code 1 2024-06-01T09:00:00Z} is of customer 1. */
  private static List<String> rows(String zone, PeriodAxis axis, LocalDate end, String... events) {
    ActivityAccumulator accumulator = ActivityAccumulator.on(axis, end);
    accumulator.addAll(
        Stream.of(events).mapToLong(event -> Long.parseLong(event.substring(0, 1))).toArray(),
        Stream.of(events)
            .mapToLong(event -> Instant.parse(event.substring(2)).getEpochSecond())
            .toArray(),
        BusinessZone.of(zone),
        Work.inThisThread());
    return CohortEvents.rows(CohortCalculator.withDefaults().calculate(accumulator.snapshot()));
  }

  private static List<String> days(String zone, String first, int days, String... events) {
    DateRange range = DateRange.ofDays(LocalDate.parse(first), days);
    return rows(zone, PeriodAxis.days(range), range.endExclusive(), events);
  }

  /** 31 March 2024 has 23 hours in Berlin, from 23:00Z to 22:00Z. */
  @Test
  void springInBerlin() {
    assertThat(
            days(
                "Europe/Berlin",
                "2024-03-30",
                3,
                "1 2024-03-30T22:59:59Z",
                "1 2024-03-30T23:00:00Z",
                "2 2024-03-30T12:00:00Z",
                "2 2024-03-31T21:59:59Z",
                "3 2024-03-30T12:00:00Z",
                "3 2024-03-31T22:00:00Z"))
        .containsExactly("2024-03-30 3: 3 2 1");
  }

  /** 27 October 2024 has 25 hours in Berlin, from 22:00Z to 23:00Z. */
  @Test
  void autumnInBerlin() {
    assertThat(
            days(
                "Europe/Berlin",
                "2024-10-26",
                3,
                "1 2024-10-26T21:59:59Z",
                "1 2024-10-26T22:00:00Z",
                "2 2024-10-26T12:00:00Z",
                "2 2024-10-27T22:59:59Z",
                "3 2024-10-26T12:00:00Z",
                "3 2024-10-27T23:00:00Z"))
        .containsExactly("2024-10-26 3: 3 2 1");
  }

  /** 10 March 2024 in Los Angeles is from 08:00Z to 07:00Z, 3 November from 07:00Z to 08:00Z. */
  @Test
  void bothChangesInLosAngeles() {
    assertThat(
            days(
                "America/Los_Angeles",
                "2024-03-09",
                3,
                "1 2024-03-10T07:59:59Z",
                "1 2024-03-11T06:59:59Z",
                "2 2024-03-10T08:00:00Z",
                "2 2024-03-11T07:00:00Z"))
        .containsExactly("2024-03-09 1: 1 1 0", "2024-03-10 1: 1 1");
    assertThat(
            days(
                "America/Los_Angeles",
                "2024-11-02",
                3,
                "1 2024-11-03T06:59:59Z",
                "1 2024-11-04T07:59:59Z",
                "2 2024-11-03T07:00:00Z",
                "2 2024-11-04T08:00:00Z"))
        .containsExactly("2024-11-02 1: 1 1 0", "2024-11-03 1: 1 1");
  }

  /** Midnight on Lord Howe is at 13:00Z in summer and at 13:30Z from 7 April 2024. */
  @Test
  void halfAnHourOnLordHowe() {
    assertThat(
            days(
                "Australia/Lord_Howe",
                "2024-04-06",
                3,
                "1 2024-04-06T12:59:59Z",
                "1 2024-04-06T13:00:00Z",
                "2 2024-04-06T13:00:00Z",
                "2 2024-04-07T13:29:59Z",
                "3 2024-04-06T13:00:00Z",
                "3 2024-04-07T13:30:00Z"))
        .containsExactly("2024-04-06 1: 1 1 0", "2024-04-07 2: 2 1");
  }

  /** The same events in the zones farthest off: 14 hours ahead of Greenwich, 12 behind. */
  @Test
  void theZonesFarthestOff() {
    String[] events = {
      "1 2024-01-01T09:59:59Z", "1 2024-01-01T10:00:00Z",
      "2 2024-01-01T11:59:59Z", "2 2024-01-01T12:00:00Z"
    };
    assertThat(days("Pacific/Kiritimati", "2024-01-01", 2, events))
        .containsExactly("2024-01-01 1: 1 1", "2024-01-02 1: 1");
    assertThat(days("UTC", "2024-01-01", 2, events)).containsExactly("2024-01-01 2: 2 0");
    assertThat(days("Etc/GMT+12", "2023-12-31", 2, events)).containsExactly("2023-12-31 2: 2 1");
  }

  /** The instant of each zone's midnight of 1 June 2024 is in the cohort of that day, alone. */
  @Test
  void everyZoneFromTwelveBehindToFourteenAhead() {
    for (int offset = -12; offset <= 14; offset++) {
      String zone = "%+03d:00".formatted(offset);
      Instant midnight = Instant.parse("2024-06-01T00:00:00" + zone);
      assertThat(
              days(
                  zone,
                  "2024-05-31",
                  2,
                  "1 " + midnight,
                  "2 " + midnight.minusSeconds(1),
                  "2 " + midnight))
          .containsExactly("2024-05-31 1: 1 1", "2024-06-01 1: 1");
    }
  }

  /** In Tokyo the first event is of February 29, in Los Angeles of the day before. */
  @Test
  void leapDay() {
    String[] events = {"1 2024-02-28T15:00:00Z", "1 2024-02-29T15:00:00Z"};
    assertThat(days("Asia/Tokyo", "2024-02-28", 3, events)).containsExactly("2024-02-29 1: 1 1");
    assertThat(days("America/Los_Angeles", "2024-02-28", 3, events))
        .containsExactly("2024-02-28 1: 1 1 0");
  }

  /** 29 February is of February: the months of a year without it differ. */
  @Test
  void monthsOfALeapYear() {
    DateRange leap = new DateRange(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 4, 1));
    assertThat(
            rows(
                "UTC",
                PeriodAxis.months(leap),
                leap.endExclusive(),
                "1 2024-02-29T23:59:59Z",
                "1 2024-03-01T00:00:00Z"))
        .containsExactly("2024-02 1: 1 1");
    DateRange common = new DateRange(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 4, 1));
    assertThat(
            rows(
                "UTC",
                PeriodAxis.months(common),
                common.endExclusive(),
                "1 2023-02-28T23:59:59Z",
                "1 2023-03-01T00:00:00Z"))
        .containsExactly("2023-02 1: 1 1");
  }

  /** Sunday 9 June 2024 in New York, where it begins at 04:00Z. */
  @Test
  void weeksFromMondayAndFromSunday() {
    DateRange range = new DateRange(LocalDate.of(2024, 6, 3), LocalDate.of(2024, 6, 17));
    String[] events = {
      "1 2024-06-09T03:59:59Z",
      "1 2024-06-09T04:00:00Z",
      "2 2024-06-09T04:00:00Z",
      "2 2024-06-10T04:00:00Z"
    };
    assertThat(rows("America/New_York", PeriodAxis.isoWeeks(range), range.endExclusive(), events))
        .containsExactly("2024-W23 2: 2 1");
    // The week of 16 June ends after the end of observation.
    assertThat(
            rows(
                "America/New_York",
                PeriodAxis.weeks(range, DayOfWeek.SUNDAY),
                range.endExclusive(),
                events))
        .containsExactly("week of 2024-06-02 1: 1 1 (0)", "week of 2024-06-09 1: 1 (0)");
  }

  /** The change of 31 March 2024 lies in the ISO week 13, which ends at 22:00Z. */
  @Test
  void aWeekWithAChangeOfTheClocks() {
    DateRange range = new DateRange(LocalDate.of(2024, 3, 25), LocalDate.of(2024, 4, 8));
    assertThat(
            rows(
                "Europe/Berlin",
                PeriodAxis.isoWeeks(range),
                range.endExclusive(),
                "1 2024-03-24T23:00:00Z",
                "1 2024-03-31T21:59:59Z",
                "2 2024-03-31T21:59:59Z",
                "2 2024-03-31T22:00:00Z"))
        .containsExactly("2024-W13 2: 2 1");
  }
}
