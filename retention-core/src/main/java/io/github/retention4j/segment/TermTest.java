package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.TestResult;
import java.util.Optional;

/**
 * Whether a regression is worse without one number or factor, all others equal.
 *
 * @param term its name
 * @param degreesOfFreedom how many coefficients fewer there are without it, 0 or more
 * @param test the likelihood ratio; empty where the others make up all of it
 */
public record TermTest(String term, int degreesOfFreedom, Optional<TestResult> test) {

  /**
   * Checks that all are there.
   *
   * @param term its name
   * @param degreesOfFreedom how many coefficients fewer
   * @param test the likelihood ratio
   */
  public TermTest {
    requireNonNull(term, "term");
    requireNonNull(test, "test");
  }
}
