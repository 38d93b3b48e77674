/**
 * Who started together, and how many come back at each age? A {@link
 * io.github.retention4j.cohort.CohortCalculator} takes the choices by name: what makes a start, a
 * {@link io.github.retention4j.cohort.CohortRule}, and what counts as back, a {@link
 * io.github.retention4j.cohort.CohortMeasure}. Its {@link io.github.retention4j.cohort.CohortTable}
 * has a row for each cohort and a column for each age, and its cells are observed or not yet
 * observed, never a made-up zero. {@link io.github.retention4j.cohort.CohortCurve} reads one row,
 * or all rows pooled, as a curve. A {@link io.github.retention4j.cohort.CohortAmountCalculator}
 * fills the same rows and columns with money: what members paid, in all and on average, at each age
 * or up to it.
 *
 * <p>Where age is not counted in calendar periods but in time elapsed since each customer's own
 * start, such as 24 hours, an {@link io.github.retention4j.cohort.ElapsedCohortCalculator} makes
 * the same kind of table.
 *
 * <p>Worked number: of 10 customers that began in January 6 were active in February, of 30 that
 * began in February 18 were in March. Age 1 is 6/10 and 18/30, pooled 24/40 = 60 %.
 */
@NullMarked
package io.github.retention4j.cohort;

import org.jspecify.annotations.NullMarked;
