package io.github.retention4j.estimation;

/**
 * What is added to the log-likelihood before its maximum is sought, so that the estimates stay near
 * what was believed before: the logarithm of a prior density. The maximum is then that of the
 * posterior (MAP), not of the likelihood.
 *
 * <p>Densities are over the line of a parameter's range: over {@code log alpha} for a positive one,
 * over {@code logit theta} for a share, over the value itself for a real one.
 */
public sealed interface Penalty permits NoPenalty, RidgePenalty, NormalPriors {

  /**
   * Returns the penalty of one parameter.
   *
   * @param name the name of the parameter
   * @param range its range
   * @param position its place on the line of that range
   * @return the term added to the log-likelihood
   * @throws IllegalArgumentException if the position is not a number
   */
  double valueAt(String name, ParameterRange range, double position);

  /**
   * Returns how fast the penalty of one parameter changes along its line.
   *
   * @param name the name of the parameter
   * @param range its range
   * @param position its place on the line of that range
   * @return the derivative of {@link #valueAt} with respect to the place
   * @throws IllegalArgumentException if the position is not a number
   */
  double slopeAt(String name, ParameterRange range, double position);
}
