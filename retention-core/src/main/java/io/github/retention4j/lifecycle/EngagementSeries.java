package io.github.retention4j.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Daily, weekly and monthly active customers of each observed day. Made by {@link
 * EngagementCalculator}.
 *
 * @param days the days in order, without a gap, at least one
 */
public record EngagementSeries(List<EngagementDay> days) {

  /**
   * Checks that the days follow each other.
   *
   * @param days the days in order, without a gap, at least one
   * @throws IllegalArgumentException if there is no day, or one is missing or out of order
   */
  public EngagementSeries {
    days = List.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("days ([]) must be at least one");
    }
    for (int i = 1; i < days.size(); i++) {
      if (days.get(i).day().toEpochDay() != days.get(i - 1).day().toEpochDay() + 1) {
        throw new IllegalArgumentException(
            "day (" + days.get(i).day() + ") must follow " + days.get(i - 1).day());
      }
    }
  }

  /**
   * Returns what is known of a day.
   *
   * @param day the day
   * @return its counts; empty if the day was not observed
   */
  public Optional<EngagementDay> on(LocalDate day) {
    long index = ChronoUnit.DAYS.between(days.get(0).day(), day);
    return index >= 0 && index < days.size()
        ? Optional.of(days.get((int) index))
        : Optional.empty();
  }

  /**
   * Returns the days on which a month ends that was observed whole: with rolling windows each day
   * from the first that has a full one behind it, with calendar months the last day of each.
   *
   * @return the days in order; may be empty
   */
  public List<EngagementDay> daysWithMonth() {
    return days.stream().filter(day -> day.monthly().isPresent()).toList();
  }
}
