package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import java.util.Optional;

/**
 * The movement of customers over one complete period of an axis.
 *
 * @param label the name of the period, such as {@code 2024-02}
 * @param days the days of the period
 * @param per the length of the period
 * @param movement who stayed, left, came and came back
 */
public record PeriodMovement(
    String label, DateRange days, Granularity per, CustomerMovement movement) {

  /**
   * Checks that nothing is null.
   *
   * @param label the name of the period
   * @param days the days of the period
   * @param per the length of the period
   * @param movement who stayed, left, came and came back
   */
  public PeriodMovement {
    requireNonNull(label, "label");
    requireNonNull(days, "days");
    requireNonNull(per, "per");
    requireNonNull(movement, "movement");
  }

  /**
   * Returns the share of the customers at the start of the period who were customers at its end.
   *
   * @return the rate; empty if nobody was there at the start
   */
  public Optional<RetentionRate> retention() {
    return movement.retention(per);
  }

  /**
   * Returns the four counts, short stays left out.
   *
   * @return the counts
   */
  public CustomerCounts counts() {
    return movement.counts(ShortStayCounting.LEFT_OUT);
  }
}
