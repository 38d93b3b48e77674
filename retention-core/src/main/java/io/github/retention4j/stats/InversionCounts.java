package io.github.retention4j.stats;

import java.util.Arrays;

/**
 * How the number of pairs in the wrong order is distributed when numbers, some of them equal, come
 * in random order. Pairs of equal numbers are in no order.
 *
 * <p>Groups of equal numbers are put in one after another. The pairs that a group of t makes with
 * the m numbers before it are those of Mann and Whitney, independent of the pairs among the m; the
 * arrangements with u of them are the coefficient of q^u in
 *
 * <pre>{@code product over j = 1 .. t of (1 - q^(m + j)) / (1 - q^j)}</pre>
 *
 * <p>Of the distribution, which is symmetric, the lower half is kept. There the chances rise, so
 * that the differences that are taken lose few digits: 1e-12 of a chance, however small, with 50
 * numbers. Takes time in proportion to the cube of their number.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney (1947)</a>
 */
final class InversionCounts {

  private final int most;
  private final double[] atMost;

  private InversionCounts(int most, double[] chance) {
    this.most = most;
    this.atMost = chance;
    for (int u = 1; u < chance.length; u++) {
      atMost[u] += atMost[u - 1];
    }
  }

  /** Takes the sizes of the groups of equal numbers. */
  static InversionCounts of(int[] groups) {
    int most = most(groups);
    double[] chance = new double[most / 2 + 1];
    chance[0] = 1;
    int before = 0;
    // In order of size, so that the order in which they come changes no rounding.
    for (int group : Arrays.stream(groups).sorted().toArray()) {
      for (int j = 1; before > 0 && j <= group; j++) {
        putIn(chance, before, j);
      }
      before += group;
    }
    return new InversionCounts(most, chance);
  }

  private static int most(int[] groups) {
    int before = 0;
    int most = 0;
    for (int group : groups) {
      most += before * group;
      before += group;
    }
    return most;
  }

  /** Puts in the j-th number of a group; it multiplies the arrangements by (m + j) / j. */
  private static void putIn(double[] chance, int m, int j) {
    for (int u = j; u < chance.length; u++) {
      chance[u] += chance[u - j];
    }
    for (int u = chance.length - 1; u >= m + j; u--) {
      chance[u] -= chance[u - m - j];
    }
    double scale = (double) j / (m + j);
    for (int u = 0; u < chance.length; u++) {
      chance[u] *= scale;
    }
  }

  /** Returns the largest possible number. */
  int most() {
    return most;
  }

  /** Returns the chance of at most so many, from 0 to half of {@link #most()}. */
  double atMost(int inversions) {
    return atMost[inversions];
  }
}
