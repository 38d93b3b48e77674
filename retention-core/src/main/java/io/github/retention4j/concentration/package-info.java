/**
 * How much hangs on how few? The share of the largest customers, the Lorenz curve, the Gini index
 * and the 80/20 point of any amount by customer: revenue, margin, recurring revenue; the core
 * customers that make most of it, and those who cost more than they bring.
 *
 * <p>Main types: {@link io.github.retention4j.concentration.ConcentrationCalculator} measures
 * {@link io.github.retention4j.activity.CustomerAmounts}; {@link
 * io.github.retention4j.concentration.Concentration} answers; {@link
 * io.github.retention4j.concentration.UnprofitableCustomers} lists losses after the cost to serve.
 *
 * <p>Worked number: of five customers with USD 1, 1, 1, 1 and 16 the largest, a fifth of them,
 * makes 80 % of the total. The Gini index is 0.6, or 0.75 without the bias of small numbers.
 */
@NullMarked
package io.github.retention4j.concentration;

import org.jspecify.annotations.NullMarked;
