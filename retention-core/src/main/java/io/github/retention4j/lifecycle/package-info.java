/**
 * Who is new, back, still here or gone, and how often do they come? {@link
 * io.github.retention4j.lifecycle.LifecycleCalculator} gives each customer a state in each period
 * and accounts for growth ({@link io.github.retention4j.lifecycle.GrowthAccounting}); {@link
 * io.github.retention4j.lifecycle.EngagementCalculator} counts daily, weekly and monthly active
 * customers; {@link io.github.retention4j.lifecycle.StickinessCalculator} counts in how many
 * periods each was active; {@link io.github.retention4j.lifecycle.PurchaseIntervals} tells who buys
 * again, and after how long.
 *
 * <p>Definitions: of the customers active in a period those are new who never were before, retained
 * who were in the period before, resurrected who were earlier but not then; churned are those of
 * the period before who are not there now. Stickiness is the mean of daily over monthly active
 * customers. The repeat purchase rate is customers with two purchases or more / customers with one.
 *
 * <p>Worked number: of 100 active in January 70 are so in February, with 20 new and 5 back after a
 * pause; active(t) = 100 + 20 + 5 - 30 = 95, and the quick ratio is (20 + 5) / 30 = 0.83.
 *
 * <p>Trap: to read "churned" as gone for good. It says not active in this period; who buys every
 * other month churns and is resurrected again and again, and both bars grow without anything having
 * happened. A longer period, or {@code attention}, which knows how often each customer comes, tells
 * more. And a quick ratio of 0.83 is no rate: 1 means standing still.
 *
 * <p>Source: the states as in <a
 * href="https://tribecap.co/a-quantitative-approach-to-product-market-fit/">Tribe Capital
 * (2019)</a> and <a href="https://blog.duolingo.com/growth-model-duolingo">Duolingo (2023)</a>.
 */
@NullMarked
package io.github.retention4j.lifecycle;

import org.jspecify.annotations.NullMarked;
