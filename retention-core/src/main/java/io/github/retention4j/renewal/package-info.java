/**
 * How long do contracts live? Models of customers who at the end of each period renew or are lost,
 * as with subscriptions: the loss is seen, and who has gone stays away.
 *
 * <p>Main types: {@link io.github.retention4j.renewal.ShiftedBetaGeometric}, {@link
 * io.github.retention4j.renewal.BetaDiscreteWeibull}, {@link
 * io.github.retention4j.renewal.RenewalSample}. A fitter makes the first two of the third.
 *
 * <p>Worked number: of the "high end" customers of Fader and Hardie (2007), alpha 0.668 and beta
 * 3.806, a share of 3.806 / 4.474 = 0.8507 renews for the first time and 4.806 / 5.474 = 0.8780 of
 * those for the second: retention rises with age although no customer changes.
 */
@NullMarked
package io.github.retention4j.renewal;

import org.jspecify.annotations.NullMarked;
