package io.github.retention4j.report;

import io.github.retention4j.cohort.Cohort;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the kinds of cohort table have in common.
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
    List<Average> averages) {

  private static final double USUAL = 0.95;

  interface Cells {
    HeatCell at(int row, int age);
  }

  /** The cohorts that were observed at an age, pooled. */
  record Average(int age, int cohorts, HeatCell pooled) {}

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

  /** Returns the largest value; 0 if none was observed. */
  double largest() {
    return values(0).max().orElse(0);
  }

  /** Returns the least value; 0 if none was observed. */
  double least() {
    return values(0).min().orElse(0);
  }

  /** Returns what 95 % of the values after the first column, if there is one, are at most. */
  double usualLargest() {
    double[] sorted = values(columns() > 1 ? 1 : 0).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(USUAL * sorted.length) - 1];
  }

  private DoubleStream values(int from) {
    return cells(from).flatMapToDouble(cell -> cell.value().stream());
  }

  /** Returns how many of the cells shown are not yet observed. */
  long open() {
    return cells(0).filter(cell -> cell.value().isEmpty()).count();
  }

  private Stream<HeatCell> cells(int from) {
    return IntStream.range(0, rows())
        .boxed()
        .flatMap(row -> IntStream.range(from, columns(row)).mapToObj(age -> cells.at(row, age)));
  }

  long customers() {
    return cohorts.stream().mapToLong(Cohort::size).sum();
  }
}
