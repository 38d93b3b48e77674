package io.github.retention4j.purchase;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import java.util.List;

/**
 * Fits the Pareto/NBD model with time-invariant covariates by maximum likelihood with its exact
 * gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}; all covariates act on both processes; each has a
 * coefficient of its own in each; no ridge. Parameters in the report: r, alpha, s, beta, then
 * {@code purchase.name} and {@code attrition.name} for each covariate, or {@code both.name} where
 * the two are held equal.
 *
 * <p>Whether a covariate or an equality matters is told by {@link
 * io.github.retention4j.estimation.FitReport#likelihoodRatioTest} on two fits.
 */
public final class ParetoNbdCovariateFitter {

  private static final String MODEL = "Pareto/NBD with covariates";

  private final CovariateFitSettings settings;

  private ParetoNbdCovariateFitter(CovariateFitSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static ParetoNbdCovariateFitter withDefaults() {
    return new ParetoNbdCovariateFitter(CovariateFitSettings.defaults());
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts in the order of the report
   * @return a fitter with these options
   */
  public ParetoNbdCovariateFitter with(FitOptions newOptions) {
    return new ParetoNbdCovariateFitter(settings.with(newOptions));
  }

  /**
   * Chooses the covariates that act on purchases.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public ParetoNbdCovariateFitter withPurchaseCovariates(List<String> names) {
    return new ParetoNbdCovariateFitter(settings.withPurchase(names));
  }

  /**
   * Chooses the covariates that act on leaving.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public ParetoNbdCovariateFitter withAttritionCovariates(List<String> names) {
    return new ParetoNbdCovariateFitter(settings.withAttrition(names));
  }

  /**
   * Holds the coefficients of some covariates equal in both processes.
   *
   * @param names covariates that act on both
   * @return a fitter that does so
   */
  public ParetoNbdCovariateFitter withEqualCoefficients(List<String> names) {
    return new ParetoNbdCovariateFitter(settings.withEqual(names));
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
  public ParetoNbdCovariateFitter withRidge(double weight) {
    return new ParetoNbdCovariateFitter(settings.withRidge(weight));
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
  public Fit<ParetoNbdWithCovariates> fit(PurchaseSample sample, CustomerCovariates covariates) {
    CoefficientLayout layout = settings.layout(ParetoNbdStart.parameters(), covariates);
    CovariateEstimation estimation = new CovariateEstimation(layout, settings, sample, covariates);
    RepeatCustomers.require(MODEL, sample);
    GroupedHistories histories = sample.grouped();
    return estimation.fit(
        MODEL,
        new HistoryCovariateRows(
            histories, ParetoNbdDensity.MODEL, estimation.purchase(), estimation.attrition()),
        ParetoNbdStart.points(histories),
        p ->
            new ParetoNbdWithCovariates(
                new ParetoNbd(p[0], p[1], p[2], p[3], sample.timeScale()),
                layout.purchaseEffects(p),
                layout.attritionEffects(p)));
  }
}
