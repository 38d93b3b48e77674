/**
 * Who did what when? An {@link io.github.retention4j.activity.EventCollector} takes events at the
 * door and checks them; the {@link io.github.retention4j.activity.EventLog} keeps them, customer by
 * customer; an {@link io.github.retention4j.activity.ActivityGrid} is what calculators read: for
 * each customer the periods in which it was active, as sparse rows, and {@link
 * io.github.retention4j.activity.AmountGrid} has what it paid in each of them. {@link
 * io.github.retention4j.activity.ActivityAccumulator} builds a grid from a stream or from parts,
 * without keeping the events, {@link io.github.retention4j.activity.AmountAccumulator} one with
 * amounts. {@link io.github.retention4j.activity.ActivitySpans} tell the first and the last active
 * period of each customer alone.
 *
 * <p>The end of observation is part of the data, never the clock: the first day about which nothing
 * is known. It decides which periods are complete.
 *
 * <p>Definitions: a customer is active in a period if it has at least one event in it. Events on
 * one day are as many as were given. Whether somebody is active is not told by totals: merging
 * presence twice changes nothing, merging counts twice counts twice.
 *
 * <p>Worked number: with events of one customer on 2024-01-05, 2024-01-20 and 2024-03-02 and
 * observation until 2024-03-10, its row on a month axis from January has the periods 0 (two events)
 * and 2 (one), and two periods are complete: March is not.
 *
 * <p>Trap: to take the date of the last event for the end of observation. The silence after it is
 * then never seen, everybody seems to be active to the end, and churn of the last months comes out
 * too low; or to leave the running month in, where it comes out too high.
 *
 * <p>Source: the definitions are the library's own.
 */
@NullMarked
package io.github.retention4j.activity;

import org.jspecify.annotations.NullMarked;
