package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A gamma/Gompertz/NBD model in which customers buy and leave at rates that hang on what is known
 * of them.
 *
 * <pre>{@code
 * alpha_i = alpha * exp(-sum of purchase coefficient * value),
 * beta_i  = beta  * exp(-sum of attrition coefficient * value)
 * }</pre>
 *
 * <p>A positive coefficient thus means more purchases, or a shorter life: the hazard of leaving is
 * that of the base model times {@code exp(sum of attrition coefficient * value)} at any time, given
 * the customer's own level. How fast it grows, b, is the same for all. Each customer has a {@link
 * GgomNbd} of its own, {@link #of}, which answers all questions, also of a customer who was in no
 * sample.
 *
 * @param base the model of a customer whose covariates are all 0
 * @param purchase how covariates act on the rate of purchase
 * @param attrition how they act on the rate of leaving
 * @see <a href="https://doi.org/10.1287/mnsc.1110.1461">Bemmaor and Glady (2012)</a>
 * @see <a href="http://brucehardie.com/notes/019/">Fader and Hardie (2007), Incorporating
 *     time-invariant covariates into the Pareto/NBD and BG/NBD models</a>
 */
public record GgomNbdWithCovariates(
    GgomNbd base, CovariateEffects purchase, CovariateEffects attrition) {

  /**
   * Checks that all are there.
   *
   * @param base the model of a customer whose covariates are all 0
   * @param purchase how covariates act on the rate of purchase
   * @param attrition how they act on the rate of leaving
   */
  public GgomNbdWithCovariates {
    requireNonNull(base, "base");
    requireNonNull(purchase, "purchase");
    requireNonNull(attrition, "attrition");
  }

  /**
   * Returns the model of a customer.
   *
   * @param values its covariates by name, for example of {@link CustomerCovariates#values}
   * @return the model
   * @throws IllegalArgumentException if a covariate is missing or not finite, or makes a rate
   *     overflow
   */
  public GgomNbd of(Map<String, Double> values) {
    return new GgomNbd(
        base.r(),
        base.alpha() / purchase.factor(values),
        base.b(),
        base.s(),
        base.beta() / attrition.factor(values),
        base.timeScale());
  }
}
