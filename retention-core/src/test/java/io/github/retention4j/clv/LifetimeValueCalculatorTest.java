package io.github.retention4j.clv;

import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL;
import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_AT_PERIOD_END;
import static io.github.retention4j.clv.LifetimeValueFormula.FIRST_MARGIN_NOW;
import static io.github.retention4j.clv.LifetimeValueFormula.MARGIN_OVER_CHURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.LifetimeValue.AssumedRetention;
import io.github.retention4j.clv.LifetimeValue.ObservedRetention;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifetimeValueCalculatorTest {

  private static final LifetimeValueCalculator UNDISCOUNTED =
      LifetimeValueCalculator.withDefaults();
  private static final LifetimeValueCalculator AT_TEN_PERCENT =
      UNDISCOUNTED.with(DiscountRate.yearly(0.1));
  private static final PeriodicMargin MARGIN = margin(100);
  private static final RetentionRate EIGHTY_OF_A_HUNDRED = rate(80, 100);

  private static PeriodicMargin margin(double amount) {
    return new PeriodicMargin(MonetaryEstimate.of("USD", amount), Granularity.YEAR);
  }

  private static RetentionRate rate(long retained, long total) {
    return new RetentionRate(
        new Proportion(retained, total), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
  }

  private static double amount(LifetimeValue value) {
    return value.value().orElseThrow().amount();
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST_MARGIN_AFTER_RENEWAL, 266.6666666666667, USD 266.67",
    "FIRST_MARGIN_NOW, 366.6666666666667, USD 366.67",
    "FIRST_MARGIN_AT_PERIOD_END, 333.3333333333333, USD 333.33"
  })
  void givesThePublishedNumbers(LifetimeValueFormula formula, double expected, String shown) {
    LifetimeValue value = AT_TEN_PERCENT.with(formula).calculate(MARGIN, EIGHTY_OF_A_HUNDRED);
    assertThat(amount(value)).isCloseTo(expected, within(1e-12 * expected));
    assertThat(value.value().orElseThrow()).hasToString(shown);
  }

  @Test
  void dividesTheMarginByChurn() {
    assertThat(amount(UNDISCOUNTED.with(MARGIN_OVER_CHURN).calculate(MARGIN, 0.8)))
        .isCloseTo(500, within(1e-9));
  }

  /** Ten margins by R: sum(100 * 0.8^(0:9) / 1.1^(1:10)) and its two shifts. */
  @ParameterizedTest
  @CsvSource({
    "FIRST_MARGIN_AT_PERIOD_END, 319.53420150589909",
    "FIRST_MARGIN_NOW, 351.48762165648901",
    "FIRST_MARGIN_AFTER_RENEWAL, 255.62736120471928"
  })
  void countsTheMarginsOfAHorizon(LifetimeValueFormula formula, double expected) {
    assertThat(amount(AT_TEN_PERCENT.with(formula).withHorizon(10).calculate(MARGIN, 0.8)))
        .isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void returnsToAnEndlessHorizon() {
    assertThat(AT_TEN_PERCENT.withHorizon(3).withoutHorizon().calculate(MARGIN, 0.8))
        .isEqualTo(AT_TEN_PERCENT.calculate(MARGIN, 0.8));
  }

  @Test
  void compoundsTheDiscountRateToThePeriodOfTheMargin() {
    PeriodicMargin monthly = new PeriodicMargin(MonetaryEstimate.of("USD", 10), Granularity.MONTH);
    double d = Math.pow(1.1, 1.0 / 12) - 1;
    assertThat(amount(AT_TEN_PERCENT.calculate(monthly, 0.97)))
        .isCloseTo(10 * 0.97 / (1 + d - 0.97), within(1e-9));
  }

  @Test
  void mapsTheIntervalOfTheRate() {
    LifetimeValue value = AT_TEN_PERCENT.calculate(MARGIN, EIGHTY_OF_A_HUNDRED);
    MonetaryInterval interval = value.interval().orElseThrow();
    // R 4.2.2: x <- prop.test(80, 100, correct = FALSE)$conf.int; 100 * x / (1.1 - x)
    assertThat(interval.lower().orElseThrow().amount()).isCloseTo(182.90058908568494, within(1e-9));
    assertThat(interval.upper().orElseThrow().amount()).isCloseTo(371.36069549306814, within(1e-9));
    assertThat(interval.level()).isEqualTo(0.95);
    assertThat(interval.method()).isEqualTo(EIGHTY_OF_A_HUNDRED.interval(0.95).method());
    assertThat(interval.contains(value.value().orElseThrow())).isTrue();
    assertThat(value.assumptions())
        .isEqualTo(
            "m * r / (1 + d - r): the first margin comes one period from now, and only if the"
                + " customer is retained until then; margin and chance of renewal are constant;"
                + " discount rate 0.1 a year; no horizon; retention "
                + EIGHTY_OF_A_HUNDRED);
  }

  @Test
  void narrowsTheIntervalAtALowerLevel() {
    MonetaryInterval wide =
        AT_TEN_PERCENT.calculate(MARGIN, EIGHTY_OF_A_HUNDRED).interval().orElseThrow();
    MonetaryInterval narrow =
        AT_TEN_PERCENT
            .withLevel(0.5)
            .calculate(MARGIN, EIGHTY_OF_A_HUNDRED)
            .interval()
            .orElseThrow();
    assertThat(narrow.level()).isEqualTo(0.5);
    assertThat(narrow.lower().orElseThrow()).isGreaterThan(wide.lower().orElseThrow());
    assertThat(narrow.upper().orElseThrow()).isLessThan(wide.upper().orElseThrow());
  }

  @Test
  void turnsTheIntervalOfALossRound() {
    MonetaryInterval gain =
        AT_TEN_PERCENT.calculate(MARGIN, EIGHTY_OF_A_HUNDRED).interval().orElseThrow();
    MonetaryInterval loss =
        AT_TEN_PERCENT.calculate(margin(-100), EIGHTY_OF_A_HUNDRED).interval().orElseThrow();
    assertThat(loss.lower()).contains(gain.upper().orElseThrow().times(-1));
    assertThat(loss.upper()).contains(gain.lower().orElseThrow().times(-1));
  }

  @Test
  void hasNoIntervalForAnAssumption() {
    LifetimeValue value = AT_TEN_PERCENT.withHorizon(3).calculate(MARGIN, 0.8);
    assertThat(value.interval()).isEmpty();
    assertThat(value.retention()).isEqualTo(new AssumedRetention(0.8));
    assertThat(value.assumptions())
        .endsWith("the first 3 margins; retention 0.8 assumed, so there is no interval");
  }

  @Test
  void takesARateCompoundedFromAnotherPeriod() {
    RetentionRate quarterly =
        new RetentionRate(
            new Proportion(95, 100), Granularity.QUARTER, RetentionDefinition.SAME_CUSTOMERS);
    LifetimeValue value =
        AT_TEN_PERCENT.calculate(MARGIN, quarterly.compoundedTo(Granularity.YEAR));
    double r = Math.pow(0.95, 4);
    assertThat(amount(value)).isCloseTo(100 * r / (1.1 - r), within(1e-9));
    assertThat(value.assumptions()).contains("compounded from");
    assertThat(value.interval()).isPresent();
    assertThatThrownBy(() -> AT_TEN_PERCENT.calculate(MARGIN, quarterly))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "retention.per (QUARTER) must be that of the margin, YEAR: convert the rate first, by"
                + " compoundedTo(YEAR)");
  }

  @Test
  void saysWhatHasNoFiniteValue() {
    LifetimeValue forever = UNDISCOUNTED.calculate(MARGIN, rate(40, 40));
    assertThat(forever.value()).isEmpty();
    assertThat(forever.interval().orElseThrow().upper()).isEmpty();
    double low = rate(40, 40).interval(0.95).lower();
    assertThat(forever.interval().orElseThrow().lower().orElseThrow().amount())
        .isCloseTo(100 * low / (1 - low), within(1e-6));
    assertThat(forever.interval().orElseThrow().toString()).contains(", unbounded] 95 % Wilson");
    assertThat(forever.assumptions())
        .endsWith("everyone is retained and nothing is discounted, so the sum has no finite value");
  }

  @Test
  void opensTheLowerEndOfAnEndlessLoss() {
    MonetaryInterval loss =
        UNDISCOUNTED.calculate(margin(-100), rate(40, 40)).interval().orElseThrow();
    assertThat(loss.lower()).isEmpty();
    assertThat(loss.upper().orElseThrow().amount()).isNegative();
    assertThat(loss.toString()).startsWith("[unbounded, ");
  }

  @Test
  void isWorthNothingForEverAtAMarginOfNothing() {
    LifetimeValue value = UNDISCOUNTED.calculate(margin(0), rate(40, 40));
    assertThat(amount(value)).isZero();
    assertThat(value.interval().orElseThrow().upper()).contains(MonetaryEstimate.of("USD", 0));
  }

  @Test
  void hasAFiniteValueForEveryoneRetainedWithADiscountOrAHorizon() {
    assertThat(amount(AT_TEN_PERCENT.calculate(MARGIN, 1))).isCloseTo(1000, within(1e-9));
    assertThat(amount(UNDISCOUNTED.withHorizon(7).calculate(MARGIN, 1))).isEqualTo(700);
  }

  @Test
  void countsOneMarginWhereNobodyIsRetained() {
    assertThat(amount(AT_TEN_PERCENT.calculate(MARGIN, 0))).isZero();
    assertThat(amount(AT_TEN_PERCENT.with(FIRST_MARGIN_NOW).calculate(MARGIN, 0))).isEqualTo(100);
    assertThat(
            amount(
                AT_TEN_PERCENT
                    .with(FIRST_MARGIN_AT_PERIOD_END)
                    .withHorizon(5)
                    .calculate(MARGIN, 0)))
        .isCloseTo(100 / 1.1, within(1e-12));
  }

  @Test
  void losesNoDigitsWhereAlmostNobodyLeaves() {
    double churn = 0x1p-40;
    assertThat(
            amount(
                UNDISCOUNTED
                    .with(MARGIN_OVER_CHURN)
                    .withHorizon(1000)
                    .calculate(MARGIN, 1 - churn)))
        .isCloseTo(100_000 * (1 - 999.0 / 2 * churn), within(1e-10));
  }

  @Test
  void refusesADiscountWhereTheFormulaKnowsNone() {
    LifetimeValueCalculator calculator = AT_TEN_PERCENT.with(MARGIN_OVER_CHURN);
    assertThatThrownBy(() -> calculator.calculate(MARGIN, 0.8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "discount (0.1 a year) must be none for MARGIN_OVER_CHURN; its discounted form is"
                + " FIRST_MARGIN_AT_PERIOD_END");
    assertThat(MARGIN_OVER_CHURN.discounts()).isFalse();
    assertThat(FIRST_MARGIN_AFTER_RENEWAL.discounts()).isTrue();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> AT_TEN_PERCENT.calculate(MARGIN, 1.01))
        .hasMessage("retention (1.01) must be in [0, 1]");
    assertThatThrownBy(() -> AT_TEN_PERCENT.calculate(MARGIN, -0.01))
        .hasMessage("retention (-0.01) must be in [0, 1]");
    assertThatThrownBy(() -> AT_TEN_PERCENT.calculate(MARGIN, Double.NaN))
        .hasMessage("retention (NaN) must be in [0, 1]");
    assertThatThrownBy(() -> AT_TEN_PERCENT.withHorizon(0))
        .hasMessage("periods (0) must be at least 1");
    assertThatThrownBy(() -> AT_TEN_PERCENT.withLevel(1))
        .hasMessage("level (1.0) must be between 0 and 1");
    assertThatThrownBy(() -> AT_TEN_PERCENT.withLevel(0))
        .hasMessage("level (0.0) must be between 0 and 1");
    assertThatThrownBy(
            () -> new ValuationTerms(FIRST_MARGIN_NOW, DiscountRate.NONE, OptionalInt.of(0)))
        .hasMessage("horizon (0) must be at least 1");
    assertThatThrownBy(
            () ->
                new ObservedRetention(
                    EIGHTY_OF_A_HUNDRED.compoundedTo(Granularity.YEAR), Double.NaN))
        .hasMessage("level (NaN) must be between 0 and 1");
    PeriodicMargin weekly = new PeriodicMargin(MonetaryEstimate.of("USD", 1), Granularity.WEEK);
    assertThatThrownBy(() -> AT_TEN_PERCENT.calculate(weekly, 0.9))
        .hasMessageContaining("state the rate per WEEK instead");
  }

  @ParameterizedTest
  @EnumSource(LifetimeValueFormula.class)
  void showsFormulaAndAssumption(LifetimeValueFormula formula) {
    assertThat(formula.formula()).startsWith("m ").contains("- r)");
    assertThat(formula.assumption()).contains("margin");
  }

  /** By R: sum(100 * 0.8^(1:10) * 1.03^(0:9) / 1.12^(1:10)); endless 0.8 / (1.12 - 0.8 * 1.03). */
  @Test
  void growsTheMargin() {
    LifetimeValueCalculator growing =
        UNDISCOUNTED.with(DiscountRate.yearly(0.12)).withMarginGrowth(0.03);
    assertThat(amount(growing.calculate(MARGIN, 0.8))).isCloseTo(270.27027027027026, within(1e-9));
    assertThat(amount(growing.withHorizon(10).calculate(MARGIN, 0.8)))
        .isCloseTo(257.71314675237505, within(1e-9));
    assertThat(growing.calculate(MARGIN, 0.8).assumptions())
        .contains("after the first each margin is 1.03 times the one before");
  }

  @Test
  void growsTheMarginAlongACurve() {
    RetentionCurve curve = new RetentionCurve(List.of(1.0, 0.8, 0.4), Granularity.YEAR);
    LifetimeValueCalculator growing =
        UNDISCOUNTED.with(FIRST_MARGIN_NOW).withMarginGrowth(0.5).withHorizon(4);
    CurveLifetimeValue value = growing.calculate(MARGIN, curve, CurveTail.LAST_RATE_CONTINUES);
    // 100 * (1 + 0.8 * 1.5 + 0.4 * 2.25), and 100 * 0.2 * 3.375 beyond the curve
    assertThat(value.observed().amount()).isCloseTo(310, within(1e-9));
    assertThat(value.extrapolated().amount()).isCloseTo(67.5, within(1e-9));
  }

  @Test
  void saysThatAMarginOutgrowsWhatShrinksIt() {
    LifetimeValueCalculator growing = AT_TEN_PERCENT.withMarginGrowth(0.5);
    LifetimeValue value = growing.calculate(MARGIN, EIGHTY_OF_A_HUNDRED);
    assertThat(value.value()).isEmpty();
    assertThat(value.interval())
        .isPresent()
        .get()
        .extracting(it -> it.upper().isPresent())
        .isEqualTo(false);
    assertThat(growing.withMarginGrowth(1).calculate(MARGIN, EIGHTY_OF_A_HUNDRED).interval())
        .isEmpty();
    assertThat(value.assumptions()).contains("margins grow at least as fast as renewal");
    RetentionCurve curve = new RetentionCurve(List.of(1.0, 0.8), Granularity.YEAR);
    assertThatThrownBy(() -> growing.calculate(MARGIN, curve, CurveTail.LAST_RATE_CONTINUES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tail (LAST_RATE_CONTINUES) must not go on for ever at a last rate of 0.8 with growth"
                + " 0.5 and no horizon: the sum has no finite value");
  }

  @ParameterizedTest
  @CsvSource({"-1.0", "NaN", "Infinity"})
  void refusesAGrowthThatLeavesNothingOrIsNoNumber(double growth) {
    assertThatThrownBy(() -> UNDISCOUNTED.withMarginGrowth(growth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("growth (" + growth + ") must be finite and over -1");
  }
}
