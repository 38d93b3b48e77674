package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The averages of one column over the cohorts that were observed in it.
 *
 * @param age the age, or the number of the bracket
 * @param simple the mean of the cohorts' shares, each cohort weighing the same, in [0, 1]
 * @param pooled counted members of all, of the members of all, so that each customer weighs the
 *     same
 * @param cohorts how many cohorts were observed
 */
public record CohortAverage(int age, double simple, Proportion pooled, int cohorts) {

  /**
   * Checks the numbers.
   *
   * @param age the age, or the number of the bracket
   * @param simple the mean of the cohorts' shares
   * @param pooled counted members of all, of the members of all
   * @param cohorts how many cohorts were observed
   * @throws IllegalArgumentException if simple is not in [0, 1]
   */
  public CohortAverage {
    requireNonNull(pooled, "pooled");
    if (!(simple >= 0 && simple <= 1)) {
      throw new IllegalArgumentException("simple (" + simple + ") must be in [0, 1]");
    }
  }

  static Optional<CohortAverage> of(int age, Stream<Optional<Proportion>> cells) {
    List<Proportion> shares = cells.flatMap(Optional::stream).toList();
    return shares.stream()
        .reduce(Proportion::plus)
        .map(pooled -> new CohortAverage(age, mean(shares), pooled, shares.size()));
  }

  private static double mean(List<Proportion> shares) {
    return Math.min(1, shares.stream().mapToDouble(Proportion::value).average().orElseThrow());
  }

  /**
   * Returns how many customers are behind the averages.
   *
   * @return the members of the cohorts that were observed
   */
  public long customers() {
    return pooled.total();
  }
}
