package io.github.retention4j.renewal;

import static io.github.retention4j.renewal.RenewalMoment.ABOUT_TO_RENEW;
import static io.github.retention4j.renewal.RenewalMoment.JUST_RENEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Against mpmath, and fits by Newton steps on exact derivatives. */
class RenewalReferenceTest {

  /** A relative error of 1e-11, ten thousand roundings. */
  private static final Percentage ROUNDING = withinPercentage(1e-9);

  /** The search ends within 1e-6 standard errors, and these are up to the size of the estimate. */
  private static final Percentage ESTIMATE = withinPercentage(2e-4);

  private static final Percentage ERROR = withinPercentage(1e-3);

  private static final Percentage LIKELIHOOD = withinPercentage(1e-9);

  @Test
  void survivalChurnAndRetentionOfAllPoints() {
    for (JsonNode point : SharedFiles.cases("clv-sbg-bdw.json").get("points")) {
      RenewalModel model = model(point);
      long t = point.get("t").asLong();
      assertThat(model.survival(t))
          .as("S %s", point)
          .isCloseTo(number(point, "survival"), ROUNDING);
      assertThat(model.churnProbability(t))
          .as("P %s", point)
          .isCloseTo(number(point, "churn_pmf"), ROUNDING);
      assertThat(model.retentionRate(t))
          .as("r %s", point)
          .isCloseTo(number(point, "retention"), ROUNDING);
    }
  }

  @Test
  void discountedLifetimesOfTheShiftedBetaGeometric() {
    for (JsonNode point : SharedFiles.cases("clv-sbg-bdw.json").get("derl")) {
      ShiftedBetaGeometric model =
          new ShiftedBetaGeometric(number(point, "alpha"), number(point, "beta"));
      double discount = number(point, "discount");
      assertThat(model.discountedLifetime(discount))
          .as("DEL %s", point)
          .isCloseTo(number(point, "DEL_t0_included"), ROUNDING);
      for (Map.Entry<String, JsonNode> entry : point.get("DERL_before_nth_renewal").properties()) {
        long renewal = Long.parseLong(entry.getKey());
        assertThat(model.discountedResidualLifetime(renewal - 1, discount, ABOUT_TO_RENEW))
            .as("DERL %s of %s", renewal, point)
            .isCloseTo(entry.getValue().asDouble(), ROUNDING);
      }
    }
  }

  @Test
  void discountedLifetimesOfTheBetaDiscreteWeibull() {
    for (JsonNode point :
        SharedFiles.cases("clv-sbg-bdw.json").get("bdw_conditional_expected_lifetime")) {
      assertThat(
              model(point)
                  .discountedResidualLifetime(
                      point.get("age_periods").asLong(), number(point, "discount"), JUST_RENEWED))
          .as("%s", point)
          .isCloseTo(number(point, "DEL_conditional_sum_t0"), ROUNDING);
    }
  }

  @Test
  void fitsOfTheCohortsOfFaderAndHardie() throws IOException {
    JsonNode shared = SharedFiles.cases("clv-sbg-bdw.json").get("fits");
    JsonNode collected = SharedFiles.cases("clv-fits.json").get("reference");
    for (String column : List.of("regular", "high_end")) {
      for (int years : new int[] {4, 7, 12}) {
        RenewalSample sample = RenewalSample.of(cohort(column, years));
        String name = "fh2007_" + column + "_n" + years + "_N1000";
        for (JsonNode fits : List.of(shared.get(name), collected.get(name))) {
          compare(ShiftedBetaGeometricFitter.withDefaults().fit(sample), fits.get("sbg"));
          compare(BetaDiscreteWeibullFitter.withDefaults().fit(sample), fits.get("bdw"));
          compareGeometric(GeometricLifetimeFitter.withDefaults().fit(sample), fits);
        }
      }
    }
  }

  private static void compareGeometric(Fit<GeometricLifetime> fit, JsonNode fits) {
    JsonNode expected = fits.get("geometric");
    double theta = expected.get("params").get("theta").asDouble();
    assertThat(fit.model().theta()).isCloseTo(theta, ESTIMATE);
    assertThat(fit.report().logLikelihood()).isCloseTo(number(expected, "loglik"), LIKELIHOOD);
    assertThat(fit.report().estimate("theta").standardError().orElseThrow())
        .isCloseTo(expected.get("se").get("logit_theta").asDouble() * theta * (1 - theta), ERROR);
  }

  @Test
  void fitsOfSeveralCohorts() {
    for (JsonNode fit : SharedFiles.cases("clv-sbg-bdw.json").get("multi_cohort_fits")) {
      List<RenewalCohort> cohorts = new ArrayList<>();
      for (JsonNode survivors : fit.get("data")) {
        List<Long> counts = new ArrayList<>();
        survivors.forEach(count -> counts.add(count.asLong()));
        cohorts.add(new RenewalCohort(counts));
      }
      compare(ShiftedBetaGeometricFitter.withDefaults().fit(new RenewalSample(cohorts)), fit);
    }
  }

  private static void compare(Fit<?> fit, JsonNode expected) {
    FitReport report = fit.report();
    assertThat(report.logLikelihood()).isCloseTo(number(expected, "loglik"), LIKELIHOOD);
    assertThat(report.aic()).isCloseTo(number(expected, "aic"), LIKELIHOOD);
    List<JsonNode> covariance = new ArrayList<>();
    expected.get("vcov").forEach(row -> row.forEach(covariance::add));
    int entry = 0;
    for (String name : report.covariance().names()) {
      assertThat(report.estimate(name).value())
          .isCloseTo(expected.get("params").get(name).asDouble(), ESTIMATE);
      assertThat(report.estimate(name).standardError().orElseThrow())
          .isCloseTo(expected.get("se").get(name).asDouble(), ERROR);
      for (String other : report.covariance().names()) {
        assertThat(report.covariance().between(name, other).orElseThrow())
            .isCloseTo(covariance.get(entry).asDouble(), ERROR);
        entry++;
      }
    }
    assertThat(entry).isEqualTo(covariance.size());
  }

  private static RenewalCohort cohort(String column, int years) throws IOException {
    List<String> lines =
        Files.readAllLines(SharedFiles.require("data/clv/fader_hardie_2007_retention.csv"));
    int at = List.of(lines.get(0).split(",", -1)).indexOf(column);
    return RenewalCohort.ofShares(
        1000,
        lines.stream()
            .skip(2)
            .limit(years)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[at]) / 100)
            .toArray());
  }

  private static RenewalModel model(JsonNode point) {
    double alpha = number(point, "alpha");
    double beta = number(point, "beta");
    double c = number(point, "c");
    return c == 1 ? new ShiftedBetaGeometric(alpha, beta) : new BetaDiscreteWeibull(alpha, beta, c);
  }

  private static double number(JsonNode node, String name) {
    return node.get(name).asDouble();
  }
}
