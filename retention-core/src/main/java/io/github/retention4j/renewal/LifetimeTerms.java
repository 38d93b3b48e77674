package io.github.retention4j.renewal;

/**
 * What one customer adds to the log-likelihood: at 0 the value, behind it the derivatives with
 * respect to the parameters in their order.
 */
interface LifetimeTerms {

  /** A customer lost at a renewal: log P(T = period). */
  void lost(int period, double[] terms);

  /** A customer active after some renewals, 1 or more: log S(age). */
  void active(int age, double[] terms);
}
