package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fits the Pareto/NBD model with correlated rates by maximum likelihood with its exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}; a mixing time of one unit of the sample, as in papers
 * and other programs. Parameters in the report: r, alpha, s, beta and the association, between -1
 * and 1, which is 0 for independent rates and -1 or 1 where omega is at a bound. With w at the
 * corners of a customer's chances not to buy and not to leave within the mixing time it is
 *
 * <pre>{@code
 * (w11 w00 - w10 w01) / (w11 w00 + w10 w01),
 *     w(u, v) = 1 + omega (u - E(u)) (v - E(v)),   u = exp(-lambda d), v = exp(-mu d)
 * }</pre>
 *
 * <p>Omega and the correlation come beside it, with standard errors by the delta method. The
 * association has an interval by its {@linkplain io.github.retention4j.estimation.LikelihoodProfile
 * profile likelihood}: towards its ends omega hardly moves along Fisher's z, and an interval by its
 * standard error would hold nearly all there is.
 *
 * <p>An association that runs to 0.999999 or to -1 is reported as at the boundary: the sample asks
 * for more correlation than there can be with this mixing time, and a longer one may fit better.
 * Its interval then reaches from there to where the likelihood has fallen. Fits of several mixing
 * times have as many parameters and are compared by likelihood.
 *
 * <p>Whether there is correlation at all is told by {@link
 * io.github.retention4j.estimation.FitReport#likelihoodRatioTest} against {@link ParetoNbdFitter}.
 *
 * <p>Example: the 2357 CDNOW customers of Fader and Hardie, 39 weeks, with a mixing time of a week:
 * log-likelihood -9591.673 against -9594.976, omega 20.96 and a correlation of 0.088, at the
 * boundary; with 30 days -9586.501 and 0.258.
 */
public final class ParetoNbdCorrelationFitter {

  private static final String MODEL = "Pareto/NBD with correlation";

  private static final String ASSOCIATION = "association";

  /** From here on the association is at its end; beyond, the bound of omega shows its edges. */
  private static final double END = 0.999999;

  private static final double[] ASSOCIATIONS = {0, -0.5, 0.5};

  private final FitOptions options;
  private final Optional<TimeScale> mixingTime;

  private ParetoNbdCorrelationFitter(FitOptions options, Optional<TimeScale> mixingTime) {
    this.options = options;
    this.mixingTime = mixingTime;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static ParetoNbdCorrelationFitter withDefaults() {
    return new ParetoNbdCorrelationFitter(FitOptions.defaults(), Optional.empty());
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts (r, alpha, s, beta, association)
   * @return a fitter with these options
   */
  public ParetoNbdCorrelationFitter with(FitOptions newOptions) {
    return new ParetoNbdCorrelationFitter(requireNonNull(newOptions, "newOptions"), mixingTime);
  }

  /**
   * Chooses the mixing time, whatever the unit of the sample; a fit then only changes its scale
   * with that unit.
   *
   * @param length the mixing time
   * @return a fitter with this mixing time
   */
  public ParetoNbdCorrelationFitter withMixingTime(TimeScale length) {
    return new ParetoNbdCorrelationFitter(options, Optional.of(requireNonNull(length, "length")));
  }

  /**
   * Fits the model.
   *
   * @param sample the customers
   * @return the model, in the unit of the sample, its report and the correlation
   * @throws FitException if there is but one customer, nobody bought again, or the likelihood has
   *     no usable maximum
   */
  public ParetoNbdCorrelationFit fit(PurchaseSample sample) {
    RepeatCustomers.require(MODEL, sample);
    GroupedHistories histories = sample.grouped();
    double time = mixingTime.orElse(sample.timeScale()).lengthIn(sample.timeScale());
    List<Parameter> parameters = new ArrayList<>(ParetoNbdStart.parameters());
    parameters.add(Parameter.correlation(ASSOCIATION).upTo(END));
    Fit<ParetoNbdWithCorrelation> fit =
        MaximumLikelihood.of(
                MODEL, parameters, new ParetoNbdCorrelationRows(histories, time), sample.size())
            .withStarts(starts(histories))
            .withWarnings(RepeatCustomers.warnings(sample))
            .withProfiles(ASSOCIATION)
            .fit(options, p -> model(p, time, sample.timeScale()));
    CorrelationEstimates estimates = new CorrelationEstimates(fit);
    return new ParetoNbdCorrelationFit(fit, estimates.omega(), estimates.correlation());
  }

  private static double[][] starts(GroupedHistories histories) {
    return Arrays.stream(ParetoNbdStart.points(histories))
        .flatMap(point -> Arrays.stream(ASSOCIATIONS).mapToObj(y -> with(point, y)))
        .toArray(double[][]::new);
  }

  private static double[] with(double[] point, double association) {
    double[] start = Arrays.copyOf(point, point.length + 1);
    start[point.length] = association;
    return start;
  }

  private static ParetoNbdWithCorrelation model(double[] p, double time, TimeScale unit) {
    double omega = new ParetoNbdCorrelationLikelihood(p, time).omega();
    return new ParetoNbdWithCorrelation(new ParetoNbd(p[0], p[1], p[2], p[3], unit), omega, time);
  }
}
