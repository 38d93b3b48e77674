package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.attention.AttentionRule;
import io.github.retention4j.clv.HistoricValue;
import io.github.retention4j.clv.HistoricValueCalculator;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.economics.CustomerBase;
import io.github.retention4j.economics.RetentionLift;
import io.github.retention4j.economics.RetentionWhatIf;
import io.github.retention4j.economics.WhatIf;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.lifecycle.StickinessCalculator;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.retention.RetentionTrend;
import io.github.retention4j.revenue.ChurnConvention;
import io.github.retention4j.revenue.QuickRatioDefinition;
import io.github.retention4j.revenue.RevenueCohortTable;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.survival.LifeTableCalculator;
import io.github.retention4j.survival.LogRankTest;
import io.github.retention4j.time.Granularity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of results: each can be written, and holds the numbers of the result. */
class TablesTest {

  private static final WhatIf WHAT_IF =
      RetentionWhatIf.withDefaults()
          .lift(
              CustomerBase.of(
                  1000,
                  MonetaryEstimate.of("EUR", 50),
                  new PeriodicMargin(MonetaryEstimate.of("EUR", 20), Granularity.MONTH)),
              0.9,
              RetentionLift.byPoints(0.02),
              12);

  private static final HistoricValue HISTORIC =
      HistoricValueCalculator.withDefaults().calculate(Shop.LOG);

  static Stream<Named<Supplier<ResultTable>>> tables() {
    return Stream.of(
        table("movements", () -> RetentionTables.movements(Shop.movements())),
        table("rates", () -> RetentionTables.rates(rates())),
        table("trend", () -> RetentionTables.trend(RetentionTrend.of(rates()))),
        table("growth", () -> RetentionTables.growth(Shop.lifecycle().growth())),
        table("lifecycle", () -> RetentionTables.lifecycle(Shop.lifecycle())),
        table("cells", () -> RetentionTables.cohortCells(Shop.cohorts())),
        table("triangle", () -> RetentionTables.cohortTriangle(Shop.cohorts())),
        table("averages", () -> RetentionTables.cohortAverages(Shop.cohorts().averages())),
        table("curve", () -> RetentionTables.curve(Shop.cohorts().pooledCurve())),
        table("benchmarks", () -> RetentionTables.benchmarks(Shop.benchmarks())),
        table("caveats", () -> RetentionTables.caveats(Shop.benchmarks())),
        table("bridge", () -> RevenueTables.bridge(Shop.bridge())),
        table("paying", () -> RevenueTables.customers(Shop.bridge())),
        table(
            "revenue retention",
            () ->
                RevenueTables.retention(
                    RevenueRetentionCalculator.withDefaults().over(3).calculate(Shop.revenue()))),
        table("what if", () -> RevenueTables.whatIf(WHAT_IF)),
        table("churn", () -> RevenueTables.churn(Shop.bridge(), ChurnConvention.CHARTMOGUL)),
        table(
            "quick ratio",
            () -> RevenueTables.quickRatio(Shop.bridge(), QuickRatioDefinition.WITH_REACTIVATION)),
        table(
            "revenue cohorts",
            () -> CohortMoneyTables.revenue(RevenueCohortTable.of(Shop.revenue()))),
        table("amounts", () -> CohortMoneyTables.amounts(Shop.cohortAmounts())),
        table("amounts by age", () -> CohortMoneyTables.amountTriangle(Shop.cohortAmounts())),
        table(
            "stickiness",
            () ->
                EngagementTables.stickiness(
                    StickinessCalculator.withDefaults().calculateLast(Shop.GRID, 6))),
        table(
            "life table",
            () ->
                SurvivalTables.lifeTable(
                    LifeTableCalculator.withDefaults().calculate(Shop.lifetimes()))),
        table(
            "log-rank",
            () -> SurvivalTables.logRank(LogRankTest.withDefaults().test(Shop.lifetimes()))),
        table("attributes", () -> SegmentTables.attributes(Shop.churnDrivers())),
        table("survival", () -> SurvivalTables.curve(Shop.survival())),
        table("groups", () -> SurvivalTables.groups(Shop.survivalByPlan())),
        table("cox", () -> SurvivalTables.cox(Shop.cox())),
        table("calibration", () -> SurvivalTables.calibration(Shop.survivalCalibration())),
        table("predictions", () -> PurchaseTables.predictions(Shop.predictions())),
        table("values", () -> PurchaseTables.lifetimeValues(Shop.lifetimeValues())),
        table("amounts so far", () -> PurchaseTables.historicValues(HISTORIC)),
        table("mean so far", () -> PurchaseTables.historicMean(HISTORIC)),
        table("tracking", () -> PurchaseTables.tracking(Shop.tracking())),
        table("by prediction", () -> PurchaseTables.byPrediction(Shop.holdout())),
        table("by P(alive)", () -> PurchaseTables.byProbabilityAlive(Shop.holdout())),
        table("rfm", () -> CustomerTables.rfm(Shop.rfm())),
        table("rfm segments", () -> CustomerTables.rfmSegments(Shop.rfm())),
        table("cadence", () -> CustomerTables.cadence(Shop.cadence())),
        table(
            "attention",
            () -> CustomerTables.attention(Shop.cadence().list(new AttentionRule.Overdue(2)))),
        table("lorenz", () -> CustomerTables.lorenz(Shop.concentration(), 10)),
        table("drivers", () -> CustomerTables.churnDrivers(Shop.churnDrivers())),
        table("scores", () -> CustomerTables.scoreTrends(Shop.scoreTrends())));
  }

