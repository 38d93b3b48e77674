package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fits the Pareto/NBD model with time-varying covariates by maximum likelihood with its exact
 * gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}; all covariates act on both processes; each has a
 * coefficient of its own in each; no ridge. Parameters in the report: r, alpha, s, beta, then
 * {@code purchase.name} and {@code attrition.name} for each covariate, or {@code both.name} where
 * the two are held equal.
 *
 * <p>The search starts where the model without covariates, itself sought from several points, has
 * its maximum, all coefficients 0, and from the extra starts of the options.
 *
 * <p>A covariate that changes on the very day to which ages are counted has no time to act in: if
 * somebody buys on that day and nothing else tells its coefficient, the likelihood has no maximum
 * and the fit fails.
 *
 * <p>Example: the 600 customers of the apparel data of CLVTools, 104 weeks, high season and two
 * constants on purchases, the constants alone on leaving: log-likelihood -5753.326 against
 * -5821.063 without the season, which makes purchases {@code exp(0.720) = 2.05} times as frequent.
 *
 * <p>Whether a covariate or an equality matters is told by {@link
 * io.github.retention4j.estimation.FitReport#likelihoodRatioTest} on two fits.
 */
public final class ParetoNbdTimeVaryingFitter {

  private static final String MODEL = "Pareto/NBD with time-varying covariates";

  private final FitOptions options;
  private final Optional<List<String>> purchase;
  private final Optional<List<String>> attrition;
  private final List<String> equal;
  private final OptionalDouble ridge;

  private ParetoNbdTimeVaryingFitter(
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
  public static ParetoNbdTimeVaryingFitter withDefaults() {
    return new ParetoNbdTimeVaryingFitter(
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
  public ParetoNbdTimeVaryingFitter with(FitOptions newOptions) {
    return new ParetoNbdTimeVaryingFitter(
        requireNonNull(newOptions, "newOptions"), purchase, attrition, equal, ridge);
  }

  /**
   * Chooses the covariates that act on purchases.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public ParetoNbdTimeVaryingFitter withPurchaseCovariates(List<String> names) {
    return new ParetoNbdTimeVaryingFitter(
        options, Optional.of(List.copyOf(names)), attrition, equal, ridge);
  }

  /**
   * Chooses the covariates that act on leaving.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public ParetoNbdTimeVaryingFitter withAttritionCovariates(List<String> names) {
    return new ParetoNbdTimeVaryingFitter(
        options, purchase, Optional.of(List.copyOf(names)), equal, ridge);
  }

  /**
   * Holds the coefficients of some covariates equal in both processes.
   *
   * @param names covariates that act on both
   * @return a fitter that does so
   */
  public ParetoNbdTimeVaryingFitter withEqualCoefficients(List<String> names) {
    return new ParetoNbdTimeVaryingFitter(options, purchase, attrition, List.copyOf(names), ridge);
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
  public ParetoNbdTimeVaryingFitter withRidge(double weight) {
    PurchaseChecks.positive("weight", weight);
    return new ParetoNbdTimeVaryingFitter(
        options, purchase, attrition, equal, OptionalDouble.of(weight));
  }

  /**
   * Fits the model.
   *
   * @param purchases the customers and the days on which they bought
   * @param covariates what is known of each of them, from its first purchase to the day to which
   *     its age is counted; other customers and times do not matter
   * @return the model, in the unit of the sample, and its report
   * @throws IllegalArgumentException if a customer of the sample, a day of it or a chosen covariate
   *     is not in the table, no covariate acts, one that is to be equal does not act on both
   *     processes, or there is a ridge and another penalty
   * @throws FitException if there is but one customer, nobody bought again, or the likelihood has
   *     no usable maximum
   */
  public Fit<ParetoNbdWithTimeVaryingCovariates> fit(
      DatedPurchases purchases, TimeVaryingCovariates covariates) {
    List<String> allNames = covariates.names();
    CoefficientLayout layout =
        new CoefficientLayout(
            ParetoNbdStart.parameters(),
            purchase.orElse(allNames),
            attrition.orElse(allNames),
            equal);
    FitOptions ridged = layout.ridged(options, ridge);
    PurchaseSample sample = purchases.sample();
    RepeatCustomers.require(MODEL, sample);
    ParetoNbdTimeVaryingRows rows = new ParetoNbdTimeVaryingRows(purchases, covariates, layout);
    return MaximumLikelihood.of(MODEL, layout.parameters(), rows, sample.size())
        .withStarts(starts(sample, layout.parameters().size()))
        .withWarnings(RepeatCustomers.warnings(sample))
        .fit(ridged, p -> model(p, layout, sample));
  }

  private double[][] starts(PurchaseSample sample, int parameters) {
    return Arrays.stream(startsWithoutCovariates(sample))
        .map(point -> Arrays.copyOf(point, parameters))
        .toArray(double[][]::new);
  }

  /**
   * The maximum of the model without covariates, whose likelihood costs a fraction of this one.
   * Where it has none inside, the points at which it was sought.
   */
  private double[][] startsWithoutCovariates(PurchaseSample sample) {
    FitOptions plain =
        FitOptions.defaults()
            .withMaxEvaluations(options.maxEvaluations())
            .withThreads(options.threads());
    try {
      List<ParameterEstimate> estimates =
          ParetoNbdFitter.withDefaults().with(plain).fit(sample).report().estimates();
      if (estimates.stream().noneMatch(ParameterEstimate::atBoundary)) {
        return new double[][] {estimates.stream().mapToDouble(ParameterEstimate::value).toArray()};
      }
    } catch (FitException e) {
      // Covariates may still tell what the histories alone do not.
    }
    return ParetoNbdStart.points(sample.grouped());
  }

  private static ParetoNbdWithTimeVaryingCovariates model(
      double[] p, CoefficientLayout layout, PurchaseSample sample) {
    return new ParetoNbdWithTimeVaryingCovariates(
        new ParetoNbd(p[0], p[1], p[2], p[3], sample.timeScale()),
        layout.purchaseEffects(p),
        layout.attritionEffects(p));
  }
}
