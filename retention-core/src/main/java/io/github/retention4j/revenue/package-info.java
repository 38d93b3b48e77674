/**
 * What happened to recurring revenue? A {@link io.github.retention4j.revenue.RevenueGrid} has for
 * each customer the revenue at the close of each period, in steps.
 */
@NullMarked
package io.github.retention4j.revenue;

import org.jspecify.annotations.NullMarked;
