package io.github.retention4j.examples.bench;

import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.stats.Proportion;
import java.util.Map;
import java.util.Optional;

/**
 * What the monthly cohort table of an {@link EventRecipe} must come to, as found by other tools.
 *
 * @param cells cells with a customer
 * @param customers the sum of their customers
 * @param ages the sum of age times customers
 */
record MonthCheck(long cells, long customers, long ages) {

  private static final Map<Integer, MonthCheck> EXPECTED =
      Map.of(
          1_000_000, new MonthCheck(666, 503_641, 3_606_432),
          10_000_000, new MonthCheck(666, 5_043_823, 36_200_408),
          100_000_000, new MonthCheck(666, 50_431_503, 362_021_987));

  static MonthCheck of(CohortTable table) {
    long cells = 0;
    long customers = 0;
    long ages = 0;
    for (int row = 0; row < table.cohorts().size(); row++) {
      for (int age = 0; age < table.ages(row); age++) {
        long count = count(table.cell(row, age));
        cells += count > 0 ? 1 : 0;
        customers += count;
        ages += age * count;
      }
    }
    return new MonthCheck(cells, customers, ages);
  }

  private static long count(CohortCell cell) {
    Optional<Proportion> share = cell.share();
    if (share.isEmpty()) {
      throw new IllegalStateException("every month of the recipe must be complete");
    }
    return share.get().count();
  }

  /** Stops a benchmark that would measure a wrong answer; other sizes have no check values. */
  static void require(int events, CohortTable table) {
    MonthCheck expected = EXPECTED.get(events);
    if (expected != null && !expected.equals(of(table))) {
      throw new IllegalStateException(of(table) + " must be " + expected);
    }
  }
}
