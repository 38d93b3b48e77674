package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;

/**
 * Fits a {@link BgNbd} by maximum likelihood.
 *
 * <p>Defaults: {@link FitOptions#defaults()}. Histories in whole days are grouped, which makes no
 * difference to the result but for speed. Example: the CDNOW sample of 2357 customers in weeks has
 * r = 0.2426, alpha = 4.4136, a = 0.7929, b = 2.4259 at a log-likelihood of -9582.43.
 */
public final class BgNbdFitter {

  private final FitOptions options;

  private BgNbdFitter(FitOptions options) {
    this.options = requireNonNull(options, "options");
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static BgNbdFitter withDefaults() {
    return new BgNbdFitter(FitOptions.defaults());
  }

  /**
   * Chooses how the fit is made.
   *
   * @param newOptions starts have four numbers: r, alpha, a, b
   * @return a fitter with these options
   */
  public BgNbdFitter with(FitOptions newOptions) {
    return new BgNbdFitter(newOptions);
  }

  /**
   * Fits the model.
   *
   * @param sample the customers; the model is in its unit of time
   * @return the model and how well the sample tells its parameters; with a warning if fewer than 30
   *     customers came back
   * @throws FitException if no customer came back, or no usable maximum is found
   */
  public Fit<BgNbd> fit(PurchaseSample sample) {
    return new BetaGeometricEstimation("BG/NBD", false, sample)
        .fit(1, options, p -> new BgNbd(p[0], p[1], p[2], p[3], sample.timeScale()));
  }
}
