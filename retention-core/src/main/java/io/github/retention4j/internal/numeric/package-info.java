/**
 * Special functions, stable sums and quadrature. Shared code, not API: it may change in any
 * release.
 *
 * <p>Every function here keeps its relative accuracy far out in the tails, and offers a logarithm
 * where the value itself would underflow. Main types: {@link
 * io.github.retention4j.internal.numeric.Normal}, {@link
 * io.github.retention4j.internal.numeric.IncompleteBeta}, {@link
 * io.github.retention4j.internal.numeric.IncompleteGamma}, {@link
 * io.github.retention4j.internal.numeric.LogGamma}, {@link
 * io.github.retention4j.internal.numeric.GaussHypergeometric}, {@link
 * io.github.retention4j.internal.numeric.Quadrature}.
 *
 * <p>Worked number: {@code Normal.quantile(0.975)} is 1.95996398454005.
 */
@NullMarked
package io.github.retention4j.internal.numeric;

import org.jspecify.annotations.NullMarked;
