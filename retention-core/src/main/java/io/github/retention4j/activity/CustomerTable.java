package io.github.retention4j.activity;

import java.util.Arrays;

/**
 * Gives the customers of a partition numbers from 0, in an open table that fits the cache.
 *
 * <p>A slot is given by the highest bits of the key, so that reading the table from end to end
 * meets the customers nearly in the order of their keys, and an insertion sort does the rest. Past
 * the last slot there is room, so that a search never turns round.
 */
final class CustomerTable {

  private static final int FIRST_BITS = 10;

  private final int periodBits;
  private int tableBits = FIRST_BITS;
  private long[] slotKey = new long[slots(FIRST_BITS)];
  private int[] slotRow = new int[slots(FIRST_BITS)];
  private long[] rowKey = new long[1 << FIRST_BITS];
  private int rows;

  /**
   * Creates an empty table.
   *
   * @param periodBits how many low bits of a value hold the period, below the rest of the key
   */
  CustomerTable(int periodBits) {
    this.periodBits = periodBits;
  }

  private static int slots(int bits) {
    return (1 << bits) + (1 << (bits - 3));
  }

  /** Forgets all customers. */
  void clear() {
    Arrays.fill(slotRow, 0);
    rows = 0;
  }

  /** Returns how many customers there are. */
  int size() {
    return rows;
  }

  /** Returns the rest of the key of a customer. */
  long key(int row) {
    return rowKey[row];
  }

  /** Returns the number of the customer of a value, the next one if it is new. */
  int row(long value) {
    long key = value >>> periodBits;
    int slot = (int) (value >>> (Long.SIZE - tableBits));
    while (slotRow[slot] != 0) {
      if (slotKey[slot] == key) {
        return slotRow[slot] - 1;
      }
      if (++slot == slotRow.length) {
        grow();
        return row(value);
      }
    }
    if (rows >= (1 << tableBits) >> 1) {
      grow();
      return row(value);
    }
    if (rows == rowKey.length) {
      rowKey = Arrays.copyOf(rowKey, 2 * rows);
    }
    slotKey[slot] = key;
    // A slot holds the number plus one, so that 0 is an empty slot.
    slotRow[slot] = rows + 1;
    rowKey[rows] = key;
    return rows++;
  }

  private void grow() {
    tableBits++;
    slotKey = new long[slots(tableBits)];
    slotRow = new int[slots(tableBits)];
    for (int row = 0; row < rows; row++) {
      int slot = (int) ((rowKey[row] << periodBits) >>> (Long.SIZE - tableBits));
      while (slotRow[slot] != 0) {
        if (++slot == slotRow.length) {
          grow();
          return;
        }
      }
      slotKey[slot] = rowKey[row];
      slotRow[slot] = row + 1;
    }
  }

  /** Returns the numbers of the customers in the order of their keys. */
  int[] inOrder() {
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
}
