package io.github.retention4j.survival;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Gray's test against the output published with R's cmprsk for its example, in two strata. */
class GrayTestReferenceTest {

  /** Seven digits are published. */
  private static final double PUBLISHED = 2e-7;

  private static final List<NamedCsvRecord> ROWS =
      ReferenceTable.rows(GrayTestReferenceTest.class, "gray-test.csv");

  @Test
  void agreesForThreeGroups() {
    check(row -> true, 3.393977, 1.989511);
  }

  @Test
  void agreesForTwoOfThem() {
    check(row -> !row.getField("group").equals("b"), 3.5151549, 0.1400145);
  }

  @Test
  void agreesForAPartOfTheRows() {
    Set<Integer> missing = Set.of(5, 10, 50);
    check(
        row -> number(row, "row") <= 80 && !missing.contains((int) number(row, "row")),
        4.716769,
        2.696396);
  }

  private static void check(Predicate<NamedCsvRecord> part, double first, double second) {
    List<NamedCsvRecord> rows = ROWS.stream().filter(part).toList();
    LifetimeSample sample =
        LifetimeSample.fromStart(
                TimeScale.DAY,
                rows.stream().mapToDouble(row -> number(row, "time")).toArray(),
                rows.stream().map(GrayTestReferenceTest::end).toList())
            .withGroups("group", SharedLifetimes.labels(rows, "group"))
            .withStrata("stratum", SharedLifetimes.labels(rows, "stratum"));
    assertThat(statistic(sample, "1")).isCloseTo(first, within(first * PUBLISHED));
    assertThat(statistic(sample, "2")).isCloseTo(second, within(second * 3 * PUBLISHED));
  }

  private static LifetimeEnd end(NamedCsvRecord row) {
    String cause = row.getField("cause");
    return cause.equals("0") ? LifetimeEnd.stillActive() : LifetimeEnd.left(cause);
  }

  private static double statistic(LifetimeSample sample, String reason) {
    return GrayTest.withDefaults().test(sample, reason).test().orElseThrow().statistic();
  }
}
