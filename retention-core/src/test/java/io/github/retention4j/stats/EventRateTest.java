package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EventRateTest {

  @Test
  void isEventsOverExposure() {
    EventRate rate = EventRate.of(5, 100);
    assertThat(rate.value()).isEqualTo(0.05);
    assertThat(rate.events()).isEqualTo(5);
    assertThat(rate).hasToString("0.05 (5 events)");
    assertThat(EventRate.of(1, 4)).hasToString("0.25 (1 event)");
    assertThat(rate.interval(0.95).method()).isEqualTo("Garwood");
  }

  @Test
  void withoutEventsTheUpperLimitIsMinusTheLogOfTheTail() {
    ConfidenceInterval interval = EventRate.of(0, 100).interval(0.95);
    assertThat(interval.lower()).isZero();
    assertThat(interval.upper()).isCloseTo(-Math.log(0.025) / 100, within(1e-16));
  }

  @Test
  void sumsRatiosAndSkipsEmptyStrata() {
    EventRate rate = EventRate.sumOfRatios(new long[] {2, 0, 0, 5}, new double[] {100, 0, 80, 120});
    assertThat(rate.value()).isCloseTo(2 / 100.0 + 5 / 120.0, within(1e-16));
    assertThat(rate.events()).isEqualTo(7);
    assertThat(rate.interval(0.95).method()).isEqualTo("Fay-Feuer");
    assertThat(rate)
        .isEqualTo(EventRate.sumOfRatios(new long[] {2, 0, 5}, new double[] {100, 80, 120}));
    assertThat(EventRate.sumOfRatios(new long[] {0, 5}, new double[] {0, 100}))
        .isEqualTo(EventRate.of(5, 100));
  }

  @Test
  void isAValue() {
    EventRate rate = EventRate.sumOfRatios(new long[] {1, 2}, new double[] {10, 20});
    assertThat(rate)
        .isEqualTo(EventRate.sumOfRatios(new long[] {2, 1}, new double[] {20, 10}))
        .hasSameHashCodeAs(EventRate.sumOfRatios(new long[] {2, 1}, new double[] {20, 10}))
        .doesNotHaveSameHashCodeAs(EventRate.of(3, 10))
        .isNotEqualTo("0.2 (3 events)")
        .isNotEqualTo(null);
    // Each pair differs in one thing: events, strata, value, variance, the largest weight.
    assertThat(EventRate.of(1, 1)).isNotEqualTo(EventRate.of(2, 2));
    assertThat(EventRate.of(2, 1))
        .isNotEqualTo(EventRate.sumOfRatios(new long[] {1, 1}, new double[] {1, 1}));
    assertThat(EventRate.sumOfRatios(new long[] {0, 2}, new double[] {1, 2}))
        .isNotEqualTo(EventRate.sumOfRatios(new long[] {0, 2}, new double[] {1, 4}))
        .isNotEqualTo(EventRate.sumOfRatios(new long[] {0, 2}, new double[] {0.5, 2}));
    // The same but for the variance: 1/2 + 1/2 and 1 + 1/3.
    assertThat(EventRate.sumOfRatios(new long[] {2, 2, 0}, new double[] {2, 2, 1}))
        .isNotEqualTo(EventRate.sumOfRatios(new long[] {1, 3, 0}, new double[] {1, 3, 1}));
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> EventRate.of(-1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("events (-1) of stratum 0 must not be negative");
    assertThatThrownBy(() -> EventRate.of(0, 0))
        .hasMessage("exposures (1 values) must not all be 0");
    for (double exposure : new double[] {0, -1, 9e-101, 2e100, Double.NaN}) {
      assertThatThrownBy(() -> EventRate.sumOfRatios(new long[] {0, 1}, new double[] {1, exposure}))
          .hasMessage("exposure (" + exposure + ") of stratum 1 must be from 1.0E-100 to 1.0E100");
    }
    assertThatThrownBy(() -> EventRate.sumOfRatios(new long[] {1, 2}, new double[] {1}))
        .hasMessage("exposures (1 values) must be one for each of the 2 strata");
    assertThatThrownBy(
            () -> EventRate.sumOfRatios(new long[] {1, Long.MAX_VALUE}, new double[] {1, 1}))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> EventRate.of(1, 1).interval(0))
        .hasMessage("level (0.0) must be over 0 and under 1");
  }

  @Test
  void takesExposuresAtTheEndsOfTheRange() {
    assertThat(EventRate.of(3, 1e-100).interval(0.9).contains(3e100)).isTrue();
    assertThat(EventRate.of(3, 1e100).interval(0.9).contains(3e-100)).isTrue();
  }
}
