package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.MaximumLikelihood;

/**
 * Fits the gamma/Gompertz/NBD model by maximum likelihood with its exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}. Parameters in the report: r, alpha, b, s, beta.
 *
 * <p>Customers with equal histories are counted, not computed one by one.
 *
 * <p>Where the hazard of leaving does nothing but fall, as a Pareto distribution has it, the
 * likelihood rises for ever as b and beta go to 0 together, and only beta / b is told. The report
 * then warns that b ran to the end of its range, and gives no standard error for b; that of beta
 * takes b as known. The model is the Pareto/NBD of rate beta / b, which is the simpler one to use.
 *
 * <p>Example: so it is for the 2357 CDNOW customers of Fader and Hardie, 39 weeks: r 0.553, alpha
 * 10.58, s 0.606, beta / b 11.67, log-likelihood -9594.976.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.1110.1461">Bemmaor and Glady (2012)</a>
 */
public final class GgomNbdFitter {

  static final String MODEL = "GGom/NBD";

  private final FitOptions options;

  private GgomNbdFitter(FitOptions options) {
    this.options = options;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static GgomNbdFitter withDefaults() {
    return new GgomNbdFitter(FitOptions.defaults());
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts (r, alpha, b, s, beta)
   * @return a fitter with these options
   */
  public GgomNbdFitter with(FitOptions newOptions) {
    return new GgomNbdFitter(requireNonNull(newOptions, "newOptions"));
  }

  /**
   * Fits the model.
   *
   * @param sample the customers
   * @return the model, in the unit of the sample, and its report
   * @throws FitException if there is but one customer, nobody bought again, or the likelihood has
   *     no usable maximum
   */
  public Fit<GgomNbd> fit(PurchaseSample sample) {
    RepeatCustomers.require(MODEL, sample);
    GroupedHistories histories = sample.grouped();
    HistoryRows rows = new HistoryRows(histories, GgomNbdDensity.MODEL);
    return MaximumLikelihood.of(MODEL, GgomNbdStart.parameters(), rows, sample.size())
        .withStarts(GgomNbdStart.points(histories))
        .withWarnings(RepeatCustomers.warnings(sample))
        .fit(options, p -> new GgomNbd(p[0], p[1], p[2], p[3], p[4], sample.timeScale()));
  }
}
