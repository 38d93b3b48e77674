/**
 * Where sample data come from: {@link io.github.retention4j.examples.shop.SampleShop} simulates a
 * shop, the same one on every machine.
 */
@NullMarked
package io.github.retention4j.examples.shop;

import org.jspecify.annotations.NullMarked;
