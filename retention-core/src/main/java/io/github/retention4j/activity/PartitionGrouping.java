package io.github.retention4j.activity;

import java.util.Arrays;

/**
 * Groups the events of one partition, each a 64-bit value with the rest of a customer's key above
 * and a period below, into the rows of its customers. Used again and again by one worker; all it
 * holds fits the cache.
 *
 * <p>Customers are found in an open table whose slot is given by the highest bits of the key, so
 * that reading the table from end to end meets them nearly in order and an insertion sort does the
 * rest. Then each event's period is put beside those of its customer, and the few periods of a
 * customer are sorted and counted.
 */
final class PartitionGrouping {

  private static final int FEW = 16;
  private static final int FIRST_BITS = 10;

  private final int periodBits;
  private final int[] eventsOf;

  private int tableBits = FIRST_BITS;
  private long[] slotKey = new long[slots(FIRST_BITS)];
  private int[] slotRow = new int[slots(FIRST_BITS)];
  private int rows;
  private long[] rowKey = new long[1 << FIRST_BITS];
  private int[] rowLength = new int[1 << FIRST_BITS];
  private int[] rowOf = new int[0];
  private int[] sortedPeriods = new int[0];

  /** Where the rows of a partition are put. */
  private CellRows target = new CellRows(new long[0], new int[1], new int[0], new int[0]);

  private int cells;

  /**
   * Creates the tables.
   *
   * @param periodBits how many low bits hold the period
   * @param periods how many periods there are
   */
  PartitionGrouping(int periodBits, int periods) {
    this.periodBits = periodBits;
    this.eventsOf = new int[periods];
  }

  /** A table has room past its last slot, so that a search never turns round. */
  private static int slots(int bits) {
    return (1 << bits) + (1 << (bits - 3));
  }

  /**
   * Returns the rows of the events of a partition.
   *
   * @param packed the events of all partitions
   * @param from where those of this one begin
   * @param to where they end
   * @param high the bits of the key that all customers of the partition share
   */
  CellRows rows(long[] packed, int from, int to, long high) {
    findCustomers(packed, from, to);
    int[] order = rowsInOrder();
    putPeriodsTogether(packed, from, to, order);
    target =
        new CellRows(new long[rows], new int[rows + 1], new int[to - from], new int[to - from]);
    cells = 0;
    int start = 0;
    for (int i = 0; i < rows; i++) {
      int end = start + rowLength[order[i]];
      count(start, end);
      target.keys[i] = high | rowKey[order[i]];
      target.rowStart[i + 1] = cells;
      start = end;
    }
    return new CellRows(
        target.keys,
        target.rowStart,
        Arrays.copyOf(target.periods, cells),
        Arrays.copyOf(target.events, cells));
  }

  private void findCustomers(long[] packed, int from, int to) {
    if (rowOf.length < to - from) {
      rowOf = new int[to - from];
      sortedPeriods = new int[to - from];
    }
    Arrays.fill(slotRow, 0);
    rows = 0;
    for (int i = from; i < to; i++) {
      int row = row(packed[i]);
      rowOf[i - from] = row;
      rowLength[row]++;
    }
  }

  /** Slots hold a row plus one, so that 0 is an empty slot. */
  private int row(long value) {
    long key = value >>> periodBits;
    int slot = (int) (value >>> (Long.SIZE - tableBits));
    while (slotRow[slot] != 0) {
      if (slotKey[slot] == key) {
        return slotRow[slot] - 1;
      }
      if (++slot == slotRow.length) {
        growTable();
        return row(value);
      }
    }
    if (rows >= (1 << tableBits) >> 1) {
      growTable();
      return row(value);
    }
    slotKey[slot] = key;
    slotRow[slot] = rows + 1;
    return newRow(key);
  }

  private int newRow(long key) {
    if (rows == rowKey.length) {
      rowKey = Arrays.copyOf(rowKey, 2 * rows);
      rowLength = Arrays.copyOf(rowLength, 2 * rows);
    }
    rowKey[rows] = key;
    rowLength[rows] = 0;
    return rows++;
  }

  private void growTable() {
    tableBits++;
    slotKey = new long[slots(tableBits)];
    slotRow = new int[slots(tableBits)];
    for (int row = 0; row < rows; row++) {
      int slot = (int) ((rowKey[row] << periodBits) >>> (Long.SIZE - tableBits));
      while (slotRow[slot] != 0) {
        if (++slot == slotRow.length) {
          growTable();
          return;
        }
      }
      slotKey[slot] = rowKey[row];
      slotRow[slot] = row + 1;
    }
  }

  private int[] rowsInOrder() {
    int[] order = new int[rows];
    int found = 0;
    for (int slot = 0; found < rows; slot++) {
      if (slotRow[slot] != 0) {
        order[found++] = slotRow[slot] - 1;
      }
    }
    for (int i = 1; i < rows; i++) {
      int row = order[i];
      int j = i - 1;
      while (j >= 0 && rowKey[order[j]] > rowKey[row]) {
        order[j + 1] = order[j];
        j--;
      }
      order[j + 1] = row;
    }
    return order;
  }

  private void putPeriodsTogether(long[] packed, int from, int to, int[] order) {
    int[] next = new int[rows];
    int start = 0;
    for (int row : order) {
      next[row] = start;
      start += rowLength[row];
    }
    int mask = (int) ((1L << periodBits) - 1);
    for (int i = from; i < to; i++) {
      sortedPeriods[next[rowOf[i - from]]++] = (int) packed[i] & mask;
    }
  }

  private void count(int start, int end) {
    int size = end - start;
    if (size <= FEW) {
      insert(start, end);
    } else if (size < eventsOf.length / FEW) {
      Arrays.sort(sortedPeriods, start, end);
    } else {
      countMany(start, end);
      return;
    }
    int last = -1;
    for (int i = start; i < end; i++) {
      int period = sortedPeriods[i];
      if (period != last) {
        target.periods[cells++] = period;
        last = period;
      }
      target.events[cells - 1]++;
    }
  }

  private void countMany(int start, int end) {
    for (int i = start; i < end; i++) {
      eventsOf[sortedPeriods[i]]++;
    }
    for (int period = 0; period < eventsOf.length; period++) {
      if (eventsOf[period] > 0) {
        target.periods[cells] = period;
        target.events[cells++] = eventsOf[period];
        eventsOf[period] = 0;
      }
    }
  }

  private void insert(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      int period = sortedPeriods[i];
      int j = i - 1;
      while (j >= start && sortedPeriods[j] > period) {
        sortedPeriods[j + 1] = sortedPeriods[j];
        j--;
      }
      sortedPeriods[j + 1] = period;
    }
  }
}
