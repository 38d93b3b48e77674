package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionTests;
import io.github.retention4j.stats.TestResult;
import java.util.List;

/**
 * Whether retention improves, stands still or declines over consecutive periods, judged by a test
 * on the counts and not by the sign of a difference.
 *
 * <p>The test is that of Cochran and Armitage for a linear trend in shares. The change per period
 * is the slope of the line through the rates, each weighted by its customers:
 *
 * <pre>{@code
 * b = sum n_i (t_i - t) (p_i - p) / sum n_i (t_i - t)^2,   t and p the weighted means
 * z = b / se,   se = sqrt(p (1 - p) / sum n_i (t_i - t)^2)
 * }</pre>
 *
 * <p>It takes the periods as independent samples. Where the same customers appear in many periods,
 * p-values are rather too small than too large; read a narrow verdict with that in mind.
 *
 * @param rates the rates in order of time
 * @param level the level of the verdict and of the interval, in (0, 1)
 */
public record RetentionTrend(List<RetentionRate> rates, double level) {

  /** The verdict. */
  public enum Direction {
    /** Retention rises, by more than chance explains. */
    IMPROVING,
    /** No change that chance could not explain; not a proof that there is none. */
    STANDING_STILL,
    /** Retention falls, by more than chance explains. */
    DECLINING
  }

  /**
   * Checks that the rates compare.
   *
   * @param rates the rates in order of time, at least two, of one definition and length of period
   * @param level the level of the verdict and of the interval, in (0, 1)
   * @throws IllegalArgumentException if there are fewer than two, they differ in definition or
   *     length, their customers together exceed a long, or level is no level
   */
  public RetentionTrend {
    rates = List.copyOf(requireNonNull(rates, "rates"));
    if (rates.size() < 2) {
      throw new IllegalArgumentException("rates (" + rates.size() + ") must be at least two");
    }
    for (RetentionRate rate : rates) {
      requireAlike(rates.get(0), rate);
    }
    requireSum(rates);
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
  }

  /**
   * Returns the trend at the level of 95 %.
   *
   * @param rates the rates in order of time, at least two, of one definition and length of period
   * @return the trend
   * @throws IllegalArgumentException if there are fewer than two, they differ in definition or
   *     length, or their customers together exceed a long
   */
  public static RetentionTrend of(List<RetentionRate> rates) {
    return new RetentionTrend(rates, 0.95);
  }

  private static void requireAlike(RetentionRate first, RetentionRate rate) {
    if (rate.per() != first.per() || rate.definition() != first.definition()) {
      throw new IllegalArgumentException(
          "rates ("
              + rate.definition()
              + " "
              + rate.per().perUnit()
              + ") must all be "
              + first.definition()
              + " "
              + first.per().perUnit());
    }
  }

  private static void requireSum(List<RetentionRate> rates) {
    long sum = 0;
    for (RetentionRate rate : rates) {
      long customers = rate.retained().total();
      if (customers > Long.MAX_VALUE - sum) {
        throw new IllegalArgumentException(
            "customers ("
                + sum
                + " and "
                + customers
                + ") of the rates must sum to what a long holds");
      }
      sum += customers;
    }
  }

  /**
   * Returns the verdict.
   *
   * @return {@link Direction#STANDING_STILL} unless the test rejects at 1 - level
   */
  public Direction direction() {
    TestResult test = test();
    if (test.pValue() >= 1 - level) {
      return Direction.STANDING_STILL;
    }
    return test.statistic() > 0 ? Direction.IMPROVING : Direction.DECLINING;
  }

  /**
   * Returns the test of Cochran and Armitage.
   *
   * @return statistic z, positive where retention rises, and its two-sided p-value
   */
  public TestResult test() {
    return ProportionTests.trend(shares());
  }

  /**
   * Returns how much retention changes from one period to the next.
   *
   * @return the slope b, as a fraction per period: 0.01 is one point more each period
   */
  public double changePerPeriod() {
    double meanTime = meanTime();
    double pooled = pooled().value();
    double covariance = 0;
    for (int i = 0; i < rates.size(); i++) {
      Proportion share = rates.get(i).retained();
      covariance += share.total() * (i - meanTime) * (share.value() - pooled);
    }
    return covariance / timeSquares();
  }

  /**
   * Returns the interval of the change per period. It leaves out 0 exactly if the verdict is not
   * standing still.
   *
   * @return b plus and minus the normal quantile times se
   */
  public ConfidenceInterval changeInterval() {
    double pooled = pooled().value();
    double change = changePerPeriod();
    double error = Math.sqrt(pooled * (1 - pooled) / timeSquares());
    double margin = Normal.criticalValue(level) * error;
    return new ConfidenceInterval(change - margin, change + margin, level, "Cochran-Armitage");
  }

  private List<Proportion> shares() {
    return rates.stream().map(RetentionRate::retained).toList();
  }

  private Proportion pooled() {
    return shares().stream().reduce(Proportion::plus).orElseThrow();
  }

  private double meanTime() {
    double weighted = 0;
    for (int i = 0; i < rates.size(); i++) {
      weighted += (double) i * rates.get(i).retained().total();
    }
    return weighted / pooled().total();
  }

  private double timeSquares() {
    double meanTime = meanTime();
    double squares = 0;
    for (int i = 0; i < rates.size(); i++) {
      squares += rates.get(i).retained().total() * (i - meanTime) * (i - meanTime);
    }
    return squares;
  }
}
