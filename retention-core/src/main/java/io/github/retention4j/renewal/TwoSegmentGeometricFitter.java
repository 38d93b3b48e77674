package io.github.retention4j.renewal;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;

/**
 * Fits the {@link TwoSegmentGeometric} by maximum likelihood. Immutable. Defaults: {@link
 * FitOptions#defaults()}.
 *
 * <p>Segments may be exchanged without a change of the likelihood; starts have the one that stays
 * longer first.
 */
public final class TwoSegmentGeometricFitter {

  private static final List<Parameter> PARAMETERS =
      List.of(Parameter.share("theta1"), Parameter.share("theta2"), Parameter.share("share"));

  private final FitOptions options;

  private TwoSegmentGeometricFitter(FitOptions options) {
    this.options = options;
  }

  /**
   * Returns the fitter with its defaults.
   *
   * @return the fitter
   */
  public static TwoSegmentGeometricFitter withDefaults() {
    return new TwoSegmentGeometricFitter(FitOptions.defaults());
  }

  /**
   * Returns this fitter with other options.
   *
   * @param other how the fit is made
   * @return the fitter
   */
  public TwoSegmentGeometricFitter with(FitOptions other) {
    return new TwoSegmentGeometricFitter(requireNonNull(other, "other"));
  }

  /**
   * Fits the model.
   *
   * @param sample cohorts in which at least one customer was lost and at least three renewals were
   *     observed
   * @return the model and how well the sample tells its parameters
   * @throws FitException if the sample cannot tell them, or no maximum is found
   */
  public Fit<TwoSegmentGeometric> fit(RenewalSample sample) {
    return RenewalLikelihood.task(
            "two-segment geometric",
            PARAMETERS,
            requireNonNull(sample, "sample"),
            p -> new SegmentTerms(p[0], p[1], p[2]))
        .withStarts(
            new double[] {0.05, 0.5, 0.5},
            new double[] {0.02, 0.3, 0.7},
            new double[] {0.1, 0.7, 0.3},
            new double[] {0.2, 0.9, 0.5})
        .fit(options, p -> new TwoSegmentGeometric(p[0], p[1], p[2]));
  }
}
