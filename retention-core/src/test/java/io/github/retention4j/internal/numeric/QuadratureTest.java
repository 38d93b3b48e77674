package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuadratureTest {

  /** As documented, with room for the roundings of the integrand. */
  private static final double TOLERANCE = 1e-13;

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1e-4, 1e-4",
    "1e-4, 1",
    "1e-4, 1e5",
    "0.01, 30",
    "2.5, 0.7",
    "40, 60",
    "1e5, 1e-4",
    "1e5, 1e5",
    "3, 1e6",
    "0.5, 0.5"
  })
  void betaIntegrals(double a, double b) {
    double expected = LogBeta.logBeta(a, b);
    assertThat(Quadrature.overLine(t -> -a * LogSum.log1pExp(-t) - b * LogSum.log1pExp(t), 0))
        .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
    // Here a enters as a - 1, which holds it to half a unit of 1e-16 only.
    double rounding = 1e-16 / a + 1e-16 / b;
    assertThat(Quadrature.overUnit((x, y) -> (a - 1) * x + (b - 1) * y))
        .isCloseTo(expected, within((TOLERANCE + rounding) * Math.max(1, Math.abs(expected))));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-4, 1",
    "1e-4, 1e5",
    "0.3, 1e-5",
    "1, 1",
    "2.5, 700",
    "1000, 3",
    "1e5, 1e-5",
    "1e6, 1e6"
  })
  void gammaIntegrals(double shape, double rate) {
    double expected = LogGamma.logGamma(shape) - shape * Math.log(rate);
    double rounding = 1e-16 / shape + 1e-16 * Math.abs(shape * Math.log(rate));
    assertThat(Quadrature.overPositive(x -> (shape - 1) * x - rate * Math.exp(x)))
        .isCloseTo(expected, within((TOLERANCE + rounding) * Math.max(1, Math.abs(expected))));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1e6, 1", "1e6, 1e-3", "3, 1e5", "0.1, 1e-6"})
  void normalDensitiesAnywhere(double mean, double deviation) {
    double logIntegral =
        Quadrature.overLine(
            t -> {
              double z = (t - mean) / deviation;
              return -z * z / 2;
            },
            0);
    double placing = Math.ulp(mean) / deviation; // t itself is rounded
    assertThat(logIntegral)
        .isCloseTo(Math.log(deviation * Math.sqrt(2 * Math.PI)), within(10 * TOLERANCE + placing));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1e-5, 20", "1e-3, 0.5", "1e-6, 1e-6"})
  void twoSlopes(double left, double right) {
    assertThat(Quadrature.overLine(t -> t < 0 ? left * t : -right * t, 0))
        .isCloseTo(Math.log(1 / left + 1 / right), within(TOLERANCE));
  }

  @Test
  void heightDoesNotMatter() {
    assertThat(Quadrature.overLine(t -> -1e4 - Math.abs(t), 0))
        .isCloseTo(-1e4 + Math.log(2), within(1e-11));
    assertThat(Quadrature.overLine(t -> 1e4 - Math.abs(t), 5))
        .isCloseTo(1e4 + Math.log(2), within(1e-11));
  }

  @Test
  void betweenFiniteEnds() {
    assertThat(Quadrature.between(x -> 2 * Math.log(x), 1, 4))
        .isCloseTo(Math.log(21), within(TOLERANCE));
    assertThat(Quadrature.between(x -> -Math.log(x) / 2, 0, 4))
        .isCloseTo(Math.log(4), within(TOLERANCE));
    assertThat(Quadrature.between(x -> -300 * x, 0, 10))
        .isCloseTo(-Math.log(300), within(TOLERANCE * 10));
  }

  @Test
  void aNoisyIntegrandEnds() {
    // Two terms of 2e9 cancel to leave roundings of 4e-7.
    double shape = 1e8;
    double logIntegral = Quadrature.overPositive(x -> (shape - 1) * x - shape * Math.exp(x));
    assertThat(logIntegral + shape)
        .isCloseTo(LogGamma.logGamma(shape) - shape * Math.log(shape) + shape, within(1e-5));
  }

  @Test
  void rejectsWhatHasNoIntegral() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quadrature.overLine(t -> 0, 0))
        .withMessage("the integrand must fall towards both ends");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quadrature.overLine(t -> t, 0))
        .withMessage("the integrand must fall towards both ends");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quadrature.overLine(t -> Double.NaN, 0))
        .withMessage("log of the integrand (NaN) must be a number below infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quadrature.overLine(t -> Double.NEGATIVE_INFINITY, 0))
        .withMessage("log of the integrand (-Infinity) must be finite where the search starts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quadrature.between(x -> 0, 2, 2))
        .withMessage("to (2.0) must be above from (2.0)");
  }
}
