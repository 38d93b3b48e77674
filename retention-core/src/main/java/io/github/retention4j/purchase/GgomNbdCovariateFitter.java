package io.github.retention4j.purchase;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import java.util.List;

/**
 * Fits the gamma/Gompertz/NBD model with time-invariant covariates by maximum likelihood with its
 * exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}; all covariates act on both processes; each has a
 * coefficient of its own in each; no ridge. Parameters in the report: r, alpha, b, s, beta, then
 * {@code purchase.name} and {@code attrition.name} for each covariate, or {@code both.name} where
 * the two are held equal.
 *
 * <p>As without covariates, b and beta may run to 0 together. The report then warns that b ran to
 * the end of its range; the model is the Pareto/NBD with covariates, of rate beta / b, and {@link
 * ParetoNbdCovariateFitter} the simpler one to use.
 *
 * <p>Whether a covariate or an equality matters is told by {@link
 * io.github.retention4j.estimation.FitReport#likelihoodRatioTest} on two fits.
 */
public final class GgomNbdCovariateFitter {

  private static final String MODEL = "GGom/NBD with covariates";

  private final CovariateFitSettings settings;

  private GgomNbdCovariateFitter(CovariateFitSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static GgomNbdCovariateFitter withDefaults() {
    return new GgomNbdCovariateFitter(CovariateFitSettings.defaults());
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts in the order of the report
   * @return a fitter with these options
   */
  public GgomNbdCovariateFitter with(FitOptions newOptions) {
    return new GgomNbdCovariateFitter(settings.with(newOptions));
  }

  /**
   * Chooses the covariates that act on purchases.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public GgomNbdCovariateFitter withPurchaseCovariates(List<String> names) {
    return new GgomNbdCovariateFitter(settings.withPurchase(names));
  }

  /**
   * Chooses the covariates that act on leaving.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public GgomNbdCovariateFitter withAttritionCovariates(List<String> names) {
    return new GgomNbdCovariateFitter(settings.withAttrition(names));
  }

  /**
   * Holds the coefficients of some covariates equal in both processes.
   *
   * @param names covariates that act on both
   * @return a fitter that does so
   */
  public GgomNbdCovariateFitter withEqualCoefficients(List<String> names) {
    return new GgomNbdCovariateFitter(settings.withEqual(names));
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
  public GgomNbdCovariateFitter withRidge(double weight) {
    return new GgomNbdCovariateFitter(settings.withRidge(weight));
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
  public Fit<GgomNbdWithCovariates> fit(PurchaseSample sample, CustomerCovariates covariates) {
    CoefficientLayout layout = settings.layout(GgomNbdStart.parameters(), covariates);
    CovariateEstimation estimation = new CovariateEstimation(layout, settings, sample, covariates);
    RepeatCustomers.require(MODEL, sample);
    GroupedHistories histories = sample.grouped();
    return estimation.fit(
        MODEL,
        new HistoryCovariateRows(
            histories, GgomNbdDensity.MODEL, estimation.purchase(), estimation.attrition()),
        GgomNbdStart.points(histories),
        p ->
            new GgomNbdWithCovariates(
                new GgomNbd(p[0], p[1], p[2], p[3], p[4], sample.timeScale()),
                layout.purchaseEffects(p),
                layout.attritionEffects(p)));
  }
}
