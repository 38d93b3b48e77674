/**
 * How long do customers stay, and what drives it? Lifetimes, of which some are over and others only
 * known to have lasted so long, and what can be said of them all the same.
 *
 * <p>Main types: {@link io.github.retention4j.survival.LifetimeSample}, {@link
 * io.github.retention4j.survival.KaplanMeier}, {@link io.github.retention4j.survival.LogRankTest}.
 *
 * <p>Worked number: of four customers two left after 2 and 5 months, and two are still there after
 * 3 and 6; the share that stays 5 months or longer than that is estimated as 3/4 * 1/2 = 0.375, not
 * as 2/4.
 *
 * <p>Formulas for lifetimes, with which to look beyond the last day observed: {@link
 * io.github.retention4j.survival.LifetimeModel}, {@link
 * io.github.retention4j.survival.LifetimeFitter}, {@link
 * io.github.retention4j.survival.LifetimeModelComparator} and {@link
 * io.github.retention4j.survival.LifetimeRegressionFitter}. Of the same four customers 2 left in 16
 * months altogether, so that an exponential lifetime is 8 months on average.
 */
@NullMarked
package io.github.retention4j.survival;

import org.jspecify.annotations.NullMarked;
