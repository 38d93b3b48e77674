/**
 * Where sample data come from: {@link io.github.retention4j.examples.shop.SampleShop} simulates a
 * shop, {@link io.github.retention4j.examples.shop.SampleTelco} a telephone company and {@link
 * io.github.retention4j.examples.shop.SampleSubscriptions} a subscription business, the same ones
 * on every machine.
 */
@NullMarked
package io.github.retention4j.examples.shop;

import org.jspecify.annotations.NullMarked;
