package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import java.util.List;

/**
 * Fits a family of lifetimes by maximum likelihood with its exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}, {@link EventTimes#EXACT}. Late entries and weights of
 * the sample count; its groups and strata do not. Parameters in the report are named as those of
 * the model. Rows of equal times are grouped, which changes nothing but speed.
 *
 * <pre>{@code
 * ln L = sum over rows of weight * (left * ln h(end) + ln S(end) - ln S(entry))
 * }</pre>
 *
 * <p>Families other than {@link Exponential}, {@link Gompertz} and {@link PiecewiseExponential}
 * hold it impossible to leave at time 0, or give that an infinite density: they refuse customers
 * who left at 0. Example: the 23 lifetimes of R's data set aml have a Weibull of shape 0.905 and
 * scale 32.9.
 *
 * @param <M> the family
 */
public final class LifetimeFitter<M extends LifetimeModel> {

  private final LifetimeFamily<M> family;
  private final FitOptions options;
  private final EventTimes eventTimes;

  private LifetimeFitter(LifetimeFamily<M> family, FitOptions options, EventTimes eventTimes) {
    this.family = family;
    this.options = options;
    this.eventTimes = eventTimes;
  }

  private static <M extends LifetimeModel> LifetimeFitter<M> of(LifetimeFamily<M> family) {
    return new LifetimeFitter<>(family, FitOptions.defaults(), EventTimes.EXACT);
  }

  /**
   * Returns the fitter of a level hazard, with the defaults listed above.
   *
   * @return the fitter
   */
  public static LifetimeFitter<Exponential> exponential() {
    return of(PiecewiseFamily.exponential());
  }

  /**
   * Returns the fitter of Weibull lifetimes, with the defaults listed above.
   *
   * @return the fitter
   */
  public static LifetimeFitter<Weibull> weibull() {
    return of(LogScaleFamily.weibull());
  }

  /**
   * Returns the fitter of log-normal lifetimes, with the defaults listed above.
   *
   * @return the fitter
   */
  public static LifetimeFitter<LogNormal> logNormal() {
    return of(LogScaleFamily.logNormal());
  }

  /**
   * Returns the fitter of log-logistic lifetimes, with the defaults listed above.
   *
   * @return the fitter
   */
  public static LifetimeFitter<LogLogistic> logLogistic() {
    return of(LogScaleFamily.logLogistic());
  }

  /**
   * Returns the fitter of Gompertz lifetimes, with the defaults listed above.
   *
   * @return the fitter
   */
  public static LifetimeFitter<Gompertz> gompertz() {
    return of(new GompertzFamily());
  }

  /**
   * Returns the fitter of generalized gamma lifetimes, with the defaults listed above.
   *
   * @return the fitter
   */
  public static LifetimeFitter<GeneralizedGamma> generalizedGamma() {
    return of(LogScaleFamily.generalizedGamma());
  }

  /**
   * Returns the fitter of a hazard level between cuts, with the defaults listed above. Parameters
   * in the report: rate1, rate2 ...
   *
   * @param cuts ascending times over 0
   * @return the fitter
   * @throws IllegalArgumentException if cuts do not ascend from over 0
   */
  public static LifetimeFitter<PiecewiseExponential> piecewiseExponential(List<Double> cuts) {
    return of(PiecewiseFamily.of(cuts));
  }

  /**
   * Returns the same fitter of a family that holds a share of customers who never leave. Parameters
   * in the report: cureShare, then those of the family of the leavers.
   *
   * @return the fitter
   * @throws IllegalStateException if it has such a share already
   */
  public LifetimeFitter<MixtureCure<M>> withCureShare() {
    if (family instanceof CureFamily<?>) {
      throw new IllegalStateException(family.name() + " must not get another cure share");
    }
    return new LifetimeFitter<>(new CureFamily<>(family), options, eventTimes);
  }

  /**
   * Chooses how the fit is made.
   *
   * @param newOptions starts have the parameters in the order of the report
   * @return a fitter with these options
   */
  public LifetimeFitter<M> with(FitOptions newOptions) {
    return new LifetimeFitter<>(family, requireNonNull(newOptions, "newOptions"), eventTimes);
  }

  /**
   * Chooses how well the sample knows when customers left.
   *
   * @param newEventTimes exactly, or within a unit of time
   * @return a fitter that takes them so
   */
  public LifetimeFitter<M> with(EventTimes newEventTimes) {
    return new LifetimeFitter<>(family, options, requireNonNull(newEventTimes, "newEventTimes"));
  }

  /**
   * Fits the model.
   *
   * @param sample the lifetimes; the model is in its unit of time
   * @return the model and how well the sample tells its parameters; with a warning if fewer than 30
   *     customers left
   * @throws FitException if nobody left, a customer left at a time that the family or the grouping
   *     does not allow (the message names the row), all left at one time, or no usable maximum is
   *     found
   */
  public Fit<M> fit(LifetimeSample sample) {
    return new LifetimeEstimation<>(family, eventTimes, sample).fit(options);
  }
}
