package io.github.retention4j.cohort;

import static io.github.retention4j.cohort.ElapsedEvents.log;
import static io.github.retention4j.cohort.ElapsedEvents.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.PeriodAxis;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Elapsed windows where clocks change, in the zones farthest off, in weeks and leap years. */
class ElapsedZonesTest {

  private static final BusinessZone BERLIN = BusinessZone.of("Europe/Berlin");
  private static final BusinessZone LOS_ANGELES = BusinessZone.of("America/Los_Angeles");
  private static final BusinessZone LORD_HOWE = BusinessZone.of("Australia/Lord_Howe");

  private static List<String> days(
      BusinessZone zone, ElapsedAge age, String end, String... events) {
    return rows(
        ElapsedCohortCalculator.withDefaults(zone).with(age).calculate(log(zone, end, events)));
  }

  private static List<String> hours(BusinessZone zone, String end, String... events) {
    return rows(
        ElapsedCohortCalculator.withDefaults(zone)
            .with(StartEvent.EVERY_PERIOD)
            .with(ElapsedWindow.HOUR_1)
            .with(ElapsedAge.TRUNCATED_TO_HOUR)
            .with(AgeBrackets.parse("0,1,2,3"))
            .withCohortsByHour()
            .calculate(log(zone, end, events)));
  }

  /** The example of the table. */
  @Test
  void elapsedTimeOnOrdinaryDays() {
    assertThat(
            days(
                BERLIN,
                ElapsedAge.EXACT,
                "2024-06-04",
                "a 2024-06-01T06:00",
                "a 2024-06-02T12:00",
                "b 2024-06-01T18:00",
                "b 2024-06-03T00:00"))
        .containsExactly("2024-06-01 2: 2/2 2/2 (0)");
  }

  /** In the night of 31 March 2024 Berlin has an hour less: 10:00 to 10:30 is 23.5 hours. */
  @Test
  void springInBerlin() {
    String[] events = {
      "a 2024-03-30T10:00", "a 2024-03-31T10:30", "b 2024-03-30T10:00", "b 2024-03-31T11:00"
    };
    assertThat(days(BERLIN, ElapsedAge.EXACT, "2024-04-02", events))
        .containsExactly("2024-03-30 2: 2/2 1/2 (0)");
    assertThat(days(BERLIN, ElapsedAge.TRUNCATED_TO_DAY, "2024-04-02", events))
        .containsExactly("2024-03-30 2: 2/2 2/2 (0)");
  }

  /** From midnight of 31 March windows of 24 hours begin at 01:00 of each day after it. */
  @Test
  void afterAChangeWindowsFromTheDayAreAnHourOff() {
    assertThat(
            days(
                BERLIN,
                ElapsedAge.TRUNCATED_TO_DAY,
                "2024-04-03",
                "a 2024-03-31T10:00",
                "a 2024-04-01T00:59",
                "b 2024-03-31T10:00",
                "b 2024-04-01T01:00"))
        .containsExactly("2024-03-31 2: 2/2 1/2 (0)");
  }

  /** In the night of 27 October 2024 Berlin has an hour more: 10:00 to 09:30 is 24.5 hours. */
  @Test
  void autumnInBerlin() {
    String[] events = {
      "a 2024-10-26T10:00", "a 2024-10-27T08:59", "b 2024-10-26T10:00", "b 2024-10-27T09:30"
    };
    assertThat(days(BERLIN, ElapsedAge.EXACT, "2024-10-29", events))
        .containsExactly("2024-10-26 2: 2/2 1/2 (0)");
    // The first two windows end on 27 October at 00:00 and 23:00, the third on 28 October at 23:00.
    assertThat(days(BERLIN, ElapsedAge.TRUNCATED_TO_DAY, "2024-10-29", events))
        .containsExactly("2024-10-26 2: 2/2 2/2 0/2 (0)");
  }

  /** 23:30 on a day of 25 hours is 24.5 hours after its midnight, and 14:30 is 2 times 7 hours. */
  @Test
  void aStartCutByMoreThanAWindowIsOfALaterAge() {
    assertThat(days(BERLIN, ElapsedAge.TRUNCATED_TO_DAY, "2024-10-30", "a 2024-10-27T23:30"))
        .containsExactly("2024-10-27 1: 0/1 1/1 0/1 (0)");
    EventLog log = log(BERLIN, "2024-06-02", "a 2024-06-01T14:30");
    assertThat(
            rows(
                ElapsedCohortCalculator.withDefaults(BERLIN)
                    .with(ElapsedWindow.of(Duration.ofHours(7)))
                    .with(ElapsedAge.TRUNCATED_TO_DAY)
                    .calculate(log)))
        .containsExactly("2024-06-01 1: 0/1 0/1 1/1 (0)");
  }

