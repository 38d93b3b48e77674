package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

/**
 * What a test of a hypothesis found.
 *
 * @param test the name of the test, such as Fisher exact
 * @param statistic the test statistic; which one, the method that made the result says. Infinite
 *     where the data are impossible under the hypothesis
 * @param pValue the chance of data at least as far from the hypothesis, if it holds, from 0 to 1
 * @param log10PValue the decimal logarithm of that chance: finite where {@code pValue} is too small
 *     for a double, minus infinity only where the data are impossible under the hypothesis
 */
public record TestResult(String test, double statistic, double pValue, double log10PValue) {

  private static final double LN_10 = Math.log(10);

  /**
   * Checks the numbers.
   *
   * @param test the name of the test
   * @param statistic the test statistic
   * @param pValue the p-value
   * @param log10PValue its decimal logarithm
   * @throws IllegalArgumentException if the name is blank, the statistic NaN, the p-value not from
   *     0 to 1 or its logarithm above 0
   */
  public TestResult {
    Checks.name("test", requireNonNull(test, "test"));
    if (Double.isNaN(statistic)) {
      throw new IllegalArgumentException("statistic (NaN) must be a number");
    }
    Checks.unit("pValue", pValue);
    if (!(log10PValue <= 0)) {
      throw new IllegalArgumentException("log10PValue (" + log10PValue + ") must be at most 0");
    }
    statistic += 0.0;
    log10PValue += 0.0;
  }

  /** Rounding may carry a logarithm just over 0; it counts as 0. */
  static TestResult ofLog(String test, double statistic, double logPValue) {
    double log = Math.min(0, logPValue);
    return new TestResult(test, statistic, Math.exp(log), log / LN_10);
  }

  /**
   * Tells whether the hypothesis is rejected.
   *
   * @param alpha the chance of a false alarm that is put up with, over 0 and under 1, such as 0.05
   * @return true if the p-value is under alpha
   * @throws IllegalArgumentException if alpha is not between 0 and 1
   */
  public boolean isSignificantAt(double alpha) {
    return pValue < Checks.open("alpha", alpha);
  }
}
