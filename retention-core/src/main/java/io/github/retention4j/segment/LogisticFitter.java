package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.stats.AreaUnderCurve;
import io.github.retention4j.stats.TermTest;
import io.github.retention4j.stats.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Fits a logistic regression by maximum likelihood: which attributes go with leaving, all others
 * equal. Immutable.
 *
 * <p>Newton's method on standardised columns, to the last digits of the likelihood. All else equal
 * means all else that is in the table; what is not in it may still be the cause.
 *
 * <p>Defaults: columns that others make up are refused ({@link CollinearColumns#REFUSE}), at most
 * 100 iterations.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1958.tb00292.x">Cox (1958)</a>
 */
public final class LogisticFitter {

  private static final LogisticFitter DEFAULTS = new LogisticFitter(CollinearColumns.REFUSE, 100);

  private static final String INTERCEPT = "(intercept)";

  /** Of the rarer outcome so many customers are wanted for each coefficient (Peduzzi et al.). */
  /** Without a column of its own a term adds nothing, for certain. */
  private static final TestResult MADE_UP_OF_OTHERS = new TestResult("likelihood ratio", 0, 1, 0);

  private static final int EVENTS_PER_COLUMN = 10;

  private final CollinearColumns collinear;
  private final int maxIterations;

  private LogisticFitter(CollinearColumns collinear, int maxIterations) {
    this.collinear = requireNonNull(collinear, "collinear");
    this.maxIterations = maxIterations;
  }

  /**
   * Returns the fitter with the defaults.
   *
   * @return the fitter
   */
  public static LogisticFitter withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this fitter with another rule for columns that the sample cannot tell.
   *
   * @param rule what becomes of them
   * @return the fitter
   */
  public LogisticFitter with(CollinearColumns rule) {
    return new LogisticFitter(rule, maxIterations);
  }

  /**
   * Returns this fitter with another bound on the work.
   *
   * @param iterations how many steps may be taken, at least 1
   * @return the fitter
   * @throws IllegalArgumentException if under 1
   */
  public LogisticFitter withMaxIterations(int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations (" + iterations + ") must be at least 1");
    }
    return new LogisticFitter(collinear, iterations);
  }

  /**
   * Fits the regression, and once more without each term.
   *
   * @param table what is known of the customers, at least one column
   * @param left for each of its rows whether the customer left
   * @return the model, its report and tests
   * @throws IllegalArgumentException if the table has no column, or there is not one outcome for
   *     each row
   * @throws FitException if nobody or everybody left; if columns are constant or made up of others
   *     and refused; if columns separate those who left from those who stayed, so that coefficients
   *     would be endless; or if the iterations were not enough. The message names the columns
   */
  public LogisticFit fit(CovariateTable table, boolean[] left) {
    requireColumnsAndRows(table, left);
    requireBothOutcomes(left);
    LogisticDesign design = LogisticDesign.of(table);
    requireTold(design);
    LogisticSearch search = new LogisticSearch(design, left, maxIterations);
    LogisticPoint point = search.run();
    FitReport report = report(design, search, point, warnings(design, left));
    List<String> leftOut = new ArrayList<>(design.constant());
    leftOut.addAll(design.collinear().keySet());
    return new LogisticFit(
        new Fit<>(model(design, point), report),
        report.likelihoodRatioTest(reportOf(CovariateTable.ofRows(table.rows()), left)),
        termTests(table, left, report),
        leftOut,
        AreaUnderCurve.of(point.chances(), left).orElseThrow().value());
  }

  private static void requireColumnsAndRows(CovariateTable table, boolean[] left) {
    if (table.names().isEmpty()) {
      throw new IllegalArgumentException("table (" + table + ") must have a column");
    }
    if (left.length != table.rows()) {
      throw new IllegalArgumentException(
          "left (" + left.length + ") must be as many as rows (" + table.rows() + ")");
    }
  }

  private static void requireBothOutcomes(boolean[] left) {
    long lost = lost(left);
    if (lost == 0 || lost == left.length) {
      throw new FitException(
          Reason.DEGENERATE_SAMPLE,
          (lost == 0 ? "none" : "all") + " of the " + left.length + " customers left");
    }
  }

  private static long lost(boolean[] left) {
    return IntStream.range(0, left.length).filter(row -> left[row]).count();
  }

  private void requireTold(LogisticDesign design) {
    List<String> faults = untold(design);
    boolean nothingLeft = design.names().isEmpty();
    if (nothingLeft || (collinear == CollinearColumns.REFUSE && !faults.isEmpty())) {
      throw new FitException(Reason.NOT_IDENTIFIED, String.join("; ", faults));
    }
  }

  /** Says of which columns the sample tells nothing of their own. */
  private static List<String> untold(LogisticDesign design) {
    List<String> faults = new ArrayList<>();
    design.constant().forEach(name -> faults.add(name + " is the same for all customers"));
    design
        .collinear()
        .forEach(
            (name, words) ->
                faults.add(name + " is made up of the columns before it (" + words + ")"));
    return faults;
  }

  private static LogisticModel model(LogisticDesign design, LogisticPoint point) {
    double[] natural = design.natural(point.coefficients());
    Map<String, Double> coefficients = new LinkedHashMap<>();
    for (int j = 0; j < design.names().size(); j++) {
      coefficients.put(design.names().get(j), natural[j + 1]);
    }
    return new LogisticModel(natural[0], coefficients);
  }

  private List<TermTest> termTests(CovariateTable table, boolean[] left, FitReport report) {
    List<TermTest> tests = new ArrayList<>();
    for (CovariateTable.Term term : table.terms()) {
      FitReport without = reportOf(table.without(term.name()), left);
      int fewer = report.estimates().size() - without.estimates().size();
      tests.add(
          new TermTest(
              term.name(),
              fewer,
              fewer == 0 ? MADE_UP_OF_OTHERS : report.likelihoodRatioTest(without)));
    }
    return tests;
  }

  /** Fits a simpler model, where columns may come to be made up of others no more. */
  private FitReport reportOf(CovariateTable table, boolean[] left) {
    LogisticDesign design = LogisticDesign.of(table);
    LogisticSearch search = new LogisticSearch(design, left, maxIterations);
    return report(design, search, search.run(), List.of());
  }

  private static FitReport report(
      LogisticDesign design,
      LogisticSearch search,
      LogisticPoint point,
      List<FitWarning> warnings) {
    double[] values = design.natural(point.coefficients());
    double[][] covariance = design.naturalCovariance(point.information().inverse());
    List<String> names = new ArrayList<>(List.of(INTERCEPT));
    names.addAll(design.names());
    List<ParameterEstimate> estimates = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      OptionalDouble error = OptionalDouble.of(Math.sqrt(covariance[j][j]));
      estimates.add(
          new ParameterEstimate(names.get(j), values[j], ParameterRange.REAL, error, false));
    }
    return new FitReport(
        "Logistic regression",
        design.rows(),
        point.logLikelihood(),
        NoPenalty.INSTANCE,
        0,
        estimates,
        Covariance.copyOf(names, covariance),
        search.evaluations(),
        1,
        warnings);
  }

  private static List<FitWarning> warnings(LogisticDesign design, boolean[] left) {
    List<FitWarning> warnings = new ArrayList<>();
    untold(design).forEach(fault -> warnings.add(leftOut(fault)));
    long rarer = Math.min(lost(left), left.length - lost(left));
    if (rarer < (long) EVENTS_PER_COLUMN * design.names().size()) {
      warnings.add(
          new FitWarning(
              FitWarning.Kind.SMALL_SAMPLE,
              rarer
                  + " customers of the rarer outcome are few for "
                  + design.names().size()
                  + " coefficients"));
    }
    return warnings;
  }

  private static FitWarning leftOut(String reason) {
    return new FitWarning(FitWarning.Kind.NEAR_FLAT_RIDGE, reason + " and was left out");
  }
}