  /** 30 days over the change of 10 March are 720 hours: from 12:00 to 13:00. */
  @Test
  void springInLosAngeles() {
    EventLog log =
        log(
            LOS_ANGELES,
            "2024-05-01",
            "a 2024-03-01T12:00",
            "a 2024-03-31T12:59",
            "b 2024-03-01T12:00",
            "b 2024-03-31T13:00");
    assertThat(
            rows(
                ElapsedCohortCalculator.withDefaults(LOS_ANGELES)
                    .with(ElapsedWindow.DAYS_30)
                    .calculate(log)))
        .containsExactly("2024-03-01 2: 2/2 1/2 (0)");
  }

  /** 7 days over the change of 3 November: from 12:00 to 11:00. */
  @Test
  void autumnInLosAngeles() {
    EventLog log =
        log(
            LOS_ANGELES,
            "2024-11-16",
            "a 2024-11-01T12:00",
            "a 2024-11-08T10:59",
            "b 2024-11-01T12:00",
            "b 2024-11-08T11:00");
    assertThat(
            rows(
                ElapsedCohortCalculator.withDefaults(LOS_ANGELES)
                    .with(ElapsedWindow.DAYS_7)
                    .calculate(log)))
        .containsExactly("2024-11-01 2: 2/2 1/2 (0)");
  }

  /** 01:30 and 03:00 are neighbours in the spring night, and there is no row for 02:00. */
  @Test
  void hoursOfASpringNight() {
    assertThat(
            hours(
                BERLIN,
                "2024-04-01",
                "a 2024-03-31T01:30",
                "a 2024-03-31T03:10",
                "a 2024-03-31T05:00"))
        .containsExactly(
            "2024-03-31T01:00 1: 1/1 1/1 0/1 1/1",
            "2024-03-31T03:00 1: 1/1 0/1 1/1 0/1",
            "2024-03-31T05:00 1: 1/1 0/1 0/1 0/1");
  }

  /** The hour from 02:00 occurs twice in the autumn night and makes two rows. */
  @Test
  void hoursOfAnAutumnNight() {
    assertThat(
            hours(
                BERLIN,
                "2024-10-28",
                "a 2024-10-27T01:59",
                "a 2024-10-27T02:15+02:00",
                "a 2024-10-27T02:15+01:00",
                "a 2024-10-27T03:30"))
        .containsExactly(
            "2024-10-27T01:00 1: 1/1 1/1 1/1 1/1",
            "2024-10-27T02:00+02:00 1: 1/1 1/1 1/1 0/1",
            "2024-10-27T02:00+01:00 1: 1/1 1/1 0/1 0/1",
            "2024-10-27T03:00 1: 1/1 0/1 0/1 0/1");
  }

  /**
   * On 7 April 2024 the clocks of Lord Howe go from 02:00 back to 01:30: the hour from 01:00 is
   * there whole and then by half. From 01:30 in the half 02:00 is half an hour off, age 0, and
   * 02:30 is age 1.
   */
  @Test
  void autumnOnLordHowe() {
    assertThat(
            hours(
                LORD_HOWE,
                "2024-04-08",
                "a 2024-04-07T01:45+11:00",
                "a 2024-04-07T01:40+10:30",
                "a 2024-04-07T02:20"))
        .containsExactly(
            "2024-04-07T01:00+11:00 1: 1/1 1/1 0/1 0/1",
            "2024-04-07T01:00+10:30 1: 1/1 0/1 0/1 0/1",
            "2024-04-07T02:00 1: 1/1 0/1 0/1 0/1");
  }

  /**
   * On 6 October 2024 they go from 02:00 to 02:30: the hour from 02:00 has its second half only.
   */
  @Test
  void springOnLordHowe() {
    assertThat(
            hours(
                LORD_HOWE,
                "2024-10-07",
                "a 2024-10-06T01:10",
                "a 2024-10-06T02:45",
                "a 2024-10-06T03:15"))
        .containsExactly(
            "2024-10-06T01:00 1: 1/1 1/1 0/1 0/1",
            "2024-10-06T02:00 1: 1/1 0/1 0/1 0/1",
            "2024-10-06T03:00 1: 1/1 0/1 0/1 0/1");
    assertThat(
            days(
                LORD_HOWE,
                ElapsedAge.EXACT,
                "2024-10-08",
                "a 2024-10-05T12:00",
                "a 2024-10-06T12:29",
                "b 2024-10-05T12:00",
                "b 2024-10-06T12:30"))
        .containsExactly("2024-10-05 2: 2/2 1/2 (0)");
  }

