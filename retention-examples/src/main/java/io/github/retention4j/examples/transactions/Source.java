package io.github.retention4j.examples.transactions;

/** Where rows come from, for people: a name, and what its rows are called. */
record Source(String name, String rowWord) {

  static Source ofLines(String name) {
    return new Source(name, "line");
  }

  static Source ofRows(String name) {
    return new Source(name, "row");
  }

  /** For example {@code orders.csv line 7}; the name alone for number 0, the head of a query. */
  String at(long number) {
    return number == 0 ? name : name + " " + rowWord + " " + number;
  }
}
