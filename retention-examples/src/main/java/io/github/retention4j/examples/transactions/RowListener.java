package io.github.retention4j.examples.transactions;

/** Is told how many rows of a query were read, so that somebody may watch. */
@FunctionalInterface
public interface RowListener {

  /**
   * Tells how far it is. Called now and then, and at the end.
   *
   * @param rows how many rows were read so far
   */
  void rowsRead(long rows);
}
