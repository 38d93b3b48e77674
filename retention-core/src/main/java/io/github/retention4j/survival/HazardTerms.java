package io.github.retention4j.survival;

/** Logarithms of survival and hazard of a model with k parameters, with their derivatives. */
interface HazardTerms {

  /**
   * Computes them at a time.
   *
   * @param time over 0, or 0 in families whose hazard is positive there
   * @param terms at 0 ln S, at 1 to k its derivatives with respect to the parameters, at k + 1 ln
   *     h, at k + 2 to 2 k + 1 its derivatives
   */
  void at(double time, double[] terms);
}
