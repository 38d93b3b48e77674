package io.github.retention4j.survival;

import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.time.TimeScale;
import java.util.List;

/** A family of lifetimes, as a fit sees it. */
interface LifetimeFamily<M extends LifetimeModel> {

  String name();

  List<Parameter> parameters(LifetimeSummary summary);

  /** Points where a search may start. */
  List<double[]> starts(LifetimeSummary summary);

  HazardTerms at(double[] parameters);

  M model(double[] parameters, TimeScale timeScale);

  /** Whether the hazard at 0 is finite and over 0, so that a lifetime may be 0. */
  boolean allowsZero();

  /** Whether all lifetimes may come to lie at one time, where the density then has no bound. */
  boolean mayConcentrate();

  /**
   * Refuses rows for which there is no maximum.
   *
   * @throws io.github.retention4j.estimation.FitException if there is none
   */
  default void check(GroupedLifetimes rows) {}

  /** Returns the family of a model. */
  static LifetimeFamily<?> of(LifetimeModel model) {
    if (model instanceof MixtureCure<?> cure) {
      return new CureFamily<>(of(cure.leavers()));
    }
    if (model instanceof PiecewiseExponential pieces) {
      return PiecewiseFamily.of(pieces.cuts());
    }
    if (model instanceof Exponential) {
      return PiecewiseFamily.exponential();
    }
    if (model instanceof Gompertz) {
      return new GompertzFamily();
    }
    if (model instanceof Weibull) {
      return LogScaleFamily.weibull();
    }
    if (model instanceof LogLogistic) {
      return LogScaleFamily.logLogistic();
    }
    return model instanceof LogNormal
        ? LogScaleFamily.logNormal()
        : LogScaleFamily.generalizedGamma();
  }
}
