package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.survival.SurvivalAnswer.Estimate;
import io.github.retention4j.survival.SurvivalAnswer.NotObserved;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

  /** A few roundings. */
  private static final Offset<Double> EXACT = within(1e-14);

  /** Of four, two left after 2 and 5, two are there after 3 and 6. */
  private static final LifetimeSample FOUR =
      LifetimeSample.fromStart(
          TimeScale.MEAN_MONTH,
          new double[] {2, 5, 3, 6},
          new boolean[] {true, true, false, false});

  private static final LifetimeSample ALL_LEFT =
      LifetimeSample.fromStart(
          TimeScale.DAY, new double[] {1, 2, 3, 4}, new boolean[] {true, true, true, true});

  private static final KaplanMeier KM = KaplanMeier.withDefaults();

  @Test
  void stepsDownWhereCustomersAreLost() {
    SurvivalCurve curve = KM.calculate(FOUR);
    assertThat(curve.size()).isEqualTo(4);
    assertThat(curve.time(2)).isEqualTo(5);
    assertThat(curve.atRisk(2)).isEqualTo(2);
    assertThat(curve.lost(2)).isEqualTo(1);
    assertThat(curve.censored(1)).isEqualTo(1);
    assertThat(curve.survival(0)).isEqualTo(0.75);
    assertThat(curve.survival(2)).isEqualTo(0.375);
    assertThat(curve.lost()).isEqualTo(2);
    assertThat(curve.rows()).isEqualTo(4);
    assertThat(curve.largestAtRisk()).isEqualTo(4);
    // Greenwood: 0.375^2 (1 / (4 3) + 1 / (2 1)) = 0.375^2 * 7 / 12.
    assertThat(curve.standardError(2).orElseThrow()).isCloseTo(0.375 * Math.sqrt(7.0 / 12), EXACT);
    assertThat(curve.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    assertThat(curve).hasToString("survival of 4 lifetimes in mean months, observed up to 6");
  }

  @Test
  void saysWhatLastsLongerThanATimeAndNothingPastTheLast() {
    SurvivalCurve curve = KM.calculate(FOUR);
    Estimate before = curve.at(1).estimate().orElseThrow();
    assertThat(before.survival()).isEqualTo(1);
    assertThat(before.atRisk()).isEqualTo(4);
    assertThat(before.standardError()).hasValue(0);
    assertThat(before.interval()).isEmpty();
    Estimate between = curve.at(4).estimate().orElseThrow();
    assertThat(between.survival()).isEqualTo(0.75);
    assertThat(between.atRisk()).isEqualTo(2);
    assertThat(between.interval().orElseThrow().method()).isEqualTo("log-log");
    assertThat(curve.at(5).estimate().orElseThrow().atRisk()).isEqualTo(2);
    assertThat(curve.at(6).estimate().orElseThrow().survival()).isEqualTo(0.375);
    assertThat(curve.at(6.5)).isEqualTo(new NotObserved(6.5, 6));
    assertThat(curve.at(6.5).estimate()).isEmpty();
  }

  @Test
  void staysAtZeroOnceAllAreLost() {
    SurvivalCurve curve = KM.calculate(ALL_LEFT);
    Estimate late = curve.at(100).estimate().orElseThrow();
    assertThat(late.survival()).isZero();
    assertThat(late.atRisk()).isZero();
    assertThat(late.standardError()).isEmpty();
    assertThat(late.interval()).isEmpty();
    RestrictedMean mean = curve.restrictedMean(100).orElseThrow();
    assertThat(mean.mean()).isEqualTo(2.5);
    // Without censoring the variance of the mean is the mean square deviation over n: 1.25 / 4.
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(1.25 / 4), EXACT);
  }

  @Test
  void givesTheFirstTimeOfAQuantileOrTheMiddleOfAFlatStretch() {
    assertThat(KM.calculate(ALL_LEFT).median().estimate()).isEqualTo(new LifetimeLimit.Reached(2));
    assertThat(KM.with(QuantileRule.MIDPOINT).calculate(ALL_LEFT).median().estimate())
        .isEqualTo(new LifetimeLimit.Reached(2.5));
    LifetimeQuantile most = KM.calculate(FOUR).quantile(0.9);
    assertThat(most.estimate()).isEqualTo(new LifetimeLimit.NotReached(6));
    assertThat(most.estimate().time()).isEmpty();
    assertThat(most.estimate().words()).isEqualTo("not reached by 6");
    assertThat(KM.calculate(FOUR).median().estimate()).isEqualTo(new LifetimeLimit.Reached(5));
  }

  @Test
  void countsFlatStretchesInSpiteOfRounding() {
    // 1 - 1/3 - 1/3 by products of 2/3 and 1/2 must count as one third.
    SurvivalCurve curve =
        KM.calculate(
            LifetimeSample.fromStart(
                TimeScale.DAY, new double[] {1, 2, 3}, new boolean[] {true, true, true}));
    assertThat(curve.quantile(2.0 / 3).estimate()).isEqualTo(new LifetimeLimit.Reached(2));
  }

  @Test
  void meansOnlyWhatWasObserved() {
    SurvivalCurve curve = KM.calculate(FOUR);
    RestrictedMean mean = curve.restrictedMean(6).orElseThrow();
    // 2 + 3 * 0.75 + 1 * 0.375
    assertThat(mean.mean()).isEqualTo(4.625);
    // Areas 2.625 from 2 and 0.375 from 5, weighted by 1/12 and 1/2.
    assertThat(mean.standardError())
        .isCloseTo(Math.sqrt(2.625 * 2.625 / 12 + 0.375 * 0.375 / 2), EXACT);
    assertThat(mean.interval().upper()).isEqualTo(6);
    assertThat(curve.restrictedMean(6.01)).isEmpty();
    LifetimeWorth worth = mean.worth(MonetaryEstimate.of("EUR", 10));
    assertThat(worth.estimate()).isEqualTo(MonetaryEstimate.of("EUR", 46.25));
    assertThat(worth.upper()).isEqualTo(MonetaryEstimate.of("EUR", 60));
  }

  @Test
  void startsAnewForThoseWhoHaveLastedAlready() {
    SurvivalCurve rest = KM.calculate(FOUR).given(2).orElseThrow();
    assertThat(rest.time(1)).isEqualTo(3);
    assertThat(rest.survival(1)).isEqualTo(0.5);
    assertThat(rest.at(3).estimate().orElseThrow().atRisk()).isEqualTo(2);
    assertThat(rest.median().estimate()).isEqualTo(new LifetimeLimit.Reached(3));
    assertThat(rest.restrictedMean(4).orElseThrow().mean()).isEqualTo(3.5);
    assertThat(KM.calculate(FOUR).given(6)).isEmpty();
  }

  @Test
  void addsUpHazards() {
    CumulativeHazard hazard = KM.calculate(FOUR).cumulativeHazard();
    assertThat(hazard.value(2)).isEqualTo(0.75);
    assertThat(hazard.standardError(2)).isCloseTo(Math.sqrt(1.0 / 16 + 1.0 / 4), EXACT);
    assertThat(hazard.at(1)).hasValue(0);
    assertThat(hazard.at(4)).hasValue(0.25);
    assertThat(hazard.at(7)).isEmpty();
    assertThat(hazard.interval(2).orElseThrow().lower()).isPositive();
    assertThat(hazard.size()).isEqualTo(4);
    assertThat(hazard.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    LifetimeSample tied =
        LifetimeSample.fromStart(
            TimeScale.DAY, new double[] {7, 7, 7, 7}, new boolean[] {true, true, false, false});
    assertThat(KM.calculate(tied).cumulativeHazard(HazardTies.IN_TURN).value(0))
        .isCloseTo(1.0 / 4 + 1.0 / 3, EXACT);
    assertThat(KM.calculate(tied).survival(0)).isEqualTo(0.5);
  }

  @Test
  void putsRowsAtRiskFromTheirEntryOnly() {
    LifetimeSample late =
        LifetimeSample.entering(
            TimeScale.DAY,
            new double[] {0, 0, 3, 4},
            new double[] {2, 5, 5, 6},
            new boolean[] {true, false, true, false});
    SurvivalCurve curve = KM.calculate(late);
    assertThat(curve.atRisk(0)).isEqualTo(2);
    assertThat(curve.at(3).estimate().orElseThrow().atRisk()).isEqualTo(1);
    assertThat(curve.at(3.5).estimate().orElseThrow().atRisk()).isEqualTo(2);
    assertThat(curve.at(5).estimate().orElseThrow().atRisk()).isEqualTo(3);
    assertThat(curve.survival(1)).isCloseTo(0.5 * 2 / 3, EXACT);
    SurvivalCurve rest = curve.given(3).orElseThrow();
    assertThat(rest.at(1).estimate().orElseThrow().atRisk()).isEqualTo(2);
    assertThat(rest.at(2).estimate().orElseThrow().survival()).isCloseTo(2.0 / 3, EXACT);
  }

  @Test
  void takesHugeCountsAsWeights() {
    LifetimeSample counted =
        LifetimeSample.fromStart(
                TimeScale.MEAN_MONTH, new double[] {1, 2, 3}, new boolean[] {true, true, false})
            .withWeights(new double[] {1e9, 2e9, 7e9});
    SurvivalCurve curve = KM.calculate(counted);
    assertThat(curve.survival(0)).isCloseTo(0.9, EXACT);
    assertThat(curve.survival(1)).isCloseTo(0.7, EXACT);
    // Without censoring in between, that of a proportion.
    assertThat(curve.standardError(1).orElseThrow())
        .isCloseTo(Math.sqrt(0.7 * 0.3 / 1e10), within(1e-18));
    assertThat(curve.at(2.5).estimate().orElseThrow().atRisk()).isEqualTo(7e9);
  }

  @Test
  void comesDownToZeroWhateverTheRoundingOfWeights() {
    LifetimeSample sample =
        LifetimeSample.entering(
                TimeScale.DAY,
                new double[] {0, 0, 0, 5.5},
                new double[] {1.5, 1.5, 2.5, 7},
                new boolean[] {true, true, true, true})
            .withWeights(new double[] {0.1, 0.2, 0.3, 0.7});
    SurvivalCurve curve = KM.calculate(sample);
    assertThat(curve.survival(1)).isZero();
    assertThat(curve.survival(2)).isZero();
    // Those at risk later still tell of the time from there on.
    assertThat(curve.given(3).orElseThrow().survival(0)).isZero();
  }

  @Test
  void makesACurveOfEachGroup() {
    SurvivalCurves curves =
        KM.calculateByGroup(FOUR.withGroups("plan", List.of("pro", "basic", "pro", "basic")));
    assertThat(curves.byGroup().keySet()).containsExactly("basic", "pro");
    assertThat(curves.attribute()).isEqualTo("plan");
    assertThat(curves.of("basic").survival(0)).isEqualTo(0.5);
    assertThat(curves.toText())
        .isEqualTo(
            """
             plan  rows  customers  lost  median  lower             upper
            basic     2          2     1       5      5  not reached by 6
              pro     2          2     1       2      2  not reached by 3
            """);
    assertThatThrownBy(() -> curves.of("free"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("group (free) must be one of [basic, pro]");
    assertThatThrownBy(() -> KM.calculateByGroup(FOUR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sample (4 lifetimes in mean months, 2 ended) must have groups");
  }

  @Test
  void isWrittenAsText() {
    assertThat(KM.calculate(FOUR).toText())
        .isEqualTo(
            """
            Kaplan-Meier, mean months, median 5, intervals 95 % log-log
            time  at risk  lost  survival   lower   upper
               2        4     1    0.7500  0.1279  0.9605
               5        2     1    0.3750  0.0110  0.8080
            """);
  }

  @Test
  void refusesWhatIsNoTimeOrShare() {
    SurvivalCurve curve = KM.calculate(FOUR);
    assertThatThrownBy(() -> curve.at(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (-1.0) must be 0 or more, and finite");
    assertThatThrownBy(() -> curve.restrictedMean(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("horizon (0.0) must be over 0");
    assertThatThrownBy(() -> curve.quantile(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share (1.0) must be between 0 and 1");
    assertThatThrownBy(() -> KM.withLevel(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level (0.0) must be between 0 and 1");
    assertThatThrownBy(() -> KM.withThreads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads (0) must be at least 1");
  }
}
