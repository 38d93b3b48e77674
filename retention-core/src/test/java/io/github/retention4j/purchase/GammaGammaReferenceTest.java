package io.github.retention4j.purchase;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class GammaGammaReferenceTest {

  /** The promise of the model. */
  private static final double RELATIVE = 1e-9;

  /** Where q is within 1e-7 of 1, q - 1 has lost so many digits before it comes to the model. */
  private static final double ROUNDED_INPUT = 1e-8;

  private static void assertNear(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
  }

  private static void assertLog(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.max(1, Math.abs(expected))));
  }

  @Test
  void cornersOfTheParameters() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "gamma-gamma.csv")) {
      GammaGamma model = new GammaGamma(number(row, "p"), number(row, "q"), number(row, "gamma"));
      SpendHistory history = new SpendHistory(Long.parseLong(row.getField("x")), number(row, "m"));
      assertLog(model.logLikelihood(history), number(row, "loglik"));
      ExpectedSpend spend = model.expectedSpend(history);
      if (row.getField("expected").equals("infinite")) {
        assertThat(spend).isInstanceOf(ExpectedSpend.Infinite.class);
      } else {
        assertNear(spend.value().orElseThrow(), number(row, "expected"), RELATIVE);
      }
      if (!row.getField("lower").isEmpty()) {
        ConfidenceInterval interval = model.spendInterval(history, 0.95).orElseThrow();
        assertNear(interval.lower(), number(row, "lower"), RELATIVE);
        assertNear(interval.upper(), number(row, "upper"), RELATIVE);
      }
    }
  }

  @Test
  void grid() {
    for (JsonNode point : SharedFiles.cases("clv-grid-gammagamma.json").get("points")) {
      JsonNode parameters = point.get("params");
      GammaGamma model =
          new GammaGamma(
              parameters.get(0).asDouble(),
              parameters.get(1).asDouble(),
              parameters.get(2).asDouble());
      SpendHistory history = new SpendHistory(point.get("x").asLong(), point.get("m").asDouble());
      JsonNode truth = point.get("truth");
      if (!truth.get("loglik").isNull()) {
        assertLog(model.logLikelihood(history), truth.get("loglik").asDouble());
      }
      ExpectedSpend spend = model.expectedSpend(history);
      if (truth.get("expected_spend").isNull()) {
        assertThat(spend.value()).isEmpty();
      } else {
        double tolerance = Math.abs(model.q() - 1) < 1e-6 ? ROUNDED_INPUT : RELATIVE;
        assertNear(spend.value().orElseThrow(), truth.get("expected_spend").asDouble(), tolerance);
      }
    }
  }

  @Test
  void customersOfCdnow() {
    JsonNode cases = SharedFiles.cases("clv-customers-cdnow.json");
    JsonNode gg = cases.get("params").get("gg");
    GammaGamma model =
        new GammaGamma(gg.get("p").asDouble(), gg.get("q").asDouble(), gg.get("v").asDouble());
    for (JsonNode customer : cases.get("customers")) {
      SpendHistory history =
          new SpendHistory(customer.get("x").asLong(), customer.get("m").asDouble());
      assertNear(
          model.expectedSpend(history).value().orElseThrow(),
          customer.get("gg").get("expected_spend").asDouble(),
          RELATIVE);
      if (!customer.get("gg").get("loglik").isNull()) {
        assertLog(model.logLikelihood(history), customer.get("gg").get("loglik").asDouble());
      }
    }
  }

  private static PurchaseSample cdnow() throws IOException {
    List<NamedCsvRecord> lines;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/clv/cdnow_cbs_39w.csv"))) {
      lines = reader.stream().toList();
    }
    return PurchaseSample.of(
            TimeScale.WEEK,
            lines.stream().mapToInt(line -> (int) number(line, "x")).toArray(),
            lines.stream().mapToDouble(line -> number(line, "t_x")).toArray(),
            lines.stream().mapToDouble(line -> number(line, "T_cal")).toArray())
        .withMeanSpend(
            SpendScope.REPEAT_PURCHASES,
            Currency.getInstance("USD"),
            lines.stream().mapToDouble(line -> number(line, "m_x")).toArray());
  }

  /** Exact maximum by Newton's method; standard errors by its exact Hessian. */
  @Test
  void fitOfCdnow() throws IOException {
    JsonNode exact =
        SharedFiles.cases("clv-fits.json").get("reference").get("cdnow_cbs_39w").get("gg");
    GammaGammaFit fit = GammaGammaFitter.withDefaults().fit(cdnow());
    FitReport report = fit.report();
    assertThat(report.observations()).isEqualTo(946);
    assertThat(report.logLikelihood()).isCloseTo(exact.get("loglik").asDouble(), within(1e-8));
    String[] names = {"p", "q", "v"};
    for (int i = 0; i < names.length; i++) {
      double value = report.estimates().get(i).value();
      double error = report.estimates().get(i).standardError().orElseThrow();
      // 1e-6 standard errors is where the search ends; Hessians by differences err by about 1e-6.
      assertThat(value)
          .isCloseTo(exact.get("params").get(names[i]).asDouble(), within(2e-6 * error));
      assertNear(error, exact.get("se").get(names[i]).asDouble(), 1e-5);
    }
    assertThat(report.warnings()).isEmpty();
    // numpy.corrcoef of x and m_x where x > 0.
    assertThat(fit.correlation().orElseThrow().coefficient()).isCloseTo(0.11388792, within(1e-8));
  }

  private static JsonNode published() {
    for (JsonNode entry : SharedFiles.cases("clv-published.json")) {
      if (entry.get("id").asText().equals("gg_cdnow")) {
        return entry;
      }
    }
    throw new AssertionError("clv-published.json has no gg_cdnow");
  }

  /** The first ten customers of the paper, to the cents printed. */
  @Test
  void publishedExpectations() throws IOException {
    PurchaseSample sample = cdnow();
    GammaGamma model = GammaGammaFitter.withDefaults().fit(sample).model();
    JsonNode printed = published();
    JsonNode first = printed.get("expected_spend_first10");
    PurchaseSpend spend = sample.spend().orElseThrow();
    for (int row = 0; row < first.size(); row++) {
      assertThat(model.expectedSpend(spend.history(row)).value().orElseThrow())
          .isCloseTo(first.get(row).asDouble(), within(0.01));
    }
  }
}
