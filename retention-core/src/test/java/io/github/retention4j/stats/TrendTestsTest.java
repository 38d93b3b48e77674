package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTestsTest {

  /** A few roundings. */
  private static final double ROUNDING = 1e-13;

  private static double[] values(double... values) {
    return values;
  }

  @Test
  void countsRisingAndFallingPairs() {
    MannKendallTest test = MannKendallTest.of(values(9, 8, 8, 6));
    assertThat(test.observations()).isEqualTo(4);
    assertThat(test.s()).isEqualTo(-5);
    // (4 * 3 * 13 - 2 * 1 * 9) / 18.
    assertThat(test.variance()).isCloseTo(138.0 / 18, within(ROUNDING));
    assertThat(test.tau()).hasValueCloseTo(-5 / Math.sqrt(6 * 5), within(ROUNDING));
    TestResult result = test.test();
    assertThat(result.test()).isEqualTo("Mann-Kendall exact");
    assertThat(result.statistic()).isEqualTo(-5);
    // One of the 12 orders of these values falls so steadily, and one rises so.
    assertThat(result.pValue()).isCloseTo(1.0 / 6, within(ROUNDING));
    assertThat(result.log10PValue()).isCloseTo(Math.log10(1.0 / 6), within(ROUNDING));
  }

  @Test
  void saysWhatFewValuesCanShow() {
    assertThat(MannKendallTest.of(values(4, 3, 2, 1)).test().pValue())
        .isCloseTo(2.0 / 24, within(ROUNDING));
    assertThat(MannKendallTest.of(values(5, 4, 3, 2, 1)).test().pValue())
        .isCloseTo(2.0 / 120, within(ROUNDING));
  }

  /** By 1 + 1.959964 sqrt(variance): variances (60 59 125 - 6 10 9 25) / 18 and 60 59 125 / 18. */
  @Test
  void rejectsForManyValuesFromTheFirstThatTheNormalTestRejects() {
    int[] ones = IntStream.generate(() -> 1).limit(60).toArray();
    assertThat(MannKendallTest.criticalValue(ones, 0.05)).isEqualTo(309);
    int[] tens = IntStream.generate(() -> 10).limit(6).toArray();
    assertThat(MannKendallTest.criticalValue(tens, 0.05)).isEqualTo(304);
  }

  @Test
  void passesOverPairsAtOneTime() {
    MannKendallTest test = MannKendallTest.of(values(1, 0, 0), values(3, 1, 2));
    assertThat(test.s()).isEqualTo(2);
    TestResult result = test.test();
    assertThat(result.test()).isEqualTo("Mann-Kendall exact");
    assertThat(result.pValue()).isCloseTo(2.0 / 3, within(ROUNDING));
  }

  @Test
  void takesTheNormalDistributionWhereBothAreTied() {
    TestResult result = MannKendallTest.of(values(0, 0, 1, 2), values(1, 1, 2, 3)).test();
    assertThat(result.test()).isEqualTo("Mann-Kendall normal, continuity corrected");
  }

  @Test
  void takesTheNormalDistributionForManyValues() {
    double[] rising = new double[51];
    for (int i = 0; i < rising.length; i++) {
      rising[i] = i;
    }
    MannKendallTest test = MannKendallTest.of(rising);
    assertThat(test.test()).isEqualTo(test.normalTest());
    assertThat(test.test().statistic())
        .isCloseTo((51 * 25 - 1) / Math.sqrt(51 * 50 * 107 / 18.0), within(ROUNDING * 100));
  }

  @Test
  void findsNothingWhereAllAreEqual() {
    MannKendallTest equal = MannKendallTest.of(values(7, 7, 7));
    assertThat(equal.variance()).isZero();
    assertThat(equal.tau()).isEmpty();
    assertThat(equal.test().pValue()).isEqualTo(1);
    assertThat(equal.normalTest().pValue()).isEqualTo(1);
    MannKendallTest atOnce = MannKendallTest.of(values(2, 2), values(1, 5));
    assertThat(atOnce.s()).isZero();
    assertThat(atOnce.test().pValue()).isEqualTo(1);
  }

  @Test
  void takesTheTwoZerosForOne() {
    assertThat(MannKendallTest.of(values(0.0, -0.0)).s()).isZero();
    assertThat(MannKendallTest.of(values(0.0, -0.0), values(1, 2)).s()).isZero();
  }

  @Test
  void refusesWhatHasNoOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendallTest.of(values(1)))
        .withMessage("values (1) must be two or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendallTest.of(values(1, Double.NaN)))
        .withMessage("values[1] (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendallTest.of(values(1, Double.POSITIVE_INFINITY), values(1, 2)))
        .withMessage("times[1] (Infinity) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSenSlope.of(values(1), values(1, 2)))
        .withMessage("times (1) must be as many as values (2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSenSlope.of(values(3, 3), values(1, 2)))
        .withMessage("times (all 3.0) must not all be equal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSenSlope.of(values(0, 1e-300), values(-1e200, 1e200)))
        .withMessage("times (nearest by 1.0E-300) must lie further apart for these values");
  }

  @Test
  void takesTheMedianSlope() {
    TheilSenSlope slope = TheilSenSlope.of(values(9, 8, 8, 6));
    assertThat(slope.pairs()).isEqualTo(6);
    assertThat(slope.value()).isEqualTo(-1);
    // Median value 8 at median time 1.5.
    assertThat(slope.intercept()).isEqualTo(9.5);
    assertThat(slope.interval(0.95)).isEmpty();
    // S = 6 has p = 2/24, the only one under 0.1: all slopes but none beyond.
    assertThat(slope.interval(0.9)).contains(new ConfidenceInterval(-2, 0, 0.9, "Sen"));
    assertThat(slope.interval(TheilSenInterval.TIE_CORRECTED, 0.95).orElseThrow().method())
        .isEqualTo("Sen, corrected for ties");
  }

  @Test
  void narrowsAtALowLevel() {
    // No S of three values is nearer to 0 than 1, which never is rejected.
    assertThat(TheilSenSlope.of(values(1, 2, 4)).interval(0.001))
        .contains(new ConfidenceInterval(1, 2, 0.001, "Sen"));
    assertThat(TheilSenSlope.of(values(0, 1, 3, 7)).interval(0.2))
        .contains(new ConfidenceInterval(2, 7.0 / 3, 0.2, "Sen"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TheilSenSlope.of(values(1, 2, 4)).interval(1))
        .withMessage("level (1.0) must be over 0 and under 1");
  }

  @Test
  void isNotMovedByAWildValue() {
    assertThat(TheilSenSlope.of(values(1, 2, 3, 4, 5, 6, 1e9)).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void findsTheSlopeOfManyValuesByCounting() {
    int n = 3000;
    SplittableRandom random = new SplittableRandom(42);
    double[] times = new double[n];
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = random.nextInt(0, 900);
      scores[i] = Math.rint(8 - times[i] / 300 + 3 * random.nextDouble());
    }
    TimeOrder order = TimeOrder.of(times, scores);
    OrderedSlopes sorted = OrderedSlopes.Kept.of(order);
    OrderedSlopes counted = OrderedSlopes.of(order);
    assertThat(counted).isInstanceOf(OrderedSlopes.Counted.class);
    assertThat(counted.count()).isEqualTo(sorted.count());
    for (double share : values(0, 0.01, 0.3, 0.5, 0.77, 1)) {
      long rank = Math.round(share * (sorted.count() - 1));
      // Residuals of a few hundred units are rounded in their 16th digit.
      assertThat(counted.ofRank(rank)).isCloseTo(sorted.ofRank(rank), within(1e-12));
    }
    TheilSenSlope slope = TheilSenSlope.of(times, scores);
    assertThat(slope.interval(0.95).orElseThrow().contains(slope.value())).isTrue();
  }
}
