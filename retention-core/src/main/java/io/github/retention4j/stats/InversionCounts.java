package io.github.retention4j.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the number of pairs in the wrong order is distributed when numbers, some of them equal, come
 * in random order. Pairs of equal numbers are in no order.
 *
 * <p>Groups of equal numbers are put in one after another; the pairs that a group of t makes with
 * the m numbers before it are those of Mann and Whitney, independent of the pairs among the m.
 */
final class InversionCounts {

  private final double[] chance;

  private InversionCounts(double[] chance) {
    this.chance = chance;
  }

  /** Takes the sizes of the groups of equal numbers. */
  static InversionCounts of(int[] groups) {
    double[] chance = {1};
    int before = 0;
    // In order of size, so that the order in which they come changes no rounding.
    for (int group : Arrays.stream(groups).sorted().toArray()) {
      chance = convolved(chance, mannWhitney(before, group));
      before += group;
    }
    return new InversionCounts(chance);
  }

  /** Returns the largest possible number. */
  int most() {
    return chance.length - 1;
  }

  /** Returns the chance of at most so many, from 0 to {@link #most()}. */
  double atMost(int inversions) {
    return Arrays.stream(chance, 0, inversions + 1).sum();
  }

  /** By the last of all numbers: it belongs to the m with chance m / (m + t). */
  private static double[] mannWhitney(int m, int t) {
    double[][] row = new double[t + 1][];
    for (int j = 0; j <= t; j++) {
      row[j] = new double[] {1};
    }
    for (int i = 1; i <= m; i++) {
      for (int j = 1; j <= t; j++) {
        row[j] = mixed(row[j], j, (double) i / (i + j), row[j - 1]);
      }
    }
    return row[t];
  }

  /** Mixes one distribution, moved up, with another. */
  private static double[] mixed(double[] moved, int by, double weight, double[] other) {
    return IntStream.range(0, moved.length + by)
        .mapToDouble(
            u ->
                (u >= by ? weight * moved[u - by] : 0)
                    + (u < other.length ? (1 - weight) * other[u] : 0))
        .toArray();
  }

  private static double[] convolved(double[] first, double[] second) {
    double[] sum = new double[first.length + second.length - 1];
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        sum[i + j] += first[i] * second[j];
      }
    }
    return sum;
  }
}
