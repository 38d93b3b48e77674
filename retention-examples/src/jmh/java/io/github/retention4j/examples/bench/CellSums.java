package io.github.retention4j.examples.bench;

/**
 * What a triangle comes to, enough to tell a wrong one.
 *
 * @param cells its cells
 * @param customers the sum of their customers
 * @param ages the sum of age times customers
 */
record CellSums(long cells, long customers, long ages) {

  /** Stops a benchmark that would measure a wrong answer. */
  void require(CellSums expected) {
    if (!equals(expected)) {
      throw new IllegalStateException(this + " must be " + expected);
    }
  }
}
