package io.github.retention4j.survival;

import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.estimation.Penalty;
import io.github.retention4j.internal.numeric.Cholesky;
import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what a climb found, in the units of the columns. */
final class CoxReportWriter {

  /** Columns are told apart as in double numbers they can be; running ones are left out before. */
  private static final double TOLERANCE = 1e-14;

  /** Fewer that left per coefficient make estimates and their errors doubtful. */
  private static final int EVENTS_PER_COLUMN = 5;

  private final LifetimeSample sample;
  private final PartialLikelihood likelihood;
  private final CoxDesign design;
  private final CoxSearch search;
  private final Penalty penalty;
  private final boolean robust;

  CoxReportWriter(
      LifetimeSample sample,
      PartialLikelihood likelihood,
      CoxSearch search,
      Penalty penalty,
      boolean robust) {
    this.sample = sample;
    this.likelihood = likelihood;
    this.design = likelihood.design();
    this.search = search;
    this.penalty = penalty;
    this.robust = robust;
  }

  /**
   * Writes the report.
   *
   * @throws FitException if the climb did not end at a maximum or no column is left
   */
  CoxReport report(CoxTies ties, Workers workers) {
    String name = "Cox (" + ties + ")" + offset();
    requireMaximum(name);
    double[][] model = inverse(search.penalisedInformation());
    double[][] errors = robust ? sandwich(model) : model;
    FitReport fit = fitReport(name, Optional.of(errors), warnings());
    return new CoxReport(
        fit,
        sample.rows(),
        search.start().logLikelihood(),
        search.steps(),
        robust,
        covariance(model),
        penalty instanceof NoPenalty ? Optional.of(tests(errors)) : Optional.empty(),
        Concordance.of(
            sample, likelihood.order(), likelihood.predictors(search.coefficients()), workers));
  }

  private void requireMaximum(String name) {
    if (search.running().cardinality() == design.columns()) {
      throw new FitException(
          FitException.Reason.NO_MAXIMUM,
          "all coefficients run off without end: "
              + runningNames()
              + " tell without fail who left first; nothing is left to estimate without a penalty",
          fitReport(name, Optional.empty(), List.of()));
    }
    if (!search.converged()) {
      throw new FitException(
          FitException.Reason.NOT_CONVERGED,
          "the search stopped after " + search.steps() + " steps before a maximum",
          fitReport(name, Optional.empty(), List.of()));
    }
  }

  private String offset() {
    return design.which().offset().map(column -> ", offset " + column).orElse("");
  }

  private String runningNames() {
    return search.running().stream()
        .mapToObj(design.names()::get)
        .collect(Collectors.joining(", "));
  }

  private int[] kept() {
    return IntStream.range(0, design.columns()).filter(j -> !search.running().get(j)).toArray();
  }

  /** Inverts the information of the columns that do not run; 0 for those that do. */
  private double[][] inverse(double[][] information) {
    int[] kept = kept();
    double[][] part = new double[kept.length][kept.length];
    for (int j = 0; j < kept.length; j++) {
      for (int k = 0; k < kept.length; k++) {
        part[j][k] = information[kept[j]][kept[k]];
      }
    }
    double[][] inverted = new Cholesky(part, TOLERANCE).inverse();
    double[][] inverse = new double[design.columns()][design.columns()];
    for (int j = 0; j < kept.length; j++) {
      for (int k = 0; k < kept.length; k++) {
        inverse[kept[j]][kept[k]] = inverted[j][k];
      }
    }
    return inverse;
  }

  private double[][] sandwich(double[][] model) {
    double[][] scatter = scatter(search.point());
    return product(product(model, scatter), model);
  }

  /** How far the slopes scatter from customer to customer. */
  private double[][] scatter(CoxPoint point) {
    double[][] scores = new CoxScores(likelihood, point).score();
    for (double[] column : scores) {
      for (int row = 0; row < column.length; row++) {
        column[row] *= sample.weight(row);
      }
    }
    return Clusters.of(sample).crossProducts(scores);
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  private CoxTests tests(double[][] errors) {
    int[] kept = kept();
    double ratio = 2 * Math.max(0, search.point().logLikelihood() - search.start().logLikelihood());
    double[] coefficients = search.coefficients().clone();
    search.running().stream().forEach(j -> coefficients[j] = 0);
    double wald = new Cholesky(errors, TOLERANCE).quadratic(coefficients);
    CoxPoint start = search.start();
    double score = new Cholesky(start.information(), TOLERANCE).quadratic(start.gradient());
    return new CoxTests(
        kept.length,
        CoxFitter.chiSquare("likelihood ratio", ratio, design.columns()),
        CoxFitter.chiSquare("Wald", wald, kept.length),
        CoxFitter.chiSquare("score", score, design.columns()),
        robust ? Optional.of(robustScore(start)) : Optional.empty());
  }

  private TestResult robustScore(CoxPoint start) {
    double score = new Cholesky(scatter(start), TOLERANCE).quadratic(start.gradient());
    return CoxFitter.chiSquare("robust score", score, design.columns());
  }

  private FitReport fitReport(String name, Optional<double[][]> errors, List<FitWarning> warnings) {
    List<ParameterEstimate> estimates = new ArrayList<>();
    for (int j = 0; j < design.columns(); j++) {
      boolean runs = search.running().get(j);
      OptionalDouble error =
          errors.isEmpty() || runs
              ? OptionalDouble.empty()
              : OptionalDouble.of(Math.sqrt(errors.get()[j][j]) / design.scale(j));
      estimates.add(
          new ParameterEstimate(
              design.names().get(j), search.coefficient(j), ParameterRange.REAL, error, runs));
    }
    return new FitReport(
        name,
        likelihood.order().totalEvents(),
        search.point().logLikelihood(),
        penalty,
        search.penaltyValue(),
        estimates,
        errors.map(this::covariance).orElseGet(() -> Covariance.copyOf(List.of(), new double[0][])),
        search.steps() + 1,
        1,
        warnings);
  }

  private Covariance covariance(double[][] errors) {
    int[] kept = kept();
    double[][] covariance = new double[kept.length][kept.length];
    for (int j = 0; j < kept.length; j++) {
      for (int k = 0; k < kept.length; k++) {
        covariance[j][k] = errors[kept[j]][kept[k]] / design.scale(kept[j]) / design.scale(kept[k]);
      }
    }
    return Covariance.copyOf(IntStream.of(kept).mapToObj(design.names()::get).toList(), covariance);
  }

  private List<FitWarning> warnings() {
    List<FitWarning> warnings = new ArrayList<>();
    if (!search.running().isEmpty()) {
      warnings.add(
          new FitWarning(
              FitWarning.Kind.AT_BOUNDARY,
              runningNames()
                  + ": the likelihood rises without end as the coefficient grows; who has it left"
                  + " always, or never, before the others at risk"));
    }
    int events = likelihood.order().totalEvents();
    if (events < EVENTS_PER_COLUMN * design.columns()) {
      warnings.add(
          new FitWarning(
              FitWarning.Kind.SMALL_SAMPLE,
              String.format(
                  Locale.ROOT,
                  "only %d left, for %d coefficients; at least %d for each are wanted",
                  events,
                  design.columns(),
                  EVENTS_PER_COLUMN)));
    }
    return warnings;
  }
}
