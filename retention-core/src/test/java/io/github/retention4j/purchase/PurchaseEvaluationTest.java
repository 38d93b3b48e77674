package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseEvaluationTest {

  /** Sums of a few products in double precision. */
  private static final double ROUNDING = 1e-12;

  /** With r 1 and alpha 1 a customer of (x, T) is expected to buy t (1 + x) / (1 + T) times. */
  private static final NegativeBinomialModel MODEL =
      new NegativeBinomialModel(1, 1, TimeScale.WEEK);

  private static final PurchaseSample SAMPLE =
      PurchaseSample.of(
              TimeScale.WEEK,
              new int[] {0, 0, 1, 3},
              new double[] {0, 0, 1, 2},
              new double[] {3, 3, 3, 3})
          .withHoldout(2, new int[] {0, 1, 1, 1});

  @Test
  void measuresTheErrorsInTheHoldout() {
    HoldoutReport report = HoldoutEvaluator.withDefaults().evaluate(MODEL, SAMPLE);
    // Expected 0.5, 0.5, 1 and 2; made 0, 1, 1 and 1.
    assertThat(report.customers()).isEqualTo(4);
    assertThat(report.predicted()).isCloseTo(4, within(ROUNDING));
    assertThat(report.actual()).isEqualTo(3);
    assertThat(report.bias()).isCloseTo(0.25, within(ROUNDING));
    assertThat(report.meanAbsoluteError()).isCloseTo(0.5, within(ROUNDING));
    assertThat(report.rootMeanSquaredError()).isCloseTo(Math.sqrt(1.5 / 4), within(ROUNDING));
  }

  @Test
  void groupsByPredictionWithEqualOnesTogether() {
    HoldoutReport report = HoldoutEvaluator.withDefaults().withGroups(4).evaluate(MODEL, SAMPLE);
    assertThat(report.byPrediction()).hasSize(3);
    PredictionGroup lowest = report.byPrediction().get(0);
    assertThat(lowest.customers()).isEqualTo(2);
    assertThat(lowest.meanPredicted()).isCloseTo(0.5, within(ROUNDING));
    assertThat(lowest.meanActual()).isEqualTo(0.5);
    assertThat(report.byPrediction().get(2).meanPredicted()).isCloseTo(2, within(ROUNDING));
    HoldoutReport halves = HoldoutEvaluator.withDefaults().withGroups(2).evaluate(MODEL, SAMPLE);
    assertThat(halves.byPrediction())
        .extracting(PredictionGroup::customers)
        .containsExactly(2L, 2L);
  }

  @Test
  void holdsTheChanceToBuyAgainstWhoBought() {
    HoldoutReport report = HoldoutEvaluator.withDefaults().evaluate(MODEL, SAMPLE);
    assertThat(report.byProbabilityAlive()).hasSize(1);
    AliveBand band = report.byProbabilityAlive().get(0);
    assertThat(band.lower()).isEqualTo(0.9);
    assertThat(band.upper()).isEqualTo(1);
    assertThat(band.meanProbabilityAlive()).isEqualTo(1);
    // 1 - (4 / 6)^(1 + x) for x of 0, 0, 1 and 3.
    double expected = 1 - (2 * (2 / 3.0) + 4 / 9.0 + 16 / 81.0) / 4;
    assertThat(band.meanProbabilityActive()).isCloseTo(expected, within(ROUNDING));
    assertThat(band.active()).isEqualTo(new Proportion(3, 4));
  }

  @Test
  void reportsAsText() {
    assertThat(HoldoutEvaluator.withDefaults().withGroups(1).evaluate(MODEL, SAMPLE).toString())
        .isEqualToNormalizingNewlines(
            """
            4 customers: 4.0 purchases predicted, 3 made
            MAE 0.5000, RMSE 0.6124, bias +0.2500 purchases per customer
            by prediction: customers, mean predicted, mean made
                   4    1.0000    0.7500
            by P(alive): band, customers, mean P(alive), mean P(active), share active
            0.90-1.00        4  1.0000  0.5062  0.7500
            """);
  }

  @Test
  void turnsTimesIntoTheUnitOfTheModel() {
    HoldoutReport weeks = HoldoutEvaluator.withDefaults().evaluate(MODEL, SAMPLE);
    HoldoutReport days =
        HoldoutEvaluator.withDefaults().evaluate(MODEL, SAMPLE.with(TimeScale.DAY));
    assertThat(days).isEqualTo(weeks);
  }

  @Test
  void countsCustomersByPurchases() {
    FrequencyTable table =
        FrequencyCalculator.withDefaults().withCensoringAt(2).calculate(MODEL, SAMPLE);
    // A geometric distribution of p = 1/4.
    assertThat(table.rows()).extracting(FrequencyTable.Row::actual).containsExactly(2L, 1L, 1L);
    assertThat(table.rows().get(0).expected()).isCloseTo(1, within(ROUNDING));
    assertThat(table.rows().get(1).expected()).isCloseTo(0.75, within(ROUNDING));
    assertThat(table.rows().get(2).expected()).isCloseTo(2.25, within(ROUNDING));
    assertThat(table.toString())
        .isEqualToNormalizingNewlines(
            "purchases: customers, expected\n0: 2, 1.0\n1: 1, 0.8\n2+: 1, 2.3");
    assertThat(FrequencyCalculator.withDefaults().calculate(MODEL, SAMPLE).rows()).hasSize(8);
  }

  @Test
  void countsCustomersByPurchasesInTheHoldout() {
    FrequencyTable table =
        FrequencyCalculator.withDefaults().withCensoringAt(1).calculateHoldout(MODEL, SAMPLE);
    assertThat(table.rows().get(0).actual()).isEqualTo(1);
    assertThat(table.rows().get(0).expected())
        .isCloseTo(2 * (2 / 3.0) + 4 / 9.0 + 16 / 81.0, within(ROUNDING));
    assertThat(table.rows().get(1).actual()).isEqualTo(3);
  }

  private static Event buy(long customer, int day) {
    return Event.of(CustomerId.of(customer), LocalDate.of(2024, 1, 1).plusDays(day));
  }

  private static final EventLog LOG =
      EventLog.of(
          List.of(
              buy(1, 0),
              buy(1, 3),
              buy(1, 3),
              buy(1, 7),
              buy(2, 2),
              buy(2, 13),
              buy(3, 9),
              buy(3, 10),
              buy(3, 15)),
          LocalDate.of(2024, 1, 18));

  @Test
  void tracksRepeatPurchasesFromEachOnesFirst() {
    TrackingTable table =
        PurchaseTracker.withDefaults()
            .withCalibrationEnd(LocalDate.of(2024, 1, 8))
            .track(MODEL, LOG);
    assertThat(table.rows()).hasSize(2);
    TrackingTable.Row first = table.rows().get(0);
    assertThat(first.days()).isEqualTo(DateRange.ofDays(LocalDate.of(2024, 1, 1), 7));
    assertThat(first.inHoldout()).isFalse();
    assertThat(first.actual()).isEqualTo(1);
    // Customers 1 and 2 are 6 and 4 days old on the last day of the week.
    assertThat(first.expected()).isCloseTo(10 / 7.0, within(ROUNDING));
    TrackingTable.Row second = table.rows().get(1);
    assertThat(second.inHoldout()).isTrue();
    assertThat(second.actual()).isEqualTo(2);
    assertThat(second.cumulativeActual()).isEqualTo(3);
    assertThat(second.expected()).isCloseTo(2, within(ROUNDING));
    assertThat(second.cumulativeExpected()).isCloseTo(24 / 7.0, within(ROUNDING));
    assertThat(table.meanAbsolutePercentageError().orElseThrow())
        .isCloseTo((24 / 7.0 - 3) / 3, within(ROUNDING));
    assertThat(table.toString())
        .isEqualToNormalizingNewlines(
            "last day: purchases, expected, cumulative purchases, expected\n"
                + "2024-01-07: 1, 1.4, 1, 1.4\n2024-01-14*: 2, 2.0, 3, 3.4");
  }

  @Test
  void tracksAllCustomersByDefault() {
    TrackingTable table = PurchaseTracker.withDefaults().withPeriodDays(17).track(MODEL, LOG);
    assertThat(table.rows().get(0).actual()).isEqualTo(5);
    assertThat(table.rows().get(0).expected()).isCloseTo((16 + 14 + 7) / 7.0, within(ROUNDING));
    assertThat(table.rows().get(0).inHoldout()).isFalse();
  }

  @Test
  void refusesWhatItCannotEvaluate() {
    PurchaseSample bare =
        PurchaseSample.of(TimeScale.WEEK, new int[1], new double[1], new double[] {3});
    assertThatThrownBy(() -> HoldoutEvaluator.withDefaults().evaluate(MODEL, bare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "sample (1 customers, 0 with 0 repeat purchases, in weeks) must have a holdout");
    assertThatThrownBy(() -> HoldoutEvaluator.withDefaults().withGroups(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("groups (0) must be at least 1");
    assertThatThrownBy(() -> PurchaseTracker.withDefaults().withPeriodDays(30).track(MODEL, LOG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("log (" + LOG.observed() + ") must cover 30 days");
    assertThatThrownBy(
            () ->
                PurchaseTracker.withDefaults()
                    .withCalibrationEnd(LocalDate.of(2024, 1, 1))
                    .track(MODEL, LOG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customers (0) with a purchase before 2024-01-01 must be at least one");
  }

  /** A model that is true is calibrated: no error beyond chance in any group or row. */
  @Test
  void findsATrueModelCalibrated() {
    NegativeBinomialModel truth = new NegativeBinomialModel(0.7, 9, TimeScale.WEEK);
    PurchaseSample sample =
        PurchaseSimulator.withDefaults().simulate(truth, ages(20_000, 26.5), 20).toSample();
    HoldoutReport report = HoldoutEvaluator.withDefaults().evaluate(truth, sample);
    // Four standard errors; the purchases of a customer have a mean of 1.6 and a variance of 5.
    double slack = 4 * Math.sqrt(5.0 / 2000);
    assertThat(Math.abs(report.bias())).isLessThan(4 * Math.sqrt(5.0 / 20_000));
    for (PredictionGroup group : report.byPrediction().subList(0, 3)) {
      assertThat(group.meanActual()).isCloseTo(group.meanPredicted(), within(slack));
    }
    AliveBand band = report.byProbabilityAlive().get(0);
    assertThat(band.active().value())
        .isCloseTo(band.meanProbabilityActive(), within(4 * Math.sqrt(0.25 / 20_000)));
    for (FrequencyTable.Row row :
        FrequencyCalculator.withDefaults().calculateHoldout(truth, sample).rows()) {
      assertThat((double) row.actual())
          .isCloseTo(row.expected(), within(4 * Math.sqrt(row.expected())));
    }
  }

  private static double[] ages(int customers, double age) {
    double[] ages = new double[customers];
    java.util.Arrays.fill(ages, age);
    return ages;
  }

  /** The weekly repeat purchases of CDNOW as the package BTYD has them. */
  @Test
  void tracksCdnow() throws IOException {
    List<Event> events = new ArrayList<>();
    for (NamedCsvRecord line : rows(SharedFiles.require("data/clv/cdnow_sample_elog.csv"))) {
      events.add(
          Event.of(
              CustomerId.of(Long.parseLong(line.getField("sampleid"))),
              LocalDate.parse(line.getField("date"))));
    }
    TrackingTable table =
        PurchaseTracker.withDefaults()
            .withCalibrationEnd(LocalDate.of(1997, 10, 1))
            .track(MODEL, EventLog.of(events, LocalDate.of(1998, 7, 1)));
    List<Long> expected = new ArrayList<>();
    for (NamedCsvRecord line :
        rows(SharedFiles.require("data/clv/cdnow_cumulative_tracking.csv"))) {
      expected.add(Long.parseLong(line.getField("cum_repeat_transactions")));
    }
    assertThat(table.rows()).extracting(TrackingTable.Row::cumulativeActual).isEqualTo(expected);
    assertThat(table.rows().stream().filter(TrackingTable.Row::inHoldout)).hasSize(39);
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }
}
