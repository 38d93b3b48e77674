package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.ModelComparison;
import io.github.retention4j.survival.LifetimeModelComparison;
import io.github.retention4j.survival.MeanLifetime;
import java.util.List;
import java.util.function.Function;

/** Tables of fitted models: what a fit says, and models side by side. */
public final class ModelTables {

  private static final double LEVEL = 0.95;
  private static final String NO_HOLDOUT = "the sample has no holdout";
  private static final String SOME_STAY = "infinite, for some never leave";
  private static final String HEAVY_TAIL = "infinite, for too many leave too late";

  private ModelTables() {}

  /**
   * Returns the parameters of a fitted model with their standard errors and 95 % intervals.
   *
   * @param report of the fit
   * @return a row for each parameter, in the order of the paper
   */
  public static ResultTable parameters(FitReport report) {
    return ResultTable.of(
        "Parameters of " + report.model() + " with 95 % intervals",
        report.estimates(),
        joined(
            List.of(
                Column.text("parameter", ParameterEstimate::name),
                Column.number("estimate", 4, ParameterEstimate::value),
                Column.number("standard error", 4, Double::doubleValue)
                    .ofOptional(
                        it -> boxed(it.standardError()), "the sample gives no standard error")),
            Columns.limits(4, it -> it.interval(LEVEL), "the sample gives no interval"),
            List.of(Column.text("at boundary", it -> it.atBoundary() ? "yes" : "no"))));
  }

  /** What must be known of a model. */
  private record Warned(String model, FitWarning warning) {}

  /**
   * Returns what must be known before fits are relied on.
   *
   * @param reports of the fits
   * @return a row for each warning; none if there is nothing to tell
   */
  public static ResultTable warnings(List<FitReport> reports) {
    return ResultTable.of(
        "Warnings",
        reports.stream()
            .flatMap(report -> report.warnings().stream().map(it -> new Warned(report.model(), it)))
            .toList(),
        List.of(
            Column.text("model", Warned::model),
            Column.text("kind", it -> RetentionTables.words(it.warning().kind())),
            Column.text("warning", it -> it.warning().text())));
  }

  /**
   * Returns models of purchases side by side: how well they fit, and how far they were off in the
   * holdout, in purchases of a customer.
   *
   * @param comparison the models
   * @return a row for each model, in the order of the comparison
   */
  public static ResultTable purchaseModels(ModelComparison comparison) {
    return ResultTable.of(
        "Models of purchases",
        comparison.rows(),
        joined(
            fits(ModelComparison.Row::fit),
            List.of(
                Column.number("mean absolute error", 4, HoldoutReport::meanAbsoluteError)
                    .ofOptional(ModelComparison.Row::holdout, NO_HOLDOUT),
                Column.number("root mean squared error", 4, HoldoutReport::rootMeanSquaredError)
                    .ofOptional(ModelComparison.Row::holdout, NO_HOLDOUT),
                Column.number("bias", 4, HoldoutReport::bias)
                    .ofOptional(ModelComparison.Row::holdout, NO_HOLDOUT))));
  }

  /**
   * Returns models of lifetimes side by side: how well they fit, and what they say of what nobody
   * has seen yet. Families that could not be fitted are left out.
   *
   * @param comparison the models
   * @return a row for each model, the one of least AIC first
   */
  public static ResultTable lifetimeModels(LifetimeModelComparison comparison) {
    return ResultTable.of(
        "Models of lifetimes",
        comparison.rows(),
        joined(
            fits(LifetimeModelComparison.Row::report),
            List.of(
                Column.share("never leave", LifetimeModelComparison.Row::neverLeaving),
                Column.number("mean lifetime", 2, Double::doubleValue)
                    .ofOptional(it -> boxed(it.mean().mean().finite()), ModelTables::whyInfinite),
                Column.number("standard error", 2, Double::doubleValue)
                    .ofOptional(
                        it -> boxed(it.mean().standardError()),
                        "the mean is infinite, or the sample gives no standard error"))));
  }

  private static String whyInfinite(LifetimeModelComparison.Row row) {
    return row.mean().mean() == MeanLifetime.Infinite.SOME_NEVER_LEAVE ? SOME_STAY : HEAVY_TAIL;
  }

  private static <T> List<Column<T>> fits(Function<T, FitReport> report) {
    return List.of(
        Column.text("model", FitReport::model).of(report),
        Column.count("parameters", (FitReport it) -> it.estimates().size()).of(report),
        Column.number("log-likelihood", 2, FitReport::logLikelihood).of(report),
        Column.number("AIC", 2, FitReport::aic).of(report),
        Column.number("BIC", 2, FitReport::bic).of(report));
  }
}
