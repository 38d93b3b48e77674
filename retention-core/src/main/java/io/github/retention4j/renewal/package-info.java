/**
 * How long do contracts live? Models of customers who at the end of each period renew or are lost,
 * as with subscriptions: the loss is seen, and who has gone stays away.
 *
 * <p>Main types: {@link io.github.retention4j.renewal.ShiftedBetaGeometric}, {@link
 * io.github.retention4j.renewal.BetaDiscreteWeibull}, {@link
 * io.github.retention4j.renewal.RenewalSample}. A fitter makes the first two of the third.
 *
 * <p>Definitions: r(t) is the share that renews for the t-th time of those who renewed before; S(t)
 * = r(1) r(2) ... r(t) is the share still there after t renewals. In the shifted-beta-geometric
 * model each customer has its own fixed chance to leave, beta-distributed, and r(t) = (beta + t -
 * 1) / (alpha + beta + t - 1).
 *
 * <p>Worked number: of the "high end" customers of Fader and Hardie (2007), alpha 0.668 and beta
 * 3.806, a share of 3.806 / 4.474 = 0.8507 renews for the first time and 4.806 / 5.474 = 0.8780 of
 * those for the second: retention rises with age although no customer changes.
 *
 * <p>Trap: to carry the first retention on. At 0.8507 each time 27.4 % would be left after eight
 * renewals; by the model 46.0 % are, for those most ready to leave went first. 1 / churn = 6.7
 * periods is then no mean lifetime: with alpha below 1 that mean is not finite.
 *
 * <p>Source: <a href="https://doi.org/10.1002/dir.20074">Fader and Hardie (2007), How to project
 * customer retention</a>; <a href="https://doi.org/10.1287/mksc.1080.0482">Fader and Hardie
 * (2010)</a> on what it is worth.
 */
@NullMarked
package io.github.retention4j.renewal;

import org.jspecify.annotations.NullMarked;
