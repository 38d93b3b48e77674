package io.github.retention4j.purchase;

import io.github.retention4j.customer.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Adds up the purchases of one customer, which come in the order of time. */
final class CustomerTally {

  private final SampleRules rules;
  private final int calibrationEnd;
  final CustomerId customer;
  final int firstDay;
  int lastDay;
  int repeats;
  double logIntervalDays;
  int spendPurchases;
  BigDecimal spend = BigDecimal.ZERO;
  int holdoutPurchases;
  BigDecimal holdoutSpend = BigDecimal.ZERO;
  private int previousDay = Integer.MIN_VALUE;
  private int previousSpendDay = Integer.MIN_VALUE;

  CustomerTally(SampleRules rules, int calibrationEnd, CustomerId customer, int firstDay) {
    this.rules = rules;
    this.calibrationEnd = calibrationEnd;
    this.customer = customer;
    this.firstDay = firstDay;
    this.lastDay = firstDay;
  }

  void add(int day, int events, Optional<BigDecimal> amount) {
    int purchases = purchases(day, events, previousDay);
    previousDay = day;
    if (day >= calibrationEnd) {
      holdoutPurchases = Math.addExact(holdoutPurchases, purchases);
    } else if (day > firstDay) {
      addRepeats(day, purchases);
    }
    amount.ifPresent(money -> addAmount(day, 1, money));
  }

  /** Returns how many purchases events of a day are that follow one of a day. */
  private int purchases(int day, int events, int previous) {
    boolean merged = rules.sameDay() == SameDayPurchases.MERGED || day == firstDay;
    return merged ? (day == previous ? 0 : 1) : events;
  }

  private void addRepeats(int day, int purchases) {
    repeats = Math.addExact(repeats, purchases);
    if (day > lastDay) {
      logIntervalDays += Math.log(day - lastDay);
      lastDay = day;
    }
  }

  /** Adds what events of a day cost together. */
  void addAmount(int day, int events, BigDecimal money) {
    requireNoRefund(day, money);
    if (day >= calibrationEnd) {
      holdoutSpend = holdoutSpend.add(money);
    } else if (day > firstDay || rules.spend() == SpendScope.ALL_PURCHASES) {
      spend = spend.add(money);
      spendPurchases = Math.addExact(spendPurchases, purchases(day, events, previousSpendDay));
      previousSpendDay = day;
    }
  }

  private void requireNoRefund(int day, BigDecimal money) {
    if (money.signum() < 0) {
      throw new IllegalArgumentException(
          "amount ("
              + money
              + ") of customer "
              + customer
              + " on "
              + LocalDate.ofEpochDay(day)
              + " must be 0 or more: refunds are no purchases");
    }
  }

  /** Tells whether there is a mean of spend that a model can take. */
  boolean hasSpend() {
    if (spendPurchases > 0 && spend.signum() == 0 && rules.zeroSpend() == ZeroSpend.REFUSE) {
      throw new IllegalArgumentException(
          "mean spend (0) of customer "
              + customer
              + " must be over 0; ZeroSpend.LEAVE_OUT does without it");
    }
    return spend.signum() > 0;
  }

  double meanSpend() {
    return spend.doubleValue() / spendPurchases;
  }
}
