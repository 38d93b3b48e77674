package io.github.retention4j.survival;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.internal.mle.DependentColumns;
import io.github.retention4j.internal.numeric.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Covariates by row, each less its centre. */
final class RegressionDesign {

  /** A column of which the others leave no more than this share of its variance is one of them. */
  private static final double COLLINEAR = 1e-10;

  private final List<String> names;
  private final double[] means;
  private final double[] spreads;

  /** What was taken from the columns. */
  private final double[] centres;

  /** Row by row. */
  private final double[] values;

  private RegressionDesign(
      List<String> names, double[] means, double[] spreads, double[] centres, double[] values) {
    this.names = names;
    this.means = means;
    this.spreads = spreads;
    this.centres = centres;
    this.values = values;
  }

  /**
   * Takes the columns of a table.
   *
   * @param centred whether less their means
   * @throws FitException if a column is constant, or the sum of others, each with a factor; the
   *     message names them
   */
  static RegressionDesign of(CovariateTable table, boolean centred) {
    int columns = table.names().size();
    double[] means = new double[columns];
    double[] spreads = new double[columns];
    double[] centres = new double[columns];
    double[] values = new double[Math.multiplyExact(table.rows(), columns)];
    for (int c = 0; c < columns; c++) {
      double[] column = table.column(c);
      means[c] = Arrays.stream(column).average().orElseThrow();
      spreads[c] = spread(table.names().get(c), column, means[c]);
      centres[c] = centred ? means[c] : 0;
      for (int row = 0; row < column.length; row++) {
        values[row * columns + c] = column[row] - centres[c];
      }
    }
    RegressionDesign design = new RegressionDesign(table.names(), means, spreads, centres, values);
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
      throw refused(name + " is " + column[0] + " in all rows: leave it out");
    }
    return Math.sqrt(squares / column.length);
  }

  private void refuseCollinear() {
    Cholesky factor = new Cholesky(correlations(), COLLINEAR);
    if (!factor.dependent().isEmpty()) {
      throw refused(
          "columns depend on others: "
              + factor.dependent().stream()
                  .map(column -> DependentColumns.words(factor, column, names, spreads))
                  .collect(Collectors.joining("; "))
              + ": leave them out");
    }
  }

  private static FitException refused(String message) {
    return new FitException(FitException.Reason.NOT_IDENTIFIED, message);
  }

  private double[][] correlations() {
    int columns = columns();
    double[][] sums = new double[columns][columns];
    double[] row = new double[columns];
    int rows = columns == 0 ? 0 : values.length / columns;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        row[c] = (values[r * columns + c] + centres[c] - means[c]) / spreads[c];
        for (int j = 0; j <= c; j++) {
          sums[c][j] += row[c] * row[j];
        }
      }
    }
    for (int c = 0; c < columns; c++) {
      for (int j = 0; j <= c; j++) {
        sums[c][j] /= rows;
        sums[j][c] = sums[c][j];
      }
    }
    return sums;
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

  /** The value of a row less the centre of the column. */
  double value(int row, int column) {
    return values[row * names.size() + column];
  }

  /** All values, row by row; not to be changed. */
  double[] values() {
    return values;
  }
}
