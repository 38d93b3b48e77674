package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import io.github.retention4j.survival.BrierScores;
import io.github.retention4j.survival.CalibrationBin;
import io.github.retention4j.survival.CalibrationTable;
import io.github.retention4j.survival.ConcordanceIndex;
import io.github.retention4j.survival.CoxReport;
import io.github.retention4j.survival.IncidenceComparison;
import io.github.retention4j.survival.IncidenceCurve;
import io.github.retention4j.survival.IncidenceCurves;
import io.github.retention4j.survival.LifeTable;
import io.github.retention4j.survival.LifeTableRow;
import io.github.retention4j.survival.LogRankPair;
import io.github.retention4j.survival.LogRankResult;
import io.github.retention4j.survival.MeanCountCurve;
import io.github.retention4j.survival.RestrictedMean;
import io.github.retention4j.survival.RestrictedMeanDifference;
import io.github.retention4j.survival.SurvivalAnswer;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.survival.SurvivalCurves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables of how long customers stay. */
public final class SurvivalTables {

  private static final String NO_INTERVAL = "none was lost yet, or none is left";
  private static final String NO_ERROR = "the sample gives no standard error";
  private static final String NOTHING_TO_COMPARE =
      "none left for the reason while customers of two groups were at risk";
  private static final String NO_SPREAD = "no spread, which does not mean certainty";
  private static final double LEVEL = 0.95;

  private SurvivalTables() {}

  /**
   * Returns a Kaplan-Meier curve, step by step: time, at risk, lost, censored, the share that lasts
   * longer, its standard error and interval.
   *
   * @param curve the curve
   * @return a row for each time at which customers are lost or last seen
   */
  public static ResultTable curve(SurvivalCurve curve) {
    return ResultTable.of(
        "Survival, time in " + curve.timeScale() + intervals(curve.level()),
        Columns.numbers(curve.size()),
        joined(
            List.of(
                Column.number("time", 2, curve::time),
                Column.number("at risk", 0, curve::atRisk),
                Column.number("lost", 0, (Integer step) -> curve.lost(step)),
                Column.number("censored", 0, curve::censored),
                Column.share("survival", curve::survival),
                Column.number("standard error", 4, Double::doubleValue)
                    .ofOptional(step -> boxed(curve.standardError(step)), "none is left")),
            limits(curve::interval, NO_INTERVAL)));
  }

  private static String intervals(double level) {
    return ", " + Figures.decimals(100 * level, 0) + " % intervals";
  }

  private static <T> List<Column<T>> limits(
      Function<T, Optional<ConfidenceInterval>> interval, String whyEmpty) {
    return List.of(
        Column.share("lower", ConfidenceInterval::lower).ofOptional(interval, whyEmpty),
        Column.share("upper", ConfidenceInterval::upper).ofOptional(interval, whyEmpty));
  }

  /**
   * Returns the curves of several groups in a line each: rows, lost, and the median lifetime.
   *
   * @param curves the curves
   * @return a row for each group, in the order of their names
   */
  public static ResultTable groups(SurvivalCurves curves) {
    return ResultTable.of(
        "Lifetimes by " + curves.attribute(),
        List.copyOf(curves.byGroup().keySet()),
        List.of(
            Column.text(curves.attribute(), group -> group),
            Column.count("rows", group -> curves.of(group).rows()),
            Column.number("lost", 0, group -> curves.of(group).lost()),
            Column.number("median", 2, Double::doubleValue)
                .ofOptional(
                    group -> boxed(curves.of(group).median().estimate().time()),
                    "not reached in the time observed")));
  }

  /**
   * Returns mean lifetimes up to a horizon, with their intervals.
   *
   * @param means by group, such as a plan
   * @return a row for each group
   */
  public static ResultTable restrictedMeans(SortedMap<String, RestrictedMean> means) {
    return ResultTable.of(
        "Mean lifetimes up to a horizon",
        Columns.named(means),
        List.of(
            Column.text("group", (Map.Entry<String, RestrictedMean> it) -> it.getKey()),
            Column.text("time in", it -> it.getValue().timeScale().toString()),
            Column.number("horizon", 2, it -> it.getValue().horizon()),
            Column.number("mean", 2, it -> it.getValue().mean()),
            Column.number("standard error", 4, it -> it.getValue().standardError()),
            Column.number("lower", 2, it -> it.getValue().interval().lower()),
            Column.number("upper", 2, it -> it.getValue().interval().upper()),
            Column.share("level", it -> it.getValue().level())));
  }

