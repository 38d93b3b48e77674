package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.stats.TestResult;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Gray's test against the log-rank test of R and, as R's cmprsk is not at hand, against a program
 * in Python 3.11 with numpy that sums the formulas of the class time by time.
 */
class GrayTestTest {

  private static final Offset<Double> NUMPY = within(1e-10);

  private static final double[] TIMES = {
    1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8, 1, 3, 4, 4, 6, 6, 7, 9, 9, 10, 11, 12
  };
  private static final int[] REASONS = {
    1, 2, 1, 0, 1, 2, 1, 2, 0, 1, 0, 1, 2, 1, 0, 2, 2, 1, 0, 1, 2, 0, 2, 1
  };
  private static final String GROUPS = "abcabcabcaabbbcacbabccab";

  private static final LifetimeSample THREE =
      LifetimeSample.fromStart(TimeScale.DAY, TIMES, ends())
          .withGroups("plan", Arrays.asList(GROUPS.split("")));

  private static final LifetimeSample ANY_REASON =
      LifetimeSample.fromStart(TimeScale.DAY, TIMES, left())
          .withGroups("plan", Arrays.asList(GROUPS.split("")));

  private static List<LifetimeEnd> ends() {
    return IntStream.of(REASONS)
        .mapToObj(it -> it == 0 ? LifetimeEnd.stillActive() : LifetimeEnd.left("r" + it))
        .toList();
  }

  private static boolean[] left() {
    boolean[] left = new boolean[REASONS.length];
    IntStream.range(0, left.length).forEach(row -> left[row] = REASONS[row] > 0);
    return left;
  }

  @Test
  void agreesWithTheFormulaTimeByTime() {
    IncidenceComparison first = GrayTest.withDefaults().test(THREE, "r1");
    assertThat(first.test().orElseThrow().statistic()).isCloseTo(1.4881295558329553, NUMPY);
    assertThat(first.degreesOfFreedom()).isEqualTo(2);
    assertThat(first.observed("a") - first.expected("a")).isCloseTo(0.51296068, within(1e-8));
    assertThat(statistic(THREE, "r2", 0)).isCloseTo(0.7684445685264762, NUMPY);
    assertThat(statistic(THREE, "r1", 1)).isCloseTo(1.171785416713964, NUMPY);
    assertThat(statistic(THREE, "r2", 1)).isCloseTo(0.554891988531843, NUMPY);
    LifetimeSample two =
        THREE.withGroups("plan", Arrays.asList(GROUPS.replace('c', 'a').split("")));
    assertThat(statistic(two, "r1", 0)).isCloseTo(0.5181036976454275, NUMPY);
    assertThat(statistic(two, "r2", 0)).isCloseTo(0.13595234581193136, NUMPY);
  }

  private static double statistic(LifetimeSample sample, String reason, double rho) {
    return GrayTest.withDefaults()
        .withRho(rho)
        .test(sample, reason)
        .test()
        .orElseThrow()
        .statistic();
  }

  /** R 4.2.2 survival 3.5-3: survdiff(Surv(t, s > 0) ~ g) and with + strata(rep(1:2, 12)). */
  @Test
  void isTheLogRankTestForASingleReason() {
    assertThat(statistic(ANY_REASON, "left", 0)).isCloseTo(0.7279878829156248, within(1e-12));
    List<String> strata = IntStream.range(0, 24).mapToObj(row -> "s" + row % 2).toList();
    assertThat(statistic(ANY_REASON.withStrata("half", strata), "left", 0))
        .isCloseTo(1.226769505446679, within(1e-12));
  }

  @Test
  void agreesWithTheFormulaForReasonsOfChurn() {
    List<NamedCsvRecord> rows = SharedLifetimes.rows("sim_churn_reasons");
    List<LifetimeEnd> ends = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      String reason = row.getField("reason");
      ends.add(reason.equals("active") ? LifetimeEnd.stillActive() : LifetimeEnd.left(reason));
    }
    LifetimeSample sample =
        LifetimeSample.fromStart(TimeScale.MEAN_MONTH, SharedLifetimes.column(rows, "months"), ends)
            .withGroups("annual", SharedLifetimes.labels(rows, "annual_plan"));
    assertThat(statistic(sample, "voluntary", 0)).isCloseTo(79.47139268860936, within(1e-8));
    assertThat(statistic(sample, "involuntary", 0)).isCloseTo(6.0556948781769595, within(1e-8));
    TestResult test = GrayTest.withDefaults().test(sample, "voluntary").test().orElseThrow();
    assertThat(test.log10PValue()).isBetween(-19.0, -18.0);
    assertThat(test.test()).isEqualTo("Gray");
  }

  @Test
  void saysWhereThereIsNothingToCompare() {
    LifetimeSample apart =
        LifetimeSample.entering(
                TimeScale.DAY,
                new double[] {0, 0, 5, 5},
                new double[] {1, 2, 7, 8},
                CumulativeIncidenceTest.ends("price", "", "", "card"))
            .withGroups("plan", List.of("a", "a", "b", "b"));
    IncidenceComparison comparison = GrayTest.withDefaults().test(apart, "price");
    assertThat(comparison.test()).isEmpty();
    assertThat(comparison.degreesOfFreedom()).isZero();
    assertThat(comparison.toText())
        .isEqualTo(
            """
            Gray's test, price
            plan  lost  expected
               a     1         1
               b     0         0
            nothing to compare
            """);
  }

  @Test
  void isWrittenAsText() {
    IncidenceComparison comparison = GrayTest.withDefaults().test(THREE, "r1");
    assertThat(comparison.reason()).isEqualTo("r1");
    assertThat(comparison.groups()).containsExactly("a", "b", "c");
    assertThat(comparison.toText())
        .startsWith("Gray's test, r1\nplan  lost  expected\n   a     ")
        .endsWith("chi-square 1.4881, df 2, log10 p -0.3231\n");
  }

  @Test
  void refusesWhatItCannotCompare() {
    assertThatThrownBy(() -> GrayTest.withDefaults().test(THREE, "price"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reason (price) must be one of [r1, r2]");
    assertThatThrownBy(() -> GrayTest.withDefaults().withRho(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rho (-1.0) must be 0 or more, and finite");
    LifetimeSample one =
        THREE.withGroups("plan", IntStream.range(0, 24).mapToObj(row -> "a").toList());
    assertThatThrownBy(() -> GrayTest.withDefaults().test(one, "r1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("plan ([a]) must have at least two groups");
    assertThatThrownBy(() -> GrayTest.withDefaults().test(THREE, "r1").observed("z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("group (z) must be one of [a, b, c]");
  }
}
