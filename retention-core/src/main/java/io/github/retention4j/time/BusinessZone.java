package io.github.retention4j.time;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The zone in which a business counts its days. Instants meet it once, where they come in; from
 * there on there are only dates.
 *
 * <p>Every instant lies on exactly one date, so clock changes lose and double nothing: on the day
 * of a spring gap a day has 23 hours, on that of an autumn overlap 25, and where a zone skipped a
 * whole date (Samoa, 2011-12-30) no instant falls on it.
 */
public final class BusinessZone {

  private final ZoneId zone;

  private BusinessZone(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Returns a zone by its id.
   *
   * @param id such as {@code Europe/Berlin}, {@code UTC} or {@code +07:00}
   * @return the zone
   * @throws IllegalArgumentException if no zone has that id
   */
  public static BusinessZone of(String id) {
    requireNonNull(id, "zone");
    try {
      return new BusinessZone(ZoneId.of(id));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "zone (" + id + ") must be a known zone such as Europe/Berlin, UTC or +07:00", e);
    }
  }

  /**
   * Returns a zone of java.time.
   *
   * @param zone the zone
   * @return the zone
   */
  public static BusinessZone of(ZoneId zone) {
    return new BusinessZone(requireNonNull(zone, "zone"));
  }

  /**
   * Returns the business day of an instant.
   *
   * @param instant the instant
   * @return the date that the clocks of this zone show then
   * @throws IllegalArgumentException if java.time has no date so far off
   */
  public LocalDate dateOf(Instant instant) {
    try {
      return LocalDate.ofInstant(requireNonNull(instant, "instant"), zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "instant (" + instant + ") must have a date of java.time in zone " + zone, e);
    }
  }

  /**
   * Returns the business day of seconds since 1970-01-01T00:00:00Z, boxing nothing.
   *
   * @param epochSecond seconds since the epoch, negative before it
   * @return days since 1970-01-01 of the date that the clocks of this zone show then
   * @throws IllegalArgumentException if java.time has no instant so far off, as when nanoseconds
   *     are taken for seconds
   */
  public long epochDayOf(long epochSecond) {
    if (epochSecond < Instant.MIN.getEpochSecond() || epochSecond > Instant.MAX.getEpochSecond()) {
      throw new IllegalArgumentException(
          "epochSecond ("
              + epochSecond
              + ") must be whole seconds since 1970-01-01T00:00:00Z, from "
              + Instant.MIN.getEpochSecond()
              + " to "
              + Instant.MAX.getEpochSecond());
    }
    ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond));
    return Math.floorDiv(epochSecond + offset.getTotalSeconds(), 86_400L);
  }

  /**
   * Returns the instant of a reading of this zone's clocks.
   *
   * <p>A reading that occurs twice (autumn) is taken at its first occurrence; one that never occurs
   * (spring gap) is moved later by the length of the gap, as java.time does.
   *
   * @param local the reading
   * @return the instant
   */
  public Instant instantOf(LocalDateTime local) {
    return requireNonNull(local, "local").atZone(zone).toInstant();
  }

  /**
   * Returns the zone of java.time.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return zone;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BusinessZone that && zone.equals(that.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(zone);
  }

  /**
   * Returns the id.
   *
   * @return for example {@code Europe/Berlin}
   */
  @Override
  public String toString() {
    return zone.getId();
  }
}