  /** A way to compare two means. */
  private record Comparison(
      String name, Optional<Double> value, Optional<ConfidenceInterval> interval) {}

  /**
   * Returns how the mean lifetimes of two groups differ up to a horizon, in two ways: the first
   * less the second, in the unit of time; the first over the second. Each row repeats the test of
   * the difference.
   *
   * @param difference of the means
   * @return two rows
   */
  public static ResultTable restrictedMeanDifference(RestrictedMeanDifference difference) {
    RestrictedMean first = difference.first();
    String noRatio = "a mean is 0, as all were lost at once";
    return ResultTable.of(
        "Mean lifetimes compared up to "
            + Figures.decimals(first.horizon(), 2)
            + ", time in "
            + first.timeScale()
            + intervals(first.level()),
        List.of(
            new Comparison(
                "difference",
                Optional.of(difference.difference()),
                Optional.of(difference.interval())),
            new Comparison("ratio", boxed(difference.ratio()), difference.ratioInterval())),
        joined(
            List.of(
                Column.text("measure", Comparison::name),
                Column.number("value", 4, Double::doubleValue)
                    .ofOptional(Comparison::value, noRatio)),
            Columns.limits(4, Comparison::interval, noRatio),
            List.of(
                Column.number("p-value", 4, TestResult::pValue)
                    .ofOptional(
                        it -> difference.test(), "neither group lost a customer in that time"))));
  }

  /**
   * Returns the coefficients of a model of Cox, with hazard ratios, their 95 % intervals and the
   * tests of Wald.
   *
   * @param report of the fit
   * @return a row for each coefficient
   */
  public static ResultTable cox(CoxReport report) {
    return ResultTable.of(
        "What drives losses, by Cox: hazard ratios with 95 % intervals",
        report.fit().estimates(),
        joined(
            List.of(
                Column.text("covariate", ParameterEstimate::name),
                Column.number("coefficient", 4, ParameterEstimate::value),
                Column.number("standard error", 4, Double::doubleValue)
                    .ofOptional(it -> boxed(it.standardError()), NO_ERROR),
                Column.number("hazard ratio", 4, ParameterEstimate::value)
                    .ofOptional(it -> report.hazardRatio(it.name()), "beyond what a double holds")),
            joined(
                Columns.limits(
                    4,
                    it -> report.hazardRatio(it.name()).flatMap(ratio -> ratio.interval(LEVEL)),
                    NO_ERROR),
                List.of(
                    Column.number("z", 3, TestResult::statistic)
                        .ofOptional((ParameterEstimate it) -> report.test(it.name()), NO_ERROR),
                    Column.number("p-value", 4, TestResult::pValue)
                        .ofOptional(it -> report.test(it.name()), NO_ERROR)))));
  }

  /**
   * Returns forecasts of survival beside what came.
   *
   * @param table the bins
   * @return a row for each bin
   */
  public static ResultTable calibration(CalibrationTable table) {
    String notSeen = "none was seen so long";
    return ResultTable.of(
        "Survival over " + Figures.decimals(table.time(), 0) + ": forecast and observed",
        table.bins(),
        joined(
            List.of(
                Column.number("customers", 0, CalibrationBin::customers),
                Column.share("lowest forecast", CalibrationBin::lowest),
                Column.share("highest forecast", CalibrationBin::highest),
                Column.share("mean forecast", CalibrationBin::forecast),
                Column.share("observed", SurvivalAnswer.Estimate::survival)
                    .ofOptional(it -> it.observed().estimate(), notSeen)),
            limits(
                it -> it.observed().estimate().flatMap(SurvivalAnswer.Estimate::interval),
                NO_INTERVAL)));
  }

  /**
   * Returns how far forecasts of survival lie from what came, beside the reference, which forecasts
   * the same for everyone. {@link #integratedBrier} has the means over time.
   *
   * @param scores the scores
   * @return a row for each time; the title has the means over time, where there are several times
   */
  public static ResultTable brier(BrierScores scores) {
    return ResultTable.of(
        brierTitle(scores),
        Columns.numbers(scores.size()),
        joined(
            List.of(
                Column.number("time", 2, scores::time),
                Column.number("score", 4, scores::score),
                Column.number("standard error", 4, scores::standardError)),
            Columns.limits(4, scores::interval, NO_SPREAD),
            List.of(
                Column.number("reference", 4, scores::reference),
                Column.share("skill", Double::doubleValue)
                    .ofOptional((Integer i) -> boxed(scores.skill(i)), "none was lost yet"))));
  }

