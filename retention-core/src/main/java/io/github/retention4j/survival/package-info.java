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
 * <p>Definitions: a lifetime that is not over yet is censored: it is known to have lasted so long.
 * Customers at risk at a time are those still there and under observation just before it. The
 * hazard is the rate of loss among those at risk. S(t) is the share that stays longer than t;
 * Kaplan-Meier multiplies the shares that stay at each loss, {@code S(t) = product of (1 - lost /
 * at risk)}. The incidence of one reason is the share lost for it by t, while other reasons
 * compete.
 *
 * <p>Worked number: of four customers two left after 2 and 5 months, and two are still there after
 * 3 and 6; the share that stays longer than 5 months is estimated as 3/4 * 1/2 = 0.375, not as 2/4.
 * By an exponential lifetime, 2 losses in 16 months altogether, they stay 8 months on average.
 *
 * <p>Trap: to average the lifetimes of those who left: (2 + 5) / 2 = 3.5 months, where 8 is the
 * estimate, for who stays longest is left out. Another is 1 - Kaplan-Meier for one reason, with
 * losses for others as censored. Of four customers lost on days 1 to 4 for price, service, price
 * and service, that gives 62.5 % lost for price and 100 % for service, 162.5 % together; {@link
 * io.github.retention4j.survival.CumulativeIncidence} gives 50 % and 50 %.
 *
 * <p>Source: <a href="https://doi.org/10.2307/2281868">Kaplan and Meier (1958)</a>; <a
 * href="https://doi.org/10.1111/j.2517-6161.1972.tb00899.x">Cox (1972)</a>; <a
 * href="https://doi.org/10.1214/aos/1176350951">Gray (1988)</a> on reasons.
 */
@NullMarked
package io.github.retention4j.survival;

import org.jspecify.annotations.NullMarked;
