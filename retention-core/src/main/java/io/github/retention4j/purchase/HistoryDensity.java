package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood.RowSum;

/**
 * The log-likelihood of one history under a model whose customers buy at gamma distributed rates of
 * scale alpha and leave at ones of scale beta. Not thread-safe.
 */
interface HistoryDensity {

  /** A model: which of its parameters is beta, and how to compute it at some parameters. */
  interface Model {

    /** The index of beta; r is the first and alpha the second parameter. */
    int beta();

    /** Whether a history cannot have a likelihood without bound. */
    boolean hasLimits();

    /** Returns the density at all parameters but alpha and beta. */
    HistoryDensity at(double[] parameters);
  }

  /**
   * Writes the log-likelihood and then its derivatives by the parameters, as {@link RowSum} adds
   * them up.
   */
  void write(Rising rising, double alpha, double beta, double recency, double age, double[] result);
}
