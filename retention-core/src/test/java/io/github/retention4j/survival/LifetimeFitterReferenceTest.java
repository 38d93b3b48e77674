package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimeFitterReferenceTest {

  /** On the line of each parameter. */
  private static final double ESTIMATE = 1e-8;

  /** Relative. Central differences of the gradient miss its curvature by the square of the step. */
  private static final double ERROR = 1e-7;

  private static final double LIKELIHOOD = 1e-9;

  private static final double[] TIME = {
    1, 2, 2, 3, 4, 4, 4, 5, 7, 8, 8, 9, 11, 12, 15, 16, 18, 20, 24, 24, 30, 30, 36, 36
  };
  private static final double[] ENTRY = {
    0, 0, 1, 0, 2, 0, 0, 3, 0, 0, 5, 4, 0, 10, 0, 0, 12, 0, 3, 0, 0, 6, 0, 20
  };
  private static final double[] WEIGHT = {
    2, 1, 1, 3, 1, 1.5, 2, 1, 1, 1, 2, 1, 1, 1, 2.5, 1, 1, 3, 1, 2, 1, 1, 2, 1
  };
  private static final boolean[] LEFT = {
    true, true, false, true, true, true, false, true, true, false, true, true, false, true, true,
    false, true, true, false, false, false, false, false, false
  };

  static List<NamedCsvRecord> fits() {
    return ReferenceTable.rows(LifetimeFitterReferenceTest.class, "lifetime-fits.csv");
  }

  private static LifetimeFitter<?> fitter(String family) {
    return switch (family) {
      case "exponential" -> LifetimeFitter.exponential();
      case "weibull" -> LifetimeFitter.weibull();
      case "lognormal" -> LifetimeFitter.logNormal();
      case "loglogistic" -> LifetimeFitter.logLogistic();
      case "gompertz" -> LifetimeFitter.gompertz();
      case "gengamma", "generalized_gamma" -> LifetimeFitter.generalizedGamma();
      default -> throw new IllegalArgumentException("family (" + family + ") must be known");
    };
  }

  @ParameterizedTest
  @MethodSource("fits")
  void agreesWithLateEntriesWeightsIntervalsAndCureShares(NamedCsvRecord row) {
    LifetimeFitter<?> plain = fitter(row.getField("family"));
    LifetimeFitter<?> fitter = row.getField("cure").equals("1") ? plain.withCureShare() : plain;
    EventTimes times =
        row.getField("grouped").equals("1") ? EventTimes.GROUPED_BY_UNIT : EventTimes.EXACT;
    LifetimeSample sample =
        LifetimeSample.entering(TimeScale.MEAN_MONTH, ENTRY, TIME, LEFT).withWeights(WEIGHT);
    Fit<? extends LifetimeModel> fit = fitter.with(times).fit(sample);
    agree(
        fit,
        ReferenceTable.numbers(row, "parameters"),
        ReferenceTable.numbers(row, "errors"),
        ReferenceTable.number(row, "logLikelihood"));
  }

  private static void agree(
      Fit<? extends LifetimeModel> fit, double[] line, double[] errors, double logLikelihood) {
    assertThat(fit.report().logLikelihood())
        .isCloseTo(logLikelihood, within(LIKELIHOOD * Math.abs(logLikelihood)));
    List<ParameterEstimate> estimates = fit.report().estimates();
    for (int i = 0; i < line.length; i++) {
      ParameterEstimate estimate = estimates.get(i);
      double value = estimate.value();
      assertThat(estimate.range().toLine(value))
          .as(estimate.name())
          .isCloseTo(line[i], within(ESTIMATE * Math.max(1, Math.abs(line[i]))));
      assertThat(estimate.standardError().orElseThrow() / estimate.range().slopeAt(value))
          .as("error of " + estimate.name())
          .isCloseTo(errors[i], within(ERROR * errors[i]));
    }
  }

  @TestFactory
  List<DynamicTest> agreesOnLargerData() {
    JsonNode cases = SharedFiles.cases("survival-parametric-mle.json").get("fits");
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode known : cases) {
      String model = known.get("model").asText();
      if (!model.equals("gamma") && !model.startsWith("cure_")) {
        tests.add(DynamicTest.dynamicTest(known.get("id").asText(), () -> agree(model, known)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void agree(String model, JsonNode known) {
    assertThat(known.get("data").asText()).isEqualTo("lung");
    Fit<? extends LifetimeModel> fit = fitter(model).fit(lung());
    double[] line = doubles(known.get("params"));
    agree(fit, line, doubles(known.get("se")), known.get("loglik").asDouble());
    double[] times = doubles(known.get("times"));
    double[] survival = doubles(known.get("surv"));
    for (int i = 0; i < times.length; i++) {
      assertThat(fit.model().survival(times[i])).isCloseTo(survival[i], within(ESTIMATE));
    }
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static LifetimeSample lung() {
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/lung.csv"))) {
      rows = reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField("status").equals("2");
    }
    return LifetimeSample.fromStart(
        TimeScale.DAY,
        rows.stream().mapToDouble(row -> ReferenceTable.number(row, "time")).toArray(),
        left);
  }
}