  private static String brierTitle(BrierScores scores) {
    StringBuilder title = new StringBuilder("Brier score, time in ").append(scores.timeScale());
    Columns.numbers(scores.size()).stream()
        .flatMap(time -> scores.interval(time).stream())
        .findFirst()
        .ifPresent(interval -> title.append(intervals(interval.level())));
    scores
        .integrated()
        .ifPresent(mean -> title.append(", mean ").append(Figures.decimals(mean, 4)));
    scores
        .integratedReference()
        .ifPresent(mean -> title.append(", of the reference ").append(Figures.decimals(mean, 4)));
    return title.toString();
  }

  /**
   * Returns the mean Brier score from the first time to the last, that of the reference, and the
   * skill, 1 less the one over the other.
   *
   * @param scores the scores
   * @return one row
   */
  public static ResultTable integratedBrier(BrierScores scores) {
    String alone = "a single time has no mean over time";
    return ResultTable.of(
        "Brier score, mean over time in " + scores.timeScale(),
        List.of(scores),
        List.of(
            Column.number("from", 2, it -> it.time(0)),
            Column.number("to", 2, it -> it.time(it.size() - 1)),
            Column.count("times", BrierScores::size),
            Column.number("score", 4, Double::doubleValue)
                .ofOptional(it -> boxed(it.integrated()), alone),
            Column.number("reference", 4, Double::doubleValue)
                .ofOptional(it -> boxed(it.integratedReference()), alone),
            Column.share("skill", Double::doubleValue)
                .ofOptional(
                    SurvivalTables::integratedSkill,
                    it -> it.size() == 1 ? alone : "none was lost yet")));
  }

  private static Optional<Double> integratedSkill(BrierScores scores) {
    double reference = scores.integratedReference().orElse(0);
    return reference == 0
        ? Optional.empty()
        : Optional.of(1 - scores.integrated().orElseThrow() / reference);
  }

  /**
   * Returns how well scores tell who leaves first, with their 95 % intervals and the pairs they
   * were judged by.
   *
   * @param indices by score, such as that of a model
   * @return a row for each score
   */
  public static ResultTable concordance(SortedMap<String, ConcordanceIndex> indices) {
    return ResultTable.of(
        "Concordance with 95 % intervals",
        Columns.named(indices),
        List.of(
            Column.text("score", (Map.Entry<String, ConcordanceIndex> it) -> it.getKey()),
            Column.number("concordance", 4, it -> it.getValue().value()),
            Column.number("standard error", 4, it -> it.getValue().standardError()),
            Column.number("lower", 4, it -> it.getValue().interval(LEVEL).lower()),
            Column.number("upper", 4, it -> it.getValue().interval(LEVEL).upper()),
            Column.number("concordant", 0, it -> it.getValue().concordant()),
            Column.number("discordant", 0, it -> it.getValue().discordant()),
            Column.number("tied score", 0, it -> it.getValue().tiedScore()),
            Column.number("tied time", 0, it -> it.getValue().tiedTime()),
            Column.number("tied both", 0, it -> it.getValue().tiedBoth())));
  }

  /**
   * Returns lifetimes by intervals of age, as actuaries count them.
   *
   * @param table the intervals
   * @return a row for each interval
   */
  public static ResultTable lifeTable(LifeTable table) {
    return ResultTable.of(
        "Life table, time in " + table.timeScale(),
        table.rows(),
        List.of(
            Column.number("from", 2, LifeTableRow::start),
            Column.number("to under", 2, LifeTableRow::endExclusive),
            Column.number("entering", 0, LifeTableRow::entering),
            Column.number("entered late", 0, LifeTableRow::entered),
            Column.number("censored", 0, LifeTableRow::censored),
            Column.number("lost", 0, LifeTableRow::lost),
            Column.number("exposed", 1, LifeTableRow::exposed),
            Column.share("probability of loss", LifeTableRow::lossProbability),
            Column.number("hazard", 4, LifeTableRow::hazard),
            Column.share("survival", LifeTableRow::survivalAtEnd),
            Column.number("standard error", 4, Double::doubleValue)
                .ofOptional(it -> boxed(it.standardError()), "none is left")));
  }

  /** A step of the curve of a reason. */
  private record Step(IncidenceCurve curve, int number) {
    static Stream<Step> all(IncidenceCurve curve) {
      return IntStream.range(0, curve.size()).mapToObj(number -> new Step(curve, number));
    }
  }

