package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.Granularity;
import org.junit.jupiter.api.Test;

class DiscountRateTest {

  @Test
  void compoundsToAnotherPeriod() {
    assertThat(DiscountRate.yearly(0.1).per(Granularity.MONTH).rate())
        .isCloseTo(0.007974140428903742, within(1e-17));
    assertThat(new DiscountRate(0.01, Granularity.MONTH).per(Granularity.YEAR).rate())
        .isCloseTo(0.12682503013196972, within(1e-16));
    assertThat(new DiscountRate(0.01, Granularity.MONTH).per(Granularity.MONTH).rate())
        .isEqualTo(0.01);
    assertThat(new DiscountRate(0.01, Granularity.CUSTOM).per(Granularity.CUSTOM).rate())
        .isEqualTo(0.01);
  }

  @Test
  void isNothingInAnyPeriodIfItIsNothingInOne() {
    for (Granularity period : Granularity.values()) {
      assertThat(DiscountRate.NONE.per(period)).isEqualTo(new DiscountRate(-0.0, period));
    }
    assertThat(DiscountRate.NONE).hasToString("none");
    assertThat(DiscountRate.yearly(0.1)).hasToString("0.1 a year");
  }

  @Test
  void refusesPeriodsWithoutAnExactRatio() {
    assertThatThrownBy(() -> DiscountRate.yearly(0.1).per(Granularity.WEEK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "period (WEEK) must have an exact ratio to that of the discount rate, YEAR: state the"
                + " rate per WEEK instead");
  }

  @Test
  void refusesWhatIsNoRate() {
    assertThatThrownBy(() -> DiscountRate.yearly(-0.01))
        .hasMessage("rate (-0.01) must be finite and at least 0");
    assertThatThrownBy(() -> DiscountRate.yearly(Double.NaN))
        .hasMessage("rate (NaN) must be finite and at least 0");
    assertThatThrownBy(() -> DiscountRate.yearly(Double.POSITIVE_INFINITY))
        .hasMessage("rate (Infinity) must be finite and at least 0");
  }
}
