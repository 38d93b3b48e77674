/**
 * How is the calendar cut? A {@link io.github.retention4j.time.PeriodAxis} is a row of adjoining
 * periods: days, weeks, months, quarters, years, fiscal and retail years, or boundaries of your
 * own. A period is an index on an axis. {@link io.github.retention4j.time.Granularity} names a
 * period's length, and {@link io.github.retention4j.time.BusinessZone} turns instants into business
 * days, once, at the door.
 *
 * <p>Definitions: a range is half-open, with its first day in and its last day out. A period is
 * complete if the end of observation is not before its own end, and open until then. Only days and
 * weeks, and months, quarters and years, convert into each other: a month has no fixed number of
 * days.
 *
 * <p>Worked number: the months that cover 2024-01-15 to 2024-03-01 (exclusive) are 2024-01 and
 * 2024-02; on 2024-02-10 only the first is complete. An order at 2024-01-31T23:30:00Z belongs to
 * January in London and to February in Berlin.
 *
 * <p>Trap: to take the date of an instant in UTC, or in the zone of the machine, where the business
 * lives in another. The orders of an evening go to the next day, those of the last evening to
 * another month, and the first cohort of each month is wrong by some customers. A {@link
 * io.github.retention4j.time.BusinessZone} is asked for once, where events come in.
 *
 * <p>Source: ISO 8601 for weeks; the rules of the IANA time zones as java.time has them.
 */
@NullMarked
package io.github.retention4j.time;

import org.jspecify.annotations.NullMarked;
