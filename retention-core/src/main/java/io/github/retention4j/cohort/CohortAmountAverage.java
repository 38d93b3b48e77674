package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;
import java.util.List;
import java.util.Optional;

/**
 * The averages of one column over the cohorts that were observed in it.
 *
 * @param age the age, or the number of the bracket
 * @param simple the mean of the cohorts' averages per member, each cohort weighing the same
 * @param pooled the amounts of the members of all, so that each customer weighs the same in {@link
 *     CohortAmount#perMember()}
 * @param cohorts how many cohorts were observed
 */
public record CohortAmountAverage(
    int age, MonetaryEstimate simple, CohortAmount pooled, int cohorts) {

  /**
   * Checks that both are there.
   *
   * @param age the age, or the number of the bracket
   * @param simple the mean of the cohorts' averages per member
   * @param pooled the amounts of the members of all
   * @param cohorts how many cohorts were observed
   */
  public CohortAmountAverage {
    requireNonNull(simple, "simple");
    requireNonNull(pooled, "pooled");
  }

  static Optional<CohortAmountAverage> of(int age, List<CohortAmount> observed) {
    return observed.stream()
        .reduce(CohortAmount::plus)
        .map(pooled -> new CohortAmountAverage(age, mean(observed), pooled, observed.size()));
  }

  private static MonetaryEstimate mean(List<CohortAmount> observed) {
    return observed.stream()
        .map(CohortAmount::perMember)
        .reduce(MonetaryEstimate::plus)
        .orElseThrow()
        .times(1.0 / observed.size());
  }
}
