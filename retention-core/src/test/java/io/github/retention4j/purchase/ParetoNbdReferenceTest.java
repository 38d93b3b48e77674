package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

/** Every output against values of mpmath at 40 digits and more. */
class ParetoNbdReferenceTest {

  /** What the Javadoc promises. */
  private static final double PROMISE = 1e-9;

  /** Far less is lost where parameters are those of customers. */
  private static final double USUAL = 2e-12;

  /** The smallest normal numbers keep fewer digits. */
  private static final double DENORMAL = 1e-300;

  /**
   * Below this the probabilities of the grid kept 5 to 11 digits, as a second integration at 40
   * digits shows; pareto-nbd-pmf.csv holds exact ones.
   */
  private static final double MINUTE = 1e-20;

  private static final double DIGITS_OF_MINUTE = 1e-5;

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

  private static void assertLogLikelihood(
      String what, double actual, double truth, boolean repeats, double tolerance) {
    double scale = repeats ? Math.max(1, Math.abs(truth)) : Math.abs(truth);
    assertThat(Math.abs(actual - truth) / Math.max(scale, DENORMAL))
        .as(what + ": %s for %s", actual, truth)
        .isLessThan(tolerance);
  }

  private static ParetoNbd model(JsonNode parameters) {
    return new ParetoNbd(
        parameters.get(0).asDouble(),
        parameters.get(1).asDouble(),
        parameters.get(2).asDouble(),
        parameters.get(3).asDouble(),
        TimeScale.WEEK);
  }

  private static ParetoNbd model(NamedCsvRecord row) {
    return new ParetoNbd(
        ReferenceTable.number(row, "r"),
        ReferenceTable.number(row, "alpha"),
        ReferenceTable.number(row, "s"),
        ReferenceTable.number(row, "beta"),
        TimeScale.WEEK);
  }

  private static PurchaseHistory history(JsonNode point) {
    return new PurchaseHistory(
        point.get("x").asLong(), point.get("tx").asDouble(), point.get("T").asDouble());
  }

  @Test
  void cornersOfThePromisedRange() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "pareto-nbd.csv")) {
      ParetoNbd model = model(row);
      PurchaseHistory history =
          new PurchaseHistory(
              (long) ReferenceTable.number(row, "x"),
              ReferenceTable.number(row, "tx"),
              ReferenceTable.number(row, "T"));
      double t = ReferenceTable.number(row, "t");
      double force = ReferenceTable.number(row, "force");
      String what = row.toString();
      double truth = ReferenceTable.number(row, "logLikelihood");
      assertLogLikelihood(
          what, model.logLikelihood(history), truth, history.purchases() > 0, PROMISE);
      assertRelative(what, model.probabilityAlive(history), number(row, "alive"), PROMISE);
      assertRelative(what, model.probabilityAlive(history, t), number(row, "aliveAhead"), PROMISE);
      assertRelative(what, model.expectedPurchases(history, t), number(row, "expected"), PROMISE);
      assertRelative(
          what, model.discountedPurchases(history, force), number(row, "discounted"), PROMISE);
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    return ReferenceTable.number(row, column);
  }

  @Test
  void probabilitiesOfPurchases() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "pareto-nbd-pmf.csv")) {
      double actual = model(row).probabilityOfPurchases((long) number(row, "n"), number(row, "t"));
      assertRelative(row.toString(), actual, number(row, "probability"), PROMISE);
    }
  }

  @Test
  void grid() {
    JsonNode grid = SharedFiles.cases("clv-grid-pnbd.json");
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
    ParetoNbd model = model(point.get("params"));
    PurchaseHistory history = history(point);
    JsonNode truth = point.get("truth");
    String what = point.toString();
    assertLogLikelihood(
        what,
        model.logLikelihood(history),
        truth.get("loglik").asDouble(),
        history.purchases() > 0,
        USUAL);
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

  @Test
  void customersOfCdnow() {
    JsonNode cases = SharedFiles.cases("clv-customers-cdnow.json");
    JsonNode p = cases.get("params").get("pnbd");
    ParetoNbd model =
        new ParetoNbd(
            p.get("r").asDouble(),
            p.get("alpha").asDouble(),
            p.get("s").asDouble(),
            p.get("beta").asDouble(),
            TimeScale.WEEK);
    double force = cases.get("dert_rate_continuous_per_week").asDouble();
    for (JsonNode customer : cases.get("customers")) {
      PurchaseHistory history = history(customer);
      JsonNode truth = customer.get("pnbd");
      String what = history.toString();
      assertLogLikelihood(
          what, model.logLikelihood(history), truth.get("loglik").asDouble(), true, USUAL);
      assertRelative(what, model.probabilityAlive(history), truth.get("palive").asDouble(), USUAL);
      for (int i = 0; i < truth.get("cet").size(); i++) {
        assertRelative(
            what,
            model.expectedPurchases(history, cases.get("horizons").get(i).asDouble()),
            truth.get("cet").get(i).asDouble(),
            USUAL);
      }
      assertRelative(
          what, model.discountedPurchases(history, force), truth.get("dert").asDouble(), USUAL);
    }
  }
}
