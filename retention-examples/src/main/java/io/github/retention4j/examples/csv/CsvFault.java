package io.github.retention4j.examples.csv;

import io.github.retention4j.activity.Rejection;

/**
 * Something in a file that cannot be used.
 *
 * @param kind what is wrong
 * @param line the line on which the row starts, from 1; 1 for the header and the file as a whole
 * @param message file, line, column, the value and what would be right
 */
public record CsvFault(FaultKind kind, long line, String message) {

  /**
   * Returns the row as the library reports what was left out.
   *
   * @return the line as its number, the message as its reason
   */
  public Rejection toRejection() {
    return new Rejection(line, message);
  }
}
