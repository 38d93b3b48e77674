package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.clv.Payback.After;
import io.github.retention4j.clv.Payback.Never;
import io.github.retention4j.clv.Payback.Reason;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaybackCalculatorTest {

  private static final PaybackCalculator CALCULATOR = PaybackCalculator.withDefaults();
  private static final PeriodicMargin MARGIN = margin(100);

  private static PeriodicMargin margin(double amount) {
    return new PeriodicMargin(usd(amount), Granularity.MONTH);
  }

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static Payback months(long periods) {
    return new After(periods, Granularity.MONTH);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 1", "100.01, 2", "250, 3", "300, 3", "1e12, 10000000000"})
  void dividesTheCostByTheMarginIfNobodyLeaves(double cost, long periods) {
    assertThat(CALCULATOR.calculate(usd(cost), MARGIN)).isEqualTo(months(periods));
  }

  /** At r = 0.8 the margins add up to 100, 180, 244, 295.2, ... and never to 500. */
  @ParameterizedTest
  @CsvSource({"100, 1", "180, 2", "180.01, 3", "244, 3", "250, 4", "295.2, 4", "499.9, 39"})
  void takesLongerWhileCustomersLeave(double cost, long periods) {
    assertThat(CALCULATOR.calculate(usd(cost), MARGIN, 0.8)).isEqualTo(months(periods));
  }

  @ParameterizedTest
  @CsvSource({"500, 0.8", "500.01, 0.8", "100.01, 0", "1000, 0.9"})
  void isNeverWhereCostTimesChurnIsNotBelowTheMargin(double cost, double retention) {
    assertThat(CALCULATOR.calculate(usd(cost), MARGIN, retention))
        .isEqualTo(new Never(Reason.LIFETIME_VALUE_NOT_ABOVE_COST));
  }

  @Test
  void isCoveredByTheOnlyMarginOfACustomerWhoLeavesAtOnce() {
    assertThat(CALCULATOR.calculate(usd(100), MARGIN, 0)).isEqualTo(months(1));
  }

  @Test
  void isNeverWithoutAMargin() {
    assertThat(CALCULATOR.calculate(usd(1), margin(0)))
        .isEqualTo(new Never(Reason.MARGIN_NOT_POSITIVE));
    assertThat(CALCULATOR.calculate(usd(1), margin(-5), 0.9))
        .isEqualTo(new Never(Reason.MARGIN_NOT_POSITIVE));
  }

  @Test
  void isNeverBeyondWhatCanBeCounted() {
    assertThat(CALCULATOR.calculate(usd(1e18), MARGIN))
        .isEqualTo(new Never(Reason.BEYOND_COUNTING));
  }

  @Test
  void countsFromTheFirstMarginByItsTiming() {
    PaybackCalculator now = CALCULATOR.with(LifetimeValueFormula.FIRST_MARGIN_NOW);
    assertThat(now.calculate(usd(100), MARGIN, 0.8)).isEqualTo(months(0));
    assertThat(now.calculate(usd(180), MARGIN, 0.8)).isEqualTo(months(1));
    // 80 + 64 + 51.2 = 195.2
    PaybackCalculator renewed = CALCULATOR.with(LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL);
    assertThat(renewed.calculate(usd(195.2), MARGIN, 0.8)).isEqualTo(months(3));
    assertThat(renewed.calculate(usd(400), MARGIN, 0.8))
        .isEqualTo(new Never(Reason.LIFETIME_VALUE_NOT_ABOVE_COST));
  }

  @Test
  void discountsOnlyIfAsked() {
    // 100 / 1.01 + 100 / 1.01^2 = 197.04
    PaybackCalculator discounted = CALCULATOR.with(new DiscountRate(0.01, Granularity.MONTH));
    assertThat(CALCULATOR.calculate(usd(200), MARGIN)).isEqualTo(months(2));
    assertThat(discounted.calculate(usd(200), MARGIN)).isEqualTo(months(3));
    assertThat(discounted.calculate(usd(10_000), MARGIN))
        .isEqualTo(new Never(Reason.LIFETIME_VALUE_NOT_ABOVE_COST));
  }

  @Test
  void takesObservedRatesOfTheSamePeriod() {
    RetentionRate monthly =
        new RetentionRate(
            new Proportion(80, 100), Granularity.MONTH, RetentionDefinition.SAME_CUSTOMERS);
    assertThat(CALCULATOR.calculate(usd(250), MARGIN, monthly)).isEqualTo(months(4));
    PeriodicMargin quarterly = new PeriodicMargin(usd(100), Granularity.QUARTER);
    assertThat(CALCULATOR.calculate(usd(150), quarterly, monthly.compoundedTo(Granularity.QUARTER)))
        .isEqualTo(new After(2, Granularity.QUARTER));
    assertThatThrownBy(() -> CALCULATOR.calculate(usd(150), quarterly, monthly))
        .hasMessageContaining("compoundedTo(QUARTER)");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> CALCULATOR.calculate(usd(0), MARGIN))
        .hasMessage("acquisitionCost (USD 0.00) must be above 0");
    assertThatThrownBy(() -> CALCULATOR.calculate(usd(1), MARGIN, 2))
        .hasMessage("retention (2.0) must be in [0, 1]");
    MonetaryEstimate euros = MonetaryEstimate.of("EUR", 1);
    assertThatThrownBy(() -> CALCULATOR.calculate(euros, MARGIN))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> months(-1)).hasMessage("periods (-1) must be at least 0");
  }
}
