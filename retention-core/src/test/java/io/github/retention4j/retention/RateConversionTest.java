package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RateConversionTest {

  @Test
  void compoundsRetention() {
    assertThat(RateConversion.retention(0.95, Granularity.QUARTER, Granularity.YEAR))
        .isCloseTo(0.81450625, within(1e-15));
    assertThat(RateConversion.retention(0.81450625, Granularity.YEAR, Granularity.QUARTER))
        .isCloseTo(0.95, within(1e-15));
    assertThat(RateConversion.retention(0.9, Granularity.DAY, Granularity.WEEK))
        .isCloseTo(0.4782969, within(1e-15));
    assertThat(RateConversion.retention(0, Granularity.YEAR, Granularity.MONTH)).isZero();
    assertThat(RateConversion.retention(1, Granularity.YEAR, Granularity.MONTH)).isOne();
  }

  @Test
  void compoundsChurnAndNeverDividesIt() {
    assertThat(RateConversion.churn(0.03, Granularity.MONTH, Granularity.YEAR))
        .isCloseTo(0.3061576390045623, within(1e-15));
    assertThat(RateConversion.churn(0.12, Granularity.YEAR, Granularity.MONTH))
        .isCloseTo(0.010596, within(1e-6));
    assertThat(RateConversion.churn(1, Granularity.MONTH, Granularity.YEAR)).isOne();
    assertThat(RateConversion.churn(0, Granularity.MONTH, Granularity.YEAR)).isEqualTo(0.0);
    assertThat(RateConversion.churn(1e-18, Granularity.MONTH, Granularity.YEAR))
        .isCloseTo(1.2e-17, within(1e-30));
  }

  @Property
  void churnIsTheComplementOfRetention(@ForAll @DoubleRange(max = 1) double churn) {
    assertThat(RateConversion.churn(churn, Granularity.MONTH, Granularity.QUARTER))
        .isCloseTo(
            1 - RateConversion.retention(1 - churn, Granularity.MONTH, Granularity.QUARTER),
            within(1e-14));
  }

  @Property
  void thereAndBackIsTheSame(@ForAll @DoubleRange(max = 1) double rate) {
    double year = RateConversion.retention(rate, Granularity.MONTH, Granularity.YEAR);
    Assume.that(rate == 0 || year > 1e-300);
    assertThat(RateConversion.retention(year, Granularity.YEAR, Granularity.MONTH))
        .isCloseTo(rate, within(1e-14));
  }

  @Test
  void refusesPercentagesAndLengthsWithoutARatio() {
    assertThatThrownBy(() -> RateConversion.retention(95, Granularity.MONTH, Granularity.YEAR))
        .hasMessage("rate (95.0) must be a fraction from 0 to 1, not a percentage");
    assertThatThrownBy(() -> RateConversion.churn(-0.1, Granularity.MONTH, Granularity.YEAR))
        .hasMessage("rate (-0.1) must be a fraction from 0 to 1, not a percentage");
    assertThatThrownBy(() -> RateConversion.churn(Double.NaN, Granularity.MONTH, Granularity.YEAR))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateConversion.retention(0.9, Granularity.WEEK, Granularity.MONTH))
        .hasMessageContaining("must have a fixed length");
  }

  @Test
  void theMeanLifetimeIsOneOverChurn() {
    assertThat(RateConversion.expectedLifetime(0.05)).isEqualTo(20);
    assertThat(RateConversion.expectedLifetime(1)).isOne();
    assertThat(RateConversion.churnOfExpectedLifetime(20)).isEqualTo(0.05);
    assertThat(RateConversion.churnOfExpectedLifetime(1)).isOne();
    assertThatThrownBy(() -> RateConversion.expectedLifetime(0))
        .hasMessage(
            "churn (0.0) must be above 0 and at most 1: without churn a lifetime has no mean");
    assertThatThrownBy(() -> RateConversion.expectedLifetime(1.01))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateConversion.churnOfExpectedLifetime(0.5))
        .hasMessage("periods (0.5) must be finite and at least 1");
    assertThatThrownBy(() -> RateConversion.churnOfExpectedLifetime(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateConversion.churnOfExpectedLifetime(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCompoundedRateKeepsWhatWasObserved() {
    RetentionRate quarter =
        new RetentionRate(
            new Proportion(95, 100), Granularity.QUARTER, RetentionDefinition.SAME_CUSTOMERS);
    CompoundedRate year = quarter.compoundedTo(Granularity.YEAR);
    assertThat(year.value()).isCloseTo(0.81450625, within(1e-15));
    assertThat(year.observed()).isEqualTo(quarter);
    assertThat(year).hasToString("81.45 % a year, compounded from 95/100 (95.00 %) a quarter");
    ConfidenceInterval observed = quarter.interval(0.9);
    assertThat(year.interval(0.9).lower()).isCloseTo(Math.pow(observed.lower(), 4), within(1e-15));
    assertThat(year.interval(0.9).upper()).isCloseTo(Math.pow(observed.upper(), 4), within(1e-15));
    assertThat(year.interval(0.9).level()).isEqualTo(0.9);
    assertThatThrownBy(() -> quarter.compoundedTo(Granularity.DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
