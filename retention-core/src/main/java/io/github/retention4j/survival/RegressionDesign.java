package io.github.retention4j.survival;

import io.github.retention4j.customer.CovariateTable;
import java.util.Arrays;
import java.util.List;

/** Covariates in columns, each less its centre. */
final class RegressionDesign {

  /** A column of which the others leave no more than this share of its variance is one of them. */
  private static final double COLLINEAR = 1e-10;

  private final List<String> names;
  private final double[] means;
  private final double[] spreads;

  /** What was taken from the columns. */
  private final double[] centres;

  private final double[][] columns;

  private RegressionDesign(
      List<String> names, double[] means, double[] spreads, double[] centres, double[][] columns) {
    this.names = names;
    this.means = means;
    this.spreads = spreads;
    this.centres = centres;
    this.columns = columns;
  }

  /**
   * Takes the columns of a table.
   *
   * @param centred whether less their means
   * @throws IllegalArgumentException if a column is constant, or the sum of others, each with a
   *     factor; it is named
   */
  static RegressionDesign of(CovariateTable table, boolean centred) {
    int size = table.names().size();
    double[] means = new double[size];
    double[] spreads = new double[size];
    double[] centres = new double[size];
    double[][] columns = new double[size][];
    for (int c = 0; c < size; c++) {
      double[] column = table.column(c);
      means[c] = Arrays.stream(column).average().orElseThrow();
      spreads[c] = spread(table.names().get(c), column, means[c]);
      double centre = centred ? means[c] : 0;
      for (int row = 0; row < column.length; row++) {
        column[row] -= centre;
      }
      centres[c] = centre;
      columns[c] = column;
    }
    RegressionDesign design = new RegressionDesign(table.names(), means, spreads, centres, columns);
    design.refuseCollinear();
    return design;
  }

  private static double spread(String name, double[] column, double mean) {
    double squares = 0;
    boolean isConstant = true;
    for (double value : column) {
      squares += (value - mean) * (value - mean);
      isConstant &= value == column[0];
    }
    if (isConstant) {
      throw new IllegalArgumentException(
          "covariate " + name + " (" + column[0] + " in all rows) must differ between rows");
    }
    return Math.sqrt(squares / column.length);
  }

  /** Eliminates column after column from the correlations. */
  private void refuseCollinear() {
    double[][] rest = correlations();
    for (int c = 0; c < rest.length; c++) {
      if (rest[c][c] < COLLINEAR) {
        throw new IllegalArgumentException(
            "covariate "
                + names.get(c)
                + " must not follow from those before it, "
                + names.subList(0, c));
      }
      for (int i = c + 1; i < rest.length; i++) {
        double factor = rest[i][c] / rest[c][c];
        for (int j = c; j < rest.length; j++) {
          rest[i][j] -= factor * rest[c][j];
        }
      }
    }
  }

  private double[][] correlations() {
    double[][] correlations = new double[columns()][columns()];
    for (int c = 0; c < columns(); c++) {
      for (int j = 0; j <= c; j++) {
        correlations[c][j] = covariance(c, j) / spreads[c] / spreads[j];
        correlations[j][c] = correlations[c][j];
      }
    }
    return correlations;
  }

  private double covariance(int one, int other) {
    double shift = centres[one] - means[one];
    double otherShift = centres[other] - means[other];
    double sum = 0;
    for (int row = 0; row < columns[one].length; row++) {
      sum += (columns[one][row] + shift) * (columns[other][row] + otherShift);
    }
    return sum / columns[one].length;
  }

  List<String> names() {
    return names;
  }

  int columns() {
    return names.size();
  }

  double spread(int column) {
    return spreads[column];
  }

  double centre(int column) {
    return centres[column];
  }

  /** The values of a column less its centre; not to be changed. */
  double[] column(int column) {
    return columns[column];
  }
}
