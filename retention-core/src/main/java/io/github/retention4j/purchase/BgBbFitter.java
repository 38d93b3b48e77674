package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;

/**
 * Fits the BG/BB model by maximum likelihood with its exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}. Parameters in the report: alpha, beta, gamma, delta.
 *
 * <p>The time it takes is in proportion to the number of different pairs (x, n), times n, however
 * many the customers are.
 *
 * <p>Example: the 11,104 donors of Fader, Hardie and Shang (2010), six opportunities: alpha 1.204,
 * beta 0.750, gamma 0.657, delta 2.783, log-likelihood -33225.6.
 */
public final class BgBbFitter {

  private static final String MODEL = "BG/BB";

  /** With fewer customers that bought again the four parameters are guesses. */
  private static final int FEW_REPEAT_CUSTOMERS = 30;

  private static final double[][] STARTS = {
    {1, 1, 1, 3}, {0.5, 1, 0.5, 5}, {2, 2, 1, 20}, {0.5, 5, 0.5, 5}
  };

  private final FitOptions options;

  private BgBbFitter(FitOptions options) {
    this.options = options;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static BgBbFitter withDefaults() {
    return new BgBbFitter(FitOptions.defaults());
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts (alpha, beta, gamma, delta)
   * @return a fitter with these options
   */
  public BgBbFitter with(FitOptions newOptions) {
    return new BgBbFitter(requireNonNull(newOptions, "newOptions"));
  }

  /**
   * Fits the model.
   *
   * @param sample the customers
   * @return the model and its report
   * @throws FitException if nobody bought again, or the likelihood has no usable maximum
   */
  public Fit<BgBb> fit(OpportunitySample sample) {
    GroupedOpportunities histories = sample.grouped();
    List<Parameter> parameters =
        List.of(
            Parameter.positive("alpha"),
            Parameter.positive("beta"),
            Parameter.positive("gamma"),
            Parameter.positive("delta"));
    return MaximumLikelihood.of(MODEL, parameters, new BgBbRows(histories), sample.customers())
        .withStarts(STARTS)
        .withWarnings(warnings(sample, repeatCustomers(histories)))
        .fit(options, p -> new BgBb(p[0], p[1], p[2], p[3]));
  }

  private static long repeatCustomers(GroupedOpportunities histories) {
    long customers = 0;
    for (int group = 0; group < histories.size(); group++) {
      customers += histories.purchases[group] > 0 ? histories.weight[group] : 0;
    }
    return customers;
  }

  private static List<FitWarning> warnings(OpportunitySample sample, long repeats) {
    if (repeats == 0) {
      throw new FitException(
          Reason.DEGENERATE_SAMPLE,
          MODEL + ": none of the " + sample.customers() + " customers bought again");
    }
    return repeats >= FEW_REPEAT_CUSTOMERS
        ? List.of()
        : List.of(
            new FitWarning(
                Kind.SMALL_SAMPLE,
                "only " + repeats + " of " + sample.customers() + " customers bought again"));
  }
}
