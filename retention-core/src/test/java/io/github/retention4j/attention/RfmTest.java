package io.github.retention4j.attention;

import static io.github.retention4j.attention.Shop.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.QuantileType;
import io.github.retention4j.time.PeriodAxis;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RfmTest {

  private static final RfmCalculator DEFAULTS = RfmCalculator.withDefaults();

  /** Silent for 10, 20, 30, 40 and 50 days; 5, 4, 3, 2 and 1 purchases; 50, 80, 30, 20 and 40. */
  private static EventLog five() {
    return new Shop()
        .paid("A", 10, 10, 20, 30, 40, 90)
        .paid("B", 20, 10, 20, 30, 80)
        .paid("C", 10, 10, 20, 70)
        .paid("D", 10, 10, 60)
        .paid("E", 40, 50)
        .log();
  }

  private static List<String> codes(RfmTable table) {
    return IntStream.range(0, table.size()).mapToObj(row -> table.row(row).code()).toList();
  }

  @Test
  void scoresFiveCustomers() {
    RfmTable table = DEFAULTS.calculate(five(), day(100));
    assertThat(codes(table)).containsExactly("5-5-4", "4-4-5", "3-3-2", "2-2-1", "1-1-3");
    assertThat(table.cuts(RfmDimension.RECENCY)).containsExactly(18.0, 26.0, 34.0, 42.0);
    assertThat(table.cuts(RfmDimension.MONETARY).subList(0, 3)).containsExactly(28.0, 36.0, 44.0);
    assertThat(table.find(CustomerId.of("B")))
        .hasValueSatisfying(
            row -> {
              assertThat(row.amount()).contains(Money.of("USD", 80));
              assertThat(row).hasToString("B: 20 days, 4 times, USD 80.00; 4-4-5 loyal");
            });
    assertThat(table.find(CustomerId.of("F"))).isEmpty();
    assertThat(table.inSegment("hibernating"))
        .extracting(RfmCustomer::customer)
        .containsExactly(CustomerId.of("D"), CustomerId.of("E"));
    assertThat(table.toText())
        .isEqualTo(
            """
            RFM as of 2024-03-29, 5 customers, frequency by PURCHASES, money by TOTAL REVENUE, \
            INDEPENDENT
              segment              customers   share      money   share  days  frequency
              champions                    1  20.0 %  USD 50.00  22.7 %  10.0       5.00
              loyal                        1  20.0 %  USD 80.00  36.4 %  20.0       4.00
              potential loyalists          0   0.0 %   USD 0.00   0.0 %     -          -
              new                          0   0.0 %   USD 0.00   0.0 %     -          -
              promising                    0   0.0 %   USD 0.00   0.0 %     -          -
              need attention               1  20.0 %  USD 30.00  13.6 %  30.0       3.00
              about to sleep               0   0.0 %   USD 0.00   0.0 %     -          -
              at risk                      0   0.0 %   USD 0.00   0.0 %     -          -
              cannot lose                  0   0.0 %   USD 0.00   0.0 %     -          -
              hibernating                  2  40.0 %  USD 60.00  27.3 %  45.0       1.50
            """);
    assertThat(table).hasToString("RFM as of 2024-03-29 of 5 customers");
  }

  @Test
  void seesNothingAfterTheDateNorBeforeTheWindow() {
    RfmTable early = DEFAULTS.calculate(five(), day(30));
    assertThat(early.size()).isEqualTo(4);
    assertThat(early.row(0).frequency()).isEqualTo(3);
    assertThat(early.row(0).recencyDays()).isZero();
    assertThat(early.row(0).amount()).contains(Money.of("USD", 30));
    RfmTable last30 = DEFAULTS.withWindowDays(21).calculate(five(), day(100));
    assertThat(last30.size()).isEqualTo(2);
    assertThat(last30.row(1).frequency()).isEqualTo(1);
    assertThat(last30.row(1).amount()).contains(Money.of("USD", 20));
    assertThat(DEFAULTS.withWindowDays(20).calculate(five(), day(100)).size()).isEqualTo(1);
  }

  /** Quintiles of 1, 1, 1, 2 and 7: the example of {@link ScoreBins}. */
  @Test
  void givesTiesOneScore() {
    RfmTable table =
        DEFAULTS.calculate(
            RfmValues.of(
                new long[] {1, 2, 3, 4, 5}, new int[] {9, 9, 9, 9, 9}, new long[] {1, 7, 1, 2, 1}),
            day(0));
    assertThat(codes(table)).containsExactly("5-1", "5-5", "5-1", "5-4", "5-1");
    assertThat(table.cuts(RfmDimension.FREQUENCY).subList(0, 2)).containsExactly(1.0, 1.0);
    assertThat(table.cuts(RfmDimension.MONETARY)).isEmpty();
    assertThat(table.score(RfmDimension.MONETARY, 0)).isEmpty();
    assertThat(table.score(RfmDimension.RECENCY, 0)).hasValue(5);
    assertThat(table.score(RfmDimension.FREQUENCY, 3)).hasValue(4);
    assertThat(table.summary().get(0).amount()).isEmpty();
    assertThat(table.toText())
        .contains("new                          3  60.0 %      -      -   9.0");
  }

  @Test
  void scoresOneCustomer() {
    RfmTable table = DEFAULTS.calculate(new Shop().bought("A", 3).log(), day(3));
    assertThat(codes(table)).containsExactly("5-1");
    assertThat(table.segment(0)).isEqualTo("new");
  }

  @Test
  void takesOwnBoundaries() {
    RfmTable table =
        DEFAULTS
            .with(RfmDimension.RECENCY, ScoreBins.upTo(10, 29, 30, 45))
            .calculate(five(), day(100));
    assertThat(codes(table)).containsExactly("5-5-4", "4-4-5", "3-3-2", "2-2-1", "1-1-3");
    assertThat(table.bins(RfmDimension.RECENCY)).hasToString("up to [10.0, 29.0, 30.0, 45.0]");
    assertThat(table.bins(RfmDimension.FREQUENCY)).hasToString("5 quantiles HF7");
  }

  /** Of two recency halves, {A, B, C} and {D, E}, each is cut by itself. */
  @Test
  void scoresWithinGroupsIfNested() {
    RfmTable table =
        DEFAULTS
            .with(ScoreBins.quantiles(2, QuantileType.HF7))
            .with(ScoreNesting.NESTED)
            .with(SegmentRules.of(2, List.of(), "all"))
            .calculate(five(), day(100));
    assertThat(codes(table)).containsExactly("2-2-1", "2-1-2", "2-1-1", "1-2-1", "1-1-1");
    assertThat(table.nesting()).isEqualTo(ScoreNesting.NESTED);
    assertThat(table.cuts(RfmDimension.FREQUENCY)).isEmpty();
    assertThat(table.cuts(RfmDimension.RECENCY)).containsExactly(30.0);
    assertThat(table.summary())
        .singleElement()
        .satisfies(all -> assertThat(all.customers()).isEqualTo(new Proportion(5, 5)));
  }

  @Test
  void countsDaysOrPurchasesAndTakesAverages() {
    EventLog log = new Shop().paid("A", 10, 5, 5, 9).paid("B", 12, 9).log();
    RfmTable days =
        DEFAULTS
            .with(FrequencyMeasure.ACTIVE_DAYS)
            .with(MonetaryMeasure.AVERAGE)
            .with(AmountMeaning.MARGIN)
            .calculate(log, day(10));
    assertThat(days.row(0).frequency()).isEqualTo(2);
    assertThat(days.cuts(RfmDimension.MONETARY).get(0)).isGreaterThan(12);
    assertThat(days.frequencyMeasure()).isEqualTo(FrequencyMeasure.ACTIVE_DAYS);
    assertThat(days.monetaryMeasure()).isEqualTo(MonetaryMeasure.AVERAGE);
    assertThat(days.amountMeaning()).isEqualTo(AmountMeaning.MARGIN);
    RfmTable purchases = DEFAULTS.with(MonetaryMeasure.AVERAGE).calculate(log, day(10));
    assertThat(purchases.row(0).frequency()).isEqualTo(3);
    assertThat(purchases.row(0).code()).isEqualTo("5-5-1");
    assertThat(purchases.row(1).code()).isEqualTo("5-1-5");
  }

  @Test
  void takesMarginsKnownFromElsewhere() {
    RfmValues values =
        RfmValues.of(List.of(CustomerId.of("A"), CustomerId.of("B")), new int[2], new long[] {1, 1})
            .with(
                CustomerAmounts.of(
                    Map.of(
                        CustomerId.of("A"), Money.of("USD", -5),
                        CustomerId.of("B"), Money.of("USD", 3),
                        CustomerId.of("C"), Money.of("USD", 9))));
    RfmTable table = DEFAULTS.calculate(values, day(0));
    assertThat(codes(table)).containsExactly("5-1-1", "5-1-5");
    assertThat(table.summary().get(3).amount()).contains(Money.of("USD", -2));
    assertThat(table.summary().get(3).shareOfAmount()).isEmpty();
  }

  /** Of the sums, those of the customers alone fit 64 bits. */
  @Test
  void sumsMoreThanSixtyFourBitsHold() {
    Money large = Money.of("USD", "9000000000000000.01");
    List<Event> events =
        IntStream.range(0, 12)
            .mapToObj(customer -> Event.of(CustomerId.of(customer), day(3), large))
            .toList();
    RfmTable table =
        DEFAULTS
            .with(SegmentRules.of(5, List.of(), "everyone"))
            .calculate(EventLog.of(events, day(9)), day(5));
    assertThat(table.summary())
        .singleElement()
        .satisfies(
            all -> assertThat(all.amount()).contains(Money.of("USD", "108000000000000000.12")));
  }

  @Test
  void isTheSameFromLogsGridsAndValues() {
    EventLog log = five();
    PeriodAxis days = PeriodAxis.days(log.observed());
    AmountGrid amounts = AmountGrid.from(log, days);
    String ofLog = DEFAULTS.calculate(log, day(100)).toText();
    assertThat(DEFAULTS.calculate(amounts, day(100)).toText()).isEqualTo(ofLog);
    CustomerAmounts money = CustomerAmounts.from(log);
    assertThat(DEFAULTS.calculate(amounts.activity(), money, day(100)).toText()).isEqualTo(ofLog);
    RfmTable bare = DEFAULTS.calculate(ActivityGrid.from(log, days), day(100));
    assertThat(bare.row(0).code()).isEqualTo("5-5");
    assertThat(bare.row(0).monetaryScore()).isEmpty();
  }

  @Test
  void agreesWithNumpy() {
    List<NamedCsvRecord> rows = ReferenceTable.rows(RfmTest.class, "rfm-scores.csv");
    RfmValues values =
        RfmValues.of(
                LongStream.range(0, rows.size()).toArray(),
                rows.stream().mapToInt(row -> whole(row, "recencyDays")).toArray(),
                rows.stream().mapToLong(row -> whole(row, "frequency")).toArray())
            .with(
                CustomerAmounts.of(
                    LongStream.range(0, rows.size()).toArray(),
                    Currency.getInstance("USD"),
                    2,
                    rows.stream().mapToLong(row -> whole(row, "cents")).toArray()));
    RfmTable quintiles = DEFAULTS.calculate(values, day(0));
    RfmTable quartiles =
        DEFAULTS
            .with(ScoreBins.quantiles(4, QuantileType.HF5))
            .with(ScoreNesting.NESTED)
            .with(SegmentRules.of(4, List.of(), "all"))
            .calculate(values, day(0));
    for (int row = 0; row < rows.size(); row++) {
      NamedCsvRecord expected = rows.get(row);
      assertThat(quintiles.row(row).code()).isEqualTo(code(expected, "5"));
      assertThat(quartiles.row(row).code()).isEqualTo(code(expected, "4"));
    }
  }

  private static int whole(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static String code(NamedCsvRecord row, String scores) {
    return row.getField("r" + scores)
        + "-"
        + row.getField("f" + scores)
        + "-"
        + row.getField("m" + scores);
  }

  @Test
  void refusesDatesAndGridsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.calculate(five(), day(1000)))
        .withMessage("asOf (2026-09-15) must be before the end of observation (2026-09-15)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.calculate(five(), day(9)))
        .withMessage("asOf (2023-12-29) must have a purchase on it or before it, in the window");
    ActivityGrid months = ActivityGrid.from(five(), PeriodAxis.months(five().observed()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.calculate(months, day(9)))
        .withMessageContaining("must be one of days");
    ActivityAccumulator accumulator =
        ActivityAccumulator.on(PeriodAxis.days(five().observed()), day(1000), GridDetail.PRESENCE);
    accumulator.add(CustomerId.of("A"), day(10));
    ActivityGrid presence = accumulator.snapshot();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.calculate(presence, day(11)))
        .withMessage("detail (PRESENCE) of the grid must be EVENT_COUNTS for PURCHASES");
    assertThat(DEFAULTS.with(FrequencyMeasure.ACTIVE_DAYS).calculate(presence, day(11)).size())
        .isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withWindowDays(0))
        .withMessage("days (0) must be at least 1");
  }

  @Test
  void refusesRulesThatDoNotGoWithTheBins() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DEFAULTS.with(ScoreBins.quantiles(4, QuantileType.HF7)).calculate(five(), day(100)))
        .withMessage(
            "rules (10 rules on scores 1 to 5, else other) must be on as many scores as there are"
                + " bins, 4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DEFAULTS
                    .with(RfmDimension.FREQUENCY, ScoreBins.upTo(1, 2))
                    .calculate(five(), day(100)))
        .withMessage(
            "FREQUENCY score (5) of rule (champions: R 5, F 4-5, M any) must be at most 3, the"
                + " number of bins");
    SegmentRules rich =
        SegmentRules.of(5, List.of(SegmentRule.of("rich").withMonetary(5, 5)), "other");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.with(rich).calculate(new Shop().bought("A", 1).log(), day(100)))
        .withMessage(
            "rule (rich: R any, F any, M 5) must not ask for a monetary score: no amounts are"
                + " known");
    assertThat(DEFAULTS.with(rich).calculate(five(), day(100)).inSegment("rich"))
        .extracting(row -> row.customer().value())
        .containsExactly("B");
  }

  @Test
  void collectsValuesThatDoNotFit() {
    List<CustomerId> customers = Stream.of("A", "B", "A", "C", "D").map(CustomerId::of).toList();
    int[] recency = {3, -1, 5, 0, 7};
    long[] frequency = {1, 1, 1, 0, 2};
    List<Rejection> refused = new ArrayList<>();
    RfmValues values = RfmValues.of(customers, recency, frequency, refused::add);
    assertThat(values.size()).isEqualTo(2);
    assertThat(values.recencyDays(0)).isEqualTo(3);
    assertThat(values.frequency(1)).isEqualTo(2);
    assertThat(refused)
        .containsExactly(
            new Rejection(2, "recencyDays (-1) of customer B must be at least 0"),
            new Rejection(3, "customers (A) must each come once"),
            new Rejection(4, "frequency (0) of customer C must be at least 1"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RfmValues.of(
                    List.of(CustomerId.of("A"), CustomerId.of("A")), new int[2], new long[] {1, 1}))
        .withMessage("customers (A) must each come once");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RfmValues.of(List.of(CustomerId.of("A")), new int[1], new long[1], refused::add))
        .withMessage("customers (0) must be at least one");
  }

  @Test
  void refusesValuesThatDoNotFit() {
    List<CustomerId> one = List.of(CustomerId.of("A"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfmValues.of(one, new int[] {-1}, new long[] {1}))
        .withMessage("recencyDays (-1) of customer A must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfmValues.of(one, new int[] {0}, new long[] {0}))
        .withMessage("frequency (0) of customer A must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfmValues.of(one, new int[2], new long[] {1}))
        .withMessage("recencyDays (2) must be as many as customers (1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfmValues.of(new long[] {4, 4}, new int[2], new long[] {1, 1}))
        .withMessage("customers (4) must each come once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfmValues.of(List.of(), new int[0], new long[0]))
        .withMessage("customers (0) must be at least one");
    CustomerAmounts other = CustomerAmounts.of(Map.of(CustomerId.of("B"), Money.of("USD", 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfmValues.of(one, new int[1], new long[] {1}).with(other))
        .withMessage("amounts must have one of customer A");
    RfmTable table = DEFAULTS.calculate(five(), day(100));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.inSegment("rich"))
        .withMessageStartingWith("segment (rich) must be one of [champions, loyal,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreBins.quantiles(1, QuantileType.HF7))
        .withMessage("count (1) must be from 2 to 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreBins.upTo(2, 1))
        .withMessage("boundaries ([2.0, 1.0]) must be from 1 to 999, finite, and rise");
  }

  @Test
  void refusesASegmentWhoseMeanIsNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RfmSegment(
                    "a",
                    new Proportion(1, 1),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.of(Double.NaN),
                    OptionalDouble.empty()))
        .withMessage("meanRecencyDays (NaN) must be finite");
  }
}
