/**
 * What share of customers stayed, or left, over a period? From four counts ({@link
 * io.github.retention4j.retention.CustomerCounts}), from two sets of customers ({@link
 * io.github.retention4j.retention.CustomerMovement}), or from activity and a rule that says when a
 * customer is lost ({@link io.github.retention4j.retention.MovementCalculator}); then {@link
 * io.github.retention4j.retention.RetentionRate} and {@link
 * io.github.retention4j.retention.ChurnRate} with intervals, conversion between period lengths and
 * a test for trend.
 *
 * <p>Worked number: 44 customers at the start of a quarter, 12 acquired and 13 lost leave 43; (43 -
 * 12) / 44 = 31/44 = 70.45 % were retained, with a Wilson 95 % interval from 55.8 % to 81.8 %.
 */
@NullMarked
package io.github.retention4j.retention;

import org.jspecify.annotations.NullMarked;
