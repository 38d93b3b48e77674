package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

/**
 * A test of a term of a model, a number or a factor with all its levels.
 *
 * @param term its name
 * @param degreesOfFreedom how many coefficients it brings, 0 if other terms make up all of it
 * @param result a chi-square statistic with its p-value; 0 and 1 without degrees of freedom
 */
public record TermTest(String term, int degreesOfFreedom, TestResult result) {

  /**
   * Checks that all are there.
   *
   * @param term its name
   * @param degreesOfFreedom how many coefficients it brings
   * @param result statistic and p-value
   * @throws IllegalArgumentException if the degrees of freedom are negative
   */
  public TermTest {
    requireNonNull(term, "term");
    requireNonNull(result, "result");
    if (degreesOfFreedom < 0) {
      throw new IllegalArgumentException(
          "degreesOfFreedom (" + degreesOfFreedom + ") must not be negative");
    }
  }
}
