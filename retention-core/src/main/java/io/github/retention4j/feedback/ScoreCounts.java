package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.SampleMean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How often each score of a scale was given, by at least one answer. Every measure of one question
 * is made from these counts.
 *
 * @param scale the scale
 * @param counts for each score from the lowest to the highest how often it was given
 */
public record ScoreCounts(ScoreScale scale, List<Long> counts) {

  /**
   * Copies and checks the counts.
   *
   * @param scale the scale
   * @param counts for each score how often it was given
   * @throws IllegalArgumentException if there is not a count for each score, one is negative or all
   *     are 0
   * @throws ArithmeticException if the counts together exceed a long
   */
  public ScoreCounts {
    requireNonNull(scale, "scale");
    counts = List.copyOf(counts);
    if (counts.size() != scale.steps()) {
      throw new IllegalArgumentException(
          Texts.format(
              "counts (%s) must be one for each of the %s scores of %s",
              counts.size(), scale.steps(), scale));
    }
    for (int i = 0; i < counts.size(); i++) {
      Checks.count("count of score " + (scale.lowest() + i), counts.get(i));
    }
    if (sum(counts) == 0) {
      throw new IllegalArgumentException("counts (all 0) must have an answer");
    }
  }

  /**
   * Counts scores.
   *
   * @param scale the scale
   * @param scores one or more
   * @return the counts
   * @throws IllegalArgumentException if there is no score or one is off the scale
   */
  public static ScoreCounts ofScores(ScoreScale scale, int... scores) {
    long[] counts = new long[scale.steps()];
    for (int score : scores) {
      requireOn(scale, score);
      counts[score - scale.lowest()]++;
    }
    return new ScoreCounts(
        scale, IntStream.range(0, counts.length).mapToObj(i -> counts[i]).toList());
  }

  /**
   * Takes counts by score; scores that are not there were not given.
   *
   * @param scale the scale
   * @param countByScore how often each score was given
   * @return the counts
   * @throws IllegalArgumentException if a score is off the scale, a count is negative or all are 0
   * @throws ArithmeticException if the counts together exceed a long
   */
  public static ScoreCounts of(ScoreScale scale, Map<Integer, Long> countByScore) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(scale.steps(), 0L));
    countByScore.forEach(
        (score, count) -> {
          requireOn(scale, score);
          counts.set(score - scale.lowest(), count);
        });
    return new ScoreCounts(scale, counts);
  }

  private static void requireOn(ScoreScale scale, int score) {
    if (!scale.contains(score)) {
      throw new IllegalArgumentException(
          Texts.format("score (%s) must be from %s to %s", score, scale.lowest(), scale.highest()));
    }
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }

  /**
   * Returns the number of answers.
   *
   * @return at least 1
   */
  public long total() {
    return sum(counts);
  }

  /**
   * Returns how many answers have one of some scores.
   *
   * @param low the lowest of them
   * @param high the highest of them
   * @return 0 or more; scores off the scale have no answers
   */
  public long between(int low, int high) {
    long sum = 0;
    for (int score = Math.max(low, scale.lowest());
        score <= Math.min(high, scale.highest());
        score++) {
      sum += counts.get(score - scale.lowest());
    }
    return sum;
  }

  /**
   * Returns the share of answers with one of the highest scores.
   *
   * @param top how many scores count, from 1 to one less than the scale has
   * @return the share, of all answers
   * @throws IllegalArgumentException if top is not in that range
   */
  public Proportion top(int top) {
    Checks.top(top, scale);
    return new Proportion(between(scale.highest() - top + 1, scale.highest()), total());
  }

  /**
   * Returns the share of answers with one of the lowest scores.
   *
   * @param bottom how many scores count, from 1 to one less than the scale has
   * @return the share, of all answers
   * @throws IllegalArgumentException if bottom is not in that range
   */
  public Proportion bottom(int bottom) {
    Checks.top(bottom, scale);
    return new Proportion(between(scale.lowest(), scale.lowest() + bottom - 1), total());
  }

  /**
   * Returns the mean score.
   *
   * @return from the lowest score to the highest
   */
  public double mean() {
    return scale.lowest() + meanStep();
  }

  private double meanStep() {
    double sum = 0;
    for (int step = 0; step < counts.size(); step++) {
      sum += (double) step * counts.get(step);
    }
    return sum / total();
  }

  /**
   * Returns the variance of the scores.
   *
   * <pre>{@code sum of (score - mean)^2 / (n - 1)}</pre>
   *
   * @return in squares of scores, 0 or more; empty for a single answer
   */
  public OptionalDouble variance() {
    long total = total();
    if (total == 1) {
      return OptionalDouble.empty();
    }
    double mean = meanStep();
    double squares = 0;
    for (int step = 0; step < counts.size(); step++) {
      squares += counts.get(step) * (step - mean) * (step - mean);
    }
    return OptionalDouble.of(squares / (total - 1));
  }

  /**
   * Returns Student's interval for the mean score, cut to the scale.
   *
   * <pre>{@code mean +- t sqrt(variance / n)}</pre>
   *
   * <p>t is the quantile of Student's distribution with n - 1 degrees of freedom.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty where fewer than two answers differ: then nothing says how much
   *     answers scatter
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908)</a>
   */
  public Optional<ConfidenceInterval> meanInterval(double level) {
    Checks.level(level);
    double variance = variance().orElse(0);
    if (variance == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new SampleMean(total(), mean(), Math.sqrt(variance))
            .interval(level)
            .map(limit -> Math.max(scale.lowest(), Math.min(scale.highest(), limit))));
  }

  /**
   * Tells why there is no interval for the mean.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoMeanInterval() {
    if (total() == 1) {
      return Optional.of("a single answer does not tell how answers scatter");
    }
    return variance().orElse(0) == 0
        ? Optional.of("all answers are alike, which does not tell how answers scatter")
        : Optional.empty();
  }

  /**
   * Pools two groups of answers on one scale.
   *
   * @param other other answers
   * @return the sums of the counts
   * @throws IllegalArgumentException if the scales differ
   * @throws ArithmeticException if a sum exceeds a long
   */
  public ScoreCounts plus(ScoreCounts other) {
    if (!scale.equals(other.scale)) {
      throw new IllegalArgumentException(
          "scale (" + other.scale + ") must be " + scale + ", like that of the other answers");
    }
    return new ScoreCounts(
        scale,
        IntStream.range(0, counts.size())
            .mapToObj(i -> Math.addExact(counts.get(i), other.counts.get(i)))
            .toList());
  }
}
