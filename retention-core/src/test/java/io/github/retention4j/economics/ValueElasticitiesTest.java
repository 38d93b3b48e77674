package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ValueElasticitiesTest {

  private static final LifetimeValueCalculator CALCULATOR =
      LifetimeValueCalculator.withDefaults().with(DiscountRate.yearly(0.1));

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static PeriodicMargin margin(double amount) {
    return new PeriodicMargin(usd(amount), Granularity.YEAR);
  }

  @Test
  void theExampleOfTheDocumentation() {
    ValueElasticities elasticities = ValueElasticities.of(CALCULATOR.calculate(margin(100), 0.8));
    assertThat(elasticities.retention().getAsDouble()).isCloseTo(11.0 / 3, within(1e-12));
    assertThat(elasticities.margin().getAsDouble()).isEqualTo(1);
    assertThat(elasticities.discount().getAsDouble()).isCloseTo(-1.0 / 3, within(1e-12));
    assertThat(elasticities.acquisition().getAsDouble()).isZero();
    assertThat(elasticities.toText())
        .startsWith(
            """
            One per cent more of ... changes the value of a customer by per cent
              retention                3.667
              margin                   1.000
              discount rate           -0.333
              acquisition cost         0.000
            """);
  }

  @Test
  void anAcquisitionCostRaisesThemAll() {
    ValueElasticities elasticities =
        new ValueElasticities(CALCULATOR.calculate(margin(90), 0.8), usd(60));
    // 240 - 60 = 180.
    assertThat(elasticities.margin().getAsDouble()).isCloseTo(240 / 180.0, within(1e-12));
    assertThat(elasticities.acquisition().getAsDouble()).isCloseTo(-60 / 180.0, within(1e-12));
    assertThat(elasticities.netValue().orElseThrow().amount()).isCloseTo(180, within(1e-9));
  }

  @Test
  void anObservedRateGivesAnInterval() {
    RetentionRate rate =
        new RetentionRate(
            new Proportion(80, 100), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
    LifetimeValue value = CALCULATOR.calculate(margin(100), rate);
    OpenInterval interval = ValueElasticities.of(value).retentionInterval().orElseThrow();
    assertThat(interval.lower().getAsDouble())
        .isCloseTo(1.1 / (1.1 - rate.interval().lower()), within(1e-9));
    assertThat(interval.upper().getAsDouble())
        .isCloseTo(1.1 / (1.1 - rate.interval().upper()), within(1e-9));
    assertThat(ValueElasticities.of(value).toText()).contains("95 % Wilson, carried through");
    // The net value may be 0: no interval holds the elasticity.
    assertThat(new ValueElasticities(value, usd(260)).retentionInterval()).isEmpty();
    assertThat(new ValueElasticities(value, usd(260)).retention()).isPresent();
  }

  @Test
  void areUndefinedWithoutANetValue() {
    LifetimeValue endless = LifetimeValueCalculator.withDefaults().calculate(margin(100), 1);
    assertThat(ValueElasticities.of(endless).retention()).isEmpty();
    assertThat(ValueElasticities.of(endless).toText())
        .contains("undefined: the value has no finite value");
    LifetimeValue exact = LifetimeValueCalculator.withDefaults().calculate(margin(100), 0.5);
    assertThat(new ValueElasticities(exact, usd(100)).margin()).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    LifetimeValue value = CALCULATOR.calculate(margin(100), 0.8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueElasticities.of(CALCULATOR.withHorizon(9).calculate(margin(1), 0.8)))
        .withMessage(
            "value.terms.horizon (9) must be empty: the closed forms are for values without end");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ValueElasticities(value, usd(-1)))
        .withMessage("acquisitionCost (USD -1.00) must be at least 0");
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> new ValueElasticities(value, MonetaryEstimate.of("EUR", 1)));
  }

  @Property
  void agreeWithNumericDifferentiation(
      @ForAll LifetimeValueFormula formula,
      @ForAll @Scale(3) @DoubleRange(min = 0.05, max = 0.95) double rate,
      @ForAll @Scale(3) @DoubleRange(min = 0.01, max = 0.5) double discount,
      @ForAll @Scale(1) @DoubleRange(min = 0, max = 300) double cost) {
    double d = formula.discounts() ? discount : 0;
    double net = net(formula, 100, rate, d, cost);
    Assume.that(Math.abs(net) > 1);
    ValueElasticities closed =
        new ValueElasticities(
            CALCULATOR.with(formula).with(DiscountRate.yearly(d)).calculate(margin(100), rate),
            usd(cost));
    close(closed.retention().getAsDouble(), r -> net(formula, 100, r, d, cost), rate);
    close(closed.margin().getAsDouble(), m -> net(formula, m, rate, d, cost), 100);
    close(closed.acquisition().getAsDouble(), a -> net(formula, 100, rate, d, a), cost);
    if (d > 0) {
      close(closed.discount().getAsDouble(), e -> net(formula, 100, rate, e, cost), d);
    } else {
      assertThat(closed.discount().getAsDouble()).isZero();
    }
  }

  private static double net(
      LifetimeValueFormula formula, double margin, double rate, double discount, double cost) {
    return Values.ofOne(margin(margin), formula, DiscountRate.yearly(discount), rate) - cost;
  }

  /** Central differences with a step of 1e-6: right to about 1e-9 of the terms' size. */
  private static void close(double closed, DoubleUnaryOperator net, double at) {
    double step = 1e-6 * at;
    double slope =
        step == 0 ? 0 : (net.applyAsDouble(at + step) - net.applyAsDouble(at - step)) / (2 * step);
    double numeric = slope * at / net.applyAsDouble(at);
    assertThat(closed).isCloseTo(numeric, within(1e-6 * (1 + Math.abs(numeric))));
  }

  @Test
  void staysFiniteForHugeMarginsAndRefusesGrowth() {
    PeriodicMargin huge = new PeriodicMargin(MonetaryEstimate.of("USD", 1e300), Granularity.YEAR);
    LifetimeValueCalculator calculator = LifetimeValueCalculator.withDefaults();
    assertThat(
            ValueElasticities.of(calculator.calculate(huge, 0.9999999)).retention().orElseThrow())
        .isCloseTo(1e7, org.assertj.core.api.Assertions.within(1.0));
    LifetimeValue growing = calculator.withMarginGrowth(0.03).calculate(huge, 0.8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValueElasticities.of(growing))
        .withMessage("terms.growth (0.03) must be 0: the forms here know no growing margin");
  }
}
