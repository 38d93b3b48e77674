package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Daily, weekly and monthly active customers as of one day.
 *
 * @param day the day
 * @param dailyActive customers active on the day (DAU)
 * @param weekly customers active in the week that ends on the day (WAU); empty if that week was not
 *     observed whole
 * @param monthly customers active in the month that ends on the day (MAU); empty if that month was
 *     not observed whole, or none ends on the day
 */
public record EngagementDay(
    LocalDate day,
    long dailyActive,
    Optional<EngagementCount> weekly,
    Optional<EngagementCount> monthly) {

  /**
   * Checks that nothing is null.
   *
   * @param day the day
   * @param dailyActive customers active on the day
   * @param weekly customers active in the week that ends on the day
   * @param monthly customers active in the month that ends on the day
   */
  public EngagementDay {
    requireNonNull(day, "day");
    requireNonNull(weekly, "weekly");
    requireNonNull(monthly, "monthly");
  }

  /**
   * Returns DAU / WAU of the day.
   *
   * @return daily of weekly active customers; empty if the week is not known or nobody was active
   */
  public Optional<Proportion> dailyOfWeekly() {
    return weekly.flatMap(EngagementCount::lastDayShare);
  }

  /**
   * Returns DAU / MAU of the day.
   *
   * @return daily of monthly active customers; empty if the month is not known or nobody was active
   */
  public Optional<Proportion> dailyOfMonthly() {
    return monthly.flatMap(EngagementCount::lastDayShare);
  }

  /**
   * Returns WAU / MAU of the day.
   *
   * @return weekly of monthly active customers; empty if one is not known or nobody was active
   */
  public Optional<Proportion> weeklyOfMonthly() {
    return weekly.flatMap(
        week ->
            monthly.flatMap(
                month -> Proportion.ifAny(week.activeCustomers(), month.activeCustomers())));
  }

  /**
   * Returns the stickiness DAU / MAU, the daily active customers averaged over the month.
   *
   * @return average DAU / MAU, as in {@link EngagementCount#stickiness()}; empty if the month is
   *     not known or nobody was active
   */
  public OptionalDouble stickiness() {
    return monthly.map(EngagementCount::stickiness).orElse(OptionalDouble.empty());
  }
}
