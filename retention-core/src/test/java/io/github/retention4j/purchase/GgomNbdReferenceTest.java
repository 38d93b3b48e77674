package io.github.retention4j.purchase;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

/** Every output against values of mpmath at 40 digits and more. */
class GgomNbdReferenceTest {

  /** Relative; far inside the 1e-9 that the Javadoc promises, and 20 times what was seen. */
  private static final double USUAL = 5e-12;

  /** The smallest normal numbers keep fewer digits. */
  private static final double DENORMAL = 1e-300;

  /**
   * The integrals behind the tiniest probabilities of the grid kept 6 digits: the one of 100
   * purchases in 2 weeks at the first parameters is 9.17109980327407985e-82 at 40 digits.
   */
  private static final double MINUTE = 1e-30;

  private static final double DIGITS_OF_MINUTE = 1e-6;

  private static void assertRelative(String what, double actual, double truth, double tolerance) {
    assertThat(actual).as(what).isFinite();
    if (Math.abs(truth) < DENORMAL) {
      assertThat(actual).as(what).isBetween(0.0, 2 * DENORMAL);
    } else {
      assertThat(Math.abs(actual / truth - 1))
          .as(what + ": %s for %s", actual, truth)
          .isLessThan(tolerance);
    }
  }

  /** With repeat purchases the logarithm may pass through 0. */
  private static void assertLogLikelihood(
      String what, GgomNbd model, PurchaseHistory history, double truth) {
    double scale = history.purchases() > 0 ? Math.max(1, Math.abs(truth)) : Math.abs(truth);
    double actual = model.logLikelihood(history);
    assertThat(Math.abs(actual - truth))
        .as(what + ": %s for %s", actual, truth)
        .isLessThan(USUAL * scale);
  }

  private static GgomNbd model(JsonNode parameters) {
    return new GgomNbd(
        parameters.get(0).asDouble(),
        parameters.get(1).asDouble(),
        parameters.get(2).asDouble(),
        parameters.get(3).asDouble(),
        parameters.get(4).asDouble(),
        TimeScale.WEEK);
  }

  private static GgomNbd model(NamedCsvRecord row) {
    return new GgomNbd(
        number(row, "r"),
        number(row, "alpha"),
        number(row, "b"),
        number(row, "s"),
        number(row, "beta"),
        TimeScale.WEEK);
  }

  @Test
  void cornersOfThePromisedRange() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "ggom-nbd.csv")) {
      GgomNbd model = model(row);
      PurchaseHistory history =
          new PurchaseHistory(
              Long.parseLong(row.getField("x")), number(row, "tx"), number(row, "T"));
      double t = number(row, "t");
      String what = row.toString();
      assertLogLikelihood(what, model, history, number(row, "logLikelihood"));
      assertRelative(what, model.probabilityAlive(history), number(row, "alive"), USUAL);
      assertRelative(what, model.probabilityAlive(history, t), number(row, "aliveAhead"), USUAL);
      assertRelative(what, model.expectedPurchases(history, t), number(row, "expected"), USUAL);
      assertRelative(
          what,
          model.discountedPurchases(history, number(row, "force")),
          number(row, "discounted"),
          USUAL);
    }
  }

  @Test
  void probabilitiesOfPurchases() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "ggom-nbd-pmf.csv")) {
      double actual =
          model(row).probabilityOfPurchases(Long.parseLong(row.getField("n")), number(row, "t"));
      assertRelative(row.toString(), actual, number(row, "probability"), USUAL);
    }
  }

  @Test
  void grid() {
    JsonNode grid = SharedFiles.cases("clv-grid-ggomnbd.json");
    for (JsonNode point : grid.get("points")) {
      assertPoint(grid.get("conventions"), point);
    }
    for (JsonNode point : grid.get("unconditional_expectation")) {
      for (int i = 0; i < point.get("t").size(); i++) {
        assertRelative(
            point.toString(),
            model(point.get("params")).expectedPurchases(point.get("t").get(i).asDouble()),
            point.get("truth").get(i).asDouble(),
            USUAL);
      }
    }
    for (JsonNode point : grid.get("pmf")) {
      assertRelative(
          point.toString(),
          model(point.get("params"))
              .probabilityOfPurchases(point.get("n").asLong(), point.get("t").asDouble()),
          point.get("truth").asDouble(),
          point.get("truth").asDouble() < MINUTE ? DIGITS_OF_MINUTE : USUAL);
    }
  }

  private static void assertPoint(JsonNode conventions, JsonNode point) {
    GgomNbd model = model(point.get("params"));
    PurchaseHistory history =
        new PurchaseHistory(
            point.get("x").asLong(), point.get("tx").asDouble(), point.get("T").asDouble());
    JsonNode truth = point.get("truth");
    String what = point.toString();
    assertLogLikelihood(what, model, history, truth.get("loglik").asDouble());
    assertRelative(what, model.probabilityAlive(history), truth.get("palive").asDouble(), USUAL);
    for (int i = 0; i < truth.get("cet").size(); i++) {
      assertRelative(
          what,
          model.expectedPurchases(history, conventions.get("cet_horizons").get(i).asDouble()),
          truth.get("cet").get(i).asDouble(),
          USUAL);
    }
    for (int i = 0; i < truth.get("dert").size(); i++) {
      assertRelative(
          what,
          model.discountedPurchases(history, conventions.get("dert_rates").get(i).asDouble()),
          truth.get("dert").get(i).asDouble(),
          USUAL);
    }
  }
}
