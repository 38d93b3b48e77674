package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.ParameterRange;

/**
 * A parameter of a model.
 *
 * @param name its name in the paper
 * @param range what values it may take
 */
public record Parameter(String name, ParameterRange range) {

  /**
   * Returns a parameter over 0.
   *
   * @param name its name in the paper
   * @return the parameter
   */
  public static Parameter positive(String name) {
    return new Parameter(name, ParameterRange.POSITIVE);
  }

  /**
   * Returns a parameter between 0 and 1.
   *
   * @param name its name in the paper
   * @return the parameter
   */
  public static Parameter share(String name) {
    return new Parameter(name, ParameterRange.SHARE);
  }

  /**
   * Returns a parameter that may be any number.
   *
   * @param name its name in the paper
   * @return the parameter
   */
  public static Parameter real(String name) {
    return new Parameter(name, ParameterRange.REAL);
  }
}
