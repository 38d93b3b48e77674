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
 * Gray's test against a program in Python 3.11 with numpy that sums the formulas of the class time
 * by time and gives what R's cmprsk printed for {@link GrayTestReferenceTest} and others.
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

  private static List<LifetimeEnd> ends() {
    return IntStream.of(REASONS)
        .mapToObj(it -> it == 0 ? LifetimeEnd.stillActive() : LifetimeEnd.left("r" + it))
        .toList();
  }

  /**
   * At 1 and 2 one leaves and h_a = h_b = 2, so F is 1/4 and 1/2; z_a = 1 - 2/4 - 1/3. At 1, q is
   * 1/3 and -1/3, so V = (1/8) ((1 + (1/3) (1 - 3/2))^2 + (1 + (1/3) (1 - 3/4))^2) + 2/8.
   */
  @Test
  void isCheckedByHandForFourCustomers() {
    LifetimeSample four =
        LifetimeSample.fromStart(
                TimeScale.MEAN_MONTH,
                new double[] {1, 3, 2, 3},
                CumulativeIncidenceTest.ends("price", "", "price", ""))
            .withGroups("plan", List.of("a", "a", "b", "b"));
    IncidenceComparison comparison = GrayTest.withDefaults().test(four, "price");
    assertThat(comparison.expected("a")).isCloseTo(2 / 4.0 + 1 / 3.0, NUMPY);
    assertThat(comparison.test().orElseThrow().statistic()).isCloseTo(32 / 557.0, NUMPY);
  }

  /** F is 9/14 at 1 and, as a is gone, would be 9/14 + 2/4 at 2. */
  @Test
  void holdsTheCommonShareAtOneAtMost() {
    LifetimeSample apart =
        LifetimeSample.fromStart(
                TimeScale.MEAN_MONTH,
                new double[] {1, 1, 2, 3, 2, 3},
                CumulativeIncidenceTest.ends("p", "", "p", "p", "p", ""))
            .withGroups("plan", List.of("a", "a", "b", "b", "c", "c"))
            .withWeights(new double[] {9, 1, 1, 1, 1, 1});
    for (double rho : new double[] {0, 0.5}) {
      assertThat(statistic(apart, "p", rho)).isPositive().isFinite();
    }
  }

  @Test
  void agreesWithTheFormulaTimeByTime() {
    IncidenceComparison first = GrayTest.withDefaults().test(THREE, "r1");
    assertThat(first.test().orElseThrow().statistic()).isCloseTo(1.5169010510861607, NUMPY);
    assertThat(first.degreesOfFreedom()).isEqualTo(2);
    assertThat(first.observed("a") - first.expected("a")).isCloseTo(0.51296068, within(1e-8));
    assertThat(statistic(THREE, "r2", 0)).isCloseTo(0.7740658258917467, NUMPY);
    assertThat(statistic(THREE, "r1", 1)).isCloseTo(1.1864116964741729, NUMPY);
    assertThat(statistic(THREE, "r2", 1)).isCloseTo(0.5650270327819511, NUMPY);
    LifetimeSample two =
        THREE.withGroups("plan", Arrays.asList(GROUPS.replace('c', 'a').split("")));
    assertThat(statistic(two, "r1", 0)).isCloseTo(0.5285019509985833, NUMPY);
    assertThat(statistic(two, "r2", 0)).isCloseTo(0.1301341719597765, NUMPY);
  }

  private static double statistic(LifetimeSample sample, String reason, double rho) {
    return GrayTest.withDefaults()
        .withRho(rho)
        .test(sample, reason)
        .test()
        .orElseThrow()
        .statistic();
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
    assertThat(statistic(sample, "voluntary", 0)).isCloseTo(80.62633427964829, within(1e-8));
    assertThat(statistic(sample, "involuntary", 0)).isCloseTo(6.035973815156572, within(1e-8));
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
        .endsWith("chi-square 1.5169, df 2, p = 0.4684\n");
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
