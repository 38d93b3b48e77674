package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a price of another billing period becomes a price of a month. A price every k months counts
 * 1/k, one every k years 1/(12 k), by every rule; the rules differ in weeks and days, which do not
 * divide a month. Examples are those of 10 a week.
 */
public enum MonthlyNormalisation {
  /**
   * A year has 52 weeks: 10 a week is 43.3333 a month. A day counts 365.25/12. The dbt package of
   * Fivetran for Stripe does so.
   */
  WEEKS_52(52, 12, 36_525, 1_200),
  /** A month has 4.33 weeks: 10 a week is 43.30 a month. A day counts 365.25/12. Lago does so. */
  WEEKS_4_33(433, 100, 36_525, 1_200),
  /** A year has 365.25 days, of which a week has 7: 10 a week is 43.4821 a month. */
  MEAN_YEAR(36_525, 8_400, 36_525, 1_200),
  /** Weekly and daily prices count nothing. Kill Bill's analytics do so. */
  MONTHS_ONLY(0, 1, 0, 1);

  private final long weeksInMonth;
  private final long weeksDivisor;
  private final long daysInMonth;
  private final long daysDivisor;

  MonthlyNormalisation(long weeksInMonth, long weeksDivisor, long daysInMonth, long daysDivisor) {
    this.weeksInMonth = weeksInMonth;
    this.weeksDivisor = weeksDivisor;
    this.daysInMonth = daysInMonth;
    this.daysDivisor = daysDivisor;
  }

  /**
   * Returns the price of a month.
   *
   * @param price what is charged each time
   * @param every how often
   * @param decimals the decimals that are kept, 0 to 18; the last is rounded half up, once
   * @return the price of a month in the same currency
   * @throws IllegalArgumentException if the decimals are not from 0 to 18
   */
  public Money monthly(Money price, BillingPeriod every, int decimals) {
    requireDecimals(decimals);
    return new Money(price.currency(), monthly(price.amount(), every, decimals));
  }

  static void requireDecimals(int decimals) {
    if (decimals < 0 || decimals > 18) {
      throw new IllegalArgumentException("decimals (" + decimals + ") must be from 0 to 18");
    }
  }

  BigDecimal monthly(BigDecimal price, BillingPeriod every, int decimals) {
    requireNonNull(every, "every");
    return switch (every.unit()) {
      case DAY -> share(price, daysInMonth, daysDivisor * every.count(), decimals);
      case WEEK -> share(price, weeksInMonth, weeksDivisor * every.count(), decimals);
      case MONTH -> share(price, 1, every.count(), decimals);
      case QUARTER -> share(price, 1, 3L * every.count(), decimals);
      case YEAR -> share(price, 1, 12L * every.count(), decimals);
      case CUSTOM -> throw new IllegalArgumentException("unit (CUSTOM) must have a length");
    };
  }

  private static BigDecimal share(BigDecimal price, long times, long divisor, int decimals) {
    return price
        .multiply(BigDecimal.valueOf(times))
        .divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP);
  }
}
