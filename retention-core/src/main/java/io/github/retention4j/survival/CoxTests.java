package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.TestResult;
import java.util.Optional;

/**
 * Tests of all coefficients together: that none of them matters. Chi-square statistics.
 *
 * @param degreesOfFreedom the number of coefficients, without those that ran off; only the p-values
 *     of the likelihood ratio and the score tests count these too
 * @param likelihoodRatio twice what the log-likelihood gained over the model without coefficients
 * @param wald from the coefficients and their covariance, the robust one where that was asked for
 * @param score from the slopes of the log-likelihood where all coefficients are 0; with one factor
 *     and no ties it is the log-rank test
 * @param robustScore the same with how far the slopes scatter from customer to customer, where
 *     robust errors were asked for
 */
public record CoxTests(
    int degreesOfFreedom,
    TestResult likelihoodRatio,
    TestResult wald,
    TestResult score,
    Optional<TestResult> robustScore) {

  /**
   * Checks that all are there.
   *
   * @param degreesOfFreedom the number of coefficients
   * @param likelihoodRatio the likelihood-ratio test
   * @param wald the test of Wald
   * @param score the score test
   * @param robustScore the robust score test
   */
  public CoxTests {
    requireNonNull(likelihoodRatio, "likelihoodRatio");
    requireNonNull(wald, "wald");
    requireNonNull(score, "score");
    requireNonNull(robustScore, "robustScore");
  }
}
