package io.github.retention4j.revenue;

import java.util.Arrays;

/**
 * Compressed sparse rows: for each customer the periods by whose close its revenue had changed, and
 * what it was from then on. Columns that say nothing are empty.
 */
final class RevenueSteps {

  /** The period of a step that tells what stood when the axis began. */
  static final int OPENING = -1;

  /** No day: the customer is not a former one. */
  static final int NEVER = Integer.MIN_VALUE;

  /** Where the steps of each row start, and last, where those of the last row end. */
  final int[] rowStart;

  /** The period of each step, {@link #OPENING} first. */
  final int[] periods;

  /** The revenue from the close of that period on. */
  final long[] units;

  /** The part of each change that is foreign exchange; empty if there is none. */
  final long[] foreignExchange;

  /** Why revenue went to zero, by code; empty if nothing is known. */
  final byte[] reasons;

  /** The day from which a customer of earlier times had no revenue; empty if there is none. */
  final int[] formerSince;

  RevenueSteps(
      int[] rowStart,
      int[] periods,
      long[] units,
      long[] foreignExchange,
      byte[] reasons,
      int[] formerSince) {
    this.rowStart = rowStart;
    this.periods = periods;
    this.units = units;
    this.foreignExchange = foreignExchange;
    this.reasons = reasons;
    this.formerSince = formerSince;
  }

  int rows() {
    return rowStart.length - 1;
  }

  int size() {
    return periods.length;
  }

  long foreignExchangeAt(int step) {
    return foreignExchange.length == 0 ? 0 : foreignExchange[step];
  }

  LossReason reasonAt(int step) {
    return reasons.length == 0 ? LossReason.UNKNOWN : LossReason.of(reasons[step]);
  }

  int formerSince(int row) {
    return formerSince.length == 0 ? NEVER : formerSince[row];
  }

  /** Returns the step that holds at the close of a period, or one before the row if none does. */
  int stepAt(int row, int period) {
    int found = Arrays.binarySearch(periods, rowStart[row], rowStart[row + 1], period);
    return found >= 0 ? found : -found - 2;
  }

  /** Returns the revenue of a row at the close of a period. */
  long unitsAt(int row, int period) {
    int step = stepAt(row, period);
    return step < rowStart[row] ? 0 : units[step];
  }

  /** Returns some rows, in that order. */
  RevenueSteps select(int[] rows) {
    int[] start = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      start[i + 1] = start[i] + rowStart[rows[i] + 1] - rowStart[rows[i]];
    }
    int size = start[rows.length];
    RevenueSteps selected =
        new RevenueSteps(
            start,
            new int[size],
            new long[size],
            new long[foreignExchange.length == 0 ? 0 : size],
            new byte[reasons.length == 0 ? 0 : size],
            new int[formerSince.length == 0 ? 0 : rows.length]);
    for (int i = 0; i < rows.length; i++) {
      selected.copyRow(this, rows[i], i);
    }
    return selected.trimmed();
  }

  private void copyRow(RevenueSteps from, int source, int target) {
    int first = from.rowStart[source];
    int length = from.rowStart[source + 1] - first;
    System.arraycopy(from.periods, first, periods, rowStart[target], length);
    System.arraycopy(from.units, first, units, rowStart[target], length);
    if (foreignExchange.length > 0) {
      System.arraycopy(from.foreignExchange, first, foreignExchange, rowStart[target], length);
    }
    if (reasons.length > 0) {
      System.arraycopy(from.reasons, first, reasons, rowStart[target], length);
    }
    if (formerSince.length > 0) {
      formerSince[target] = from.formerSince[source];
    }
  }

  /** Drops the columns that say nothing, so that equal steps have equal columns. */
  RevenueSteps trimmed() {
    boolean exchange = Arrays.stream(foreignExchange).anyMatch(part -> part != 0);
    boolean former = Arrays.stream(formerSince).anyMatch(day -> day != NEVER);
    return new RevenueSteps(
        rowStart,
        periods,
        units,
        exchange ? foreignExchange : new long[0],
        saysWhy() ? reasons : new byte[0],
        former ? formerSince : new int[0]);
  }

  private boolean saysWhy() {
    for (byte reason : reasons) {
      if (reason != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RevenueSteps that
        && Arrays.equals(rowStart, that.rowStart)
        && Arrays.equals(periods, that.periods)
        && Arrays.equals(units, that.units)
        && Arrays.equals(foreignExchange, that.foreignExchange)
        && Arrays.equals(reasons, that.reasons)
        && Arrays.equals(formerSince, that.formerSince);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(periods) + Arrays.hashCode(units);
  }
}
