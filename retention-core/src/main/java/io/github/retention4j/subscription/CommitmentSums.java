package io.github.retention4j.subscription;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Adds up what customers bring, have signed, and take away, by the close of a day. */
final class CommitmentSums {

  private final SubscriptionLedger ledger;
  private final LedgerColumns records;
  private final RevenueRules rules;
  private final BookRates book;
  private final LocalDate date;
  private final int day;
  private final MonthlyPrices prices;
  private final SubscriptionWalk walk;
  private BigInteger current = BigInteger.ZERO;
  private BigInteger signed = BigInteger.ZERO;
  private BigInteger leaving = BigInteger.ZERO;

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

  /**
   * Adds a customer.
   *
   * @throws MissingRateException if it misses a rate; then nothing of it is added
   */
  void add(CustomerId customer, long currentUnits, IntStream subscriptions) {
    BigInteger customerSigned = BigInteger.ZERO;
    BigInteger customerLeaving = BigInteger.ZERO;
    PrimitiveIterator.OfInt each = subscriptions.iterator();
    while (each.hasNext()) {
      int subscription = each.nextInt();
      customerSigned = customerSigned.add(signed(subscription, customer));
      customerLeaving = customerLeaving.add(leaving(subscription, customer));
    }
    current = current.add(BigInteger.valueOf(currentUnits));
    signed = signed.add(customerSigned);
    leaving = leaving.add(customerLeaving);
  }

  /** Returns what a subscription brings on each day it starts that was signed and is to come. */
  private BigInteger signed(int subscription, CustomerId customer) {
    BigInteger sum = BigInteger.ZERO;
    int end = ledger.rows().endEvent(subscription);
    for (int record = ledger.rows().firstEvent(subscription); record < end; record++) {
      if (isSignedAhead(record)) {
        int start = records.dayAt(record);
        SubscriptionState state = walk.stateOn(subscription, start);
        long units = prices.units(state, start);
        sum = sum.add(converted(customer, prices.currency(state.plan()), units));
      }
    }
    return sum;
  }

  private boolean isSignedAhead(int record) {
    return records.kindAt(record) == ChangeKind.START
        && records.dayAt(record) > day
        && records.signedAt(record) != LedgerColumns.NONE
        && records.signedAt(record) <= day;
  }

  /** Returns what a subscription brings that was cancelled or given notice and still counts. */
  private BigInteger leaving(int subscription, CustomerId customer) {
    SubscriptionState state = walk.stateOn(subscription, day);
    return state.isRequested() || state.isCancelled()
        ? converted(customer, prices.currency(state.plan()), walk.worthOn(subscription, day))
        : BigInteger.ZERO;
  }

  private BigInteger converted(CustomerId customer, int currency, long units) {
    return BigInteger.valueOf(book.convert(currency, units, date, customer));
  }

  CommittedRevenue total() {
    return new CommittedRevenue(date, money(current), money(signed), money(leaving), rules);
  }

  private Money money(BigInteger units) {
    return new Money(book.book(), new BigDecimal(units, rules.decimals()));
  }
}
