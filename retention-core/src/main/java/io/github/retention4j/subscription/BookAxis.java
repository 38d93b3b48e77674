package io.github.retention4j.subscription;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueGridBuilder;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The periods for which a ledger is read, and the unit of what is found.
 *
 * @param periods the periods
 * @param observationEndExclusive the first day about which nothing is known
 * @param currency the currency of the books
 * @param decimals the decimals of the unit
 */
record BookAxis(
    PeriodAxis periods, LocalDate observationEndExclusive, Currency currency, int decimals) {

  /** Returns how many periods have begun before the end of observation, the last maybe open. */
  int begunPeriods() {
    int complete = periods.completePeriods(observationEndExclusive);
    boolean oneIsOpen =
        complete < periods.size()
            && periods.range(complete).start().isBefore(observationEndExclusive);
    return oneIsOpen ? complete + 1 : complete;
  }

  /** Returns the day after the last that is known of a period, or of the time before the axis. */
  LocalDate closeOf(int period) {
    LocalDate close =
        period == RevenueGridBuilder.OPENING
            ? periods.range().start()
            : periods.range(period).endExclusive();
    return close.isBefore(observationEndExclusive) ? close : observationEndExclusive;
  }

  Money money(long units) {
    return new Money(currency, BigDecimal.valueOf(units, decimals));
  }

  Money money(BigInteger units) {
    return new Money(currency, new BigDecimal(units, decimals));
  }

  /** Names the largest amount, for a message. */
  String most() {
    return money(Long.MAX_VALUE) + " at " + decimals + " decimals; fewer decimals hold more";
  }
}
