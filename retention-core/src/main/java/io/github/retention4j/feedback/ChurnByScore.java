package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionTests;
import io.github.retention4j.stats.RatioEstimate;
import io.github.retention4j.stats.RiskRatio;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What share of customers left, by what they had said before. Association, not cause: what made
 * them unhappy may have made them leave, and so may something else that unhappy customers have in
 * common. Made by {@link ChurnByScoreCalculator}.
 *
 * @param choice which answer stands for a customer
 * @param bands from low scores to high
 * @param silent those who left, of the customers without an answer; empty if all answered
 * @param level the level of the intervals
 */
public record ChurnByScore(
    CustomerScore choice, List<BandChurn> bands, Optional<Proportion> silent, double level) {

  /**
   * Copies the list.
   *
   * @param choice which answer stands for a customer
   * @param bands from low scores to high
   * @param silent those who left, of the customers without an answer, or empty
   * @param level the level of the intervals
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ChurnByScore {
    requireNonNull(choice, "choice");
    bands = List.copyOf(bands);
    requireNonNull(silent, "silent");
    Checks.level(level);
  }

  /** Bands that have customers, by their place. */
  private List<Integer> places() {
    return IntStream.range(0, bands.size())
        .filter(i -> bands.get(i).left().isPresent())
        .boxed()
        .toList();
  }

  private List<Proportion> shares() {
    return bands.stream().flatMap(band -> band.left().stream()).toList();
  }

  /**
   * Tests, two-sided, whether churn rises or falls from band to band, by the Cochran-Armitage test
   * on the places of the bands.
   *
   * @return the result, its statistic negative where high scores leave less; empty if fewer than
   *     two bands have customers
   * @throws ArithmeticException if the customers of all bands together exceed a long
   */
  public Optional<TestResult> trend() {
    return places().size() < 2
        ? Optional.empty()
        : Optional.of(
            ProportionTests.trend(shares(), places().stream().map(Integer::doubleValue).toList()));
  }

  /**
   * Returns how many times as often customers of the lowest band with any left as those of the
   * highest.
   *
   * @return the ratio, with the log interval of Katz, counts of 0 corrected and said; empty if
   *     fewer than two bands have customers
   */
  public Optional<RatioEstimate> lowestToHighest() {
    List<Proportion> shares = shares();
    return shares.size() < 2
        ? Optional.empty()
        : Optional.of(new RiskRatio(shares.get(0), shares.get(shares.size() - 1)).estimate(level));
  }

  /**
   * Tells why there are neither trend nor ratio.
   *
   * @return the reason; empty where there are
   */
  public Optional<String> whyNoTrend() {
    return places().size() < 2
        ? Optional.of("fewer than two bands have customers")
        : Optional.empty();
  }

  /**
   * Returns churn by band with intervals, the trend and the ratio, in lines.
   *
   * @return text that ends with a line feed
   * @throws ArithmeticException if the customers of all bands together exceed a long
   */
  public String toText() {
    StringBuilder text = new StringBuilder("Churn by score: association, not cause; ");
    text.append("Wilson's ").append(Texts.intervals(level)).append('\n');
    bands.forEach(band -> text.append(line(band.band().toString(), band.left())));
    text.append(line("no answer", silent));
    trend()
        .ifPresent(
            trend ->
                text.append(
                    Texts.format(
                        "  %s by score, %s %s\n",
                        trend.statistic() < 0 ? "falling" : "rising",
                        trend.test(),
                        trend.pValueText())));
    whyNoTrend().ifPresent(reason -> text.append("  no trend: ").append(reason).append('\n'));
    lowestToHighest()
        .ifPresent(
            ratio -> text.append("  lowest band against highest: ").append(ratio).append('\n'));
    return text.toString();
  }

  private String line(String name, Optional<Proportion> left) {
    return Texts.format(
        "  %-18s %s\n", name, left.map(it -> Texts.share(it, level)).orElse("no customers"));
  }
}
