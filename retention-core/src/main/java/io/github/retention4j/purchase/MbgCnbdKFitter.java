package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;

/**
 * Fits a {@link MbgCnbdK} by maximum likelihood, for a given k or the most likely one.
 *
 * <p>Defaults: k is chosen among 1 to 12; {@link FitOptions#defaults()} for each.
 *
 * <p>If the sample knows the intervals between purchases, as one made of events does, the
 * likelihood is that of the purchase times, {@link
 * BetaGeometricModel#logLikelihood(PurchaseHistory, double)}; otherwise that of the histories
 * alone, {@link PurchaseModel#logLikelihood}. The four other parameters do not depend on which, k
 * may. The report counts four parameters and takes k as given.
 */
public final class MbgCnbdKFitter {

  private final BetaGeometricChoice choice;

  private MbgCnbdKFitter(BetaGeometricChoice choice) {
    this.choice = choice;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static MbgCnbdKFitter withDefaults() {
    return new MbgCnbdKFitter(BetaGeometricChoice.withDefaults());
  }

  /**
   * Gives k.
   *
   * @param k how regular purchases are, from 1 to 30
   * @return a fitter that fits this k only
   * @throws IllegalArgumentException if k is not from 1 to 30
   */
  public MbgCnbdKFitter withK(int k) {
    return new MbgCnbdKFitter(choice.withK(k));
  }

  /**
   * Chooses k by likelihood.
   *
   * @param most the greatest k tried, from 1 to 30
   * @return a fitter that tries 1 to {@code most} and takes the most likely, of equal ones the
   *     least; a k without a usable maximum is passed over
   * @throws IllegalArgumentException if it is not from 1 to 30
   */
  public MbgCnbdKFitter withKUpTo(int most) {
    return new MbgCnbdKFitter(choice.withKUpTo(most));
  }

  /**
   * Chooses how each fit is made.
   *
   * @param options starts have four numbers: r, alpha, a, b
   * @return a fitter with these options
   */
  public MbgCnbdKFitter with(FitOptions options) {
    return new MbgCnbdKFitter(choice.with(requireNonNull(options, "options")));
  }

  /**
   * Fits the model.
   *
   * @param sample the customers; the model is in its unit of time
   * @return the model and how well the sample tells its parameters; with a warning if fewer than 30
   *     customers came back
   * @throws FitException if no customer came back, or no usable maximum is found for any k
   */
  public Fit<MbgCnbdK> fit(PurchaseSample sample) {
    return choice.best(
        new BetaGeometricEstimation("MBG/CNBD-k", true, sample),
        (k, p) -> new MbgCnbdK(k, p[0], p[1], p[2], p[3], sample.timeScale()));
  }
}
