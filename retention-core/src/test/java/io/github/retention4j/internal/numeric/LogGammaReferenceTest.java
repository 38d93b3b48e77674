package io.github.retention4j.internal.numeric;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogGammaReferenceTest {

  /** About four roundings of the result. */
  private static final double RELATIVE = 1e-15;

  /** Several terms are added, each with its own roundings. */
  private static final double RELATIVE_OF_DIFFERENCE = 3e-15;

  /** The two parts of a beta ratio, each a sum of five terms. */
  private static final double RELATIVE_OF_RATIO = 1e-14;

  static Stream<NamedCsvRecord> points() {
    return ReferenceTable.rows(LogGamma.class, "log-gamma.csv").stream();
  }

  static Stream<NamedCsvRecord> steps() {
    return ReferenceTable.rows(LogGamma.class, "log-rising.csv").stream();
  }

  static Stream<NamedCsvRecord> betas() {
    return ReferenceTable.rows(LogGamma.class, "log-beta.csv").stream();
  }

  static Stream<NamedCsvRecord> betaRatios() {
    return ReferenceTable.rows(LogGamma.class, "log-beta-ratio.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("points")
  void pointsAgree(NamedCsvRecord row) {
    double x = number(row, "x");
    check(LogGamma.logGamma(x), number(row, "logGamma"), RELATIVE, 0);
    check(LogGamma.digamma(x), number(row, "digamma"), RELATIVE, 1);
    check(LogGamma.trigamma(x), number(row, "trigamma"), RELATIVE, 0);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void stepsAgree(NamedCsvRecord row) {
    double a = number(row, "a");
    double x = number(row, "x");
    double scale = Math.min(x, 1) * Math.max(1, Math.abs(LogGamma.digamma(a)));
    check(LogGamma.logRising(a, x), number(row, "logRising"), RELATIVE_OF_DIFFERENCE, scale);
    check(
        LogGamma.digammaDifference(a, x),
        number(row, "digammaDifference"),
        RELATIVE_OF_DIFFERENCE,
        0);
  }

  @ParameterizedTest
  @MethodSource("betas")
  void betasAgree(NamedCsvRecord row) {
    double a = number(row, "a");
    double b = number(row, "b");
    check(LogBeta.logBeta(a, b), number(row, "logBeta"), RELATIVE_OF_DIFFERENCE, 1);
    assertThat(LogBeta.logBeta(b, a)).isEqualTo(LogBeta.logBeta(a, b));
  }

  @ParameterizedTest
  @MethodSource("betaRatios")
  void betaRatiosAgree(NamedCsvRecord row) {
    double ratio =
        LogBeta.logRatio(number(row, "a"), number(row, "b"), number(row, "x"), number(row, "y"));
    check(ratio, number(row, "logRatio"), RELATIVE_OF_RATIO, 0);
  }

  /** The error is judged against the result, or against a scale where that is larger. */
  private static void check(double actual, double expected, double relative, double scale) {
    assertThat(actual).isCloseTo(expected, within(relative * Math.max(scale, Math.abs(expected))));
  }
}
