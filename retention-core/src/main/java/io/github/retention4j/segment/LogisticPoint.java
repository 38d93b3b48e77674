package io.github.retention4j.segment;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.SymmetricEigen;
import java.util.Arrays;

/** A place that the search of a logistic regression looks at. */
final class LogisticPoint {

  private final LogisticDesign design;
  private final double[] coefficients;
  private final double[] chances;
  private final double logLikelihood;

  private LogisticPoint(
      LogisticDesign design, double[] coefficients, double[] chances, double logLikelihood) {
    this.design = design;
    this.coefficients = coefficients;
    this.chances = chances;
    this.logLikelihood = logLikelihood;
  }

  static LogisticPoint at(LogisticDesign design, boolean[] left, double[] coefficients) {
    double[] values = new double[design.parameters()];
    double[] chances = new double[left.length];
    CompensatedSum logLikelihood = new CompensatedSum();
    for (int row = 0; row < left.length; row++) {
      design.read(row, values);
      double logOdds = product(values, coefficients);
      chances[row] = 1 / (1 + Math.exp(-logOdds));
      logLikelihood.add(-log1pExp(left[row] ? -logOdds : logOdds));
    }
    return new LogisticPoint(design, coefficients, chances, logLikelihood.value());
  }

  /** Returns log(1 + exp(x)) without overflow. */
  private static double log1pExp(double x) {
    return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Of the standardised columns, the intercept first. */
  double[] coefficients() {
    return coefficients;
  }

  /** The chance of each row to leave. */
  double[] chances() {
    return chances;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  double[] gradient(boolean[] left) {
    double[] values = new double[coefficients.length];
    double[] gradient = new double[coefficients.length];
    for (int row = 0; row < left.length; row++) {
      design.read(row, values);
      double residual = left[row] ? 1 - chances[row] : -chances[row];
      for (int j = 0; j < values.length; j++) {
        gradient[j] += residual * values[j];
      }
    }
    return gradient;
  }

  /** Takes minus the Hessian apart. */
  SymmetricEigen information() {
    double[] values = new double[coefficients.length];
    double[][] information = new double[values.length][values.length];
    for (int row = 0; row < chances.length; row++) {
      design.read(row, values);
      double weight = chances[row] * (1 - chances[row]);
      for (int i = 0; i < values.length; i++) {
        for (int j = 0; j <= i; j++) {
          information[i][j] += weight * values[i] * values[j];
        }
      }
    }
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        information[j][i] = information[i][j];
      }
    }
    return SymmetricEigen.of(information);
  }

  /** Returns by how much the log odds of any row change along a step, at most. */
  double reach(double[] step) {
    double[] values = new double[coefficients.length];
    double reach = 0;
    for (int row = 0; row < chances.length; row++) {
      design.read(row, values);
      reach = Math.max(reach, Math.abs(product(values, step)));
    }
    return reach;
  }

  double[] moved(double[] step, double times) {
    double[] moved = Arrays.copyOf(coefficients, coefficients.length);
    for (int j = 0; j < moved.length; j++) {
      moved[j] += times * step[j];
    }
    return moved;
  }
}
