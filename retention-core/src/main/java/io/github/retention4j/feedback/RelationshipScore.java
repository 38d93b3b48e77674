package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.stats.Proportion;
import java.util.Comparator;
import java.util.List;

/**
 * How clients rate the relationship from 1 to 10, where everything below 10 is a reason to call:
 * the mean, the share of tens, and the list of everyone below 10.
 *
 * <p>Not the Net Promoter Score, which asks another question from 0 to 10. Example: 10, 9, 10, 7,
 * 8, 10 and 6 have a mean of 8.57, 3 tens of 7, and four to follow up.
 *
 * @param answers on a scale of 1 to 10; to follow up only what each said last, pass {@link
 *     SurveyAnswers#latest()}
 */
public record RelationshipScore(SurveyAnswers answers) {

  private static final double USUAL_LEVEL = 0.95;

  /**
   * Checks the scale.
   *
   * @param answers on a scale of 1 to 10
   * @throws IllegalArgumentException if the scale is another one
   */
  public RelationshipScore {
    requireNonNull(answers, "answers");
    if (!answers.scale().equals(ScoreScale.ONE_TO_TEN)) {
      throw new IllegalArgumentException(
          "scale ("
              + answers.scale()
              + ") must be 1..10; for answers from 0 to 10 take NetPromoterScore");
    }
  }

  /**
   * Returns the mean score. Its interval is {@link ScoreCounts#meanInterval(double)} of {@link
   * SurveyAnswers#scores()}.
   *
   * @return from 1 to 10
   */
  public double mean() {
    return answers.scores().mean();
  }

  /**
   * Returns the share of answers of 10. Its {@link Proportion#interval(double)} is Wilson's.
   *
   * @return the share
   */
  public Proportion tens() {
    return answers.scores().top(1);
  }

  /**
   * Returns every answer below 10.
   *
   * @return lowest score first, then by date, customer, person and project
   */
  public List<Answer> followUp() {
    return answers.answers().stream()
        .filter(answer -> answer.score() < answers.scale().highest())
        .sorted(Comparator.comparingInt(Answer::score).thenComparing(Answer.ORDER))
        .toList();
  }

  /**
   * Returns mean, share of tens and whom to follow up, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        Texts.format(
            "Relationship 1..10: %s\n  tens %s; %s\n  to follow up: %d\n",
            Texts.mean(answers.scores(), USUAL_LEVEL),
            Texts.share(tens(), USUAL_LEVEL),
            Texts.intervals(USUAL_LEVEL),
            followUp().size()));
    followUp().forEach(answer -> text.append(line(answer)));
    return text.toString();
  }

  private static String line(Answer answer) {
    return Texts.format(
        "    %d  %s  %s%s%s\n",
        answer.score(),
        answer.date(),
        CellText.escaped(answer.customer().value()),
        answer.person().map(person -> ", " + CellText.escaped(person)).orElse(""),
        answer.project().map(project -> ", " + CellText.escaped(project)).orElse(""));
  }
}
