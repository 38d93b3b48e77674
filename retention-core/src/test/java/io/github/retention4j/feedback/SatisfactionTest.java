package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SatisfactionTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  @Test
  void countsTheTopTwoOfFive() {
    ScoreCounts scores =
        ScoreCounts.of(ScoreScale.ONE_TO_FIVE, Map.of(1, 8L, 2, 12L, 3, 20L, 4, 70L, 5, 90L));
    SatisfactionScore score = SatisfactionScore.topTwoOfFive(scores);
    assertThat(score.share()).isEqualTo(new Proportion(160, 200));
    assertThat(score.mean()).isCloseTo(4.11, within(1e-12));
    assertThat(score.share().interval(0.95).lower()).isCloseTo(0.7391448134, within(1e-10));
    assertThat(new SatisfactionScore(scores, 1).share()).isEqualTo(new Proportion(90, 200));
    assertThat(score.toText())
        .isEqualTo(
            """
            CSAT, top 2 of 1..5: 160/200 (80.00 %), 73.9 % to 85.0 %
              mean 4.11, 3.96 to 4.26; intervals at 95 %
            """);
  }

  @Test
  void wantsToKnowHowManyCountOnAnotherScale() {
    ScoreCounts scores = ScoreCounts.ofScores(ScoreScale.ONE_TO_SEVEN, 7, 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SatisfactionScore.topTwoOfFive(scores))
        .withMessage(
            "scale (1..7) must be 1..5 for the top two of five; for another, say how many scores"
                + " count");
    assertThat(new SatisfactionScore(scores, 2).toText())
        .contains("mean 7.00, no interval without answers that differ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SatisfactionScore(scores, 0))
        .withMessage("top (0) must be from 1 to 6 on a scale of 1..7");
  }

  @Test
  void knowsWhichEndIsEasy() {
    ScoreCounts scores = ScoreCounts.ofScores(ScoreScale.ONE_TO_SEVEN, 1, 2, 3, 4, 5, 6, 7, 7);
    CustomerEffortScore easy =
        CustomerEffortScore.threeOfSeven(scores, EffortOrientation.HIGH_IS_EASY);
    assertThat(easy.easy()).isEqualTo(new Proportion(4, 8));
    assertThat(easy.mean()).isEqualTo(4.375);
    CustomerEffortScore hard =
        CustomerEffortScore.threeOfSeven(scores, EffortOrientation.HIGH_IS_HARD);
    assertThat(hard.easy()).isEqualTo(new Proportion(3, 8));
    assertThat(easy.toText())
        .startsWith("CES on 1..7, high is easy: easy, of the 3 easiest scores, 4/8 (50.00 %)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CustomerEffortScore.threeOfSeven(
                    ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 2),
                    EffortOrientation.HIGH_IS_HARD))
        .withMessage(
            "scale (1..5) must be 1..7 for three of seven; for another, say how many scores"
                + " count");
    assertThat(
            new CustomerEffortScore(
                    ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, 2, 5),
                    EffortOrientation.HIGH_IS_HARD,
                    2)
                .easy())
        .isEqualTo(new Proportion(1, 2));
  }

  @Test
  void listsEveryoneBelow10() {
    int[] scores = {10, 9, 10, 7, 8, 10, 6};
    List<Answer> answers =
        IntStream.range(0, scores.length)
            .mapToObj(i -> Answer.of(CustomerId.of(i), DAY, scores[i]).withPerson("P" + i))
            .toList();
    RelationshipScore score =
        new RelationshipScore(SurveyAnswers.of(ScoreScale.ONE_TO_TEN, DAY.plusDays(1), answers));
    assertThat(score.mean()).isCloseTo(60 / 7.0, within(1e-12));
    assertThat(score.tens()).isEqualTo(new Proportion(3, 7));
    assertThat(score.followUp())
        .containsExactly(answers.get(6), answers.get(3), answers.get(4), answers.get(1));
    assertThat(score.toText())
        .isEqualTo(
            """
            Relationship 1..10: mean 8.57, 7.07 to 10.00
              tens 3/7 (42.86 %), 15.8 % to 75.0 %; intervals at 95 %
              to follow up: 4
                6  2024-03-01  6, P6
                7  2024-03-01  3, P3
                8  2024-03-01  4, P4
                9  2024-03-01  1, P1
            """);
    SurveyAnswers zeroToTen = SurveyAnswers.of(ScoreScale.ZERO_TO_TEN, DAY.plusDays(1), answers);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelationshipScore(zeroToTen))
        .withMessage("scale (0..10) must be 1..10; for answers from 0 to 10 take NetPromoterScore");
  }
}
