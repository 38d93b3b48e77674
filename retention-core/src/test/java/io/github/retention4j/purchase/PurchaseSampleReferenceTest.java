package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The customer-by-sufficient-statistic tables of the packages BTYD, CLVTools and BTYDplus. */
class PurchaseSampleReferenceTest {

  /** The other programs add up amounts and logarithms in double precision. */
  private static final double ROUNDING = 1e-9;

  private static List<NamedCsvRecord> rows(String name) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/clv/" + name))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static EventLog log(
      String name, String customer, String date, String amount, LocalDate endExclusive) {
    return EventLog.of(
        rows(name).stream()
            .map(
                row -> {
                  Event event =
                      Event.of(
                          CustomerId.of(row.getField(customer)),
                          LocalDate.parse(row.getField(date)));
                  return amount.isEmpty()
                      ? event
                      : event.withAmount(Money.of("USD", row.getField(amount)));
                }),
        endExclusive);
  }

  private static int row(PurchaseSample sample, String customer) {
    return sample.rowOf(CustomerId.of(customer)).orElseThrow();
  }

  private static PurchaseHistory history(NamedCsvRecord row, String recency, String age) {
    return new PurchaseHistory(
        Long.parseLong(row.getField("x")),
        Math.rint(7 * number(row, recency)),
        Math.rint(7 * number(row, age)));
  }

  @Test
  void cdnow() {
    EventLog log =
        log("cdnow_sample_elog.csv", "sampleid", "date", "sales", LocalDate.of(1998, 7, 1));
    PurchaseSample sample =
        PurchaseSampler.withDefaults()
            .withCalibrationEnd(LocalDate.of(1997, 10, 1))
            .with(TimeScale.DAY)
            .sample(log);
    List<NamedCsvRecord> expected = rows("cdnow_cbs_39w.csv");
    assertThat(sample.size()).isEqualTo(expected.size());
    PurchaseHoldout holdout = sample.holdout().orElseThrow();
    assertThat(holdout.length(TimeScale.WEEK)).isEqualTo(39);
    for (NamedCsvRecord line : expected) {
      int row = row(sample, line.getField("id"));
      assertThat(sample.history(row)).isEqualTo(history(line, "t_x", "T_cal"));
      assertThat(holdout.purchases(row)).isEqualTo(Integer.parseInt(line.getField("x_star")));
      assertThat(sample.spend().orElseThrow().mean(row).orElse(0))
          .isCloseTo(number(line, "m_x"), within(ROUNDING));
    }
  }

  @Test
  void theSummaryOfCdnowIsTheSameSample() {
    List<NamedCsvRecord> lines = rows("cdnow_cbs_39w.csv");
    PurchaseSample sample =
        PurchaseSample.of(
            TimeScale.WEEK,
            lines.stream().mapToInt(line -> Integer.parseInt(line.getField("x"))).toArray(),
            lines.stream().mapToDouble(line -> number(line, "t_x")).toArray(),
            lines.stream().mapToDouble(line -> number(line, "T_cal")).toArray());
    GroupedHistories grouped = sample.grouped();
    assertThat(grouped.areWholeDays()).isTrue();
    assertThat(grouped.size()).isLessThan(lines.size());
    assertThat(sample.repeatPurchases()).isEqualTo(2457);
  }

  @Test
  void apparel() {
    EventLog log = log("apparel_trans.csv", "Id", "Date", "Price", LocalDate.of(2010, 12, 21));
    PurchaseSample sample =
        PurchaseSampler.withDefaults()
            .withCalibrationEnd(LocalDate.of(2007, 1, 1))
            .with(TimeScale.DAY)
            .sample(log);
    List<NamedCsvRecord> expected = rows("apparel_cbs_104w.csv");
    assertThat(sample.size()).isEqualTo(expected.size());
    for (NamedCsvRecord line : expected) {
      int row = row(sample, line.getField("Id"));
      assertThat(sample.history(row)).isEqualTo(history(line, "t.x", "T.cal"));
      assertThat(sample.firstPurchase(row))
          .hasValue(LocalDate.parse(line.getField("date.first.actual.trans")));
    }
    for (NamedCsvRecord line : rows("apparel_gg_cbs_104w.csv")) {
      assertThat(sample.spend().orElseThrow().mean(row(sample, line.getField("Id"))).orElse(0))
          .isCloseTo(number(line, "Spending"), within(ROUNDING));
    }
  }

  @Test
  void grocery() {
    EventLog log = log("grocery_elog.csv", "cust", "date", "", LocalDate.of(2007, 12, 31));
    PurchaseSample sample =
        PurchaseSampler.withDefaults().withCalibrationEnd(LocalDate.of(2007, 1, 1)).sample(log);
    List<NamedCsvRecord> expected = rows("grocery_cbs_cal2006.csv");
    assertThat(sample.size()).isEqualTo(expected.size());
    PurchaseHoldout holdout = sample.holdout().orElseThrow();
    for (NamedCsvRecord line : expected) {
      int row = row(sample, line.getField("cust"));
      assertThat(sample.with(TimeScale.DAY).history(row)).isEqualTo(history(line, "t.x", "T.cal"));
      assertThat(sample.logIntervals(row).orElseThrow())
          .isCloseTo(number(line, "litt"), within(ROUNDING));
      assertThat(holdout.purchases(row)).isEqualTo(Integer.parseInt(line.getField("x.star")));
      assertThat(holdout.length(TimeScale.DAY)).isEqualTo(7 * number(line, "T.star"));
    }
  }
}
