package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much longer the customers of one group stay than those of another, up to a horizon: a
 * difference in time, which needs no assumption on the shape of the curves.
 *
 * @param first the mean of the first group
 * @param second the mean of the second group, up to the same horizon
 */
public record RestrictedMeanDifference(RestrictedMean first, RestrictedMean second) {

  private static final double LN_10 = Math.log(10);

  /**
   * Checks that the two can be compared.
   *
   * @param first the mean of the first group
   * @param second the mean of the second group
   * @throws IllegalArgumentException if horizon, unit of time or level differ
   */
  public RestrictedMeanDifference {
    requireNonNull(first, "first");
    requireSame("timeScale", second.timeScale(), first.timeScale());
    requireSame("horizon", second.horizon(), first.horizon());
    requireSame("level", second.level(), first.level());
  }

  private static void requireSame(String name, Object value, Object wanted) {
    if (!value.equals(wanted)) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be that of the other mean (" + wanted + ")");
    }
  }

  static RestrictedMeanDifference between(RestrictedMean first, RestrictedMean second) {
    return new RestrictedMeanDifference(first, second);
  }

  /**
   * Returns the difference.
   *
   * @return first less second, in the unit of time
   */
  public double difference() {
    return first.mean() - second.mean();
  }

  /**
   * Returns its standard error.
   *
   * @return the root of the sum of the squares of both
   */
  public double standardError() {
    return Math.hypot(first.standardError(), second.standardError());
  }

  /**
   * Returns its interval.
   *
   * @return {@code difference +- z se}, in the unit of time
   */
  public ConfidenceInterval interval() {
    double half = Normal.criticalValue(first.level()) * standardError();
    return new ConfidenceInterval(difference() - half, difference() + half, first.level(), "plain");
  }

  /**
   * Tests that both means are the same. The statistic is {@code difference / se}.
   *
   * @return the two-sided test; empty if neither group lost a customer before the horizon
   */
  public Optional<TestResult> test() {
    if (standardError() == 0) {
      return Optional.empty();
    }
    double z = difference() / standardError();
    double log = Normal.logTwoSided(z);
    return Optional.of(
        new TestResult("difference of restricted means", z, Math.exp(log), log / LN_10));
  }

  /**
   * Returns the ratio of the means.
   *
   * @return first over second; empty if a mean is 0, as all were lost at once
   */
  public OptionalDouble ratio() {
    return first.mean() == 0 || second.mean() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(first.mean() / second.mean());
  }

  /**
   * Returns the interval of the ratio, symmetric for its logarithm.
   *
   * @return both ends over 0; empty if a mean is 0
   */
  public Optional<ConfidenceInterval> ratioInterval() {
    if (ratio().isEmpty()) {
      return Optional.empty();
    }
    double ratio = ratio().getAsDouble();
    double error =
        Math.hypot(first.standardError() / first.mean(), second.standardError() / second.mean());
    double factor = Math.exp(Normal.criticalValue(first.level()) * error);
    return Optional.of(
        new ConfidenceInterval(ratio / factor, ratio * factor, first.level(), "log"));
  }

  /**
   * Returns what the difference is worth for a customer.
   *
   * @param price what a customer pays in a unit of time
   * @return the difference times the price, with its interval
   */
  public LifetimeWorth worth(MonetaryEstimate price) {
    return LifetimeWorth.of(price, difference(), interval());
  }
}
