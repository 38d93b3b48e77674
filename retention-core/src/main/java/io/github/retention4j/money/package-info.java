/**
 * What is an amount? {@link io.github.retention4j.money.Money} is a fact: exact decimal, it adds up
 * to the cent. {@link io.github.retention4j.money.MonetaryEstimate} is a forecast: a double with
 * its currency. Only {@link io.github.retention4j.money.Money#toEstimate()} crosses, one way, and
 * currencies never mix.
 *
 * <p>Definitions: an amount is exact and has one scale, so that 10.0 equals 10.00; nothing is
 * rounded but by who shows it. An estimate has the relative error of a double, about 1e-16.
 *
 * <p>Worked number: {@code Money.of("USD", "49.90").plus(Money.of("USD", "0.10"))} equals {@code
 * Money.of("USD", "50")}. As doubles 0.1 + 0.2 is 0.30000000000000004, as money it is 0.30.
 *
 * <p>Trap: to keep amounts as doubles and round at the end. A bridge of recurring revenue then
 * misses its closing by a cent here and there, and nobody can tell whether that is rounding or a
 * lost customer.
 *
 * <p>Source: <a href="https://doi.org/10.1145/103162.103163">Goldberg (1991), What every computer
 * scientist should know about floating-point arithmetic</a>; ISO 4217 for the codes of currencies.
 */
@NullMarked
package io.github.retention4j.money;

import org.jspecify.annotations.NullMarked;
