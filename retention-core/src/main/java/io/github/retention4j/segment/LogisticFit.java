package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.RatioEstimate;
import io.github.retention4j.stats.TermTest;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A logistic regression of who left, and what it says of each attribute, all others equal. Made by
 * {@link LogisticFitter}.
 *
 * @param fit the model and the report
 * @param overall the likelihood ratio against a model without any attribute
 * @param terms for each number and factor the likelihood ratio against the model without it, in the
 *     order of the table
 * @param leftOut columns without a coefficient, because they are constant or made up of others
 * @param areaUnderCurve the chance that of one customer who left and one who stayed, the model
 *     gives the first the higher chance, ties counting half; 0.5 is none better than a guess. On
 *     the customers that the model was fitted to, and so flattering
 */
public record LogisticFit(
    Fit<LogisticModel> fit,
    TestResult overall,
    List<TermTest> terms,
    List<String> leftOut,
    double areaUnderCurve) {

  private static final double SHOWN_LEVEL = 0.95;

  /**
   * Copies the lists.
   *
   * @param fit the model and the report
   * @param overall the likelihood ratio of the whole model
   * @param terms the likelihood ratio of each term
   * @param leftOut columns without a coefficient
   * @param areaUnderCurve how well it tells customers
   * @throws IllegalArgumentException if the area is not from 0 to 1
   */
  public LogisticFit {
    requireNonNull(fit, "fit");
    requireNonNull(overall, "overall");
    terms = List.copyOf(terms);
    leftOut = List.copyOf(leftOut);
    if (!(areaUnderCurve >= 0 && areaUnderCurve <= 1)) {
      throw new IllegalArgumentException(
          "areaUnderCurve (" + areaUnderCurve + ") must be from 0 to 1");
    }
  }

  /**
   * Returns the model.
   *
   * @return the model
   */
  public LogisticModel model() {
    return fit.model();
  }

  /**
   * Returns the report.
   *
   * @return log-likelihood, coefficients with standard errors, warnings
   */
  public FitReport report() {
    return fit.report();
  }

  /**
   * Returns the odds ratio of one unit more of a column, all others equal.
   *
   * <pre>{@code exp(coefficient -+ z * standard error)}</pre>
   *
   * @param column its name, such as {@code contract=Two year}
   * @param level the confidence level, over 0 and under 1
   * @return the estimate, with the interval of Wald
   * @throws IllegalArgumentException if the model has no such column or no standard error of it,
   *     the level is not between 0 and 1, or a limit is beyond what a double holds: give the column
   *     in another unit
   */
  public RatioEstimate oddsRatio(String column, double level) {
    ParameterEstimate estimate = report().estimate(column);
    ConfidenceInterval interval =
        estimate
            .interval(level)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "column (" + column + ") must have a standard error"));
    ConfidenceInterval ratio =
        new ConfidenceInterval(
            Math.exp(interval.lower()), Math.exp(interval.upper()), level, "Wald on log scale");
    return new RatioEstimate(Math.exp(estimate.value()), ratio);
  }

  /**
   * Returns the test of a number or factor.
   *
   * @param name its name
   * @return the likelihood ratio against the model without it
   * @throws IllegalArgumentException if the table has no such term
   */
  public TermTest term(String name) {
    return terms.stream()
        .filter(term -> Objects.equals(term.term(), name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name ("
                        + name
                        + ") must be one of "
                        + terms.stream().map(TermTest::term).toList()));
  }

  /**
   * Returns the odds ratios and the tests of the terms, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Logistic regression of %d customers: area under the curve %.3f; %s. Associations, all"
                + " other columns equal, not causes.\n",
            report().observations(),
            areaUnderCurve,
            overall.pValueText()));
    for (TermTest term : terms) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s: %s\n",
              CellText.escaped(term.term()),
              term.degreesOfFreedom() == 0 ? "made up of the others" : term.result().pValueText()));
    }
    for (String column : model().coefficients().keySet()) {
      text.append("  odds ratio of ").append(CellText.escaped(column)).append(' ');
      text.append(Texts.ratio(oddsRatio(column, SHOWN_LEVEL))).append('\n');
    }
    report()
        .warnings()
        .forEach(warning -> text.append("  warning: ").append(warning.text()).append('\n'));
    return text.toString();
  }
}
