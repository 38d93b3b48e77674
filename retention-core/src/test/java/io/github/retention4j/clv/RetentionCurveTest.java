package io.github.retention4j.clv;

import static io.github.retention4j.clv.CurveTail.LAST_RATE_CONTINUES;
import static io.github.retention4j.clv.CurveTail.NONE;
import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_AT_PERIOD_END;
import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_NOW;
import static io.github.retention4j.clv.LifetimeValueFormula.MARGIN_OVER_CHURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionCurveTest {

  private static final LifetimeValueCalculator UNDISCOUNTED =
      LifetimeValueCalculator.withDefaults();
  private static final LifetimeValueCalculator AT_TEN_PERCENT =
      UNDISCOUNTED.with(DiscountRate.yearly(0.1));
  private static final PeriodicMargin MARGIN =
      new PeriodicMargin(MonetaryEstimate.of("USD", 100), Granularity.YEAR);
  private static final RetentionCurve CURVE = curve(1, 0.8, 0.6);

  private static RetentionCurve curve(double... shares) {
    return new RetentionCurve(Arrays.stream(shares).boxed().toList(), Granularity.YEAR);
  }

  private static CurveLifetimeValue value(
      LifetimeValueCalculator calculator, RetentionCurve curve, CurveTail tail) {
    return calculator.calculate(MARGIN, curve, tail);
  }

  @Test
  void addsUpWhatWasObserved() {
    assertThat(value(UNDISCOUNTED, CURVE, NONE).value().amount()).isCloseTo(140, within(1e-12));
    assertThat(value(UNDISCOUNTED.with(FIRST_MARGIN_NOW), CURVE, NONE).value().amount())
        .isCloseTo(240, within(1e-12));
    assertThat(value(UNDISCOUNTED.with(MARGIN_OVER_CHURN), CURVE, NONE).value().amount())
        .isCloseTo(240, within(1e-12));
    // 80 / 1.1 + 60 / 1.21, with 100 more at once, and all of it a year later
    assertThat(value(AT_TEN_PERCENT, CURVE, NONE).value().amount())
        .isCloseTo(122.31404958677686, within(1e-12));
    assertThat(value(AT_TEN_PERCENT.with(FIRST_MARGIN_NOW), CURVE, NONE).value().amount())
        .isCloseTo(222.31404958677686, within(1e-12));
    assertThat(value(AT_TEN_PERCENT.with(FIRST_MARGIN_AT_PERIOD_END), CURVE, NONE).value().amount())
        .isCloseTo(202.10368144252442, within(1e-12));
  }

  @Test
  void keepsTheExtrapolatedPartApart() {
    CurveLifetimeValue value = value(UNDISCOUNTED, CURVE, LAST_RATE_CONTINUES);
    // beyond age 2 at 0.75 for ever: 60 * (0.75 + 0.75^2 + ...) = 180
    assertThat(value.observed().amount()).isCloseTo(140, within(1e-12));
    assertThat(value.extrapolated().amount()).isCloseTo(180, within(1e-11));
    assertThat(value.value().amount()).isCloseTo(320, within(1e-11));
    assertThat(value.extrapolatedShare().orElseThrow()).isCloseTo(0.5625, within(1e-14));
    assertThat(value.observedMargins()).isEqualTo(2);
  }

  @Test
  void extrapolatesNothingWithoutATail() {
    CurveLifetimeValue value = value(UNDISCOUNTED, CURVE, NONE);
    assertThat(value.extrapolated().amount()).isZero();
    assertThat(value.extrapolatedShare()).hasValue(0);
  }

  @Test
  void cutsCurveAndTailAtTheHorizon() {
    CurveLifetimeValue within = value(UNDISCOUNTED.withHorizon(1), CURVE, LAST_RATE_CONTINUES);
    assertThat(within.value().amount()).isCloseTo(80, within(1e-12));
    assertThat(within.observedMargins()).isEqualTo(1);
    CurveLifetimeValue beyond = value(UNDISCOUNTED.withHorizon(4), CURVE, LAST_RATE_CONTINUES);
    assertThat(beyond.extrapolated().amount()).isCloseTo(45 + 33.75, within(1e-11));
    assertThat(value(UNDISCOUNTED.withHorizon(4), CURVE, NONE).value().amount())
        .isCloseTo(140, within(1e-12));
  }

  @Test
  void hasNoTailWhereNobodyIsLeft() {
    assertThat(value(UNDISCOUNTED, curve(1, 0.5, 0), LAST_RATE_CONTINUES).value().amount())
        .isCloseTo(50, within(1e-12));
    assertThat(value(UNDISCOUNTED, curve(1, 0, 0), LAST_RATE_CONTINUES).extrapolatedShare())
        .isEmpty();
  }

  @Test
  void acceptsACurveThatRisesButNoTailThatDoes() {
    assertThat(curve(1, 0, 1).lastAge()).isEqualTo(2);
    RetentionCurve rising = curve(1, 0.5, 0.6);
    assertThat(value(UNDISCOUNTED, rising, NONE).value().amount()).isCloseTo(110, within(1e-12));
    assertThatThrownBy(() -> value(AT_TEN_PERCENT, rising, LAST_RATE_CONTINUES))
        .hasMessage(
            "shares[2] (0.6) must not be above shares[1] (0.5) for the last rate to continue: a"
                + " share cannot rise for ever");
    assertThat(value(UNDISCOUNTED, curve(1, 0.4, 0.8, 0.6), LAST_RATE_CONTINUES).value().amount())
        .isCloseTo(180 + 180, within(1e-11));
  }

  @Test
  void needsADiscountOrAHorizonWhereNobodyLeavesAnyMore() {
    RetentionCurve flat = curve(1, 0.5, 0.5);
    assertThatThrownBy(() -> value(UNDISCOUNTED, flat, LAST_RATE_CONTINUES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tail (LAST_RATE_CONTINUES) must not go on for ever at a last rate of 1.0 with neither"
                + " discount nor horizon: the sum has no finite value");
    assertThat(value(AT_TEN_PERCENT, flat, LAST_RATE_CONTINUES).value().amount())
        .isCloseTo(500, within(1e-10));
    assertThat(value(UNDISCOUNTED.withHorizon(10), flat, LAST_RATE_CONTINUES).value().amount())
        .isCloseTo(500, within(1e-10));
  }

  @Test
  void needsTwoAgesForARate() {
    RetentionCurve start = curve(1);
    assertThat(value(UNDISCOUNTED, start, NONE).value().amount()).isZero();
    assertThat(value(UNDISCOUNTED, start, NONE).extrapolatedShare()).isEmpty();
    assertThatThrownBy(() -> value(UNDISCOUNTED, start, LAST_RATE_CONTINUES))
        .hasMessage("shares ([1.0]) must have two ages for the last rate to continue");
  }

  @Test
  void takesTheCurveOfACohort() {
    CohortCurve cohort =
        new CohortCurve(
            List.of(
                new CohortCurve.Point(0, new Proportion(10, 10), 2),
                new CohortCurve.Point(1, new Proportion(8, 10), 2),
                new CohortCurve.Point(2, new Proportion(3, 5), 1)));
    assertThat(RetentionCurve.from(cohort, Granularity.YEAR)).isEqualTo(CURVE);
    assertThat(CURVE.lastAge()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoCurve() {
    assertThatThrownBy(RetentionCurveTest::curve)
        .hasMessage("shares ([]) must begin with S(0) = 1");
    assertThatThrownBy(() -> curve(0.9, 0.8)).hasMessage("shares[0] (0.9) must be 1");
    assertThatThrownBy(() -> curve(1, 80)).hasMessage("shares[1] (80.0) must be in [0, 1]");
    assertThatThrownBy(() -> curve(1, 0.5, -0.1)).hasMessage("shares[2] (-0.1) must be in [0, 1]");
    assertThatThrownBy(() -> curve(1, Double.NaN)).hasMessage("shares[1] (NaN) must be in [0, 1]");
    RetentionCurve monthly = new RetentionCurve(List.of(1.0, 0.9), Granularity.MONTH);
    assertThatThrownBy(() -> UNDISCOUNTED.calculate(MARGIN, monthly, NONE))
        .hasMessage("curve.per (MONTH) must be that of the margin, YEAR");
  }
}
