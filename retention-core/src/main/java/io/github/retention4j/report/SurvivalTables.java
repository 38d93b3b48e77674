package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import io.github.retention4j.survival.CalibrationBin;
import io.github.retention4j.survival.CalibrationTable;
import io.github.retention4j.survival.CoxReport;
import io.github.retention4j.survival.SurvivalAnswer;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.survival.SurvivalCurves;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tables of how long customers stay. */
public final class SurvivalTables {

  private static final String NO_INTERVAL = "none was lost yet, or none is left";
  private static final String NO_ERROR = "the sample gives no standard error";
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
        "Survival, time in "
            + curve.timeScale()
            + ", "
            + Figures.decimals(100 * curve.level(), 0)
            + " % intervals",
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
            limits(curve::interval)));
  }

  private static <T> List<Column<T>> limits(Function<T, Optional<ConfidenceInterval>> interval) {
    return List.of(
        Column.share("lower", ConfidenceInterval::lower).ofOptional(interval, NO_INTERVAL),
        Column.share("upper", ConfidenceInterval::upper).ofOptional(interval, NO_INTERVAL));
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
            limits(it -> it.observed().estimate().flatMap(SurvivalAnswer.Estimate::interval))));
  }
}
