/**
 * What will customers be worth?
 *
 * <p>{@link io.github.retention4j.clv.LifetimeValueCalculator} turns a {@link
 * io.github.retention4j.clv.PeriodicMargin} and a retention rate, or an observed {@link
 * io.github.retention4j.clv.RetentionCurve}, into a value. The closed formulas go by name, {@link
 * io.github.retention4j.clv.LifetimeValueFormula}, since they differ by when the first margin
 * comes. {@link io.github.retention4j.clv.HistoricValueCalculator} adds up what customers have been
 * worth so far. Where customers buy without a contract, {@link
 * io.github.retention4j.clv.ModelLifetimeValueCalculator} takes the purchases to come from a model,
 * and what they bring from another, also for a customer not yet won; {@link
 * io.github.retention4j.clv.OpportunityLifetimeValueCalculator} does so where they buy at discrete
 * opportunities. {@link io.github.retention4j.clv.ObservedCurve} keeps the customers behind a
 * curve, for intervals of value and payback. {@link io.github.retention4j.clv.LifetimeValueToCost}
 * and {@link io.github.retention4j.clv.PaybackCalculator} set the value against the cost of
 * acquiring a customer.
 *
 * <p>Definitions: m is the margin of a period, r the retention and d the discount rate of the same
 * period. The value is the sum of margins, each times the chance that the customer is still there
 * and discounted by (1 + d) a period: m r / (1 + d - r) if the first comes after the first renewal,
 * m / (1 + d - r) if at the end of the first period, m (1 + d) / (1 + d - r) if now, m / (1 - r)
 * undiscounted.
 *
 * <p>Worked number: at a margin of 100 a year, a retention of 0.8 a year and a discount rate of 0.1
 * a year a customer is worth 266.67 if the first margin comes after the first renewal, 333.33 if it
 * comes for certain at the end of the first year, 366.67 if it comes now, and 500 undiscounted. At
 * an acquisition cost of 100 the first is an LTV:CAC of 2.67, and the cost is paid back after one
 * year.
 *
 * <p>Trap: three of them. To mix periods, such as a margin by the month with a retention by the
 * year. To take revenue for margin. And not to say when the first margin comes, which here moves
 * the value from 266.67 to 366.67; LTV:CAC as often quoted takes the largest.
 *
 * <p>Source: <a href="http://brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and
 * clarifying CLV formulas</a>.
 */
@NullMarked
package io.github.retention4j.clv;

import org.jspecify.annotations.NullMarked;
