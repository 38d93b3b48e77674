/**
 * From a file to events. {@link io.github.retention4j.examples.csv.TransactionsCsv} reads
 * transactions from CSV; whatever it cannot use it either stops at or counts and reports, with
 * file, line and column. Nothing is dropped in silence.
 */
@NullMarked
package io.github.retention4j.examples.csv;

import org.jspecify.annotations.NullMarked;
