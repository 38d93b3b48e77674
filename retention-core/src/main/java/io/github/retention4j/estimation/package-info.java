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
 * <p>Definitions: the estimates are those under which the sample was most likely. A standard error
 * is how far an estimate scatters from sample to sample; where a parameter is bounded, its interval
 * is made on a line without bounds and carried back. AIC = 2 k - 2 log-likelihood and BIC = k ln n
 * - 2 log-likelihood, k parameters and n observations; lower is better, on the same sample only.
 *
 * <p>Worked number: a parameter of 2 with a standard error of 0.5, positive by nature, has the 95 %
 * interval {@code 2 exp(-+1.96 * 0.5 / 2)}, from 1.225 to 3.265.
 *
 * <p>Trap: estimate +- 1.96 standard errors where a parameter cannot be negative. A parameter of
 * 0.5 with a standard error of 0.4 would be "between -0.284 and 1.284"; on the log scale it is
 * between 0.104 and 2.398. And of a fit at the edge of its range no interval is right: {@link
 * io.github.retention4j.estimation.ParameterEstimate} then has none.
 *
 * <p>Source: <a href="https://doi.org/10.1080/01621459.1987.10478410">Efron (1987)</a> for
 * bootstrap intervals; <a href="https://doi.org/10.1093/biomet/43.3-4.353">Quenouille (1956)</a>
 * for the jackknife.
 */
@NullMarked
package io.github.retention4j.estimation;

import org.jspecify.annotations.NullMarked;
