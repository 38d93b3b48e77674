package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BusinessZoneProperties {

  private static final long YEAR_1800 = -5_364_662_400L;
  private static final long YEAR_2200 = 7_258_118_400L;

  @Property
  void agreesWithJavaTime(
      @ForAll("zones") ZoneId id,
      @ForAll @LongRange(min = YEAR_1800, max = YEAR_2200) long second) {
    agrees(id, second);
  }

  /** Most errors sit within a day of a change of the clocks. */
  @Property
  void agreesWithJavaTimeAroundChangesOfTheClocks(
      @ForAll("zones") ZoneId id,
      @ForAll @LongRange(min = YEAR_1800, max = YEAR_2200) long near,
      @ForAll @IntRange(min = -90_000, max = 90_000) int seconds) {
    ZoneOffsetTransition change = id.getRules().nextTransition(Instant.ofEpochSecond(near));
    agrees(id, (change == null ? near : change.toEpochSecond()) + seconds);
  }

  @Property
  void takesAReadingBackToItsDateUnlessItNeverOccurs(
      @ForAll("zones") ZoneId id,
      @ForAll @IntRange(min = -60_000, max = 80_000) int day,
      @ForAll @IntRange(max = 86_399) int secondOfDay) {
    LocalDateTime local =
        LocalDateTime.of(LocalDate.ofEpochDay(day), LocalTime.ofSecondOfDay(secondOfDay));
    BusinessZone zone = BusinessZone.of(id);
    Instant instant = zone.instantOf(local);
    if (id.getRules().getValidOffsets(local).isEmpty()) {
      assertThat(LocalDateTime.ofInstant(instant, id)).isAfter(local);
    } else {
      assertThat(zone.dateOf(instant)).isEqualTo(local.toLocalDate());
      assertThat(instant).isEqualTo(ZonedDateTime.ofLocal(local, id, null).toInstant());
    }
  }

  @Property
  void readsItsOwnId(@ForAll("zones") ZoneId id) {
    BusinessZone zone = BusinessZone.of(id);
    assertThat(BusinessZone.of(zone.toString())).isEqualTo(zone).hasSameHashCodeAs(zone);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()).map(ZoneId::of);
  }

  private static void agrees(ZoneId id, long second) {
    BusinessZone zone = BusinessZone.of(id);
    Instant instant = Instant.ofEpochSecond(second);
    LocalDate date = instant.atZone(id).toLocalDate();
    assertThat(zone.dateOf(instant)).isEqualTo(date);
    assertThat(zone.epochDayOf(second)).isEqualTo(date.toEpochDay());
  }
}
