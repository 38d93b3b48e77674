package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Normal;

/**
 * The same customers asked twice, such as in two periods, and what each answered. Shares of two
 * periods are not independent if they are of the same customers; only those who changed tell which
 * is the higher.
 *
 * @param both customers for whom it held both times
 * @param firstOnly those for whom it held the first time only
 * @param secondOnly those for whom it held the second time only
 * @param neither those for whom it held neither time
 */
public record PairedProportions(long both, long firstOnly, long secondOnly, long neither) {

  /**
   * Checks the counts.
   *
   * @param both customers for whom it held both times
   * @param firstOnly the first time only
   * @param secondOnly the second time only
   * @param neither neither time
   * @throws IllegalArgumentException if a count is negative or all are 0
   * @throws ArithmeticException if the counts together exceed a long
   */
  public PairedProportions {
    requireCount("both", both);
    requireCount("firstOnly", firstOnly);
    requireCount("secondOnly", secondOnly);
    requireCount("neither", neither);
    if (sum(both, firstOnly, secondOnly, neither) == 0) {
      throw new IllegalArgumentException("counts (all 0) must have a customer");
    }
  }

  private static void requireCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " (" + count + ") must not be negative");
    }
  }

  private static long sum(long both, long firstOnly, long secondOnly, long neither) {
    return Math.addExact(Math.addExact(both, firstOnly), Math.addExact(secondOnly, neither));
  }

  /**
   * Counts the answers.
   *
   * @param first for each customer whether it held the first time
   * @param second for the same customers in the same order whether it held the second time
   * @return the counts
   * @throws IllegalArgumentException if there is no customer, or not both answers of each
   */
  public static PairedProportions of(boolean[] first, boolean[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "second (" + second.length + ") must be as many as first (" + first.length + ")");
    }
    long[] counts = new long[4];
    for (int i = 0; i < first.length; i++) {
      counts[(first[i] ? 0 : 2) + (second[i] ? 0 : 1)]++;
    }
    return new PairedProportions(counts[0], counts[1], counts[2], counts[3]);
  }

  /**
   * Returns the share of the first time.
   *
   * @return the share, of all customers
   */
  public Proportion first() {
    return new Proportion(both + firstOnly, total());
  }

  /**
   * Returns the share of the second time.
   *
   * @return the share, of all customers
   */
  public Proportion second() {
    return new Proportion(both + secondOnly, total());
  }

  private long total() {
    return sum(both, firstOnly, secondOnly, neither);
  }

  /**
   * Returns by how much the share rose.
   *
   * @return second - first, from -1 to 1; 0.1 is ten percentage points
   */
  public double difference() {
    return (double) (secondOnly - firstOnly) / total();
  }

  /**
   * Returns the interval of Bonett and Price for the rise of the share, cut to [-1, 1].
   *
   * <pre>{@code
   * q - p +- z sqrt((p + q - (q - p)^2) / (n + 2)),   p = (firstOnly + 1) / (n + 2),
   * q = (secondOnly + 1) / (n + 2)
   * }</pre>
   *
   * <p>n is the number of customers, z the normal quantile of the level. The ones added keep it
   * good for few customers.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval, within [-1, 1]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.3102/1076998611411915">Bonett and Price (2012)</a>
   */
  public ConfidenceInterval interval(double level) {
    double n = total() + 2.0;
    double p = (firstOnly + 1.0) / n;
    double q = (secondOnly + 1.0) / n;
    double rise = q - p;
    double margin =
        Normal.criticalValue(Checks.level(level)) * Math.sqrt((p + q - rise * rise) / n);
    return new ConfidenceInterval(
        Math.max(-1, rise - margin), Math.min(1, rise + margin), level, "Bonett-Price");
  }

  /**
   * Tests, two-sided, whether the share stayed as it was, by McNemar's test.
   *
   * <pre>{@code X2 = (secondOnly - firstOnly)^2 / (secondOnly + firstOnly)}</pre>
   *
   * <p>Chi-square with one degree of freedom; the correction makes the distance smaller by 1, not
   * below 0. An approximation that wants about 10 customers who changed; below that take {@link
   * #exactTest()}. Where none changed, X2 = 0 and p = 1. Example: 5 and 25 changed, X2 = 13.33, p =
   * 0.00026.
   *
   * @param correction whether the distance is corrected for counts being whole
   * @return the result; the statistic is X2
   * @see <a href="https://doi.org/10.1007/BF02295996">McNemar (1947)</a>
   */
  public TestResult test(ContinuityCorrection correction) {
    // Half the distance: that of firstOnly from half of those who changed.
    double distance = 2 * correction.applyTo((secondOnly - firstOnly) / 2.0);
    double z = distance == 0 ? 0 : distance / Math.sqrt((double) firstOnly + secondOnly);
    return TestResult.ofLog(correction.name("McNemar"), z * z, Normal.logTwoSided(z));
  }

  /**
   * Tests, two-sided, whether the share stayed as it was, by the binomial distribution: if it did,
   * each customer who changed went either way with chance 1/2.
   *
   * <p>Twice the smaller tail, at most 1; 1 where none changed. Example: 5 and 25 changed, p =
   * 0.000325.
   *
   * @return the result; the statistic is the number of customers for whom it held the second time
   *     only
   */
  public TestResult exactTest() {
    String name = "McNemar exact";
    if (firstOnly + secondOnly == 0) {
      return TestResult.ofLog(name, 0, 0);
    }
    TestResult binomial =
        new Proportion(secondOnly, firstOnly + secondOnly)
            .testAgainst(0.5, IntervalMethod.CLOPPER_PEARSON);
    return new TestResult(name, binomial.statistic(), binomial.pValue(), binomial.log10PValue());
  }
}
