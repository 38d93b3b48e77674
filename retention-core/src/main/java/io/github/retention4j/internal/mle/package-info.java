/**
 * Maximum likelihood with analytic gradients, on the lines of the parameters. Shared code, not API:
 * it may change in any release.
 *
 * <p>A model brings a {@link io.github.retention4j.internal.mle.RowLikelihood}; {@link
 * io.github.retention4j.internal.mle.MaximumLikelihood} finds its maximum and writes the report.
 *
 * <p>Worked number: three spells that ended in periods 1, 2 and 3 have the geometric likelihood
 * {@code theta^3 (1 - theta)^3}, its maximum at 0.5.
 */
@NullMarked
package io.github.retention4j.internal.mle;

import org.jspecify.annotations.NullMarked;
