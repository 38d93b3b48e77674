package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

/**
 * One cohort at one age.
 *
 * @param cohort who
 * @param cell what is known of it
 */
public record CohortPoint(Cohort cohort, CohortCell cell) {

  /**
   * Checks that both are there.
   *
   * @param cohort who
   * @param cell what is known of it
   */
  public CohortPoint {
    requireNonNull(cohort, "cohort");
    requireNonNull(cell, "cell");
  }
}
