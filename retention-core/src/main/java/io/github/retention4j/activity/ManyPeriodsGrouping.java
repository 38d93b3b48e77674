package io.github.retention4j.activity;

import java.util.Arrays;

/** Groups by putting the periods of each customer together, then sorting and counting those. */
final class ManyPeriodsGrouping implements PartitionGrouping {

  private static final int FEW = 16;

  private final CustomerTable customers;
  private final int mask;
  private final int[] eventsOf;
  private int[] rowLength = new int[1 << 10];
  private int[] rowOf = new int[0];
  private int[] together = new int[0];

  ManyPeriodsGrouping(int periodBits, int periods) {
    this.customers = new CustomerTable(periodBits);
    this.mask = (int) ((1L << periodBits) - 1);
    this.eventsOf = new int[periods];
  }

  @Override
  public CellRows rows(long[] packed, int from, int to, long high) {
    findCustomers(packed, from, to);
    int[] order = customers.inOrder();
    putTogether(packed, from, to, order);
    CellRowsWriter target = new CellRowsWriter(order.length, to - from);
    int start = 0;
    for (int row : order) {
      int end = start + rowLength[row];
      count(start, end, target);
      target.endRow(high | customers.key(row));
      rowLength[row] = 0;
      start = end;
    }
    return target.toRows();
  }

  private void findCustomers(long[] packed, int from, int to) {
    if (rowOf.length < to - from) {
      rowOf = new int[to - from];
      together = new int[to - from];
    }
    customers.clear();
    for (int i = from; i < to; i++) {
      int row = customers.row(packed[i]);
      if (row == rowLength.length) {
        rowLength = Arrays.copyOf(rowLength, 2 * row);
      }
      rowOf[i - from] = row;
      rowLength[row]++;
    }
  }

  private void putTogether(long[] packed, int from, int to, int[] order) {
    int[] next = new int[order.length];
    int start = 0;
    for (int row : order) {
      next[row] = start;
      start += rowLength[row];
    }
    for (int i = from; i < to; i++) {
      together[next[rowOf[i - from]]++] = (int) packed[i] & mask;
    }
  }

  /** Sorts few periods by insertion, many by counting, and those between as the JDK does. */
  private void count(int start, int end, CellRowsWriter target) {
    int size = end - start;
    if (size > eventsOf.length / FEW) {
      countAll(start, end, target);
      return;
    }
    if (size <= FEW) {
      insert(start, end);
    } else {
      Arrays.sort(together, start, end);
    }
    int run = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || together[i] != together[run]) {
        target.add(together[run], i - run);
        run = i;
      }
    }
  }

  private void countAll(int start, int end, CellRowsWriter target) {
    for (int i = start; i < end; i++) {
      eventsOf[together[i]]++;
    }
    for (int period = 0; period < eventsOf.length; period++) {
      if (eventsOf[period] > 0) {
        target.add(period, eventsOf[period]);
        eventsOf[period] = 0;
      }
    }
  }

  private void insert(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      int period = together[i];
      int j = i - 1;
      while (j >= start && together[j] > period) {
        together[j + 1] = together[j];
        j--;
      }
      together[j + 1] = period;
    }
  }
}
