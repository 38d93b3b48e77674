package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.time.TimeScale;
import java.util.List;

/**
 * The scores of all clients, persons or projects over time. Made by {@link ScoreTrendCalculator}.
 *
 * @param key of what the names are
 * @param rule when scores count as falling
 * @param adjustment how p-values were adjusted for the number of tests
 * @param unit the unit of time of slopes
 * @param level the level of the intervals of slopes
 * @param trends by name
 */
public record ScoreTrends(
    AnswerKey key,
    FallingRule rule,
    MultipleTesting adjustment,
    TimeScale unit,
    double level,
    List<ScoreTrend> trends) {

  /**
   * Copies the list.
   *
   * @param key of what the names are
   * @param rule when scores count as falling
   * @param adjustment how p-values were adjusted
   * @param unit the unit of time of slopes
   * @param level the level of the intervals
   * @param trends by name
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ScoreTrends {
    requireNonNull(key, "key");
    requireNonNull(rule, "rule");
    requireNonNull(adjustment, "adjustment");
    requireNonNull(unit, "unit");
    Checks.level(level);
    trends = List.copyOf(trends);
  }

  /**
   * Returns those that fall by the rule.
   *
   * @return the worst first, then by name
   */
  public List<ScoreTrend> falling() {
    return trends.stream()
        .filter(rule::holds)
        .sorted(rule.worstFirst().thenComparing(ScoreTrend::name))
        .toList();
  }

  /**
   * Returns those that were tested.
   *
   * @return by name; the p-values were adjusted for as many
   */
  public List<ScoreTrend> tested() {
    return trends.stream().filter(trend -> trend.test().isPresent()).toList();
  }

  /**
   * Returns the falling ones and all, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        Texts.format(
            "Scores by %s: %d, of which %d were tested (Mann-Kendall, adjusted by %s).\n",
            key.title(), trends.size(), tested().size(), Texts.words(adjustment)));
    text.append(
        Texts.format("Falling (%s): %d of %d\n", rule.words(), falling().size(), trends.size()));
    falling().forEach(trend -> text.append(trend.line()));
    text.append(
        Texts.format(
            "All by %s. Slopes in scores, time in %s; %s are Sen's\n",
            key.title(), unit, Texts.intervals(level)));
    trends.forEach(trend -> text.append(trend.line()));
    return text.toString();
  }
}
