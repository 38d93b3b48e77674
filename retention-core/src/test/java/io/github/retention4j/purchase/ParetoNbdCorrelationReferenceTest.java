package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

/** Every output against integrals computed by other programs. */
class ParetoNbdCorrelationReferenceTest {

  /** What the Javadoc promises. */
  private static final double PROMISE = 1e-9;

  /** The double integrals are good to 14 digits. */
  private static final double USUAL = 1e-13;

  /** The smallest normal numbers keep fewer digits. */
  private static final double DENORMAL = 1e-300;

  private static double number(NamedCsvRecord row, String column) {
    return ReferenceTable.number(row, column);
  }

  private static ParetoNbdWithCorrelation model(NamedCsvRecord row) {
    return new ParetoNbdWithCorrelation(
        new ParetoNbd(
            number(row, "r"),
            number(row, "alpha"),
            number(row, "s"),
            number(row, "beta"),
            TimeScale.WEEK),
        number(row, "omega"),
        number(row, "mixingTime"));
  }

  private static void assertRelative(
      NamedCsvRecord row, String column, double actual, double tolerance) {
    double truth = number(row, column);
    assertThat(actual)
        .as(column + " of " + row)
        .isCloseTo(truth, within(Math.max(DENORMAL, tolerance * Math.abs(truth))));
  }

  private static void assertHistory(
      NamedCsvRecord row, ParetoNbdWithCorrelation model, double tolerance) {
    PurchaseHistory history =
        new PurchaseHistory((long) number(row, "x"), number(row, "tx"), number(row, "T"));
    double t = number(row, "t");
    double truth = number(row, "logLikelihood");
    double scale = history.purchases() > 0 ? Math.max(1, Math.abs(truth)) : Math.abs(truth);
    assertThat(model.logLikelihood(history))
        .as(row.toString())
        .isCloseTo(truth, within(tolerance * scale));
    assertRelative(row, "alive", model.probabilityAlive(history), tolerance);
    assertRelative(row, "aliveAhead", model.probabilityAlive(history, t), tolerance);
    assertRelative(row, "expected", model.expectedPurchases(history, t), tolerance);
    assertRelative(
        row, "discounted", model.discountedPurchases(history, number(row, "force")), tolerance);
  }

  @Test
  void doubleIntegralsOfTheDefinition() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "pareto-nbd-correlation.csv")) {
      ParetoNbdWithCorrelation model = model(row);
      assertHistory(row, model, USUAL);
      PurchaseHistory history =
          new PurchaseHistory((long) number(row, "x"), number(row, "tx"), number(row, "T"));
      long n = (long) number(row, "n");
      double t = number(row, "t");
      assertRelative(row, "probability", model.probabilityOfPurchases(history, n, t), USUAL);
      assertRelative(row, "newProbability", model.probabilityOfPurchases(n, t), USUAL);
      assertRelative(row, "newExpected", model.expectedPurchases(t), USUAL);
      assertRelative(row, "newDiscounted", model.discountedPurchases(number(row, "force")), USUAL);
      assertThat(model.correlation()).isCloseTo(number(row, "correlation"), within(USUAL));
    }
  }

  @Test
  void cornersOfThePromisedRange() {
    for (NamedCsvRecord row :
        ReferenceTable.rows(getClass(), "pareto-nbd-correlation-corners.csv")) {
      assertHistory(row, model(row), PROMISE);
    }
  }
}
