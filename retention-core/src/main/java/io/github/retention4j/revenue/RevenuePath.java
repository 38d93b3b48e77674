package io.github.retention4j.revenue;

import java.util.Arrays;

/**
 * The revenue of one customer at the close of every period, and the foreign exchange in it; filled
 * anew for each customer, so that calculators walk rows without searching. Not thread-safe.
 */
final class RevenuePath {

  private final RevenueGrid grid;
  private final long[] units;
  private final long[] exchange;
  private final int[] stayStart;
  private final boolean hasExchange;

  RevenuePath(RevenueGrid grid) {
    int closes = grid.axis().size() + 1;
    this.grid = grid;
    this.units = new long[closes];
    this.exchange = new long[closes];
    this.stayStart = new int[closes];
    this.hasExchange = grid.steps().foreignExchange.length > 0;
  }

  /** Reads the row of a customer. */
  void read(int row) {
    RevenueSteps steps = grid.steps();
    int next = steps.rowStart[row];
    int end = steps.rowStart[row + 1];
    Arrays.fill(units, 0, next < end ? steps.periods[next] + 1 : units.length, 0);
    for (int step = next; step < end; step++) {
      int from = steps.periods[step] + 1;
      int to = step + 1 < end ? steps.periods[step + 1] + 1 : units.length;
      Arrays.fill(units, from, to, steps.units[step]);
    }
    if (hasExchange) {
      readExchange(row);
    }
  }

  private void readExchange(int row) {
    RevenueSteps steps = grid.steps();
    Arrays.fill(exchange, 0);
    for (int step = steps.rowStart[row]; step < steps.rowStart[row + 1]; step++) {
      exchange[steps.periods[step] + 1] = steps.foreignExchange[step];
    }
    for (int close = 0; close < units.length; close++) {
      boolean goesOn = close > 0 && units[close] > 0 && units[close - 1] > 0;
      stayStart[close] = goesOn ? stayStart[close - 1] : close;
      exchange[close] = goesOn ? sum(row, exchange[close - 1], exchange[close]) : 0;
    }
  }

  private long sum(int row, long before, long more) {
    try {
      return Math.addExact(before, more);
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "foreign exchange of customer "
              + grid.customer(row)
              + " must sum to at most "
              + grid.shape().most(),
          overflow);
    }
  }

  /** Returns the revenue at the close of a period, or at the opening for -1. */
  long unitsAt(int period) {
    return units[period + 1];
  }

  /**
   * Returns the revenue at the close of a period without the foreign exchange since the close of
   * another; since the customer's return, if it was away in between.
   */
  long unitsWithoutExchange(int since, int period) {
    long now = units[period + 1];
    if (!hasExchange || now == 0) {
      return now;
    }
    long known = stayStart[period + 1] <= since + 1 ? exchange[since + 1] : 0;
    return Math.max(0, now - (exchange[period + 1] - known));
  }
}
