package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;

/**
 * Two shares of separate groups of customers, compared: {@code first} less {@code second}.
 *
 * @param first the one group
 * @param second the other, with no customer in common
 */
public record ProportionDifference(Proportion first, Proportion second) {

  /**
   * Checks that there are two.
   *
   * @param first the one group
   * @param second the other
   */
  public ProportionDifference {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
  }

  /**
   * Returns the difference of the shares.
   *
   * @return first - second, from -1 to 1; 0.1 is ten percentage points
   */
  public double difference() {
    return first.value() - second.value();
  }

  /**
   * Returns Newcombe's hybrid score interval without continuity correction.
   *
   * <pre>{@code
   * lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2)
   * upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2)
   * }</pre>
   *
   * <p>d is the difference of the shares p1 and p2, l and u their Wilson limits at the same level.
   * Good also for small groups and shares near 0 or 1. Example: 50 of 100 less 40 of 100 at 95 %,
   * -0.0373 to 0.2321.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval, within [-1, 1]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe
   *     (1998), method 10</a>
   */
  public ConfidenceInterval interval(double level) {
    ConfidenceInterval one = first.interval(level);
    ConfidenceInterval two = second.interval(level);
    double down = Math.hypot(first.value() - one.lower(), two.upper() - second.value());
    double up = Math.hypot(one.upper() - first.value(), second.value() - two.lower());
    return new ConfidenceInterval(difference() - down, difference() + up, level, "Newcombe");
  }

  /**
   * Tests, two-sided, whether the shares are equal, by the z test with pooled variance.
   *
   * <pre>{@code z = (p1 - p2) / sqrt(p (1 - p) (1 / n1 + 1 / n2)), p = (x1 + x2) / (n1 + n2)}</pre>
   *
   * <p>z^2 is Pearson's chi-square with one degree of freedom, without continuity correction. For
   * groups large enough that each count expected is about 5; below that take {@link #exactTest()}.
   * Where the pooled share is 0 or 1 there is no difference to see: z = 0, p = 1. Example: 50 of
   * 100 and 40 of 100, z = 1.4213, p = 0.1552.
   *
   * @return the result; the statistic is z, positive if the first share is higher
   * @see <a href="https://doi.org/10.1080/14786440009463897">Pearson (1900)</a>
   */
  public TestResult test() {
    double z = 0;
    double cross = first.cross(second);
    if (cross != 0) {
      double spread = Math.sqrt((double) first.total() * second.total());
      double hits = (double) first.count() + second.count();
      double misses = (double) first.complement().count() + second.complement().count();
      z = cross / spread / Math.sqrt(misses * (hits / (hits + misses)));
    }
    return TestResult.ofLog("Pooled z", z, Normal.logTwoSided(z));
  }

  /**
   * Tests, two-sided, whether the shares are equal, by Fisher's exact test: given all margins, the
   * chance of a table no more likely than the one seen.
   *
   * <p>Tables within a relative 1e-7 of the probability of the one seen count as equally likely,
   * the rule of R's {@code fisher.test}. Right for groups of any size. The work grows with the
   * standard deviation of the count, not with the counts: tens of thousands of steps for a billion
   * customers. Example: 9 of 10 and 3 of 10, p = 0.01977.
   *
   * @return the result; the statistic is the count of the first group
   * @throws ArithmeticException if the counts together exceed a long
   * @see <a href="https://doi.org/10.2307/2342435">Fisher (1935)</a>
   */
  public TestResult exactTest() {
    return TestResult.ofLog(
        "Fisher exact", (double) first.count(), FisherExact.of(this).logPValue());
  }
}
