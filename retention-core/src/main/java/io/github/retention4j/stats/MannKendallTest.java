package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Normal;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;

/**
 * Whether values rise or fall with time, asked of their order alone: Mann and Kendall's test. It
 * asks for no line and no normal distribution, and one wild value counts no more than another.
 *
 * <pre>
 * {@code S = (pairs of which the later value is the higher) - (pairs of which it is the lower)}
 * </pre>
 *
 * <p>Pairs of equal values, and pairs at one time, count for neither. Values are taken as
 * independent of each other but for the trend. Immutable. Example: 9, 8, 8, 6 has S = -5, and by
 * all orders of these values a two-sided p of 1/6.
 *
 * @see <a href="https://doi.org/10.2307/1907187">Mann (1945)</a>
 * @see <a href="https://doi.org/10.1093/biomet/30.1-2.81">Kendall (1938)</a>
 */
public final class MannKendallTest {

  /** Up to so many values the exact distribution is used. */
  private static final int MOST_EXACT = 50;

  private static final String EXACT = "Mann-Kendall exact";
  private static final String NORMAL = "Mann-Kendall normal, continuity corrected";

  private final long observations;
  private final long s;
  private final int[] timeTies;
  private final int[] valueTies;

  private MannKendallTest(TimeOrder order) {
    this.observations = order.size();
    this.s = order.falling(negative(order.values())) - order.falling(order.values());
    this.timeTies = order.timeTies();
    this.valueTies = order.valueTies();
  }

  private static double[] negative(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  /**
   * Takes values in the order of time.
   *
   * @param values two or more, finite
   * @return the test
   * @throws IllegalArgumentException if there are fewer than two values or one is not finite
   */
  public static MannKendallTest of(double[] values) {
    return new MannKendallTest(TimeOrder.of(values));
  }

  /**
   * Takes values and their times.
   *
   * @param times for each value when it was, finite, in any order and unit; may be equal
   * @param values two or more, finite
   * @return the test
   * @throws IllegalArgumentException if there are fewer than two values, there is not a time for
   *     each, or a number is not finite
   */
  public static MannKendallTest of(double[] times, double[] values) {
    return new MannKendallTest(TimeOrder.of(times, values));
  }

  /**
   * Returns how many values there are.
   *
   * @return two or more
   */
  public long observations() {
    return observations;
  }

  /**
   * Returns S.
   *
   * @return rising pairs less falling ones
   */
  public long s() {
    return s;
  }

  /**
   * Returns the variance of S where there is no trend, ties among values and among times allowed
   * for.
   *
   * <pre>{@code
   * (n (n-1) (2n+5) - sum of t (t-1) (2t+5) - sum of u (u-1) (2u+5)) / 18
   *   + sum of t (t-1) * sum of u (u-1) / (2 n (n-1))
   *   + sum of t (t-1) (t-2) * sum of u (u-1) (u-2) / (9 n (n-1) (n-2))
   * }</pre>
   *
   * <p>t runs over the numbers of values at one time, u over the numbers of equal values.
   *
   * @return 0 or more; 0 where all values or all times are equal
   * @see <a href="https://doi.org/10.1093/biomet/33.3.239">Kendall (1945)</a>
   */
  public double variance() {
    double n = observations;
    LongToDoubleFunction spread = t -> (double) t * (t - 1) * (2 * t + 5);
    LongToDoubleFunction pairs = t -> (double) t * (t - 1);
    LongToDoubleFunction triples = t -> (double) t * (t - 1) * (t - 2);
    double plain =
        (spread.applyAsDouble(observations) - sum(timeTies, spread) - sum(valueTies, spread)) / 18;
    double tiedPairs = sum(timeTies, pairs) * sum(valueTies, pairs) / (2 * n * (n - 1));
    double tiedTriples = sum(timeTies, triples) * sum(valueTies, triples);
    double variance =
        plain + tiedPairs + (tiedTriples == 0 ? 0 : tiedTriples / (9 * n * (n - 1) * (n - 2)));
    return timeTies.length == 1 || valueTies.length == 1 ? 0 : variance;
  }

  private static double sum(int[] ties, LongToDoubleFunction term) {
    return Arrays.stream(ties).mapToDouble(term::applyAsDouble).sum();
  }

  /**
   * Returns how strongly values and times go together, by Kendall's tau-b.
   *
   * <pre>{@code tau = S / sqrt((pairs at different times) (pairs of different values))}</pre>
   *
   * @return from -1, always falling, to 1, always rising; empty where all values or all times are
   *     equal
   */
  public OptionalDouble tau() {
    double times = untiedPairs(timeTies);
    double values = untiedPairs(valueTies);
    return times == 0 || values == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(s / Math.sqrt(times) / Math.sqrt(values));
  }

  private double untiedPairs(int[] ties) {
    LongToDoubleFunction pairs = t -> (double) t * (t - 1) / 2;
    return pairs.applyAsDouble(observations) - sum(ties, pairs);
  }

  /**
   * Tests, two-sided, whether there is a trend: exactly for up to 50 values if all times differ or
   * all values do, else by {@link #normalTest()}.
   *
   * <p>The exact p-value is the share of all orders of the values in which S is at least as far
   * from 0, at most 1. Equal values stay equal in all of them, so that they need no correction. Of
   * four values without ties not even a steady fall has a p-value under 0.083, of five 0.017.
   *
   * @return the result; the statistic is S if exact, else z
   */
  public TestResult test() {
    boolean tied = timeTies.length < observations && valueTies.length < observations;
    return observations > MOST_EXACT || tied ? normalTest() : exactTest();
  }

  private TestResult exactTest() {
    int[] ties = timeTies.length < observations ? timeTies : valueTies;
    InversionCounts counts = InversionCounts.of(ties);
    double tail = counts.atMost((int) ((counts.most() - Math.abs(s)) / 2));
    double p = Math.min(1, 2 * tail);
    return new TestResult(EXACT, s, p, Math.log10(p));
  }

  /**
   * Tests, two-sided, whether there is a trend, by the normal distribution with continuity
   * correction.
   *
   * <pre>{@code z = (S - sign(S)) / sqrt(variance)}</pre>
   *
   * <p>What R's {@code cor.test(method = "kendall", exact = FALSE, continuity = TRUE)} does. Where
   * S or its variance is 0, z = 0 and p = 1.
   *
   * @return the result; the statistic is z, negative if values fall
   */
  public TestResult normalTest() {
    double z = s == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance());
    return TestResult.ofLog(NORMAL, z, Normal.logTwoSided(z));
  }

  /**
   * Finds where the test, done on values without ties, begins to reject.
   *
   * @return the smallest |S| with a p-value under alpha; more than all pairs where there is none
   */
  static long criticalValue(int[] timeTies, double alpha) {
    int n = Arrays.stream(timeTies).sum();
    if (n > MOST_EXACT) {
      double spread = sum(timeTies, t -> (double) t * (t - 1) * (2 * t + 5));
      double variance = ((double) n * (n - 1) * (2.0 * n + 5) - spread) / 18;
      double reach = 1 + Normal.criticalValue(1 - alpha) * Math.sqrt(variance);
      return (long) Math.floor(reach) + 1;
    }
    InversionCounts counts = InversionCounts.of(timeTies);
    long critical = counts.most() + 2L;
    for (int below = 0; 2 * counts.atMost(below) < alpha; below++) {
      critical -= 2;
    }
    return critical;
  }
}
