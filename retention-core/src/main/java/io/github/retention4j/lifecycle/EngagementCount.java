package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The active customers of a window that was observed whole.
 *
 * @param window the days
 * @param activeCustomers customers active on at least one of the days, each counted once
 * @param activeOnLastDay those of them active on the last day
 * @param customerDays the sum over the days of the customers active on each
 */
public record EngagementCount(
    DateRange window, long activeCustomers, long activeOnLastDay, long customerDays) {

  /**
   * Checks that the counts agree.
   *
   * @param window the days
   * @param activeCustomers customers active on at least one of the days
   * @param activeOnLastDay those of them active on the last day
   * @param customerDays the sum over the days of the customers active on each
   * @throws IllegalArgumentException if the last day has more customers than the window, or the
   *     customer-days are fewer than the customers or more than each customer on each day
   * @throws ArithmeticException if the customers on all days exceed a long
   */
  public EngagementCount {
    requireNonNull(window, "window");
    if (activeOnLastDay < 0 || activeOnLastDay > activeCustomers) {
      throw new IllegalArgumentException(
          "activeOnLastDay ("
              + activeOnLastDay
              + ") must be from 0 to activeCustomers ("
              + activeCustomers
              + ")");
    }
    if (customerDays < activeCustomers
        || customerDays > Math.multiplyExact(activeCustomers, window.days())) {
      throw new IllegalArgumentException(
          "customerDays ("
              + customerDays
              + ") must be from 1 to "
              + window.days()
              + " for each of the activeCustomers ("
              + activeCustomers
              + ")");
    }
  }

  /**
   * Returns the daily active customers, averaged over the days of the window.
   *
   * @return customerDays / days, 0 or more
   */
  public double averageDailyActive() {
    return (double) customerDays / window.days();
  }

  /**
   * Returns the stickiness: the average daily active customers / the active customers of the
   * window. It is the share of the days on which an active customer is active, on average.
   *
   * <p>Unitless, from 1 / days to 1. It has no binomial interval: the days of one customer hang
   * together. {@link StickinessHistogram} has the customers one by one. Example: of two customers
   * one is active on 4 of 7 days, one on 1: 5 customer-days, stickiness 5 / 7 / 2 = 0.357.
   *
   * @return the ratio; empty if nobody was active
   */
  public OptionalDouble stickiness() {
    return activeCustomers == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(averageDailyActive() / activeCustomers);
  }

  /**
   * Returns the share of the active customers of the window that were active on its last day: the
   * ratio of one day's daily to that day's weekly or monthly active customers. It moves with the
   * weekday, which {@link #stickiness()} does not over whole weeks.
   *
   * @return the share; empty if nobody was active
   */
  public Optional<Proportion> lastDayShare() {
    return Proportion.ifAny(activeOnLastDay, activeCustomers);
  }
}
