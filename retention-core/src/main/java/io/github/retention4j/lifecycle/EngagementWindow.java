package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days over which active customers are counted, each customer once.
 *
 * <p>Example: the rolling 28 days that end on 2024-03-01 begin on 2024-02-03. The calendar month
 * gives a window on the last day of each month only: 2024-02-29 ends February, 2024-03-01 ends
 * none.
 */
public sealed interface EngagementWindow {

  /**
   * A number of days up to and including a day, so that there is a window for each day. 28 days
   * hold each weekday four times, which 30 do not.
   *
   * @param days how many, from 1 to 10,000
   */
  record RollingDays(int days) implements EngagementWindow {

    private static final int MOST = 10_000;

    /**
     * Checks the number of days.
     *
     * @param days how many
     * @throws IllegalArgumentException if it is not from 1 to 10,000
     */
    public RollingDays {
      if (days < 1 || days > MOST) {
        throw new IllegalArgumentException("days (" + days + ") must be from 1 to " + MOST);
      }
    }

    @Override
    public Optional<DateRange> endingOn(LocalDate lastDay) {
      return lastDay.isBefore(LocalDate.MIN.plusDays(days - 1L))
          ? Optional.empty()
          : Optional.of(DateRange.closed(lastDay.minusDays(days - 1L), lastDay));
    }
  }

  /** The month of the calendar, from its first day to its last. */
  enum CalendarMonth implements EngagementWindow {
    /** The only value. */
    INSTANCE;

    @Override
    public Optional<DateRange> endingOn(LocalDate lastDay) {
      requireNonNull(lastDay, "lastDay");
      return lastDay.getDayOfMonth() == lastDay.lengthOfMonth()
          ? Optional.of(DateRange.closed(lastDay.withDayOfMonth(1), lastDay))
          : Optional.empty();
    }
  }

  /**
   * Returns a window that rolls from day to day.
   *
   * @param days how many days it has, from 1 to 10,000
   * @return the window
   * @throws IllegalArgumentException if days is not from 1 to 10,000
   */
  static EngagementWindow rollingDays(int days) {
    return new RollingDays(days);
  }

  /**
   * Returns the calendar month, of 28 to 31 days.
   *
   * @return the window
   */
  static EngagementWindow calendarMonth() {
    return CalendarMonth.INSTANCE;
  }

  /**
   * Returns the days of the window that ends on a day.
   *
   * @param lastDay the last day of the window
   * @return the days; empty if no window ends on that day
   */
  Optional<DateRange> endingOn(LocalDate lastDay);
}