  private static Named<Supplier<ResultTable>> table(String name, Supplier<ResultTable> table) {
    return Named.of(name, table);
  }

  private static List<RetentionRate> rates() {
    return Shop.movements().stream().flatMap(it -> it.retention().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void isWrittenInEachForm(Supplier<ResultTable> made) {
    ResultTable table = made.get();
    assertThat(table.size()).isPositive();
    List<NamedCsvRecord> csv = read(table);
    assertThat(csv).hasSize(table.size());
    assertThat(csv.get(0).getHeader()).startsWith(table.headings().toArray(String[]::new));
    assertThat(table.toText().lines().limit(table.size() + 2L))
        .hasSize(table.size() + 2)
        .noneMatch(String::isBlank);
    String page = HtmlReport.titled("T").with(ReportSection.of("H", "S.").with(table)).toHtml();
    assertThat(page.split("<tr>", -1)).hasSize(table.size() + 2);
  }

  @Test
  void movementsHoldTheCountsAndRates() {
    List<NamedCsvRecord> csv = read(RetentionTables.movements(Shop.movements()));
    IntStream.range(0, csv.size())
        .forEach(
            i -> {
              NamedCsvRecord row = csv.get(i);
              assertThat(row.getField("retained"))
                  .isEqualTo("" + Shop.movements().get(i).counts().retained());
              assertThat(number(row, "retention") + number(row, "churn"))
                  .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-15));
            });
  }

  @Test
  void growthTellsWhyThereIsNoRatio() {
    List<GrowthPeriod> periods = Shop.lifecycle().growth().periods();
    List<NamedCsvRecord> csv = read(RetentionTables.growth(Shop.lifecycle().growth()));
    assertThat(periods.get(0).churned()).isZero();
    assertThat(csv.get(0).getField("quick ratio")).isEmpty();
    assertThat(csv.get(0).getField("why empty")).contains("quick ratio: nobody was lost");
  }

  @Test
  void cohortFormsAgreeAndKeepOpenCellsApart() {
    CohortTable cohorts = Shop.cohorts();
    List<NamedCsvRecord> cells = read(RetentionTables.cohortCells(cohorts));
    List<NamedCsvRecord> triangle = read(RetentionTables.cohortTriangle(cohorts));
    for (NamedCsvRecord cell : cells) {
      boolean open = cell.getField("observed").equals("so far");
      assertThat(cell.getField("share").isEmpty()).isEqualTo(open);
      int row =
          cohorts.cohorts().stream()
              .map(it -> it.label())
              .toList()
              .indexOf(cell.getField("cohort"));
      Optional<String> shown = triangle.get(row).findField(cell.getField("age"));
      assertThat(shown.orElse("")).isEqualTo(cell.getField("share"));
    }
    assertThat(cells)
        .anyMatch(cell -> cell.getField("why empty").equals("share: not yet observed"));
  }

  @Test
  void bridgeAddsUpToTheCent() {
    for (NamedCsvRecord row : read(RevenueTables.bridge(Shop.bridge()))) {
      BigDecimal closing =
          Stream.of("opening", "new", "reactivation", "expansion", "foreign exchange")
              .map(name -> new BigDecimal(row.getField(name + " USD")))
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .subtract(new BigDecimal(row.getField("contraction USD")))
              .subtract(new BigDecimal(row.getField("churn USD")));
      assertThat(closing).isEqualByComparingTo(row.getField("closing USD"));
    }
  }

  @Test
  void survivalStepsAreThoseOfTheCurve() {
    List<NamedCsvRecord> csv = read(SurvivalTables.curve(Shop.survival()));
    IntStream.range(0, csv.size())
        .forEach(
            i -> assertThat(number(csv.get(i), "survival")).isEqualTo(Shop.survival().survival(i)));
  }

  @Test
  void ratesCarryTheirCounts() {
    RetentionRate rate = rates().get(0);
    NamedCsvRecord row = read(RetentionTables.rates(List.of(rate))).get(0);
    assertThat(row.getField("rate")).isEqualTo("1");
    assertThat(new Proportion(count(row, "retained"), count(row, "of"))).isEqualTo(rate.retained());
  }

  @Test
  void whatIfSaysWhatItCompares() {
    assertThat(RevenueTables.whatIf(WHAT_IF).title()).isEqualTo("Retention 90.00 % and 92.00 %");
  }

  private static List<NamedCsvRecord> read(ResultTable table) {
    return CsvReader.builder().ofNamedCsvRecord(table.toCsv()).stream().toList();
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static long count(NamedCsvRecord row, String column) {
    return Long.parseLong(row.getField(column));
  }
}
