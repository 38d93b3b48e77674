package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;

/**
 * Fits a {@link LifetimeRegression} by maximum likelihood with its exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}, {@link EventTimes#EXACT}. Late entries and weights of
 * the sample count; its groups and strata do not.
 *
 * <p>Parameters in the report are those of R's {@code survreg}: {@code (Intercept)}, the names of
 * the columns, and {@code scale} but in the exponential family; then {@code q} in the generalized
 * gamma. {@code survreg} reports log(scale), whose standard error is that of the scale over the
 * scale. Columns are centred inside; results are those of the columns as given. Under a penalty
 * they are not, so that it speaks of the intercept as reported.
 */
public final class LifetimeRegressionFitter {

  static final String INTERCEPT = "(Intercept)";
  static final String SCALE = "scale";
  static final String SHAPE = "q";

  private final LifetimeRegressionFamily family;
  private final FitOptions options;
  private final EventTimes eventTimes;

  private LifetimeRegressionFitter(
      LifetimeRegressionFamily family, FitOptions options, EventTimes eventTimes) {
    this.family = requireNonNull(family, "family");
    this.options = requireNonNull(options, "options");
    this.eventTimes = requireNonNull(eventTimes, "eventTimes");
  }

  /**
   * Returns the fitter of a family, with the defaults listed above.
   *
   * @param family what the error is distributed like
   * @return the fitter
   */
  public static LifetimeRegressionFitter of(LifetimeRegressionFamily family) {
    return new LifetimeRegressionFitter(family, FitOptions.defaults(), EventTimes.EXACT);
  }

  /**
   * Chooses how the fit is made.
   *
   * @param newOptions starts have the parameters in the order of the report
   * @return a fitter with these options
   */
  public LifetimeRegressionFitter with(FitOptions newOptions) {
    return new LifetimeRegressionFitter(family, newOptions, eventTimes);
  }

  /**
   * Chooses how well the sample knows when customers left.
   *
   * @param newEventTimes exactly, or within a unit of time
   * @return a fitter that takes them so
   */
  public LifetimeRegressionFitter with(EventTimes newEventTimes) {
    return new LifetimeRegressionFitter(family, options, newEventTimes);
  }

  /**
   * Fits the model.
   *
   * @param sample the lifetimes; the model is in its unit of time
   * @param covariates what is known of each row
   * @return the model and how well the sample tells its parameters; with a warning if fewer than 30
   *     customers left
   * @throws IllegalArgumentException if the covariates are not of as many rows, or a column is
   *     named like another parameter
   * @throws FitException if a column is constant or follows from others; if nobody left, or nobody
   *     of those with one of the two values of a column, which is named; if a customer left at a
   *     time that the family or the grouping does not allow (the message names the row), or no
   *     usable maximum is found
   */
  public LifetimeRegressionFit fit(LifetimeSample sample, CovariateTable covariates) {
    Fit<LifetimeRegression> fit =
        new RegressionEstimation(family, eventTimes, sample, covariates, options).fit();
    return new LifetimeRegressionFit(fit);
  }
}
