package io.github.retention4j.internal.numeric;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by the cyclic rotations of Jacobi.
 *
 * <p>Meant for the dozen parameters of a model: the work grows with the cube of the rows.
 */
public final class SymmetricEigen {

  private static final int MAX_SWEEPS = 60;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Takes a matrix apart.
   *
   * @param matrix square and symmetric, of finite numbers; only read
   * @return its eigenvalues and eigenvectors
   */
  public static SymmetricEigen of(double[][] matrix) {
    double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    double[][] rows = identity(a.length);
    for (int sweep = 0; sweep < MAX_SWEEPS && !isDiagonal(a); sweep++) {
      for (int p = 0; p < a.length; p++) {
        for (int q = p + 1; q < a.length; q++) {
          rotate(a, rows, p, q);
        }
      }
    }
    return sorted(a, rows);
  }

  private static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static boolean isDiagonal(double[][] a) {
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        double scale = Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]));
        if (Math.abs(a[p][q]) > Math.ulp(scale) / 2) {
          return false;
        }
      }
    }
    return true;
  }

  /** Makes the element at p, q zero by a rotation; {@code rows} gathers the rotations. */
  private static void rotate(double[][] a, double[][] rows, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    for (double[] row : a) {
      double atP = row[p];
      row[p] = cosine * atP - sine * row[q];
      row[q] = sine * atP + cosine * row[q];
    }
    combine(a, p, q, cosine, sine);
    combine(rows, p, q, cosine, sine);
    a[p][q] = 0;
    a[q][p] = 0;
  }

  private static void combine(double[][] a, int p, int q, double cosine, double sine) {
    for (int i = 0; i < a.length; i++) {
      double atP = a[p][i];
      a[p][i] = cosine * atP - sine * a[q][i];
      a[q][i] = sine * atP + cosine * a[q][i];
    }
  }

  private static SymmetricEigen sorted(double[][] diagonal, double[][] rows) {
    Integer[] order = new Integer[rows.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(diagonal[i][i], diagonal[j][j]));
    double[] values = new double[rows.length];
    double[][] vectors = new double[rows.length][];
    for (int k = 0; k < rows.length; k++) {
      values[k] = diagonal[order[k]][order[k]];
      vectors[k] = rows[order[k]];
    }
    return new SymmetricEigen(values, vectors);
  }

  /**
   * Returns the number of eigenvalues.
   *
   * @return the rows of the matrix
   */
  public int size() {
    return values.length;
  }

  /**
   * Returns an eigenvalue.
   *
   * @param index from 0, the smallest, up
   * @return the eigenvalue
   */
  public double value(int index) {
    return values[index];
  }

  /**
   * Returns an eigenvector.
   *
   * @param index that of its eigenvalue
   * @return a copy, of length 1; its sign means nothing but is always the same
   */
  public double[] vector(int index) {
    return vectors[index].clone();
  }

  /**
   * Returns the coordinates of a vector along the eigenvectors.
   *
   * @param vector as long as the matrix has rows
   * @return its scalar product with each eigenvector
   */
  public double[] coordinates(double[] vector) {
    return Arrays.stream(vectors).mapToDouble(axis -> product(axis, vector)).toArray();
  }

  /**
   * Returns the vector with given coordinates along the eigenvectors.
   *
   * @param coordinates one for each eigenvector
   * @return the vector
   */
  public double[] vectorOf(double[] coordinates) {
    double[] vector = new double[coordinates.length];
    for (int k = 0; k < vector.length; k++) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] += coordinates[k] * vectors[k][i];
      }
    }
    return vector;
  }

  /**
   * Returns the inverse of the matrix.
   *
   * @return symmetric; of finite numbers if no eigenvalue is 0
   */
  public double[][] inverse() {
    double[][] inverse = new double[values.length][values.length];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j <= i; j++) {
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k < values.length; k++) {
          sum.add(vectors[k][i] * vectors[k][j] / values[k]);
        }
        inverse[i][j] = sum.value();
        inverse[j][i] = inverse[i][j];
      }
    }
    return inverse;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
