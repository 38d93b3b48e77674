package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LogRankTestTest {

  private static final Offset<Double> EXACT = within(1e-13);

  private static final LifetimeSample TWO =
      LifetimeSample.fromStart(
              TimeScale.MEAN_MONTH,
              new double[] {1, 3, 2, 3},
              new boolean[] {true, false, true, true})
          .withGroups("plan", List.of("A", "A", "B", "B"));

  private static final LogRankTest LOG_RANK = LogRankTest.withDefaults();

  @Test
  void comparesLossesWithThoseExpectedByChance() {
    LogRankResult result = LOG_RANK.test(TWO);
    assertThat(result.groups()).containsExactly("A", "B");
    assertThat(result.rows("A")).isEqualTo(2);
    assertThat(result.observed("A")).isEqualTo(1);
    assertThat(result.expected("A")).isCloseTo(4.0 / 3, EXACT);
    assertThat(result.expected("B")).isCloseTo(5.0 / 3, EXACT);
    assertThat(result.covariance("A", "A")).isCloseTo(13.0 / 18, EXACT);
    assertThat(result.covariance("A", "B")).isCloseTo(-13.0 / 18, EXACT);
    assertThat(result.test().statistic()).isCloseTo(2.0 / 13, EXACT);
    assertThat(result.degreesOfFreedom()).isEqualTo(1);
    assertThat(result.weight()).isEqualTo(LogRankWeight.Named.LOG_RANK);
    assertThat(result.toText())
        .isEqualTo(
            """
            group  rows  observed  expected   excess
                A     2         1    1.3333  -0.3333
                B     2         2    1.6667   0.3333
            log-rank: chi-square 0.1538, degrees of freedom 1, p = 0.6949
            """);
  }

  @Test
  void weighsLossesOverTime() {
    // With 4, 3 and 2 at risk: 4 / 2 + 3 * (-1 / 3) - 2 / 2 is nothing.
    LogRankResult gehan = LOG_RANK.with(LogRankWeight.Named.GEHAN_WILCOXON).test(TWO);
    assertThat(gehan.excess("A")).isCloseTo(4 * 0.5 - 1 - 1, EXACT);
    assertThat(gehan.covariance("A", "A")).isCloseTo(16 / 4.0 + 9 * 2 / 9.0 + 4 / 4.0, EXACT);
    // S before each is 1, 3/4 and 1/2.
    LogRankResult early = LOG_RANK.with(new LogRankWeight.FlemingHarrington(1, 0)).test(TWO);
    assertThat(early.excess("A")).isCloseTo(0.5 - 0.75 / 3 - 0.5 / 2, EXACT);
    // 4/5, times 3/4, times 2/3.
    LogRankResult peto = LOG_RANK.with(LogRankWeight.Named.PETO_PETO).test(TWO);
    assertThat(peto.observed("B")).isCloseTo(0.6 + 0.4, EXACT);
    assertThat(LOG_RANK.with(LogRankWeight.Named.TARONE_WARE).test(TWO).observed("A"))
        .isCloseTo(2, EXACT);
    assertThat(new LogRankWeight.FlemingHarrington(0.5, 1).words())
        .isEqualTo("Fleming-Harrington(0.5, 1)");
  }

  @Test
  void takesAWeightForAsManyRows() {
    LifetimeSample weighted = TWO.withWeights(new double[] {3, 1, 2, 1});
    LifetimeSample repeated = TWO.select(new int[] {0, 0, 0, 1, 2, 2, 3});
    assertThat(LOG_RANK.test(weighted).test().statistic())
        .isCloseTo(LOG_RANK.test(repeated).test().statistic(), EXACT);
    LifetimeSample huge = TWO.withWeights(new double[] {1e9, 1e9, 1e9, 1e9});
    assertThat(LOG_RANK.test(huge).test().log10PValue()).isLessThan(-1e7);
    assertThat(LOG_RANK.test(huge).test().pValue()).isZero();
  }

  @Test
  void comparesWithinStrata() {
    LifetimeSample twice =
        TWO.select(new int[] {0, 1, 2, 3, 0, 1, 2, 3})
            .withStrata("country", List.of("x", "x", "x", "x", "y", "y", "y", "y"));
    LogRankResult result = LOG_RANK.test(twice);
    assertThat(result.expected("A")).isCloseTo(8.0 / 3, EXACT);
    assertThat(result.covariance("B", "B")).isCloseTo(13.0 / 9, EXACT);
  }

  @Test
  void putsLateRowsAtRiskFromTheirEntry() {
    LifetimeSample late =
        LifetimeSample.entering(
                TimeScale.DAY,
                new double[] {0, 2, 0, 0},
                new double[] {1, 5, 3, 4},
                new boolean[] {true, false, true, false})
            .withGroups("plan", List.of("A", "A", "B", "B"));
    // At 1 one of A and two of B are at risk, at 3 again.
    assertThat(LOG_RANK.test(late).expected("A")).isCloseTo(2.0 / 3, EXACT);
  }

  @Test
  void leavesOutOfTheDegreesAGroupThatWasNeverAtRisk() {
    LifetimeSample three =
        LifetimeSample.fromStart(
                TimeScale.MEAN_MONTH,
                new double[] {1, 3, 2, 3, 0.5},
                new boolean[] {true, false, true, true, false})
            .withGroups("plan", List.of("A", "A", "B", "B", "C"));
    assertThat(LOG_RANK.test(three).degreesOfFreedom()).isEqualTo(1);
    assertThat(LOG_RANK.test(three).test().statistic()).isCloseTo(2.0 / 13, EXACT);
    List<LogRankPair> pairs = LOG_RANK.pairwise(three, MultipleTesting.HOLM);
    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).first()).isEqualTo("A");
    assertThat(pairs.get(0).second()).isEqualTo("B");
  }

  @Test
  void followsAScore() {
    LogRankTrend trend = LOG_RANK.trend(TWO, List.of(1.0, 3.0));
    assertThat(trend.sum()).isCloseTo(2.0 / 3, EXACT);
    assertThat(trend.variance()).isCloseTo(4 * 13.0 / 18, EXACT);
    assertThat(trend.test().pValue()).isCloseTo(LOG_RANK.test(TWO).test().pValue(), EXACT);
    assertThatThrownBy(() -> LOG_RANK.trend(TWO, List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scores (1) must be as many as groups (2)");
    assertThatThrownBy(() -> LOG_RANK.trend(TWO, List.of(1.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scores ([1.0, 1.0]) must differ between groups that can be compared");
  }

  @Test
  void refusesWhatCannotBeCompared() {
    LifetimeSample censored =
        LifetimeSample.fromStart(TimeScale.DAY, new double[] {1, 2}, new boolean[] {false, false})
            .withGroups("plan", List.of("A", "B"));
    assertThatThrownBy(() -> LOG_RANK.test(censored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "sample (2 lifetimes in days, 0 ended) must have a loss while customers of two groups"
                + " are at risk; there is none");
    assertThatThrownBy(() -> LOG_RANK.test(censored.withGroups("plan", List.of("A", "A"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("groups ([A]) must be two or more");
    assertThatThrownBy(() -> new LogRankWeight.FlemingHarrington(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("p (-1.0) must be 0 or more, and finite");
    assertThatThrownBy(() -> LOG_RANK.test(TWO).observed("C"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("group (C) must be one of [A, B]");
  }
}
