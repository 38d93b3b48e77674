package io.github.retention4j.renewal;

import java.util.OptionalDouble;

/**
 * Every customer is lost at every renewal with the same chance: retention does not hang on age.
 *
 * <pre>{@code S(t) = (1 - theta)^t}</pre>
 *
 * @param theta the chance to be lost at a renewal, between 0 and 1
 */
public record GeometricLifetime(double theta) implements RenewalModel {

  /**
   * Checks the parameter.
   *
   * @param theta the chance to be lost at a renewal
   * @throws IllegalArgumentException if theta is not between 0 and 1
   */
  public GeometricLifetime {
    Checks.share("theta", theta);
  }

  @Override
  public double logConditionalSurvival(long age, double ahead) {
    Checks.count("age", age);
    return Checks.ahead(ahead) * Math.log1p(-theta);
  }

  @Override
  public OptionalDouble expectedLifetime(long age) {
    Checks.count("age", age);
    return OptionalDouble.of(1 / theta);
  }

  @Override
  public double discountedLifetime(long age, double discount) {
    Checks.count("age", age);
    return (1 + Checks.positive("discount", discount)) / (discount + theta);
  }
}
