package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessZoneTest {

  /** The last second of one day and the first of the next, wherever the clocks stand. */
  @ParameterizedTest
  @CsvSource({
    // spring gap: 2024-03-31 has 23 hours
    "Europe/Berlin,       2024-03-30T22:59:59Z, 2024-03-30",
    "Europe/Berlin,       2024-03-30T23:00:00Z, 2024-03-31",
    "Europe/Berlin,       2024-03-31T21:59:59Z, 2024-03-31",
    "Europe/Berlin,       2024-03-31T22:00:00Z, 2024-04-01",
    // autumn overlap: 2024-10-27 has 25
    "Europe/Berlin,       2024-10-26T22:00:00Z, 2024-10-27",
    "Europe/Berlin,       2024-10-27T22:59:59Z, 2024-10-27",
    "Europe/Berlin,       2024-10-27T23:00:00Z, 2024-10-28",
    "America/New_York,    2024-03-10T04:59:59Z, 2024-03-09",
    "America/New_York,    2024-03-10T05:00:00Z, 2024-03-10",
    "America/New_York,    2024-03-11T03:59:59Z, 2024-03-10",
    "America/New_York,    2024-03-11T04:00:00Z, 2024-03-11",
    "America/New_York,    2024-11-04T04:59:59Z, 2024-11-03",
    "America/New_York,    2024-11-04T05:00:00Z, 2024-11-04",
    // midnight itself is skipped: the day starts at 01:00
    "America/Sao_Paulo,   2018-11-04T02:59:59Z, 2018-11-03",
    "America/Sao_Paulo,   2018-11-04T03:00:00Z, 2018-11-04",
    "Asia/Beirut,         2024-03-30T21:59:59Z, 2024-03-30",
    "Asia/Beirut,         2024-03-30T22:00:00Z, 2024-03-31",
    // midnight comes twice: 23:00 to 24:00 is lived again and stays the day before
    "America/Sao_Paulo,   2018-02-18T01:59:59Z, 2018-02-17",
    "America/Sao_Paulo,   2018-02-18T02:59:59Z, 2018-02-17",
    "America/Sao_Paulo,   2018-02-18T03:00:00Z, 2018-02-18",
    // half and quarter hours
    "Asia/Kolkata,        2024-01-01T18:29:59Z, 2024-01-01",
    "Asia/Kolkata,        2024-01-01T18:30:00Z, 2024-01-02",
    "Asia/Kathmandu,      2024-01-01T18:14:59Z, 2024-01-01",
    "Asia/Kathmandu,      2024-01-01T18:15:00Z, 2024-01-02",
    "Australia/Lord_Howe, 2024-01-01T12:59:59Z, 2024-01-01",
    "Australia/Lord_Howe, 2024-01-01T13:00:00Z, 2024-01-02",
    "Australia/Lord_Howe, 2024-07-01T13:29:59Z, 2024-07-01",
    "Australia/Lord_Howe, 2024-07-01T13:30:00Z, 2024-07-02",
    // the ends of the earth
    "Etc/GMT+12,          2024-01-01T11:59:59Z, 2023-12-31",
    "Etc/GMT+12,          2024-01-01T12:00:00Z, 2024-01-01",
    "Pacific/Kiritimati,  2024-01-01T09:59:59Z, 2024-01-01",
    "Pacific/Kiritimati,  2024-01-01T10:00:00Z, 2024-01-02",
    // Samoa went from 2011-12-29 to 2011-12-31
    "Pacific/Apia,        2011-12-30T09:59:59Z, 2011-12-29",
    "Pacific/Apia,        2011-12-30T10:00:00Z, 2011-12-31",
    // before the epoch, and before standard time (Berlin stood at +00:53:28)
    "UTC,                 1969-12-31T23:59:59Z, 1969-12-31",
    "UTC,                 1970-01-01T00:00:00Z, 1970-01-01",
    "America/New_York,    1970-01-01T04:59:59Z, 1969-12-31",
    "Europe/Berlin,       1880-01-01T23:06:31Z, 1880-01-01",
    "Europe/Berlin,       1880-01-01T23:06:32Z, 1880-01-02",
    "+07:00,              2024-02-28T17:00:00Z, 2024-02-29"
  })
  void countsDaysByItsOwnClocks(String id, Instant instant, LocalDate date) {
    BusinessZone zone = BusinessZone.of(id);
    assertThat(zone.dateOf(instant)).isEqualTo(date);
    assertThat(zone.epochDayOf(instant.getEpochSecond())).isEqualTo(date.toEpochDay());
  }

  @Test
  void putsNoInstantOnTheDateThatSamoaSkipped() {
    BusinessZone samoa = BusinessZone.of("Pacific/Apia");
    Instant end = Instant.parse("2012-01-02T00:00:00Z");
    for (Instant t = Instant.parse("2011-12-28T00:00:00Z");
        t.isBefore(end);
        t = t.plusSeconds(600)) {
      assertThat(samoa.dateOf(t)).isNotEqualTo("2011-12-30");
    }
  }

  @Test
  void ignoresFractionsOfASecond() {
    Instant justBefore = Instant.parse("1969-12-31T23:59:59.999999999Z");
    BusinessZone utc = BusinessZone.of(ZoneOffset.UTC);
    assertThat(utc.dateOf(justBefore)).isEqualTo("1969-12-31");
    assertThat(utc.epochDayOf(justBefore.getEpochSecond())).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,     2024-06-01T12:00, 2024-06-01T10:00:00Z",
    // twice: the first time
    "Europe/Berlin,     2024-10-27T02:30, 2024-10-27T00:30:00Z",
    "America/New_York,  2024-11-03T01:30, 2024-11-03T05:30:00Z",
    // never: later by the gap
    "Europe/Berlin,     2024-03-31T02:30, 2024-03-31T01:30:00Z",
    "America/Sao_Paulo, 2018-11-04T00:00, 2018-11-04T03:00:00Z",
    "Pacific/Apia,      2011-12-30T12:00, 2011-12-30T22:00:00Z"
  })
  void readsItsClocks(String id, LocalDateTime local, Instant instant) {
    assertThat(BusinessZone.of(id).instantOf(local)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Atlantis", "europe/berlin", "", " UTC", "+25:00", "Etc/GMT+15"})
  void saysWhichZoneItDoesNotKnow(String id) {
    assertThatThrownBy(() -> BusinessZone.of(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("zone (" + id + ") must be a known zone such as Europe/Berlin, UTC or +07:00")
        .hasCauseInstanceOf(java.time.DateTimeException.class);
  }

  @Test
  void reachesAsFarAsInstantsGo() {
    BusinessZone utc = BusinessZone.of("UTC");
    assertThat(utc.epochDayOf(Instant.MAX.getEpochSecond()))
        .isEqualTo(LocalDate.MAX.toEpochDay() + 366);
    assertThat(utc.epochDayOf(Instant.MIN.getEpochSecond()))
        .isEqualTo(LocalDate.MIN.toEpochDay() - 366);
    long nanosTakenForSeconds = 1_704_067_200_000_000_000L;
    assertThatThrownBy(() -> utc.epochDayOf(nanosTakenForSeconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "epochSecond (1704067200000000000) must be whole seconds since 1970-01-01T00:00:00Z,"
                + " from -31557014167219200 to 31556889864403199");
    assertThatThrownBy(() -> utc.epochDayOf(Instant.MIN.getEpochSecond() - 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> utc.epochDayOf(Instant.MAX.getEpochSecond() + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAValue() {
    BusinessZone berlin = BusinessZone.of("Europe/Berlin");
    assertThat(berlin)
        .isEqualTo(BusinessZone.of(ZoneId.of("Europe/Berlin")))
        .hasSameHashCodeAs(BusinessZone.of(ZoneId.of("Europe/Berlin")))
        .hasToString("Europe/Berlin")
        .isNotEqualTo(BusinessZone.of("Europe/Paris"))
        .isNotEqualTo(ZoneId.of("Europe/Berlin"))
        .isNotEqualTo(null);
    assertThat(berlin.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    BusinessZone utc = BusinessZone.of("UTC");
    assertThatThrownBy(() -> BusinessZone.of((String) null)).hasMessage("zone");
    assertThatThrownBy(() -> BusinessZone.of((ZoneId) null)).hasMessage("zone");
    assertThatThrownBy(() -> utc.dateOf(null)).hasMessage("instant");
    assertThatThrownBy(() -> utc.instantOf(null)).hasMessage("local");
  }
}
