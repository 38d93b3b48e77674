package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayClockProperties {

  private static final DateRange RANGE =
      new DateRange(LocalDate.of(2009, 1, 1), LocalDate.of(2012, 3, 1));

  /** Among them a zone that skipped a day, one that changes at a minute past midnight, and ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Berlin",
        "America/Sao_Paulo",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Etc/GMT+12"
      })
  void agreesWithTheZoneAtEveryQuarterOfAnHour(String id) {
    BusinessZone zone = BusinessZone.of(id);
    DayClock clock = DayClock.of(zone, RANGE);
    DayValues days = clock.values(Math::toIntExact, Integer.MIN_VALUE);
    long end = RANGE.endExclusive().plusDays(3).toEpochDay() * 86_400;
    for (long t = RANGE.start().minusDays(3).toEpochDay() * 86_400; t < end; t += 900) {
      if (clock.epochDayOf(t) != zone.epochDayOf(t)) {
        assertThat(clock.epochDayOf(t)).as("%s at %s", id, t).isEqualTo(zone.epochDayOf(t));
      }
      if (days.at(t) != Integer.MIN_VALUE) {
        assertThat(days.at(t)).as("%s at %s", id, t).isEqualTo((int) zone.epochDayOf(t));
      }
    }
  }

  /**
   * In the zone of {@code America/St_Johns} the clocks went back at a minute past midnight, in the
   * autumns of 2009 and 2010. The slot of that night is not known, nor the end of the one before.
   */
  @ParameterizedTest
  @CsvSource({"UTC, 0", "Europe/Berlin, 0", "Pacific/Apia, 0", "America/St_Johns, 2"})
  void asksTheZoneOnlyWhereADayComesTwice(String id, int slots) {
    DayClock clock = DayClock.of(BusinessZone.of(id), RANGE);
    DayValues days = clock.values(Math::toIntExact, Integer.MIN_VALUE);
    int slot = 1 << DayValues.SLOT_BITS;
    int unknown = 0;
    long first = RANGE.start().toEpochDay() * 86_400;
    for (long t = first; t < RANGE.endExclusive().toEpochDay() * 86_400; t++) {
      unknown += days.at(t) == Integer.MIN_VALUE ? 1 : 0;
    }
    assertThat(unknown).isLessThanOrEqualTo(2 * slots * slot);
    assertThat(unknown).isGreaterThanOrEqualTo(slots * slot);
  }

  @Property
  void agreesWithTheZoneAtAnySecond(
      @ForAll @LongRange(min = -5_000_000_000L, max = 5_000_000_000L) long second,
      @ForAll @IntRange(min = 1, max = 30_000) int days) {
    BusinessZone zone = BusinessZone.of("America/New_York");
    DayClock clock = DayClock.of(zone, DateRange.ofDays(LocalDate.of(1965, 6, 1), days));
    assertThat(clock.epochDayOf(second)).isEqualTo(zone.epochDayOf(second));
  }

  @Test
  void saysWhatItIs() {
    DayClock clock =
        DayClock.of(
            BusinessZone.of("Europe/Berlin"), DateRange.ofDays(LocalDate.of(2023, 1, 1), 365));
    assertThat(clock).hasToString("Europe/Berlin, fast for 367 days");
    assertThat(clock.values(day -> 7, -1)).hasToString("values of 367 days");
    DateRange long1 = DateRange.ofDays(LocalDate.of(1, 1, 1), 4_000_001);
    assertThatThrownBy(() -> DayClock.of(BusinessZone.of("UTC"), long1))
        .hasMessage("range (" + long1 + ") must span at most 4000000 days");
  }
}
