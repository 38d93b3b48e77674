package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void areRound() {
    assertThat(Ticks.around(0, 1, 5))
        .isEqualTo(new Ticks(List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 1));
    assertThat(Ticks.around(0, 0.43, 5).values()).containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
    assertThat(Ticks.around(-30, 101, 5).values()).containsExactly(-50.0, 0.0, 50.0, 100.0, 150.0);
    assertThat(Ticks.around(3, 3, 5).values()).containsExactly(3.0, 4.0, 5.0, 6.0);
    assertThat(Ticks.around(0, 8e15, 4).values()).containsExactly(0.0, 2e15, 4e15, 6e15, 8e15);
    assertThat(Ticks.whole(11, 8).values()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(Ticks.whole(0, 8).values()).containsExactly(0.0);
    assertThat(Ticks.months(25, 6).values()).containsExactly(0.0, 6.0, 12.0, 18.0, 24.0);
  }

  @Property
  void reachPastBothEndsInEvenSteps(
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double one,
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double other,
      @ForAll @IntRange(min = 3, max = 12) int steps) {
    double low = Math.min(one, other);
    double high = Math.max(one, other);
    Ticks ticks = Ticks.around(low, high, steps);
    double step = ticks.values().get(1) - ticks.first();
    // Slack of a billionth of a step, the ticks' own.
    assertThat(ticks.first()).isLessThanOrEqualTo(low + 1e-6 * step);
    assertThat(ticks.last()).isGreaterThanOrEqualTo(high - 1e-6 * step);
    assertThat(ticks.values()).hasSizeBetween(2, steps + 2);
    for (int i = 1; i < ticks.values().size(); i++) {
      assertThat(ticks.values().get(i) - ticks.values().get(i - 1))
          .isCloseTo(step, Offset.offset(1e-6 * step));
    }
  }

  @Property
  void placesInvertToValues(@ForAll @DoubleRange(min = -1, max = 2) double value) {
    LinearScale scale = new LinearScale(0, 1, 300, 20);
    // A double has 15 digits; 300 pixels take three of them.
    assertThat(scale.invert(scale.at(value))).isCloseTo(value, Offset.offset(1e-12));
  }

  @Test
  void aScaleHasARange() {
    assertThatThrownBy(() -> new LinearScale(1, 1, 0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("to (1.0) must be over from (1.0)");
  }
}
