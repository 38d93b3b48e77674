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
 * <p>Definitions: the Lorenz curve has, for each share of customers from the smallest up, their
 * share of the total. The Gini index is twice the area between it and the diagonal: 0 if all are
 * alike. The 80/20 point is the share of customers that makes the rest, such as 20 % that make 80
 * %.
 *
 * <p>Worked number: of five customers with USD 1, 1, 1, 1 and 16 the largest, a fifth of them,
 * makes 80 % of the total. The Gini index is 0.6, or 0.75 without the bias of small numbers.
 *
 * <p>Trap: negative amounts. Where some customers cost more than they bring, the largest make more
 * than 100 % of the total, and a Gini index may pass 1; so such amounts are refused unless asked
 * for. And an index of few customers is too small by n / (n - 1).
 *
 * <p>Source: Lorenz (1905), Methods of measuring the concentration of wealth; Gini (1912),
 * Variabilita e mutabilita.
 */
@NullMarked
package io.github.retention4j.concentration;

import org.jspecify.annotations.NullMarked;
