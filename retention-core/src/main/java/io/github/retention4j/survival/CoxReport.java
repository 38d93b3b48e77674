package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a fit of the model of Cox went and how well the sample tells the coefficients.
 *
 * @param fit what all fits report. Its log-likelihood is the partial one, its observations are the
 *     rows that left, on which BIC rests, and its errors are the robust ones where those were asked
 *     for
 * @param rows how many rows the sample had
 * @param nullLogLikelihood the partial log-likelihood without coefficients
 * @param steps how many steps of Newton were made
 * @param robust whether errors are those of Lin and Wei
 * @param modelCovariance how the errors of the coefficients hang together if the model holds; that
 *     of the fit unless errors are robust
 * @param tests of all coefficients together; empty under a penalty, where they are not distributed
 *     as chi-square
 * @param concordance how well the model tells those rows apart that it was fitted to; empty where
 *     no pair tells anything
 */
public record CoxReport(
    FitReport fit,
    int rows,
    double nullLogLikelihood,
    int steps,
    boolean robust,
    Covariance modelCovariance,
    Optional<CoxTests> tests,
    Optional<ConcordanceIndex> concordance) {

  private static final double SHOWN_LEVEL = 0.95;

  /**
   * Checks that all are there.
   *
   * @param fit what all fits report
   * @param rows how many rows the sample had
   * @param nullLogLikelihood the log-likelihood without coefficients
   * @param steps how many steps were made
   * @param robust whether errors are robust
   * @param modelCovariance the covariance if the model holds
   * @param tests of all coefficients
   * @param concordance of the model with the sample
   * @throws IllegalArgumentException if the log-likelihood without coefficients is not finite
   */
  public CoxReport {
    requireNonNull(fit, "fit");
    LifetimeChecks.finite("nullLogLikelihood", nullLogLikelihood);
    requireNonNull(modelCovariance, "modelCovariance");
    requireNonNull(tests, "tests");
    requireNonNull(concordance, "concordance");
  }

  /**
   * Returns how many rows left for the reason asked about.
   *
   * @return at least 1
   */
  public long events() {
    return fit.observations();
  }

  /**
   * Returns the partial log-likelihood at the estimates.
   *
   * @return the log-likelihood without any penalty
   */
  public double logLikelihood() {
    return fit.logLikelihood();
  }

  /**
   * Returns the covariance of the coefficients.
   *
   * @return the robust one where that was asked for; without coefficients that ran off
   */
  public Covariance covariance() {
    return fit.covariance();
  }

  /**
   * Returns what must be known before the model is relied on.
   *
   * @return in words, in the order found
   */
  public List<FitWarning> warnings() {
    return fit.warnings();
  }

  /**
   * Returns a coefficient: the change of the logarithm of the hazard with one more of its column.
   *
   * @param name of the column
   * @return the estimate, with its standard error and interval
   * @throws IllegalArgumentException if there is no such column
   */
  public ParameterEstimate coefficient(String name) {
    return fit.estimate(name);
  }

  /**
   * Returns by how much the hazard is multiplied with one more of a column.
   *
   * <pre>{@code exp(beta),   interval exp(beta -+ z * standard error of beta)}</pre>
   *
   * @param name of the column
   * @return the estimate, over 0; empty where it is beyond what a double holds
   * @throws IllegalArgumentException if there is no such column
   */
  public Optional<ParameterEstimate> hazardRatio(String name) {
    ParameterEstimate coefficient = coefficient(name);
    double ratio = Math.exp(coefficient.value());
    double error = ratio * coefficient.standardError().orElse(1);
    if (!(ratio > 0 && error > 0) || Double.isInfinite(ratio) || Double.isInfinite(error)) {
      return Optional.empty();
    }
    return Optional.of(
        new ParameterEstimate(
            name,
            ratio,
            ParameterRange.POSITIVE,
            coefficient.standardError().isPresent()
                ? OptionalDouble.of(error)
                : OptionalDouble.empty(),
            coefficient.atBoundary()));
  }

  /**
   * Tests a coefficient for being 0.
   *
   * @param name of the column
   * @return the statistic is coefficient over standard error, the p-value that of a normal variable
   *     on both sides; empty without a standard error
   * @throws IllegalArgumentException if there is no such column
   */
  public Optional<TestResult> test(String name) {
    ParameterEstimate coefficient = coefficient(name);
    if (coefficient.standardError().isEmpty()) {
      return Optional.empty();
    }
    double z = coefficient.value() / coefficient.standardError().getAsDouble();
    double log = Normal.logTwoSided(z);
    return Optional.of(new TestResult("Wald", z, Math.exp(log), log / Math.log(10)));
  }

  /**
   * Returns the report as a table: for each column its hazard ratio with the 95 % interval and the
   * p-value, then tests, concordance and warnings.
   *
   * @return several lines of text
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s on %d rows, %d left: log-likelihood %.4f, without coefficients %.4f",
            fit.model(),
            rows,
            events(),
            logLikelihood(),
            nullLogLikelihood));
    fit.estimates().forEach(estimate -> text.append("\n  ").append(line(estimate)));
    tests.ifPresent(all -> text.append("\n  ").append(line(all)));
    concordance.ifPresent(
        index ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "\n  concordance %.4f, standard error %.4f",
                    index.value(),
                    index.standardError())));
    warnings().forEach(warning -> text.append("\n  warning: ").append(warning.text()));
    return text.toString();
  }

  private String line(ParameterEstimate coefficient) {
    String name = coefficient.name();
    String text = String.format(Locale.ROOT, "%s %.4g", name, coefficient.value());
    Optional<ConfidenceInterval> interval =
        hazardRatio(name).flatMap(ratio -> ratio.interval(SHOWN_LEVEL));
    Optional<TestResult> test = test(name);
    if (interval.isEmpty() || test.isEmpty()) {
      return text + ", no standard error";
    }
    return String.format(
        Locale.ROOT,
        "%s, hazard ratio %.4g, %s, z %.3f, %s",
        text,
        Math.exp(coefficient.value()),
        interval.get(),
        test.get().statistic(),
        test.get().pValueText());
  }

  private static String line(CoxTests all) {
    return String.format(
        Locale.ROOT,
        "likelihood ratio %.3f, Wald %.3f, score %.3f, degrees of freedom %d, %s",
        all.likelihoodRatio().statistic(),
        all.wald().statistic(),
        all.score().statistic(),
        all.degreesOfFreedom(),
        all.likelihoodRatio().pValueText());
  }
}
