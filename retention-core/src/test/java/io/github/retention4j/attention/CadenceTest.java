package io.github.retention4j.attention;

import static io.github.retention4j.attention.Shop.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.attention.Shop.Product;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.lifecycle.PurchaseCounting;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.QuantileType;
import io.github.retention4j.time.PeriodAxis;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CadenceTest {

  private static final CadenceCalculator DEFAULTS = CadenceCalculator.withDefaults();
  private static final CadenceCalculator OWN = DEFAULTS.withPriorGaps(0);

  private static CustomerCadence only(Cadence cadence, String customer) {
    assertThat(cadence.of(CustomerId.of(customer))).hasSize(1);
    return cadence.of(CustomerId.of(customer)).get(0);
  }

  /** The worked number of the package. */
  @Test
  void knowsThePersonalRhythm() {
    EventLog log = new Shop().bought("A", 0, 60, 121, 180, 255, 313).log();
    CustomerCadence row = OWN.calculate(log, day(400)).row(0);
    assertThat(row.purchases()).isEqualTo(6);
    assertThat(row.gaps()).isEqualTo(5);
    assertThat(row.meanGap()).hasValue(62.6);
    assertThat(row.longestGap()).hasValue(75);
    assertThat(row.daysSinceLast()).isEqualTo(87);
    assertThat(row.usualGap().orElseThrow().median()).isEqualTo(60);
    // Type 7 of 58, 59, 60, 61, 75: at 0.4 past the first, and 0.6 past the fourth.
    assertThat(row.usualGap().orElseThrow().lower()).isCloseTo(58.4, within(1e-12));
    assertThat(row.usualGap().orElseThrow().upper()).isCloseTo(69.4, within(1e-12));
    assertThat(row.ratioToMedian()).hasValue(1.45);
    assertThat(row.daysOverdue()).hasValue(27);
    assertThat(row.expectedNextPurchase()).contains(day(373));
    assertThat(row.latestUsualPurchase()).contains(day(313 + 70));
    assertThat(row.longerThanEveryGap()).isTrue();
    assertThat(row).hasToString("A: silent for 87 days, usual gap 60.0 days (58.4 to 69.4)");
  }

  @Test
  void roundsTheExpectedDayUp() {
    EventLog log = new Shop().bought("A", 0, 10, 21).log();
    CustomerCadence row = OWN.calculate(log, day(25)).row(0);
    assertThat(row.usualGap().orElseThrow().median()).isEqualTo(10.5);
    assertThat(row.expectedNextPurchase()).contains(day(32));
    assertThat(row.daysOverdue()).hasValue(-6.5);
    assertThat(row.longerThanEveryGap()).isFalse();
  }

  /** The population is one half 10, one half 30; B has a single gap of 30. */
  @Test
  void leansOnThePopulationWhereGapsAreFew() {
    EventLog log =
        new Shop().bought("A", 0, 10, 20, 30, 40).bought("B", 0, 30).bought("C", 7).log();
    Cadence cadence = DEFAULTS.withPriorGaps(1).calculate(log, day(100));
    // F(10) of B is (1 * 0.5 + 0) / 2, under a half.
    assertThat(only(cadence, "B").usualGap()).contains(new UsualGap(10, 30, 30));
    // C has no gap, and F(10) is a half.
    assertThat(only(cadence, "C").usualGap()).contains(new UsualGap(10, 10, 30));
    assertThat(only(cadence, "C").longestGap()).isEmpty();
    assertThat(only(cadence, "C").meanGap()).isEmpty();
    // F(10) of A is (0.5 + 4) / 5, exactly 0.9.
    assertThat(only(cadence, "A").usualGap()).contains(new UsualGap(10, 10, 10));
    // By gap, four of five are 10.
    Cadence byGap =
        DEFAULTS.withPriorGaps(9).with(PopulationGaps.EACH_GAP).calculate(log, day(100));
    assertThat(only(byGap, "B").usualGap()).contains(new UsualGap(10, 10, 30));
    assertThat(cadence.populationMeanGap()).hasValue(20);
    assertThat(byGap.populationMeanGap()).hasValue(14);
    assertThat(byGap.pooling())
        .isEqualTo("own gaps pooled with the population's (EACH_GAP), worth 9.0");
    assertThat(OWN.calculate(log, day(100)).of(CustomerId.of("C")).get(0).usualGap()).isEmpty();
    assertThat(cadence.toText())
        .isEqualTo(
            """
            cadence as of 2024-03-29, own gaps pooled with the population's (EACH_CUSTOMER), \
            worth 1.0
              3 customers, mean gap 20.0 days
            """);
  }

  @Test
  void saysNothingWhereNobodyBoughtTwice() {
    Cadence cadence = DEFAULTS.calculate(new Shop().bought("A", 3).bought("B", 5).log(), day(90));
    CustomerCadence row = only(cadence, "A");
    assertThat(row.usualGap()).isEmpty();
    assertThat(row.ratioToMedian()).isEmpty();
    assertThat(row.daysOverdue()).isEmpty();
    assertThat(row.expectedNextPurchase()).isEmpty();
    assertThat(row.longerThanEveryGap()).isFalse();
    assertThat(row).hasToString("A: silent for 87 days, usual gap unknown");
    assertThat(cadence.populationMeanGap()).isEmpty();
    assertThat(cadence.toText()).endsWith("  2 customers, nobody bought twice\n");
    assertThat(cadence.list(new AttentionRule.Overdue(0.1)).rows()).isEmpty();
    assertThat(cadence.list(AttentionRule.BeyondUsual.INSTANCE).rows()).isEmpty();
    assertThat(cadence.list(new AttentionRule.Latency(0.1)).rows()).isEmpty();
    assertThat(cadence.list(new AttentionRule.LongAbsent(86)).rows()).hasSize(1);
  }

  @Test
  void countsPurchasesOfADayByName() {
    EventLog log = new Shop().bought("A", 0, 0, 0, 10).log();
    assertThat(OWN.calculate(log, day(20)).row(0).gaps()).isEqualTo(1);
    CustomerCadence each = OWN.with(PurchaseCounting.EACH_EVENT).calculate(log, day(20)).row(0);
    assertThat(each.purchases()).isEqualTo(4);
    assertThat(each.gaps()).isEqualTo(3);
    assertThat(each.usualGap().orElseThrow().median()).isZero();
    // Type 7 of 0, 0, 10 at 0.9: 0.8 past the second.
    assertThat(each.usualGap().orElseThrow().upper()).isCloseTo(8, within(1e-12));
    assertThat(each.ratioToMedian()).isEmpty();
    assertThat(each.daysOverdue()).hasValue(10);
    assertThat(each.longestGap()).hasValue(10);
  }

  @Test
  void seesNothingAfterTheDate() {
    EventLog log = new Shop().bought("A", 0, 10, 15, 99).bought("B", 50).log();
    Cadence cadence = OWN.calculate(log, day(20));
    assertThat(cadence.size()).isEqualTo(1);
    assertThat(cadence.row(0).gaps()).isEqualTo(2);
    assertThat(cadence.row(0).daysSinceLast()).isEqualTo(5);
    assertThat(cadence.of(CustomerId.of("B"))).isEmpty();
  }

  /** "Bought coffee every two months, silent for three." */
  @Test
  void listsWhoIsOverdueByProduct() {
    EventLog log =
        new Shop()
            .bought("Ada", Product.COFFEE, 0, 60, 120, 180)
            .bought("Ada", Product.TEA, 265)
            .bought("Bob", Product.COFFEE, 10, 70, 130, 190, 250)
            .bought("Bob", Product.CUP, 20)
            .log();
    Cadence cadence = DEFAULTS.calculateByKind(log, day(270));
    AttentionList list = cadence.list(new AttentionRule.Overdue(1.5));
    assertThat(list.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.customer()).isEqualTo(CustomerId.of("Ada"));
              assertThat(row.product()).contains("COFFEE");
              assertThat(row.ratioToMedian()).hasValue(1.5);
              assertThat(row.daysOverdue()).hasValue(30);
            });
    assertThat(list.share()).isEqualTo(new Proportion(1, 4));
    assertThat(list.toText())
        .isEqualTo(
            """
            As of 2024-09-15, silent for at least 1.5 times the median gap: 1/4 (25.00 %)
              customer  product  bought        last  silent  usual  ratio    expected
              Ada        COFFEE       4  2024-06-17      90   60.0   1.50  2024-08-16
            """);
    assertThat(cadence.populationMeanGap()).isEmpty();
    assertThat(cadence.populationMeanGap("COFFEE")).hasValue(60);
    assertThat(cadence.populationMeanGap("TEA")).isEmpty();
    assertThat(cadence.populationMeanGap("MILK")).isEmpty();
    assertThat(cadence.of(CustomerId.of("Ada")))
        .extracting(row -> row.product().orElse(""))
        .containsExactly("COFFEE", "TEA");
    assertThat(cadence.toText()).contains("  CUP: 1 customer, nobody bought twice\n");
    Cadence byCategory = DEFAULTS.calculateByEventValue(log, "category", day(270));
    assertThat(byCategory.of(CustomerId.of("Ada")))
        .singleElement()
        .satisfies(row -> assertThat(row.purchases()).isEqualTo(5));
  }

  @Test
  void ordersListsByUrgency() {
    EventLog log =
        new Shop()
            .bought("A", 0, 10, 20)
            .bought("B", 0, 40, 80)
            .bought("C", 70)
            .bought("D", 60)
            .bought("E", 0, 30)
            .log();
    assertThat(OWN.calculate(log, day(100)).list(new AttentionRule.LongAbsent(19)).rows())
        .extracting(row -> row.customer().value())
        .containsExactly("A", "E", "B", "D", "C");
  }

  @Test
  void picksByEachRule() {
    EventLog log = new Shop().paid("A", 31, 0, 10, 30).log();
    Cadence cadence = OWN.calculate(log, day(61));
    CustomerCadence row = cadence.row(0);
    assertThat(row.amount()).contains(Money.of("USD", 93));
    check(
        new AttentionRule.BeyondEveryGap(2),
        row,
        true,
        "silent for longer than every one of at least 2 gaps");
    check(
        new AttentionRule.BeyondEveryGap(3),
        row,
        false,
        "silent for longer than every one of at least 3 gaps");
    check(AttentionRule.BeyondUsual.INSTANCE, row, true, "silent for longer than usual");
    check(new AttentionRule.Latency(2), row, true, "silent for more than 2.0 times the mean gap");
    check(
        new AttentionRule.Latency(2.1), row, false, "silent for more than 2.1 times the mean gap");
    check(new AttentionRule.LongAbsent(31), row, false, "silent for more than 31.0 days");
    check(
        new AttentionRule.Fixed(3, 30, Optional.of(Money.of("USD", 30))),
        row,
        true,
        "at least 3 purchases, silent for more than 30 days, average over USD 30.00");
    check(
        new AttentionRule.Fixed(3, 30, Optional.of(Money.of("USD", 31))),
        row,
        false,
        "at least 3 purchases, silent for more than 30 days, average over USD 31.00");
    check(
        new AttentionRule.Fixed(4, 30, Optional.empty()),
        row,
        false,
        "at least 4 purchases, silent for more than 30 days");
  }

  private static void check(AttentionRule rule, CustomerCadence row, boolean picked, String words) {
    assertThat(rule.picks(row)).isEqualTo(picked);
    assertThat(rule).hasToString(words);
  }

  @Test
  void isTheSameFromLogsAndGrids() {
    EventLog log = new Shop().paid("A", 3, 0, 10, 30).paid("B", 1, 5, 6).log();
    PeriodAxis days = PeriodAxis.days(log.observed());
    Cadence ofLog = DEFAULTS.calculate(log, day(50));
    Cadence ofAmounts = DEFAULTS.calculate(AmountGrid.from(log, days), day(50));
    Cadence ofGrid = DEFAULTS.calculate(ActivityGrid.from(log, days), day(50));
    assertThat(ofAmounts.rows()).containsExactlyElementsOf(ofLog.rows().toList());
    assertThat(ofGrid.row(1).usualGap()).isEqualTo(ofLog.row(1).usualGap());
    assertThat(ofGrid.row(1).amount()).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFit() {
    EventLog log = new Shop().bought("A", 5).log();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.calculate(log, day(4)))
        .withMessage("asOf (2023-12-24) must have a purchase on it or before it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withPriorGaps(-1))
        .withMessage("gaps (-1.0) must be finite, 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withUsualShare(1))
        .withMessage("share (1.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttentionRule.Overdue(0))
        .withMessage("ratio (0.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttentionRule.BeyondEveryGap(0))
        .withMessage("leastGaps (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttentionRule.LongAbsent(-1))
        .withMessage("days (-1.0) must be finite, 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttentionRule.Fixed(0, 3, Optional.empty()))
        .withMessage("leastPurchases (0) must be at least 1");
    AttentionRule dear = new AttentionRule.Fixed(1, 0, Optional.of(Money.of("USD", 30)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.calculate(log, day(50)).list(dear))
        .withMessage("averageOver (USD 30.00) must not be asked for: no amounts are known");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UsualGap(3, 2, 5))
        .withMessage("gap (3.0, 2.0, 5.0) must be 0 to 1e8, and rise");
    assertThat(OWN.with(QuantileType.HF1).calculate(log, day(50)).pooling())
        .isEqualTo("HF1 of own gaps");
  }

  @Test
  void refusesAGapThatNoCalendarHolds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UsualGap(1, 2, 1e300))
        .withMessage("gap (1.0, 2.0, 1.0E300) must be 0 to 1e8, and rise");
    assertThat(new UsualGap(-0.0, -0.0, 1)).isEqualTo(new UsualGap(0, 0, 1));
  }
}
