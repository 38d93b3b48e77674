package io.github.retention4j.purchase;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.RowLikelihood;
import java.util.Arrays;
import java.util.function.Function;

/** The fit of a model with covariates to the customers of a sample. */
final class CovariateEstimation {

  private final CoefficientLayout layout;
  private final FitOptions options;
  private final PurchaseSample sample;
  private final CustomerCovariates covariates;

  /**
   * Checks what was told.
   *
   * @param layout of the coefficients
   * @param settings of the fitter
   */
  CovariateEstimation(
      CoefficientLayout layout,
      CovariateFitSettings settings,
      PurchaseSample sample,
      CustomerCovariates covariates) {
    this.layout = layout;
    this.options = settings.options(layout);
    this.sample = sample;
    this.covariates = covariates;
  }

  /** How covariates act on purchases. */
  CovariateTerm purchase() {
    return CovariateTerm.of(sample, covariates, layout.purchase(), layout::purchasePlace);
  }

  /** How covariates act on leaving. */
  CovariateTerm attrition() {
    return CovariateTerm.of(sample, covariates, layout.attrition(), layout::attritionPlace);
  }

  /** The same where leaving has a second parameter. */
  CovariateTerm staying() {
    return CovariateTerm.of(sample, covariates, layout.attrition(), layout::stayingPlace);
  }

  /**
   * Fits the model.
   *
   * @param starts points of the model without covariates
   */
  <M> Fit<M> fit(
      String model, RowLikelihood rows, double[][] starts, Function<double[], M> toModel) {
    double[][] points =
        Arrays.stream(starts)
            .map(start -> Arrays.copyOf(start, layout.parameters().size()))
            .toArray(double[][]::new);
    return MaximumLikelihood.of(model, layout.parameters(), rows, sample.size())
        .withStarts(points)
        .withWarnings(RepeatCustomers.warnings(sample))
        .fit(options, toModel);
  }
}
