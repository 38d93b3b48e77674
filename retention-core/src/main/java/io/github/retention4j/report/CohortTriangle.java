package io.github.retention4j.report;

import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortAverage;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the two kinds of cohort table have in common.
 *
 * @param cohorts the rows
 * @param ages how many columns a row has
 * @param label the name of a column
 * @param cells what is known of a row at a column
 * @param averages of the columns that were observed
 */
record CohortTriangle(
    List<Cohort> cohorts,
    IntUnaryOperator ages,
    IntFunction<String> label,
    Cells cells,
    List<CohortAverage> averages) {

  private static final double USUAL = 0.95;

  interface Cells {
    CohortCell at(int row, int age);
  }

  /** Returns the number of columns to show: those observed and the next, if there is one. */
  int columns() {
    int most = IntStream.range(0, rows()).map(ages).max().orElse(1);
    return Math.min(most, averages.size() + 1);
  }

  int rows() {
    return cohorts.size();
  }

  /** Returns the number of columns of a row to show. */
  int columns(int row) {
    return Math.min(ages.applyAsInt(row), columns());
  }

  /** Returns the largest share; 0 if none was observed. */
  double largestShare() {
    return shares(0).max().orElse(0);
  }

  /** Returns what 95 % of the shares after the first column, if there is one, are at most. */
  double usualLargestShare() {
    double[] sorted = shares(columns() > 1 ? 1 : 0).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(USUAL * sorted.length) - 1];
  }

  private DoubleStream shares(int from) {
    return cells(from).flatMap(cell -> cell.share().stream()).mapToDouble(Proportion::value);
  }

  /** Returns how many of the cells shown are not yet observed. */
  long open() {
    return cells(0).filter(cell -> cell.share().isEmpty()).count();
  }

  private Stream<CohortCell> cells(int from) {
    return IntStream.range(0, rows())
        .boxed()
        .flatMap(row -> IntStream.range(from, columns(row)).mapToObj(age -> cells.at(row, age)));
  }

  long customers() {
    return cohorts.stream().mapToLong(Cohort::size).sum();
  }
}
