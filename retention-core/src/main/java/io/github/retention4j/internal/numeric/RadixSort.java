package io.github.retention4j.internal.numeric;

/** Sorts whole numbers in time that grows with their count alone, on a few threads. */
public final class RadixSort {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /** Below this many keys, threads cost more than they bring. */
  private static final int WORTH_SHARING = 1 << 14;

  private RadixSort() {}

  /**
   * Sorts keys in ascending order.
   *
   * @param keys taken as unsigned; overwritten, and no longer to be used but by the result
   * @param workers who do it; the result is the same for any number of them
   * @return the keys in order: {@code keys} itself or another array of its length
   */
  public static long[] sort(long[] keys, Workers workers) {
    if (workers.count() > 1 && keys.length < WORTH_SHARING) {
      try (Workers alone = new Workers(1)) {
        return sort(keys, alone);
      }
    }
    long varying = varyingBits(keys);
    long[] from = keys;
    long[] to = varying == 0 ? keys : new long[keys.length];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      if (digit(varying, shift) != 0) {
        sortByDigit(from, to, shift, workers);
        long[] sorted = to;
        to = from;
        from = sorted;
      }
    }
    return from;
  }

  /** Returns ones where not all keys have the same bit. */
  private static long varyingBits(long[] keys) {
    long any = 0;
    long all = -1;
    for (long key : keys) {
      any |= key;
      all &= key;
    }
    return any & ~all;
  }

  private static void sortByDigit(long[] from, long[] to, int shift, Workers workers) {
    int[][] next = new int[workers.count()][];
    workers.run(worker -> next[worker] = counts(from, shift, worker, workers.count()));
    int start = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      for (int[] of : next) {
        int count = of[digit];
        of[digit] = start;
        start += count;
      }
    }
    workers.run(
        worker -> {
          int first = bound(from.length, worker, workers.count());
          int end = bound(from.length, worker + 1, workers.count());
          place(from, first, end, to, shift, next[worker]);
        });
  }

  private static int[] counts(long[] keys, int shift, int worker, int workers) {
    int[] counts = new int[DIGITS];
    int end = bound(keys.length, worker + 1, workers);
    for (int i = bound(keys.length, worker, workers); i < end; i++) {
      counts[digit(keys[i], shift)]++;
    }
    return counts;
  }

  private static void place(long[] from, int first, int end, long[] to, int shift, int[] next) {
    for (int i = first; i < end; i++) {
      long key = from[i];
      to[next[digit(key, shift)]++] = key;
    }
  }

  private static int bound(int length, int part, int parts) {
    return (int) ((long) length * part / parts);
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (DIGITS - 1);
  }
}
