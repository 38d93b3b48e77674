package io.github.retention4j.internal.numeric;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumericReferenceTest {

  /** A few roundings: measured errors stay under 5e-16. */
  private static final double NORMAL = 2e-15;

  /** Logarithms of some hundreds are taken and undone: measured errors stay under 1e-14. */
  private static final double TAIL = 3e-14;

  /** A p-value near the smallest double is given to fewer digits of its logarithm. */
  private static final double QUANTILE = 2e-13;

  private static final double SMALLEST = 1e-300;

  private static List<NamedCsvRecord> rows(String name) {
    return ReferenceTable.rows(NumericReferenceTest.class, name);
  }

  private static void close(double actual, double expected, double relative) {
    assertThat(actual)
        .isCloseTo(expected, within(Math.max(relative * Math.abs(expected), SMALLEST)));
  }

  @Test
  void normalTailsAndQuantiles() {
    for (NamedCsvRecord row : rows("normal.csv")) {
      double z = number(row, "z");
      double upper = number(row, "upper");
      close(Normal.upperTail(z), upper, NORMAL);
      close(Normal.cdf(-z), upper, NORMAL);
      close(Normal.cdf(z), 1 - upper, NORMAL);
      close(Normal.logUpperTail(z), number(row, "logUpper"), NORMAL);
      close(Normal.logUpperTail(-z), Math.log1p(-upper), NORMAL);
      if (upper > SMALLEST && z >= 0.01) {
        close(Normal.quantileUpper(upper), z, NORMAL);
        close(Normal.quantile(upper), -z, NORMAL);
      }
    }
  }

  @Test
  void incompleteBeta() {
    for (NamedCsvRecord row : rows("incomplete-beta.csv")) {
      double x = number(row, "x");
      double a = number(row, "a");
      double b = number(row, "b");
      double lower = number(row, "lower");
      double upper = number(row, "upper");
      close(IncompleteBeta.lower(x, a, b), lower, TAIL);
      close(IncompleteBeta.upper(x, a, b), upper, TAIL);
      close(IncompleteBeta.logLower(x, a, b), number(row, "logLower"), TAIL);
      close(IncompleteBeta.logUpper(x, a, b), number(row, "logUpper"), TAIL);
      if (lower > SMALLEST && lower < 0.9) {
        close(IncompleteBeta.quantile(lower, a, b), x, QUANTILE);
      }
      if (upper > SMALLEST && upper < 0.9) {
        close(IncompleteBeta.quantileUpper(upper, a, b), x, QUANTILE);
      }
    }
  }

  @Test
  void incompleteGamma() {
    for (NamedCsvRecord row : rows("incomplete-gamma.csv")) {
      double a = number(row, "a");
      double x = number(row, "x");
      double lower = number(row, "lower");
      double upper = number(row, "upper");
      close(IncompleteGamma.lower(a, x), lower, TAIL);
      close(IncompleteGamma.upper(a, x), upper, 1e-13);
      assertThat(IncompleteGamma.logLower(a, x))
          .isCloseTo(number(row, "logLower"), within(1e-14 + TAIL * Math.abs(Math.log(lower))));
      close(IncompleteGamma.logUpper(a, x), number(row, "logUpper"), 1e-13);
      close(ChiSquare.upperTail(2 * x, 2 * a), upper, 1e-13);
      close(ChiSquare.logUpperTail(2 * x, 2 * a), number(row, "logUpper"), 1e-13);
      if (lower > SMALLEST && lower < 0.9) {
        close(IncompleteGamma.quantile(lower, a), x, QUANTILE);
        close(ChiSquare.quantile(lower, 2 * a), 2 * x, QUANTILE);
      }
      if (upper > SMALLEST && upper < 0.9) {
        close(IncompleteGamma.quantileUpper(upper, a), x, QUANTILE);
        close(ChiSquare.quantileUpper(upper, 2 * a), 2 * x, QUANTILE);
      }
    }
  }

  /** Weights and chances are multiplied up over as many terms as lambda has square roots. */
  private static final double MIXTURE = 1e-12;

  @Test
  void noncentralChiSquare() {
    for (NamedCsvRecord row : rows("noncentral-chi-square.csv")) {
      double x = number(row, "x");
      double df = number(row, "df");
      double lambda = number(row, "lambda");
      close(NoncentralChiSquare.lower(x, df, lambda), number(row, "lower"), MIXTURE);
      close(NoncentralChiSquare.upper(x, df, lambda), number(row, "upper"), MIXTURE);
    }
  }
}
