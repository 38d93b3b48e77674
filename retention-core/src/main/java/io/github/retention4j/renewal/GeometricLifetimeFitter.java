package io.github.retention4j.renewal;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.Parameter;
import java.util.List;

/**
 * Fits the {@link GeometricLifetime} by maximum likelihood. Immutable. Defaults: {@link
 * FitOptions#defaults()}.
 *
 * <p>The maximum is the number of customers lost over that of renewals due.
 */
public final class GeometricLifetimeFitter {

  private static final List<Parameter> PARAMETERS = List.of(Parameter.share("theta"));

  private final FitOptions options;

  private GeometricLifetimeFitter(FitOptions options) {
    this.options = options;
  }

  /**
   * Returns the fitter with its defaults.
   *
   * @return the fitter
   */
  public static GeometricLifetimeFitter withDefaults() {
    return new GeometricLifetimeFitter(FitOptions.defaults());
  }

  /**
   * Returns this fitter with other options.
   *
   * @param other how the fit is made
   * @return the fitter
   */
  public GeometricLifetimeFitter with(FitOptions other) {
    return new GeometricLifetimeFitter(requireNonNull(other, "other"));
  }

  /**
   * Fits the model.
   *
   * @param sample cohorts in which at least one customer was lost and at least one renewal was
   *     observed
   * @return the model and how well the sample tells its parameters
   * @throws FitException if the sample cannot tell them, or no maximum is found
   */
  public Fit<GeometricLifetime> fit(RenewalSample sample) {
    return RenewalLikelihood.task(
            "geometric",
            PARAMETERS,
            requireNonNull(sample, "sample"),
            p -> new GeometricTerms(p[0]))
        .withStarts(new double[] {0.1}, new double[] {0.5})
        .fit(options, p -> new GeometricLifetime(p[0]));
  }
}
