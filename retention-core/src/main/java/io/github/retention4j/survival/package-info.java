/**
 * How long do customers stay, and what drives it? Lifetimes, of which some are over and others only
 * known to have lasted so long, and what can be said of them all the same.
 *
 * <p>Main types: {@link io.github.retention4j.survival.LifetimeSample}, {@link
 * io.github.retention4j.survival.LifetimeEnd}, {@link io.github.retention4j.survival.KaplanMeier}.
 *
 * <p>Worked number: of four customers two left after 2 and 5 months, and two are still there after
 * 3 and 6; the share that stays 5 months or longer than that is estimated as 3/4 * 1/2 = 0.375, not
 * as 2/4.
 */
@NullMarked
package io.github.retention4j.survival;

import org.jspecify.annotations.NullMarked;
