package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Covariates by place, each less its mean and over its standard deviation, so that columns in
 * thousands and in thousandths count alike. Row by row in one array.
 */
final class CoxDesign {

  private static final int BLOCK = 1 << 14;

  /** Farther from the mean the sums of risks may be beyond what a double holds. */
  private static final double WIDEST_OFFSET = 300;

  private final CoxColumns columns;
  private final List<String> names;
  private final double[] mean;
  private final double[] scale;
  private final double[] range;
  private final double[] values;
  private final double @Nullable [] offset;
  private double offsetMean;

  private CoxDesign(CoxColumns columns, int places) {
    this.columns = columns;
    this.names = columns.estimatedNames();
    this.mean = new double[names.size()];
    this.scale = new double[names.size()];
    this.range = new double[names.size()];
    this.values = new double[requireSize((long) places * names.size())];
    this.offset = columns.offset().isPresent() ? new double[places] : null;
  }

  private static int requireSize(long numbers) {
    if (numbers > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "rows times columns (" + numbers + ") must be at most 2147483639");
    }
    return (int) numbers;
  }

  static CoxDesign of(
      LifetimeSample sample,
      CovariateTable covariates,
      CoxColumns which,
      RiskOrder order,
      Workers workers) {
    CoxDesign design = new CoxDesign(which, order.places());
    double[][] columns = new double[which.estimated()][];
    double[] weights = IntStream.range(0, sample.rows()).mapToDouble(sample::weight).toArray();
    double total = CompensatedSum.of(weights);
    workers.run(
        worker -> {
          for (int j = worker; j < columns.length; j += workers.count()) {
            columns[j] = covariates.column(which.number(j));
            design.describe(j, columns[j], weights, total);
          }
        });
    which.offset().ifPresent(name -> design.fillOffset(covariates, name, weights, total, order));
    int blocks = (order.places() + BLOCK - 1) / BLOCK;
    workers.run(
        worker -> {
          for (int block = worker; block < blocks; block += workers.count()) {
            Workers.checkInterrupted();
            int end = Math.min(order.places(), (block + 1) * BLOCK);
            design.copy(columns, order, block * BLOCK, end);
          }
        });
    return design;
  }

  private void describe(int j, double[] column, double[] weights, double total) {
    CompensatedSum sum = new CompensatedSum();
    double least = column[0];
    double most = column[0];
    for (int i = 0; i < column.length; i++) {
      sum.add(weights[i] * column[i]);
      least = Math.min(least, column[i]);
      most = Math.max(most, column[i]);
    }
    mean[j] = least == most ? least : sum.value() / total;
    CompensatedSum squares = new CompensatedSum();
    for (int i = 0; i < column.length; i++) {
      squares.add(weights[i] * (column[i] - mean[j]) * (column[i] - mean[j]));
    }
    double deviation = Math.sqrt(squares.value() / total);
    scale[j] = deviation > 0 ? deviation : 1;
    range[j] = (most - least) / scale[j];
  }

  private void fillOffset(
      CovariateTable covariates, String name, double[] weights, double total, RiskOrder order) {
    double[] column = covariates.column(covariates.names().indexOf(name));
    CompensatedSum sum = new CompensatedSum();
    for (int row = 0; row < column.length; row++) {
      sum.add(weights[row] * column[row]);
    }
    offsetMean = sum.value() / total;
    for (int row = 0; row < column.length; row++) {
      if (!(Math.abs(column[row] - offsetMean) <= WIDEST_OFFSET)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s (%s) of row %d must be within %.0f of its mean, %s: it is the logarithm of a"
                    + " hazard",
                name,
                column[row],
                row + 1,
                WIDEST_OFFSET,
                offsetMean));
      }
    }
    double[] ofPlace = requireNonNull(offset);
    for (int place = 0; place < ofPlace.length; place++) {
      ofPlace[place] = column[order.row(place)] - offsetMean;
    }
  }

  private void copy(double[][] columns, RiskOrder order, int from, int end) {
    int at = from * columns.length;
    for (int place = from; place < end; place++) {
      int row = order.row(place);
      for (int j = 0; j < columns.length; j++) {
        values[at++] = (columns[j][row] - mean[j]) / scale[j];
      }
    }
  }

  CoxColumns which() {
    return columns;
  }

  /** The names of the columns with a coefficient to find. */
  List<String> names() {
    return names;
  }

  /** The offset of a place less its mean; 0 where there is none. */
  double offset(int place) {
    return offset == null ? 0 : offset[place];
  }

  double offsetMean() {
    return offsetMean;
  }

  int columns() {
    return names.size();
  }

  double mean(int column) {
    return mean[column];
  }

  /** What a standardised value is multiplied by to be in the unit of the column. */
  double scale(int column) {
    return scale[column];
  }

  /** The distance of the greatest value from the least, standardised; 0 where all are the same. */
  double range(int column) {
    return range[column];
  }

  /** All values; those of a place begin at {@code place * columns()}. Not to be changed. */
  double[] values() {
    return values;
  }
}