  /**
   * Returns the cumulative incidence of each reason for leaving, step by step: time, at risk, lost
   * for the reason, the share that has left for it, its standard error and interval.
   *
   * @param curves the curves
   * @return a row for each reason and time at which customers are lost or last seen, reason by
   *     reason
   */
  public static ResultTable incidence(IncidenceCurves curves) {
    return ResultTable.of(
        "Cumulative incidence, time in "
            + curves.active().timeScale()
            + intervals(curves.active().level()),
        curves.byReason().values().stream().flatMap(Step::all).toList(),
        joined(
            List.of(
                Column.text("reason", (Step it) -> it.curve().reason()),
                Column.number("time", 2, it -> it.curve().time(it.number())),
                Column.number("at risk", 0, it -> it.curve().atRisk(it.number())),
                Column.number("lost", 0, it -> it.curve().lost(it.number())),
                Column.share("incidence", it -> it.curve().incidence(it.number())),
                Column.number("standard error", 4, Double::doubleValue)
                    .ofOptional(
                        it -> boxed(it.curve().standardError(it.number())),
                        "all have left for the reason")),
            limits(
                it -> it.curve().interval(it.number()),
                "none has left for the reason yet, or all have")));
  }

  /**
   * Returns losses for a reason, seen and expected in the groups of Gray's test. Each row repeats
   * the test.
   *
   * @param comparison of the incidences
   * @return a row for each group
   */
  public static ResultTable incidenceTest(IncidenceComparison comparison) {
    return ResultTable.of(
        "Gray's test, " + comparison.reason(),
        comparison.groups(),
        List.of(
            Column.text("group", group -> group),
            Column.number("observed", 2, comparison::observed),
            Column.number("expected", 2, comparison::expected),
            Column.number("chi-square", 3, TestResult::statistic)
                .ofOptional(group -> comparison.test(), NOTHING_TO_COMPARE),
            Column.count("degrees of freedom", (TestResult it) -> comparison.degreesOfFreedom())
                .ofOptional(group -> comparison.test(), NOTHING_TO_COMPARE),
            Column.number("p-value", 4, TestResult::pValue)
                .ofOptional(group -> comparison.test(), NOTHING_TO_COMPARE)));
  }

  /**
   * Returns losses seen and expected in the groups of a log-rank test. Each row repeats the test.
   *
   * @param result of the test
   * @return a row for each group
   */
  public static ResultTable logRank(LogRankResult result) {
    return ResultTable.of(
        result.test().test(),
        result.groups(),
        List.of(
            Column.text("group", group -> group),
            Column.count("rows", result::rows),
            Column.number("observed", 2, result::observed),
            Column.number("expected", 2, result::expected),
            Column.number("excess", 2, result::excess),
            Column.number("chi-square", 3, group -> result.test().statistic()),
            Column.count("degrees of freedom", group -> result.degreesOfFreedom()),
            Column.number("p-value", 4, group -> result.test().pValue())));
  }

  /**
   * Returns log-rank tests of pairs of groups.
   *
   * @param pairs the tests
   * @return a row for each pair
   */
  public static ResultTable logRankPairs(List<LogRankPair> pairs) {
    return ResultTable.of(
        "Log-rank tests of pairs",
        pairs,
        List.of(
            Column.text("first", LogRankPair::first),
            Column.text("second", LogRankPair::second),
            Column.number("excess of first", 2, it -> it.result().excess(it.first())),
            Column.number("chi-square", 3, it -> it.result().test().statistic()),
            Column.number("p-value", 4, it -> it.result().test().pValue()),
            Column.number("adjusted p-value", 4, LogRankPair::adjustedPValue)));
  }

  /**
   * Returns how often customers came on average by each time, step by step.
   *
   * @param curve the counts
   * @return a row for each time at which customers come or are last seen
   */
  public static ResultTable meanCount(MeanCountCurve curve) {
    return ResultTable.of(
        "Mean count, time in " + curve.timeScale() + intervals(curve.level()),
        Columns.numbers(curve.size()),
        joined(
            List.of(
                Column.number("time", 2, curve::time),
                Column.number("observed", 0, curve::observed),
                Column.number("events", 0, curve::events),
                Column.number("mean count", 3, curve::mean),
                Column.number("standard error", 4, curve::standardError)),
            Columns.limits(3, curve::interval, "all customers had the same so far")));
  }
}
