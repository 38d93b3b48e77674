/**
 * Who, and of what kind? A {@link io.github.retention4j.customer.CustomerId} names a customer; a
 * {@link io.github.retention4j.customer.Segmentation} says to which group each belongs, and what
 * becomes of those nobody assigned; a {@link io.github.retention4j.customer.CovariateTable} holds
 * numbers and factors that models take.
 *
 * <p>Worked number: of three customers with two assigned to {@code basic} and {@code pro}, a split
 * gives three groups of one: {@code (unassigned)}, {@code basic} and {@code pro}.
 */
@NullMarked
package io.github.retention4j.customer;

import org.jspecify.annotations.NullMarked;
