package io.github.retention4j.internal.numeric;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GaussHypergeometricTest {

  /** As documented; parameters of 1e5 multiply the rounding of a logarithm. */
  private static final double TOLERANCE = 2e-12;

  static Stream<NamedCsvRecord> points() {
    return ReferenceTable.rows(GaussHypergeometric.class, "gauss-hypergeometric.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("points")
  void agreesWithMpmath(NamedCsvRecord row) {
    double a = number(row, "a");
    double b = number(row, "b");
    double c = number(row, "c");
    double z = number(row, "z");
    double expected = number(row, "logValue");
    double tolerance = TOLERANCE * Math.max(1, Math.abs(expected));
    assertThat(GaussHypergeometric.logValue(a, b, c, z)).isCloseTo(expected, within(tolerance));
    assertThat(GaussHypergeometric.logValue(b, a, c, z)).isCloseTo(expected, within(tolerance));
  }

  @Test
  void closedForms() {
    assertThat(GaussHypergeometric.logValue(0, 2, 3, 0.5)).isZero();
    assertThat(GaussHypergeometric.logValue(1, 0, 3, -5)).isZero();
    assertThat(GaussHypergeometric.logValue(1, 2, 3, 0)).isZero();
    // F(a, b; b; z) = (1 - z)^-a.
    assertThat(GaussHypergeometric.logValue(3, 2, 2, 0.75))
        .isCloseTo(3 * Math.log(4), within(1e-14));
    assertThat(GaussHypergeometric.logValue(2, 3, 2, -1))
        .isCloseTo(-3 * Math.log(2), within(1e-14));
    // F(1, 1; 2; z) = -ln(1 - z) / z.
    assertThat(GaussHypergeometric.logValue(1, 1, 2, -1))
        .isCloseTo(Math.log(Math.log(2)), within(1e-14));
    // The complement is finer than z itself can say.
    assertThat(GaussHypergeometric.logValue(1, 1, 2, 1, 1e-30))
        .isCloseTo(Math.log(30 * Math.log(10)), within(1e-13));
  }

  @Test
  void longSeriesServeWhereNoIntegralDoes() {
    // F(a, b; c; z) = (1 - z)^(c - a - b) F(c - a, c - b; c; z); the latter is 1 + 80 * 80 z / 1
    // ...
    double term = 1;
    double sum = 1;
    for (int k = 0; k < 80; k++) {
      term *= (80.0 - k) * (80.0 - k) / ((1.0 + k) * (1.0 + k)) * 0.97;
      sum += term;
    }
    double expected = Math.log(sum) - 161 * Math.log1p(-0.97);
    assertThat(GaussHypergeometric.logValue(81, 81, 1, 0.97))
        .isCloseTo(expected, within(1e-13 * expected));
  }

  @Test
  void rejectsWhatIsNotInTheDomain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaussHypergeometric.logValue(-1, 1, 1, 0.5))
        .withMessage("a (-1.0) must not be below 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaussHypergeometric.logValue(1, 1, 0, 0.5))
        .withMessage("c (0.0) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaussHypergeometric.logValue(1, 1, 2, 1))
        .withMessage("1 - z (0.0) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaussHypergeometric.logValue(1, 1, 2, Double.NEGATIVE_INFINITY))
        .withMessage("z (-Infinity) must be finite and below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaussHypergeometric.logValue(3, 2, 1, -0.5))
        .withMessage("c (1.0) must not be below both a (3.0) and b (2.0) for a z below 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GaussHypergeometric.logValue(295, 548, 0.133, 0.99999999))
        .withMessage("c (0.133) must not be below both a (295.0) and b (548.0) by more than 64");
  }
}
