package io.github.retention4j.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A run of days, at least one, half open.
 *
 * @param start the first day
 * @param endExclusive the day after the last
 */
public record DateRange(LocalDate start, LocalDate endExclusive) {

  /**
   * Checks that there is a day in it.
   *
   * @param start the first day
   * @param endExclusive the day after the last
   * @throws IllegalArgumentException if the end is not after the start
   */
  public DateRange {
    requireNonNull(start, "start");
    requireNonNull(endExclusive, "endExclusive");
    if (!endExclusive.isAfter(start)) {
      throw new IllegalArgumentException(
          "endExclusive (" + endExclusive + ") must be after start (" + start + ")");
    }
  }

  /**
   * Returns a number of days from a first one.
   *
   * @param start the first day
   * @param days how many, at least 1
   * @return the range
   * @throws IllegalArgumentException if days is not positive, or java.time has no date so far off
   */
  public static DateRange ofDays(LocalDate start, int days) {
    requireNonNull(start, "start");
    if (days < 1) {
      throw new IllegalArgumentException("days (" + days + ") must be at least 1");
    }
    if (start.isAfter(LocalDate.MAX.minusDays(days))) {
      throw new IllegalArgumentException(
          "days (" + days + ") from start (" + start + ") must not end after " + LocalDate.MAX);
    }
    return new DateRange(start, start.plusDays(days));
  }

  /**
   * Returns the days from a first to a last one, both included.
   *
   * @param first the first day
   * @param last the last day, not before the first
   * @return the range
   * @throws IllegalArgumentException if last is before first, or the last day that java.time has
   */
  public static DateRange closed(LocalDate first, LocalDate last) {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "last (" + last + ") must not be before first (" + first + ")");
    }
    if (last.equals(LocalDate.MAX)) {
      throw new IllegalArgumentException("last (" + last + ") must have a day after it");
    }
    return new DateRange(first, last.plusDays(1));
  }

  /**
   * Returns the last day that belongs to the range.
   *
   * @return the day before {@link #endExclusive()}
   */
  public LocalDate last() {
    return endExclusive.minusDays(1);
  }

  /**
   * Returns the number of days.
   *
   * @return at least 1
   */
  public long days() {
    return ChronoUnit.DAYS.between(start, endExclusive);
  }

  /**
   * Tells whether a day belongs to the range.
   *
   * @param date the day
   * @return true from {@link #start()} to the day before {@link #endExclusive()}
   */
  public boolean contains(LocalDate date) {
    return !date.isBefore(start) && date.isBefore(endExclusive);
  }

  /**
   * Returns the two ends, the second excluded.
   *
   * @return for example {@code [2024-01-01, 2024-02-01)}
   */
  @Override
  public String toString() {
    return "[" + start + ", " + endExclusive + ")";
  }
}
