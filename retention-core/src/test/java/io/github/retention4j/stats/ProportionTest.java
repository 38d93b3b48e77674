package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProportionTest {

  private static final Proportion STAYED = new Proportion(31, 44);

  @Test
  void isAShareWithItsCounts() {
    assertThat(STAYED.value()).isEqualTo(31 / 44.0);
    assertThat(STAYED.complement()).isEqualTo(new Proportion(13, 44));
    assertThat(STAYED.plus(new Proportion(2, 10))).isEqualTo(new Proportion(33, 54));
    assertThat(STAYED).hasToString("31/44 (70.45 %)");
    assertThat(new Proportion(1, 800)).hasToString("1/800 (0.12 %)");
    assertThat(new Proportion(Long.MAX_VALUE, Long.MAX_VALUE))
        .hasToString("9223372036854775807/9223372036854775807 (100.00 %)");
  }

  @Test
  void defaultsToWilsonAt95Percent() {
    assertThat(STAYED.interval()).isEqualTo(STAYED.interval(IntervalMethod.WILSON, 0.95));
    assertThat(STAYED.interval(0.9)).isEqualTo(STAYED.interval(IntervalMethod.WILSON, 0.9));
    assertThat(STAYED.interval()).hasToString("[0.5578, 0.8184] 95 % Wilson");
  }

  @Test
  void existsOnlyWhereSomebodyWasAsked() {
    assertThat(Proportion.ifAny(0, 0)).isEmpty();
    assertThat(Proportion.ifAny(31, 44)).contains(STAYED);
    assertThatThrownBy(() -> Proportion.ifAny(3, 0))
        .hasMessage("count (3) must be from 0 to total (0)");
    assertThatThrownBy(() -> Proportion.ifAny(0, -1)).hasMessage("total (-1) must be at least 1");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> new Proportion(0, 0)).hasMessage("total (0) must be at least 1");
    assertThatThrownBy(() -> new Proportion(5, 3))
        .hasMessage("count (5) must be from 0 to total (3)");
    assertThatThrownBy(() -> new Proportion(-1, 3))
        .hasMessage("count (-1) must be from 0 to total (3)");
    assertThatThrownBy(() -> STAYED.plus(new Proportion(1, Long.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @EnumSource
  void everyMethodRefusesALevelOutside0To1(IntervalMethod method) {
    for (double level : new double[] {0, 1, 1.5, -0.5, Double.NaN}) {
      assertThatThrownBy(() -> STAYED.interval(method, level))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("level (" + level + ") must be over 0 and under 1");
    }
    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> STAYED.testAgainst(share, method))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("hypothesised (" + share + ") must be from 0 to 1");
    }
  }

  @Test
  void methodsHaveTheNamesOfTheLiterature() {
    assertThat(IntervalMethod.values())
        .extracting(IntervalMethod::title)
        .containsExactly(
            "Wilson",
            "Wilson, continuity corrected",
            "Clopper-Pearson",
            "Jeffreys",
            "Agresti-Coull",
            "Wald");
    assertThat(STAYED.interval(IntervalMethod.JEFFREYS, 0.9).method()).isEqualTo("Jeffreys");
    assertThat(STAYED.testAgainst(0.7, IntervalMethod.CLOPPER_PEARSON).test())
        .isEqualTo("Clopper-Pearson");
  }

  @ParameterizedTest
  @EnumSource
  void nobodyOrAllGivesALimitAtTheEnd(IntervalMethod method) {
    ConfidenceInterval none = new Proportion(0, 30).interval(method, 0.95);
    assertThat(none.lower()).isZero();
    ConfidenceInterval all = new Proportion(30, 30).interval(method, 0.95);
    assertThat(all.upper()).isEqualTo(1);
    assertThat(all.lower()).isCloseTo(1 - none.upper(), within(1e-15));
    assertThat(new Proportion(0, 30).testAgainst(0, method))
        .extracting(TestResult::pValue, TestResult::log10PValue)
        .containsExactly(1.0, 0.0);
    assertThat(new Proportion(30, 30).testAgainst(1, method))
        .extracting(TestResult::pValue, TestResult::log10PValue)
        .containsExactly(1.0, 0.0);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheCountsRuleOutHasNoChance(IntervalMethod method) {
    for (TestResult impossible :
        new TestResult[] {
          new Proportion(30, 30).testAgainst(0, method),
          new Proportion(0, 30).testAgainst(1, method)
        }) {
      assertThat(impossible.pValue()).isZero();
      assertThat(impossible.log10PValue()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLimitsOfAHugeSampleLieCloseToTheShare(IntervalMethod method) {
    ConfidenceInterval interval = new Proportion(300_000_000, 1_000_000_000).interval(method, 0.95);
    // 1.96 sqrt(0.3 * 0.7 / 1e9) = 2.8403e-5
    assertThat(interval.lower()).isCloseTo(0.3 - 2.8403e-5, within(2e-9));
    assertThat(interval.upper()).isCloseTo(0.3 + 2.8403e-5, within(2e-9));
  }

  @ParameterizedTest
  @EnumSource
  void aLevelNearZeroStillGivesAnInterval(IntervalMethod method) {
    for (long count = 0; count <= 7; count++) {
      ConfidenceInterval interval = new Proportion(count, 7).interval(method, 1e-300);
      assertThat(interval.lower()).isBetween(0.0, interval.upper());
    }
  }

  @Test
  void aZIsPositiveWhereTheObservedShareIsHigher() {
    for (IntervalMethod method :
        new IntervalMethod[] {
          IntervalMethod.WILSON,
          IntervalMethod.WILSON_CORRECTED,
          IntervalMethod.AGRESTI_COULL,
          IntervalMethod.WALD
        }) {
      assertThat(STAYED.testAgainst(0.5, method).statistic()).isBetween(2.3, 3.1);
      assertThat(STAYED.testAgainst(0.9, method).statistic()).isBetween(-4.5, -2.5);
      assertThat(new Proportion(1, 2).testAgainst(0.5, method))
          .isEqualTo(new TestResult(method.title(), 0, 1, 0));
    }
  }

  @Test
  void theCorrectedTestSeesNothingWithinHalfACustomer() {
    assertThat(new Proportion(5, 10).testAgainst(0.54, IntervalMethod.WILSON_CORRECTED).pValue())
        .isEqualTo(1);
    // (|5 - 6| - 1/2) / sqrt(10 * 0.6 * 0.4)
    assertThat(new Proportion(5, 10).testAgainst(0.6, IntervalMethod.WILSON_CORRECTED).statistic())
        .isCloseTo(-0.5 / Math.sqrt(2.4), within(1e-15));
  }

  @Test
  void anAgrestiCoullTestAgainstAnEndDependsOnWhetherAnyIntervalReachesIt() {
    // t = 1/10: r = -1 + sqrt(1 + (1/4 - t) / t^2) = 3, so z^2 = 10 / 3.
    TestResult reached = new Proportion(1, 10).testAgainst(0, IntervalMethod.AGRESTI_COULL);
    assertThat(reached.statistic()).isCloseTo(Math.sqrt(10 / 3.0), within(1e-14));
    assertThat(new Proportion(9, 10).testAgainst(1, IntervalMethod.AGRESTI_COULL).statistic())
        .isCloseTo(-Math.sqrt(10 / 3.0), within(1e-14));
    assertThat(new Proportion(5, 20).testAgainst(0, IntervalMethod.AGRESTI_COULL).statistic())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(new Proportion(15, 20).testAgainst(1, IntervalMethod.AGRESTI_COULL).statistic())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(new Proportion(0, 9).testAgainst(1e-200, IntervalMethod.AGRESTI_COULL).pValue())
        .isEqualTo(1);
  }

  @Test
  void farTailsKeepTheirLogarithm() {
    Proportion churned = new Proportion(1_000, 1_000_000);
    TestResult exact = churned.testAgainst(0.1, IntervalMethod.CLOPPER_PEARSON);
    assertThat(exact.pValue()).isZero();
    assertThat(exact.log10PValue()).isBetween(-44000.0, -43000.0);
    TestResult score = churned.testAgainst(0.1, IntervalMethod.WILSON);
    // z = 99000 / 300 = 330 below: p = 2 phi(330) / 330, less one part in 330^2.
    assertThat(score.statistic()).isCloseTo(-330, within(1e-10));
    assertThat(score.log10PValue())
        .isCloseTo(
            -54450 / Math.log(10) + Math.log10(2 / (330 * Math.sqrt(2 * Math.PI))), within(1e-5));
  }
}
