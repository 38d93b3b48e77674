package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OpportunitySampleTest {

  private static final LocalDate START = LocalDate.of(1995, 1, 1);

  private static Event gift(long donor, int year) {
    return Event.of(CustomerId.of(donor), START.plusYears(year).plusDays(90));
  }

  private static ActivityGrid grid(List<Event> events, int years) {
    DateRange range = new DateRange(START, START.plusYears(years));
    return ActivityGrid.from(EventLog.of(events, range.endExclusive()), PeriodAxis.years(range));
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void readsTheOpportunitiesAfterTheFirstPurchase() {
    ActivityGrid grid =
        grid(
            List.of(
                gift(1, 0), gift(1, 2), gift(1, 2), gift(1, 4), gift(2, 1), gift(3, 4), gift(1, 5)),
            6);
    OpportunitySample sample = OpportunitySample.from(grid, 4);
    assertThat(sample.rows()).isEqualTo(2);
    int one = sample.customer(0).orElseThrow().equals(CustomerId.of(1)) ? 0 : 1;
    assertThat(sample.history(one)).isEqualTo(new OpportunityHistory(1, 2, 3));
    assertThat(sample.history(1 - one)).isEqualTo(new OpportunityHistory(0, 0, 2));
    assertThat(sample.holdoutOpportunities()).hasValue(2);
    assertThat(sample.holdoutPurchases(one)).hasValue(2);
    assertThat(sample.holdoutPurchases(1 - one)).hasValue(0);
    assertThat(sample).hasToString("2 rows of 2 customers, with a holdout of 2 opportunities");
    assertThat(OpportunitySample.from(grid).holdoutOpportunities()).isEmpty();
    assertThat(OpportunitySample.from(grid).rows()).isEqualTo(3);
  }

  private static Event gift(long donor, int year, String amount) {
    return Event.of(
        CustomerId.of(donor), START.plusYears(year).plusDays(90), Money.of("USD", amount));
  }

  private static AmountGrid amounts(List<Event> events, int years) {
    DateRange range = new DateRange(START, START.plusYears(years));
    return AmountGrid.from(EventLog.of(events, range.endExclusive()), PeriodAxis.years(range));
  }

  /** Donor 1 gives 10 first, then 20 in a year with two gifts and 50; donor 2 gives but once. */
  @Test
  void spendIsThatOfAnOpportunity() {
    AmountGrid grid =
        amounts(
            List.of(
                gift(1, 0, "10"),
                gift(1, 2, "12"),
                gift(1, 2, "8"),
                gift(1, 3, "50"),
                gift(1, 4, "999"),
                gift(2, 1, "7")),
            5);
    OpportunitySample sample = OpportunitySample.from(grid, 4, SpendScope.REPEAT_PURCHASES);
    int one = sample.customer(0).orElseThrow().equals(CustomerId.of(1)) ? 0 : 1;
    PurchaseSpend spend = sample.spend().orElseThrow();
    assertThat(spend.history(one)).isEqualTo(new SpendHistory(2, 35));
    assertThat(spend.history(1 - one)).isEqualTo(SpendHistory.none());
    assertThat(sample.history(one)).isEqualTo(new OpportunityHistory(2, 3, 3));
    assertThat(sample.holdoutPurchases(one)).hasValue(1);
    PurchaseSpend all =
        OpportunitySample.from(grid, 4, SpendScope.ALL_PURCHASES).spend().orElseThrow();
    assertThat(all.history(one).mean()).isCloseTo(80 / 3.0, within(1e-12));
    assertThat(all.history(1 - one)).isEqualTo(new SpendHistory(1, 7));
    assertThat(sample)
        .hasToString("2 rows of 2 customers, with spend in USD, with a holdout of 1 opportunities");
    refuses(
        () ->
            OpportunitySample.from(
                amounts(List.of(gift(1, 0, "5"), gift(1, 1, "3"), gift(1, 1, "-3")), 2),
                2,
                SpendScope.REPEAT_PURCHASES),
        "spend (0.00) of customer 1 must be over 0: filter the log");
  }

  @Test
  void aModelOfSpendIsFittedOnSingleCustomers() {
    double[] mean =
        IntStream.range(0, 60).mapToDouble(i -> 10 + 40 * ((i * 37) % 60) / 60.0).toArray();
    int[] purchases = IntStream.range(0, 60).map(i -> 1 + i % 4).toArray();
    int[] opportunities = IntStream.range(0, 60).map(i -> 6).toArray();
    int[] ones = IntStream.range(0, 60).map(i -> 1).toArray();
    Currency usd = Currency.getInstance("USD");
    GammaGamma model =
        GammaGammaFitter.withDefaults()
            .fit(
                OpportunitySample.of(purchases, purchases, opportunities, ones)
                    .withMeanSpend(SpendScope.REPEAT_PURCHASES, usd, mean))
            .model();
    double[] times = IntStream.of(purchases).asDoubleStream().toArray();
    GammaGamma same =
        GammaGammaFitter.withDefaults()
            .fit(
                PurchaseSample.of(TimeScale.MEAN_YEAR, purchases, times, times)
                    .withMeanSpend(SpendScope.REPEAT_PURCHASES, usd, mean))
            .model();
    assertThat(model).isEqualTo(same);
    OpportunitySample many =
        OpportunitySample.of(new int[] {2}, new int[] {2}, new int[] {2}, new int[] {3});
    refuses(() -> GammaGammaFitter.withDefaults().fit(many), "row 1: customers (3) must be 1");
    refuses(
        () -> many.withMeanSpend(SpendScope.REPEAT_PURCHASES, usd, new double[2]),
        "mean (2) must be as many as rows (1)");
    refuses(
        () -> many.withMeanSpend(SpendScope.REPEAT_PURCHASES, usd, new double[1]),
        "row 1: mean (0.0) must be over 0 with purchases (2)");
  }

  @Test
  void readsASummaryTable() {
    OpportunitySample sample =
        OpportunitySample.of(
            new int[] {2, 0, 2}, new int[] {3, 0, 3}, new int[] {4, 4, 4}, new int[] {5, 7, 1});
    assertThat(sample.customers()).isEqualTo(13);
    assertThat(sample.customers(1)).isEqualTo(7);
    assertThat(sample.customer(0)).isEmpty();
    assertThat(sample.holdoutPurchases(0)).isEmpty();
    GroupedOpportunities grouped = sample.grouped();
    assertThat(grouped.purchases).containsExactly(0, 2);
    assertThat(grouped.recency).containsExactly(0, 3);
    assertThat(grouped.opportunities).containsExactly(4, 4);
    assertThat(grouped.weight).containsExactly(7, 6);
    assertThat(grouped.groupOf).containsExactly(1, 0, 1);
    assertThat(sample.withHoldout(2, new int[] {10, 0, 2}).holdoutPurchases(0)).hasValue(10);
  }

  @Test
  void refusesRowsThatCannotBeAndNamesThem() {
    int[] one = {1};
    refuses(
        () -> OpportunitySample.of(new int[] {2}, one, one, one),
        "row 1: recency (1) must be from purchases (2) to opportunities (1)");
    refuses(
        () -> OpportunitySample.of(new int[] {0}, one, one, one),
        "row 1: recency (1) must be 0 without repeat purchases");
    refuses(
        () -> OpportunitySample.of(one, one, one, new int[] {0}),
        "row 1: customers (0) must be at least 1");
    refuses(
        () -> OpportunitySample.of(one, one, one, new int[0]),
        "customers (0) must be as many as purchases (1)");
    refuses(
        () -> OpportunitySample.of(one, one, one, one).withHoldout(2, new int[] {3}),
        "row 1: purchases (3) in the holdout must be from 0 to 2");
    refuses(
        () -> OpportunitySample.from(grid(List.of(gift(1, 3)), 4), 2),
        "customers (0) with a purchase in the first 2 periods must be at least one");
    refuses(
        () -> OpportunitySample.from(grid(List.of(gift(1, 3)), 4), 5),
        "calibrationPeriods (5) must be from 1 to the complete ones (4)");
  }

  /** The donors of 1995, year by year, give the table of Fader, Hardie and Shang (2010). */
  @Test
  void donors() throws IOException {
    List<Event> events = new ArrayList<>();
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .ofCsvRecord(SharedFiles.require("data/clv/donations_1995_cohort_binary.csv"))) {
      for (CsvRecord line : lines) {
        long donor = Long.parseLong(line.getField(0));
        IntStream.range(0, 12)
            .filter(year -> line.getField(year + 1).equals("1"))
            .forEach(year -> events.add(gift(donor, year)));
      }
    }
    OpportunitySample sample = OpportunitySample.from(grid(events, 12), 7);
    GroupedOpportunities grouped = sample.grouped();
    long[] later = new long[grouped.size()];
    for (int row = 0; row < sample.rows(); row++) {
      later[grouped.groupOf[row]] += sample.holdoutPurchases(row).orElseThrow();
    }
    Map<OpportunityHistory, List<Long>> expected = new HashMap<>();
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/clv/donations_bgbb.csv"))) {
      for (NamedCsvRecord line : lines) {
        expected.put(
            new OpportunityHistory(
                Integer.parseInt(line.getField("x")),
                Integer.parseInt(line.getField("t_x")),
                Integer.parseInt(line.getField("n_cal"))),
            List.of(
                Long.parseLong(line.getField("custs")),
                Long.parseLong(line.getField("x_star_total"))));
      }
    }
    assertThat(grouped.size()).isEqualTo(expected.size());
    for (int group = 0; group < grouped.size(); group++) {
      OpportunityHistory history =
          new OpportunityHistory(
              grouped.purchases[group], grouped.recency[group], grouped.opportunities[group]);
      assertThat(expected).containsEntry(history, List.of(grouped.weight[group], later[group]));
    }
  }
}
