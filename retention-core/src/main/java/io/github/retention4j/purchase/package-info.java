/**
 * How many purchases will a customer make who may leave without a word? Buy-till-you-die models of
 * purchases and of spend, fitted on the purchase histories of customers.
 *
 * <p>Main types: {@link io.github.retention4j.purchase.PurchaseSample}, {@link
 * io.github.retention4j.purchase.PurchaseHistory}, {@link
 * io.github.retention4j.purchase.PurchaseModel}. What they pay at a time is told by {@link
 * io.github.retention4j.purchase.GammaGamma}, purchases at discrete opportunities by {@link
 * io.github.retention4j.purchase.BgBb}.
 */
@NullMarked
package io.github.retention4j.purchase;

import org.jspecify.annotations.NullMarked;
