package io.github.retention4j.examples.transactions;

import io.github.retention4j.activity.Rejection;

/**
 * Something in a file or a query that cannot be used.
 *
 * @param kind what is wrong
 * @param line the line on which the row starts, from 1; 1 for the header and the file as a whole;
 *     of a query the number of the row, from 1, and 0 for its head and the query as a whole
 * @param message source, line or row, column, the value and what would be right
 */
public record RowFault(FaultKind kind, long line, String message) {

  /**
   * Returns the row as the library reports what was left out.
   *
   * @return the line as its number, the message as its reason
   */
  public Rejection toRejection() {
    return new Rejection(line, message);
  }
}
