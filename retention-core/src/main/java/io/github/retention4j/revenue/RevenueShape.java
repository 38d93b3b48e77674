package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What all customers of a grid share: its periods, how far they were observed, the book currency
 * and its unit.
 *
 * @param axis the periods
 * @param observationEndExclusive the first day about which nothing is known
 * @param currency the book currency
 * @param decimals the decimals of the unit
 * @param firstPeriod the first period whose opening is known
 */
record RevenueShape(
    PeriodAxis axis,
    LocalDate observationEndExclusive,
    Currency currency,
    int decimals,
    int firstPeriod) {

  /** Finer than any price, and small enough for nine hundred million a month in a long. */
  static final int USUAL_DECIMALS = 10;

  private static final int MOST_DECIMALS = 18;

  RevenueShape {
    requireNonNull(axis, "axis");
    requireNonNull(observationEndExclusive, "observationEndExclusive");
    requireNonNull(currency, "currency");
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals (" + decimals + ") must be from 0 to " + MOST_DECIMALS);
    }
    if (firstPeriod < 0 || firstPeriod > axis.size()) {
      throw new IllegalArgumentException(
          "firstPeriod (" + firstPeriod + ") must be from 0 to " + axis.size());
    }
  }

  RevenueShape with(OpeningRevenue opening) {
    int first = requireNonNull(opening, "opening") == OpeningRevenue.UNKNOWN ? 1 : 0;
    return new RevenueShape(axis, observationEndExclusive, currency, decimals, first);
  }

  RevenueShape withDecimals(int kept) {
    return new RevenueShape(axis, observationEndExclusive, currency, kept, firstPeriod);
  }

  /** Returns how many periods have begun before the end of observation, the last maybe open. */
  int begunPeriods() {
    int complete = completePeriods();
    return complete < axis.size() && axis.range(complete).start().isBefore(observationEndExclusive)
        ? complete + 1
        : complete;
  }

  /** Returns the first day of the first period whose opening is known, or the end of the axis. */
  LocalDate firstKnownDay() {
    return firstPeriod < axis.size()
        ? axis.range(firstPeriod).start()
        : axis.range().endExclusive();
  }

  int completePeriods() {
    return axis.completePeriods(observationEndExclusive);
  }

  Money money(long units) {
    return new Money(currency, BigDecimal.valueOf(units, decimals));
  }

  Money money(BigInteger units) {
    return new Money(currency, new BigDecimal(units, decimals));
  }

  /**
   * Rounds an amount to the unit, half up.
   *
   * @param where whose amount it is, for the message
   */
  long units(Money amount, String where) {
    if (!amount.currency().equals(currency)) {
      throw new CurrencyMismatchException(currency, amount.currency(), "amount " + where);
    }
    try {
      return amount
          .amount()
          .setScale(decimals, RoundingMode.HALF_UP)
          .unscaledValue()
          .longValueExact();
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amount (" + amount + ") " + where + " must be at most " + most(), overflow);
    }
  }

  /** Names the largest amount, for a message. */
  String most() {
    return money(Long.MAX_VALUE) + " at " + decimals + " decimals; fewer decimals hold more";
  }

  /** Names a period or the opening, for a message. */
  String label(int period) {
    return period == RevenueSteps.OPENING ? "the opening" : axis.label(period);
  }
}
