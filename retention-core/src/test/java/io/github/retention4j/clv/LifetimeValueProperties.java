package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.time.Granularity;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class LifetimeValueProperties {

  /** Rounding of a sum of at most some thousand positive terms, with room. */
  private static final double RELATIVE = 1e-11;

  private static LifetimeValueCalculator calculator(LifetimeValueFormula formula, double discount) {
    return LifetimeValueCalculator.withDefaults()
        .with(formula)
        .with(formula.discounts() ? DiscountRate.yearly(discount) : DiscountRate.NONE);
  }

  private static PeriodicMargin margin(double amount) {
    return new PeriodicMargin(MonetaryEstimate.of("USD", amount), Granularity.YEAR);
  }

  private static double value(LifetimeValueCalculator calculator, double retention) {
    return value(calculator, 100, retention);
  }

  private static double value(LifetimeValueCalculator calculator, double margin, double retention) {
    return calculator.calculate(margin(margin), retention).value().orElseThrow().amount();
  }

  @Property
  void risesWithRetention(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 2) @Scale(12) double discount,
      @ForAll @DoubleRange(max = 0.9999) @Scale(12) double one,
      @ForAll @DoubleRange(max = 0.9999) @Scale(12) double other) {
    Assume.that(Math.abs(one - other) > 1e-9);
    LifetimeValueCalculator calculator = calculator(formula, discount);
    assertThat(value(calculator, Math.min(one, other)))
        .isLessThan(value(calculator, Math.max(one, other)));
  }

  @Property
  void fallsWithTheDiscount(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 2) @Scale(12) double one,
      @ForAll @DoubleRange(max = 2) @Scale(12) double other,
      @ForAll @DoubleRange(min = 0.001, max = 0.9999) @Scale(12) double retention) {
    Assume.that(formula.discounts() && Math.abs(one - other) > 1e-9);
    assertThat(value(calculator(formula, Math.min(one, other)), retention))
        .isGreaterThan(value(calculator(formula, Math.max(one, other)), retention));
  }

  @Property
  void ofAHorizonIsTheSlowSum(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 2) @Scale(12) double discount,
      @ForAll @DoubleRange(max = 1) @Scale(12) double retention,
      @ForAll @IntRange(min = 1, max = 2000) int horizon) {
    double factor = formula.discounts() ? 1 + discount : 1;
    double slow =
        IntStream.range(0, horizon)
            .mapToDouble(
                t ->
                    100
                        * Math.pow(retention, t + formula.renewalsBeforeFirst())
                        / Math.pow(factor, t + formula.periodsBeforeFirst()))
            .sum();
    assertThat(value(calculator(formula, discount).withHorizon(horizon), retention))
        .isCloseTo(slow, within(RELATIVE * slow));
  }

  @Property
  void ofANearlyEndlessStayIsTheSlowSum(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 1e-9) @Scale(16) double churn,
      @ForAll @IntRange(min = 1, max = 500) int horizon) {
    double retention = 1 - churn;
    double slow =
        DoubleStream.iterate(
                Math.pow(retention, formula.renewalsBeforeFirst()), share -> share * retention)
            .limit(horizon)
            .sum();
    LifetimeValueCalculator calculator = calculator(formula, 0).withHorizon(horizon);
    assertThat(value(calculator, 1, retention)).isCloseTo(slow, within(RELATIVE * slow));
  }

  @Property
  void ofALongHorizonIsThatOfAnEndlessOne(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 2) @Scale(12) double discount,
      @ForAll @DoubleRange(max = 0.99) @Scale(12) double retention) {
    LifetimeValueCalculator calculator = calculator(formula, discount);
    double endless = value(calculator, retention);
    assertThat(value(calculator.withHorizon(5000), retention))
        .isCloseTo(endless, within(RELATIVE * endless));
    assertThat(value(calculator.withHorizon(5), retention)).isLessThanOrEqualTo(endless);
  }

  @Property
  void differsByOneMarginWhereTheFirstComesNow(
      @ForAll @DoubleRange(max = 2) @Scale(12) double discount,
      @ForAll @DoubleRange(max = 0.999) @Scale(12) double retention) {
    double now = value(calculator(LifetimeValueFormula.FIRST_MARGIN_NOW, discount), retention);
    double later =
        value(calculator(LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL, discount), retention);
    assertThat(now - later).isCloseTo(100, within(RELATIVE * now));
  }

  @Property
  void ofSplitMarginsAddsUp(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(min = -1000, max = 1000) @Scale(12) double one,
      @ForAll @DoubleRange(min = -1000, max = 1000) @Scale(12) double other,
      @ForAll @DoubleRange(max = 0.999) @Scale(12) double retention) {
    LifetimeValueCalculator calculator = calculator(formula, 0.1);
    double parts = value(calculator, one, retention) + value(calculator, other, retention);
    assertThat(value(calculator, one + other, retention)).isCloseTo(parts, within(1e-6));
  }

  @Property
  void ofAGeometricCurveIsThatOfTheFormula(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 2) @Scale(12) double discount,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(12) double retention,
      @ForAll @IntRange(min = 1, max = 20) int lastAge,
      @ForAll @IntRange(min = 1, max = 60) int horizon) {
    RetentionCurve curve =
        new RetentionCurve(
            IntStream.rangeClosed(0, lastAge).mapToObj(t -> Math.pow(retention, t)).toList(),
            Granularity.YEAR);
    LifetimeValueCalculator endless = calculator(formula, discount);
    LifetimeValueCalculator cut = endless.withHorizon(horizon);
    for (LifetimeValueCalculator calculator : new LifetimeValueCalculator[] {endless, cut}) {
      CurveLifetimeValue byCurve =
          calculator.calculate(margin(100), curve, CurveTail.LAST_RATE_CONTINUES);
      double expected = value(calculator, retention);
      assertThat(byCurve.value().amount()).isCloseTo(expected, within(1e-10 * expected));
      assertThat(byCurve.extrapolatedShare().orElseThrow()).isBetween(0.0, 1.0);
    }
  }

  @Property
  void discountCompoundsThereAndBack(@ForAll @DoubleRange(max = 5) @Scale(12) double rate) {
    DiscountRate yearly = DiscountRate.yearly(rate);
    assertThat(yearly.per(Granularity.MONTH).per(Granularity.YEAR).rate())
        .isCloseTo(rate, within(1e-13 * rate));
    assertThat(yearly.per(Granularity.QUARTER).per(Granularity.MONTH).rate())
        .isCloseTo(yearly.per(Granularity.MONTH).rate(), within(1e-13 * rate));
  }

  @Property
  void paybackIsTheFirstHorizonThatCoversTheCost(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 1) @Scale(12) double discount,
      @ForAll @DoubleRange(max = 0.999) @Scale(12) double retention,
      @ForAll @DoubleRange(min = 0.01, max = 5000) @Scale(12) double cost) {
    LifetimeValueCalculator values = calculator(formula, discount);
    Payback payback =
        PaybackCalculator.withDefaults()
            .with(formula)
            .with(formula.discounts() ? DiscountRate.yearly(discount) : DiscountRate.NONE)
            .calculate(MonetaryEstimate.of("USD", cost), margin(100), retention);
    if (payback instanceof Payback.After after) {
      int margins = (int) after.periods() + 1 - formula.periodsBeforeFirst();
      assertThat(value(values.withHorizon(margins), retention))
          .isGreaterThanOrEqualTo(cost * (1 - 1e-11));
      if (margins > 1) {
        assertThat(value(values.withHorizon(margins - 1), retention)).isLessThan(cost);
      }
    } else {
      assertThat(value(values, retention)).isLessThanOrEqualTo(cost * (1 + 1e-11));
    }
  }

  @Property
  void ofAGrowingMarginIsTheSlowSum(
      @ForAll LifetimeValueFormula formula,
      @ForAll @DoubleRange(max = 2) @Scale(12) double discount,
      @ForAll @DoubleRange(min = -0.9, max = 2) @Scale(12) double growth,
      @ForAll @DoubleRange(max = 1) @Scale(12) double retention,
      @ForAll @IntRange(min = 1, max = 200) int horizon) {
    double factor = formula.discounts() ? 1 + discount : 1;
    double slow =
        IntStream.range(0, horizon)
            .mapToDouble(
                t ->
                    100
                        * Math.pow(1 + growth, t)
                        * Math.pow(retention, t + formula.renewalsBeforeFirst())
                        / Math.pow(factor, t + formula.periodsBeforeFirst()))
            .sum();
    LifetimeValueCalculator calculator = calculator(formula, discount).withHorizon(horizon);
    assertThat(value(calculator.withMarginGrowth(growth), retention))
        .isCloseTo(slow, within(RELATIVE * slow));
  }
}
