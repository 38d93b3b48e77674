package io.github.retention4j.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The chance that a customer leaves, by what is known of it.
 *
 * <pre>{@code P(left) = 1 / (1 + exp(-(intercept + sum of coefficient * value)))}</pre>
 *
 * <p>exp(coefficient) is the odds ratio of one unit more of a column, all others equal.
 *
 * @param intercept the log odds where all values are 0
 * @param coefficients by name of the column, in the order of the columns
 */
public record LogisticModel(double intercept, Map<String, Double> coefficients) {

  /**
   * Checks and copies the numbers.
   *
   * @param intercept the log odds where all values are 0
   * @param coefficients by name of the column
   * @throws IllegalArgumentException if one is not finite
   */
  public LogisticModel {
    coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
    requireFinite("intercept", intercept);
    coefficients.forEach((name, value) -> requireFinite("coefficient of " + name, value));
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }

  /**
   * Returns the chance that a customer leaves.
   *
   * @param values by name of the column; columns that the model has not are passed over
   * @return from 0 to 1
   * @throws IllegalArgumentException if the value of a column is missing or not finite
   */
  public double probability(Map<String, Double> values) {
    double logOdds = intercept;
    for (Map.Entry<String, Double> coefficient : coefficients.entrySet()) {
      Double value = values.get(coefficient.getKey());
      if (value == null) {
        throw new IllegalArgumentException(
            "values (" + values.keySet() + ") must have " + coefficient.getKey());
      }
      requireFinite(coefficient.getKey(), value);
      logOdds += coefficient.getValue() * value;
    }
    return 1 / (1 + Math.exp(-logOdds));
  }
}
