package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.feedback.BandChurn;
import io.github.retention4j.feedback.ChurnByScore;
import io.github.retention4j.feedback.CustomerEffortScore;
import io.github.retention4j.feedback.IncidentRate;
import io.github.retention4j.feedback.NetPromoterScore;
import io.github.retention4j.feedback.ResponseRate;
import io.github.retention4j.feedback.SatisfactionScore;
import io.github.retention4j.feedback.ScoreCounts;
import io.github.retention4j.feedback.ScoreTable;
import io.github.retention4j.feedback.SurveyWave;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.PeriodAxis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tables of what customers say, and of what they did then. {@link CustomerTables#scoreTrends} has
 * how the scores of each customer went.
 */
public final class FeedbackTables {

  private static final double LEVEL = 0.95;

  private FeedbackTables() {}

  /**
   * Returns Net Promoter Scores in points, with their 95 % intervals and counts.
   *
   * @param scores by group, such as a segment or a month
   * @return a row for each group
   */
  public static ResultTable netPromoterScores(SortedMap<String, NetPromoterScore> scores) {
    return ResultTable.of(
        "Net Promoter Score, points with 95 % intervals",
        Columns.named(scores),
        List.of(
            Column.text("group", (Map.Entry<String, NetPromoterScore> it) -> it.getKey()),
            Column.number("NPS", 1, it -> it.getValue().value()),
            Column.number("lower", 1, it -> it.getValue().interval(LEVEL).lower()),
            Column.number("upper", 1, it -> it.getValue().interval(LEVEL).upper()),
            Column.count("promoters", it -> it.getValue().promoters()),
            Column.count("passives", it -> it.getValue().passives()),
            Column.count("detractors", it -> it.getValue().detractors()),
            Column.count("answers", it -> it.getValue().total())));
  }

  /**
   * Returns the shares of promoters, passives and detractors with their 95 % Wilson intervals.
   *
   * @param score the score
   * @return a row for each of the three
   */
  public static ResultTable netPromoterBands(NetPromoterScore score) {
    return ResultTable.of(
        "Promoters, passives and detractors",
        List.of(
            Map.entry("promoters", new Proportion(score.promoters(), score.total())),
            Map.entry("passives", new Proportion(score.passives(), score.total())),
            Map.entry("detractors", new Proportion(score.detractors(), score.total()))),
        joined(
            List.of(Column.text("band", Map.Entry::getKey)),
            Columns.shareAndLimits("answers", "of", "share", Map.Entry::getValue)));
  }

  /**
   * Returns shares of satisfied answers with 95 % Wilson intervals, and mean scores.
   *
   * @param scores by group, such as a segment or a month
   * @return a row for each group
   */
  public static ResultTable satisfaction(SortedMap<String, SatisfactionScore> scores) {
    return ResultTable.of(
        "Customer satisfaction",
        Columns.named(scores),
        joined(
            List.of(Column.text("group", Map.Entry::getKey)),
            Columns.shareAndLimits("satisfied", "answers", "CSAT", it -> it.getValue().share()),
            means(it -> it.getValue().scores())));
  }

  /**
   * Returns shares of answers that found it easy, with 95 % Wilson intervals, and mean scores.
   *
   * @param scores by group, such as a segment or a month
   * @return a row for each group
   */
  public static ResultTable effort(SortedMap<String, CustomerEffortScore> scores) {
    return ResultTable.of(
        "Customer effort",
        Columns.named(scores),
        joined(
            List.of(Column.text("group", Map.Entry::getKey)),
            Columns.shareAndLimits("easy", "answers", "share easy", it -> it.getValue().easy()),
            means(it -> it.getValue().scores())));
  }

  private static <T> List<Column<T>> means(Function<T, ScoreCounts> scores) {
    Function<T, Optional<ConfidenceInterval>> interval = it -> scores.apply(it).meanInterval(LEVEL);
    Function<T, String> whyNone = it -> scores.apply(it).whyNoMeanInterval().orElse("no interval");
    return List.of(
        Column.number("mean score", 2, it -> scores.apply(it).mean()),
        Column.number("mean lower", 2, ConfidenceInterval::lower).ofOptional(interval, whyNone),
        Column.number("mean upper", 2, ConfidenceInterval::upper).ofOptional(interval, whyNone));
  }

  /** The scores of a client, person or project in a period. */
  private record ScoreCell(String name, String period, ScoreCounts scores) {}

  /**
   * Returns the mean scores of each client, person or project in each period, with the 95 %
   * intervals of Student.
   *
   * @param table the scores
   * @return a row for each period in which there are answers, name by name
   */
  public static ResultTable scores(ScoreTable table) {
    return ResultTable.of(
        "Scores by " + table.key().title() + " and period",
        table.cells().entrySet().stream().flatMap(row -> cells(table.axis(), row)).toList(),
        joined(
            List.of(
                Column.text(table.key().title(), ScoreCell::name),
                Columns.period(ScoreCell::period),
                Column.count("answers", it -> it.scores().total())),
            means(ScoreCell::scores)));
  }

  private static Stream<ScoreCell> cells(
      PeriodAxis axis, Map.Entry<String, SortedMap<Integer, ScoreCounts>> row) {
    return row.getValue().entrySet().stream()
        .map(cell -> new ScoreCell(row.getKey(), axis.label(cell.getKey()), cell.getValue()));
  }

  /** Customers who said alike, and those of them who left. */
  private record Saying(String band, Optional<Proportion> churn, String whyEmpty) {

    static Saying of(BandChurn churn) {
      return new Saying(churn.band().toString(), churn.left(), "no customer is in the band");
    }

    long left() {
      return churn.map(Proportion::count).orElse(0L);
    }

    long customers() {
      return churn.map(Proportion::total).orElse(0L);
    }
  }

  /**
   * Returns the share of customers who left by what they had said before, with Wilson intervals.
   * Association, not cause.
   *
   * @param churn by score
   * @return a row for each band, from low scores to high, and one for those who did not answer
   */
  public static ResultTable churnByScore(ChurnByScore churn) {
    return ResultTable.of(
        "Churn by score, " + Figures.decimals(100 * churn.level(), 0) + " % intervals",
        Stream.concat(
                churn.bands().stream().map(Saying::of),
                Stream.of(new Saying("no answer", churn.silent(), "all customers answered")))
            .toList(),
        List.of(
            Column.text("score", Saying::band),
            Column.count("left", Saying::left),
            Column.count("customers", Saying::customers),
            Column.share("churn", Proportion::value).ofOptional(Saying::churn, Saying::whyEmpty),
            Column.share("lower", (Proportion it) -> it.interval(churn.level()).lower())
                .ofOptional(Saying::churn, Saying::whyEmpty),
            Column.share("upper", (Proportion it) -> it.interval(churn.level()).upper())
                .ofOptional(Saying::churn, Saying::whyEmpty)));
  }

  /**
   * Returns the shares of those asked who answered, with 95 % Wilson intervals.
   *
   * @param rate the waves of a survey
   * @return a row for each wave
   */
  public static ResultTable responses(ResponseRate rate) {
    return ResultTable.of(
        "Responses by wave",
        rate.waves(),
        joined(
            List.of(Column.text("wave", SurveyWave::name)),
            Columns.shareAndLimits("answered", "asked", "response", SurveyWave::answered)));
  }

  /**
   * Returns rates of complaints, refunds and the like, with 95 % intervals. A rate is a fraction
   * where it is of customers or orders with any, else a number for each.
   *
   * @param rates the rates
   * @return a row for each
   */
  public static ResultTable incidents(List<IncidentRate> rates) {
    return ResultTable.of(
        "Complaints and refunds",
        rates,
        List.of(
            Column.text("kind", it -> RetentionTables.words(it.kind())),
            Column.text("denominator", it -> RetentionTables.words(it.denominator())),
            Column.count("count", IncidentRate::count),
            Column.number("exposure", 1, IncidentRate::exposure),
            Column.number("rate", 4, IncidentRate::value),
            Column.number("lower", 4, it -> it.interval(LEVEL).lower()),
            Column.number("upper", 4, it -> it.interval(LEVEL).upper())));
  }
}
