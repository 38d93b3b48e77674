package io.github.retention4j.renewal;

import io.github.retention4j.internal.numeric.LogBeta;
import java.util.OptionalDouble;

/**
 * Customers differ in their chance to be lost, and that chance changes with the age of the
 * contract: it rises where c is over 1, and falls where it is under 1.
 *
 * <pre>{@code S(t | theta) = (1 - theta)^(t^c),   theta ~ beta(alpha, beta)
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta)}</pre>
 *
 * <p>With c = 1 it is the {@link ShiftedBetaGeometric}.
 *
 * @param alpha over 0
 * @param beta over 0
 * @param c over 0
 * @see <a href="https://doi.org/10.1016/j.intmar.2018.01.002">Fader, Hardie, Liu, Davin and
 *     Steenburgh (2018)</a>
 */
public record BetaDiscreteWeibull(double alpha, double beta, double c) implements RenewalModel {

  /**
   * Checks the parameters.
   *
   * @param alpha over 0
   * @param beta over 0
   * @param c over 0
   * @throws IllegalArgumentException if a parameter is not from 1e-100 to 1e100
   */
  public BetaDiscreteWeibull {
    Checks.parameter("alpha", alpha);
    Checks.parameter("beta", beta);
    Checks.parameter("c", c);
  }

  @Override
  public double logConditionalSurvival(long age, double ahead) {
    double from = Math.pow((double) Checks.count("age", age), c);
    double to = Math.pow(age + Checks.ahead(ahead), c);
    return to < Double.MAX_VALUE
        ? -LogBeta.logConvexity(beta + from, alpha, to - from)
        : logFarSurvival(age, ahead, from);
  }

  /** So far out that the power is more than a double holds, survival falls as t^(-alpha c). */
  private double logFarSurvival(long age, double ahead, double from) {
    if (!(from < Double.MAX_VALUE)) {
      return -alpha * c * Math.log1p(ahead / age);
    }
    double beyond = c * Math.log(age + ahead) - Math.log(Double.MAX_VALUE);
    return -LogBeta.logConvexity(beta + from, alpha, Double.MAX_VALUE - from) - alpha * beyond;
  }

  /**
   * Returns the expected number of periods of a customer from its last renewal on.
   *
   * <p>Survival falls as {@code t^(-alpha c)} in the end, so that it is finite if {@code alpha c}
   * is over 1.
   */
  @Override
  public OptionalDouble expectedLifetime(long age) {
    Checks.count("age", age);
    if (alpha * c <= 1) {
      return OptionalDouble.empty();
    }
    double sum = new SurvivalSum(k -> logConditionalSurvival(age, k), 0).value(alpha * c);
    return Double.isInfinite(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }

  @Override
  public double discountedLifetime(long age, double discount) {
    Checks.count("age", age);
    double force = Math.log1p(Checks.positive("discount", discount));
    return new SurvivalSum(k -> logConditionalSurvival(age, k), force).value(alpha * c);
  }
}
