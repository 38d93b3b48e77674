package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.internal.numeric.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Fits a model: finds the maximum of its likelihood from several starts, judges it and writes the
 * report. Immutable.
 *
 * <p>A large sample is first searched on a part of its rows, which costs little from whatever
 * start; its maximum and curvature then lead on all rows in a few steps.
 */
public final class MaximumLikelihood {

  private final String model;
  private final List<Parameter> parameters;
  private final RowLikelihood likelihood;
  private final long observations;
  private final List<double[]> starts;
  private final List<FitWarning> warnings;
  private final Set<String> profiled;

  private MaximumLikelihood(
      String model,
      List<Parameter> parameters,
      RowLikelihood likelihood,
      long observations,
      List<double[]> starts,
      List<FitWarning> warnings,
      Set<String> profiled) {
    this.model = model;
    this.parameters = parameters;
    this.likelihood = likelihood;
    this.observations = observations;
    this.starts = starts;
    this.warnings = warnings;
    this.profiled = profiled;
  }

  /**
   * Returns the task of fitting a model.
   *
   * @param model its name
   * @param parameters in the order of the paper
   * @param likelihood of the sample
   * @param observations how many independent observations the rows stand for
   * @return the task, still without starts
   */
  public static MaximumLikelihood of(
      String model, List<Parameter> parameters, RowLikelihood likelihood, long observations) {
    return new MaximumLikelihood(
        model, List.copyOf(parameters), likelihood, observations, List.of(), List.of(), Set.of());
  }

  /**
   * Returns this task with the points where the search starts.
   *
   * @param points at least one: parameters in the order and scale of the paper
   * @return the task
   */
  public MaximumLikelihood withStarts(double[]... points) {
    List<double[]> copies = Arrays.stream(points).map(double[]::clone).toList();
    return new MaximumLikelihood(
        model, parameters, likelihood, observations, copies, warnings, profiled);
  }

  /**
   * Returns this task with what is known against the sample beforehand.
   *
   * @param known put before the warnings of the search
   * @return the task
   */
  public MaximumLikelihood withWarnings(List<FitWarning> known) {
    return new MaximumLikelihood(
        model, parameters, likelihood, observations, starts, List.copyOf(known), profiled);
  }

  /**
   * Returns this task with intervals by profile likelihood for some parameters, at about half as
   * many evaluations again for each. For those that are often near an end of their range, where
   * standard errors mislead.
   *
   * @param names of these parameters
   * @return the task
   */
  public MaximumLikelihood withProfiles(String... names) {
    return new MaximumLikelihood(
        model, parameters, likelihood, observations, starts, warnings, Set.of(names));
  }

  /**
   * Fits the model.
   *
   * @param options how
   * @param toModel makes the model of its parameters, in the order and scale of the paper
   * @param <M> the kind of model
   * @return the model and the report
   * @throws FitException if no usable maximum is found
   * @throws IllegalArgumentException if an extra start is none of this model
   */
  public <M> Fit<M> fit(FitOptions options, Function<double[], M> toModel) {
    List<double[]> points = new ArrayList<>(starts);
    options.extraStarts().forEach(start -> points.add(checked(start)));
    try (Workers workers = new Workers(options.threads())) {
      Search search = new Search(model, parameters, likelihood, options, workers);
      ReportWriter writer =
          new ReportWriter(
              model, parameters, observations, options, points.size(), search, profiled);
      try {
        Maximum maximum = search.run(points);
        FitReport report = writer.report(maximum, warnings);
        return new Fit<>(toModel.apply(search.objective().natural(maximum)), report);
      } catch (EvaluationsSpentException e) {
        throw writer.failure(
            Reason.EVALUATIONS_SPENT,
            "the " + options.maxEvaluations() + " evaluations allowed were not enough");
      }
    }
  }

  private double[] checked(List<Double> start) {
    if (start.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "extra start (" + start + ") must have " + parameters.size() + " parameters");
    }
    double[] point = new double[start.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = start.get(i);
      if (!parameters.get(i).range().contains(point[i])) {
        throw new IllegalArgumentException(
            "extra start ("
                + start
                + ") must have a "
                + parameters.get(i).name()
                + " inside its range, "
                + parameters.get(i).range());
      }
    }
    return point;
  }
}
