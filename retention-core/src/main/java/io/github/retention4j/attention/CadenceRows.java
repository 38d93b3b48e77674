package io.github.retention4j.attention;

import io.github.retention4j.lifecycle.PurchaseCounting;
import java.util.Arrays;

/** The purchases and gaps of the rows of a grid until a date, in primitive columns. */
final class CadenceRows {

  final RowCustomers customers;
  final PurchaseDays purchaseDays;
  final int[] last;
  final long[] purchases;
  final long[] units;

  /** Where the gaps of each row begin; those of a row are in ascending order. */
  final int[] starts;

  final int[] gaps;

  private CadenceRows(
      PurchaseDays purchaseDays,
      int[] rows,
      int[] last,
      long[] purchases,
      long[] units,
      int[] starts,
      int[] gaps) {
    this.purchaseDays = purchaseDays;
    this.customers = RowCustomers.of(purchaseDays.grid(), rows);
    this.last = last;
    this.purchases = purchases;
    this.units = units;
    this.starts = starts;
    this.gaps = gaps;
  }

  static CadenceRows of(PurchaseDays days, PurchaseCounting counting) {
    if (counting == PurchaseCounting.EACH_EVENT) {
      days.requireEventCounts(counting);
    }
    int[] rows = rowsWithPurchases(days);
    int[] last = new int[rows.length];
    long[] purchases = new long[rows.length];
    long[] units = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int end = days.endCell(rows[i]);
      last[i] = days.day(end - 1);
      for (int cell = days.grid().firstCell(rows[i]); cell < end; cell++) {
        purchases[i] += counting == PurchaseCounting.ONE_A_DAY ? 1 : days.grid().eventsAt(cell);
      }
      units[i] = days.units(rows[i], days.grid().firstCell(rows[i]), end);
    }
    int[] starts = starts(purchases);
    return new CadenceRows(
        days, rows, last, purchases, units, starts, gaps(days, rows, purchases, starts));
  }

  private static int[] rowsWithPurchases(PurchaseDays days) {
    int[] rows = new int[days.grid().rows()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (days.grid().firstCell(row) < days.endCell(row)) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static int[] starts(long[] purchases) {
    int[] starts = new int[purchases.length + 1];
    for (int i = 0; i < purchases.length; i++) {
      starts[i + 1] = Math.toIntExact(starts[i] + purchases[i] - 1);
    }
    return starts;
  }

  /** Gaps of 0 days between purchases of one day come first, as the array begins with zeros. */
  private static int[] gaps(PurchaseDays days, int[] rows, long[] purchases, int[] starts) {
    int[] gaps = new int[starts[purchases.length]];
    for (int i = 0; i < rows.length; i++) {
      int to = starts[i + 1];
      int cell = days.endCell(rows[i]) - 1;
      for (; cell > days.grid().firstCell(rows[i]); cell--) {
        gaps[--to] = days.day(cell) - days.day(cell - 1);
      }
      Arrays.sort(gaps, to, starts[i + 1]);
    }
    return gaps;
  }

  int size() {
    return last.length;
  }

  int gapCount(int row) {
    return starts[row + 1] - starts[row];
  }
}
