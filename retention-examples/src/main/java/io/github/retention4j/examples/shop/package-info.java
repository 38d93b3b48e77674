/**
 * Where sample data come from: {@link io.github.retention4j.examples.shop.SampleShop} simulates a
 * shop and {@link io.github.retention4j.examples.shop.SampleTelco} a telephone company, the same
 * ones on every machine.
 */
@NullMarked
package io.github.retention4j.examples.shop;

import org.jspecify.annotations.NullMarked;
