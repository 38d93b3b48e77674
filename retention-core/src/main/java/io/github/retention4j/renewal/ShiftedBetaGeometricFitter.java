package io.github.retention4j.renewal;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;

/**
 * Fits the {@link ShiftedBetaGeometric} by maximum likelihood. Immutable. Defaults: {@link
 * FitOptions#defaults()}.
 *
 * <p>If customers do not differ, alpha and beta run off together, at a ratio that is told; the
 * report says so and the model is near the geometric one.
 */
public final class ShiftedBetaGeometricFitter {

  private static final List<Parameter> PARAMETERS =
      List.of(Parameter.positive("alpha"), Parameter.positive("beta"));

  private final FitOptions options;

  private ShiftedBetaGeometricFitter(FitOptions options) {
    this.options = options;
  }

  /**
   * Returns the fitter with its defaults.
   *
   * @return the fitter
   */
  public static ShiftedBetaGeometricFitter withDefaults() {
    return new ShiftedBetaGeometricFitter(FitOptions.defaults());
  }

  /**
   * Returns this fitter with other options.
   *
   * @param other how the fit is made
   * @return the fitter
   */
  public ShiftedBetaGeometricFitter with(FitOptions other) {
    return new ShiftedBetaGeometricFitter(requireNonNull(other, "other"));
  }

  /**
   * Fits the model.
   *
   * @param sample cohorts in which at least one customer was lost and at least two renewals were
   *     observed
   * @return the model and how well the sample tells its parameters
   * @throws FitException if the sample cannot tell them, or no maximum is found
   */
  public Fit<ShiftedBetaGeometric> fit(RenewalSample sample) {
    return RenewalLikelihood.task(
            "sBG",
            PARAMETERS,
            requireNonNull(sample, "sample"),
            p -> new WeibullTerms(p[0], p[1], 1))
        .withStarts(new double[] {1, 1}, new double[] {0.5, 4}, new double[] {5, 20})
        .fit(options, p -> new ShiftedBetaGeometric(p[0], p[1]));
  }
}
