package io.github.retention4j.survival;

import static java.lang.Math.log;

import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Families with {@code ln T = mu + sigma * error}, written by mu and sigma or by shape and scale.
 */
final class LogScaleFamily<M extends LifetimeModel> implements LifetimeFamily<M> {

  /** Sigmas as multiples of the spread of the log times, with the median moved as far. */
  private static final double[][] SPREADS = {{0, 1}, {1, 1.5}, {2, 2}};

  /** From here on the density ends so sharply that only its product with sigma tells. */
  static final double LARGEST_SHAPE = 100;

  private static final double[] SIGMAS = {0.5, 1, 2};
  private static final double[] SHAPES = {-0.5, 0.5, 1};

  private final ErrorLaw law;
  private final boolean byShapeAndScale;
  private final BiFunction<double[], TimeScale, M> toModel;

  private LogScaleFamily(
      ErrorLaw law, boolean byShapeAndScale, BiFunction<double[], TimeScale, M> toModel) {
    this.law = law;
    this.byShapeAndScale = byShapeAndScale;
    this.toModel = toModel;
  }

  static LogScaleFamily<Weibull> weibull() {
    return new LogScaleFamily<>(
        ErrorLaw.EXTREME_VALUE, true, (p, unit) -> new Weibull(p[0], p[1], unit));
  }

  static LogScaleFamily<LogNormal> logNormal() {
    return new LogScaleFamily<>(
        ErrorLaw.NORMAL, false, (p, unit) -> new LogNormal(p[0], p[1], unit));
  }

  static LogScaleFamily<LogLogistic> logLogistic() {
    return new LogScaleFamily<>(
        ErrorLaw.LOGISTIC, true, (p, unit) -> new LogLogistic(p[0], p[1], unit));
  }

  static LogScaleFamily<GeneralizedGamma> generalizedGamma() {
    return new LogScaleFamily<>(
        ErrorLaw.LOG_GAMMA, false, (p, unit) -> new GeneralizedGamma(p[0], p[1], p[2], unit));
  }

  @Override
  public String name() {
    return law.lifetimes();
  }

  @Override
  public List<Parameter> parameters(LifetimeSummary summary) {
    if (byShapeAndScale) {
      return List.of(Parameter.positive("shape"), Parameter.positive("scale"));
    }
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.real("mu").inUnitsOf(1));
    parameters.add(Parameter.positive("sigma"));
    if (law.hasShape()) {
      parameters.add(Parameter.real("q").inUnitsOf(1).upTo(LARGEST_SHAPE));
    }
    return parameters;
  }

  @Override
  public List<double[]> starts(LifetimeSummary summary) {
    List<double[]> starts = new ArrayList<>();
    double spread = summary.logSpread();
    for (double[] of : SPREADS) {
      addStarts(starts, summary.logMean() + of[0] * spread, of[1] * spread);
    }
    for (double sigma : SIGMAS) {
      addStarts(starts, log(summary.exposure() / summary.events()), sigma);
    }
    return starts;
  }

  private void addStarts(List<double[]> starts, double mu, double sigma) {
    if (byShapeAndScale) {
      starts.add(new double[] {1 / sigma, Math.exp(mu)});
    } else if (law.hasShape()) {
      for (double q : SHAPES) {
        starts.add(new double[] {mu, sigma, q});
      }
    } else {
      starts.add(new double[] {mu, sigma});
    }
  }

  @Override
  public HazardTerms at(double[] p) {
    return byShapeAndScale
        ? new ShapeAndScale(law, p[0], p[1])
        : new MuAndSigma(law, p[0], p[1], law.hasShape() ? p[2] : 0);
  }

  @Override
  public M model(double[] parameters, TimeScale timeScale) {
    return toModel.apply(parameters, timeScale);
  }

  @Override
  public boolean allowsZero() {
    return false;
  }

  @Override
  public boolean mayConcentrate() {
    return true;
  }

  private record MuAndSigma(ErrorLaw law, double mu, double sigma, double q)
      implements HazardTerms {

    @Override
    public void at(double time, double[] terms) {
      double[] error = new double[ErrorLaw.TERMS];
      double logTime = log(time);
      double w = (logTime - mu) / sigma;
      law.at(w, q, error);
      double hazard = error[ErrorLaw.HAZARD] / sigma;
      double slope = error[ErrorLaw.LOG_HAZARD_SLOPE] / sigma;
      int second = law.hasShape() ? 4 : 3;
      terms[0] = error[ErrorLaw.LOG_SURVIVAL];
      terms[1] = hazard;
      terms[2] = hazard * w;
      terms[second] = error[ErrorLaw.LOG_HAZARD] - log(sigma) - logTime;
      terms[second + 1] = -slope;
      terms[second + 2] = -slope * w - 1 / sigma;
      if (law.hasShape()) {
        terms[3] = error[ErrorLaw.LOG_SURVIVAL_IN_SHAPE];
        terms[second + 3] = error[ErrorLaw.LOG_HAZARD_IN_SHAPE];
      }
    }
  }

  /** With shape 1 / sigma and scale e^mu. */
  private record ShapeAndScale(ErrorLaw law, double shape, double scale) implements HazardTerms {

    @Override
    public void at(double time, double[] terms) {
      double[] error = new double[ErrorLaw.TERMS];
      double logRatio = log(time / scale);
      law.at(shape * logRatio, 0, error);
      double hazard = error[ErrorLaw.HAZARD];
      double slope = error[ErrorLaw.LOG_HAZARD_SLOPE];
      terms[0] = error[ErrorLaw.LOG_SURVIVAL];
      terms[1] = -hazard * logRatio;
      terms[2] = hazard * shape / scale;
      terms[3] = error[ErrorLaw.LOG_HAZARD] + log(shape / time);
      terms[4] = slope * logRatio + 1 / shape;
      terms[5] = -slope * shape / scale;
    }
  }
}
