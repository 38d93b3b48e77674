package io.github.retention4j.stats;

import static io.github.retention4j.ReferenceTable.number;
import static io.github.retention4j.ReferenceTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountTablesReferenceTest {

  /** R's own tails are good to about 12 digits far out. */
  private static final double R_DIGITS = 1e-11;

  private static List<NamedCsvRecord> rows(String name) {
    return ReferenceTable.rows(CountTablesReferenceTest.class, name);
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(R_DIGITS * Math.max(1e-3, Math.abs(expected))));
  }

  private static void relativelyClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(R_DIGITS * Math.abs(expected)));
  }

  @Test
  void contingencyTables() {
    for (NamedCsvRecord row : rows("contingency-tables.csv")) {
      ContingencyTable table = table(row);
      TestResult plain = table.chiSquare();
      assertThat(table.degreesOfFreedom()).isEqualTo((int) number(row, "df"));
      close(plain.statistic(), number(row, "chisq"));
      relativelyClose(plain.pValue(), number(row, "p"));
      relativelyClose(plain.log10PValue(), number(row, "log10P"));
      TestResult corrected = table.chiSquare(ContinuityCorrection.YATES);
      close(corrected.statistic(), number(row, "yates"));
      relativelyClose(corrected.pValue(), number(row, "yatesP"));
      close(table.cramersV(), number(row, "cramersV"));
      close(table.cramersVCorrected(), number(row, "corrected"));
      relativelyClose(table.leastExpected(), number(row, "leastExpected"));
    }
  }

  private static ContingencyTable table(NamedCsvRecord row) {
    double[] counts = numbers(row, "counts");
    int columns = (int) number(row, "columns");
    long[][] table = new long[(int) number(row, "rows")][columns];
    for (int i = 0; i < counts.length; i++) {
      table[i / columns][i % columns] = (long) counts[i];
    }
    return ContingencyTable.copyOf(table);
  }

  @Test
  void strata() {
    for (NamedCsvRecord row : rows("mantel-haenszel.csv")) {
      CochranMantelHaenszel pooled = new CochranMantelHaenszel(strata(numbers(row, "strata")));
      TestResult plain = pooled.test(ContinuityCorrection.NONE);
      relativelyClose(plain.statistic(), number(row, "x2"));
      relativelyClose(plain.pValue(), number(row, "p"));
      TestResult corrected = pooled.test(ContinuityCorrection.YATES);
      relativelyClose(corrected.statistic(), number(row, "corrected"));
      relativelyClose(corrected.pValue(), number(row, "correctedP"));
      RatioEstimate odds = pooled.oddsRatio(0.95).orElseThrow();
      relativelyClose(odds.value(), number(row, "oddsRatio"));
      relativelyClose(odds.interval().lower(), number(row, "lower"));
      relativelyClose(odds.interval().upper(), number(row, "upper"));
    }
  }

  private static List<ProportionDifference> strata(double[] cells) {
    List<ProportionDifference> strata = new ArrayList<>();
    for (int i = 0; i < cells.length; i += 4) {
      strata.add(
          new ProportionDifference(
              group(cells[i], cells[i + 1]), group(cells[i + 2], cells[i + 3])));
    }
    return strata;
  }

  private static Proportion group(double yes, double no) {
    return new Proportion((long) yes, (long) (yes + no));
  }

  @Test
  void strataOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("mantel_haenszel")) {
      List<ProportionDifference> strata = new ArrayList<>();
      for (JsonNode table : row.get("tables")) {
        strata.add(new ProportionDifference(group(table.get(0)), group(table.get(1))));
      }
      CochranMantelHaenszel pooled = new CochranMantelHaenszel(strata);
      relativelyClose(
          pooled.test(ContinuityCorrection.NONE).statistic(), row.get("mh_chisq").asDouble());
      relativelyClose(pooled.test(ContinuityCorrection.YATES).pValue(), row.get("p_cc").asDouble());
      RatioEstimate odds = pooled.oddsRatio(0.95).orElseThrow();
      relativelyClose(odds.value(), row.get("mh_or").asDouble());
      relativelyClose(odds.interval().upper(), row.get("mh_or_ci95").get(1).asDouble());
    }
  }

  private static Proportion group(JsonNode cells) {
    return group(cells.get(0).asDouble(), cells.get(1).asDouble());
  }

  @Test
  void pairs() {
    for (NamedCsvRecord row : rows("mcnemar.csv")) {
      PairedProportions pairs =
          new PairedProportions(
              (long) number(row, "both"),
              (long) number(row, "firstOnly"),
              (long) number(row, "secondOnly"),
              (long) number(row, "neither"));
      relativelyClose(pairs.test(ContinuityCorrection.NONE).statistic(), number(row, "x2"));
      relativelyClose(pairs.test(ContinuityCorrection.NONE).pValue(), number(row, "p"));
      relativelyClose(pairs.test(ContinuityCorrection.YATES).statistic(), number(row, "corrected"));
      relativelyClose(pairs.test(ContinuityCorrection.YATES).pValue(), number(row, "correctedP"));
      relativelyClose(pairs.exactTest().pValue(), number(row, "exactP"));
    }
  }

  @Test
  void pairsOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("mcnemar")) {
      JsonNode table = row.get("table");
      PairedProportions pairs =
          new PairedProportions(
              table.get(0).get(0).asLong(),
              table.get(0).get(1).asLong(),
              table.get(1).get(0).asLong(),
              table.get(1).get(1).asLong());
      relativelyClose(pairs.test(ContinuityCorrection.NONE).pValue(), row.get("p").asDouble());
      relativelyClose(pairs.test(ContinuityCorrection.YATES).pValue(), row.get("p_cc").asDouble());
      relativelyClose(pairs.exactTest().pValue(), row.get("exact_p").asDouble());
    }
  }

  @Test
  void ratios() {
    for (NamedCsvRecord row : rows("ratios.csv")) {
      Proportion first = proportion(row, "x1", "n1");
      Proportion second = proportion(row, "x2", "n2");
      RatioEstimate risk = new RiskRatio(first, second).estimate(0.95);
      relativelyClose(risk.value(), number(row, "riskRatio"));
      relativelyClose(risk.interval().lower(), number(row, "riskLower"));
      relativelyClose(risk.interval().upper(), number(row, "riskUpper"));
      RatioEstimate odds = new OddsRatio(first, second).estimate(0.95);
      relativelyClose(odds.value(), number(row, "oddsRatio"));
      relativelyClose(odds.interval().lower(), number(row, "oddsLower"));
      relativelyClose(odds.interval().upper(), number(row, "oddsUpper"));
    }
  }

  private static Proportion proportion(NamedCsvRecord row, String count, String total) {
    return new Proportion(Long.parseLong(row.getField(count)), Long.parseLong(row.getField(total)));
  }

  @Test
  void ratiosOfAllSharedCases() {
    for (JsonNode row : SharedFiles.cases("stats-rates-tests.json").get("two_proportions")) {
      Proportion first = new Proportion(row.get("x1").asLong(), row.get("n1").asLong());
      Proportion second = new Proportion(row.get("x2").asLong(), row.get("n2").asLong());
      new RiskRatio(first, second)
          .estimate(EmptyCells.LEAVE_OUT, 0.95)
          .ifPresent(risk -> agrees(risk, row.get("risk_ratio"), "rr"));
      new OddsRatio(first, second)
          .estimate(EmptyCells.LEAVE_OUT, 0.95)
          .ifPresent(odds -> agrees(odds, row.get("odds_ratio"), "or"));
      relativelyClose(
          ContingencyTable.of(List.of(first, second))
              .chiSquare(ContinuityCorrection.YATES)
              .pValue(),
          first.count() + second.count() == 0 ? 1 : row.get("chisq_yates").get("p").asDouble());
    }
  }

  private static void agrees(RatioEstimate estimate, JsonNode expected, String name) {
    relativelyClose(estimate.value(), expected.get(name).asDouble());
    relativelyClose(estimate.interval().lower(), expected.get("ci95").get(0).asDouble());
    relativelyClose(estimate.interval().upper(), expected.get("ci95").get(1).asDouble());
  }
}
