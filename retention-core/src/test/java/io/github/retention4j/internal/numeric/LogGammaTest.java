package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogGammaTest {

  @Test
  void factorials() {
    assertThat(LogGamma.logGamma(1)).isZero();
    assertThat(LogGamma.logGamma(2)).isZero();
    assertThat(LogGamma.logGamma(5)).isCloseTo(Math.log(24), within(1e-15));
    assertThat(LogGamma.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-15));
    assertThat(LogGamma.logRising(3, 2)).isCloseTo(Math.log(12), within(1e-15));
    assertThat(LogGamma.logRising(3, 0)).isZero();
  }

  @Test
  void harmonicNumbers() {
    assertThat(LogGamma.digammaDifference(1, 3)).isCloseTo(1 + 1 / 2.0 + 1 / 3.0, within(1e-15));
    assertThat(LogGamma.digammaDifference(1, 0)).isZero();
    assertThat(LogGamma.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-15));
    assertThat(LogGamma.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-15));
  }

  @Test
  void betas() {
    assertThat(LogBeta.logBeta(1, 1)).isZero();
    assertThat(LogBeta.logBeta(2, 3)).isCloseTo(-Math.log(12), within(1e-15));
    // The mean of p (1 - p) under a uniform p is 1/6.
    assertThat(LogBeta.logRatio(1, 1, 1, 1)).isCloseTo(-Math.log(6), within(1e-15));
    assertThat(LogBeta.logRatio(3, 4, 0, 0)).isZero();
    // Gamma(5) Gamma(2) / (Gamma(3) Gamma(4)) = 24 / 12.
    assertThat(LogBeta.logConvexity(2, 1, 2)).isCloseTo(Math.log(2), within(1e-15));
  }

  @Test
  void rejectsWhatIsNotInTheDomain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogGamma.logGamma(0))
        .withMessage("x (0.0) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogGamma.digamma(Double.NaN))
        .withMessage("x (NaN) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogGamma.trigamma(-1))
        .withMessage("x (-1.0) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogGamma.logRising(1, -0.5))
        .withMessage("x (-0.5) must not be below 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogGamma.digammaDifference(-1, 2))
        .withMessage("a (-1.0) must be above 0");
    assertThatIllegalArgumentException().isThrownBy(() -> LogBeta.logBeta(Double.NaN, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogBeta.logConvexity(1, -1, 1))
        .withMessage("s (-1.0) must not be below 0");
  }
}
