package io.github.retention4j.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Curves and averages over the cells of a table, of which only the observed ones enter.
 *
 * @param cohorts the rows
 * @param columns how many columns a row has
 * @param cells the cells
 */
record CellCurves(List<Cohort> cohorts, IntUnaryOperator columns, Cells cells) {

  /** The cell of a row and a column. */
  interface Cells {
    CohortCell at(int row, int column);
  }

  CohortCurve curve(int row) {
    List<CohortCurve.Point> points = new ArrayList<>();
    for (int column = 0; column < columns.applyAsInt(row); column++) {
      int at = column;
      cells.at(row, at).share().ifPresent(share -> points.add(new CohortCurve.Point(at, share, 1)));
    }
    return new CohortCurve(points);
  }

  CohortCurve pooled() {
    return new CohortCurve(
        averages().stream()
            .map(at -> new CohortCurve.Point(at.age(), at.pooled(), at.cohorts()))
            .toList());
  }

  List<CohortAverage> averages() {
    return averages(rows().toArray());
  }

  List<CohortAverage> averagesToHorizon(int horizon) {
    requireColumn("horizon", horizon);
    List<CohortAverage> averages =
        averages(rows().filter(row -> isObserved(row, horizon)).toArray());
    return averages.subList(0, Math.min(averages.size() - 1, horizon) + 1);
  }

  private List<CohortAverage> averages(int[] rows) {
    List<CohortAverage> averages = new ArrayList<>();
    Optional<CohortAverage> next = average(0, rows);
    while (next.isPresent()) {
      averages.add(next.get());
      next = average(averages.size(), rows);
    }
    return Collections.unmodifiableList(averages);
  }

  private Optional<CohortAverage> average(int column, int[] rows) {
    return CohortAverage.of(
        column,
        IntStream.of(rows)
            .filter(row -> column < columns.applyAsInt(row))
            .mapToObj(row -> cells.at(row, column).share()));
  }

  List<CohortPoint> series(int column) {
    requireColumn("age", column);
    return rows()
        .filter(row -> column < columns.applyAsInt(row))
        .mapToObj(row -> new CohortPoint(cohorts.get(row), cells.at(row, column)))
        .toList();
  }

  private boolean isObserved(int row, int column) {
    return column < columns.applyAsInt(row) && cells.at(row, column).share().isPresent();
  }

  private IntStream rows() {
    return IntStream.range(0, cohorts.size());
  }

  private static void requireColumn(String name, int column) {
    if (column < 0) {
      throw new IllegalArgumentException(name + " (" + column + ") must be 0 or more");
    }
  }
}
