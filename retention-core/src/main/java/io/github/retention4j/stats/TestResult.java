package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

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

  /** Under this chance only the exponent is of interest. */
  private static final double LEAST_SHOWN_LOG = -4;

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

  /**
   * Returns the p-value for people: as a power of ten where it is under 0.0001, so that no chance,
   * however small, is shown as 0.
   *
   * @return for example {@code p = 0.0273}, {@code p = 10^-511.3}, and {@code p = 0} only where the
   *     data are impossible under the hypothesis
   */
  public String pValueText() {
    if (log10PValue == Double.NEGATIVE_INFINITY) {
      return "p = 0";
    }
    return log10PValue < LEAST_SHOWN_LOG
        ? String.format(Locale.ROOT, "p = 10^%.1f", log10PValue)
        : String.format(Locale.ROOT, "p = %.4f", pValue);
  }
}
