/**
 * What share of customers stayed, or left, over a period? From four counts ({@link
 * io.github.retention4j.retention.CustomerCounts}), from two sets of customers ({@link
 * io.github.retention4j.retention.CustomerMovement}), or from activity and a rule that says when a
 * customer is lost ({@link io.github.retention4j.retention.MovementCalculator}); then {@link
 * io.github.retention4j.retention.RetentionRate} and {@link
 * io.github.retention4j.retention.ChurnRate} with intervals, conversion between period lengths and
 * a test for trend.
 *
 * <p>Definitions: retention = (customers at end - acquired) / customers at start, or, from
 * identities, those of the start who are still there / customers at start. Churn at start = 1 -
 * retention; other tools divide by other things, see {@link
 * io.github.retention4j.retention.ChurnDenominator}. Rates compound: retention of n periods is the
 * product of n retentions. Expected lifetime = 1 / churn, if churn does not change with age.
 *
 * <p>Worked number: 44 customers at the start of a quarter, 12 acquired and 13 lost leave 43; (43 -
 * 12) / 44 = 31/44 = 70.45 % were retained, with a Wilson 95 % interval from 55.8 % to 81.8 %.
 *
 * <p>Trap: to divide a yearly rate by 12. Churn of 13/44 = 29.55 % a year is 2.88 % a month, as
 * (31/44)^(1/12) = 97.12 %, and not 2.46 %. The other way round, 95 % a quarter is 81.45 % a year,
 * and not 80 %.
 *
 * <p>Source: <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a> for the
 * interval; of the definitions there is no one source, which is why each has a name.
 */
@NullMarked
package io.github.retention4j.retention;

import org.jspecify.annotations.NullMarked;
