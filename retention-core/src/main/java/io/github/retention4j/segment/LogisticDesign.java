package io.github.retention4j.segment;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.internal.mle.DependentColumns;
import io.github.retention4j.internal.numeric.Cholesky;
import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a regression that the sample can tell apart, each centred and scaled to variance
 * 1, and how to come back from there.
 */
final class LogisticDesign {

  /** A column of which no more than this share of the variance is its own is made up of others. */
  private static final double OWN_VARIANCE = 1e-10;

  private final int rows;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();
  private final List<Double> means = new ArrayList<>();
  private final List<Double> scales = new ArrayList<>();
  private final List<String> constant = new ArrayList<>();
  private final Map<String, String> collinear = new LinkedHashMap<>();

  private LogisticDesign(int rows) {
    this.rows = rows;
  }

  static LogisticDesign of(CovariateTable table) {
    LogisticDesign design = new LogisticDesign(table.rows());
    for (int column = 0; column < table.names().size(); column++) {
      design.add(table.names().get(column), table.column(column));
    }
    design.leaveOutCollinear();
    return design;
  }

  private void add(String name, double[] values) {
    if (Arrays.stream(values).allMatch(value -> value == values[0])) {
      constant.add(name);
      return;
    }
    double mean = CompensatedSum.of(values) / rows;
    double[] column = Arrays.stream(values).map(value -> value - mean).toArray();
    double scale = Math.sqrt(product(column, column) / rows);
    for (int row = 0; row < rows; row++) {
      column[row] /= scale;
    }
    names.add(name);
    columns.add(column);
    means.add(mean);
    scales.add(scale);
  }

  private void leaveOutCollinear() {
    Cholesky factor = new Cholesky(correlations(), OWN_VARIANCE);
    double[] unit = scales.stream().mapToDouble(scale -> scale).toArray();
    factor
        .dependent()
        .forEach(
            column ->
                collinear.put(
                    names.get(column), DependentColumns.words(factor, column, names, unit)));
    List<Integer> lastFirst = new ArrayList<>(factor.dependent());
    Collections.reverse(lastFirst);
    for (int column : lastFirst) {
      List.of(names, columns, means, scales).forEach(list -> list.remove(column));
    }
  }

  private double[][] correlations() {
    double[][] correlations = new double[columns.size()][columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j <= i; j++) {
        correlations[i][j] = product(columns.get(i), columns.get(j)) / rows;
        correlations[j][i] = correlations[i][j];
      }
    }
    return correlations;
  }

  private static double product(double[] a, double[] b) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < a.length; i++) {
      sum.add(a[i] * b[i]);
    }
    return sum.value();
  }

  int rows() {
    return rows;
  }

  /** The columns kept. */
  List<String> names() {
    return names;
  }

  List<String> constant() {
    return constant;
  }

  /** The columns made up of others, and of which. */
  Map<String, String> collinear() {
    return collinear;
  }

  /** One more than there are columns: the first parameter is the intercept. */
  int parameters() {
    return names.size() + 1;
  }

  /** Writes the standardised values of a row, after a 1 for the intercept. */
  void read(int row, double[] values) {
    values[0] = 1;
    for (int j = 0; j < columns.size(); j++) {
      values[j + 1] = columns.get(j)[row];
    }
  }

  /** Carries coefficients of standardised columns over to those of the columns as given. */
  double[] natural(double[] standardised) {
    double[] natural = standardised.clone();
    for (int j = 0; j < columns.size(); j++) {
      natural[j + 1] = standardised[j + 1] / scales.get(j);
      natural[0] -= natural[j + 1] * means.get(j);
    }
    return natural;
  }

  /** The same for a covariance: the map is linear, so rows are carried over and then columns. */
  double[][] naturalCovariance(double[][] standardised) {
    return transposed(rowsNatural(transposed(rowsNatural(standardised))));
  }

  private double[][] rowsNatural(double[][] matrix) {
    return Arrays.stream(matrix).map(this::natural).toArray(double[][]::new);
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] turned = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        turned[j][i] = matrix[i][j];
      }
    }
    return turned;
  }
}
