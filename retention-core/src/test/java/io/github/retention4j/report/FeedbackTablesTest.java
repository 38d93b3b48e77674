package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.feedback.Answer;
import io.github.retention4j.feedback.AnswerKey;
import io.github.retention4j.feedback.BandChurn;
import io.github.retention4j.feedback.ChurnByScore;
import io.github.retention4j.feedback.CustomerEffortScore;
import io.github.retention4j.feedback.CustomerScore;
import io.github.retention4j.feedback.EffortOrientation;
import io.github.retention4j.feedback.IncidentDenominator;
import io.github.retention4j.feedback.IncidentKind;
import io.github.retention4j.feedback.IncidentRate;
import io.github.retention4j.feedback.NetPromoterScore;
import io.github.retention4j.feedback.ResponseRate;
import io.github.retention4j.feedback.SatisfactionScore;
import io.github.retention4j.feedback.ScoreBand;
import io.github.retention4j.feedback.ScoreCounts;
import io.github.retention4j.feedback.ScoreScale;
import io.github.retention4j.feedback.ScoreTable;
import io.github.retention4j.feedback.SurveyAnswers;
import io.github.retention4j.feedback.SurveyWave;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeedbackTablesTest {

  private static final NetPromoterScore SCORE = new NetPromoterScore(15, 10, 25);

  private static ScoreCounts stars(int... scores) {
    return ScoreCounts.ofScores(ScoreScale.ONE_TO_FIVE, scores);
  }

  @Test
  void netPromoterScoresHaveTheirCounts() {
    CsvText.check(
        FeedbackTables.netPromoterScores(
            new TreeMap<>(Map.of("yearly", new NetPromoterScore(2, 0, 0), "monthly", SCORE))),
        """
        group,NPS,lower,upper,promoters,passives,detractors,answers
        monthly,-20.0,-42.14306046395845,4.407211407354669,15,10,25,50
        yearly,100.0,-24.410989173817644,100.0,2,0,0,2
        """);
  }

  @Test
  void netPromoterBandsAreShares() {
    CsvText.check(
        FeedbackTables.netPromoterBands(SCORE),
        """
        band,answers,of,share,lower,upper
        promoters,15,50,0.3,0.1910355350088095,0.43750350464453397
        passives,10,50,0.2,0.1124375001577611,0.33037105932225413
        detractors,25,50,0.5,0.3664451431682858,0.6335548568317142
        """);
  }

  @Test
  void satisfactionSaysWhyAMeanHasNoInterval() {
    CsvText.check(
        FeedbackTables.satisfaction(
            new TreeMap<>(
                Map.of(
                    "app", SatisfactionScore.topTwoOfFive(stars(1, 3, 4, 4)),
                    "web", SatisfactionScore.topTwoOfFive(stars(5))))),
        """
        group,satisfied,answers,CSAT,lower,upper,mean score,mean lower,mean upper,why empty
        app,2,4,0.5,0.15003898915214953,0.8499610108478504,3.0,1.0,5.0,
        web,1,1,1.0,0.20654931437723745,1.0,5.0,,,"mean lower: a single answer does not tell how answers scatter; mean upper: a single answer does not tell how answers scatter"
        """);
  }

  @Test
  void effortCountsTheEasyEnd() {
    CsvText.check(
        FeedbackTables.effort(
            new TreeMap<>(
                Map.of(
                    "web",
                    new CustomerEffortScore(
                        stars(1, 1, 1, 5), EffortOrientation.HIGH_IS_HARD, 2)))),
        """
        group,easy,answers,share easy,lower,upper,mean score,mean lower,mean upper,why empty
        web,3,4,0.75,0.3006418425824019,0.9544127391902996,2.0,1.0,5.0,
        """);
  }

  @Test
  void scoresHaveARowForEachPeriodWithAnswers() {
    List<Answer> answers =
        List.of(
            Answer.of(CustomerId.of("ann"), LocalDate.of(2024, 1, 5), 8),
            Answer.of(CustomerId.of("ann"), LocalDate.of(2024, 3, 5), 6),
            Answer.of(CustomerId.of("ann"), LocalDate.of(2024, 3, 6), 8),
            Answer.of(CustomerId.of("bob"), LocalDate.of(2024, 3, 5), 9));
    LocalDate end = LocalDate.of(2024, 4, 1);
    CsvText.check(
        FeedbackTables.scores(
            ScoreTable.of(
                SurveyAnswers.of(ScoreScale.ZERO_TO_TEN, end, answers),
                AnswerKey.CUSTOMER,
                PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), end)))),
        """
        customer,period,answers,mean score,mean lower,mean upper,why empty
        ann,2024-01,1,8.0,,,"mean lower: a single answer does not tell how answers scatter; mean upper: a single answer does not tell how answers scatter"
        ann,2024-03,2,7.0,0.0,10.0,
        bob,2024-03,1,9.0,,,"mean lower: a single answer does not tell how answers scatter; mean upper: a single answer does not tell how answers scatter"
        """);
  }

  @Test
  void churnByScoreTellsBandsWithoutCustomersApart() {
    ChurnByScore churn =
        new ChurnByScore(
            CustomerScore.LATEST,
            List.of(
                new BandChurn(new ScoreBand("detractors", 0, 6), Optional.of(new Proportion(1, 2))),
                new BandChurn(new ScoreBand("passives", 7, 8), Optional.empty()),
                new BandChurn(
                    new ScoreBand("promoters", 9, 10), Optional.of(new Proportion(0, 4)))),
            Optional.empty(),
            0.9);
    ResultTable table = FeedbackTables.churnByScore(churn);
    assertThat(table.title()).isEqualTo("Churn by score, 90 % intervals");
    CsvText.check(
        table,
        """
        score,left,customers,churn,lower,upper,why empty
        detractors 0..6,1,2,0.5,0.12086631942227362,0.8791336805777263,
        passives 7..8,0,0,,,,"churn: no customer is in the band; lower: no customer is in the band; upper: no customer is in the band"
        promoters 9..10,0,4,0.0,0.0,0.4034786252027049,
        no answer,0,0,,,,"churn: all customers answered; lower: all customers answered; upper: all customers answered"
        """);
  }

  @Test
  void responsesAreSharesOfThoseAsked() {
    CsvText.check(
        FeedbackTables.responses(
            new ResponseRate(List.of(new SurveyWave("spring", new Proportion(1, 2))))),
        """
        wave,answered,asked,response,lower,upper
        spring,1,2,0.5,0.09453120573423074,0.9054687942657693
        """);
  }

  @Test
  void incidentsSayWhatTheyAreOf() {
    CsvText.check(
        FeedbackTables.incidents(
            List.of(
                new IncidentRate(IncidentKind.REFUND, IncidentDenominator.ORDERS, 1, 2),
                new IncidentRate(
                    IncidentKind.COMPLAINT, IncidentDenominator.PER_CUSTOMER_MONTH, 0, 2.5))),
        """
        kind,denominator,count,exposure,rate,lower,upper
        refund,orders,1,2.0,0.5,0.09453120573423074,0.9054687942657693
        complaint,per customer month,0,2.5,0.0,0.0,1.4755517816455748
        """);
  }
}
