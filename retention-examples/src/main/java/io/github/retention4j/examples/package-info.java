/**
 * Retention4J at work. {@link io.github.retention4j.examples.RetentionJob} reads transactions and
 * writes a report on who stays and what they are worth.
 */
@NullMarked
package io.github.retention4j.examples;

import org.jspecify.annotations.NullMarked;
