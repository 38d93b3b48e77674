package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.ChiSquare;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How a fit went and how well the sample tells the parameters.
 *
 * <p>Standard errors come from the curvature of the log-likelihood, penalty included, at its
 * maximum: the inverse of minus its Hessian, carried to the scale of the paper by the delta method.
 * Where a parameter is at a boundary, those of the others hold for that parameter being where it
 * is. Intervals come from them, or, of parameters that they do not serve well, from a {@link
 * LikelihoodProfile}.
 *
 * @param model the name of the model
 * @param observations the number of independent observations, as a rule customers
 * @param logLikelihood the log-likelihood of the sample at the estimates, no constant dropped and
 *     no penalty in it
 * @param penalty what was added to it
 * @param penaltyValue how much the penalty added at the estimates; 0 exactly without one
 * @param estimates the parameters in the order of the paper
 * @param covariance how their errors hang together
 * @param evaluations how often the likelihood and its gradient were computed, all starts, the
 *     Hessian and profiles included, also where only a part of the rows was used
 * @param starts from how many points the search started
 * @param warnings what must be known before the fit is relied on
 */
public record FitReport(
    String model,
    long observations,
    double logLikelihood,
    Penalty penalty,
    double penaltyValue,
    List<ParameterEstimate> estimates,
    Covariance covariance,
    int evaluations,
    int starts,
    List<FitWarning> warnings) {

  private static final double SHOWN_LEVEL = 0.95;
  private static final double LIKELIHOOD_NOISE = 1e-6;

  /**
   * Checks the numbers and copies the lists.
   *
   * @param model the name of the model
   * @param observations the number of observations
   * @param logLikelihood the log-likelihood
   * @param penalty what was added to it
   * @param penaltyValue how much that was
   * @param estimates the parameters
   * @param covariance how their errors hang together
   * @param evaluations how often the likelihood was computed
   * @param starts from how many points the search started
   * @param warnings what must be known
   * @throws IllegalArgumentException if there is no observation or no parameter, or a likelihood is
   *     not finite
   */
  public FitReport {
    requireNonNull(model, "model");
    requireNonNull(penalty, "penalty");
    requireNonNull(covariance, "covariance");
    estimates = List.copyOf(requireNonNull(estimates, "estimates"));
    warnings = List.copyOf(requireNonNull(warnings, "warnings"));
    if (observations < 1) {
      throw new IllegalArgumentException("observations (" + observations + ") must be at least 1");
    }
    if (estimates.isEmpty()) {
      throw new IllegalArgumentException("estimates (0) must be at least one");
    }
    requireFinite("logLikelihood", logLikelihood);
    requireFinite("penaltyValue", penaltyValue);
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be finite");
    }
  }

  /**
   * Returns what the fit says of a parameter.
   *
   * @param name its name in the paper
   * @return the estimate
   * @throws IllegalArgumentException if the model has no such parameter
   */
  public ParameterEstimate estimate(String name) {
    return estimates.stream()
        .filter(estimate -> estimate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name ("
                        + name
                        + ") must be one of "
                        + estimates.stream()
                            .map(ParameterEstimate::name)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Returns what was maximised under a penalty: the log-likelihood and the penalty together.
   *
   * @return the logarithm of the posterior density up to a constant; empty without a penalty
   */
  public OptionalDouble penalisedLogLikelihood() {
    return penalty instanceof NoPenalty
        ? OptionalDouble.empty()
        : OptionalDouble.of(logLikelihood + penaltyValue);
  }

  /**
   * Returns Akaike's criterion; the model with the least is preferred.
   *
   * <pre>{@code AIC = 2 k - 2 log L}</pre>
   *
   * <p>k is the number of parameters. Under a penalty L is not the highest possible, and AIC of
   * little use.
   *
   * @return the criterion
   */
  public double aic() {
    return 2.0 * estimates.size() - 2 * logLikelihood;
  }

  /**
   * Returns Schwarz's criterion; the model with the least is preferred.
   *
   * <pre>{@code BIC = k log n - 2 log L}</pre>
   *
   * @return the criterion, k and n the numbers of parameters and observations
   */
  public double bic() {
    return estimates.size() * Math.log((double) observations) - 2 * logLikelihood;
  }

  /**
   * Tests a simpler model, which is this one with some parameters fixed, by the likelihood ratio.
   *
   * <pre>
   * {@code 2 (log L - log L of the simpler model), chi-square with the difference in parameters}
   * </pre>
   *
   * <p>Where the simpler model lies at a boundary of this one, such as a geometric one in a shifted
   * beta-geometric one, the true chance is smaller than the p-value, about half of it.
   *
   * @param simpler the report of the simpler model on the same sample
   * @return statistic and p-value
   * @throws IllegalArgumentException if the simpler model was fitted on another number of
   *     observations, has not fewer parameters or a higher likelihood, or if either had a penalty
   */
  public TestResult likelihoodRatioTest(FitReport simpler) {
    requireNonNull(simpler, "simpler");
    requireNested(simpler);
    double gain = Math.max(0, logLikelihood - simpler.logLikelihood);
    int fixed = estimates.size() - simpler.estimates.size();
    double log = Math.min(0, ChiSquare.logUpperTail(2 * gain, fixed));
    return new TestResult("likelihood ratio", 2 * gain, Math.exp(log), log / Math.log(10));
  }

  private void requireNested(FitReport simpler) {
    if (simpler.observations != observations) {
      throw refused(simpler.observations + " observations", "have " + observations);
    }
    if (simpler.estimates.size() >= estimates.size()) {
      throw refused(
          simpler.estimates.size() + " parameters", "have fewer than " + estimates.size());
    }
    if (simpler.logLikelihood > logLikelihood + LIKELIHOOD_NOISE) {
      throw refused(
          "log-likelihood " + simpler.logLikelihood, "not be likelier than " + logLikelihood);
    }
    if (!(penalty instanceof NoPenalty) || !(simpler.penalty instanceof NoPenalty)) {
      throw refused("penalty " + simpler.penalty, "like this one be fitted without a penalty");
    }
  }

  private static IllegalArgumentException refused(String seen, String wanted) {
    return new IllegalArgumentException("simpler (" + seen + ") must " + wanted);
  }

  /**
   * Returns the report in lines: likelihood and criteria, each parameter with its 95 % interval,
   * and the warnings.
   *
   * @return several lines of text, for example {@code alpha 0.7041, standard error 0.0656, [0.5866,
   *     0.8451] 95 % Wald on log scale}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s on %d observations: log-likelihood %.4f, AIC %.4f, BIC %.4f, %d evaluations",
            model,
            observations,
            logLikelihood,
            aic(),
            bic(),
            evaluations));
    penalisedLogLikelihood()
        .ifPresent(
            value -> text.append(String.format(Locale.ROOT, "\n  with %s: %.4f", penalty, value)));
    estimates.forEach(estimate -> text.append(line(estimate)));
    warnings.forEach(warning -> text.append("\n  warning: ").append(warning.text()));
    return text.toString();
  }

  private static String line(ParameterEstimate estimate) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "\n  %s %.4g", estimate.name(), estimate.value()));
    estimate
        .standardError()
        .ifPresent(
            error -> line.append(String.format(Locale.ROOT, ", standard error %.4g", error)));
    if (estimate.atBoundary()) {
      line.append(", at the boundary");
    }
    estimate.interval(SHOWN_LEVEL).ifPresent(interval -> line.append(", ").append(interval));
    return line.toString();
  }
}
