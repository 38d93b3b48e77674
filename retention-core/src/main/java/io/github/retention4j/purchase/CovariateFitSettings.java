package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a fitter of a model with covariates was told. Immutable.
 *
 * @param purchase the covariates that act on purchases; all if none were chosen
 * @param attrition the same on leaving
 * @param equal the covariates whose coefficients are held equal in both
 * @param ridge its weight, if there is one
 */
record CovariateFitSettings(
    FitOptions options,
    Optional<List<String>> purchase,
    Optional<List<String>> attrition,
    List<String> equal,
    OptionalDouble ridge) {

  static CovariateFitSettings defaults() {
    return new CovariateFitSettings(
        FitOptions.defaults(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        OptionalDouble.empty());
  }

  CovariateFitSettings with(FitOptions newOptions) {
    return new CovariateFitSettings(
        requireNonNull(newOptions, "newOptions"), purchase, attrition, equal, ridge);
  }

  CovariateFitSettings withPurchase(List<String> names) {
    return new CovariateFitSettings(
        options, Optional.of(List.copyOf(names)), attrition, equal, ridge);
  }

  CovariateFitSettings withAttrition(List<String> names) {
    return new CovariateFitSettings(
        options, purchase, Optional.of(List.copyOf(names)), equal, ridge);
  }

  CovariateFitSettings withEqual(List<String> names) {
    return new CovariateFitSettings(options, purchase, attrition, List.copyOf(names), ridge);
  }

  CovariateFitSettings withRidge(double weight) {
    PurchaseChecks.positive("weight", weight);
    return new CovariateFitSettings(options, purchase, attrition, equal, OptionalDouble.of(weight));
  }

  /** Where coefficients stand, one set for each process. */
  CoefficientLayout layout(List<Parameter> base, CustomerCovariates covariates) {
    return layout(base, covariates, "attrition", "attrition");
  }

  /** The same where leaving has two parameters, with coefficients called by the given names. */
  CoefficientLayout layout(
      List<Parameter> base, CustomerCovariates covariates, String leaving, String staying) {
    List<String> all = covariates.names();
    return new CoefficientLayout(
        base, purchase.orElse(all), attrition.orElse(all), equal, leaving, staying);
  }

  /** The options with the ridge in them. */
  FitOptions options(CoefficientLayout layout) {
    return layout.ridged(options, ridge);
  }
}
