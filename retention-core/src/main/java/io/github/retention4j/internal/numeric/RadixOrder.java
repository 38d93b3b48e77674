package io.github.retention4j.internal.numeric;

import java.util.Arrays;

/** Orders rows by columns of whole numbers, in time that grows with the number of rows alone. */
public final class RadixOrder {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private RadixOrder() {}

  /**
   * Returns the rows in ascending order of their keys.
   *
   * @param rows how many rows
   * @param keys columns of keys, taken as unsigned, the first counting most; each with an entry for
   *     each row
   * @return the numbers of the rows; rows equal in all keys stay in the order of their numbers
   */
  public static int[] of(int rows, int[]... keys) {
    int[] order = new int[rows];
    Arrays.setAll(order, row -> row);
    int[] spare = new int[rows];
    for (int column = keys.length - 1; column >= 0; column--) {
      int bits = Arrays.stream(keys[column]).reduce(0, (a, b) -> a | b);
      for (int shift = 0; shift < Integer.SIZE && bits >>> shift != 0; shift += DIGIT_BITS) {
        sortByDigit(order, spare, keys[column], shift);
        int[] sorted = spare;
        spare = order;
        order = sorted;
      }
    }
    return order;
  }

  private static void sortByDigit(int[] from, int[] to, int[] key, int shift) {
    int[] start = new int[DIGITS + 1];
    for (int value : key) {
      start[digit(value, shift) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      start[digit + 1] += start[digit];
    }
    for (int row : from) {
      to[start[digit(key[row], shift)]++] = row;
    }
  }

  private static int digit(int key, int shift) {
    return (key >>> shift) & (DIGITS - 1);
  }
}
