package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.time.Granularity;
import org.junit.jupiter.api.Test;

class PeriodicMarginTest {

  private static final MonetaryEstimate REVENUE = MonetaryEstimate.of("USD", 250);

  @Test
  void isAShareOfRevenue() {
    assertThat(PeriodicMargin.ofRevenue(REVENUE, 0.4, Granularity.MONTH))
        .isEqualTo(new PeriodicMargin(MonetaryEstimate.of("USD", 100), Granularity.MONTH))
        .hasToString("USD 100.00 a month");
    assertThat(PeriodicMargin.ofRevenue(REVENUE, -0.1, Granularity.MONTH).amount())
        .isEqualTo(MonetaryEstimate.of("USD", -25));
  }

  @Test
  void refusesAShareAboveTheWhole() {
    assertThatThrownBy(() -> PeriodicMargin.ofRevenue(REVENUE, 40, Granularity.MONTH))
        .hasMessage("marginShare (40.0) must be finite and at most 1");
    assertThatThrownBy(() -> PeriodicMargin.ofRevenue(REVENUE, Double.NaN, Granularity.MONTH))
        .hasMessage("marginShare (NaN) must be finite and at most 1");
    assertThatThrownBy(
            () -> PeriodicMargin.ofRevenue(REVENUE, Double.NEGATIVE_INFINITY, Granularity.MONTH))
        .hasMessage("marginShare (-Infinity) must be finite and at most 1");
  }

  @Test
  void addsUpWithinOnePeriodAndCurrency() {
    PeriodicMargin monthly = new PeriodicMargin(REVENUE, Granularity.MONTH);
    assertThat(monthly.plus(monthly).amount()).isEqualTo(MonetaryEstimate.of("USD", 500));
    assertThatThrownBy(() -> monthly.plus(new PeriodicMargin(REVENUE, Granularity.YEAR)))
        .hasMessage("other.per (YEAR) must be MONTH");
    assertThatThrownBy(
            () ->
                monthly.plus(new PeriodicMargin(MonetaryEstimate.of("EUR", 1), Granularity.MONTH)))
        .isInstanceOf(CurrencyMismatchException.class);
  }
}
