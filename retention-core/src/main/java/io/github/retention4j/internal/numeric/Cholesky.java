package io.github.retention4j.internal.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A symmetric matrix of information taken apart as {@code D L L' D}, D so that L L' has ones in its
 * diagonal. A row that nothing is left of, once the rows before it are taken off, depends on them:
 * it is left out, as if its parameter were known.
 */
public final class Cholesky {

  private final double[] scale;
  private final double[][] factor;
  private final List<Integer> dependent = new ArrayList<>();

  /**
   * Takes a matrix apart.
   *
   * @param matrix symmetric
   * @param tolerance the share of its information that a row must have for itself
   */
  public Cholesky(double[][] matrix, double tolerance) {
    this.scale = new double[matrix.length];
    this.factor = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      scale[i] = matrix[i][i] > 0 ? Math.sqrt(matrix[i][i]) : 0;
      for (int j = 0; j < i; j++) {
        factor[i][j] = factor[j][j] > 0 ? (scaled(matrix, i, j) - product(i, j)) / factor[j][j] : 0;
      }
      double left = scale[i] > 0 ? 1 - product(i, i) : 0;
      if (left > tolerance) {
        factor[i][i] = Math.sqrt(left);
      } else {
        dependent.add(i);
      }
    }
  }

  private double scaled(double[][] matrix, int i, int j) {
    return scale[i] > 0 && scale[j] > 0 ? matrix[i][j] / scale[i] / scale[j] : 0;
  }

  private double product(int i, int j) {
    double sum = 0;
    for (int k = 0; k < j; k++) {
      sum += factor[i][k] * factor[j][k];
    }
    return sum;
  }

  /**
   * Returns the rows that were left out.
   *
   * @return in their order, unmodifiable
   */
  public List<Integer> dependent() {
    return Collections.unmodifiableList(dependent);
  }

  /**
   * Returns how a row is made of those before it.
   *
   * @param row from 0
   * @return for each row before it the factor, both in their own scale; 0 for rows left out
   */
  public double[] combination(int row) {
    double[] parts = new double[row];
    for (int i = row - 1; i >= 0; i--) {
      if (factor[i][i] > 0) {
        double rest = factor[row][i];
        for (int k = i + 1; k < row; k++) {
          rest -= factor[k][i] * parts[k];
        }
        parts[i] = rest / factor[i][i];
      }
    }
    return parts;
  }

  /**
   * Solves for a vector.
   *
   * @param vector as long as the matrix
   * @return the solution; 0 in rows left out
   */
  public double[] solve(double[] vector) {
    double[] x = new double[vector.length];
    for (int i = 0; i < x.length; i++) {
      if (factor[i][i] > 0) {
        double rest = vector[i] / scale[i];
        for (int k = 0; k < i; k++) {
          rest -= factor[i][k] * x[k];
        }
        x[i] = rest / factor[i][i];
      }
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= factor[k][i] * x[k];
      }
      x[i] = factor[i][i] > 0 ? x[i] / factor[i][i] : 0;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = factor[i][i] > 0 ? x[i] / scale[i] : 0;
    }
    return x;
  }

  /**
   * Returns the inverse.
   *
   * @return symmetric; 0 in rows and columns left out
   */
  public double[][] inverse() {
    double[][] inverse = new double[scale.length][];
    for (int i = 0; i < scale.length; i++) {
      double[] unit = new double[scale.length];
      unit[i] = factor[i][i] > 0 ? 1 : 0;
      inverse[i] = solve(unit);
    }
    for (int i = 0; i < scale.length; i++) {
      for (int j = 0; j < i; j++) {
        inverse[i][j] = (inverse[i][j] + inverse[j][i]) / 2;
        inverse[j][i] = inverse[i][j];
      }
    }
    return inverse;
  }

  /**
   * Returns {@code vector' matrix^-1 vector}.
   *
   * @param vector as long as the matrix
   * @return 0 or more
   */
  public double quadratic(double[] vector) {
    double[] solved = solve(vector);
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * solved[i];
    }
    return Math.max(0, sum);
  }
}
