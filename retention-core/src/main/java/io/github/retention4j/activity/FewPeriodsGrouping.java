package io.github.retention4j.activity;

import java.util.Arrays;

/** Groups by a counter for each customer and period, and a bit for each counter in use. */
final class FewPeriodsGrouping implements PartitionGrouping {

  private final CustomerTable customers;
  private final int periods;
  private final int mask;
  private long[] active = new long[1 << 10];
  private int[] events;

  FewPeriodsGrouping(int periodBits, int periods) {
    this.customers = new CustomerTable(periodBits);
    this.periods = periods;
    this.mask = (int) ((1L << periodBits) - 1);
    this.events = new int[active.length * periods];
  }

  @Override
  public CellRows rows(long[] packed, int from, int to, long high) {
    customers.clear();
    int cells = 0;
    for (int i = from; i < to; i++) {
      int row = customers.row(packed[i]);
      if (row == active.length) {
        active = Arrays.copyOf(active, 2 * row);
        events = Arrays.copyOf(events, 2 * row * periods);
      }
      int period = (int) packed[i] & mask;
      active[row] |= 1L << period;
      if (events[row * periods + period]++ == 0) {
        cells++;
      }
    }
    return readOff(cells, high);
  }

  /** Leaves every counter and bit at zero for the next partition. */
  private CellRows readOff(int cells, long high) {
    int[] order = customers.inOrder();
    CellRows rows =
        new CellRows(
            new long[order.length], new int[order.length + 1], new int[cells], new int[cells]);
    int cell = 0;
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      int first = row * periods;
      for (long rest = active[row]; rest != 0; rest &= rest - 1) {
        int period = Long.numberOfTrailingZeros(rest);
        rows.periods[cell] = period;
        rows.events[cell++] = events[first + period];
        events[first + period] = 0;
      }
      active[row] = 0;
      rows.keys[i] = high | customers.key(row);
      rows.rowStart[i + 1] = cell;
    }
    return rows;
  }
}
