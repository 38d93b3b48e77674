package io.github.retention4j.subscription;

import io.github.retention4j.revenue.LossReason;
import java.util.Arrays;

/**
 * What is known of one subscription after some of its records. Mutable; the records are applied in
 * order.
 */
final class SubscriptionState {

  /** A day that never comes: no end, not cancelled, nothing owed. */
  static final int OPEN = Integer.MAX_VALUE;

  private final LedgerColumns records;
  private final ChangeCodes codes;
  private int plan = LedgerColumns.NONE;
  private int startDay;
  private int termEnd;
  private boolean paused;
  private boolean requested;
  private LossReason reason = LossReason.UNKNOWN;
  private int cancelledDay;
  private int paidUntil;
  private int pastDueSince;
  private int discountCount;
  private int[] discounts = new int[2];
  private int[] discountEnds = new int[2];

  SubscriptionState(LedgerColumns records, ChangeCodes codes) {
    this.records = records;
    this.codes = codes;
  }

  /** Forgets all, for another subscription. */
  void clear() {
    plan = LedgerColumns.NONE;
    startDay = OPEN;
    termEnd = OPEN;
    paused = false;
    requested = false;
    reason = LossReason.UNKNOWN;
    cancelledDay = OPEN;
    paidUntil = OPEN;
    pastDueSince = OPEN;
    discountCount = 0;
  }

  boolean isStarted() {
    return plan != LedgerColumns.NONE;
  }

  int plan() {
    return plan;
  }

  int startDay() {
    return startDay;
  }

  /** Returns the first day after the term, or {@link #OPEN}; open too once it is cancelled. */
  int termEnd() {
    return termEnd;
  }

  boolean isPaused() {
    return paused;
  }

  /** Tells whether notice was given and not taken back. */
  boolean isRequested() {
    return requested;
  }

  /** Returns the reason of the notice or of the cancellation. */
  LossReason reason() {
    return reason;
  }

  boolean isCancelled() {
    return cancelledDay != OPEN;
  }

  int cancelledDay() {
    return cancelledDay;
  }

  /** Returns the first day that is not paid for, once it is cancelled. */
  int paidUntil() {
    return paidUntil;
  }

  boolean isPastDue() {
    return pastDueSince != OPEN;
  }

  int pastDueSince() {
    return pastDueSince;
  }

  /** Tells whether the term was over by a day, and not renewed. */
  boolean isLapsed(int day) {
    return termEnd <= day;
  }

  int discounts() {
    return discountCount;
  }

  Discount discount(int i) {
    return codes.discount(discounts[i]);
  }

  /** Returns the first day without a discount, or {@link #OPEN} if it is permanent. */
  int discountEnd(int i) {
    return discountEnds[i];
  }

  /** Returns the place of a discount that holds on a day, or a negative number. */
  int indexOfDiscount(String name, int day) {
    for (int i = 0; i < discountCount; i++) {
      if (discountEnds[i] > day && discount(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Takes the next record, which must fit what is known. */
  void apply(int record) {
    int day = records.dayAt(record);
    int item = records.itemAt(record);
    switch (records.kindAt(record)) {
      case START -> start(record);
      case PLAN_CHANGE -> plan = item;
      case RENEWAL -> renew(record);
      case DISCOUNT_START -> addDiscount(item, dayOrOpen(records.untilAt(record)));
      case DISCOUNT_END -> discountEnds[indexOfDiscount(codes.discountName(item), day)] = day;
      case CANCEL_REQUEST -> {
        requested = true;
        reason = ChangeCodes.reason(item);
      }
      case CANCELLATION -> cancel(record);
      case PAUSE -> paused = true;
      case RESUMPTION -> paused = false;
      case CANCEL_WITHDRAWAL -> withdrawRequest();
      case PAST_DUE -> pastDueSince = day;
      case RECOVERY -> pastDueSince = OPEN;
    }
  }

  private void start(int record) {
    clear();
    startDay = records.dayAt(record);
    plan = records.itemAt(record);
    termEnd = dayOrOpen(records.untilAt(record));
  }

  private void renew(int record) {
    termEnd = records.untilAt(record);
    if (records.itemAt(record) != LedgerColumns.NONE) {
      plan = records.itemAt(record);
    }
    withdrawRequest();
  }

  private void withdrawRequest() {
    requested = false;
    reason = LossReason.UNKNOWN;
  }

  private void cancel(int record) {
    int day = records.dayAt(record);
    int until = records.untilAt(record);
    if (isLapsed(day)) {
      paidUntil = day;
    } else if (until != LedgerColumns.NONE) {
      paidUntil = until;
    } else {
      paidUntil = termEnd == OPEN ? day : termEnd;
    }
    cancelledDay = day;
    termEnd = OPEN;
    reason = ChangeCodes.reason(records.itemAt(record));
  }

  private void addDiscount(int discount, int end) {
    if (discountCount == discounts.length) {
      discounts = Arrays.copyOf(discounts, 2 * discountCount);
      discountEnds = Arrays.copyOf(discountEnds, 2 * discountCount);
    }
    discounts[discountCount] = discount;
    discountEnds[discountCount++] = end;
  }

  private static int dayOrOpen(int day) {
    return day == LedgerColumns.NONE ? OPEN : day;
  }
}
