package io.github.retention4j.internal.mle;

/**
 * The log-likelihood of a sample as a sum over rows, each a customer or a group of equal customers
 * with a weight. The model holds the rows.
 */
public interface RowLikelihood {

  /**
   * Returns the number of rows.
   *
   * @return at least 1
   */
  int rows();

  /**
   * Prepares the sum at some parameters; tables that all rows share are computed here, once.
   *
   * @param parameters in the order and scale of the paper; not to be changed
   * @return the sum
   */
  RowSum at(double[] parameters);

  /**
   * Tells whether the likelihood tends to a finite limit wherever parameters run to the ends of
   * their ranges. Such an end is warned of; others are refused while the likelihood rises there.
   *
   * @return false unless a model knows better
   */
  default boolean hasLimits() {
    return false;
  }

  /**
   * Returns how many rows one thread sums before it takes the next ones. Rows that cost much ask
   * for few, so that no thread is left waiting.
   *
   * @return at least 1; does not hang on the number of threads
   */
  default int rowsAtOnce() {
    return 4096;
  }

  /** The sum at some parameters. Called from several threads at once, for different rows. */
  interface RowSum {

    /**
     * Adds some rows. Where the likelihood cannot be computed, NaN or an infinity is added; the
     * search then turns back. No exception is thrown for parameters within their ranges.
     *
     * @param from the first row
     * @param toExclusive the row after the last
     * @param sums at 0 the log-likelihood, at {@code 1 + i} its derivative with respect to the i-th
     *     parameter in the scale of the paper
     */
    void add(int from, int toExclusive, double[] sums);
  }
}
