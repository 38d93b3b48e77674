package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.MaximumLikelihood;

/**
 * Fits the Pareto/NBD model by maximum likelihood with its exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}. Parameters in the report: r, alpha, s, beta.
 *
 * <p>Customers with equal histories are counted, not computed one by one.
 *
 * <p>A sample in which hardly anybody leaves, or all leave alike, tells s / beta but not s and
 * beta: the report then warns of a near-flat ridge. Where the likelihood rises all along the ridge
 * it tends to that of customers who all leave at the rate s / beta. Shapes r and s are sought up to
 * 10,000, where rates differ by 1 % between customers: a shape that runs there is reported as at
 * the boundary, and the standard errors of the others hold for it as it is. So are parameters that
 * run to 1e-10 or 1e10. The likelihood has a finite limit wherever parameters run, so that there is
 * always a usable model.
 *
 * <p>Example: the 2357 CDNOW customers of Fader and Hardie, 39 weeks: r 0.553, alpha 10.58, s
 * 0.606, beta 11.67, log-likelihood -9595.0.
 */
public final class ParetoNbdFitter {

  private static final String MODEL = "Pareto/NBD";

  private final FitOptions options;

  private ParetoNbdFitter(FitOptions options) {
    this.options = options;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static ParetoNbdFitter withDefaults() {
    return new ParetoNbdFitter(FitOptions.defaults());
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts (r, alpha, s, beta)
   * @return a fitter with these options
   */
  public ParetoNbdFitter with(FitOptions newOptions) {
    return new ParetoNbdFitter(requireNonNull(newOptions, "newOptions"));
  }

  /**
   * Fits the model.
   *
   * @param sample the customers
   * @return the model, in the unit of the sample, and its report
   * @throws FitException if there is but one customer, nobody bought again, or the likelihood has
   *     no usable maximum
   */
  public Fit<ParetoNbd> fit(PurchaseSample sample) {
    RepeatCustomers.require(MODEL, sample);
    GroupedHistories histories = sample.grouped();
    HistoryRows rows = new HistoryRows(histories, ParetoNbdDensity.MODEL);
    return MaximumLikelihood.of(MODEL, ParetoNbdStart.parameters(), rows, sample.size())
        .withStarts(ParetoNbdStart.points(histories))
        .withWarnings(RepeatCustomers.warnings(sample))
        .fit(options, p -> new ParetoNbd(p[0], p[1], p[2], p[3], sample.timeScale()));
  }
}
