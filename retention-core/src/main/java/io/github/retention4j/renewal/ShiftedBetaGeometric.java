package io.github.retention4j.renewal;

import java.util.OptionalDouble;

/**
 * Customers differ in their chance to be lost, which for each stays the same at every renewal.
 *
 * <pre>{@code S(t | theta) = (1 - theta)^t,   theta ~ beta(alpha, beta)
 * S(t) = B(alpha, beta + t) / B(alpha, beta)
 * r(t) = (beta + t - 1) / (alpha + beta + t - 1)}</pre>
 *
 * <p>Retention rises with age because those with a high chance are lost first.
 *
 * @param alpha over 0
 * @param beta over 0
 * @see <a href="https://doi.org/10.1002/dir.20074">Fader and Hardie (2007)</a>
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements RenewalModel {

  /**
   * Checks the parameters.
   *
   * @param alpha over 0
   * @param beta over 0
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public ShiftedBetaGeometric {
    Checks.parameter("alpha", alpha);
    Checks.parameter("beta", beta);
  }

  @Override
  public double logConditionalSurvival(long age, double ahead) {
    return general().logConditionalSurvival(age, ahead);
  }

  /**
   * Returns the expected number of periods of a customer from its last renewal on.
   *
   * <pre>{@code (alpha + beta + age - 1) / (alpha - 1)}</pre>
   *
   * <p>Infinite, and therefore empty, if alpha is at most 1: a few customers practically never
   * leave.
   */
  @Override
  public OptionalDouble expectedLifetime(long age) {
    Checks.count("age", age);
    return alpha <= 1 ? OptionalDouble.empty() : OptionalDouble.of(1 + (beta + age) / (alpha - 1));
  }

  /**
   * Returns the discounted expected lifetime of a customer from its last renewal on.
   *
   * <pre>{@code 2F1(1, beta + age; alpha + beta + age; 1 / (1 + d))}</pre>
   */
  @Override
  public double discountedLifetime(long age, double discount) {
    return general().discountedLifetime(age, discount);
  }

  private BetaDiscreteWeibull general() {
    return new BetaDiscreteWeibull(alpha, beta, 1);
  }
}
