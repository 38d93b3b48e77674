package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Products;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share of customers, with the counts it comes from; {@code value()} is unitless, in [0, 1].
 *
 * <p>Example: of 44 customers 31 stayed, {@code new Proportion(31, 44)}; value 0.7045, 95 % Wilson
 * interval 0.5578 to 0.8184.
 *
 * @param count customers for whom it holds, 0 to {@code total}
 * @param total customers asked about, at least 1, so that {@code value()} is never NaN
 */
public record Proportion(long count, long total) {

  private static final double USUAL_LEVEL = 0.95;

  /**
   * Checks the counts.
   *
   * @param count customers for whom it holds
   * @param total customers asked about
   * @throws IllegalArgumentException if total is under 1 or count not from 0 to total
   */
  public Proportion {
    if (total < 1) {
      throw new IllegalArgumentException("total (" + total + ") must be at least 1");
    }
    checkCount(count, total);
  }

  private static void checkCount(long count, long total) {
    if (count < 0 || count > total) {
      throw new IllegalArgumentException(
          "count (" + count + ") must be from 0 to total (" + total + ")");
    }
  }

  /**
   * Returns a share, or nothing where nobody was asked about.
   *
   * @param count customers for whom it holds, 0 to {@code total}
   * @param total customers asked about, 0 or more
   * @return the share, empty if total is 0
   * @throws IllegalArgumentException if total is negative or count not from 0 to total
   */
  public static Optional<Proportion> ifAny(long count, long total) {
    if (total == 0) {
      checkCount(count, total);
      return Optional.empty();
    }
    return Optional.of(new Proportion(count, total));
  }

  /**
   * Returns the share.
   *
   * @return count / total, from 0 to 1
   */
  public double value() {
    return (double) count / total;
  }

  /**
   * Returns the share of the others.
   *
   * @return (total - count) of total
   */
  public Proportion complement() {
    return new Proportion(total - count, total);
  }

  /** Returns how far the share lies above another, times both totals. */
  double cross(Proportion other) {
    return Products.difference(
        (double) count, (double) other.total, (double) total, (double) other.count);
  }

  /**
   * Pools two groups that have no customer in common.
   *
   * @param other another group
   * @return the sum of the counts of the sum of the totals
   * @throws ArithmeticException if the sum of the totals exceeds a long
   */
  public Proportion plus(Proportion other) {
    if (other.total > Long.MAX_VALUE - total) {
      throw new ArithmeticException(
          "totals (" + total + " and " + other.total + ") must sum to what a long holds");
    }
    return new Proportion(count + other.count, total + other.total);
  }

  /**
   * Returns the Wilson interval at 95 %.
   *
   * @return the interval, within [0, 1]
   */
  public ConfidenceInterval interval() {
    return interval(USUAL_LEVEL);
  }

  /**
   * Returns the Wilson interval.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval, within [0, 1]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    return interval(IntervalMethod.WILSON, level);
  }

  /**
   * Returns an interval made by a chosen method.
   *
   * @param method how to make it
   * @param level the confidence level, over 0 and under 1
   * @return the interval, within [0, 1]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(IntervalMethod method, double level) {
    return method.interval(this, level);
  }

  /**
   * Tests, two-sided, whether the share could be a given one. The test is the dual of the interval:
   * the p-value is under 1 - level exactly when the interval of that method at that level does not
   * hold the hypothesised share.
   *
   * <p>By method, with n = total, x = count, p the hypothesised share:
   *
   * <ul>
   *   <li>Wilson: z = (x - n p) / sqrt(n p (1 - p)), the score test; corrected, |x - n p| is first
   *       made smaller by 1/2, not below 0
   *   <li>Clopper-Pearson: twice the smaller binomial tail, at most 1; the statistic is x
   *   <li>Jeffreys: twice the smaller posterior tail, at most 1, leaving out the tail that has no
   *       limit where x = 0 or x = n; the statistic is the posterior chance of a share of at most p
   *   <li>Agresti-Coull: the z at which a limit of the interval meets p
   *   <li>Wald: z = (x / n - p) / sqrt(x / n (1 - x / n) / n)
   * </ul>
   *
   * <p>A z is positive where the observed share is the higher one. A share of 0 or 1 may be tested:
   * where the counts rule it out, the p-value is 0 and its logarithm minus infinity. Example: 81 of
   * 100 against 0.75 by Wilson, z = 1.3856, p = 0.1659.
   *
   * @param hypothesised the share to compare with, from 0 to 1
   * @param method the method of the interval
   * @return the result, named by the title of the method
   * @throws IllegalArgumentException if the hypothesised share is not from 0 to 1
   */
  public TestResult testAgainst(double hypothesised, IntervalMethod method) {
    return method.test(this, hypothesised);
  }

  /**
   * Returns the counts and the share in percent.
   *
   * @return for example {@code 31/44 (70.45 %)}
   */
  @Override
  public String toString() {
    BigDecimal percent =
        BigDecimal.valueOf(count)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_EVEN);
    return count + "/" + total + " (" + percent.toPlainString() + " %)";
  }
}
