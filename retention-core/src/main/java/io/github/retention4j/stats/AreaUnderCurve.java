package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Normal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a score tells two groups apart: the chance that of one member of each the one of the
 * upper group has the higher score, ties counting half. It is the area under the ROC curve and the
 * Mann-Whitney statistic over its largest value. 0.5 is what chance gives, 1 tells all apart, and
 * under 0.5 the score points the other way.
 *
 * <p>Example: scores 3 and 5 against 1, 3 and 4 win 1.5 and 3 of 3 pairs each: 0.75.
 *
 * @param value the area, in [0, 1]
 * @param upper members of the group expected to score higher, at least 1
 * @param lower members of the other, at least 1
 * @param variance the variance of the area after DeLong; 0 where scores part the groups, and where
 *     a group has a single member, that say nothing of how scores scatter
 */
public record AreaUnderCurve(double value, long upper, long lower, double variance) {

  /**
   * Checks the numbers.
   *
   * @param value the area
   * @param upper members of the group expected to score higher
   * @param lower members of the other
   * @param variance the variance of the area
   * @throws IllegalArgumentException if the area is not from 0 to 1, a group is empty, or the
   *     variance negative or not finite
   */
  public AreaUnderCurve {
    Checks.unit("value", value);
    if (upper < 1 || lower < 1) {
      throw new IllegalArgumentException(
          "groups (" + upper + " and " + lower + ") must have a member each");
    }
    if (!(variance >= 0) || Double.isInfinite(variance)) {
      throw new IllegalArgumentException("variance (" + variance + ") must be finite, 0 or more");
    }
  }

  /**
   * Compares the scores of two groups, in time n log n.
   *
   * <p>The variance is that of DeLong, DeLong and Clarke-Pearson (1988): with V(i) the share of the
   * other group that member i beats, {@code var V(upper) / upper + var V(lower) / lower}.
   *
   * @param upperScores of the group expected to score higher, none NaN
   * @param lowerScores of the other, none NaN
   * @return the area; empty if a group has no member
   * @throws IllegalArgumentException if a score is NaN
   * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson (1988)</a>
   */
  public static Optional<AreaUnderCurve> of(double[] upperScores, double[] lowerScores) {
    if (upperScores.length == 0 || lowerScores.length == 0) {
      return Optional.empty();
    }
    double[] upper = sorted(upperScores);
    double[] lower = sorted(lowerScores);
    double[] won = sharesBelow(upper, lower);
    double[] lost = sharesBelow(lower, upper);
    double area = Arrays.stream(won).sum() / won.length;
    double variance = varianceOfMean(won) + varianceOfMean(lost);
    return Optional.of(new AreaUnderCurve(Math.min(1, area), won.length, lost.length, variance));
  }

  /**
   * Compares the scores of two groups that stand in one row, in time n log n.
   *
   * @param scores of all, none NaN
   * @param upper for each whether it belongs to the group expected to score higher
   * @return the area; empty if a group has no member
   * @throws IllegalArgumentException if lengths differ or a score is NaN
   */
  public static Optional<AreaUnderCurve> of(double[] scores, boolean[] upper) {
    if (upper.length != scores.length) {
      throw new IllegalArgumentException(
          "upper (" + upper.length + ") must be as many as scores (" + scores.length + ")");
    }
    return of(ofGroup(scores, upper, true), ofGroup(scores, upper, false));
  }

  private static double[] ofGroup(double[] scores, boolean[] upper, boolean wanted) {
    return IntStream.range(0, scores.length)
        .filter(i -> upper[i] == wanted)
        .mapToDouble(i -> scores[i])
        .toArray();
  }

  private static double[] sorted(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    if (Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("scores (NaN) must be numbers");
    }
    return sorted;
  }

  /** For each of some scores in order the share of others that is lower, ties counting half. */
  private static double[] sharesBelow(double[] scores, double[] others) {
    double[] shares = new double[scores.length];
    int below = 0;
    int upTo = 0;
    for (int i = 0; i < scores.length; i++) {
      while (below < others.length && others[below] < scores[i]) {
        below++;
      }
      upTo = Math.max(upTo, below);
      while (upTo < others.length && others[upTo] <= scores[i]) {
        upTo++;
      }
      shares[i] = (below + (upTo - below) / 2.0) / others.length;
    }
    return shares;
  }

  private static double varianceOfMean(double[] values) {
    int n = values.length;
    if (n == 1) {
      return 0;
    }
    double mean = Arrays.stream(values).sum() / n;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return squares / (n - 1) / n;
  }

  /**
   * Returns the interval, made on the logit scale so that it stays within 0 and 1.
   *
   * <pre>{@code logit(area) +- z * se / (area (1 - area))}</pre>
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty where the area is 0 or 1, no score differs from another, or a group
   *     has a single member, for then nothing tells how it scatters
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    double z = Normal.criticalValue(Checks.level(level));
    if (variance == 0 || upper == 1 || lower == 1) {
      return Optional.empty();
    }
    double logit = Math.log(value / (1 - value));
    double margin = z * Math.sqrt(variance) / (value * (1 - value));
    return Optional.of(
        new ConfidenceInterval(logit - margin, logit + margin, level, "DeLong logit")
            .map(x -> 1 / (1 + Math.exp(-x))));
  }

  /**
   * Returns the area and its interval.
   *
   * @return for example {@code 0.7500 [0.1280, 0.9840] 95 % DeLong logit}
   */
  @Override
  public String toString() {
    String area = String.format(Locale.ROOT, "%.4f", value);
    return area + interval(0.95).map(interval -> " " + interval).orElse("");
  }
}
