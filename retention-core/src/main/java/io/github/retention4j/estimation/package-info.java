/**
 * What does a fit promise? Options of a fit, the model that it found, and a report that says how
 * well the sample tells its parameters.
 *
 * <p>Main types: {@link io.github.retention4j.estimation.FitOptions}, {@link
 * io.github.retention4j.estimation.Fit}, {@link io.github.retention4j.estimation.FitReport}.
 *
 * <p>How far a number derived from a model scatters, {@link
 * io.github.retention4j.estimation.Bootstrap} and {@link
 * io.github.retention4j.estimation.Jackknife} tell. Where a standard error says little, an estimate
 * has a {@link io.github.retention4j.estimation.LikelihoodProfile}.
 *
 * <p>Worked number: a parameter of 2 with a standard error of 0.5, positive by nature, has the 95 %
 * interval {@code 2 exp(-+1.96 * 0.5 / 2)}, from 1.225 to 3.265.
 */
@NullMarked
package io.github.retention4j.estimation;

import org.jspecify.annotations.NullMarked;
