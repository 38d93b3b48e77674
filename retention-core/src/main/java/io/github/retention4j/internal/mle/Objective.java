package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.Penalty;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The penalised log-likelihood on the lines of the parameters, and its derivatives by the chain
 * rule. Counts the evaluations and keeps the highest point.
 */
final class Objective {

  /** Wide enough to drown rounding, narrow enough for a curvature that serves the next step. */
  private static final double ROUGH_STEP = 1e-5;

  /** Central differences err by the square of the step, so that it may be wider. */
  private static final double FINE_STEP = 1e-4;

  private final List<Parameter> parameters;
  private final RowSums sums;
  private final Penalty penalty;
  private final int maxEvaluations;
  private int evaluations;
  private @Nullable Point highest;

  Objective(List<Parameter> parameters, RowSums sums, Penalty penalty, int maxEvaluations) {
    this.parameters = parameters;
    this.sums = sums;
    this.penalty = penalty;
    this.maxEvaluations = maxEvaluations;
  }

  int size() {
    return parameters.size();
  }

  int evaluations() {
    return evaluations;
  }

  @Nullable Point highest() {
    return highest;
  }

  double limit(int i, double position) {
    return parameters.get(i).limit(position);
  }

  /** Whether the likelihood is finite at the ends of all ranges. */
  boolean hasLimits() {
    return sums.haveLimits();
  }

  /** What a step along a line is judged against. */
  double unit(int i, double position) {
    return parameters.get(i).unitAt(position);
  }

  double[] natural(double[] position) {
    double[] values = new double[position.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parameters.get(i).range().fromLine(position[i]);
    }
    return values;
  }

  double[] natural(Maximum maximum) {
    return natural(maximum.point().position());
  }

  double[] positionOf(double[] natural) {
    double[] position = new double[natural.length];
    for (int i = 0; i < position.length; i++) {
      position[i] = parameters.get(i).range().toLine(natural[i]);
    }
    return position;
  }

  Point at(double[] position) {
    if (evaluations == maxEvaluations) {
      throw new EvaluationsSpentException();
    }
    evaluations++;
    if (Arrays.stream(position).anyMatch(Double::isNaN)) {
      return new Point(position.clone(), Double.NaN, 0, new double[position.length]);
    }
    double[] natural = natural(position);
    double[] sum = sums.at(natural);
    double[] gradient = new double[position.length];
    double added = 0;
    for (int i = 0; i < gradient.length; i++) {
      Parameter parameter = parameters.get(i);
      gradient[i] =
          sums.scale() * sum[i + 1] * parameter.range().slopeAt(natural[i])
              + penalty.slopeAt(parameter.name(), parameter.range(), position[i]);
      added += penalty.valueAt(parameter.name(), parameter.range(), position[i]);
    }
    Point point = new Point(position.clone(), sums.scale() * sum[0], added, gradient);
    if (point.isFinite() && (highest == null || point.value() > highest.value())) {
      highest = point;
    }
    return point;
  }

  /** Minus the Hessian by forward differences of the gradient: one evaluation per parameter. */
  double[][] roughInformation(Point point) {
    double[] gradient = point.gradient();
    double[][] information = new double[size()][];
    for (int i = 0; i < size(); i++) {
      double step = inward(i, point, ROUGH_STEP);
      information[i] = slope(gradient, shifted(point, i, step), -step);
    }
    return symmetric(information);
  }

  /** Minus the Hessian by central differences of the gradient: two evaluations per parameter. */
  double[][] information(Point point) {
    double[][] information = new double[size()][];
    for (int i = 0; i < size(); i++) {
      double step = FINE_STEP * unit(i, point.position()[i]);
      information[i] = slope(shifted(point, i, -step), shifted(point, i, step), -2 * step);
    }
    return symmetric(information);
  }

  private double inward(int i, Point point, double step) {
    double position = point.position()[i];
    return (position > 0 ? -step : step) * unit(i, position);
  }

  private double[] shifted(Point point, int i, double step) {
    double[] position = point.position();
    position[i] += step;
    return at(position).gradient();
  }

  private static double[] slope(double[] from, double[] to, double step) {
    double[] slope = new double[from.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (to[i] - from[i]) / step;
    }
    return slope;
  }

  private static double[][] symmetric(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (matrix[i][j] + matrix[j][i]);
        matrix[i][j] = mean;
        matrix[j][i] = mean;
      }
    }
    return matrix;
  }
}
