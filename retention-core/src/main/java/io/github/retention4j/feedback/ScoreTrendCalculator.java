package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.MannKendallTest;
import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.stats.TestResult;
import io.github.retention4j.stats.TheilSenSlope;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Finds whose scores fall over time. Immutable. Defaults: by customer; falling by {@link
 * FallingRule.SignificantTrend} at 0.05; p-values adjusted by {@link
 * MultipleTesting#BENJAMINI_HOCHBERG}; slopes per {@link TimeScale#MEAN_YEAR}; intervals at 0.95.
 *
 * <p>For each name the Mann-Kendall test and the Theil-Sen slope are made of all its answers and
 * their days; answers of one day are in no order. Answers are taken as independent but for the
 * trend: where a client has several persons who each keep their own level, do it by person. Answers
 * without the name asked for are left out.
 */
public final class ScoreTrendCalculator {

  private static final ScoreTrendCalculator DEFAULTS =
      new ScoreTrendCalculator(
          AnswerKey.CUSTOMER,
          new FallingRule.SignificantTrend(0.05),
          MultipleTesting.BENJAMINI_HOCHBERG,
          TimeScale.MEAN_YEAR,
          0.95);

  private final AnswerKey key;
  private final FallingRule rule;
  private final MultipleTesting adjustment;
  private final TimeScale unit;
  private final double level;

  private ScoreTrendCalculator(
      AnswerKey key, FallingRule rule, MultipleTesting adjustment, TimeScale unit, double level) {
    this.key = requireNonNull(key, "key");
    this.rule = requireNonNull(rule, "rule");
    this.adjustment = requireNonNull(adjustment, "adjustment");
    this.unit = requireNonNull(unit, "unit");
    this.level = Checks.level(level);
  }

  /**
   * Returns the calculator with the defaults.
   *
   * @return the calculator
   */
  public static ScoreTrendCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this calculator by another key.
   *
   * @param newKey by client, person or project
   * @return the calculator
   */
  public ScoreTrendCalculator by(AnswerKey newKey) {
    return new ScoreTrendCalculator(newKey, rule, adjustment, unit, level);
  }

  /**
   * Returns this calculator with another rule.
   *
   * @param newRule when scores count as falling
   * @return the calculator
   */
  public ScoreTrendCalculator with(FallingRule newRule) {
    return new ScoreTrendCalculator(key, newRule, adjustment, unit, level);
  }

  /**
   * Returns this calculator with another adjustment of p-values.
   *
   * @param newAdjustment how to allow for the number of tests
   * @return the calculator
   */
  public ScoreTrendCalculator with(MultipleTesting newAdjustment) {
    return new ScoreTrendCalculator(key, rule, newAdjustment, unit, level);
  }

  /**
   * Returns this calculator with slopes in another unit of time.
   *
   * @param newUnit the unit
   * @return the calculator
   */
  public ScoreTrendCalculator with(TimeScale newUnit) {
    return new ScoreTrendCalculator(key, rule, adjustment, newUnit, level);
  }

  /**
   * Returns this calculator with intervals at another level.
   *
   * @param newLevel over 0 and under 1
   * @return the calculator
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ScoreTrendCalculator withLevel(double newLevel) {
    return new ScoreTrendCalculator(key, rule, adjustment, unit, newLevel);
  }

  /**
   * Looks at the scores of each name.
   *
   * @param answers all answers
   * @return the trends, by name; none where no answer has such a name
   */
  public ScoreTrends calculate(SurveyAnswers answers) {
    List<ScoreTrend> trends = new ArrayList<>();
    answers
        .by(key)
        .forEach(
            (name, own) -> {
              if (!name.equals(Segmentation.UNASSIGNED)) {
                trends.add(trend(name, own));
              }
            });
    return new ScoreTrends(key, rule, adjustment, unit, level, adjusted(trends));
  }

  private ScoreTrend trend(String name, SurveyAnswers own) {
    List<Answer> answers = own.answers();
    LocalDate first = answers.get(0).date();
    LocalDate last = answers.get(answers.size() - 1).date();
    double[] earlier = scores(answers.stream().filter(it -> it.date().isBefore(last)).toList());
    double[] onLast = scores(answers.stream().filter(it -> it.date().equals(last)).toList());
    boolean moves = earlier.length > 0;
    return new ScoreTrend(
        name,
        own.scores(),
        first,
        last,
        median(onLast),
        moves ? OptionalDouble.of(median(earlier)) : OptionalDouble.empty(),
        moves ? Optional.of(test(answers)) : Optional.empty(),
        OptionalDouble.empty(),
        moves ? Optional.of(slope(answers)) : Optional.empty());
  }

  private static TestResult test(List<Answer> answers) {
    return MannKendallTest.of(days(answers), scores(answers)).test();
  }

  private ScoreSlope slope(List<Answer> answers) {
    TheilSenSlope daily = TheilSenSlope.of(days(answers), scores(answers));
    Optional<ConfidenceInterval> interval = daily.interval(level);
    return new ScoreSlope(
        daily.value() * unit.days(),
        unit,
        interval.map(it -> it.map(slope -> slope * unit.days())));
  }

  private static double[] days(List<Answer> answers) {
    return answers.stream().mapToDouble(answer -> answer.date().toEpochDay()).toArray();
  }

  private static double[] scores(List<Answer> answers) {
    return answers.stream().mapToDouble(Answer::score).toArray();
  }

  private static double median(double[] scores) {
    double[] sorted = DoubleStream.of(scores).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private List<ScoreTrend> adjusted(List<ScoreTrend> trends) {
    List<Double> pValues =
        trends.stream().flatMap(it -> it.test().stream()).map(TestResult::pValue).toList();
    List<Double> adjusted = adjustment.adjust(pValues);
    List<ScoreTrend> result = new ArrayList<>();
    int next = 0;
    for (ScoreTrend trend : trends) {
      if (trend.test().isPresent()) {
        result.add(trend.withAdjustedPValue(adjusted.get(next)));
        next++;
      } else {
        result.add(trend);
      }
    }
    return result;
  }
}
