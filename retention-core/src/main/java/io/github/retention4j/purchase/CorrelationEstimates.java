package io.github.retention4j.purchase;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import java.util.List;
import java.util.OptionalDouble;

/** Carries the errors of a fit by association to omega and to the correlation: the delta method. */
final class CorrelationEstimates {

  private final Fit<ParetoNbdWithCorrelation> fit;
  private final List<ParameterEstimate> parameters;

  CorrelationEstimates(Fit<ParetoNbdWithCorrelation> fit) {
    this.fit = fit;
    this.parameters = fit.report().estimates();
  }

  private ParetoNbdCorrelationLikelihood likelihood() {
    return new ParetoNbdCorrelationLikelihood(
        parameters.stream().mapToDouble(ParameterEstimate::value).toArray(),
        fit.model().mixingTime());
  }

  ParameterEstimate omega() {
    return estimate("omega", fit.model().omega(), ParameterRange.REAL, likelihood().omegaSlopes());
  }

  ParameterEstimate correlation() {
    ParetoNbdWithCorrelation model = fit.model();
    ParetoNbd base = model.base();
    double time = model.mixingTime();
    double perOmega = new ParetoNbdWithCorrelation(base, 1, time).correlation();
    double correlation = model.correlation();
    double[] slopes = likelihood().omegaSlopes();
    double[] logSlopes = {
      0.5 / base.r() - Math.log1p(time / base.alpha()),
      (base.r() * (time / base.alpha()) - 1) / (base.alpha() + time),
      0.5 / base.s() - Math.log1p(time / base.beta()),
      (base.s() * (time / base.beta()) - 1) / (base.beta() + time),
      0
    };
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = perOmega * slopes[i] + correlation * logSlopes[i];
    }
    return estimate("correlation", correlation, ParameterRange.CORRELATION, slopes);
  }

  private ParameterEstimate estimate(
      String name, double value, ParameterRange range, double[] slopes) {
    boolean atBoundary = parameters.get(ParetoNbdCorrelationLikelihood.ASSOCIATION).atBoundary();
    OptionalDouble error =
        atBoundary ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance(slopes)));
    return new ParameterEstimate(name, value, range, error, atBoundary);
  }

  /** Parameters at a boundary count as known. */
  private double variance(double[] slopes) {
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < slopes.length; j++) {
        sum += slopes[i] * slopes[j] * covariance(i, j);
      }
    }
    return sum;
  }

  private double covariance(int i, int j) {
    return fit.report()
        .covariance()
        .between(parameters.get(i).name(), parameters.get(j).name())
        .orElse(0);
  }
}
