package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A fitted {@link LifetimeRegression}, and what it says of a customer, with the error of it.
 *
 * <p>Standard errors are those of the delta method, from the covariance of the parameters.
 *
 * @param fit the model and its report
 */
public record LifetimeRegressionFit(Fit<LifetimeRegression> fit) {

  /**
   * Checks that it is there.
   *
   * @param fit the model and its report
   */
  public LifetimeRegressionFit {
    requireNonNull(fit, "fit");
  }

  /**
   * Returns the model.
   *
   * @return the model
   */
  public LifetimeRegression model() {
    return fit.model();
  }

  /**
   * Returns how well the sample tells the model.
   *
   * @return the report
   */
  public FitReport report() {
    return fit.report();
  }

  /**
   * Returns the time by which a share of the customers has left of whom this is known.
   *
   * @param values of all covariates, by name
   * @param share over 0 and under 1; 0.5 for the median
   * @return the time and its standard error, with intervals made on log scale
   * @throws IllegalArgumentException if the share is not between 0 and 1, or a value is missing,
   *     not finite, or unknown
   */
  public ParameterEstimate quantile(Map<String, Double> values, double share) {
    LifetimeRegression model = model();
    double time = model.lifetimeOf(values).quantile(share).orElse(Double.POSITIVE_INFINITY);
    double[] error = error(values, time);
    Map<String, Double> slopes = locationSlopes(values, time);
    slopes.put(LifetimeRegressionFitter.SCALE, time * error[LOG_RATIO]);
    slopes.put(
        LifetimeRegressionFitter.SHAPE,
        time * model.scale() * error[ErrorLaw.LOG_SURVIVAL_IN_SHAPE] / error[ErrorLaw.HAZARD]);
    return estimate("quantile " + share, time, ParameterRange.POSITIVE, slopes);
  }

  /**
   * Returns the share that stays longer than a time of the customers of whom this is known.
   *
   * @param values of all covariates, by name
   * @param time over 0
   * @return the share and its standard error, with intervals made on logit scale
   * @throws IllegalArgumentException if the time is not over 0 and finite, or a value is missing,
   *     not finite, or unknown
   */
  public ParameterEstimate survival(Map<String, Double> values, double time) {
    LifetimeChecks.positive("time", time);
    double[] error = error(values, time);
    double survival = Math.exp(error[ErrorLaw.LOG_SURVIVAL]);
    double fall = survival * error[ErrorLaw.HAZARD] / model().scale();
    Map<String, Double> slopes = locationSlopes(values, fall);
    slopes.put(LifetimeRegressionFitter.SCALE, fall * error[LOG_RATIO]);
    slopes.put(LifetimeRegressionFitter.SHAPE, survival * error[ErrorLaw.LOG_SURVIVAL_IN_SHAPE]);
    return estimate("survival at " + time, survival, ParameterRange.SHARE, slopes);
  }

  private static final int LOG_RATIO = ErrorLaw.TERMS;

  /** The terms of the error at a time, and the error itself. */
  private double[] error(Map<String, Double> values, double time) {
    LifetimeRegression model = model();
    double[] terms = new double[ErrorLaw.TERMS + 1];
    double error = (Math.log(time) - model.location(values)) / model.scale();
    model.family().law().at(error, model.q().orElse(0), terms);
    terms[LOG_RATIO] = error;
    return terms;
  }

  /** Derivatives with respect to intercept and coefficients, given the first. */
  private static Map<String, Double> locationSlopes(Map<String, Double> values, double slope) {
    Map<String, Double> slopes = new LinkedHashMap<>();
    slopes.put(LifetimeRegressionFitter.INTERCEPT, slope);
    values.forEach((name, value) -> slopes.put(name, slope * value));
    return slopes;
  }

  private ParameterEstimate estimate(
      String name, double value, ParameterRange range, Map<String, Double> slopes) {
    Covariance covariance = report().covariance();
    double variance = 0;
    for (String first : covariance.names()) {
      for (String second : covariance.names()) {
        variance +=
            slopes.getOrDefault(first, 0.0)
                * slopes.getOrDefault(second, 0.0)
                * covariance.between(first, second).orElse(0);
      }
    }
    double error = Math.sqrt(variance);
    boolean isTold = error > 0 && error < Double.POSITIVE_INFINITY;
    return new ParameterEstimate(
        name, value, range, isTold ? OptionalDouble.of(error) : OptionalDouble.empty(), false);
  }
}
