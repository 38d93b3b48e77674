package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the errors of estimates hang together, in the scale of the paper. Immutable. Covers the
 * parameters that have a standard error.
 */
public final class Covariance {

  private final List<String> names;
  private final double[][] matrix;

  private Covariance(List<String> names, double[][] matrix) {
    this.names = names;
    this.matrix = matrix;
  }

  /**
   * Copies a matrix.
   *
   * @param names the parameters in the order of the rows
   * @param matrix square and symmetric, of finite numbers, each variance over 0
   * @return the covariance
   * @throws IllegalArgumentException if the matrix has another shape or a variance is not over 0
   */
  public static Covariance copyOf(List<String> names, double[][] matrix) {
    List<String> rows = List.copyOf(requireNonNull(names, "names"));
    double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    if (copy.length != rows.size() || Arrays.stream(copy).anyMatch(r -> r.length != rows.size())) {
      throw new IllegalArgumentException(
          "matrix (" + copy.length + " rows) must be square, of " + rows.size() + " rows");
    }
    for (int i = 0; i < copy.length; i++) {
      if (!(copy[i][i] > 0) || Double.isInfinite(copy[i][i])) {
        throw new IllegalArgumentException(
            "variance (" + copy[i][i] + ") of " + rows.get(i) + " must be finite and over 0");
      }
    }
    return new Covariance(rows, copy);
  }

  /**
   * Returns the parameters covered.
   *
   * @return their names, in the order of the paper
   */
  public List<String> names() {
    return names;
  }

  /**
   * Returns the covariance of two estimates, or the variance of one with itself.
   *
   * @param first the name of a parameter
   * @param second the name of a parameter
   * @return the covariance, empty if one of them is not covered
   */
  public OptionalDouble between(String first, String second) {
    int row = names.indexOf(first);
    int column = names.indexOf(second);
    return row < 0 || column < 0 ? OptionalDouble.empty() : OptionalDouble.of(matrix[row][column]);
  }

  /**
   * Returns the correlation of two estimates; near -1 or 1 on a ridge.
   *
   * @param first the name of a parameter
   * @param second the name of a parameter
   * @return from -1 to 1, empty if one of them is not covered
   */
  public OptionalDouble correlation(String first, String second) {
    int row = names.indexOf(first);
    int column = names.indexOf(second);
    if (row < 0 || column < 0) {
      return OptionalDouble.empty();
    }
    double scale = Math.sqrt(matrix[row][row]) * Math.sqrt(matrix[column][column]);
    return OptionalDouble.of(Math.max(-1, Math.min(1, matrix[row][column] / scale)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Covariance that
        && names.equals(that.names)
        && Arrays.deepEquals(matrix, that.matrix);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.deepHashCode(matrix);
  }

  @Override
  public String toString() {
    return names + " " + Arrays.deepToString(matrix);
  }
}
