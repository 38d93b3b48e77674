package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OpenIntervalTest {

  private static final ConfidenceInterval RATE = new ConfidenceInterval(0.2, 0.8, 0.9, "Wilson");

  @Test
  void anInfiniteEndIsOpen() {
    OpenInterval interval =
        OpenInterval.between(3, Double.POSITIVE_INFINITY, 0.95, "Wilson, carried through");
    assertThat(interval.upper()).isEmpty();
    assertThat(interval.contains(1e300)).isTrue();
    assertThat(interval.contains(2.9)).isFalse();
    assertThat(interval).hasToString("[3.00000, unbounded] 95 % Wilson, carried through");
  }

  @Test
  void findsTheExtremesOfACurve() {
    OpenInterval image = RateImage.of(RATE, r -> (r - 0.55) * (r - 0.55), "test");
    assertThat(image.lower().getAsDouble()).isCloseTo(0, within(1e-15));
    assertThat(image.upper().getAsDouble()).isCloseTo(0.35 * 0.35, within(1e-12));
    assertThat(image.level()).isEqualTo(0.9);
  }

  @Test
  void leavesOutWhereTheFunctionSaysNothing() {
    OpenInterval image = RateImage.of(RATE, r -> r == 0.8 ? Double.NaN : r, "test");
    assertThat(image.lower().getAsDouble()).isEqualTo(0.2);
    assertThat(image.upper().getAsDouble()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpenInterval.between(2, 1, 0.95, "test"))
        .withMessage("lower (2.0) must not be above upper (1.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpenInterval.between(1, 2, 0, "test"))
        .withMessage("level (0.0) must be between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateRange(0.5, OptionalDouble.of(0.4)))
        .withMessage("lower (0.5) must not be above upper (0.4)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateRange(Double.NaN, OptionalDouble.empty()))
        .withMessage("lower (NaN) must be finite");
  }

  @Test
  void refusesAnInfiniteEndInsteadOfAnOpenOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new OpenInterval(
                    OptionalDouble.of(0), OptionalDouble.of(Double.POSITIVE_INFINITY), 0.95, "any"))
        .withMessage("upper (Infinity) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateRange(0, OptionalDouble.of(Double.NaN)))
        .withMessage("upper (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MetricChange(
                    WhatIfMetric.CUSTOMERS,
                    "customers",
                    OptionalDouble.of(Double.NaN),
                    OptionalDouble.empty(),
                    Optional.empty()))
        .withMessage("before (NaN) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ViralGrowth.DoesNotConverge(Double.POSITIVE_INFINITY))
        .withMessage("coefficient (Infinity) must be finite and at least 1");
  }
}
