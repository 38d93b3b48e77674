package io.github.retention4j.subscription;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/** Adds up what subscriptions have signed, and what they take away, by the close of a day. */
final class CommitmentSums {

  private final SubscriptionLedger ledger;
  private final LedgerColumns records;
  private final RevenueRules rules;
  private final BookRates book;
  private final LocalDate date;
  private final int day;
  private final MonthlyPrices prices;
  private final SubscriptionWalk walk;

  CommitmentSums(SubscriptionLedger ledger, RevenueRules rules, BookRates book, LocalDate date) {
    this.ledger = ledger;
    this.records = ledger.records();
    this.rules = rules;
    this.book = book;
    this.date = date;
    this.day = ChangeCodes.dayOf(date);
    this.prices = new MonthlyPrices(ledger, rules);
    this.walk = new SubscriptionWalk(ledger, rules, prices);
  }

  /** Returns what subscriptions bring on the day they start that were signed and start later. */
  Money signed() {
    BigInteger sum = BigInteger.ZERO;
    for (int sub = 0; sub < ledger.subscriptions(); sub++) {
      for (int record = ledger.rows().firstEvent(sub);
          record < ledger.rows().endEvent(sub);
          record++) {
        if (isSignedAhead(record)) {
          int start = records.dayAt(record);
          SubscriptionState state = walk.stateOn(sub, start);
          long units = prices.units(state, start);
          sum = sum.add(converted(sub, prices.currency(state.plan()), units));
        }
      }
    }
    return money(sum);
  }

  private boolean isSignedAhead(int record) {
    return records.kindAt(record) == ChangeKind.START
        && records.dayAt(record) > day
        && records.signedAt(record) != LedgerColumns.NONE
        && records.signedAt(record) <= day;
  }

  /** Returns what subscriptions bring that were cancelled or given notice and still count. */
  Money leaving() {
    BigInteger sum = BigInteger.ZERO;
    for (int sub = 0; sub < ledger.subscriptions(); sub++) {
      SubscriptionState state = walk.stateOn(sub, day);
      if (state.isRequested() || state.isCancelled()) {
        int currency = prices.currency(state.plan());
        sum = sum.add(converted(sub, currency, walk.worthOn(sub, day)));
      }
    }
    return money(sum);
  }

  private BigInteger converted(int subscription, int currency, long units) {
    return BigInteger.valueOf(book.convert(currency, units, date, ledger.customerOf(subscription)));
  }

  private Money money(BigInteger units) {
    return new Money(book.book(), new BigDecimal(units, rules.decimals()));
  }
}
