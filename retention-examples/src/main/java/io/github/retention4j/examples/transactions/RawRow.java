package io.github.retention4j.examples.transactions;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line the line on which it starts, from 1
 * @param fields its fields, quotes removed
 */
record RawRow(long line, List<String> fields) {

  /** Tells whether the line holds nothing but blanks. */
  boolean isBlank() {
    return fields.size() == 1 && fields.get(0).isBlank();
  }
}
