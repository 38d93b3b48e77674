package io.github.retention4j.feedback;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionTests;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;

/**
 * What share of those invited answered, in all and by wave. The fewer answer, the more the scores
 * may be those of the willing only; no interval of a score allows for that.
 *
 * @param waves one or more, in the order of time
 */
public record ResponseRate(List<SurveyWave> waves) {

  private static final double USUAL_LEVEL = 0.95;

  /**
   * Copies the waves.
   *
   * @param waves one or more
   * @throws IllegalArgumentException if there is none
   */
  public ResponseRate {
    waves = List.copyOf(waves);
    if (waves.isEmpty()) {
      throw new IllegalArgumentException("waves (0) must be at least one");
    }
  }

  /**
   * Returns the rate of all waves together. Its {@link Proportion#interval(double)} is Wilson's.
   *
   * @return answered of invited
   * @throws ArithmeticException if a sum exceeds a long
   */
  public Proportion overall() {
    return shares().stream().reduce(Proportion::plus).orElseThrow();
  }

  private List<Proportion> shares() {
    return waves.stream().map(SurveyWave::answered).toList();
  }

  /**
   * Tests, two-sided, whether the rate rises or falls from wave to wave, by the Cochran-Armitage
   * test.
   *
   * @return the result, its statistic negative if it falls; empty for a single wave
   * @throws ArithmeticException if the invited of all waves exceed a long
   */
  public Optional<TestResult> trend() {
    return waves.size() < 2 ? Optional.empty() : Optional.of(ProportionTests.trend(shares()));
  }

  /**
   * Tells why there is no test of a trend.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoTrend() {
    return waves.size() < 2 ? Optional.of("there is one wave only") : Optional.empty();
  }

  /**
   * Returns the rates with their intervals and the trend, in lines.
   *
   * @return text that ends with a line feed
   * @throws ArithmeticException if a sum exceeds a long
   */
  public String toText() {
    StringBuilder text = new StringBuilder("Response rate: ");
    text.append(Texts.share(overall(), USUAL_LEVEL)).append("; ");
    text.append("Wilson's ").append(Texts.intervals(USUAL_LEVEL)).append('\n');
    for (SurveyWave wave : waves) {
      text.append(
          Texts.format(
              "  %s: %s\n",
              CellText.escaped(wave.name()), Texts.share(wave.answered(), USUAL_LEVEL)));
    }
    trend()
        .ifPresent(
            trend ->
                text.append(
                    Texts.format(
                        "  %s, %s %s\n",
                        trend.statistic() < 0 ? "falling" : "rising",
                        trend.test(),
                        trend.pValueText())));
    whyNoTrend().ifPresent(reason -> text.append("  no trend: ").append(reason).append('\n'));
    return text.toString();
  }
}
