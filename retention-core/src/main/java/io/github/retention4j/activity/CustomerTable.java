package io.github.retention4j.activity;

import java.util.Arrays;

/**
 * Finds for each customer of a partition a word of 64 bits, in an open table that fits the cache.
 *
 * <p>A slot is given by the highest bits of the key, so that reading the table from end to end
 * meets the customers nearly in the order of their keys, and an insertion sort does the rest. The
 * table grows at the first clash when three of eight slots are taken, so that the first look mostly
 * finds the customer; past the last slot there is room, so that a search never turns round.
 */
final class CustomerTable {

  private static final int FIRST_BITS = 10;

  private final int periodBits;
  private final long periodMask;
  private int tableBits = FIRST_BITS;

  /**
   * The key of each slot, and after it its word. A key stands where it stood in the value, with
   * ones in place of the period: so it is not 0, and 0 means an empty slot.
   */
  private long[] pairs = pairs(FIRST_BITS);

  private int size;

  /**
   * Creates an empty table.
   *
   * @param periodBits how many low bits of a value hold the period, below the rest of the key
   */
  CustomerTable(int periodBits) {
    this.periodBits = periodBits;
    this.periodMask = (1L << periodBits) - 1;
  }

  private static long[] pairs(int bits) {
    return new long[2 * ((1 << bits) + (1 << (bits - 3)))];
  }

  private void clear() {
    Arrays.fill(pairs, 0);
    size = 0;
  }

  /** Returns how many customers there are. */
  int size() {
    return size;
  }

  /**
   * Returns where the word of the customer of a value is; 0 if the customer is new.
   *
   * <p>Whether a customer is new is as hard to foresee as a clash of slots, so its key is written
   * to its slot whether it stands there or the slot is empty.
   */
  int find(long value) {
    long key = value | periodMask;
    int at = home(value);
    long there = pairs[at];
    long onesIfTaken = (there | -there) >> (Long.SIZE - 1);
    if (((there ^ key) & onesIfTaken) != 0) {
      return findFrom(at, key);
    }
    pairs[at] = key;
    size += 1 + (int) onesIfTaken;
    return at + 1;
  }

  /** Extends the span of the customer of each value by its period; words are {@link Span}s. */
  void extendSpans(long[] values, int size) {
    int i = extendSpansAtHome(values, 0, size);
    while (i < size) {
      int at = find(values[i]);
      pairs[at] = Span.extended(pairs[at], (int) (values[i] & periodMask));
      i = extendSpansAtHome(values, i + 1, size);
    }
  }

  /**
   * Does so, as {@link #find} would, up to the first value whose slot another customer has, and
   * returns where that is. Nothing here changes the table for another, so all is kept in registers.
   */
  private int extendSpansAtHome(long[] values, int from, int end) {
    long[] table = pairs;
    long mask = periodMask;
    int shift = Long.SIZE - tableBits;
    int found = 0;
    int i = from;
    for (; i < end; i++) {
      long value = values[i];
      int at = (int) (value >>> shift) << 1;
      long key = value | mask;
      long there = table[at];
      long onesIfTaken = (there | -there) >> (Long.SIZE - 1);
      if (((there ^ key) & onesIfTaken) != 0) {
        break;
      }
      table[at] = key;
      table[at + 1] = Span.extended(table[at + 1], (int) (value & mask));
      found += 1 + (int) onesIfTaken;
    }
    size += found;
    return i;
  }

  private int findFrom(int home, long key) {
    int at = home;
    while (at < pairs.length && pairs[at] != 0) {
      if (pairs[at] == key) {
        return at + 1;
      }
      at += 2;
    }
    if (at >= pairs.length || size >= (3 << tableBits) / 8) {
      grow();
      return find(key);
    }
    pairs[at] = key;
    size++;
    return at + 1;
  }

  private int home(long value) {
    return (int) (value >>> (Long.SIZE - tableBits)) << 1;
  }

  /** Returns the word at a place that was found. */
  long word(int at) {
    return pairs[at];
  }

  /** Sets the word at a place that was found. */
  void set(int at, long word) {
    pairs[at] = word;
  }

  /** Returns the number of the customer of a value: 0 for the first, the next one for a new one. */
  int number(long value) {
    int at = find(value);
    if (pairs[at] == 0) {
      // A word holds the number plus one, for it must not be 0.
      pairs[at] = size;
    }
    return (int) pairs[at] - 1;
  }

  private void grow() {
    long[] before = pairs;
    tableBits++;
    pairs = pairs(tableBits);
    size = 0;
    for (int at = 0; at < before.length; at += 2) {
      if (before[at] != 0) {
        int found = find(before[at]);
        pairs[found] = before[at + 1];
      }
    }
  }

  /**
   * Returns the keys in order and the word of each, and forgets all customers.
   *
   * <p>Which slots are taken is no pattern that a processor can foresee, so every slot is written
   * where the next customer belongs, and an empty one is overwritten.
   *
   * @param high the bits that stand above each key
   */
  KeyedWords takeInOrder(long high) {
    long[] keys = new long[size + 1];
    long[] words = new long[size + 1];
    int found = 0;
    for (int at = 0; found < size; at += 2) {
      keys[found] = high | pairs[at] >>> periodBits;
      words[found] = pairs[at + 1];
      found += pairs[at] == 0 ? 0 : 1;
    }
    for (int row = 1; row < size; row++) {
      if (keys[row - 1] > keys[row]) {
        sink(keys, words, row);
      }
    }
    KeyedWords customers = new KeyedWords(keys, words, size);
    clear();
    return customers;
  }

  private static void sink(long[] keys, long[] words, int row) {
    long key = keys[row];
    long word = words[row];
    int i = row;
    while (i > 0 && keys[i - 1] > key) {
      keys[i] = keys[i - 1];
      words[i] = words[i - 1];
      i--;
    }
    keys[i] = key;
    words[i] = word;
  }

  /**
   * The mixed keys of customers, in ascending order, and a word of each: the first of each array.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record KeyedWords(long[] keys, long[] words, int size) {

    /** Returns the number of a customer where words are numbers. */
    int number(int row) {
      return (int) words[row] - 1;
    }
  }
}
