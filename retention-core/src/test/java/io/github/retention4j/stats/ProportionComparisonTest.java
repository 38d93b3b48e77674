package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionComparisonTest {

  private static final ProportionDifference HALF_OVER_FORTY =
      new ProportionDifference(new Proportion(50, 100), new Proportion(40, 100));
  private static final List<Proportion> RISING =
      List.of(new Proportion(1, 10), new Proportion(2, 10), new Proportion(4, 10));

  private static ProportionDifference table(long x1, long n1, long x2, long n2) {
    return new ProportionDifference(new Proportion(x1, n1), new Proportion(x2, n2));
  }

  @Test
  void differenceIsFirstLessSecond() {
    assertThat(HALF_OVER_FORTY.difference()).isCloseTo(0.1, within(1e-16));
    assertThat(HALF_OVER_FORTY.interval(0.95)).hasToString("[-0.0373, 0.2321] 95 % Newcombe");
    assertThat(HALF_OVER_FORTY.test().test()).isEqualTo("Pooled z");
    assertThat(HALF_OVER_FORTY.test().statistic()).isCloseTo(1.42133810903740, within(1e-13));
    assertThat(HALF_OVER_FORTY.exactTest().test()).isEqualTo("Fisher exact");
    assertThat(HALF_OVER_FORTY.exactTest().statistic()).isEqualTo(50);
    assertThatThrownBy(() -> HALF_OVER_FORTY.interval(1))
        .hasMessage("level (1.0) must be over 0 and under 1");
  }

  @Test
  void totalSeparationReachesTheEnd() {
    assertThat(table(7, 7, 0, 9).interval(0.95).upper()).isEqualTo(1);
    assertThat(table(0, 7, 9, 9).interval(0.95).lower()).isEqualTo(-1);
    // One table of C(16, 7) = 11440 is as extreme.
    assertThat(table(7, 7, 0, 9).exactTest().pValue()).isCloseTo(1 / 11440.0, within(1e-17));
    assertThat(table(0, 7, 9, 9).exactTest().pValue()).isCloseTo(1 / 11440.0, within(1e-17));
  }

  @Test
  void withoutAnyDifferenceToSeePIsOne() {
    for (ProportionDifference same :
        List.of(table(0, 10, 0, 20), table(10, 10, 20, 20), table(3, 6, 5, 10))) {
      assertThat(same.test()).isEqualTo(new TestResult("Pooled z", 0, 1, 0));
      assertThat(same.exactTest().pValue()).isEqualTo(1);
      assertThat(same.exactTest().log10PValue()).isZero();
    }
  }

  @Test
  void fisherCountsTablesNoMoreLikely() {
    // Margins 4 | 4, 4 marked: 1, 16, 36, 16, 1 of 70 tables.
    assertThat(table(4, 4, 0, 4).exactTest().pValue()).isCloseTo(2 / 70.0, within(1e-16));
    assertThat(table(3, 4, 1, 4).exactTest().pValue()).isCloseTo(34 / 70.0, within(1e-15));
    assertThat(table(1, 4, 3, 4).exactTest().pValue()).isCloseTo(34 / 70.0, within(1e-15));
    assertThat(table(2, 4, 2, 4).exactTest().pValue()).isEqualTo(1);
    // Margins 3 | 7, 3 marked: 35, 63, 21, 1 of 120; nothing on the left is as rare as 2.
    assertThat(table(2, 3, 1, 7).exactTest().pValue()).isCloseTo(22 / 120.0, within(1e-15));
    assertThat(table(0, 3, 3, 7).exactTest().pValue()).isCloseTo(57 / 120.0, within(1e-15));
    // More drawn than unmarked: at least 2 marked. C(4,k) C(2,4-k): 6, 8, 1 of 15.
    assertThat(table(4, 4, 0, 2).exactTest().pValue()).isCloseTo(1 / 15.0, within(1e-16));
    assertThat(table(2, 4, 2, 2).exactTest().pValue()).isCloseTo(7 / 15.0, within(1e-15));
  }

  @Test
  void fisherAgreesWithTheZTestOnHugeTables() {
    ProportionDifference huge = table(300_020_000, 1_000_000_000, 600_000_000, 2_000_000_000);
    double p = huge.test().pValue();
    assertThat(huge.exactTest().pValue()).isCloseTo(p, within(2e-4 * p));
    TestResult far = table(400_000_000, 1_000_000_000, 300_000_000, 1_000_000_000).exactTest();
    assertThat(far.pValue()).isZero();
    assertThat(far.log10PValue()).isBetween(-5e6, -4e6);
  }

  @Test
  void shareCountsOfDifferentSizeKeepTheDigitsOfTheDifference() {
    // Cross product x1 n2 - x2 n1 = 1 of 1e18: exact, though the shares agree to 18 digits.
    ProportionDifference close = table(333_333_333, 1_000_000_000, 333_333_333, 999_999_999);
    double z = -333_333_333 / Math.sqrt(1_000_000_000.0 * 999_999_999.0);
    double pooled = 666_666_666 / 1_999_999_999.0;
    assertThat(close.test().statistic())
        .isCloseTo(z / Math.sqrt(1_999_999_999 * pooled * (1 - pooled)), within(1e-18));
  }

  @Test
  void homogeneityAndTrendOfThreeGroups() {
    TestResult any = ProportionTests.homogeneity(RISING);
    assertThat(any.test()).isEqualTo("Chi-square homogeneity");
    assertThat(any.statistic()).isCloseTo(60 / 23.0, within(1e-14));
    // With two degrees of freedom p = exp(-X2 / 2).
    assertThat(any.pValue()).isCloseTo(Math.exp(-30 / 23.0), within(1e-15));
    TestResult trend = ProportionTests.trend(RISING);
    assertThat(trend.test()).isEqualTo("Cochran-Armitage trend");
    // T = 3, variance 161/900 * 20
    assertThat(trend.statistic()).isCloseTo(3 / Math.sqrt(161 / 45.0), within(1e-14));
    assertThat(ProportionTests.trend(RISING, List.of(2.0, 1.0, 0.0)).statistic())
        .isCloseTo(-trend.statistic(), within(1e-14));
  }

  @Test
  void groupsWithoutAnyOrWithAllDoNotDiffer() {
    List<Proportion> none = List.of(new Proportion(0, 5), new Proportion(0, 9));
    List<Proportion> all = List.of(new Proportion(5, 5), new Proportion(9, 9));
    for (List<Proportion> groups : List.of(none, all)) {
      assertThat(ProportionTests.homogeneity(groups))
          .isEqualTo(new TestResult("Chi-square homogeneity", 0, 1, 0));
      assertThat(ProportionTests.trend(groups))
          .isEqualTo(new TestResult("Cochran-Armitage trend", 0, 1, 0));
    }
  }

  @Test
  void trendTakesScoresAndCountsOfAnySize() {
    double plain = ProportionTests.trend(RISING).statistic();
    for (double unit : new double[] {1e308 / 2, 1e-320, 1e15}) {
      List<Double> scores = List.of(0.0, unit, 2 * unit);
      assertThat(ProportionTests.trend(RISING, scores).statistic()).isCloseTo(plain, within(1e-14));
    }
    assertThat(ProportionTests.trend(RISING, List.of(1e15, 1e15 + 1, 1e15 + 2)).statistic())
        .isCloseTo(plain, within(1e-14));
    assertThat(ProportionTests.trend(RISING, List.of(-1e308, 0.0, 1e308)).statistic())
        .isCloseTo(plain, within(1e-14));
    long many = Long.MAX_VALUE / 2;
    assertThat(
            ProportionTests.trend(
                    List.of(new Proportion(many / 2, many), new Proportion(many / 2, many)))
                .statistic())
        .isZero();
    Proportion huge = new Proportion(1, Long.MAX_VALUE);
    assertThatThrownBy(() -> ProportionTests.trend(List.of(huge, huge)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "totals (9223372036854775807 and 9223372036854775807) must sum to what a long holds");
    assertThatThrownBy(() -> ProportionTests.trend(RISING, List.of(0.0, -0.0, 0.0)))
        .hasMessage("scores ([0.0, -0.0, 0.0]) must not all be equal");
  }

  @Test
  void saysWhatIsWrongWithGroupsAndScores() {
    assertThatThrownBy(() -> ProportionTests.homogeneity(List.of(new Proportion(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("groups ([1/2 (50.00 %)]) must be two or more");
    assertThatThrownBy(() -> ProportionTests.trend(List.of()))
        .hasMessage("groups ([]) must be two or more");
    assertThatThrownBy(() -> ProportionTests.trend(RISING, List.of(1.0, 2.0)))
        .hasMessage("scores ([1.0, 2.0]) must be one for each of the 3 groups");
    assertThatThrownBy(() -> ProportionTests.trend(RISING, List.of(1.0, 2.0, Double.NaN)))
        .hasMessage("scores ([1.0, 2.0, NaN]) must be finite");
    assertThatThrownBy(() -> ProportionTests.trend(RISING, List.of(2.0, 2.0, 2.0)))
        .hasMessage("scores ([2.0, 2.0, 2.0]) must not all be equal");
  }
}
