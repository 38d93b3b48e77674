/**
 * Who, and of what kind? A {@link io.github.retention4j.customer.CustomerId} names a customer; a
 * {@link io.github.retention4j.customer.Segmentation} says to which group each belongs, and what
 * becomes of those nobody assigned; a {@link io.github.retention4j.customer.CovariateTable} holds
 * numbers and factors that models take.
 *
 * <p>Definitions: an id is compared letter by letter, so that {@code "A1"} and {@code "a1"} are two
 * customers. A segmentation has one value for a customer, or none.
 *
 * <p>Worked number: of three customers with two assigned to {@code basic} and {@code pro}, a split
 * gives three groups of one: {@code (unassigned)}, {@code basic} and {@code pro}.
 *
 * <p>Trap: to split by an attribute and lose those who have none. Their group is often the worst,
 * and the parts no longer sum to the whole. Here they are a group of their own, by name.
 *
 * <p>Source: the definitions are the library's own.
 */
@NullMarked
package io.github.retention4j.customer;

import org.jspecify.annotations.NullMarked;
