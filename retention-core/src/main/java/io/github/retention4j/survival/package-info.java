/**
 * How long do customers stay, and what drives it? Lifetimes, of which some are over and others only
 * known to have lasted so long, and what can be said of them all the same.
 *
 * <p>Data: {@link io.github.retention4j.survival.LifetimeSample}, made of arrays or by {@link
 * io.github.retention4j.survival.LifetimeSampler}. How many stay how long: {@link
 * io.github.retention4j.survival.KaplanMeier}. Whether groups differ: {@link
 * io.github.retention4j.survival.LogRankTest}. What drives it: {@link
 * io.github.retention4j.survival.CoxFitter}. For which reason they leave: {@link
 * io.github.retention4j.survival.CumulativeIncidence}. How often something happens: {@link
 * io.github.retention4j.survival.MeanCumulativeCount}. Beyond the last day observed: {@link
 * io.github.retention4j.survival.LifetimeFitter} and {@link
 * io.github.retention4j.survival.LifetimeRegressionFitter}. How good a forecast was: {@link
 * io.github.retention4j.survival.BrierScore}, {@link
 * io.github.retention4j.survival.SurvivalCalibration}.
 *
 * <p>Worked number: of four customers two left after 2 and 5 months, and two are still there after
 * 3 and 6; the share that stays longer than 5 months is estimated as 3/4 * 1/2 = 0.375, not as 2/4.
 * By an exponential lifetime, 2 losses in 16 months altogether, they stay 8 months on average.
 */
@NullMarked
package io.github.retention4j.survival;

import org.jspecify.annotations.NullMarked;
