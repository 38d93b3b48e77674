package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.StudentT;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A weighted sum of the means of separate groups of customers, such as a difference (1, -1) or a
 * difference in differences (1, -1, -1, 1). The groups may scatter differently.
 *
 * <pre>{@code
 * estimate = sum of w_i mean_i
 * se       = sqrt(sum of v_i), v_i = w_i^2 sd_i^2 / n_i
 * df       = (sum of v_i)^2 / (sum of v_i^2 / (n_i - 1))
 * }</pre>
 *
 * @param means the means, of groups with no customer in common
 * @param weights a finite weight for each, not 0
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947)</a>
 */
public record MeanContrast(List<SampleMean> means, List<Double> weights) {

  /** Of a number under it the square is a finite double. */
  private static final double LARGEST = 1e150;

  /**
   * Copies the lists.
   *
   * @param means the means
   * @param weights a weight for each
   * @throws IllegalArgumentException if there is no mean, the weights are not one for each, one is
   *     0 or not finite, or a mean times its weight exceeds 1e150
   */
  public MeanContrast {
    means = List.copyOf(means);
    weights = List.copyOf(weights);
    if (means.isEmpty()) {
      throw new IllegalArgumentException("means (0) must be at least one");
    }
    if (weights.size() != means.size()) {
      throw new IllegalArgumentException(
          "weights ("
              + weights.size()
              + ") must be one for each of the "
              + means.size()
              + " means");
    }
    double scale = 0;
    for (int i = 0; i < means.size(); i++) {
      SampleMean mean = means.get(i);
      scale += Math.abs(weights.get(i)) * Math.max(Math.abs(mean.mean()), mean.standardDeviation());
    }
    if (scale > LARGEST) {
      throw new IllegalArgumentException(
          "means (" + means + ") times weights must be at most " + LARGEST + ", to be squared");
    }
    for (double weight : weights) {
      if (weight == 0 || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("weight (" + weight + ") must be finite and not 0");
      }
    }
  }

  /**
   * Returns the first mean less the second.
   *
   * @param first the one group
   * @param second the other, with no customer in common
   * @return the difference, with the interval and test of Welch
   */
  public static MeanContrast difference(SampleMean first, SampleMean second) {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    return new MeanContrast(List.of(first, second), List.of(1.0, -1.0));
  }

  /**
   * Returns the weighted sum.
   *
   * @return the estimate, in the unit of the measure
   */
  public double estimate() {
    return sum(i -> weights.get(i) * means.get(i).mean());
  }

  /**
   * Returns how far the estimate would scatter.
   *
   * @return the standard error, 0 or more
   */
  public double standardError() {
    return Math.sqrt(sum(this::variance));
  }

  private double variance(int i) {
    double error = weights.get(i) * means.get(i).standardError();
    return error * error;
  }

  private double sum(IntToDoubleFunction term) {
    return CompensatedSum.of(IntStream.range(0, means.size()).mapToDouble(term).toArray());
  }

  /** The degrees of freedom of Welch and Satterthwaite, where there is any scatter. */
  private double degreesOfFreedom() {
    double largest = IntStream.range(0, means.size()).mapToDouble(this::variance).max().orElse(0);
    double total = sum(i -> variance(i) / largest);
    double squares =
        sum(i -> variance(i) / largest * (variance(i) / largest) / (means.get(i).count() - 1));
    return total * total / squares;
  }

  /**
   * Returns Welch's t interval.
   *
   * @param level the confidence level, over 0 and under 1
   * @return estimate -+ t * standard error; of no width where no group scatters
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    Checks.level(level);
    double error = standardError();
    double margin = error == 0 ? 0 : StudentT.criticalValue(1 - level, degreesOfFreedom()) * error;
    return new ConfidenceInterval(estimate() - margin, estimate() + margin, level, "Welch t");
  }

  /**
   * Tests, two-sided, whether the weighted sum is 0.
   *
   * @return the result; the statistic is t = estimate / standard error. Where no group scatters it
   *     is 0 or infinite as the estimate is 0 or not
   */
  public TestResult test() {
    double estimate = estimate();
    double error = standardError();
    if (error == 0) {
      return estimate == 0
          ? TestResult.ofLog("Welch t", 0, 0)
          : TestResult.ofLog("Welch t", estimate / error, Double.NEGATIVE_INFINITY);
    }
    double t = estimate / error;
    return TestResult.ofLog("Welch t", t, StudentT.logTwoSided(t, degreesOfFreedom()));
  }
}
