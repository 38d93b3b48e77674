package io.github.retention4j.renewal;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cohorts observed together, each until now and therefore of different age. A customer still active
 * counts with the chance to have lived so long (right censoring).
 *
 * @param cohorts at least one
 */
public record RenewalSample(List<RenewalCohort> cohorts) {

  /**
   * Checks and copies the cohorts.
   *
   * @param cohorts at least one
   * @throws IllegalArgumentException if there is none
   */
  public RenewalSample {
    cohorts = List.copyOf(requireNonNull(cohorts, "cohorts"));
    if (cohorts.isEmpty()) {
      throw new IllegalArgumentException("cohorts (0) must be at least one");
    }
  }

  /**
   * Returns the sample of some cohorts.
   *
   * @param cohorts at least one
   * @return the sample
   * @throws IllegalArgumentException if there is none
   */
  public static RenewalSample of(RenewalCohort... cohorts) {
    return new RenewalSample(Arrays.asList(cohorts));
  }

  /**
   * Returns the customers of all cohorts.
   *
   * @return at least 1
   */
  public long customers() {
    return cohorts.stream().mapToLong(RenewalCohort::customers).sum();
  }

  /**
   * Returns the customers lost in all cohorts.
   *
   * @return 0 or more
   */
  public long lost() {
    return customers() - cohorts.stream().mapToLong(RenewalCohort::active).sum();
  }

  /**
   * Returns the age of the oldest cohort.
   *
   * @return renewals observed, 0 or more
   */
  public int oldestAge() {
    return cohorts.stream().mapToInt(RenewalCohort::age).max().orElseThrow();
  }

  /**
   * Draws cohorts of the same sizes and ages from a model, for a parametric bootstrap.
   *
   * @param model the model
   * @param random the source of chance; one number is taken from it for each customer
   * @return the sample
   */
  public RenewalSample drawnFrom(RenewalModel model, RandomGenerator random) {
    return new RenewalSample(cohorts.stream().map(cohort -> drawn(cohort, model, random)).toList());
  }

  private static RenewalCohort drawn(
      RenewalCohort cohort, RenewalModel model, RandomGenerator random) {
    long[] survivors = new long[cohort.age() + 1];
    for (long customer = 0; customer < cohort.customers(); customer++) {
      long lifetime = model.drawLifetime(random);
      for (int t = 0; t < survivors.length && t < lifetime; t++) {
        survivors[t]++;
      }
    }
    return RenewalCohort.ofSurvivors(survivors);
  }
}
