package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import java.util.Arrays;
import java.util.Optional;

/**
 * By how much values change per unit of time: the median of the slopes between all pairs of values
 * at different times, by Theil and Sen. Up to 29 % of the values may be wild and do no harm.
 *
 * <p>Unit: that of the values per that of the times. Immutable. Example: 9, 8, 8, 6 at times 0, 1,
 * 2, 3 has the slopes -2, -1, -1, -1, -0.5 and 0, and the slope -1.
 *
 * <p>Up to about a million pairs all slopes are sorted; beyond, the slope of a rank is found by
 * counting pairs in n log n steps at a time, to within rounding.
 *
 * @see <a href="https://doi.org/10.1007/978-94-011-2546-8_20">Theil (1950)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen (1968)</a>
 */
public final class TheilSenSlope {

  private final TimeOrder order;
  private final OrderedSlopes slopes;

  private TheilSenSlope(TimeOrder order) {
    if (order.pairs() == 0) {
      throw new IllegalArgumentException("times (all " + order.time(0) + ") must not all be equal");
    }
    this.order = order;
    this.slopes = OrderedSlopes.of(order);
  }

  /**
   * Takes values at times 0, 1, 2 and so on.
   *
   * @param values two or more, finite
   * @return the slope
   * @throws IllegalArgumentException if there are fewer than two values or one is not finite
   */
  public static TheilSenSlope of(double[] values) {
    return new TheilSenSlope(TimeOrder.of(values));
  }

  /**
   * Takes values and their times.
   *
   * @param times for each value when it was, finite, in any order, not all equal
   * @param values two or more, finite
   * @return the slope
   * @throws IllegalArgumentException if there are fewer than two values, there is not a time for
   *     each, a number is not finite, all times are equal, or a slope is too steep for a double
   */
  public static TheilSenSlope of(double[] times, double[] values) {
    return new TheilSenSlope(TimeOrder.of(times, values));
  }

  /**
   * Returns the number of slopes.
   *
   * @return pairs of values at different times, at least 1
   */
  public long pairs() {
    return slopes.count();
  }

  /**
   * Returns the median slope, of an even number the mean of the two in the middle.
   *
   * @return change of the values per unit of time
   */
  public double value() {
    long middle = pairs() / 2;
    return pairs() % 2 == 1
        ? slopes.ofRank(middle)
        : (slopes.ofRank(middle - 1) + slopes.ofRank(middle)) / 2;
  }

  /**
   * Returns where the line of this slope through the medians of times and values is at time 0.
   *
   * @return median of values - slope * median of times
   */
  public double intercept() {
    return median(order.values()) - value() * median(order.times());
  }

  private static double median(double[] numbers) {
    Arrays.sort(numbers);
    int middle = numbers.length / 2;
    return numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
  }

  /**
   * Returns Sen's interval.
   *
   * @param level the confidence level, over 0 and under 1
   * @return see {@link #interval(TheilSenInterval, double)} with {@link TheilSenInterval#SEN}
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    return interval(TheilSenInterval.SEN, level);
  }

  /**
   * Returns an interval made by a chosen method. With N pairs and C how far S may be from 0 by
   * chance, it is from the slope of rank (N - C) / 2 to the one as far from the other end.
   *
   * @param method how to make it
   * @param level the confidence level, over 0 and under 1
   * @return the interval, named by the method; empty where there are too few values for one of this
   *     level, as of four at 95 %
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(TheilSenInterval method, double level) {
    Checks.level(level);
    return requireNonNull(method, "method") == TheilSenInterval.SEN
        ? senInterval(level)
        : Optional.of(tieCorrectedInterval(level));
  }

  private Optional<ConfidenceInterval> senInterval(double level) {
    long critical = MannKendallTest.criticalValue(order.timeTies(), 1 - level);
    // So many slopes below are too few: N - 2 k is at least the critical value.
    long tooFew = Math.floorDiv(pairs() - critical, 2);
    return tooFew < 0
        ? Optional.empty()
        : Optional.of(interval(tooFew, pairs() - 1 - tooFew, level, "Sen"));
  }

  private ConfidenceInterval tieCorrectedInterval(double level) {
    double n = order.size();
    double variance =
        (n * (n - 1) * (2 * n + 5) - spread(order.timeTies()) - spread(order.valueTies())) / 18;
    double reach = Normal.criticalValue(level) * Math.sqrt(Math.max(0, variance));
    long lower = (long) Math.rint((pairs() - reach) / 2) - 1;
    long upper = (long) Math.rint((pairs() + reach) / 2);
    return interval(
        Math.max(0, lower), Math.min(pairs() - 1, upper), level, "Sen, corrected for ties");
  }

  private static double spread(int[] ties) {
    return Arrays.stream(ties).mapToDouble(t -> (double) t * (t - 1.0) * (2.0 * t + 5)).sum();
  }

  private ConfidenceInterval interval(long lower, long upper, double level, String method) {
    return new ConfidenceInterval(slopes.ofRank(lower), slopes.ofRank(upper), level, method);
  }
}
