/**
 * From a file or a database to events. {@link
 * io.github.retention4j.examples.transactions.TransactionReader} reads transactions from CSV, from
 * Parquet or from any query by JDBC; whatever it cannot use it either stops at or counts and
 * reports, with source, row and column. Nothing is dropped in silence.
 */
@NullMarked
package io.github.retention4j.examples.transactions;

import org.jspecify.annotations.NullMarked;
