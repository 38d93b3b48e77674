package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurveyAnswersTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final LocalDate END = LocalDate.of(2024, 7, 1);
  private static final CustomerId ACME = CustomerId.of("Acme");
  private static final CustomerId BETA = CustomerId.of("Beta");

  private static SurveyAnswers survey(Answer... answers) {
    return SurveyAnswers.of(ScoreScale.ONE_TO_TEN, END, List.of(answers));
  }

  @Test
  void stopsAtTheFirstFault() {
    AnswerCollector collector = AnswerCollector.until(ScoreScale.ONE_TO_TEN, END);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> collector.add(Answer.of(ACME, DAY, 0)))
        .withMessage("score (0) of customer Acme on 2024-03-01 must be from 1 to 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> collector.add(Answer.of(ACME, END, 5)))
        .withMessage(
            "date (2024-07-01) of customer Acme must be before the end of observation"
                + " (2024-07-01)");
    assertThatIllegalArgumentException()
        .isThrownBy(collector::toAnswers)
        .withMessage("answers (0 taken of 0 offered) must be at least one");
  }

  @Test
  void collectsFaultsWithTheirReasons() {
    AnswerCollector collector =
        AnswerCollector.until(ScoreScale.ONE_TO_TEN, END, FaultPolicy.COLLECT);
    Optional<String> none = Optional.empty();
    assertThat(collector.add("Acme", none, none, DAY, 9)).isTrue();
    assertThat(collector.add(" ", none, none, DAY, 9)).isFalse();
    assertThat(collector.add("Acme", Optional.of(""), none, DAY, 9)).isFalse();
    assertThat(collector.add("Acme", none, Optional.of(" "), DAY, 9)).isFalse();
    assertThat(collector.add("Acme", none, none, DAY, 11)).isFalse();
    assertThat(collector.offered()).isEqualTo(5);
    assertThat(collector.rejections())
        .containsExactly(
            new Rejection(2, "customer ( ) must not be blank"),
            new Rejection(
                3, "person () of the answer of customer Acme on 2024-03-01 must not be blank"),
            new Rejection(
                4, "project ( ) of the answer of customer Acme on 2024-03-01 must not be blank"),
            new Rejection(5, "score (11) of customer Acme on 2024-03-01 must be from 1 to 10"));
    assertThat(collector.toAnswers().answers()).hasSize(1);
  }

  @Test
  void keepsAnswersInOrder() {
    Answer late = Answer.of(ACME, DAY.plusDays(9), 8);
    Answer early = Answer.of(BETA, DAY, 7);
    SurveyAnswers answers = survey(late, early);
    assertThat(answers.answers()).containsExactly(early, late);
    assertThat(answers.customers()).containsExactly(ACME, BETA);
    assertThat(answers.scale()).isEqualTo(ScoreScale.ONE_TO_TEN);
    assertThat(answers.endExclusive()).isEqualTo(END);
    assertThat(answers).isEqualTo(survey(early, late)).isNotEqualTo(survey(early));
    assertThat(answers).hasToString("2 answers on 1..10, 2024-03-01 to 2024-03-10");
  }

  @Test
  void splitsByNameAndByGroup() {
    Answer one = Answer.of(ACME, DAY, 8).withPerson("Ann").withProject("site");
    Answer two = Answer.of(BETA, DAY, 6).withPerson("Ann");
    SurveyAnswers answers = survey(one, two);
    assertThat(answers.by(AnswerKey.CUSTOMER)).containsOnlyKeys("Acme", "Beta");
    assertThat(answers.by(AnswerKey.PERSON)).containsOnlyKeys("Ann");
    assertThat(answers.by(AnswerKey.PROJECT)).containsOnlyKeys(Segmentation.UNASSIGNED, "site");
    assertThat(answers.by(new Segmentation("size", Map.of(ACME, "large"))))
        .containsOnlyKeys(Segmentation.UNASSIGNED, "large");
  }

  @Test
  void takesAWaveAndTheLastWords() {
    Answer first = Answer.of(ACME, DAY, 8);
    Answer second = Answer.of(ACME, DAY.plusDays(40), 9);
    Answer lower = Answer.of(ACME, DAY.plusDays(40), 4);
    Answer person = Answer.of(ACME, DAY, 3).withPerson("Ann");
    SurveyAnswers answers = survey(first, second, lower, person);
    assertThat(answers.during(DateRange.ofDays(DAY, 30)).orElseThrow().answers())
        .containsExactly(first, person);
    assertThat(answers.during(DateRange.ofDays(DAY.plusDays(1), 3))).isEmpty();
    assertThat(answers.latest().answers()).containsExactly(person, lower);
  }

  @Test
  void countsScores() {
    ScoreCounts scores = ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 5, 4, 4, 1);
    assertThat(scores.counts()).containsExactly(1L, 0L, 0L, 2L, 1L);
    assertThat(scores.total()).isEqualTo(4);
    assertThat(scores.mean()).isEqualTo(3.5);
    assertThat(scores.variance()).hasValueCloseTo(3.0, within(1e-12));
    assertThat(scores.between(2, 9)).isEqualTo(3);
    assertThat(scores.top(1).count()).isEqualTo(1);
    assertThat(scores.bottom(2).count()).isEqualTo(1);
    // The t quantile for 3 degrees of freedom is 1.637744 at 80 % and 3.182446 at 95 %.
    assertThat(scores.meanInterval(0.8).orElseThrow().lower())
        .isCloseTo(3.5 - 1.6377443536962102 * Math.sqrt(0.75), within(1e-9));
    assertThat(scores.meanInterval(0.95)).contains(new ConfidenceInterval(1, 5, 0.95, "Student t"));
    assertThat(ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 4).variance()).isEmpty();
    assertThat(ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 4, 4).meanInterval(0.95)).isEmpty();
  }

  @Test
  void refusesCountsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 6))
        .withMessage("score (6) must be from 1 to 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE))
        .withMessage("counts (all 0) must have an answer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreCounts.of(ScoreScale.ONE_TO_FIVE, Map.of(0, 3L)))
        .withMessage("score (0) must be from 1 to 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreCounts.of(ScoreScale.ONE_TO_FIVE, Map.of(2, -3L)))
        .withMessage("count of score 2 (-3) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreCounts(ScoreScale.ONE_TO_FIVE, List.of(1L)))
        .withMessage("counts (1) must be one for each of the 5 scores of 1..5");
    ScoreCounts five = ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> five.plus(ScoreCounts.ofScores(ScoreScale.ONE_TO_SEVEN, 4)))
        .withMessage("scale (1..7) must be 1..5, like that of the other answers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> five.top(5))
        .withMessage("top (5) must be from 1 to 4 on a scale of 1..5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreScale(3, 3))
        .withMessage("highest (3) must be above lowest (3) by 1 to 1000");
  }
}
