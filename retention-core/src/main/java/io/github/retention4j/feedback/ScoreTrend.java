package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.stats.TestResult;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scores of one client, person or project over time. Made by {@link ScoreTrendCalculator}.
 *
 * @param name of the client, person or project
 * @param scores how often each score was given
 * @param first the day of the first answer
 * @param last the day of the last answer
 * @param lastScore the median of the answers of the last day
 * @param earlierMedian the median of the answers before the last day; empty if there is none
 * @param test the Mann-Kendall test of a trend, its statistic negative if scores fall; empty if all
 *     answers are of one day
 * @param adjustedPValue its p-value, adjusted for how many names were tested; empty with the test
 * @param slope the Theil-Sen slope; empty with the test
 */
public record ScoreTrend(
    String name,
    ScoreCounts scores,
    LocalDate first,
    LocalDate last,
    double lastScore,
    OptionalDouble earlierMedian,
    Optional<TestResult> test,
    OptionalDouble adjustedPValue,
    Optional<ScoreSlope> slope) {

  /**
   * Checks the numbers.
   *
   * @param name of the client, person or project
   * @param scores how often each score was given
   * @param first the day of the first answer
   * @param last the day of the last answer
   * @param lastScore the median of the answers of the last day
   * @param earlierMedian the median of the answers before the last day, or empty
   * @param test the Mann-Kendall test, or empty
   * @param adjustedPValue its adjusted p-value, or empty
   * @param slope the Theil-Sen slope, or empty
   * @throws IllegalArgumentException if a score is not finite or the p-value not from 0 to 1
   */
  public ScoreTrend {
    requireNonNull(name, "name");
    requireNonNull(scores, "scores");
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    Checks.finite("lastScore", lastScore);
    earlierMedian.ifPresent(it -> Checks.finite("earlierMedian", it));
    requireNonNull(test, "test");
    adjustedPValue.ifPresent(it -> Checks.unit("adjustedPValue", it));
    requireNonNull(slope, "slope");
  }

  ScoreTrend withAdjustedPValue(double adjusted) {
    return new ScoreTrend(
        name,
        scores,
        first,
        last,
        lastScore,
        earlierMedian,
        test,
        OptionalDouble.of(adjusted),
        slope);
  }

  /**
   * Returns how far the last score lies under the median of those before.
   *
   * @return scores, negative if it lies above; empty if all answers are of one day
   */
  public OptionalDouble drop() {
    return earlierMedian.isPresent()
        ? OptionalDouble.of(earlierMedian.getAsDouble() - lastScore)
        : OptionalDouble.empty();
  }

  /**
   * Tells why there are no drop, test and slope.
   *
   * @return the reason; empty where there are
   */
  public Optional<String> whyNoTrend() {
    return test.isPresent() ? Optional.empty() : Optional.of("all answers are of one day");
  }

  /** Returns one line of a table. */
  String line() {
    return Texts.format(
        "  %s: %s, mean %s, last %s on %s%s%s\n",
        CellText.escaped(name),
        Texts.answers(scores.total()),
        Texts.twoDigits(scores.mean()),
        Texts.oneDigit(lastScore),
        last,
        slope.map(ScoreTrend::inWords).orElse(", one day only, no trend"),
        test.map(this::inWords).orElse(""));
  }

  private static String inWords(ScoreSlope slope) {
    return Texts.format(
        "; slope %s%s",
        Texts.plusOrMinus(slope.value()),
        slope
            .interval()
            .map(
                it ->
                    Texts.format(
                        " (%s to %s)",
                        Texts.plusOrMinus(it.lower()), Texts.plusOrMinus(it.upper())))
            .orElse(" (too few for an interval)"));
  }

  private String inWords(TestResult trend) {
    return ", "
        + trend.pValueText()
        + ", adjusted "
        + Texts.pValue(adjustedPValue.orElse(trend.pValue()));
  }
}
