package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How covariates act on one process of a model: its rate, or what the model takes instead of one,
 * is multiplied by
 *
 * <pre>{@code exp(sum of coefficient * value)}</pre>
 *
 * <p>So a coefficient of 0.62 makes the rate 1.86 times as high for each unit of its covariate.
 *
 * @param coefficients for each covariate by its name its coefficient; empty if none acts
 * @see <a href="http://brucehardie.com/notes/019/">Fader and Hardie (2007), Incorporating
 *     time-invariant covariates into the Pareto/NBD and BG/NBD models</a>
 */
public record CovariateEffects(Map<String, Double> coefficients) {

  /**
   * Checks and copies the coefficients.
   *
   * @param coefficients for each covariate its coefficient
   * @throws IllegalArgumentException if a coefficient is not finite
   */
  public CovariateEffects {
    Map<String, Double> copy = new LinkedHashMap<>(requireNonNull(coefficients, "coefficients"));
    copy.forEach((name, value) -> PurchaseChecks.finite("coefficient of " + name, value));
    coefficients = Collections.unmodifiableMap(copy);
  }

  /**
   * Returns by what the rate of a customer is multiplied.
   *
   * @param values the covariates of the customer; others than those with a coefficient do not
   *     matter
   * @return over 0
   * @throws IllegalArgumentException if a covariate is missing or not finite
   */
  public double factor(Map<String, Double> values) {
    double sum = 0;
    for (Map.Entry<String, Double> entry : coefficients.entrySet()) {
      Double value = values.get(entry.getKey());
      if (value == null || !Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "covariate " + entry.getKey() + " (" + value + ") must be known and finite");
      }
      sum += entry.getValue() * value;
    }
    return Math.exp(sum);
  }
}