  /** In India an hour row is the local hour, half an hour off that of Greenwich. */
  @Test
  void hoursOfAHalfHourZone() {
    assertThat(
            hours(
                BusinessZone.of("Asia/Kolkata"),
                "2024-06-02",
                "a 2024-06-01T06:29",
                "b 2024-06-01T06:31",
                "b 2024-06-01T07:00"))
        .containsExactly(
            "2024-06-01T06:00 2: 2/2 1/2 0/2 0/2", "2024-06-01T07:00 1: 1/1 0/1 0/1 0/1");
  }

  /**
   * 2024-01-01T10:00Z begins 2 January on Kiritimati, 14 hours ahead; 12 hours behind it is 22:00.
   */
  @Test
  void theZonesFarthestOff() {
    String[] events = {"a 2024-01-01T09:59Z", "b 2024-01-01T10:00Z", "b 2024-01-02T10:00Z"};
    assertThat(days(BusinessZone.of("Pacific/Kiritimati"), ElapsedAge.EXACT, "2024-01-04", events))
        .containsExactly("2024-01-01 1: 1/1 0/1 (0)", "2024-01-02 1: 1/1 1/1");
    assertThat(days(BusinessZone.of("Etc/GMT+12"), ElapsedAge.EXACT, "2024-01-03", events))
        .containsExactly("2023-12-31 2: 2/2 1/2 (0)");
    assertThat(
            days(BusinessZone.of("Etc/GMT+12"), ElapsedAge.TRUNCATED_TO_DAY, "2024-01-03", events))
        .containsExactly("2023-12-31 2: 2/2 1/2 0/2");
  }

  /** Samoa had no 30 December 2011: the day after the 29th is 24 hours later. */
  @Test
  void aDayThatWasSkipped() {
    assertThat(
            days(
                BusinessZone.of("Pacific/Apia"),
                ElapsedAge.TRUNCATED_TO_DAY,
                "2012-01-01",
                "a 2011-12-29T10:00",
                "a 2011-12-31T10:00"))
        .containsExactly("2011-12-29 1: 1/1 1/1");
  }

  /** 30 days from 1 February end on 2 March in a leap year, on 3 March in another. */
  @Test
  void leapDay() {
    BusinessZone utc = BusinessZone.of("UTC");
    for (String year : List.of("2023", "2024")) {
      EventLog log =
          log(utc, year + "-05-01", "a " + year + "-02-01T12:00", "a " + year + "-03-02T12:00");
      ElapsedCohortTable table =
          ElapsedCohortCalculator.withDefaults(utc)
              .with(ElapsedWindow.DAYS_30)
              .withCohortsBy(PeriodAxis.months(log.observed()))
              .calculate(log);
      assertThat(rows(table))
          .containsExactly(year + "-02 1: 1/1 " + (year.equals("2024") ? "1/1" : "0/1") + " (0)");
    }
    assertThat(
            days(utc, ElapsedAge.EXACT, "2024-03-02", "a 2024-02-29T00:00", "a 2024-03-01T00:00"))
        .containsExactly("2024-02-29 1: 1/1 1/1");
  }

  /** Sunday 9 June 2024 is the last day of an ISO week and the first of one from Sunday. */
  @Test
  void weeksFromMondayAndFromSunday() {
    EventLog log =
        log(
            BERLIN,
            "2024-06-17",
            "a 2024-06-08T23:59",
            "b 2024-06-09T00:00",
            "b 2024-06-16T00:00",
            "c 2024-06-10T00:00");
    ElapsedCohortCalculator weeks =
        ElapsedCohortCalculator.withDefaults(BERLIN).with(ElapsedWindow.DAYS_7);
    assertThat(rows(weeks.withCohortsBy(PeriodAxis.isoWeeks(log.observed())).calculate(log)))
        .containsExactly("2024-W23 2: 2/2 (1)", "2024-W24 1: 1/1");
    assertThat(
            rows(
                weeks
                    .withCohortsBy(PeriodAxis.weeks(log.observed(), DayOfWeek.SUNDAY))
                    .calculate(log)))
        .containsExactly("week of 2024-06-02 1: 1/1 (0)", "week of 2024-06-09 2: 2/2 (1)");
  }
}
