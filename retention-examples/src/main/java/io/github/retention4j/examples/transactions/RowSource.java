package io.github.retention4j.examples.transactions;

/** Rows of text, the first of which names the columns. */
interface RowSource {

  /** What becomes of a row. */
  interface Visitor {
    void row(RawRow row);

    void malformed(long line, String reason);
  }

  Source source();

  /** Goes through all rows; whatever keeps it from doing so is a {@link RowFaultException}. */
  void visit(Visitor visitor);
}
