package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.estimation.ParameterEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes down in the scale of the paper how a search ended. */
final class ReportWriter {

  private final String model;
  private final List<Parameter> parameters;
  private final long observations;
  private final FitOptions options;
  private final int starts;
  private final Search search;
  private final Set<String> profiled;

  ReportWriter(
      String model,
      List<Parameter> parameters,
      long observations,
      FitOptions options,
      int starts,
      Search search,
      Set<String> profiled) {
    this.model = model;
    this.parameters = parameters;
    this.observations = observations;
    this.options = options;
    this.starts = starts;
    this.search = search;
    this.profiled = profiled;
  }

  /** The report of a maximum, or the exception if it is none. */
  FitReport report(Maximum maximum, List<FitWarning> known) {
    Diagnosis diagnosis = new Diagnosis(search.objective(), parameters, maximum);
    diagnosis
        .fault()
        .ifPresent(
            fault -> {
              throw failure(fault.reason(), fault.message());
            });
    double[] values = search.objective().natural(maximum);
    double[][] matrix = covariance(values, diagnosis);
    List<FitWarning> warnings = new ArrayList<>(known);
    warnings.addAll(diagnosis.warnings());
    if (search.lowerMaxima() > 0) {
      String text = search.lowerMaxima() + " other starts ended at a lower maximum";
      warnings.add(new FitWarning(Kind.SEVERAL_MAXIMA, text));
    }
    List<ParameterEstimate> estimates =
        estimates(values, matrix, diagnosis).stream()
            .map(estimate -> profiled(estimate, maximum))
            .toList();
    return report(maximum.point(), estimates, told(matrix, diagnosis), warnings);
  }

  /** A failed search is reported by the highest point that it saw, if it saw one on all rows. */
  FitException failure(Reason reason, String message) {
    Point highest = search.objective().highest();
    if (highest == null) {
      return new FitException(reason, model + ": " + message);
    }
    double[] values = search.objective().natural(highest.position());
    List<ParameterEstimate> estimates = new ArrayList<>();
    List<String> place = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      estimates.add(estimate(i, values[i], OptionalDouble.empty(), false));
      place.add(parameters.get(i).name() + " " + values[i]);
    }
    Covariance none = Covariance.copyOf(List.of(), new double[0][]);
    return new FitException(
        reason,
        model + ": " + message + " (highest point: " + String.join(", ", place) + ")",
        report(highest, estimates, none, List.of()));
  }

  private double[][] covariance(double[] values, Diagnosis diagnosis) {
    double[][] matrix = diagnosis.covariance();
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        matrix[i][j] *= slope(values, i) * slope(values, j);
      }
    }
    return matrix;
  }

  private double slope(double[] values, int i) {
    return parameters.get(i).range().slopeAt(values[i]);
  }

  private List<ParameterEstimate> estimates(
      double[] values, double[][] matrix, Diagnosis diagnosis) {
    List<ParameterEstimate> estimates = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      boolean atBoundary = diagnosis.isAtBoundary(i);
      OptionalDouble error =
          atBoundary ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(matrix[i][i]));
      estimates.add(estimate(i, values[i], error, atBoundary));
    }
    return estimates;
  }

  /** The estimate with its profile, if it is to have one. */
  private ParameterEstimate profiled(ParameterEstimate estimate, Maximum maximum) {
    if (!profiled.contains(estimate.name())) {
      return estimate;
    }
    List<String> names = parameters.stream().map(Parameter::name).toList();
    int place = names.indexOf(estimate.name());
    ProfileWalk walk = new ProfileWalk(search.objective(), parameters.get(place), place, maximum);
    return new ParameterEstimate(
        estimate.name(),
        estimate.value(),
        estimate.range(),
        estimate.standardError(),
        estimate.atBoundary(),
        walk.run(estimate.standardError().orElse(0)));
  }

  private ParameterEstimate estimate(
      int i, double value, OptionalDouble error, boolean atBoundary) {
    Parameter parameter = parameters.get(i);
    return new ParameterEstimate(parameter.name(), value, parameter.range(), error, atBoundary);
  }

  private Covariance told(double[][] matrix, Diagnosis diagnosis) {
    int[] told =
        IntStream.range(0, matrix.length).filter(i -> !diagnosis.isAtBoundary(i)).toArray();
    double[][] part =
        Arrays.stream(told)
            .mapToObj(i -> Arrays.stream(told).mapToDouble(j -> matrix[i][j]).toArray())
            .toArray(double[][]::new);
    return Covariance.copyOf(
        Arrays.stream(told).mapToObj(i -> parameters.get(i).name()).toList(), part);
  }

  private FitReport report(
      Point point,
      List<ParameterEstimate> estimates,
      Covariance covariance,
      List<FitWarning> warnings) {
    return new FitReport(
        model,
        observations,
        point.logLikelihood(),
        options.penalty(),
        point.penalty(),
        estimates,
        covariance,
        search.evaluations(),
        starts,
        warnings);
  }
}
