package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimeRegressionFitterTest {

  /** Relative, of estimates; of the references, too. */
  private static final double ESTIMATE = 1e-8;

  /** Relative. Central differences of the gradient miss its curvature by the square of the step. */
  private static final double ERROR = 1e-7;

  private static final double[] TIME = {
    1, 2, 2, 3, 4, 4, 4, 5, 7, 8, 8, 9, 11, 12, 15, 16, 18, 20, 24, 24
  };
  private static final int[] STATUS = {1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0};
  private static final double[] X = {1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0};
  private static final double[] Z = {
    23, 40, 31, 55, 29, 62, 44, 38, 51, 27, 36, 45, 33, 48, 59, 41, 30, 52, 47, 35
  };
  private static final double[] WEIGHT = {
    2, 1, 1, 3, 1, 1.5, 2, 1, 1, 1, 2, 1, 1, 1, 2.5, 1, 1, 3, 1, 2
  };

  private static LifetimeSample small() {
    boolean[] left = new boolean[STATUS.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = STATUS[i] == 1;
    }
    return LifetimeSample.fromStart(TimeScale.MEAN_MONTH, TIME, left);
  }

  private static CovariateTable covariates() {
    return CovariateTable.ofRows(TIME.length).withNumbers("x", X).withNumbers("z", Z);
  }

  private static LifetimeRegressionFamily family(String dist) {
    return switch (dist) {
      case "exponential" -> LifetimeRegressionFamily.EXPONENTIAL;
      case "weibull" -> LifetimeRegressionFamily.WEIBULL;
      case "lognormal" -> LifetimeRegressionFamily.LOG_NORMAL;
      default -> LifetimeRegressionFamily.LOG_LOGISTIC;
    };
  }

  static List<NamedCsvRecord> references() {
    return ReferenceTable.rows(LifetimeRegressionFitterTest.class, "lifetime-regressions.csv");
  }

  @ParameterizedTest
  @MethodSource("references")
  void agreesWithSurvreg(NamedCsvRecord row) {
    LifetimeRegressionFitter fitter = LifetimeRegressionFitter.of(family(row.getField("dist")));
    Map<String, Double> values = new LinkedHashMap<>();
    LifetimeRegressionFit fit =
        switch (row.getField("data")) {
          case "aml" -> fitter.fit(Aml.sample(), CovariateTable.ofRows(23));
          case "amlg" -> {
            values.put("g", 1.0);
            yield fitter.fit(Aml.sample(), CovariateTable.ofRows(23).withNumbers("g", Aml.group()));
          }
          default -> {
            values.putAll(Map.of("x", 1.0, "z", 40.0));
            yield fitter
                .with(
                    row.getField("data").equals("grouped")
                        ? EventTimes.GROUPED_BY_UNIT
                        : EventTimes.EXACT)
                .fit(
                    row.getField("data").equals("weighted") ? small().withWeights(WEIGHT) : small(),
                    covariates());
          }
        };
    agree(
        fit,
        ReferenceTable.numbers(row, "coefficients"),
        ReferenceTable.number(row, "scale"),
        ReferenceTable.numbers(row, "errors"),
        ReferenceTable.number(row, "logLik"));
    agreeInQuantiles(
        fit,
        values,
        new double[] {0.1, 0.5, 0.9},
        ReferenceTable.numbers(row, "quantiles"),
        ReferenceTable.numbers(row, "quantileErrors"));
  }

  private static void agree(
      LifetimeRegressionFit fit, double[] coefficients, double scale, double[] errors, double log) {
    List<ParameterEstimate> estimates = fit.report().estimates();
    assertThat(fit.report().logLikelihood()).isCloseTo(log, within(ESTIMATE));
    for (int i = 0; i < coefficients.length; i++) {
      assertThat(estimates.get(i).value())
          .isCloseTo(
              coefficients[i], within(ESTIMATE * Math.max(errors[i], Math.abs(coefficients[i]))));
      assertThat(estimates.get(i).standardError().orElseThrow())
          .isCloseTo(errors[i], within(ERROR * errors[i]));
    }
    assertThat(fit.model().scale()).isCloseTo(scale, within(ESTIMATE * scale));
    if (errors.length > coefficients.length) {
      double error = errors[coefficients.length];
      assertThat(fit.report().estimate("scale").standardError().orElseThrow())
          .isCloseTo(error * scale, within(ERROR * error * scale));
    }
  }

  private static void agreeInQuantiles(
      LifetimeRegressionFit fit,
      Map<String, Double> values,
      double[] shares,
      double[] quantiles,
      double[] errors) {
    for (int i = 0; i < shares.length; i++) {
      ParameterEstimate estimate = fit.quantile(values, shares[i]);
      assertThat(estimate.value()).isCloseTo(quantiles[i], within(ESTIMATE * quantiles[i]));
      assertThat(estimate.standardError().orElseThrow())
          .isCloseTo(errors[i], within(ERROR * errors[i]));
    }
  }

  @TestFactory
  List<DynamicTest> agreesWithSurvregOnLargerData() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode known : SharedFiles.cases("survival-parametric.json").get("fits")) {
      String id = known.get("id").asText();
      String dist = known.get("dist").asText();
      boolean isOurs = List.of("exponential", "weibull", "lognormal", "loglogistic").contains(dist);
      if (isOurs && (id.startsWith("lung_") || id.startsWith("veteran_"))) {
        tests.add(DynamicTest.dynamicTest(id, () -> agree(known)));
      }
    }
    assertThat(tests).hasSize(12);
    return tests;
  }

  private static void agree(JsonNode known) {
    List<NamedCsvRecord> rows = rows("data/" + known.get("data").asText() + ".csv");
    CovariateTable table = CovariateTable.ofRows(rows.size());
    boolean isVeteran = known.get("data").asText().equals("veteran");
    List<String> names =
        isVeteran
            ? List.of("trt", "smallcell", "adeno", "large", "karno", "diagtime", "age", "prior")
            : known.get("coef_names").size() > 1 ? List.of("age", "sex") : List.of();
    for (String name : names) {
      table = table.withNumbers(name, column(rows, name));
    }
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField("status").equals(isVeteran ? "1" : "2");
    }
    LifetimeSample sample = LifetimeSample.fromStart(TimeScale.DAY, column(rows, "time"), left);
    LifetimeRegressionFit fit =
        LifetimeRegressionFitter.of(family(known.get("dist").asText())).fit(sample, table);
    agree(
        fit,
        doubles(known.get("coef")),
        known.get("scale").asDouble(),
        doubles(known.get("se")),
        known.get("loglik").asDouble());
  }

  private static double[] column(List<NamedCsvRecord> rows, String name) {
    boolean isCell = List.of("smallcell", "adeno", "large").contains(name);
    return rows.stream()
        .mapToDouble(
            row ->
                isCell
                    ? (row.getField("celltype").equals(name) ? 1 : 0)
                    : ReferenceTable.number(row, name))
        .toArray();
  }

  private static double[] doubles(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
  }

  private static List<NamedCsvRecord> rows(String file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require(file))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With no column it is the plain family, late entries, weights and grouping included. */
  @ParameterizedTest
  @EnumSource(LifetimeRegressionFamily.class)
  void withoutColumnsItIsThePlainFit(LifetimeRegressionFamily family) {
    double[] entry = TIME.clone();
    Arrays.setAll(entry, i -> i % 3 == 0 ? TIME[i] / 2 : 0);
    boolean[] left = new boolean[TIME.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = STATUS[i] == 1;
    }
    LifetimeSample sample =
        LifetimeSample.entering(TimeScale.MEAN_MONTH, entry, TIME, left).withWeights(WEIGHT);
    for (EventTimes times : EventTimes.values()) {
      LifetimeRegressionFit fit =
          LifetimeRegressionFitter.of(family)
              .with(times)
              .fit(sample, CovariateTable.ofRows(TIME.length));
      LifetimeFitter<?> plain =
          switch (family) {
            case EXPONENTIAL -> LifetimeFitter.exponential();
            case WEIBULL -> LifetimeFitter.weibull();
            case LOG_NORMAL -> LifetimeFitter.logNormal();
            case LOG_LOGISTIC -> LifetimeFitter.logLogistic();
            case GENERALIZED_GAMMA -> LifetimeFitter.generalizedGamma();
          };
      assertThat(fit.report().logLikelihood())
          .isCloseTo(plain.with(times).fit(sample).report().logLikelihood(), within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(LifetimeRegressionFamily.class)
  void gradientsAreThoseOfDifferences(LifetimeRegressionFamily family) {
    double[] entry = new double[TIME.length];
    Arrays.setAll(entry, i -> i % 4 == 0 ? TIME[i] / 3 : 0);
    boolean[] left = new boolean[TIME.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = STATUS[i] == 1;
    }
    LifetimeSample sample = LifetimeSample.entering(TimeScale.MEAN_MONTH, entry, TIME, left);
    int extra = (family.hasScale() ? 1 : 0) + (family.law().hasShape() ? 1 : 0);
    double[] point = Arrays.copyOf(new double[] {2.5, 0.3, -0.01, 0.8, -0.4}, 3 + extra);
    for (EventTimes times : EventTimes.values()) {
      RegressionLikelihood likelihood =
          new RegressionLikelihood(family, sample, times, RegressionDesign.of(covariates(), true));
      double[] sums = sums(likelihood, point);
      for (int i = 0; i < point.length; i++) {
        double[] up = point.clone();
        double[] down = point.clone();
        up[i] += 1e-5;
        down[i] -= 1e-5;
        double slope = (sums(likelihood, up)[0] - sums(likelihood, down)[0]) / 2e-5;
        assertThat(sums[i + 1]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
      }
    }
  }

  private static double[] sums(RegressionLikelihood likelihood, double[] point) {
    double[] sums = new double[point.length + 1];
    likelihood.at(point).add(0, likelihood.rows(), sums);
    return sums;
  }

  @Test
  void predictsByTheDeltaMethod() {
    LifetimeRegressionFit fit =
        LifetimeRegressionFitter.of(LifetimeRegressionFamily.GENERALIZED_GAMMA)
            .fit(simulated(500), simulatedColumns(500));
    Map<String, Double> values = Map.of("x", 1.0, "z", -0.5);
    LifetimeModel lifetime = fit.model().lifetimeOf(values);
    ParameterEstimate median = fit.quantile(values, 0.5);
    assertThat(median.value()).isEqualTo(lifetime.quantile(0.5).orElseThrow());
    ParameterEstimate survival = fit.survival(values, median.value());
    assertThat(survival.value()).isCloseTo(0.5, within(1e-12));
    // Both say how far the curve is off at one point of it: they differ by its slope.
    assertThat(survival.standardError().orElseThrow())
        .isCloseTo(
            median.standardError().orElseThrow() * lifetime.density(median.value()),
            withinPercentage(1e-6));
    assertThat(median.interval(0.95).orElseThrow().contains(median.value())).isTrue();
    for (String name : List.of("x", "z")) {
      ParameterEstimate estimate = fit.report().estimate(name);
      assertThat(estimate.value())
          .isCloseTo(
              name.equals("x") ? 0.6 : -0.3, within(4 * estimate.standardError().orElseThrow()));
    }
  }

  private static CovariateTable simulatedColumns(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    return CovariateTable.ofRows(rows)
        .withNumbers("x", random.ints(rows, 0, 2).asDoubleStream().toArray())
        .withNumbers("z", random.doubles(rows, -2, 2).toArray());
  }

  private static LifetimeSample simulated(int rows) {
    CovariateTable columns = simulatedColumns(rows);
    LifetimeRegression truth =
        new LifetimeRegression(
            LifetimeRegressionFamily.WEIBULL,
            2.5,
            Map.of("x", 0.6, "z", -0.3),
            0.8,
            OptionalDouble.empty(),
            TimeScale.MEAN_MONTH);
    SplittableRandom random = new SplittableRandom(4);
    double[] end = new double[rows];
    boolean[] left = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      LifetimeModel lifetime = truth.lifetimeOf(columns.row(row));
      double life = lifetime.quantile(random.nextDouble(1e-9, 1)).orElseThrow();
      double seen = random.nextDouble(5, 60);
      left[row] = life <= seen;
      end[row] = Math.min(life, seen);
    }
    return LifetimeSample.fromStart(TimeScale.MEAN_MONTH, end, left);
  }

  @Test
  void threadsAndStartsDoNotChangeTheFit() {
    LifetimeRegressionFitter fitter = LifetimeRegressionFitter.of(LifetimeRegressionFamily.WEIBULL);
    LifetimeRegressionFit one = fitter.fit(simulated(9000), simulatedColumns(9000));
    assertThat(
            fitter
                .with(FitOptions.defaults().withThreads(2))
                .fit(simulated(9000), simulatedColumns(9000)))
        .isEqualTo(one);
    LifetimeRegressionFit started =
        fitter
            .with(FitOptions.defaults().withExtraStarts(List.of(List.of(2.5, 0.6, -0.3, 0.8))))
            .fit(simulated(9000), simulatedColumns(9000));
    assertThat(started.model().intercept()).isCloseTo(one.model().intercept(), within(1e-10));
  }

  @Test
  void namesTheColumnThatCannotBeTold() {
    double[] twice = Arrays.stream(Z).map(z -> 2 * z - 3).toArray();
    double[] late = new double[TIME.length];
    late[2] = 1;
    notIdentified(
        covariates().withNumbers("one", constant()), "one is 7.0 in all rows: leave it out");
    notIdentified(
        covariates().withNumbers("twice", twice),
        "columns depend on others: twice = 2 z + constant: leave them out");
    refused(
        covariates().withNumbers("scale", Z),
        "covariate (scale) must not have the name of another");
    refused(
        CovariateTable.ofRows(3), "covariates (3 rows) must be of as many rows as lifetimes (20)");
    LifetimeRegressionFitter fitter = LifetimeRegressionFitter.of(LifetimeRegressionFamily.WEIBULL);
    assertThatThrownBy(() -> fitter.fit(small(), covariates().withNumbers("late", late)))
        .isInstanceOf(FitException.class)
        .hasMessageContaining(
            "Weibull regression: nobody left of those with late 1.0, so that its coefficient");
  }

  private static void notIdentified(CovariateTable covariates, String message) {
    assertThatThrownBy(
            () ->
                LifetimeRegressionFitter.of(LifetimeRegressionFamily.WEIBULL)
                    .fit(small(), covariates))
        .isInstanceOf(FitException.class)
        .hasMessage(message)
        .extracting(fault -> ((FitException) fault).reason())
        .isEqualTo(FitException.Reason.NOT_IDENTIFIED);
  }

  private static double[] constant() {
    double[] column = new double[TIME.length];
    Arrays.fill(column, 7);
    return column;
  }

  private static void refused(CovariateTable table, String message) {
    LifetimeRegressionFitter fitter = LifetimeRegressionFitter.of(LifetimeRegressionFamily.WEIBULL);
    assertThatThrownBy(() -> fitter.fit(small(), table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesPredictionsOfUnknownCovariates() {
    LifetimeRegressionFit fit =
        LifetimeRegressionFitter.of(LifetimeRegressionFamily.WEIBULL).fit(small(), covariates());
    assertThatThrownBy(() -> fit.quantile(Map.of("x", 1.0), 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values (of [x]) must be of [x, z]");
  }
}
