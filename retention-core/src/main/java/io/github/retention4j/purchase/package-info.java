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
 * <p>Worked number: of the CDNOW customers (r 0.243, alpha 4.414, a 0.793, b 2.426 in weeks) one
 * that came back twice, last after 30.43 of 38.86 weeks, is expected to buy 1.226 times in the next
 * 39.
 */
@NullMarked
package io.github.retention4j.purchase;

import org.jspecify.annotations.NullMarked;
