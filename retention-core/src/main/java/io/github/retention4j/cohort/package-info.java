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
 * <p>Definitions: a cohort is all customers that started in the same period, which is age 0. The
 * cell of an age is its members active then / its members, and is observed once the whole period
 * lies before the end of observation. "Active then" has five readings, see {@link
 * io.github.retention4j.cohort.AgeMeasure}. The pooled rate of an age divides the active by the
 * members, of all cohorts observed at that age.
 *
 * <p>Worked number: of 10 customers that began in January 6 were active in February, of 30 that
 * began in February 12 were in March. Age 1 is 6/10 and 12/30, pooled 18/40 = 45 %.
 *
 * <p>Trap: to count the cells that are not over yet as zero. If 20 more began in March and April is
 * running, age 1 would be 18/60 = 30 %: the newest cohorts always look the worst, and every month
 * the chart "falls" at its right edge. Another is the average of averages: the mean of 60 % and 40
 * % is 50 %, and answers what the mean cohort does, not what the mean customer does. {@link
 * io.github.retention4j.cohort.CohortAverage} has both, by name.
 *
 * <p>Source: the word as in <a href="https://doi.org/10.2307/2090964">Ryder (1965), The cohort as a
 * concept in the study of social change</a>; the measures as product tools have them, see the
 * glossary.
 */
@NullMarked
package io.github.retention4j.cohort;

import org.jspecify.annotations.NullMarked;
