package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoreTrendTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 15);
  private static final LocalDate END = LocalDate.of(2025, 1, 1);

  /** One answer every 30 days. */
  private static List<Answer> monthly(String customer, int... scores) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      answers.add(Answer.of(CustomerId.of(customer), START.plusDays(30L * i), scores[i]));
    }
    return answers;
  }

  private static SurveyAnswers survey() {
    List<Answer> answers = new ArrayList<>();
    answers.addAll(monthly("Falls", 10, 9, 8, 7, 6, 5));
    answers.addAll(monthly("Drops", 9, 8, 9, 9, 8, 4));
    answers.addAll(monthly("Rises", 4, 5, 6, 7, 8, 9));
    answers.addAll(monthly("Stays", 8, 8, 8));
    answers.addAll(monthly("Once", 3));
    return SurveyAnswers.of(ScoreScale.ONE_TO_TEN, END, answers);
  }

  private static ScoreTrend trend(ScoreTrends trends, String name) {
    return trends.trends().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void findsWhoFalls() {
    ScoreTrends trends =
        ScoreTrendCalculator.withDefaults()
            .with(TimeScale.THIRTY_DAYS)
            .withLevel(0.9)
            .calculate(survey());
    ScoreTrend falls = trend(trends, "Falls");
    assertThat(falls.test().orElseThrow().pValue()).isCloseTo(2.0 / 720, within(1e-12));
    // Of four tests the two smallest are equal: 2 / 720 * 4 / 2.
    assertThat(falls.adjustedPValue()).hasValueCloseTo(4.0 / 720, within(1e-12));
    assertThat(falls.slope().orElseThrow().value()).isCloseTo(-1, within(1e-12));
    assertThat(falls.slope().orElseThrow().interval()).isPresent();
    assertThat(falls.drop()).hasValue(8 - 5);
    assertThat(trends.falling()).containsExactly(falls);
    assertThat(trends.tested()).hasSize(4);
    ScoreTrend once = trend(trends, "Once");
    assertThat(once.test()).isEmpty();
    assertThat(once.slope()).isEmpty();
    assertThat(once.adjustedPValue()).isEmpty();
    assertThat(once.drop()).isEmpty();
  }

  @Test
  void adjustsByTheMethodAskedFor() {
    ScoreTrends holm =
        ScoreTrendCalculator.withDefaults().with(MultipleTesting.HOLM).calculate(survey());
    assertThat(trend(holm, "Falls").adjustedPValue()).hasValueCloseTo(8.0 / 720, within(1e-12));
    ScoreTrendCalculator strict =
        ScoreTrendCalculator.withDefaults()
            .with(MultipleTesting.HOLM)
            .with(new FallingRule.SignificantTrend(0.01));
    assertThat(strict.calculate(survey()).falling()).isEmpty();
  }

  @Test
  void hearsTheLastScoreWhereAskedTo() {
    ScoreTrends trends =
        ScoreTrendCalculator.withDefaults()
            .with(new FallingRule.BelowOwnMedian(3))
            .calculate(survey());
    assertThat(trends.falling()).extracting(ScoreTrend::name).containsExactly("Drops", "Falls");
    assertThat(trend(trends, "Drops").earlierMedian()).hasValue(9);
    assertThat(trend(trends, "Rises").drop()).hasValue(-3);
  }

  @Test
  void looksAtPersonsAndPassesOverThoseWithout() {
    CustomerId acme = CustomerId.of("Acme");
    SurveyAnswers answers =
        SurveyAnswers.of(
            ScoreScale.ONE_TO_TEN,
            END,
            List.of(
                Answer.of(acme, START, 9).withPerson("Ann"),
                Answer.of(acme, START.plusDays(1), 7).withPerson("Ann"),
                Answer.of(acme, START.plusDays(1), 8).withPerson("Ann"),
                Answer.of(acme, START, 2)));
    ScoreTrends trends =
        ScoreTrendCalculator.withDefaults().by(AnswerKey.PERSON).calculate(answers);
    assertThat(trends.trends()).hasSize(1);
    assertThat(trends.trends().get(0).lastScore()).isEqualTo(7.5);
    assertThat(
            ScoreTrendCalculator.withDefaults().by(AnswerKey.PROJECT).calculate(answers).trends())
        .isEmpty();
  }

  @Test
  void readsAsText() {
    ScoreTrends trends =
        ScoreTrendCalculator.withDefaults().with(TimeScale.THIRTY_DAYS).calculate(survey());
    assertThat(trends.toText())
        .isEqualTo(
            """
            Scores by customer: 5, of which 4 were tested (Mann-Kendall, adjusted by Benjamini-Hochberg).
            Falling (trend down, adjusted p-value under 0.05): 1 of 5
              Falls: 6 answers, mean 7.50, last 5.0 on 2024-06-13; slope -1.00 (-1.00 to -1.00), p = 0.0028, adjusted p = 0.0056
            All by customer. Slopes in scores, time in periods of 30 days; intervals at 95 % are Sen's
              Drops: 6 answers, mean 7.83, last 4.0 on 2024-06-13; slope -0.50 (-2.50 to +0.50), p = 0.2333, adjusted p = 0.3111
              Falls: 6 answers, mean 7.50, last 5.0 on 2024-06-13; slope -1.00 (-1.00 to -1.00), p = 0.0028, adjusted p = 0.0056
              Once: 1 answer, mean 3.00, last 3.0 on 2024-01-15, one day only, no trend
              Rises: 6 answers, mean 6.50, last 9.0 on 2024-06-13; slope +1.00 (+1.00 to +1.00), p = 0.0028, adjusted p = 0.0056
              Stays: 3 answers, mean 8.00, last 8.0 on 2024-03-15; slope +0.00 (too few for an interval), p = 1.0000, adjusted p = 1.0000
            """);
  }

  @Test
  void refusesRulesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FallingRule.SignificantTrend(0))
        .withMessage("alpha (0.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FallingRule.BelowOwnMedian(0))
        .withMessage("points (0.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreTrendCalculator.withDefaults().withLevel(2))
        .withMessage("level (2.0) must be over 0 and under 1");
  }

  @Test
  void putsScoresInATable() {
    PeriodAxis quarters =
        PeriodAxis.quarters(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 10, 1)));
    ScoreTable table = ScoreTable.of(survey(), AnswerKey.CUSTOMER, quarters);
    assertThat(table.scores("Falls", 0).orElseThrow().total()).isEqualTo(3);
    assertThat(table.scores("Once", 1)).isEmpty();
    assertThat(table.toText())
        .isEqualTo(
            """
            Mean score (answers) by customer
                     2024-Q1    2024-Q2    2024-Q3
            Drops   8.67 (3)   7.00 (3)          .
            Falls   9.00 (3)   6.00 (3)          .
            Once    3.00 (1)          .          .
            Rises   5.00 (3)   8.00 (3)          .
            Stays   8.00 (3)          .          .
            """);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.scores("Nobody", 0))
        .withMessage("name (Nobody) must be one of [Drops, Falls, Once, Rises, Stays]");
  }

  @Test
  void showsNoTinyChanceAsZeroAndRefusesScoresThatAreNoNumbers() {
    assertThat(Texts.pValue(1e-9)).isEqualTo("p < 0.0001");
    assertThat(Texts.pValue(0.0123)).isEqualTo("p = 0.0123");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trendOf(Double.NaN, OptionalDouble.empty()))
        .withMessage("lastScore (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trendOf(1, OptionalDouble.of(2)))
        .withMessage("adjustedPValue (2.0) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FallingRule.BelowOwnMedian(Double.POSITIVE_INFINITY))
        .withMessage("points (Infinity) must be over 0 and finite");
  }

  private static ScoreTrend trendOf(double lastScore, OptionalDouble adjustedPValue) {
    LocalDate day = LocalDate.of(2024, 2, 29);
    return new ScoreTrend(
        "a",
        ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 1),
        day,
        day,
        lastScore,
        OptionalDouble.empty(),
        Optional.empty(),
        adjustedPValue,
        Optional.empty());
  }

  @Test
  void saysWhyThereIsNoTrend() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    SurveyAnswers answers =
        SurveyAnswers.of(
            ScoreScale.ZERO_TO_TEN,
            day.plusYears(1),
            List.of(
                Answer.of(CustomerId.of("ann"), day, 7),
                Answer.of(CustomerId.of("bob"), day, 7),
                Answer.of(CustomerId.of("bob"), day.plusDays(9), 8)));
    List<ScoreTrend> trends = ScoreTrendCalculator.withDefaults().calculate(answers).trends();
    assertThat(trends.get(0).whyNoTrend()).contains("all answers are of one day");
    assertThat(trends.get(1).whyNoTrend()).isEmpty();
    assertThat(trends.get(1).slope().orElseThrow().whyNoInterval())
        .contains("too few answers for an interval of this level");
    assertThat(trends.get(0).scores().whyNoMeanInterval())
        .contains("a single answer does not tell how answers scatter");
    assertThat(trends.get(1).scores().whyNoMeanInterval()).isEmpty();
    assertThat(ScoreCounts.ofScores(ScoreScale.ZERO_TO_TEN, 5, 5).whyNoMeanInterval())
        .contains("all answers are alike, which does not tell how answers scatter");
  }
}
