package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fits the BG/NBD model with time-invariant covariates by maximum likelihood with its exact
 * gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}; all covariates act on both processes; each has a
 * coefficient of its own in each, the same on a and b ({@link AttritionForm#COMMON_FACTOR}); no
 * ridge. Parameters in the report: r, alpha, a, b, then {@code purchase.name} and {@code
 * attrition.name} for each covariate, or {@code both.name} where the two are held equal, or {@code
 * a.name} and {@code b.name} instead of {@code attrition.name} ({@link AttritionForm#OWN_FACTORS}).
 *
 * <p>A sample tells little of how leaving hangs on covariates that do not move the mean chance to
 * leave, a / (a + b), as those of a common factor. Where coefficients run off, the report warns
 * that a parameter is at its boundary; a ridge, or covariates on purchases alone, then give a
 * maximum. Evaluations grow in cost with the customers, as those of different covariates cannot be
 * grouped.
 *
 * <p>Whether a covariate or an equality matters is told by {@link
 * io.github.retention4j.estimation.FitReport#likelihoodRatioTest} on two fits.
 */
public final class BgNbdCovariateFitter {

  private static final String MODEL = "BG/NBD with covariates";

  private static final List<Parameter> BASE =
      Stream.of("r", "alpha", "a", "b").map(Parameter::positive).toList();

  private final CovariateFitSettings settings;
  private final AttritionForm form;

  private BgNbdCovariateFitter(CovariateFitSettings settings, AttritionForm form) {
    this.settings = settings;
    this.form = form;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static BgNbdCovariateFitter withDefaults() {
    return new BgNbdCovariateFitter(CovariateFitSettings.defaults(), AttritionForm.COMMON_FACTOR);
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts in the order of the report
   * @return a fitter with these options
   */
  public BgNbdCovariateFitter with(FitOptions newOptions) {
    return new BgNbdCovariateFitter(settings.with(newOptions), form);
  }

  /**
   * Chooses the covariates that act on purchases.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public BgNbdCovariateFitter withPurchaseCovariates(List<String> names) {
    return new BgNbdCovariateFitter(settings.withPurchase(names), form);
  }

  /**
   * Chooses the covariates that act on leaving, on both a and b.
   *
   * @param names of the table of covariates; may be empty
   * @return a fitter with these
   */
  public BgNbdCovariateFitter withAttritionCovariates(List<String> names) {
    return new BgNbdCovariateFitter(settings.withAttrition(names), form);
  }

  /**
   * Chooses whether covariates act on a and b alike.
   *
   * @param newForm how they act
   * @return a fitter of this form
   */
  public BgNbdCovariateFitter withAttritionForm(AttritionForm newForm) {
    return new BgNbdCovariateFitter(settings, requireNonNull(newForm, "newForm"));
  }

  /**
   * Holds the coefficients of some covariates equal in both processes; only where they act on a and
   * b alike.
   *
   * @param names covariates that act on both
   * @return a fitter that does so
   */
  public BgNbdCovariateFitter withEqualCoefficients(List<String> names) {
    return new BgNbdCovariateFitter(settings.withEqual(names), form);
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
    return new BgNbdCovariateFitter(settings.withRidge(weight), form);
  }

  /**
   * Fits the model.
   *
   * @param sample the customers
   * @param covariates what is known of each of them; others do not matter
   * @return the model, in the unit of the sample, and its report
   * @throws IllegalArgumentException if a customer of the sample or a chosen covariate is not in
   *     the table, no covariate acts, one that is to be equal does not act on both processes or
   *     acts on a and b by coefficients of their own, or there is a ridge and another penalty
   * @throws FitException if there is but one customer, nobody bought again, or the likelihood has
   *     no usable maximum
   */
  public Fit<BgNbdWithCovariates> fit(PurchaseSample sample, CustomerCovariates covariates) {
    CoefficientLayout layout = settings.layout(BASE, covariates, form.leaving(), form.staying());
    CovariateEstimation estimation = new CovariateEstimation(layout, settings, sample, covariates);
    BetaGeometricEstimation plain = new BetaGeometricEstimation(MODEL, false, sample);
    return estimation.fit(
        MODEL,
        new BgNbdCovariateRows(
            plain.rows(), estimation.purchase(), estimation.attrition(), estimation.staying()),
        plain.starts(1),
        p ->
            new BgNbdWithCovariates(
                new BgNbd(p[0], p[1], p[2], p[3], sample.timeScale()),
                layout.purchaseEffects(p),
                layout.attritionEffects(p),
                layout.stayingEffects(p)));
  }
}
