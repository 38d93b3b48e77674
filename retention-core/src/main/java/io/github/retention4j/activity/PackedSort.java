package io.github.retention4j.activity;

import java.util.Arrays;

/**
 * Sorts runs of 64-bit values by unsigned order, for runs that fit the cache.
 *
 * <p>A run is split by its highest bits that differ into about a quarter as many buckets as it has
 * values, each bucket again in the same way, until few are left to insert one by one. The bits that
 * all values of a run share are never looked at, so that the many events of one busy customer,
 * alike but for the period, cost one more split and no more.
 */
final class PackedSort {

  private static final int FEW = 20;
  private static final int MOST_BITS = 12;

  private final int[] bucketEnd = new int[1 << MOST_BITS];
  private long[] scratch = new long[1 << 10];

  /** Sorts the values from one index to another. */
  void sort(long[] values, int from, int to) {
    int size = to - from;
    if (size <= FEW) {
      insert(values, from, to);
      return;
    }
    long differing = differing(values, from, to);
    if (differing == 0) {
      return;
    }
    int top = Long.SIZE - Long.numberOfLeadingZeros(differing);
    int bits = Math.min(top, Math.min(MOST_BITS, bitsFor(size)));
    int shift = top - bits;
    int mask = (1 << bits) - 1;
    split(values, from, to, shift, mask);
    sortBuckets(values, from, to, shift, mask);
  }

  private static int bitsFor(int size) {
    return Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(size) - 3);
  }

  private static long differing(long[] values, int from, int to) {
    long first = values[from];
    long differing = 0;
    for (int i = from + 1; i < to; i++) {
      differing |= values[i] ^ first;
    }
    return differing;
  }

  private void split(long[] values, int from, int to, int shift, int mask) {
    int size = to - from;
    if (scratch.length < size) {
      scratch = new long[Math.max(size, 2 * scratch.length)];
    }
    long[] target = scratch;
    int[] next = bucketEnd;
    Arrays.fill(next, 0, mask + 1, 0);
    for (int i = from; i < to; i++) {
      next[(int) (values[i] >>> shift) & mask]++;
    }
    int start = 0;
    for (int b = 0; b <= mask; b++) {
      int count = next[b];
      next[b] = start;
      start += count;
    }
    for (int i = from; i < to; i++) {
      target[next[(int) (values[i] >>> shift) & mask]++] = values[i];
    }
    System.arraycopy(target, 0, values, from, size);
  }

  /** Buckets are found again by their bits: the shared counters are reused by the inner sorts. */
  private void sortBuckets(long[] values, int from, int to, int shift, int mask) {
    int start = from;
    while (start < to) {
      int bucket = (int) (values[start] >>> shift) & mask;
      int end = start + 1;
      while (end < to && ((int) (values[end] >>> shift) & mask) == bucket) {
        end++;
      }
      if (shift > 0 && end - start > 1) {
        sort(values, start, end);
      }
      start = end;
    }
  }

  private static void insert(long[] values, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long value = values[i];
      int j = i - 1;
      while (j >= from && Long.compareUnsigned(values[j], value) > 0) {
        values[j + 1] = values[j];
        j--;
      }
      values[j + 1] = value;
    }
  }
}
