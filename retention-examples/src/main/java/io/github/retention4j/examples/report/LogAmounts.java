package io.github.retention4j.examples.report;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.IntStream;

/**
 * What the events of some days brought in.
 *
 * @param sum of all amounts
 * @param refunds how many are negative
 */
record LogAmounts(Money sum, long refunds) {

  static LogAmounts of(EventLog log, Currency currency) {
    return of(log, currency, log.observed());
  }

  static LogAmounts of(EventLog log, Currency currency, DateRange days) {
    long first = days.start().toEpochDay();
    long end = days.endExclusive().toEpochDay();
    BigDecimal sum = BigDecimal.ZERO;
    long refunds = 0;
    for (int event = 0; event < log.size(); event++) {
      int day = log.epochDayAt(event);
      if (day >= first && day < end && log.amountAt(event).isPresent()) {
        BigDecimal amount = log.amountAt(event).get().amount();
        sum = sum.add(amount);
        refunds += amount.signum() < 0 ? 1 : 0;
      }
    }
    return new LogAmounts(new Money(currency, sum), refunds);
  }

  /** Whether any amount is a refund; none is where amounts are not known. */
  static boolean hasRefunds(EventLog log) {
    return log.currency().map(currency -> of(log, currency).refunds() > 0).orElse(false);
  }

  static int lastDay(EventLog log) {
    return IntStream.range(0, log.size()).map(log::epochDayAt).max().orElseThrow();
  }
}
