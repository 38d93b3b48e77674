package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.QuantileType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How values are cut into bins, numbered from 1 for the smallest. Immutable.
 *
 * <pre>{@code bin = 1 + number of cuts under the value}</pre>
 *
 * <p>A value at a cut belongs to the bin under it, so equal values are never divided: they share
 * the lowest bin that they reach, and bins that they would fill alone stay empty. Example:
 * quintiles of 1, 1, 1, 2 and 7 by type 7 have cuts at 1, 1, 1.4 and 3; the bins are 1, 1, 1, 4 and
 * 5.
 *
 * <p>These are the bins of {@code cut} with {@code quantile} of R and of {@code qcut} of pandas,
 * where these give an answer.
 */
public final class ScoreBins {

  private static final int MOST = 1000;

  private final int count;
  private final Optional<QuantileType> quantiles;
  private final List<Double> boundaries;

  private ScoreBins(int count, Optional<QuantileType> quantiles, List<Double> boundaries) {
    this.count = count;
    this.quantiles = quantiles;
    this.boundaries = boundaries;
  }

  /**
   * Returns bins of about as many customers each, cut at the quantiles k / count.
   *
   * @param count how many, from 2 to 1000; 5 are quintiles
   * @param type which quantile
   * @return the bins
   * @throws IllegalArgumentException if count is not from 2 to 1000
   */
  public static ScoreBins quantiles(int count, QuantileType type) {
    if (count < 2 || count > MOST) {
      throw new IllegalArgumentException("count (" + count + ") must be from 2 to " + MOST);
    }
    return new ScoreBins(count, Optional.of(requireNonNull(type, "type")), List.of());
  }

  /**
   * Returns bins of own boundaries, such as 30, 90 and 365 days: up to 30, over 30 up to 90, over
   * 90 up to 365, and over 365.
   *
   * @param boundaries from 1 to 999, finite, each over the one before
   * @return one bin more than boundaries
   * @throws IllegalArgumentException if there is none or too many, or they do not rise or are not
   *     finite
   */
  public static ScoreBins upTo(double... boundaries) {
    List<Double> copy = DoubleStream.of(boundaries).boxed().toList();
    boolean rise =
        IntStream.range(1, boundaries.length).allMatch(i -> boundaries[i - 1] < boundaries[i])
            && DoubleStream.of(boundaries).allMatch(Double::isFinite);
    if (copy.isEmpty() || copy.size() >= MOST || !rise) {
      throw new IllegalArgumentException(
          "boundaries (" + copy + ") must be from 1 to " + (MOST - 1) + ", finite, and rise");
    }
    return new ScoreBins(copy.size() + 1, Optional.empty(), copy);
  }

  /**
   * Returns the number of bins.
   *
   * @return at least 2
   */
  public int count() {
    return count;
  }

  /** Returns the cuts for values in order, at least one. */
  double[] cuts(double[] ascending) {
    return quantiles
        .map(
            type ->
                IntStream.range(1, count)
                    .mapToDouble(k -> type.ofSorted(ascending, (double) k / count))
                    .toArray())
        .orElseGet(() -> boundaries.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns the bin of a value, from 1. */
  static int binOf(double value, double[] cuts) {
    int low = 0;
    int high = cuts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cuts[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /** Returns the bins of values, each among those of its group. */
  int[] bins(double[] values, int[] group, int groups) {
    double[][] cuts = cutsOfGroups(values, group, groups);
    int[] bins = new int[values.length];
    for (int row = 0; row < bins.length; row++) {
      bins[row] = binOf(values[row], cuts[group[row]]);
    }
    return bins;
  }

  private double[][] cutsOfGroups(double[] values, int[] group, int groups) {
    int[] sizes = new int[groups];
    for (int number : group) {
      sizes[number]++;
    }
    double[][] members = new double[groups][];
    Arrays.setAll(members, number -> new double[sizes[number]]);
    int[] filled = new int[groups];
    for (int row = 0; row < values.length; row++) {
      members[group[row]][filled[group[row]]++] = values[row];
    }
    double[][] cuts = new double[groups][];
    for (int number = 0; number < groups; number++) {
      Arrays.sort(members[number]);
      cuts[number] = sizes[number] == 0 ? new double[0] : cuts(members[number]);
    }
    return cuts;
  }

  /**
   * Returns the bins in words.
   *
   * @return for example {@code 5 quantiles HF7} or {@code up to [30.0, 90.0]}
   */
  @Override
  public String toString() {
    return quantiles.map(type -> count + " quantiles " + type).orElse("up to " + boundaries);
  }
}
