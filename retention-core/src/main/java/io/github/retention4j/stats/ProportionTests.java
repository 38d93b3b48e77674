package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.ChiSquare;
import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Normal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Tests of several shares at once. Below x_i of n_i customers were counted in group i, X of N in
 * all.
 */
public final class ProportionTests {

  private ProportionTests() {}

  /**
   * Tests whether all shares are equal, by Pearson's chi-square.
   *
   * <pre>{@code X2 = sum of (x_i - n_i p)^2 / (n_i p (1 - p)), p = X / N}</pre>
   *
   * <p>Chi-square with k - 1 degrees of freedom for k groups, an approximation that wants expected
   * counts of about 5 or more. Where all groups together have share 0 or 1, X2 = 0 and p = 1.
   * Example: 1, 2 and 4 of 10 each, X2 = 2.6087, p = 0.2713.
   *
   * @param groups two or more groups with no customer in common
   * @return the result; the statistic is X2
   * @throws IllegalArgumentException if there are fewer than two groups
   * @throws ArithmeticException if the counts together exceed a long
   * @see <a href="https://doi.org/10.1080/14786440009463897">Pearson (1900)</a>
   */
  public static TestResult homogeneity(List<Proportion> groups) {
    Proportion pooled = pool(groups);
    double[] excess = excesses(groups, pooled);
    double[] total = totals(groups);
    double statistic = sum(i -> excess[i] / spread(pooled) * (excess[i] / total[i]), excess.length);
    return TestResult.ofLog(
        "Chi-square homogeneity",
        statistic,
        ChiSquare.logUpperTail(statistic, groups.size() - 1.0));
  }

  /**
   * Tests whether the shares rise or fall steadily from group to group; scores are 0, 1, 2 and so
   * on.
   *
   * @param groups two or more groups in order, with no customer in common
   * @return the result, see {@link #trend(List, List)}
   * @throws IllegalArgumentException if there are fewer than two groups
   * @throws ArithmeticException if the counts together exceed a long
   */
  public static TestResult trend(List<Proportion> groups) {
    return trend(groups, IntStream.range(0, groups.size()).asDoubleStream().boxed().toList());
  }

  /**
   * Tests, two-sided, whether the shares rise or fall in line with scores, by the Cochran-Armitage
   * test.
   *
   * <pre>{@code
   * z = sum of s_i (x_i - n_i p) / sqrt(p (1 - p) (sum of n_i s_i^2 - (sum of n_i s_i)^2 / N))
   * }</pre>
   *
   * <p>Only the spacing of the scores matters: adding a number to all, or multiplying all by a
   * positive one, changes nothing. Where all groups together have share 0 or 1, z = 0 and p = 1.
   * Example: 1, 2 and 4 of 10 each with scores 1, 2, 3, z = 1.5860, p = 0.1127.
   *
   * @param groups two or more groups with no customer in common
   * @param scores a finite number for each group, such as months since sign-up, not all equal
   * @return the result; the statistic is z, positive if the shares rise with the scores
   * @throws IllegalArgumentException if there are fewer than two groups, or the scores are not one
   *     for each group, not finite or all equal
   * @throws ArithmeticException if the counts together exceed a long
   * @see <a href="https://doi.org/10.2307/3001616">Cochran (1954)</a>
   * @see <a href="https://doi.org/10.2307/3001775">Armitage (1955)</a>
   */
  public static TestResult trend(List<Proportion> groups, List<Double> scores) {
    Proportion pooled = pool(groups);
    checkScores(groups, scores);
    double[] excess = excesses(groups, pooled);
    double[] total = totals(groups);
    double[] centred = centred(fromZeroToOne(scores), total);
    int k = excess.length;
    double slope = sum(i -> centred[i] * excess[i], k);
    double squares = sum(i -> total[i] * centred[i] * centred[i], k);
    double z = slope / Math.sqrt(squares) / Math.sqrt(spread(pooled));
    return TestResult.ofLog("Cochran-Armitage trend", z, Normal.logTwoSided(z));
  }

  private static Proportion pool(List<Proportion> groups) {
    if (groups.size() < 2) {
      throw new IllegalArgumentException("groups (" + groups + ") must be two or more");
    }
    return groups.stream().reduce(Proportion::plus).orElseThrow();
  }

  private static void checkScores(List<Proportion> groups, List<Double> scores) {
    requireNonNull(scores, "scores");
    if (scores.size() != groups.size()) {
      throw new IllegalArgumentException(
          "scores (" + scores + ") must be one for each of the " + groups.size() + " groups");
    }
    if (!scores.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("scores (" + scores + ") must be finite");
    }
    if (scores.stream().map(score -> score + 0.0).distinct().count() == 1) {
      throw new IllegalArgumentException("scores (" + scores + ") must not all be equal");
    }
  }

  /** Returns x_i - n_i X / N for each group. */
  private static double[] excesses(List<Proportion> groups, Proportion pooled) {
    return groups.stream().mapToDouble(g -> g.cross(pooled) / pooled.total()).toArray();
  }

  private static double[] totals(List<Proportion> groups) {
    return groups.stream().mapToDouble(Proportion::total).toArray();
  }

  /** Returns scores as evenly spaced, of which no sum or square overflows or vanishes. */
  private static double[] fromZeroToOne(List<Double> scores) {
    int exponent = Math.getExponent(scores.stream().mapToDouble(Math::abs).max().orElseThrow());
    double[] scaled = scores.stream().mapToDouble(it -> Math.scalb(it, -exponent)).toArray();
    double least = DoubleStream.of(scaled).min().orElseThrow();
    double range = DoubleStream.of(scaled).max().orElseThrow() - least;
    return DoubleStream.of(scaled).map(it -> (it - least) / range).toArray();
  }

  /** Returns the scores less their mean, each group weighing as much as it has customers. */
  private static double[] centred(double[] scores, double[] total) {
    double mean = sum(i -> total[i] * scores[i], total.length) / DoubleStream.of(total).sum();
    return DoubleStream.of(scores).map(s -> s - mean).toArray();
  }

  /** Returns p (1 - p), or 1 where that is 0 and so is everything that is divided by it. */
  private static double spread(Proportion pooled) {
    double spread = pooled.value() * pooled.complement().value();
    return spread == 0 ? 1 : spread;
  }

  private static double sum(IntToDouble term, int count) {
    return CompensatedSum.of(IntStream.range(0, count).mapToDouble(term::at).toArray());
  }

  private interface IntToDouble {
    double at(int index);
  }
}
