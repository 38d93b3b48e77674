/**
 * How many purchases will a customer make who may leave without a word? Buy-till-you-die models of
 * purchases and of spend, fitted on the purchase histories of customers.
 *
 * <p>Main types: {@link io.github.retention4j.purchase.PurchaseSample}, {@link
 * io.github.retention4j.purchase.PurchaseHistory}, {@link
 * io.github.retention4j.purchase.PurchaseModel}. What they pay at a time is told by {@link
 * io.github.retention4j.purchase.GammaGamma}, purchases at discrete opportunities by {@link
 * io.github.retention4j.purchase.BgBb}.
 *
 * <p>Definitions: of a customer one needs the number x of its purchases after the first, the time
 * t_x of the last of them and the time T since the first, both in one unit and counted from the
 * first purchase. P(alive) is the chance that it has not left by T. Nobody sees who leaves; silence
 * tells how likely it is.
 *
 * <p>Worked number: of the CDNOW customers (r 0.243, alpha 4.414, a 0.793, b 2.426 in weeks) one
 * that came back twice, last after 30.43 of 38.86 weeks, is expected to buy 1.226 times in the next
 * 39; the chance that it is still a customer is 72.7 %. Seven purchases until then would make the
 * same silence more telling: 68.9 %.
 *
 * <p>Trap: to count the first purchase among the x, or the last as "days ago". RFM says recency for
 * the time since the last purchase, these models for the time from the first to the last; the one
 * fed for the other makes the best customers the worst. Nor does the mean number of purchases a
 * week of all times tell what is to come: it forgets that some have left.
 *
 * <p>Source: <a href="https://doi.org/10.1287/mnsc.33.1.1">Schmittlein, Morrison and Colombo
 * (1987)</a>; <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie and Lee (2005)</a>,
 * whose parameters of CDNOW are those above; <a
 * href="https://doi.org/10.1509/jmkr.2005.42.4.415">Fader, Hardie and Lee (2005b)</a> on what they
 * spend.
 */
@NullMarked
package io.github.retention4j.purchase;

import org.jspecify.annotations.NullMarked;
