package io.github.retention4j.renewal;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;

/**
 * Fits the {@link BetaDiscreteWeibull} by maximum likelihood. Immutable. Defaults: {@link
 * FitOptions#defaults()}.
 *
 * <p>With c = 1 it is the shifted beta-geometric model, which {@link
 * io.github.retention4j.estimation.FitReport#likelihoodRatioTest} tests against it.
 */
public final class BetaDiscreteWeibullFitter {

  private static final List<Parameter> PARAMETERS =
      List.of(Parameter.positive("alpha"), Parameter.positive("beta"), Parameter.positive("c"));

  private final FitOptions options;

  private BetaDiscreteWeibullFitter(FitOptions options) {
    this.options = options;
  }

  /**
   * Returns the fitter with its defaults.
   *
   * @return the fitter
   */
  public static BetaDiscreteWeibullFitter withDefaults() {
    return new BetaDiscreteWeibullFitter(FitOptions.defaults());
  }

  /**
   * Returns this fitter with other options.
   *
   * @param other how the fit is made
   * @return the fitter
   */
  public BetaDiscreteWeibullFitter with(FitOptions other) {
    return new BetaDiscreteWeibullFitter(requireNonNull(other, "other"));
  }

  /**
   * Fits the model.
   *
   * @param sample cohorts in which at least one customer was lost and at least three renewals were
   *     observed
   * @return the model and how well the sample tells its parameters
   * @throws FitException if the sample cannot tell them, or no maximum is found
   */
  public Fit<BetaDiscreteWeibull> fit(RenewalSample sample) {
    return RenewalLikelihood.task(
            "BdW",
            PARAMETERS,
            requireNonNull(sample, "sample"),
            p -> new WeibullTerms(p[0], p[1], p[2]))
        .withStarts(
            new double[] {1, 1, 1},
            new double[] {0.5, 4, 1},
            new double[] {0.3, 2, 1.5},
            new double[] {5, 20, 0.7})
        .fit(options, p -> new BetaDiscreteWeibull(p[0], p[1], p[2]));
  }
}
