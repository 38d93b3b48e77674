/**
 * How is the calendar cut? A {@link io.github.retention4j.time.PeriodAxis} is a row of adjoining
 * periods: days, weeks, months, quarters, years, fiscal and retail years, or boundaries of your
 * own. A period is an index on an axis. {@link io.github.retention4j.time.Granularity} names a
 * period's length, and {@link io.github.retention4j.time.BusinessZone} turns instants into business
 * days, once, at the door.
 *
 * <p>Worked number: the months that cover 2024-01-15 to 2024-03-01 (exclusive) are 2024-01 and
 * 2024-02; on 2024-02-10 only the first is complete.
 */
@NullMarked
package io.github.retention4j.time;

import org.jspecify.annotations.NullMarked;
