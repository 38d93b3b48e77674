package io.github.retention4j.internal.numeric;

import static java.lang.Double.NEGATIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogSumTest {

  private static final double LN2 = 0.6931471805599453;

  @Test
  void sums() {
    assertThat(LogSum.of(0, 0)).isEqualTo(LN2);
    assertThat(LogSum.of(-1000, -1000)).isCloseTo(-1000 + LN2, within(1e-13));
    assertThat(LogSum.of(NEGATIVE_INFINITY, 3)).isEqualTo(3);
    assertThat(LogSum.of(NEGATIVE_INFINITY, NEGATIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(LogSum.of(0, -40)).isCloseTo(Math.exp(-40), within(1e-32));
    assertThat(LogSum.of(Math.log(1), Math.log(2), Math.log(3)))
        .isCloseTo(Math.log(6), within(1e-15));
    assertThat(LogSum.of(-40, 0, NEGATIVE_INFINITY)).isCloseTo(Math.exp(-40), within(1e-32));
    assertThat(LogSum.of()).isEqualTo(NEGATIVE_INFINITY);
    assertThat(LogSum.of(new double[] {NEGATIVE_INFINITY})).isEqualTo(NEGATIVE_INFINITY);
  }

  @Test
  void differences() {
    assertThat(LogSum.difference(Math.log(5), Math.log(2))).isCloseTo(Math.log(3), within(1e-15));
    assertThat(LogSum.difference(7, 7)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(LogSum.difference(7, NEGATIVE_INFINITY)).isEqualTo(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogSum.difference(1, 2))
        .withMessage("b (2.0) must not be above a (1.0)");
    assertThat(LogSum.log1mExp(1e-20)).isCloseTo(Math.log(1e-20), within(1e-13));
    assertThat(LogSum.log1mExp(50)).isCloseTo(-Math.exp(-50), within(1e-36));
    assertThat(LogSum.log1mExp(LN2)).isCloseTo(-LN2, within(1e-15));
    assertThat(LogSum.log1mExp(0)).isEqualTo(NEGATIVE_INFINITY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogSum.log1mExp(-1))
        .withMessage("x (-1.0) must not be below 0");
  }

  @Test
  void softSteps() {
    assertThat(LogSum.log1pExp(0)).isEqualTo(LN2);
    assertThat(LogSum.log1pExp(1e5)).isEqualTo(1e5);
    assertThat(LogSum.log1pExp(-700)).isCloseTo(Math.exp(-700), within(1e-318));
  }

  @Test
  void quotientsAtTheirLimits() {
    assertThat(LogSum.meanDecay(0)).isEqualTo(1);
    assertThat(LogSum.meanDecay(1e-9)).isCloseTo(1 - 5e-10, within(1e-15));
    assertThat(LogSum.meanDecay(2)).isCloseTo((1 - Math.exp(-2)) / 2, within(1e-15));
    assertThat(LogSum.meanDecay(-1)).isCloseTo(Math.E - 1, within(1e-15));
    assertThat(LogSum.powerIntegral(LN2, 0)).isEqualTo(LN2);
    assertThat(LogSum.powerIntegral(LN2, Double.MIN_VALUE)).isEqualTo(LN2);
    assertThat(LogSum.powerIntegral(LN2, 1e-9)).isCloseTo(LN2 + 0.5e-9 * LN2 * LN2, within(1e-15));
    assertThat(LogSum.powerIntegral(LN2, 3)).isCloseTo(7 / 3.0, within(1e-15));
    assertThat(LogSum.powerIntegral(LN2, -1)).isCloseTo(0.5, within(1e-15));
  }
}
