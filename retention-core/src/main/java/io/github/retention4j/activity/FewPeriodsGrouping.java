package io.github.retention4j.activity;

import io.github.retention4j.activity.CustomerTable.KeyedWords;
import java.util.Arrays;

/** Groups by a counter for each customer and period, of which there are at most 64. */
final class FewPeriodsGrouping implements PartitionGrouping {

  private final CustomerTable numberOf;
  private final int periods;
  private final int mask;
  private long[] active = new long[1 << 10];
  private int[] events;
  private int cells;

  FewPeriodsGrouping(int periodBits, int periods) {
    this.numberOf = new CustomerTable(periodBits);
    this.periods = periods;
    this.mask = (int) ((1L << periodBits) - 1);
    this.events = new int[active.length * periods];
  }

  @Override
  public void add(long[] packed, int size) {
    for (int i = 0; i < size; i++) {
      int number = numberOf.number(packed[i]);
      if (number == active.length) {
        active = Arrays.copyOf(active, 2 * number);
        events = Arrays.copyOf(events, 2 * number * periods);
      }
      int period = (int) packed[i] & mask;
      active[number] |= 1L << period;
      if (events[number * periods + period]++ == 0) {
        cells++;
      }
    }
  }

  /** Leaves every counter and bit at zero for the next partition. */
  @Override
  public RowPart rows(long high) {
    KeyedWords customers = numberOf.takeInOrder(high);
    int size = customers.size();
    CellRows rows =
        new CellRows(
            Arrays.copyOf(customers.keys(), size),
            new int[size + 1],
            new int[cells],
            new int[cells]);
    int cell = 0;
    for (int row = 0; row < size; row++) {
      int number = customers.number(row);
      int first = number * periods;
      for (long rest = active[number]; rest != 0; rest &= rest - 1) {
        int period = Long.numberOfTrailingZeros(rest);
        rows.periods[cell] = period;
        rows.events[cell++] = events[first + period];
        events[first + period] = 0;
      }
      active[number] = 0;
      rows.rowStart[row + 1] = cell;
    }
    cells = 0;
    return rows;
  }
}
