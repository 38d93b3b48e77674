package io.github.retention4j.examples.bench;

import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortTable;
import java.util.Map;

/**
 * What a triangle of an {@link EventRecipe} comes to, enough to tell a wrong one.
 *
 * @param cells its cells
 * @param customers the sum of their customers
 * @param ages the sum of age times customers
 */
record CellSums(long cells, long customers, long ages) {

  private static final Map<String, CellSums> EXPECTED =
      Map.of(
          "1000000 months", new CellSums(666, 503_641, 3_606_432),
          "1000000 daysOrLater", new CellSums(99_645, 7_886_533, 343_705_163),
          "1000000 onDay", new CellSums(86_302, 417_010, 10_790_185),
          "10000000 months", new CellSums(666, 5_043_823, 36_200_408),
          "10000000 daysOrLater", new CellSums(99_645, 78_922_648, 3_440_850_601L),
          "10000000 onDay", new CellSums(95_550, 4_164_748, 107_664_654),
          "100000000 months", new CellSums(666, 50_431_503, 362_021_987),
          "100000000 daysOrLater", new CellSums(99_645, 788_931_763, 34_392_874_425L),
          "100000000 onDay", new CellSums(95_550, 41_628_440, 1_076_280_904));

  /** The cells of a table in which anyone is, up to an age. */
  static CellSums nonEmpty(CohortTable table, int lastAge) {
    return of(table, lastAge, 1);
  }

  /** The cells of a table up to an age; those past its end hold nobody. */
  static CellSums allCells(CohortTable table, int lastAge) {
    CellSums sums = of(table, lastAge, 0);
    return new CellSums(table.cohorts().size() * (lastAge + 1L), sums.customers(), sums.ages());
  }

  private static CellSums of(CohortTable table, int lastAge, long fewest) {
    long cells = 0;
    long customers = 0;
    long ages = 0;
    for (int row = 0; row < table.cohorts().size(); row++) {
      for (int age = 0; age <= Math.min(lastAge, table.ages(row) - 1); age++) {
        long count = ((CohortCell.Observed) table.cell(row, age)).active().count();
        cells += count >= fewest ? 1 : 0;
        customers += count;
        ages += age * count;
      }
    }
    return new CellSums(cells, customers, ages);
  }

  /** Stops a benchmark that would measure a wrong answer; other sizes have no check values. */
  static void require(int events, String query, CellSums actual) {
    CellSums expected = EXPECTED.get(events + " " + query);
    if (expected != null && !expected.equals(actual)) {
      throw new IllegalStateException(query + ": " + actual + " must be " + expected);
    }
  }
}
