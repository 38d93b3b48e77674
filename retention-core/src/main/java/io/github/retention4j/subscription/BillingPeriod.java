package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.Granularity;
import java.util.Locale;

/**
 * How often a price is charged, such as every 3 months.
 *
 * @param count how many units lie between two charges, at least 1
 * @param unit a day, week, month, quarter or year
 */
public record BillingPeriod(int count, Granularity unit) {

  /**
   * Checks the length.
   *
   * @param count how many units lie between two charges
   * @param unit the unit
   * @throws IllegalArgumentException if the count is under 1 or the unit has no length of its own
   */
  public BillingPeriod {
    requireNonNull(unit, "unit");
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 1");
    }
    if (unit == Granularity.CUSTOM) {
      throw new IllegalArgumentException(
          "unit (CUSTOM) must be a day, week, month, quarter or year");
    }
  }

  /**
   * Returns a billing period of several units.
   *
   * @param count how many units lie between two charges, at least 1
   * @param unit a day, week, month, quarter or year
   * @return the billing period
   * @throws IllegalArgumentException if the count is under 1 or the unit has no length of its own
   */
  public static BillingPeriod every(int count, Granularity unit) {
    return new BillingPeriod(count, unit);
  }

  /**
   * Returns a charge each week.
   *
   * @return every 1 week
   */
  public static BillingPeriod weekly() {
    return every(1, Granularity.WEEK);
  }

  /**
   * Returns a charge each month.
   *
   * @return every 1 month
   */
  public static BillingPeriod monthly() {
    return every(1, Granularity.MONTH);
  }

  /**
   * Returns a charge each year.
   *
   * @return every 1 year
   */
  public static BillingPeriod yearly() {
    return every(1, Granularity.YEAR);
  }

  /**
   * Returns the length in words.
   *
   * @return for example {@code every 3 months}
   */
  @Override
  public String toString() {
    String name = unit.name().toLowerCase(Locale.ROOT);
    return count == 1 ? "every " + name : "every " + count + " " + name + "s";
  }
}
