package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.time.TimeScale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds small hand-made samples with ties, late entry, weights, strata and clusters to R. */
class CoxReferenceTest {

  /** R gives 15 digits of what it iterates to a relative change of 1e-14 of the likelihood. */
  private static final double TOLERANCE = 1e-9;

  private static final double[][] TABLE = {
    {0, 4, 1, 1.2, 0, 1, 1},
    {0, 3, 1, 0.3, 1, 2, 2},
    {1, 3, 1, 2.1, 0, 1, 3},
    {0, 5, 0, 0.7, 1, 1, 4},
    {2, 6, 1, 1.9, 1, 3, 5},
    {0, 6, 1, 0.1, 0, 1, 6},
    {0, 6, 0, 0.8, 1, 2, 7},
    {3, 8, 1, 1.1, 0, 1, 7},
    {0, 2, 0, 0.4, 0, 1, 8},
    {2, 7, 1, 0.9, 0, 2, 8},
    {1, 9, 0, 1.5, 1, 1, 9},
    {4, 9, 1, 0.2, 1, 1, 10},
    {0, 9, 1, 1.0, 0, 2, 11},
    {5, 10, 0, 0.6, 0, 1, 12},
    {0, 8, 1, 1.7, 1, 1, 13},
    {6, 12, 1, 0.5, 1, 2, 14},
    {0, 1, 1, 2.4, 0, 1, 15},
    {7, 11, 1, 1.3, 0, 1, 16},
  };

  private static final List<String> STRATA = List.of("aaabbbaabbabbaabba".split(""));

  private static double[] column(int index) {
    return Arrays.stream(TABLE).mapToDouble(row -> row[index]).toArray();
  }

  private static CovariateTable covariates() {
    return CovariateTable.ofRows(TABLE.length)
        .withNumbers("x", column(3))
        .withNumbers("z", column(4));
  }

  private static LifetimeSample sample(String id) {
    boolean[] left = new boolean[TABLE.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = TABLE[i][2] == 1;
    }
    LifetimeSample sample =
        id.contains("entries") || id.contains("ridge")
            ? LifetimeSample.entering(TimeScale.DAY, column(0), column(1), left)
            : LifetimeSample.fromStart(TimeScale.DAY, column(1), left);
    sample = id.contains("weighted") ? sample.withWeights(column(5)) : sample;
    sample = id.contains("strata") ? sample.withStrata("stratum", STRATA) : sample;
    return id.contains("cluster")
        ? sample.withCustomers(
            Arrays.stream(column(6)).mapToObj(number -> CustomerId.of((long) number)).toList())
        : sample;
  }

  private static CoxFitter fitter(String id) {
    CoxFitter fitter =
        CoxFitter.withDefaults().with(id.endsWith("efron") ? CoxTies.EFRON : CoxTies.BRESLOW);
    fitter = id.contains("cluster") ? fitter.withRobustVariance() : fitter;
    return id.contains("ridge") ? fitter.with(new RidgePenalty(2)) : fitter;
  }

  /** The expected values of each case, by quantity. */
  private static Map<String, Map<String, double[]>> references() {
    Map<String, Map<String, double[]>> references = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                requireNonNull(CoxReferenceTest.class.getResourceAsStream("cox-small.csv")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("case,"))
          .map(line -> line.split(",", -1))
          .forEach(
              fields ->
                  references
                      .computeIfAbsent(fields[0], id -> new LinkedHashMap<>())
                      .put(
                          fields[1],
                          Arrays.stream(fields[2].split(" "))
                              .mapToDouble(Double::parseDouble)
                              .toArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return references;
  }

  static Stream<String> cases() {
    return references().keySet().stream();
  }

  private static void same(String what, double[] reference, double... values) {
    assertThat(values).as(what).hasSameSizeAs(reference);
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i])
          .as(what + " " + i)
          .isCloseTo(reference[i], within(TOLERANCE * Math.max(1e-2, Math.abs(reference[i]))));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithR(String id) {
    CoxFit fit = fitter(id).fit(sample(id), covariates());
    requireNonNull(references().get(id))
        .forEach((what, expected) -> same(what, expected, value(id, fit, what)));
  }

  private static double[] value(String id, CoxFit fit, String what) {
    CoxReport report = fit.report();
    if (what.startsWith("zph-") || what.startsWith("rho-")) {
      return proportionalHazards(id, fit, what);
    }
    return switch (what) {
      case "coefficients" ->
          new double[] {report.coefficient("x").value(), report.coefficient("z").value()};
      case "errors" ->
          new double[] {
            report.coefficient("x").standardError().orElseThrow(),
            report.coefficient("z").standardError().orElseThrow()
          };
      case "loglik" -> new double[] {report.nullLogLikelihood(), report.logLikelihood()};
      case "score" -> new double[] {report.tests().orElseThrow().score().statistic()};
      case "wald" -> new double[] {report.tests().orElseThrow().wald().statistic()};
      case "robustScore" ->
          new double[] {report.tests().orElseThrow().robustScore().orElseThrow().statistic()};
      case "concordance" ->
          new double[] {
            report.concordance().orElseThrow().value(),
            report.concordance().orElseThrow().standardError()
          };
      case "survival" -> predicted(fit).mapToDouble(PredictedSurvival::survival).toArray();
      case "survivalErrors" ->
          predicted(fit).mapToDouble(point -> point.standardError().orElseThrow()).toArray();
      default -> residuals(CoxResiduals.of(fit.model(), sample(id), covariates()), what);
    };
  }

  private static Stream<PredictedSurvival> predicted(CoxFit fit) {
    Map<String, Double> customer = Map.of("x", 1.0, "z", 0.5);
    CoxCurve curve =
        fit.model().strata().isEmpty()
            ? fit.model().survival(customer)
            : fit.model().survival("b", customer);
    return Stream.of(3.0, 6.0, 7.0).map(time -> curve.at(time).orElseThrow());
  }

  private static double[] proportionalHazards(String id, CoxFit fit, String what) {
    String name = what.substring(4);
    ProportionalHazards found =
        ProportionalHazardsTest.withDefaults()
            .with(
                name.equals("km")
                    ? TimeTransform.KAPLAN_MEIER
                    : TimeTransform.valueOf(name.toUpperCase(Locale.ROOT)))
            .test(fit.model(), sample(id), covariates());
    return what.startsWith("rho-")
        ? found.changes().stream().mapToDouble(ProportionalHazards.Change::correlation).toArray()
        : Stream.concat(found.terms().stream(), Stream.of(found.global()))
            .mapToDouble(test -> test.result().statistic())
            .toArray();
  }

  private static double[] residuals(CoxResiduals residuals, String what) {
    return switch (what) {
      case "martingale" -> residuals.martingale();
      case "deviance" -> residuals.deviance();
      case "dfbeta" -> residuals.dfbeta("x");
      case "score-residuals" -> residuals.score("z");
      case "schoenfeld" -> residuals.schoenfeld("x");
      case "scaled" -> residuals.scaledSchoenfeld("x");
      default -> throw new IllegalArgumentException(what);
    };
  }
}
