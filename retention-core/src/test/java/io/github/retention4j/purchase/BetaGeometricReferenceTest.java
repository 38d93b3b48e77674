package io.github.retention4j.purchase;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.time.TimeScale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Corners of what the models promise, against sums and integrals of 60 to 400 digits. */
class BetaGeometricReferenceTest {

  /** What the models promise is 1e-9; seen is 1e-12. */
  private static final double RELATIVE = 1e-11;

  /** What the models promise is 1e-7; the values have 14 digits. */
  private static final double RELATIVE_OF_DISCOUNTED = 1e-10;

  /** Below this, doubles are subnormal and lose digits one by one. */
  private static final double SMALLEST = 1e-300;

  static Stream<NamedCsvRecord> corners() {
    return ReferenceTable.rows(BgNbd.class, "beta-geometric.csv").stream();
  }

  static Stream<NamedCsvRecord> discounted() {
    return ReferenceTable.rows(BgNbd.class, "beta-geometric-discounted.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("corners")
  void cornersAgree(NamedCsvRecord row) {
    BetaGeometricModel model = model(row);
    PurchaseHistory history = history(row);
    double t = number(row, "t");
    long n = (long) number(row, "n");
    double logLikelihood = number(row, "loglik");
    assertThat(model.logLikelihood(history))
        .isCloseTo(logLikelihood, within(RELATIVE * Math.max(1, Math.abs(logLikelihood))));
    check(model.probabilityAlive(history), row, "palive", RELATIVE);
    check(model.probabilityAlive(history, t), row, "aliveAhead", RELATIVE);
    check(model.expectedPurchases(history, t), row, "expected", RELATIVE);
    check(model.probabilityOfPurchases(history, n, t), row, "pmf", RELATIVE);
    check(model.probabilityOfPurchaseWithin(history, t), row, "within", RELATIVE);
  }

  @ParameterizedTest
  @MethodSource("discounted")
  void discountedAgrees(NamedCsvRecord row) {
    check(
        model(row).discountedPurchases(history(row), number(row, "force")),
        row,
        "dert",
        RELATIVE_OF_DISCOUNTED);
  }

  private static void check(double actual, NamedCsvRecord row, String column, double relative) {
    double expected = number(row, column);
    assertThat(actual)
        .as(column)
        .isCloseTo(expected, within(SMALLEST + relative * Math.abs(expected)));
  }

  private static PurchaseHistory history(NamedCsvRecord row) {
    return new PurchaseHistory((long) number(row, "x"), number(row, "tx"), number(row, "T"));
  }

  private static BetaGeometricModel model(NamedCsvRecord row) {
    int k = (int) number(row, "k");
    double r = number(row, "r");
    double alpha = number(row, "alpha");
    double a = number(row, "a");
    double b = number(row, "b");
    return number(row, "first") == 0
        ? new BgCnbdK(k, r, alpha, a, b, TimeScale.WEEK)
        : new MbgCnbdK(k, r, alpha, a, b, TimeScale.WEEK);
  }
}
