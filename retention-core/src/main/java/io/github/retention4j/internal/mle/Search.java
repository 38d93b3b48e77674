package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.numeric.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One search for the highest maximum: from all starts, then on all rows. */
final class Search {

  /** A sample of more rows is searched on a part first. */
  private static final int LARGE = 20_000;

  private static final int ROWS_OF_PART = 10_000;

  /** How many starts are climbed from; the others are only looked at. */
  private static final int CLIMBS = 3;

  /** A maximum lower by more than this is another one. */
  private static final double LOWER = 1e-3;

  private final String model;
  private final List<Parameter> parameters;
  private final RowLikelihood likelihood;
  private final FitOptions options;
  private final Workers workers;
  private int evaluationsOnPart;
  private int lowerMaxima;
  private Objective objective;

  Search(
      String model,
      List<Parameter> parameters,
      RowLikelihood likelihood,
      FitOptions options,
      Workers workers) {
    this.model = model;
    this.parameters = parameters;
    this.likelihood = likelihood;
    this.options = options;
    this.workers = workers;
    this.objective = objective(RowSums.ofAll(likelihood, workers), options.maxEvaluations());
  }

  private Objective objective(RowSums sums, int maxEvaluations) {
    return new Objective(parameters, sums, options.penalty(), maxEvaluations);
  }

  /** The penalised log-likelihood of all rows. */
  Objective objective() {
    return objective;
  }

  int evaluations() {
    return evaluationsOnPart + objective.evaluations();
  }

  /** How many other starts ended at a maximum that is lower. */
  int lowerMaxima() {
    return lowerMaxima;
  }

  Maximum run(List<double[]> starts) {
    if (likelihood.rows() <= LARGE) {
      return highest(objective, starts);
    }
    Objective onPart =
        objective(RowSums.ofSome(ROWS_OF_PART, likelihood, workers), options.maxEvaluations());
    Maximum lead = highest(onPart, starts);
    evaluationsOnPart = onPart.evaluations();
    objective =
        objective(RowSums.ofAll(likelihood, workers), options.maxEvaluations() - evaluationsOnPart);
    Point start = objective.at(lead.point().position());
    return start.isFinite()
        ? Maximiser.climb(objective, start, lead.information())
        : highest(objective, starts);
  }

  private Maximum highest(Objective climbed, List<double[]> starts) {
    List<Maximum> ends = new ArrayList<>();
    for (Point start : bestOf(climbed, starts)) {
      Maximum end = Maximiser.climb(climbed, start, ends);
      if (!ends.contains(end)) {
        ends.add(end);
      }
    }
    ends.sort(Comparator.comparingDouble((Maximum end) -> end.point().value()).reversed());
    Maximum highest = ends.get(0);
    lowerMaxima =
        (int) ends.stream().filter(end -> isLowerPeak(climbed, end, highest.point())).count();
    return highest;
  }

  private List<Point> bestOf(Objective climbed, List<double[]> starts) {
    List<Point> points =
        starts.stream()
            .filter(start -> Arrays.stream(start).noneMatch(Double::isNaN))
            .map(start -> climbed.at(climbed.positionOf(start)))
            .filter(Point::isFinite)
            .sorted(Comparator.comparingDouble(Point::value).reversed())
            .limit(CLIMBS)
            .toList();
    if (points.isEmpty()) {
      throw new FitException(
          Reason.DEGENERATE_SAMPLE,
          model + ": the likelihood cannot be computed at any of the " + starts.size() + " starts");
    }
    return points;
  }

  private static boolean isLowerPeak(Objective climbed, Maximum end, Point highest) {
    return end.point().value() < highest.value() - LOWER && end.isPeak(climbed);
  }
}
