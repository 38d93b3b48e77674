/**
 * Retention4J on Apache Spark. {@link io.github.retention4j.examples.spark.SparkRetention} turns a
 * Dataset of (customer, date, amount) into results; {@link
 * io.github.retention4j.examples.spark.RetentionKryo} is for those who run Spark with Kryo.
 */
@NullMarked
package io.github.retention4j.examples.spark;

import org.jspecify.annotations.NullMarked;
