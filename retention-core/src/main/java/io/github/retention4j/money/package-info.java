/**
 * What is an amount? {@link io.github.retention4j.money.Money} is a fact: exact decimal, it adds up
 * to the cent. {@link io.github.retention4j.money.MonetaryEstimate} is a forecast: a double with
 * its currency. Only {@link io.github.retention4j.money.Money#toEstimate()} crosses, one way, and
 * currencies never mix.
 *
 * <p>Worked number: {@code Money.of("USD", "49.90").plus(Money.of("USD", "0.10"))} equals {@code
 * Money.of("USD", "50")}.
 */
@NullMarked
package io.github.retention4j.money;

import org.jspecify.annotations.NullMarked;
