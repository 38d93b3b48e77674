package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {

  private static final ConfidenceInterval SHARE =
      new ConfidenceInterval(0.72219, 0.87493, 0.95, "Wilson");

  @Test
  void holdsItsLimits() {
    assertThat(SHARE.contains(0.72219)).isTrue();
    assertThat(SHARE.contains(0.87493)).isTrue();
    assertThat(SHARE.contains(0.722189)).isFalse();
    assertThat(SHARE.contains(0.874931)).isFalse();
    assertThat(SHARE.contains(Double.NaN)).isFalse();
    assertThat(SHARE.width()).isCloseTo(0.15274, within(1e-15));
  }

  @Test
  void mapsBothWaysRound() {
    assertThat(SHARE.map(p -> 2 * p))
        .isEqualTo(new ConfidenceInterval(1.44438, 1.74986, 0.95, "Wilson"));
    assertThat(SHARE.map(p -> -p))
        .isEqualTo(new ConfidenceInterval(-0.87493, -0.72219, 0.95, "Wilson"));
    assertThatThrownBy(() -> SHARE.map(p -> 1 / (p - 0.72219)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("upper (Infinity) must be finite");
  }

  @Test
  void hasOneZero() {
    assertThat(new ConfidenceInterval(-0.0, -0.0, 0.5, "x"))
        .isEqualTo(new ConfidenceInterval(0.0, 0.0, 0.5, "x"));
  }

  @Test
  void showsDigitsEnoughToTellTheLimitsApart() {
    assertThat(SHARE).hasToString("[0.7222, 0.8749] 95 % Wilson");
    assertThat(new ConfidenceInterval(0, 2.30258, 0.9, "Garwood"))
        .hasToString("[0.000, 2.303] 90 % Garwood");
    assertThat(new ConfidenceInterval(0.99999981, 0.99999999, 0.999, "Jeffreys"))
        .hasToString("[0.9999998100, 0.9999999900] 99.9 % Jeffreys");
    assertThat(new ConfidenceInterval(12345.6, 54321.4, 0.5, "x"))
        .hasToString("[12346, 54321] 50 % x");
    assertThat(new ConfidenceInterval(1000, 1999, 0.5, "x")).hasToString("[1000.0, 1999.0] 50 % x");
    assertThat(new ConfidenceInterval(0.25, 0.25, 0.5, "Wald"))
        .hasToString("[0.25, 0.25] 50 % Wald");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> new ConfidenceInterval(Double.NaN, 1, 0.95, "x"))
        .hasMessage("lower (NaN) must be finite");
    assertThatThrownBy(() -> new ConfidenceInterval(0, Double.POSITIVE_INFINITY, 0.95, "x"))
        .hasMessage("upper (Infinity) must be finite");
    assertThatThrownBy(() -> new ConfidenceInterval(2, 1, 0.95, "x"))
        .hasMessage("lower (2.0) must not be above upper (1.0)");
    assertThatThrownBy(() -> new ConfidenceInterval(0, 1, 1, "x"))
        .hasMessage("level (1.0) must be over 0 and under 1");
    assertThatThrownBy(() -> new ConfidenceInterval(0, 1, 0.95, " "))
        .hasMessage("method ( ) must not be blank");
  }

  @Test
  void refusesWordsForALevelThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.words(Double.NaN, "Wilson"))
        .withMessageStartingWith("level (NaN) must be");
  }
}
