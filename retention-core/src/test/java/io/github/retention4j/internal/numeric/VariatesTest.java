package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariatesTest {

  private static final int DRAWS = 100_000;

  /** A Kolmogorov distance that a true sample passes but once in 4,000 times: 2 exp(-2 c^2). */
  private static final double FAR = 2.12 / Math.sqrt(DRAWS);

  private static void follows(
      ToDoubleFunction<RandomGenerator> variate, DoubleUnaryOperator distribution) {
    RandomGenerator random = new SplittableRandom(42);
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> variate.applyAsDouble(random));
    Arrays.sort(draws);
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      double share = distribution.applyAsDouble(draws[i]);
      distance = Math.max(distance, Math.abs(share - (double) i / DRAWS));
      distance = Math.max(distance, Math.abs(share - (i + 1.0) / DRAWS));
    }
    assertThat(distance).isLessThan(FAR);
  }

  /** For counts the distance at the counts; the same bound is on the safe side. */
  private static void counts(
      ToLongFunction<RandomGenerator> variate, LongToDoubleFunction distribution) {
    RandomGenerator random = new SplittableRandom(42);
    long[] draws = new long[DRAWS];
    Arrays.setAll(draws, i -> variate.applyAsLong(random));
    Arrays.sort(draws);
    for (int i = 0; i < DRAWS - 1; i++) {
      if (draws[i] < draws[i + 1]) {
        double share = distribution.applyAsDouble(draws[i]);
        assertThat(Math.abs(share - (i + 1.0) / DRAWS)).isLessThan(FAR);
      }
    }
    assertThat(1 - distribution.applyAsDouble(draws[DRAWS - 1])).isLessThan(FAR);
    assertThat(distribution.applyAsDouble(draws[0] - 1)).isLessThan(FAR);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 1.5, 40})
  void gamma(double shape) {
    follows(
        random -> Variates.gamma(shape, random),
        new GammaDistribution(shape, 1)::cumulativeProbability);
  }

  @Test
  void theLogarithmOfATinyGammaDoesNotUnderflow() {
    // For a small shape a, -a log(gamma) is exponential but for terms of order a.
    double shape = 1e-6;
    follows(random -> -shape * Variates.logGamma(shape, random), x -> x <= 0 ? 0 : -Math.expm1(-x));
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.3", "1, 1", "3, 0.5", "50, 20"})
  void beta(double a, double b) {
    follows(
        random -> Variates.beta(a, b, random), new BetaDistribution(a, b)::cumulativeProbability);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 5, 12, 13, 40, 1000})
  void poisson(double mean) {
    PoissonDistribution expected = new PoissonDistribution(mean);
    counts(
        random -> Variates.poisson(mean, random),
        count -> expected.cumulativeProbability((int) count));
  }

  @ParameterizedTest
  @CsvSource({"10, 0.3", "13, 0.9", "100, 0.02", "1000, 0.5"})
  void binomial(int trials, double probability) {
    BinomialDistribution expected = new BinomialDistribution(trials, probability);
    counts(
        random -> Variates.binomial(trials, probability, random),
        count -> expected.cumulativeProbability((int) count));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.99})
  void geometric(double probability) {
    counts(
        random -> Variates.geometric(probability, random),
        count -> -Math.expm1((count + 1) * Math.log1p(-probability)));
  }

  @Test
  void gompertz() {
    follows(
        random -> Variates.gompertz(0.3, 2, random), t -> -Math.expm1(-0.3 * Math.expm1(2 * t)));
  }

  @Test
  void certainOutcomes() {
    RandomGenerator random = new SplittableRandom(1);
    assertThat(Variates.poisson(0, random)).isZero();
    assertThat(Variates.binomial(0, 0.5, random)).isZero();
    assertThat(Variates.binomial(100, 0, random)).isZero();
    assertThat(Variates.binomial(100, 1, random)).isEqualTo(100);
    assertThat(Variates.geometric(1, random)).isZero();
  }

  @Test
  void gammaHasItsMeanAndVariance() {
    RandomGenerator random = new SplittableRandom(7);
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> Variates.gamma(3, random));
    double mean = Arrays.stream(draws).average().orElseThrow();
    double variance =
        Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    // Four standard errors: sqrt(3 / n) of the mean, sqrt((mu4 - var^2) / n) = sqrt(36 / n).
    assertThat(Math.abs(mean - 3)).isLessThan(4 * Math.sqrt(3.0 / DRAWS));
    assertThat(Math.abs(variance - 3)).isLessThan(4 * Math.sqrt(36.0 / DRAWS));
  }
}
