package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A BG/NBD model in which buying and leaving hang on what is known of the customers.
 *
 * <pre>{@code
 * alpha_i = alpha * exp(-sum of purchase coefficient * value),
 * a_i     = a * exp(sum of attrition coefficient * value),
 * b_i     = b * exp(sum of staying coefficient * value)
 * }</pre>
 *
 * <p>A positive purchase coefficient thus means more purchases. Customers leave after their first
 * repeat purchase with a mean chance a_i / (a_i + b_i).
 *
 * <p>Attrition and staying coefficients may be the same ({@link AttritionForm#COMMON_FACTOR}). All
 * customers then leave with the same mean chance a / (a + b); a positive coefficient makes
 * customers more alike around it, so that those who stay for long leave sooner than others of their
 * kind would. Else ({@link AttritionForm#OWN_FACTORS}) an attrition coefficient over that of
 * staying means a shorter life.
 *
 * <p>Each customer has a BG/NBD model of its own, {@link #of}, which answers all questions, also of
 * a customer who was in no sample.
 *
 * @param base the model of a customer whose covariates are all 0
 * @param purchase how covariates act on the rate of purchase
 * @param attrition how they act on a
 * @param staying how they act on b
 * @see <a href="http://brucehardie.com/notes/019/">Fader and Hardie (2007), Incorporating
 *     time-invariant covariates into the Pareto/NBD and BG/NBD models</a>
 */
public record BgNbdWithCovariates(
    BgNbd base, CovariateEffects purchase, CovariateEffects attrition, CovariateEffects staying) {

  /**
   * Checks that all are there.
   *
   * @param base the model of a customer whose covariates are all 0
   * @param purchase how covariates act on the rate of purchase
   * @param attrition how they act on a
   * @param staying how they act on b
   */
  public BgNbdWithCovariates {
    requireNonNull(base, "base");
    requireNonNull(purchase, "purchase");
    requireNonNull(attrition, "attrition");
    requireNonNull(staying, "staying");
  }

  /**
   * Creates a model in which covariates act on a and b by the same coefficients.
   *
   * @param base the model of a customer whose covariates are all 0
   * @param purchase how covariates act on the rate of purchase
   * @param attrition how they act on a and b
   */
  public BgNbdWithCovariates(BgNbd base, CovariateEffects purchase, CovariateEffects attrition) {
    this(base, purchase, attrition, attrition);
  }

  /**
   * Returns the model of a customer.
   *
   * @param values its covariates by name, for example of {@link CustomerCovariates#values}
   * @return the model
   * @throws IllegalArgumentException if a covariate is missing or not finite, or makes a parameter
   *     overflow
   */
  public BgNbd of(Map<String, Double> values) {
    return new BgNbd(
        base.r(),
        base.alpha() / purchase.factor(values),
        base.a() * attrition.factor(values),
        base.b() * staying.factor(values),
        base.timeScale());
  }
}
