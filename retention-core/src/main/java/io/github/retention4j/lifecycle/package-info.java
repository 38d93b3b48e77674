/**
 * Who is new, back, still here or gone, and how often do they come? {@link
 * io.github.retention4j.lifecycle.LifecycleCalculator} gives each customer a state in each period
 * and accounts for growth ({@link io.github.retention4j.lifecycle.GrowthAccounting}); {@link
 * io.github.retention4j.lifecycle.EngagementCalculator} counts daily, weekly and monthly active
 * customers; {@link io.github.retention4j.lifecycle.StickinessCalculator} counts in how many
 * periods each was active; {@link io.github.retention4j.lifecycle.PurchaseIntervals} tells who buys
 * again, and after how long.
 *
 * <p>Worked number: of 100 active in January 70 are so in February, with 20 new and 5 back after a
 * pause; active(t) = 100 + 20 + 5 - 30 = 95, and the quick ratio is (20 + 5) / 30 = 0.83.
 */
@NullMarked
package io.github.retention4j.lifecycle;

import org.jspecify.annotations.NullMarked;
