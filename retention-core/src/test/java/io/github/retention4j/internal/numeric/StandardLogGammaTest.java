package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.internal.numeric.StandardLogGamma.Tail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardLogGammaTest {

  /** Percent; some tens of roundings. */
  private static final double ROUNDING = 1e-11;

  /** Relative to the slope, and to what cancels in it near 0. */
  private static final double SLOPE = 1e-11;

  static List<NamedCsvRecord> references() {
    return ReferenceTable.rows(StandardLogGammaTest.class, "standard-log-gamma.csv");
  }

  @ParameterizedTest
  @MethodSource("references")
  void tailsAgreeWithTheReference(NamedCsvRecord row) {
    double w = ReferenceTable.number(row, "w");
    double q = ReferenceTable.number(row, "q");
    Tail tail = StandardLogGamma.upperTail(w, q);
    assertThat(tail.log()).isCloseTo(ReferenceTable.number(row, "log"), withinPercentage(ROUNDING));
    assertThat(tail.hazard())
        .isCloseTo(ReferenceTable.number(row, "hazard"), withinPercentage(ROUNDING));
    double slope = ReferenceTable.number(row, "slope");
    assertThat(tail.slopeInShape())
        .isCloseTo(slope, within(SLOPE * Math.max(Math.abs(slope), Math.min(1, -tail.log()))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -0.4, -1e-7, 0, 1e-7, 0.2, 1, 4})
  void quantilesInvertTails(double q) {
    for (double p : new double[] {1e-12, 0.01, 0.4, 0.5, 0.6, 0.999}) {
      double w = StandardLogGamma.quantile(p, q);
      assertThat(Math.exp(StandardLogGamma.upperTail(-w, -q).log()))
          .isCloseTo(p, withinPercentage(1e-9));
    }
  }

  @Test
  void slopesOfTheDensityAreThoseOfDifferences() {
    for (double q : new double[] {-2, -0.26, -0.24, -1e-3, 0, 0.1, 0.9, 3}) {
      for (double w : new double[] {-2, -0.5, 0, 0.3, 1.5}) {
        double step = 1e-6;
        assertThat(StandardLogGamma.logDensitySlopeInShape(w, q))
            .isCloseTo(
                (StandardLogGamma.logDensity(w, q + step)
                        - StandardLogGamma.logDensity(w, q - step))
                    / (2 * step),
                within(1e-6));
        assertThat(StandardLogGamma.fall(w, q))
            .isCloseTo(
                (StandardLogGamma.logDensity(w - step, q)
                        - StandardLogGamma.logDensity(w + step, q))
                    / (2 * step),
                withinPercentage(1e-4));
      }
    }
  }

  @Test
  void endsWhereADoubleDoes() {
    Tail tail = StandardLogGamma.upperTail(1000, 1);
    assertThat(tail.log()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(tail.hazard()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** Values of mpmath at 30 digits. */
  @Test
  void remaindersOfTheExponentialFunctionDoNotCancel() {
    assertThat(ExponentialRemainder.second(0)).isEqualTo(0.5);
    assertThat(ExponentialRemainder.second(1)).isCloseTo(Math.E - 2, within(1e-15));
    assertThat(ExponentialRemainder.second(1e-8)).isCloseTo(0.5 + 1e-8 / 6, within(1e-16));
    assertThat(ExponentialRemainder.second(-40)).isCloseTo(39 / 1600.0, within(1e-17));
    assertThat(ExponentialRemainder.secondSlope(0)).isCloseTo(1 / 6.0, within(1e-16));
    assertThat(ExponentialRemainder.secondSlope(1)).isCloseTo(3 - Math.E, within(1e-15));
    for (double x : new double[] {-1, 1}) {
      assertThat(ExponentialRemainder.second(Math.nextDown(x)))
          .isCloseTo(ExponentialRemainder.second(Math.nextUp(x)), within(1e-15));
      assertThat(ExponentialRemainder.secondSlope(Math.nextDown(x)))
          .isCloseTo(ExponentialRemainder.secondSlope(Math.nextUp(x)), within(3e-15));
    }
  }

  @Test
  void theHazardOfTheNormalIsDensityOverTail() {
    assertThat(Normal.hazard(0)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-15));
    for (double z : new double[] {-30, -3, -0.1, 0.5, 8, 1e6}) {
      assertThat(Normal.hazard(z))
          .isCloseTo(StandardLogGamma.upperTail(z, 0).hazard(), withinPercentage(ROUNDING));
    }
  }
}
