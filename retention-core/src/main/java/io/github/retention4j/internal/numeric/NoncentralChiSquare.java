package io.github.retention4j.internal.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * The noncentral chi-square distribution: of a sum of squares of df normal variables of variance 1,
 * the squares of whose means sum up to lambda.
 *
 * <pre>{@code P(X <= x) = sum over j of Poisson(j; lambda / 2) P(df / 2 + j, x / 2)}</pre>
 *
 * <p>Each term follows from the one before. The lower tail is summed from the last term down, the
 * upper from the first up, so that nothing is ever subtracted and small tails keep their digits.
 * The terms left out count for under 1e-30. Work grows with the square root of lambda.
 *
 * <p>Where x is large beside df, the noncentrality of a chance p needs no sum. X is {@code (Z +
 * sqrt(lambda))^2} and a chi-square of df - 1, whose mean is all of it that matters then:
 *
 * <pre>{@code sqrt(lambda) = (sqrt(x) + sqrt(x - 2 (df - 1))) / 2 - z(p)}</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/36.1-2.202">Patnaik (1949)</a>
 */
public final class NoncentralChiSquare {

  /** Poisson weights so many standard deviations from the mean, and a few more, count nothing. */
  private static final double REACH = 12;

  private static final double MORE = 30;

  private static final double TINY = 1e-300;

  /** The last chance that has a normal quantile. */
  private static final double LARGEST = Math.nextDown(1.0);

  /** Steps of the root of lambda, or of normal quantiles, that change no limit. */
  private static final double CLOSE = 1e-14;

  private static final int MOST_STEPS = 200;

  /** From this x on the root of X is normal to the last digits, and sums would be too long. */
  private static final double LARGE = 1e10;

  private NoncentralChiSquare() {}

  /**
   * Returns the chance of at most x.
   *
   * @param x 0 or more
   * @param df degrees of freedom, over 0
   * @param lambda noncentrality, 0 or more
   * @return P(X &lt;= x)
   */
  public static double lower(double x, double df, double lambda) {
    double y = x / 2;
    double mean = lambda / 2;
    if (y == 0 || mean == 0) {
      return IncompleteGamma.lower(df / 2, y);
    }
    long first = first(mean);
    long last = lastThatCounts(first, last(mean), df, y);
    double weight = weight((double) last, mean);
    double chance = IncompleteGamma.lower(df / 2 + last, y);
    double step = weight(df / 2 + last, y);
    double sum = weight * chance;
    for (long j = last - 1; j >= first; j--) {
      step *= (df / 2 + j + 1) / y;
      chance += step;
      weight *= (j + 1) / mean;
      sum += weight * chance;
    }
    return Math.min(1, sum);
  }

  /**
   * Returns the chance of at least x.
   *
   * @param x 0 or more
   * @param df degrees of freedom, over 0
   * @param lambda noncentrality, 0 or more
   * @return P(X &gt;= x)
   */
  public static double upper(double x, double df, double lambda) {
    double y = x / 2;
    double mean = lambda / 2;
    if (y == 0 || mean == 0) {
      return IncompleteGamma.upper(df / 2, y);
    }
    long first = first(mean);
    long last = last(mean);
    double weight = weight((double) first, mean);
    double chance = IncompleteGamma.upper(df / 2 + first, y);
    double step = weight(df / 2 + first, y);
    double sum = weight * chance;
    for (long j = first + 1; j <= last; j++) {
      chance += step;
      step *= y / (df / 2 + j);
      weight *= mean / j;
      sum += weight * chance;
    }
    return Math.min(1, sum);
  }

  private static long first(double mean) {
    return (long) Math.max(0, mean - REACH * Math.sqrt(mean) - MORE);
  }

  private static long last(double mean) {
    return (long) (mean + REACH * Math.sqrt(mean) + MORE);
  }

  /** Returns the last term whose chance is not below the smallest double, as for x near 0. */
  private static long lastThatCounts(long first, long last, double df, double y) {
    long low = Math.max(first, (long) Math.min(y, (double) last));
    if (weight(df / 2 + last, y) >= TINY) {
      return last;
    }
    long high = last;
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (weight(df / 2 + middle, y) >= TINY) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns {@code mean^a e^-mean / Gamma(a + 1)}. */
  private static double weight(double a, double mean) {
    return Math.exp(-Saddlepoint.deviance(a, mean, a - mean) - Saddlepoint.logFactorialFactor(a));
  }

  /**
   * Returns the noncentrality at which at most x has a chance.
   *
   * @param p the chance, over 0 and under 1
   * @param x 0 or more
   * @param df degrees of freedom, over 0
   * @return lambda with P(X &lt;= x) = p; 0 if the chance is under p at any
   */
  public static double noncentralityByLower(double p, double x, double df) {
    double wanted = Normal.quantile(p);
    if (isLarge(x, df)) {
      return ofLarge(x, df, wanted);
    }
    return squaredRoot(
        root -> wanted - Normal.quantile(inside(lower(x, df, root * root))), Math.sqrt(x));
  }

  /**
   * Returns the noncentrality at which at least x has a chance.
   *
   * @param q the chance, over 0 and under 1
   * @param x 0 or more
   * @param df degrees of freedom, over 0
   * @return lambda with P(X &gt;= x) = q; 0 if the chance is over q at any
   */
  public static double noncentralityByUpper(double q, double x, double df) {
    double wanted = Normal.quantileUpper(q);
    if (isLarge(x, df)) {
      return ofLarge(x, df, wanted);
    }
    return squaredRoot(
        root -> wanted - Normal.quantileUpper(inside(upper(x, df, root * root))), Math.sqrt(x));
  }

  private static boolean isLarge(double x, double df) {
    return x >= LARGE && df * df <= x;
  }

  private static double ofLarge(double x, double df, double quantile) {
    double root = (Math.sqrt(x) + Math.sqrt(x - 2 * (df - 1))) / 2 - quantile;
    return Math.max(0, root) * Math.max(0, root);
  }

  private static double inside(double chance) {
    return Math.max(TINY, Math.min(LARGEST, chance));
  }

  /** The normal quantile of a chance is nearly a straight line of the root of lambda. */
  private static double squaredRoot(DoubleUnaryOperator rising, double guess) {
    if (rising.applyAsDouble(0) >= 0) {
      return 0;
    }
    double low = 0;
    double high = guess + 1;
    while (rising.applyAsDouble(high) < 0) {
      low = high;
      high *= 2;
    }
    double root = between(rising, low, high);
    return root * root;
  }

  /** Finds where a function that rises through 0 does so, by false position, Illinois' variant. */
  private static double between(DoubleUnaryOperator rising, double from, double to) {
    double low = from;
    double high = to;
    double below = rising.applyAsDouble(low);
    double above = rising.applyAsDouble(high);
    double root = high;
    double value = above;
    for (int i = 0; i < MOST_STEPS && Math.abs(value) > CLOSE && high - low > CLOSE * high; i++) {
      boolean wasBelow = value < 0;
      root = high - above * ((high - low) / (above - below));
      value = rising.applyAsDouble(root);
      double kept = i > 0 && (value < 0) == wasBelow ? 0.5 : 1;
      if (value < 0) {
        low = root;
        below = value;
        above *= kept;
      } else {
        high = root;
        above = value;
        below *= kept;
      }
    }
    return root;
  }
}
