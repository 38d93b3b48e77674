/**
 * The report on one business, section by section. A {@link
 * io.github.retention4j.examples.report.RetentionReport} has its numbers from the library; here
 * they only get words, tables and files.
 */
@NullMarked
package io.github.retention4j.examples.report;

import org.jspecify.annotations.NullMarked;
