package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Models that were fitted on one sample, side by side.
 *
 * @param rows a row for each model, in the order in which they came, at least one
 */
public record ModelComparison(List<Row> rows) {

  /**
   * One model.
   *
   * @param fit how well it fits, with its likelihood, AIC and BIC
   * @param holdout how far it was off in the holdout; empty if the sample has none
   */
  public record Row(FitReport fit, Optional<HoldoutReport> holdout) {

    /**
     * Checks that both are there.
     *
     * @param fit how well it fits
     * @param holdout how far it was off in the holdout
     */
    public Row {
      requireNonNull(fit, "fit");
      requireNonNull(holdout, "holdout");
    }
  }

  /**
   * Copies the rows.
   *
   * @param rows a row for each model
   * @throws IllegalArgumentException if there is no row
   */
  public ModelComparison {
    rows = List.copyOf(rows);
    PurchaseChecks.atLeastOne("rows", rows.size());
  }

  /**
   * Compares fits by their likelihood and, if the sample has a holdout, by their errors in it.
   *
   * <p>Likelihoods compare if they are of the same thing. One that knows the intervals between
   * purchases is a density of more than one of (x, t_x, T).
   *
   * @param fits the fits, at least one
   * @param sample the sample that all were fitted on
   * @return a row for each fit, in their order
   * @throws IllegalArgumentException if there is no fit, or one on another number of customers
   */
  public static ModelComparison of(
      List<? extends Fit<? extends PurchaseModel>> fits, PurchaseSample sample) {
    return new ModelComparison(fits.stream().map(fit -> row(fit, sample)).toList());
  }

  private static ModelComparison.Row row(Fit<? extends PurchaseModel> fit, PurchaseSample sample) {
    FitReport report = fit.report();
    if (report.observations() != sample.size()) {
      throw new IllegalArgumentException(
          "observations ("
              + report.observations()
              + ") of "
              + report.model()
              + " must be the customers of the sample ("
              + sample.size()
              + ")");
    }
    Optional<HoldoutReport> holdout =
        sample
            .holdout()
            .map(known -> HoldoutEvaluator.withDefaults().evaluate(fit.model(), sample));
    return new ModelComparison.Row(report, holdout);
  }

  /**
   * Returns the model of the least AIC.
   *
   * @return the first of those
   */
  public Row bestByAic() {
    return rows.stream().min(Comparator.comparingDouble(row -> row.fit().aic())).orElseThrow();
  }

  /**
   * Returns the model of the least BIC.
   *
   * @return the first of those
   */
  public Row bestByBic() {
    return rows.stream().min(Comparator.comparingDouble(row -> row.fit().bic())).orElseThrow();
  }

  /**
   * Returns the model of the least mean absolute error in the holdout.
   *
   * @return the first of those; empty if the sample has no holdout
   */
  public Optional<Row> bestInHoldout() {
    return rows.stream()
        .filter(row -> row.holdout().isPresent())
        .min(Comparator.comparingDouble(row -> row.holdout().orElseThrow().meanAbsoluteError()));
  }

  /**
   * Returns the table as text.
   *
   * @return a line for each model
   */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("model: parameters, log-likelihood, AIC, BIC, holdout MAE, RMSE, bias");
    for (Row row : rows) {
      FitReport fit = row.fit();
      text.append(
          String.format(
              Locale.ROOT,
              "\n%s: %d, %.2f, %.2f, %.2f",
              fit.model(),
              fit.estimates().size(),
              fit.logLikelihood(),
              fit.aic(),
              fit.bic()));
      row.holdout().ifPresent(report -> text.append(errors(report)));
    }
    return text.toString();
  }

  private static String errors(HoldoutReport report) {
    return String.format(
        Locale.ROOT,
        ", %.4f, %.4f, %+.4f",
        report.meanAbsoluteError(),
        report.rootMeanSquaredError(),
        report.bias());
  }
}
