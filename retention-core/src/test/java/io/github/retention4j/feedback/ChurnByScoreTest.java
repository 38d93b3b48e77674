package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionTests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChurnByScoreTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final LocalDate END = LocalDate.of(2024, 7, 1);

  private final List<Answer> answers = new ArrayList<>();
  private final Set<CustomerId> customers = new HashSet<>();
  private final Set<CustomerId> left = new HashSet<>();

  private void group(int score, int total, int gone) {
    for (int i = 0; i < total; i++) {
      CustomerId customer = CustomerId.of(score + "-" + i);
      customers.add(customer);
      if (score >= 0) {
        answers.add(Answer.of(customer, DAY, score));
      }
      if (i < gone) {
        left.add(customer);
      }
    }
  }

  private SurveyAnswers survey() {
    return SurveyAnswers.of(ScoreScale.ZERO_TO_TEN, END, answers);
  }

  private ChurnByScore calculate(ChurnByScoreCalculator calculator) {
    return calculator.calculate(survey(), customers, left);
  }

  @Test
  void countsWhoLeftByBandAndThoseWhoSaidNothing() {
    group(3, 10, 5);
    group(8, 20, 4);
    group(9, 20, 1);
    group(-1, 50, 15);
    ChurnByScore churn = calculate(ChurnByScoreCalculator.withDefaults());
    assertThat(churn.bands())
        .extracting(BandChurn::left)
        .containsExactly(
            Optional.of(new Proportion(5, 10)),
            Optional.of(new Proportion(4, 20)),
            Optional.of(new Proportion(1, 20)));
    assertThat(churn.silent()).contains(new Proportion(15, 50));
    assertThat(churn.trend())
        .contains(
            ProportionTests.trend(
                List.of(new Proportion(5, 10), new Proportion(4, 20), new Proportion(1, 20))));
    assertThat(churn.lowestToHighest().orElseThrow().value()).isCloseTo(10, within(1e-12));
    assertThat(churn.toText())
        .isEqualTo(
            """
            Churn by score: association, not cause; Wilson's intervals at 95 %
              detractors 0..6    5/10 (50.00 %), 23.7 % to 76.3 %
              passives 7..8      4/20 (20.00 %), 8.1 % to 41.6 %
              promoters 9..10    1/20 (5.00 %), 0.9 % to 23.6 %
              no answer          15/50 (30.00 %), 19.1 % to 43.8 %
              falling by score, Cochran-Armitage trend p = 0.0046
              lowest band against highest: 10.00 [1.34, 74.51] 95 % Katz log
            """);
  }

  @Test
  void saysWhatASingleBandCannot() {
    group(3, 4, 1);
    ChurnByScore churn = calculate(ChurnByScoreCalculator.withDefaults());
    assertThat(churn.trend()).isEmpty();
    assertThat(churn.lowestToHighest()).isEmpty();
    assertThat(churn.silent()).isEmpty();
    assertThat(churn.toText()).contains("  no answer          no customers\n");
  }

  @Test
  void takesTheAnswerThatWasAskedFor() {
    CustomerId one = CustomerId.of("one");
    customers.add(one);
    left.add(one);
    answers.add(Answer.of(one, DAY, 2));
    answers.add(Answer.of(one, DAY.plusDays(3), 10));
    answers.add(Answer.of(one, DAY.plusDays(3), 9));
    answers.add(Answer.of(CustomerId.of("stranger"), DAY, 0));
    ChurnByScoreCalculator each =
        ChurnByScoreCalculator.withDefaults()
            .with(ScoreBands.eachScoreOf(ScoreScale.ZERO_TO_TEN))
            .withLevel(0.9);
    assertThat(calculate(each).bands().get(9).left()).contains(new Proportion(1, 1));
    assertThat(calculate(each.with(CustomerScore.LOWEST)).bands().get(2).left())
        .contains(new Proportion(1, 1));
    assertThat(calculate(each).bands().get(0).left()).isEmpty();
  }

  @Test
  void oneBandHasNoTrend() {
    group(3, 2, 1);
    ChurnByScore churn = calculate(ChurnByScoreCalculator.withDefaults());
    assertThat(churn.whyNoTrend()).contains("fewer than two bands have customers");
    assertThat(churn.toText()).endsWith("  no trend: fewer than two bands have customers\n");
  }

  @Test
  void collectsThoseWhoLeftAndWereNotThere() {
    group(3, 2, 1);
    ChurnByScore without = calculate(ChurnByScoreCalculator.withDefaults());
    left.add(CustomerId.of("x"));
    List<Rejection> refused = new ArrayList<>();
    ChurnByScore churn =
        ChurnByScoreCalculator.withDefaults().calculate(survey(), customers, left, refused::add);
    assertThat(churn).isEqualTo(without);
    assertThat(refused).containsExactly(new Rejection(2, "left (x) must be among the customers"));
  }

  @Test
  void refusesWhatDoesNotFit() {
    group(3, 2, 1);
    left.add(CustomerId.of("x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculate(ChurnByScoreCalculator.withDefaults()))
        .withMessage("left (x) must be among the customers");
    customers.clear();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculate(ChurnByScoreCalculator.withDefaults()))
        .withMessage("customers (0) must be at least one");
    ScoreBands five = ScoreBands.eachScoreOf(ScoreScale.ONE_TO_FIVE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculate(ChurnByScoreCalculator.withDefaults().with(five)))
        .withMessage("bands (1..5) must span the scale of the answers, 0..10");
    ScoreBand low = new ScoreBand("low", 0, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreBands(List.of(low)))
        .withMessage("bands ([low 0..4]) must be two or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreBands(List.of(low, new ScoreBand("high", 6, 9))))
        .withMessage("band (high 6..9) must start after the end of low 0..4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreBand("odd", 6, 5))
        .withMessage("highest (5) of band odd must not be below lowest (6)");
  }
}
