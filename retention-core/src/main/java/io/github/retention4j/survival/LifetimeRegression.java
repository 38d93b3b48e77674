package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Lifetimes that hang on what is known of a customer, who lives faster or slower for it
 * (accelerated failure time).
 *
 * <pre>{@code ln T = intercept + sum of coefficient * covariate + scale * error}</pre>
 *
 * <p>A coefficient of 0.7 makes all lifetimes e^0.7 = 2.01 times as long for each unit of its
 * covariate: medians, quartiles and means alike. This is the form of R's {@code survreg}. In the
 * Weibull family the hazard ratio of the same unit is exp(-coefficient / scale).
 *
 * @param family what the error is distributed like
 * @param intercept ln of the typical lifetime where all covariates are 0
 * @param coefficients by the names of the covariates, in order
 * @param scale how far lifetimes scatter, over 0; 1 in the exponential family
 * @param q the shape of the generalized gamma; empty in other families
 * @param timeScale the unit of time
 * @see <a href="https://doi.org/10.1002/9781118032985">Kalbfleisch and Prentice (2002), chapter
 *     3</a>
 */
public record LifetimeRegression(
    LifetimeRegressionFamily family,
    double intercept,
    Map<String, Double> coefficients,
    double scale,
    OptionalDouble q,
    TimeScale timeScale) {

  /**
   * Checks the parameters and copies the map.
   *
   * @param family what the error is distributed like
   * @param intercept ln of the typical lifetime
   * @param coefficients by the names of the covariates
   * @param scale how far lifetimes scatter
   * @param q the shape of the generalized gamma
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if a number is not finite, the scale not over 0, or not 1 in
   *     the exponential family, or q is missing in the generalized gamma or given in another
   */
  public LifetimeRegression {
    requireNonNull(family, "family");
    requireNonNull(timeScale, "timeScale");
    LifetimeChecks.finite("intercept", intercept);
    LifetimeChecks.positive("scale", scale);
    coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
    coefficients.forEach((name, value) -> LifetimeChecks.finite("coefficient of " + name, value));
    if (!family.hasScale() && scale != 1) {
      throw new IllegalArgumentException(
          "scale (" + scale + ") must be 1 in the exponential family");
    }
    if (family.law().hasShape() != q.isPresent()) {
      throw new IllegalArgumentException(
          "q (" + q + ") must be given in the generalized gamma family, and in no other");
    }
    q.ifPresent(shape -> LifetimeChecks.finite("q", shape));
  }

  /**
   * Returns the lifetimes of customers of whom this is known.
   *
   * @param values of all covariates, by name
   * @return their lifetimes
   * @throws IllegalArgumentException if one is missing, not finite, or unknown to the model, or the
   *     lifetimes are beyond the bounds of the parameters of their family
   */
  public LifetimeModel lifetimeOf(Map<String, Double> values) {
    return family.lifetime(location(values), scale, q, timeScale);
  }

  /** The intercept and the covariates, each with its coefficient. */
  double location(Map<String, Double> values) {
    if (!values.keySet().equals(coefficients.keySet())) {
      throw new IllegalArgumentException(
          "values (of " + values.keySet() + ") must be of " + coefficients.keySet());
    }
    double location = intercept;
    for (Map.Entry<String, Double> coefficient : coefficients.entrySet()) {
      double value = requireNonNull(values.get(coefficient.getKey()), coefficient.getKey());
      LifetimeChecks.finite(coefficient.getKey(), value);
      location += coefficient.getValue() * value;
    }
    return location;
  }
}
