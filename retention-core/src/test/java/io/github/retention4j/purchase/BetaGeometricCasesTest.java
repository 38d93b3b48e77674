package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The BG family at the reference points beside the checkout. */
class BetaGeometricCasesTest {

  /** The points were computed with 50 digits; exponents up to 700 cost three of a double's 16. */
  private static final double RELATIVE = 1e-11;

  /** Printed with 14 digits; an integral here. */
  private static final double RELATIVE_OF_DISCOUNTED = 1e-10;

  /** The maximum is flat: a log-likelihood equal to 1e-12 leaves parameters equal to 1e-6. */
  private static final double RELATIVE_OF_ESTIMATE = 1e-6;

  /** Second derivatives by differences of gradients. */
  private static final double RELATIVE_OF_ERROR = 1e-4;

  /** Below this, doubles are subnormal and lose digits one by one. */
  private static final double SMALLEST = 1e-300;

  @ParameterizedTest
  @ValueSource(strings = {"bgnbd", "mbgnbd"})
  void gridAgrees(String name) {
    JsonNode grid = SharedFiles.cases("clv-grid-" + name + ".json");
    double[] horizons = {1, 13, 52, 520};
    double[] forces = {0.0025, 0.1};
    for (JsonNode point : grid.get("points")) {
      BetaGeometricModel model = model(name, point.get("params"));
      PurchaseHistory history = history(point);
      JsonNode truth = point.get("truth");
      check(model.logLikelihood(history), truth.get("loglik"), RELATIVE);
      check(model.probabilityAlive(history), truth.get("palive"), RELATIVE);
      for (int i = 0; i < horizons.length; i++) {
        check(model.expectedPurchases(history, horizons[i]), truth.get("cet").get(i), RELATIVE);
      }
      for (int i = 0; i < forces.length && !truth.get("dert").isNull(); i++) {
        check(
            model.discountedPurchases(history, forces[i]),
            truth.get("dert").get(i),
            RELATIVE_OF_DISCOUNTED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bgnbd", "mbgnbd"})
  void newCustomersAgree(String name) {
    JsonNode grid = SharedFiles.cases("clv-grid-" + name + ".json");
    for (JsonNode point : grid.get("pmf")) {
      double chance =
          model(name, point.get("params"))
              .probabilityOfPurchases(point.get("n").asLong(), point.get("t").asDouble());
      check(chance, point.get("truth"), RELATIVE);
    }
    for (JsonNode point : grid.get("unconditional_expectation")) {
      BetaGeometricModel model = model(name, point.get("params"));
      for (int i = 0; i < point.get("t").size(); i++) {
        check(
            model.expectedPurchases(point.get("t").get(i).asDouble()),
            point.get("truth").get(i),
            RELATIVE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bgnbd", "mbgnbd"})
  void customersOfCdnowAgree(String name) {
    JsonNode cases = SharedFiles.cases("clv-customers-cdnow.json");
    JsonNode p = cases.get("params").get(name);
    BetaGeometricModel model = model(name, p.get("r"), p.get("alpha"), p.get("a"), p.get("b"));
    double force = cases.get("dert_rate_continuous_per_week").asDouble();
    for (JsonNode customer : cases.get("customers")) {
      PurchaseHistory history = history(customer);
      JsonNode truth = customer.get(name);
      check(model.logLikelihood(history), truth.get("loglik"), RELATIVE);
      check(model.probabilityAlive(history), truth.get("palive"), RELATIVE);
      for (int i = 0; i < cases.get("horizons").size(); i++) {
        double horizon = cases.get("horizons").get(i).asDouble();
        check(model.expectedPurchases(history, horizon), truth.get("cet").get(i), RELATIVE);
      }
      if (truth.has("dert") && !truth.get("dert").isNull()) {
        check(model.discountedPurchases(history, force), truth.get("dert"), RELATIVE_OF_DISCOUNTED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cdnow_cbs_39w", "cdnow_lifetimes_summary"})
  void fitsOfCdnowAgree(String data) throws IOException {
    JsonNode fits = SharedFiles.cases("clv-fits.json").get("reference").get(data);
    String file =
        data.equals("cdnow_cbs_39w") ? data + ".csv" : "lifetimes_cdnow_customers_summary.csv";
    PurchaseSample sample = summary(file);
    check(BgNbdFitter.withDefaults().fit(sample).report(), fits.get("bgnbd"));
    check(MbgNbdFitter.withDefaults().fit(sample).report(), fits.get("mbgnbd"));
  }

  @Test
  void regularFitsOfCdnowAgree() throws IOException {
    JsonNode fits = SharedFiles.cases("clv-fits.json").get("reference").get("cdnow_cbs_39w");
    PurchaseSample sample = events();
    checkRegular(fits, "bgcnbd_k", k -> BgCnbdKFitter.withDefaults().withK(k).fit(sample));
    checkRegular(fits, "mbgcnbd_k", k -> MbgCnbdKFitter.withDefaults().withK(k).fit(sample));
    assertThat(BgCnbdKFitter.withDefaults().withKUpTo(4).fit(sample).model().k()).isEqualTo(1);
  }

  private static void checkRegular(
      JsonNode fits, String name, IntFunction<Fit<? extends BetaGeometricModel>> fitter) {
    for (int k = 1; k <= 4; k++) {
      Fit<? extends BetaGeometricModel> fit = fitter.apply(k);
      assertThat(fit.model().k()).isEqualTo(k);
      check(fit.report(), fits.get(name + k));
    }
  }

  private static void check(FitReport report, JsonNode truth) {
    check(report.logLikelihood(), truth.get("loglik"), RELATIVE);
    for (String name : List.of("r", "alpha", "a", "b")) {
      check(report.estimate(name).value(), truth.get("params").get(name), RELATIVE_OF_ESTIMATE);
      check(
          report.estimate(name).standardError().orElseThrow(),
          truth.get("se").get(name),
          RELATIVE_OF_ERROR);
    }
  }

  private static void check(double actual, JsonNode truth, double relative) {
    if (truth != null && !truth.isNull()) {
      double expected = Double.parseDouble(truth.asText());
      assertThat(actual).isCloseTo(expected, within(SMALLEST + relative * Math.abs(expected)));
    }
  }

  private static PurchaseSample summary(String file) throws IOException {
    List<String> lines = Files.readAllLines(SharedFiles.require("data/clv/" + file));
    double[][] rows =
        lines.stream()
            .skip(1)
            .map(
                line ->
                    List.of(line.split(",")).subList(1, 4).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
            .toArray(double[][]::new);
    return PurchaseSample.of(
        TimeScale.WEEK,
        List.of(rows).stream().mapToInt(row -> (int) row[0]).toArray(),
        List.of(rows).stream().mapToDouble(row -> row[1]).toArray(),
        List.of(rows).stream().mapToDouble(row -> row[2]).toArray());
  }

  /** The same customers made of events, which know the intervals between purchases. */
  private static PurchaseSample events() throws IOException {
    List<String> lines = Files.readAllLines(SharedFiles.require("data/clv/cdnow_sample_elog.csv"));
    EventLog log =
        EventLog.of(
            lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(field -> Event.of(CustomerId.of(field[1]), LocalDate.parse(field[2]))),
            LocalDate.of(1998, 7, 1));
    return PurchaseSampler.withDefaults().withCalibrationEnd(LocalDate.of(1997, 10, 1)).sample(log);
  }

  private static PurchaseHistory history(JsonNode point) {
    return new PurchaseHistory(
        point.get("x").asLong(), point.get("tx").asDouble(), point.get("T").asDouble());
  }

  private static BetaGeometricModel model(String name, JsonNode p) {
    return model(name, p.get(0), p.get(1), p.get(2), p.get(3));
  }

  private static BetaGeometricModel model(
      String name, JsonNode r, JsonNode alpha, JsonNode a, JsonNode b) {
    return name.equals("bgnbd")
        ? new BgNbd(r.asDouble(), alpha.asDouble(), a.asDouble(), b.asDouble(), TimeScale.WEEK)
        : new MbgNbd(r.asDouble(), alpha.asDouble(), a.asDouble(), b.asDouble(), TimeScale.WEEK);
  }
}
