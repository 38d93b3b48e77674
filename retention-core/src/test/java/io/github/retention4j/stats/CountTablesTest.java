package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountTablesTest {

  private static final double ROUNDING = 1e-14;

  @Test
  void passesOverRowsAndColumnsWithoutACustomer() {
    ContingencyTable table =
        ContingencyTable.copyOf(new long[][] {{5, 0, 3}, {0, 0, 0}, {2, 0, 9}});
    ContingencyTable dense = ContingencyTable.copyOf(new long[][] {{5, 3}, {2, 9}});
    assertThat(table.degreesOfFreedom()).isEqualTo(1);
    assertThat(table.chiSquare(ContinuityCorrection.YATES))
        .isEqualTo(dense.chiSquare(ContinuityCorrection.YATES));
    assertThat(table.cramersV()).isEqualTo(dense.cramersV());
    assertThat(table.leastExpected()).isEqualTo(dense.leastExpected());
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.columns()).isEqualTo(3);
  }

  @Test
  void findsNothingToTestWhereNobodyLeft() {
    ContingencyTable table =
        ContingencyTable.of(List.of(new Proportion(0, 3), new Proportion(0, 4)));
    assertThat(table.chiSquare()).isEqualTo(new TestResult("Chi-square", 0, 1, 0));
    assertThat(table.cramersV()).isZero();
    assertThat(table.cramersVCorrected()).isZero();
  }

  @Test
  void tellsOneFromTheOther() {
    ContingencyTable table = ContingencyTable.copyOf(new long[][] {{7, 0}, {0, 4}});
    assertThat(table.cramersV()).isCloseTo(1, within(ROUNDING));
    assertThat(table.cramersVCorrected()).isCloseTo(1, within(ROUNDING));
    assertThat(table.chiSquare(ContinuityCorrection.YATES).test())
        .isEqualTo("Chi-square, Yates corrected");
  }

  @Test
  void refusesTablesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContingencyTable.copyOf(new long[][] {{1, 2}, {3}}))
        .withMessage("counts of row 1 (1) must be as many as of row 0 (2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContingencyTable.copyOf(new long[][] {{1, -2}}))
        .withMessage("count (-2) of row 0 must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContingencyTable.copyOf(new long[][] {{0, 0}}))
        .withMessage("counts (all 0) must have a customer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContingencyTable.copyOf(new long[0][]))
        .withMessage("counts (0 rows) must have a cell");
  }

  @Test
  void saysWhereACountOf0WasCorrected() {
    Proportion none = new Proportion(0, 10);
    Proportion some = new Proportion(4, 10);
    RatioEstimate risk = new RiskRatio(some, none).estimate(0.95);
    assertThat(risk.value()).isCloseTo(9, within(ROUNDING));
    assertThat(risk.interval().method()).isEqualTo("Katz log, Haldane-Anscombe corrected");
    assertThat(new OddsRatio(some, none).estimate(0.95).interval().method())
        .isEqualTo("Woolf log, Haldane-Anscombe corrected");
    assertThat(new RiskRatio(some, none).estimate(EmptyCells.LEAVE_OUT, 0.95)).isEmpty();
    assertThat(new OddsRatio(some, none).estimate(EmptyCells.LEAVE_OUT, 0.95)).isEmpty();
    assertThat(new RiskRatio(some, none).value()).isEmpty();
    assertThat(new OddsRatio(some, none).value()).isEmpty();
    assertThat(new RiskRatio(none, some).value()).hasValue(0);
    assertThat(new OddsRatio(none, some).value()).hasValue(0);
  }

  @Test
  void showsARatioWithItsInterval() {
    RiskRatio ratio = new RiskRatio(new Proportion(50, 100), new Proportion(40, 100));
    assertThat(ratio.estimate(0.95)).hasToString("1.250 [0.9169, 1.7041] 95 % Katz log");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ratio.estimate(1))
        .withMessage("level (1.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RatioEstimate(0, new ConfidenceInterval(0, 1, 0.9, "x")))
        .withMessage("value (0.0) must be finite and over 0");
  }

  @Test
  void poolsNoDifferenceWhereThereIsNone() {
    CochranMantelHaenszel none =
        new CochranMantelHaenszel(
            List.of(new ProportionDifference(new Proportion(0, 5), new Proportion(0, 5))));
    assertThat(none.test(ContinuityCorrection.YATES).pValue()).isEqualTo(1);
    assertThat(none.oddsRatio(0.95)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CochranMantelHaenszel(List.of()))
        .withMessage("strata (0) must be at least one");
  }

  @Test
  void countsPairs() {
    PairedProportions pairs =
        PairedProportions.of(
            new boolean[] {true, true, false, false, false},
            new boolean[] {true, false, true, true, false});
    assertThat(pairs).isEqualTo(new PairedProportions(1, 1, 2, 1));
    assertThat(pairs.first()).isEqualTo(new Proportion(2, 5));
    assertThat(pairs.second()).isEqualTo(new Proportion(3, 5));
    assertThat(pairs.difference()).isEqualTo(0.2);
    // (3 - 2) / 7 +- 1.959964 sqrt((5/7 - 1/49) / 7)
    assertThat(pairs.interval(0.95).lower()).isCloseTo(-0.474214, within(1e-5));
    assertThat(pairs.interval(0.95).method()).isEqualTo("Bonett-Price");
  }

  @Test
  void findsNoChangeWhereNobodyChanged() {
    PairedProportions pairs = new PairedProportions(4, 0, 0, 6);
    assertThat(pairs.test(ContinuityCorrection.NONE).pValue()).isEqualTo(1);
    assertThat(pairs.exactTest().pValue()).isEqualTo(1);
    assertThat(pairs.interval(0.95).contains(0)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedProportions(0, -1, 0, 6))
        .withMessage("firstOnly (-1) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedProportions(0, 0, 0, 0))
        .withMessage("counts (all 0) must have a customer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedProportions.of(new boolean[1], new boolean[2]))
        .withMessage("second (2) must be as many as first (1)");
  }

  @Test
  void adjustsLogarithmsAsItAdjustsPValues() {
    for (MultipleTesting method : MultipleTesting.values()) {
      List<Double> p = List.of(0.01, 0.04, 0.03, 0.9, 0.02);
      List<Double> adjusted = method.adjust(p);
      List<Double> logs = method.adjustLog10(p.stream().map(Math::log10).toList());
      for (int i = 0; i < p.size(); i++) {
        assertThat(logs.get(i)).isCloseTo(Math.log10(adjusted.get(i)), within(ROUNDING));
      }
    }
    assertThat(MultipleTesting.HOLM.adjustLog10(List.of(-511.0, -2.0)))
        .containsExactly(Math.log10(2) - 511, -2.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipleTesting.HOLM.adjustLog10(List.of(0.5)))
        .withMessage("log10PValues[0] (0.5) must be at most 0");
  }

  /** scipy 1.17.1: brentq on stats.ncx2.sf and cdf. */
  @Test
  void cramersVHasTheIntervalOfTheNoncentralityOfChiSquare() {
    interval(
        0.95, 0.06490741810255518, 0.14026390466568628, row(762, 327, 468), row(484, 239, 477));
    interval(0.9, 0.07099982431153912, 0.1342274701452287, row(762, 327, 468), row(484, 239, 477));
    interval(0.95, 0, 0.23909321666318709, row(50, 50), row(40, 60));
    interval(0.9, 0, 0.40163470250605415, row(3, 1, 4), row(1, 5, 9), row(2, 6, 5));
    interval(0.95, 0.5821342744646517, 1, row(10, 0), row(0, 12));
  }

  private static long[] row(long... counts) {
    return counts;
  }

  private static void interval(double level, double lower, double upper, long[]... counts) {
    ConfidenceInterval interval =
        ContingencyTable.copyOf(counts).cramersVInterval(level).orElseThrow();
    assertThat(interval.lower()).isCloseTo(lower, within(1e-10));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-10));
    assertThat(interval.level()).isEqualTo(level);
    assertThat(interval.method()).isEqualTo("noncentral chi-square");
  }

  /** As for an X2 of 1: scipy 1.17.1 brentq on stats.ncx2.cdf(1, 1, lambda) - 0.025. */
  @Test
  void countsThatFitTooWellAreNotCertain() {
    ContingencyTable even = ContingencyTable.copyOf(new long[][] {{25, 25}, {25, 25}});
    ConfidenceInterval interval = even.cramersVInterval(0.95).orElseThrow();
    assertThat(interval.lower()).isZero();
    assertThat(interval.upper()).isCloseTo(Math.sqrt(8.757582949804464 / 100), within(1e-10));
    ContingencyTable one = ContingencyTable.copyOf(new long[][] {{3, 4}});
    assertThat(one.cramersVInterval(0.95)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.cramersVInterval(1))
        .withMessageStartingWith("level (1.0) must be");
  }

  /** Tables of 10^16 counts and more have intervals at once, and as wide as theory has them. */
  @Test
  void cramersVOfHugeCountsHasAnInterval() {
    long some = 10_000_000_000_000_000L;
    ConfidenceInterval huge =
        ContingencyTable.copyOf(new long[][] {{some, some / 2}, {some / 2, some}})
            .cramersVInterval(0.95)
            .orElseThrow();
    // V = 1/3 of 3e16: the root of lambda is that of X2 less and more 1.96.
    double root = Math.sqrt(3e16);
    assertThat(huge.lower()).isCloseTo(1 / 3.0 - 1.9599639845 / root, within(1e-16));
    assertThat(huge.upper()).isCloseTo(1 / 3.0 + 1.9599639845 / root, within(1e-16));
    assertThat(
            ContingencyTable.copyOf(new long[][] {{some * 100, 0}, {0, some * 100}})
                .cramersVInterval(0.95)
                .orElseThrow()
                .upper())
        .isEqualTo(1);
  }
}
