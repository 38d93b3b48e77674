package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Fits the BG/NBD model with time-invariant covariates by maximum likelihood with its exact
 * gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}; all covariates act on both processes; each has a
 * coefficient of its own in each; no ridge. Parameters in the report: r, alpha, a, b, then {@code
 * purchase.name} and {@code attrition.name} for each covariate, or {@code both.name} where the two
 * are held equal.
 *
 * <p>A sample tells little of how leaving hangs on covariates: they do not move the mean chance to
 * leave, a / (a + b). Where they run off, the report warns that a parameter is at its boundary; a
 * ridge, or covariates on purchases alone, then give a maximum. Evaluations grow in cost with the
 * customers, as those of different covariates cannot be grouped.
 *
 * <p>Whether a covariate or an equality matters is told by {@link
 * io.github.retention4j.estimation.FitReport#likelihoodRatioTest} on two fits.
 */
public final class BgNbdCovariateFitter {

  private static final String MODEL = "BG/NBD with covariates";

  private static final List<Parameter> BASE =
      Stream.of("r", "alpha", "a", "b").map(Parameter::positive).toList();

  private final FitOptions options;
  private final Optional<List<String>> purchase;
  private final Optional<List<String>> attrition;
  private final List<String> equal;
  private final OptionalDouble ridge;

  private BgNbdCovariateFitter(
      FitOptions options,
      Optional<List<String>> purchase,
      Optional<List<String>> attrition,
      List<String> equal,
      OptionalDouble ridge) {
    this.options = options;
    this.purchase = purchase;
    this.attrition = attrition;
    this.equal = equal;
    this.ridge = ridge;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static BgNbdCovariateFitter withDefaults() {
    return new BgNbdCovariateFitter(
        FitOptions.defaults(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        OptionalDouble.empty());
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts in the order of the report
   * @return a fitter with these options
   */
  public BgNbdCovariateFitter with(FitOptions newOptions) {
    return new BgNbdCovariateFitter(
        requireNonNull(newOptions, "newOptions"), purchase, attrition, equal, ridge);
  }

  /**
   * Chooses the covariates that act on purchases.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public BgNbdCovariateFitter withPurchaseCovariates(List<String> names) {
    return new BgNbdCovariateFitter(
        options, Optional.of(List.copyOf(names)), attrition, equal, ridge);
  }

  /**
   * Chooses the covariates that act on leaving: on a and b, by the same coefficients.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public BgNbdCovariateFitter withAttritionCovariates(List<String> names) {
    return new BgNbdCovariateFitter(
        options, purchase, Optional.of(List.copyOf(names)), equal, ridge);
  }

  /**
   * Holds the coefficients of some covariates equal in both processes.
   *
   * @param names covariates that act on both
   * @return a fitter that does so
   */
  public BgNbdCovariateFitter withEqualCoefficients(List<String> names) {
    return new BgNbdCovariateFitter(options, purchase, attrition, List.copyOf(names), ridge);
  }

  /**
   * Draws all coefficients towards 0 by a ridge, the parameters of the base model left alone.
   *
   * <pre>{@code -weight / 2 * sum of squared coefficients}</pre>
   *
   * <p>It is reported as the normal priors with mean 0 and variance 1 / weight that it stands for,
   * their constants included.
   *
   * @param weight over 0; best used on covariates of like spread
   * @return a fitter with this ridge
   * @throws IllegalArgumentException if the weight is not over 0 and finite
   */
  public BgNbdCovariateFitter withRidge(double weight) {
    PurchaseChecks.positive("weight", weight);
    return new BgNbdCovariateFitter(options, purchase, attrition, equal, OptionalDouble.of(weight));
  }

  /**
   * Fits the model.
   *
   * @param sample the customers
   * @param covariates what is known of each of them; others do not matter
   * @return the model, in the unit of the sample, and its report
   * @throws IllegalArgumentException if a customer of the sample or a chosen covariate is not in
   *     the table, no covariate acts, one that is to be equal does not act on both processes, or
   *     there is a ridge and another penalty
   * @throws FitException if there is but one customer, nobody bought again, or the likelihood has
   *     no usable maximum
   */
  public Fit<BgNbdWithCovariates> fit(PurchaseSample sample, CustomerCovariates covariates) {
    List<String> allNames = covariates.names();
    CoefficientLayout layout =
        new CoefficientLayout(BASE, purchase.orElse(allNames), attrition.orElse(allNames), equal);
    FitOptions ridged = layout.ridged(options, ridge);
    BetaGeometricEstimation estimation = new BetaGeometricEstimation(MODEL, false, sample);
    BgNbdCovariateRows rows =
        new BgNbdCovariateRows(
            estimation.rows(),
            CovariateTerm.of(sample, covariates, layout.purchase(), layout::purchasePlace),
            CovariateTerm.of(sample, covariates, layout.attrition(), layout::attritionPlace));
    double[][] starts =
        Arrays.stream(estimation.starts(1))
            .map(start -> Arrays.copyOf(start, layout.parameters().size()))
            .toArray(double[][]::new);
    return MaximumLikelihood.of(MODEL, layout.parameters(), rows, sample.size())
        .withStarts(starts)
        .withWarnings(RepeatCustomers.warnings(sample))
        .fit(ridged, p -> model(p, layout, sample));
  }

  private static BgNbdWithCovariates model(
      double[] p, CoefficientLayout layout, PurchaseSample sample) {
    return new BgNbdWithCovariates(
        new BgNbd(p[0], p[1], p[2], p[3], sample.timeScale()),
        layout.purchaseEffects(p),
        layout.attritionEffects(p));
  }
}
