package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockCutsTest {

  private static DateRange around(String instant, BusinessZone zone) {
    LocalDate day = zone.dateOf(Instant.parse(instant));
    return new DateRange(day.minusDays(1), day.plusDays(2));
  }

  /** Spring gaps, autumn overlaps, half-hour zones and changes, far zones. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2024-03-31T00:59:59Z, 2024-03-31T00:00:00Z",
    "Europe/Berlin,       2024-03-31T01:30:00Z, 2024-03-31T01:00:00Z",
    "Europe/Berlin,       2024-10-27T00:59:59Z, 2024-10-27T00:00:00Z",
    "Europe/Berlin,       2024-10-27T01:10:00Z, 2024-10-27T01:00:00Z",
    "Australia/Lord_Howe, 2024-04-06T14:59:59Z, 2024-04-06T14:00:00Z",
    "Australia/Lord_Howe, 2024-04-06T15:10:00Z, 2024-04-06T15:00:00Z",
    "Australia/Lord_Howe, 2024-04-06T15:30:00Z, 2024-04-06T15:30:00Z",
    "Australia/Lord_Howe, 2024-10-05T15:29:59Z, 2024-10-05T14:30:00Z",
    "Australia/Lord_Howe, 2024-10-05T15:45:00Z, 2024-10-05T15:30:00Z",
    "Australia/Lord_Howe, 2024-10-05T16:15:00Z, 2024-10-05T16:00:00Z",
    "Asia/Kolkata,        2024-06-01T12:15:00Z, 2024-06-01T11:30:00Z",
    "Asia/Kathmandu,      2024-06-01T12:14:59Z, 2024-06-01T11:15:00Z",
    "Pacific/Kiritimati,  2024-01-01T09:59:59Z, 2024-01-01T09:00:00Z",
    "Etc/GMT+12,          2024-01-01T12:00:00Z, 2024-01-01T12:00:00Z"
  })
  void cutsToTheHourOnTheClock(String id, String instant, String hour) {
    BusinessZone zone = BusinessZone.of(id);
    assertThat(floor(ClockCuts.hours(zone, around(instant, zone)), instant))
        .isEqualTo(Instant.parse(hour));
  }

  /** Cairo and Havana skip midnight in spring, Toronto in 1919 skipped from 23:30 to 00:30. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2024-03-31T21:59:59Z, 2024-03-30T23:00:00Z",
    "Europe/Berlin,       2024-10-27T22:59:59Z, 2024-10-26T22:00:00Z",
    "Africa/Cairo,        2024-04-26T12:00:00Z, 2024-04-25T22:00:00Z",
    "America/Havana,      2024-03-10T12:00:00Z, 2024-03-10T05:00:00Z",
    "America/Havana,      2024-11-03T05:30:00Z, 2024-11-03T04:00:00Z",
    "America/Toronto,     1919-03-31T12:00:00Z, 1919-03-31T04:30:00Z",
    "Pacific/Apia,        2011-12-31T00:00:00Z, 2011-12-30T10:00:00Z",
    "Pacific/Kiritimati,  2024-01-01T10:00:00Z, 2024-01-01T10:00:00Z",
    "Etc/GMT+12,          2024-01-01T11:59:59Z, 2023-12-31T12:00:00Z"
  })
  void cutsToTheDay(String id, String instant, String day) {
    BusinessZone zone = BusinessZone.of(id);
    assertThat(floor(ClockCuts.days(zone, around(instant, zone)), instant))
        .isEqualTo(Instant.parse(day));
  }

  private static Instant floor(ClockCuts cuts, String instant) {
    return Instant.ofEpochSecond(cuts.floor(Instant.parse(instant).getEpochSecond()));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2024-03-31, 23",
    "Europe/Berlin,       2024-10-27, 25",
    "Europe/Berlin,       2024-02-29, 24",
    "Australia/Lord_Howe, 2024-04-07, 25",
    "Australia/Lord_Howe, 2024-10-06, 24",
    "Antarctica/Troll,    2024-03-31, 22",
    "Antarctica/Troll,    2024-10-27, 26"
  })
  void aDayHasTheHoursThatTheClocksShow(String id, String day, int hours) {
    DateRange range = DateRange.ofDays(LocalDate.parse(day), 1);
    assertThat(ClockCuts.hours(BusinessZone.of(id), range).size()).isEqualTo(hours);
  }

  @Test
  void leavesInstantsAsTheyAre() {
    assertThat(ClockCuts.none().floor(1_717_200_001)).isEqualTo(1_717_200_001);
  }
}
