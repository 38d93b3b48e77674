package io.github.retention4j.purchase;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BgBbReferenceTest {

  /** The promise of the model. */
  private static final double RELATIVE = 1e-9;

  private static void assertNear(double actual, double expected) {
    assertThat(actual)
        .isCloseTo(expected, within(RELATIVE * Math.abs(expected) + Double.MIN_NORMAL));
  }

  private static int integer(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static void assertLog(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.max(1, Math.abs(expected))));
  }

  @Test
  void cornersOfTheParameters() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "bg-bb.csv")) {
      BgBb model =
          new BgBb(
              number(row, "alpha"),
              number(row, "beta"),
              number(row, "gamma"),
              number(row, "delta"));
      OpportunityHistory history =
          new OpportunityHistory(integer(row, "x"), integer(row, "tx"), integer(row, "n"));
      assertLog(model.logLikelihood(history), number(row, "loglik"));
      assertNear(model.probabilityAlive(history), number(row, "alive"));
      assertNear(model.probabilityAliveAtNext(history), number(row, "next"));
      assertNear(model.expectedPurchases(history, 10), number(row, "cet10"));
      assertNear(model.expectedPurchases(history, 1000), number(row, "cet1000"));
      assertNear(model.discountedPurchases(history, number(row, "rate")), number(row, "dert"));
      assertNear(
          model.probabilityOfPurchases(integer(row, "x"), integer(row, "n")), number(row, "pmf"));
      assertNear(model.probabilityOfPurchases(history, 3, 20), number(row, "pmf_ahead_3_of_20"));
      assertNear(model.expectedPurchases(1000), number(row, "new_1000"));
    }
  }

  private static BgBb model(JsonNode parameters) {
    return new BgBb(
        parameters.get(0).asDouble(),
        parameters.get(1).asDouble(),
        parameters.get(2).asDouble(),
        parameters.get(3).asDouble());
  }

  @Test
  void grid() {
    JsonNode cases = SharedFiles.cases("clv-grid-bgbb.json");
    JsonNode horizons = cases.get("conventions").get("cet_horizons");
    for (JsonNode point : cases.get("points")) {
      BgBb model = model(point.get("params"));
      OpportunityHistory history =
          new OpportunityHistory(
              point.get("x").asInt(), point.get("tx").asInt(), point.get("n").asInt());
      JsonNode truth = point.get("truth");
      assertLog(model.logLikelihood(history), truth.get("loglik").asDouble());
      assertNear(model.probabilityAlive(history), truth.get("palive_now").asDouble());
      assertNear(model.probabilityAliveAtNext(history), truth.get("palive_next").asDouble());
      assertNear(model.discountedPurchases(history, 0.1), truth.get("dert").asDouble());
      for (int i = 0; i < truth.get("cet").size(); i++) {
        assertNear(
            model.expectedPurchases(history, horizons.get(i).asInt()),
            truth.get("cet").get(i).asDouble());
      }
    }
    for (JsonNode point : cases.get("pmf")) {
      assertNear(
          model(point.get("params"))
              .probabilityOfPurchases(point.get("x").asInt(), point.get("n").asInt()),
          point.get("truth").asDouble());
    }
  }

  private static OpportunitySample donors() throws IOException {
    List<NamedCsvRecord> lines;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/clv/donations_bgbb.csv"))) {
      lines = reader.stream().toList();
    }
    return OpportunitySample.of(
            column(lines, "x"),
            column(lines, "t_x"),
            column(lines, "n_cal"),
            column(lines, "custs"))
        .withHoldout(5, column(lines, "x_star_total"));
  }

  private static int[] column(List<NamedCsvRecord> lines, String name) {
    return lines.stream().mapToInt(line -> integer(line, name)).toArray();
  }

  /** Exact maximum by Newton's method; standard errors by its exact Hessian. */
  @Test
  void fitOfDonors() throws IOException {
    JsonNode exact =
        SharedFiles.cases("clv-fits.json").get("reference").get("donations").get("bgbb");
    Fit<BgBb> fit = BgBbFitter.withDefaults().fit(donors());
    FitReport report = fit.report();
    assertThat(report.observations()).isEqualTo(11_104);
    assertThat(report.logLikelihood()).isCloseTo(exact.get("loglik").asDouble(), within(1e-7));
    String[] names = {"alpha", "beta", "gamma", "delta"};
    for (String name : names) {
      double error = report.estimate(name).standardError().orElseThrow();
      // 1e-6 standard errors is where the search ends; Hessians by differences err by about 1e-6.
      assertThat(report.estimate(name).value())
          .isCloseTo(exact.get("params").get(name).asDouble(), within(2e-6 * error));
      double expected = exact.get("se").get(name).asDouble();
      assertThat(error).isCloseTo(expected, within(1e-5 * expected));
    }
    assertThat(report.warnings()).isEmpty();
  }

  private static JsonNode published() {
    for (JsonNode entry : SharedFiles.cases("clv-published.json")) {
      if (entry.get("id").asText().equals("bgbb_donations")) {
        return entry;
      }
    }
    throw new AssertionError("clv-published.json has no bgbb_donations");
  }

  /**
   * Tables of the paper, as BTYD computes them: its search ends a little short of the maximum,
   * which moves forecasts by some 1e-4.
   */
  @Test
  void publishedForecastsOfDonors() throws IOException {
    JsonNode printed = published();
    OpportunitySample sample = donors();
    BgBb model = BgBbFitter.withDefaults().fit(sample).model();
    assertThat(model.expectedPurchases(10))
        .isCloseTo(printed.get("expectation_10").asDouble(), within(1e-4));
    for (JsonNode donor : printed.get("cet_10")) {
      OpportunityHistory history =
          new OpportunityHistory(
              donor.get("x").asInt(), donor.get("tx").asInt(), donor.get("n").asInt());
      assertThat(model.expectedPurchases(history, 10))
          .isCloseTo(donor.get("cet").asDouble(), within(2e-4));
    }
    for (JsonNode donor : printed.get("palive_next")) {
      OpportunityHistory history =
          new OpportunityHistory(donor.get("x").asInt(), donor.get("tx").asInt(), 6);
      assertThat(model.probabilityAliveAtNext(history))
          .isCloseTo(donor.get("p").asDouble(), within(0.005));
    }
    assertThat(sample.customers() * model.probabilityOfPurchases(0, 6))
        .isCloseTo(printed.get("in_sample_fit").get("x0").asDouble(), within(0.1));
    assertThat(sample.customers() * model.probabilityOfPurchases(6, 6))
        .isCloseTo(printed.get("in_sample_fit").get("x6").asDouble(), within(0.1));
    assertThatHoldoutIsAsPrinted(sample, model, printed);
  }

  private static void assertThatHoldoutIsAsPrinted(
      OpportunitySample sample, BgBb model, JsonNode printed) {
    double[] actual = new double[7];
    double[] expected = new double[7];
    double[] customers = new double[7];
    double total = 0;
    for (int row = 0; row < sample.rows(); row++) {
      OpportunityHistory history = sample.history(row);
      double forecast = sample.customers(row) * model.expectedPurchases(history, 5);
      customers[history.purchases()] += sample.customers(row);
      actual[history.purchases()] += sample.holdoutPurchases(row).orElseThrow();
      expected[history.purchases()] += forecast;
      total += forecast;
    }
    assertThat(total).isCloseTo(printed.get("sum_cet_5_all_customers").asDouble(), within(0.5));
    for (int x = 0; x <= 6; x++) {
      JsonNode table = printed.get("holdout_by_frequency");
      assertThat(actual[x] / customers[x])
          .isCloseTo(table.get("actual").get(x).asDouble(), within(1e-6));
      assertThat(expected[x] / customers[x])
          .isCloseTo(table.get("expected").get(x).asDouble(), within(1e-4));
    }
  }
}
