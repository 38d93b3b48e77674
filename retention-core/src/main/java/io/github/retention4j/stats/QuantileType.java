package io.github.retention4j.stats;

import java.util.Arrays;

/**
 * The nine sample quantiles of Hyndman and Fan (1996). They differ where a share of n values is not
 * a whole number of them, so that a result has to say which was taken.
 *
 * <p>Let x(1) to x(n) be the values in ascending order, and floor(h) = j. Types 1 to 3 step from
 * one value to the next; types 4 to 9 go along the line between two of them:
 *
 * <pre>{@code Q(p) = x(j) + (h - j) (x(j + 1) - x(j))}</pre>
 *
 * <p>with x(0) read as x(1) and x(n + 1) as x(n). As in R, an h within four roundings of a whole
 * number is taken as that number, so that 0.07 of 100 values are 7 of them.
 *
 * <p>Example: of 10, 20, 30 and 40 the 0.2-quantile is 10, 10, 10, 10, 13, 10, 16, 12 and 12.25 by
 * type 1 to 9.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996)</a>
 */
public enum QuantileType {
  /**
   * The smallest value that at least a share p does not exceed; always a value that occurs.
   * PERCENTILE_DISC of SQL.
   */
  HF1,
  /** As type 1, and the mean of two values where n p is whole. SAS by default, Stata. */
  HF2,
  /** The value whose number is nearest to n p, the even one of two. An option of SAS. */
  HF3,
  /** {@code h = n p}. */
  HF4(0, 1),
  /** {@code h = n p + 1/2}, after Hazen. MATLAB. */
  HF5(0.5, 0.5),
  /** {@code h = (n + 1) p}, after Weibull. Minitab, SPSS, PERCENTILE.EXC of Excel. */
  HF6(0, 0),
  /**
   * {@code h = (n - 1) p + 1}. R, NumPy and pandas by default, PERCENTILE.INC of Excel,
   * PERCENTILE_CONT of SQL.
   */
  HF7(1, 1),
  /** {@code h = (n + 1/3) p + 1/3}: about median-unbiased for any distribution. */
  HF8(1.0 / 3, 1.0 / 3),
  /** {@code h = (n + 1/4) p + 3/8}: about unbiased for normal values. */
  HF9(0.375, 0.375);

  private static final int ROUNDINGS = 4;

  private final double a;
  private final double b;

  /** A step from value to value. */
  QuantileType() {
    this(0, 1);
  }

  /** Plotting positions (k - a) / (n + 1 - a - b). */
  QuantileType(double a, double b) {
    this.a = a;
    this.b = b;
  }

  /**
   * Returns a quantile.
   *
   * @param values at least one, none of them NaN; in any order, not changed
   * @param p the share, from 0 to 1
   * @return the quantile, from the smallest to the largest value
   * @throws IllegalArgumentException if there is no value, one is NaN, the quantile lies between
   *     two that are infinite either way, or p is not from 0 to 1
   */
  public double of(double[] values, double p) {
    for (int i = 0; i < values.length; i++) {
      requireNumber("values", values, i);
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    return ofSorted(ascending, p);
  }

  /**
   * Returns a quantile of values in order, without a copy.
   *
   * @param ascending at least one, in ascending order, which is not checked; none of them NaN
   * @param p the share, from 0 to 1
   * @return the quantile, from the smallest to the largest value
   * @throws IllegalArgumentException if there is no value, the last or one that the quantile comes
   *     from is NaN, it lies between two that are infinite either way, or p is not from 0 to 1
   */
  public double ofSorted(double[] ascending, double p) {
    int n = ascending.length;
    if (n == 0) {
      throw new IllegalArgumentException("values (0) must be at least one");
    }
    requireNumber("ascending", ascending, n - 1);
    Checks.unit("p", p);
    double h = position(n, p);
    long below = (long) Math.floor(h + ROUNDINGS * Math.ulp(h));
    double past = Math.max(0, h - below);
    double weight = past <= ROUNDINGS * Math.ulp(h) ? weightOfNextAt(below) : weightOfNext(past);
    double low = requireNumber("ascending", ascending, index(below, n));
    double high = requireNumber("ascending", ascending, index(below + 1, n));
    return low == high || weight == 0 ? low : between(low, high, weight);
  }

  private static double requireNumber(String name, double[] values, int index) {
    if (Double.isNaN(values[index])) {
      throw new IllegalArgumentException(name + "[" + index + "] (NaN) must be a number");
    }
    return values[index];
  }

  private double position(int n, double p) {
    return this == HF3 ? n * p - 0.5 : a + p * (n + 1 - a - b);
  }

  private static int index(long number, int n) {
    return (int) Math.min(Math.max(number, 1), n) - 1;
  }

  /** How much of the value after h counts, where h is whole. */
  private double weightOfNextAt(long below) {
    return switch (this) {
      case HF2 -> 0.5;
      case HF3 -> below % 2 == 0 ? 0 : 1;
      default -> 0;
    };
  }

  private double weightOfNext(double past) {
    return switch (this) {
      case HF1, HF2, HF3 -> 1;
      default -> past;
    };
  }

  private static double between(double low, double high, double weight) {
    if (weight == 1) {
      return high;
    }
    double width = high - low;
    if (Double.isFinite(width)) {
      return low + weight * width;
    }
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "values (" + low + " and " + high + " side by side) must not both be infinite");
    }
    return (1 - weight) * low + weight * high;
  }
}
