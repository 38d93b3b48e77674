package io.github.retention4j.stats;

import static io.github.retention4j.ReferenceTable.number;
import static io.github.retention4j.ReferenceTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTestsReferenceTest {

  /** The other programs' own tails are good to about 12 digits. */
  private static final double DIGITS = 1e-11;

  private static List<NamedCsvRecord> rows(String name) {
    return ReferenceTable.rows(TrendTestsReferenceTest.class, name);
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(DIGITS * Math.max(1e-3, Math.abs(expected))));
  }

  private static void relativelyClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(DIGITS * Math.abs(expected)));
  }

  @Test
  void mannKendall() {
    for (NamedCsvRecord row : rows("mann-kendall.csv")) {
      MannKendallTest test = MannKendallTest.of(numbers(row, "times"), numbers(row, "values"));
      assertThat(test.s()).isEqualTo((long) number(row, "s"));
      close(test.tau().orElseThrow(), number(row, "tau"));
      close(test.normalTest().statistic(), number(row, "z"));
      relativelyClose(test.normalTest().pValue(), number(row, "p"));
      if (!row.getField("exactP").isEmpty() && test.observations() <= 50) {
        relativelyClose(test.test().pValue(), number(row, "exactP"));
      }
    }
  }

  @Test
  void theilSen() {
    for (NamedCsvRecord row : rows("theil-sen.csv")) {
      TheilSenSlope slope = TheilSenSlope.of(numbers(row, "times"), numbers(row, "values"));
      close(slope.value(), number(row, "slope"));
      close(slope.intercept(), number(row, "intercept"));
      ConfidenceInterval interval =
          slope.interval(TheilSenInterval.TIE_CORRECTED, number(row, "level")).orElseThrow();
      close(interval.lower(), number(row, "lower"));
      close(interval.upper(), number(row, "upper"));
    }
  }
}
