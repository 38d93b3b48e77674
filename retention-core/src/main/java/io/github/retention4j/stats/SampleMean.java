package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.StudentT;
import java.util.Arrays;
import java.util.Locale;

/**
 * The mean of a measure over a group of customers, with the evidence for it.
 *
 * @param count customers measured, at least 2
 * @param mean the mean, in the unit of the measure, finite
 * @param standardDeviation how far single customers scatter about it, with the divisor count - 1; 0
 *     or more, finite
 */
public record SampleMean(long count, double mean, double standardDeviation) {

  /**
   * Checks the numbers.
   *
   * @param count customers measured
   * @param mean the mean
   * @param standardDeviation the standard deviation of single customers
   * @throws IllegalArgumentException if count is under 2, the mean is not finite, or the standard
   *     deviation negative or not finite
   */
  public SampleMean {
    if (count < 2) {
      throw new IllegalArgumentException(
          "count (" + count + ") must be at least 2: one customer shows no scatter");
    }
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean (" + mean + ") must be finite");
    }
    if (!(standardDeviation >= 0) || Double.isInfinite(standardDeviation)) {
      throw new IllegalArgumentException(
          "standardDeviation (" + standardDeviation + ") must be finite and at least 0");
    }
  }

  /**
   * Returns the mean of values.
   *
   * <p>Example: 1, 2 and 6 have the mean 3 and the standard deviation sqrt(7).
   *
   * @param values one finite value for each customer, at least two
   * @return the mean
   * @throws IllegalArgumentException if there are fewer than two values, one is not finite, or
   *     their standard deviation is too large for a double
   */
  public static SampleMean of(double... values) {
    requireNonNull(values, "values");
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("values[" + i + "] (" + values[i] + ") must be finite");
      }
      largest = Math.max(largest, Math.abs(values[i]));
    }
    // By a power of two, so that nothing is rounded and neither sums nor squares overflow.
    int exponent = Math.getExponent(largest);
    return scaled(Arrays.stream(values).map(it -> Math.scalb(it, -exponent)).toArray(), exponent);
  }

  private static SampleMean scaled(double[] values, int exponent) {
    int count = values.length;
    double mean = count == 0 ? 0 : CompensatedSum.of(values) / count;
    CompensatedSum squares = new CompensatedSum();
    for (double value : values) {
      squares.add((value - mean) * (value - mean));
    }
    double spread = count < 2 ? 0 : Math.sqrt(squares.value() / (count - 1));
    return new SampleMean(count, Math.scalb(mean, exponent), Math.scalb(spread, exponent));
  }

  /**
   * Returns how far the mean itself would scatter.
   *
   * @return standard deviation / sqrt(count)
   */
  public double standardError() {
    return standardDeviation / Math.sqrt((double) count);
  }

  /**
   * Returns Student's t interval.
   *
   * @param level the confidence level, over 0 and under 1
   * @return mean -+ t * standard error, t with count - 1 degrees of freedom
   * @throws IllegalArgumentException if the level is not between 0 and 1, or a limit is too large
   *     for a double
   */
  public ConfidenceInterval interval(double level) {
    double t = StudentT.criticalValue(1 - Checks.level(level), count - 1.0);
    double margin = t * standardError();
    return new ConfidenceInterval(mean - margin, mean + margin, level, "Student t");
  }

  /**
   * Returns the mean and its evidence.
   *
   * @return for example {@code 3 (sd 2.646, n 3)}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4g (sd %.4g, n %d)", mean, standardDeviation, count);
  }
}
