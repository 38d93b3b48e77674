package io.github.retention4j.subscription;

import io.github.retention4j.revenue.LossReason;
import java.util.Arrays;

/**
 * The changes of what one customer is worth, each in one currency on one day. Mutable, used again
 * for the next customer.
 */
final class CustomerChanges {

  private static final int INDEX_BITS = 32;
  private static final byte NOT_AN_END = -1;
  private static final byte UNKNOWN = (byte) ChangeCodes.numberOf(LossReason.UNKNOWN);

  private int size;
  private int[] days = new int[16];
  private int[] currencies = new int[16];
  private long[] amounts = new long[16];
  private byte[] reasons = new byte[16];

  void clear() {
    size = 0;
  }

  /**
   * Takes a change.
   *
   * @param amount by how much more the customer is worth
   */
  void add(int day, int currency, long amount) {
    add(day, currency, amount, NOT_AN_END);
  }

  /**
   * Takes the change by which a subscription went to zero.
   *
   * @param amount by how much more the customer is worth, negative
   */
  void addEnd(int day, int currency, long amount, LossReason reason) {
    add(day, currency, amount, (byte) ChangeCodes.numberOf(reason));
  }

  private void add(int day, int currency, long amount, byte reason) {
    if (size == days.length) {
      int larger = Math.addExact(size, size >> 1);
      days = Arrays.copyOf(days, larger);
      currencies = Arrays.copyOf(currencies, larger);
      amounts = Arrays.copyOf(amounts, larger);
      reasons = Arrays.copyOf(reasons, larger);
    }
    days[size] = day;
    currencies[size] = currency;
    amounts[size] = amount;
    reasons[size++] = reason;
  }

  int size() {
    return size;
  }

  int day(int i) {
    return days[i];
  }

  int currency(int i) {
    return currencies[i];
  }

  long amount(int i) {
    return amounts[i];
  }

  /**
   * Returns why subscriptions ended that did so on the days of some changes: unknown too if for
   * different reasons.
   */
  LossReason reason(int start, int end) {
    byte common = NOT_AN_END;
    for (int i = start; i < end; i++) {
      if (reasons[i] != NOT_AN_END && reasons[i] != common) {
        common = common == NOT_AN_END ? reasons[i] : UNKNOWN;
      }
    }
    return common == NOT_AN_END ? LossReason.UNKNOWN : ChangeCodes.reason(common);
  }

  /** Puts the changes in the order of their days, near ones on the day of the last of them. */
  void settle(int toleranceDays) {
    if (!isSorted()) {
      sort();
    }
    if (toleranceDays > 0) {
      gather(toleranceDays);
    }
  }

  private boolean isSorted() {
    for (int i = 1; i < size; i++) {
      if (days[i] < days[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Stable: the low bits carry the place before. */
  private void sort() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) days[i] << INDEX_BITS) | i;
    }
    Arrays.sort(order);
    int[] currenciesBefore = Arrays.copyOf(currencies, size);
    long[] amountsBefore = Arrays.copyOf(amounts, size);
    byte[] reasonsBefore = Arrays.copyOf(reasons, size);
    for (int i = 0; i < size; i++) {
      int from = (int) order[i];
      days[i] = (int) (order[i] >> INDEX_BITS);
      currencies[i] = currenciesBefore[from];
      amounts[i] = amountsBefore[from];
      reasons[i] = reasonsBefore[from];
    }
  }

  /** A movement begins on a day that changes something and takes in all days near to it. */
  private void gather(int toleranceDays) {
    int start = 0;
    while (start < size) {
      int next = endOfDay(start);
      if (isNothing(start, next)) {
        start = next;
        continue;
      }
      int end = next;
      while (next < size && (long) days[next] - days[start] <= toleranceDays) {
        int after = endOfDay(next);
        if (!isNothing(next, after)) {
          end = after;
        }
        next = after;
      }
      Arrays.fill(days, start, end, days[end - 1]);
      start = end;
    }
  }

  private int endOfDay(int start) {
    int end = start;
    while (end < size && days[end] == days[start]) {
      end++;
    }
    return end;
  }

  /** Tells whether changes of one day cancel each other in each currency. */
  private boolean isNothing(int start, int end) {
    for (int i = start; i < end; i++) {
      long sum = 0;
      for (int j = start; j < end; j++) {
        sum += currencies[j] == currencies[i] ? amounts[j] : 0;
      }
      if (sum != 0) {
        return false;
      }
    }
    return true;
  }
}
