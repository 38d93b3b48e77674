package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A span of true elapsed time by which age is counted, such as 24 hours. It knows no calendar: on a
 * day on which the clocks change by an hour, 24 hours after 10:00 is 11:00 in spring and 09:00 in
 * autumn, and 7 days are always 168 hours. For calendar days, weeks and months take a {@link
 * CohortCalculator}.
 *
 * @param length positive, of whole seconds
 */
public record ElapsedWindow(Duration length) {

  /** 1 hour. */
  public static final ElapsedWindow HOUR_1 = of(Duration.ofHours(1));

  /** 24 hours. */
  public static final ElapsedWindow HOURS_24 = of(Duration.ofHours(24));

  /** 7 days of 24 hours. */
  public static final ElapsedWindow DAYS_7 = of(Duration.ofDays(7));

  /** 30 days of 24 hours. */
  public static final ElapsedWindow DAYS_30 = of(Duration.ofDays(30));

  /**
   * Checks the length.
   *
   * @param length positive, of whole seconds
   * @throws IllegalArgumentException if it is not positive or has a fraction of a second
   */
  public ElapsedWindow {
    requireNonNull(length, "length");
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException("length (" + length + ") must be positive");
    }
    if (!length.equals(Duration.ofSeconds(length.toSeconds()))) {
      throw new IllegalArgumentException("length (" + length + ") must be of whole seconds");
    }
  }

  /**
   * Returns a window.
   *
   * @param length positive, of whole seconds
   * @return the window
   * @throws IllegalArgumentException if it is not positive or has a fraction of a second
   */
  public static ElapsedWindow of(Duration length) {
    return new ElapsedWindow(length);
  }
}
