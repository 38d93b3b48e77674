package io.github.retention4j.examples;

import io.github.retention4j.examples.transactions.TransactionReader;
import io.github.retention4j.examples.transactions.Transactions;
import java.util.function.Function;

/**
 * What is to be read and how.
 *
 * @param name what the report calls it
 * @param reader knows columns and forms
 * @param door lets a reader read it
 */
record Input(
    String name, TransactionReader reader, Function<TransactionReader, Transactions> door) {

  Transactions read() {
    return door.apply(reader);
  }

  /** Reads, and shows how far it is. */
  Transactions read(ProgressBars bars) {
    return door.apply(reader.with(bars.whileOpening()).withListener(bars.whileQuerying()));
  }
}
