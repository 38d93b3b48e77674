package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.TestResult;

/**
 * A test of a term of a model, a number or a factor with all its levels.
 *
 * @param term its name
 * @param degreesOfFreedom how many columns it has, at least 1
 * @param result a chi-square statistic with its p-value
 */
public record TermTest(String term, int degreesOfFreedom, TestResult result) {

  /**
   * Checks that all are there.
   *
   * @param term its name
   * @param degreesOfFreedom how many columns it has
   * @param result statistic and p-value
   * @throws IllegalArgumentException if there is no column
   */
  public TermTest {
    requireNonNull(term, "term");
    requireNonNull(result, "result");
    if (degreesOfFreedom < 1) {
      throw new IllegalArgumentException(
          "degreesOfFreedom (" + degreesOfFreedom + ") must be at least 1");
    }
  }
}
