package io.github.retention4j.segment;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.stats.TermTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LogisticFitterReferenceTest {

  /** R's iterations stop when the deviance stands still, its estimates then to about 1e-10. */
  private static final double R_DIGITS = 1e-8;

  private static final double[] MONTHS = {
    1, 30, 22, 3, 8, 40, 15, 50, 12, 33, 2, 6, 60, 25, 4, 18, 44, 9, 37, 5, 20, 28, 55, 10
  };

  private static final String LEFT = "100110001011001001001000";
  private static final String PLANS = "bpbbbpptpbbttpbbtpbptbpt";
  private static final Map<Character, String> PLAN_OF =
      Map.of('b', "basic", 'p', "pro", 't', "team");

  private static CovariateTable small() {
    List<String> plans = PLANS.chars().mapToObj(c -> PLAN_OF.getOrDefault((char) c, "")).toList();
    return CovariateTable.ofRows(MONTHS.length)
        .withNumbers("months", MONTHS)
        .withFactor("plan", plans, "basic");
  }

  private static boolean[] left() {
    boolean[] left = new boolean[LEFT.length()];
    for (int row = 0; row < left.length; row++) {
      left[row] = LEFT.charAt(row) == '1';
    }
    return left;
  }

  @Test
  void agreesOnSmallData() {
    agrees(
        LogisticFitter.withDefaults().fit(small(), left()),
        "logistic-small.csv",
        Map.of("planpro", "plan=pro", "planteam", "plan=team"));
  }

  @Test
  void agreesOnTelcoChurn() throws IOException {
    ChurnSample telco = telco();
    LogisticFit fit =
        LogisticFitter.withDefaults().fit(telco.covariates(telco.attributes()), telco.left());
    Map<String, String> names = new HashMap<>();
    fit.model().coefficients().keySet().forEach(name -> names.put(name.replace("=", ""), name));
    names.put("online_security", "online_security=yes");
    names.put("tech_support", "tech_support=yes");
    agrees(fit, "logistic-telco.csv", names);
    assertThat(fit.report().warnings()).isEmpty();
  }

  private static ChurnSample telco() throws IOException {
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/wa_churn.csv"))) {
      rows = reader.stream().toList();
    }
    ChurnSample sample = ChurnSample.of(flags(rows, row -> row.getField("churn").equals("Yes")));
    for (String name :
        List.of("tenure", "monthly_charges", "paperless_billing", "senior_citizen")) {
      sample =
          sample.withNumbers(name, rows.stream().mapToDouble(row -> number(row, name)).toArray());
    }
    for (String name : List.of("internet_service", "payment_method")) {
      sample = sample.withLabels(name, rows.stream().map(row -> row.getField(name)).toList());
    }
    for (String name : List.of("online_security", "tech_support")) {
      sample = sample.withFlags(name, flags(rows, row -> row.getField(name).equals("Yes")));
    }
    return sample.withOrdered(
        "contract",
        List.of("Month-to-month", "One year", "Two year"),
        rows.stream().map(row -> row.getField("contract")).toList());
  }

  private static boolean[] flags(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> test) {
    boolean[] flags = new boolean[rows.size()];
    for (int row = 0; row < flags.length; row++) {
      flags[row] = test.test(rows.get(row));
    }
    return flags;
  }

  private static void agrees(LogisticFit fit, String file, Map<String, String> names) {
    for (NamedCsvRecord row : ReferenceTable.rows(LogisticFitterReferenceTest.class, file)) {
      String name = row.getField("name");
      double expected = number(row, "estimate");
      double second = number(row, "standardError");
      if (name.equals("logLik")) {
        close(fit.report().logLikelihood(), expected);
      } else if (name.equals("nullLogLik")) {
        close(fit.overall().statistic(), 2 * (fit.report().logLikelihood() - expected));
      } else if (name.equals("auc")) {
        close(fit.areaUnderCurve(), expected);
      } else if (name.startsWith("drop ")) {
        TermTest term = fit.term(name.substring("drop ".length()));
        close(term.result().statistic(), expected);
        assertThat(term.degreesOfFreedom()).isEqualTo((int) second);
      } else {
        String ours = name.equals("(Intercept)") ? "(intercept)" : names.getOrDefault(name, name);
        ParameterEstimate estimate = fit.report().estimate(ours);
        close(estimate.value(), expected);
        close(estimate.standardError().orElseThrow(), second);
      }
    }
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(R_DIGITS * Math.max(1, Math.abs(expected))));
  }
}
