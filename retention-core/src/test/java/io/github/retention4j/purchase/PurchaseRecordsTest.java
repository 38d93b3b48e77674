package io.github.retention4j.purchase;

import static io.github.retention4j.time.TimeScale.WEEK;

import io.github.retention4j.RecordContract;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models and results cannot be made of nothing, of no number, or of one out of its range. */
class PurchaseRecordsTest {

  static Stream<Record> models() {
    return Stream.of(
        new BgNbd(0.25, 4, 0.8, 2.5, WEEK),
        new MbgNbd(0.25, 4, 0.8, 2.5, WEEK),
        new BgCnbdK(2, 0.25, 4, 0.8, 2.5, WEEK),
        new MbgCnbdK(2, 0.25, 4, 0.8, 2.5, WEEK),
        new ParetoNbd(0.25, 4, 0.8, 2.5, WEEK),
        new GgomNbd(0.25, 4, 0.01, 0.8, 2.5, WEEK),
        new BgBb(1, 0.8, 0.7, 2.5),
        new GammaGamma(6, 4, 15));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyParameterIsOverZero(Record model) {
    RecordContract.check(model);
    RecordContract.checkNumbers(
        model, 0, -1, 1e-101, 1e101, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  static Stream<Record> results() {
    return Stream.of(
        new AliveBand(0.2, 0.4, 0.3, 0.25, new Proportion(2, 10)),
        new FrequencyTable.Row(2, 10, 9.5),
        new PredictionGroup(10, 9.5, 8),
        new HoldoutReport(10, 9.5, 8, 0.5, 0.7, List.of(), List.of()),
        new TrackingTable.Row(
            DateRange.ofDays(LocalDate.of(2024, 1, 1), 7), false, 8, 9.5, 18, 20.5));
  }

  @ParameterizedTest
  @MethodSource("results")
  void noCountOrMeanIsBelowZero(Record result) {
    RecordContract.check(result);
    RecordContract.checkNumbers(result, -1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
