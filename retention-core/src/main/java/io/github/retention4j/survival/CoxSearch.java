package io.github.retention4j.survival;

import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.estimation.Penalty;
import io.github.retention4j.internal.numeric.Cholesky;
import java.util.BitSet;

/** Newton's climb from no effect to the maximum of the partial likelihood, penalty included. */
final class CoxSearch {

  private static final int MAX_STEPS = 100;
  private static final int MAX_HALVINGS = 40;

  /**
   * A step that promises less than this, of a sample of mean weight 1, is the last: the next would
   * change no digit.
   */
  private static final double LAST_GAIN = 1e-12;

  /** A step that promises so little and is yet long leads on a slope that never ends. */
  private static final double ENDLESS_GAIN = 1e-8;

  private static final double ENDLESS_STEP = 0.5;

  /** What share of the longest such step makes a column one of those that run. */
  private static final double RUNNING_SHARE = 0.1;

  private static final double LIKELIHOOD_NOISE = 1e-12;

  /** Steps are taken unless the columns cannot be told apart at all in double numbers. */
  private static final double STEP_TOLERANCE = 1e-14;

  private final PartialLikelihood likelihood;
  private final CoxDesign design;
  private final Penalty penalty;
  private final double meanWeight;
  private final CoxPoint start;
  private final BitSet running = new BitSet();
  private CoxPoint point;
  private double[] coefficients;
  private int steps;
  private boolean converged;

  CoxSearch(PartialLikelihood likelihood, Penalty penalty) {
    this.likelihood = likelihood;
    this.design = likelihood.design();
    this.penalty = penalty;
    this.meanWeight = likelihood.order().meanEventWeight();
    this.coefficients = new double[design.columns()];
    this.start = likelihood.at(coefficients);
    this.point = start;
  }

  /** Climbs until there is nothing to gain. */
  void climb() {
    while (!converged && steps < MAX_STEPS) {
      double[] gradient = penalisedGradient();
      double[] step = new Cholesky(penalisedInformation(), STEP_TOLERANCE).solve(gradient);
      double gain = 0;
      for (int j = 0; j < step.length; j++) {
        gain += gradient[j] * step[j] / meanWeight;
      }
      markRunning(gain, step);
      converged = !running.isEmpty() || gain < LAST_GAIN;
      if (running.isEmpty() && !advance(step)) {
        return;
      }
    }
  }

  private void markRunning(double gain, double[] step) {
    if (gain > ENDLESS_GAIN) {
      return;
    }
    double longest = 0;
    for (int j = 0; j < step.length; j++) {
      longest = Math.max(longest, Math.abs(step[j]) * design.range(j));
    }
    for (int j = 0; j < step.length && longest > ENDLESS_STEP; j++) {
      running.set(j, Math.abs(step[j]) * design.range(j) > RUNNING_SHARE * longest);
    }
  }

  /** Goes along a step, or a half of it and so on, to a point that is not lower. */
  private boolean advance(double[] step) {
    double height = point.logLikelihood() + penaltyValue();
    double slack = LIKELIHOOD_NOISE * (meanWeight + Math.abs(height));
    double[] from = coefficients;
    double share = 1;
    for (int i = 0; i < MAX_HALVINGS; i++) {
      coefficients = new double[from.length];
      for (int j = 0; j < from.length; j++) {
        coefficients[j] = from[j] + share * step[j];
      }
      CoxPoint next = likelihood.at(coefficients);
      if (Double.isFinite(next.logLikelihood())
          && next.logLikelihood() + penaltyValue() >= height - slack) {
        point = next;
        steps++;
        return true;
      }
      share /= 2;
    }
    coefficients = from;
    return false;
  }

  /** The point without any effect. */
  CoxPoint start() {
    return start;
  }

  /** The highest point found. */
  CoxPoint point() {
    return point;
  }

  /** The standardised coefficients there. */
  double[] coefficients() {
    return coefficients;
  }

  int steps() {
    return steps;
  }

  boolean converged() {
    return converged;
  }

  /** The columns whose coefficients run off without end. */
  BitSet running() {
    return running;
  }

  double coefficient(int column) {
    return coefficients[column] / design.scale(column);
  }

  double penaltyValue() {
    double value = 0;
    for (int j = 0; j < coefficients.length; j++) {
      value += penalty.valueAt(design.names().get(j), ParameterRange.REAL, coefficient(j));
    }
    return value;
  }

  private double[] penalisedGradient() {
    double[] gradient = point.gradient().clone();
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] += slope(j, coefficient(j)) / design.scale(j);
    }
    return gradient;
  }

  /** Returns the information with the curvature of the penalty, at the highest point. */
  double[][] penalisedInformation() {
    return penalised(point.information());
  }

  /** Penalties on a line without ends are quadratic: their curvature is the same everywhere. */
  double[][] penalised(double[][] information) {
    double[][] sum = new double[information.length][];
    for (int j = 0; j < sum.length; j++) {
      sum[j] = information[j].clone();
      sum[j][j] += (slope(j, 0) - slope(j, 1)) / design.scale(j) / design.scale(j);
    }
    return sum;
  }

  private double slope(int column, double coefficient) {
    return penalty.slopeAt(design.names().get(column), ParameterRange.REAL, coefficient);
  }
}
