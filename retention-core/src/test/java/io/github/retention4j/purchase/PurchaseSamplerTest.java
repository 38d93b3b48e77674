package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseSamplerTest {

  /** A sum of a few logarithms in double precision. */
  private static final double ROUNDING = 1e-12;

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = START.plusDays(60);
  private static final LocalDate SPLIT = START.plusDays(29);
  private static final PurchaseSampler SAMPLER = PurchaseSampler.withDefaults();

  private static Event buy(String customer, int day, String amount) {
    return Event.of(CustomerId.of(customer), START.plusDays(day), Money.of("USD", amount));
  }

  private static Event visit(String customer, int day) {
    return Event.of(CustomerId.of(customer), START.plusDays(day));
  }

  private static EventLog log(Event... events) {
    return EventLog.of(Arrays.asList(events), END);
  }

  private static final EventLog LOG =
      log(
          buy("Ann", 0, "100"),
          buy("Ann", 7, "10"),
          buy("Ann", 21, "5"),
          buy("Ann", 21, "15"),
          buy("Ann", 30, "7"),
          buy("Ann", 30, "1"),
          buy("Bob", 28, "50"),
          buy("Cleo", 29, "1"));

  @Test
  void splitsAtTheEndOfCalibration() {
    PurchaseSample sample = SAMPLER.withCalibrationEnd(SPLIT).sample(LOG);
    assertThat(sample.customers()).extracting(CustomerId::value).containsExactly("Ann", "Bob");
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(2, 3, 4));
    assertThat(sample.history(1)).isEqualTo(PurchaseHistory.withoutRepeats(0));
    assertThat(sample.firstPurchase(1)).hasValue(START.plusDays(28));
    PurchaseHoldout holdout = sample.holdout().orElseThrow();
    assertThat(holdout.length(TimeScale.DAY)).isEqualTo(31);
    assertThat(holdout.purchases(0)).isEqualTo(1);
    assertThat(holdout.spend(0)).hasValue(8);
    assertThat(holdout.purchases(1)).isZero();
    assertThat(holdout.spend(1)).hasValue(0);
    assertThat(sample)
        .hasToString(
            "2 customers, 1 with 2 repeat purchases, in weeks, with spend in USD,"
                + " with a holdout of "
                + 31 / 7.0
                + " weeks");
  }

  @Test
  void takesAllObservedTimeByDefault() {
    PurchaseSample sample = SAMPLER.with(TimeScale.DAY).sample(LOG);
    assertThat(sample.size()).isEqualTo(3);
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(3, 30, 59));
    assertThat(sample.holdout()).isEmpty();
  }

  @Test
  void averagesSpendOverRepeatPurchasesByDefault() {
    PurchaseSpend spend = SAMPLER.withCalibrationEnd(SPLIT).sample(LOG).spend().orElseThrow();
    assertThat(spend.purchases(0)).isEqualTo(2);
    assertThat(spend.mean(0)).hasValue(15);
    assertThat(spend.mean(1)).isEmpty();
    assertThat(spend.currency()).isEqualTo(Currency.getInstance("USD"));
  }

  @Test
  void averagesSpendOverAllPurchasesIfAsked() {
    PurchaseSpend spend =
        SAMPLER
            .withCalibrationEnd(SPLIT)
            .with(SpendScope.ALL_PURCHASES)
            .sample(LOG)
            .spend()
            .orElseThrow();
    assertThat(spend.purchases(0)).isEqualTo(3);
    assertThat(spend.mean(0).orElseThrow()).isEqualTo(130.0 / 3);
    assertThat(spend.mean(1)).hasValue(50);
  }

  @Test
  void countsEachPurchaseOfADayIfAsked() {
    EventLog log =
        log(buy("Ann", 0, "1"), buy("Ann", 0, "1"), buy("Ann", 3, "4"), buy("Ann", 3, "2"));
    PurchaseSample sample =
        SAMPLER.with(TimeScale.DAY).with(SameDayPurchases.EACH_COUNTS).sample(log);
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(2, 3, 59));
    assertThat(sample.spend().orElseThrow().purchases(0)).isEqualTo(2);
    assertThat(sample.spend().orElseThrow().mean(0)).hasValue(3);
    assertThat(sample.logIntervals(0)).isEmpty();
    PurchaseSample split =
        SAMPLER
            .with(SameDayPurchases.EACH_COUNTS)
            .withCalibrationEnd(START.plusDays(2))
            .sample(log);
    assertThat(split.holdout().orElseThrow().purchases(0)).isEqualTo(2);
    assertThat(split.history(0).purchases()).isZero();
  }

  @Test
  void countsAgeToTheEndOfTheLastDayIfAsked() {
    PurchaseSample sample =
        SAMPLER
            .withCalibrationEnd(SPLIT)
            .with(TimeScale.DAY)
            .with(AgeConvention.TO_END_OF_LAST_DAY)
            .sample(LOG);
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(2, 21, 29));
    assertThat(sample.history(1)).isEqualTo(PurchaseHistory.withoutRepeats(1));
  }

  @Test
  void sumsTheLogarithmsOfIntervals() {
    PurchaseSample sample = SAMPLER.withCalibrationEnd(SPLIT).sample(LOG);
    assertThat(sample.logIntervals(0).orElseThrow()).isCloseTo(Math.log(2), within(ROUNDING));
    assertThat(sample.logIntervals(1)).hasValue(0);
    assertThat(sample.with(TimeScale.DAY).logIntervals(0).orElseThrow())
        .isCloseTo(Math.log(7) + Math.log(14), within(ROUNDING));
  }

  @Test
  void averagesOnlyAmountsThatAreKnown() {
    EventLog log = log(visit("Ann", 0), visit("Ann", 3), buy("Ann", 9, "8"));
    PurchaseSpend spend = SAMPLER.sample(log).spend().orElseThrow();
    assertThat(spend.purchases(0)).isEqualTo(1);
    assertThat(spend.mean(0)).hasValue(8);
    assertThat(SAMPLER.sample(log(visit("Ann", 0))).spend()).isEmpty();
  }

  @Test
  void readsAGridOfDays() {
    PeriodAxis days = PeriodAxis.days(new DateRange(START, END));
    PurchaseSampler sampler = SAMPLER.withCalibrationEnd(SPLIT).with(TimeScale.DAY);
    PurchaseSample sample = sampler.sample(ActivityGrid.from(LOG, days));
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(2, 21, 28));
    assertThat(sample.holdout().orElseThrow().purchases(0)).isEqualTo(1);
    assertThat(sample.holdout().orElseThrow().spend(0)).isEmpty();
    assertThat(sample.spend()).isEmpty();
    assertThat(
            sampler
                .with(SameDayPurchases.EACH_COUNTS)
                .sample(ActivityGrid.from(LOG, days))
                .history(0)
                .purchases())
        .isEqualTo(3);
    PeriodAxis weeks = PeriodAxis.isoWeeks(new DateRange(START, END));
    assertThatThrownBy(() -> sampler.sample(ActivityGrid.from(LOG, weeks)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("axis (" + weeks + ") must be one of days");
  }

  @Test
  void refusesZeroSpendUnlessItIsLeftOut() {
    EventLog log = log(buy("Ann", 0, "3"), buy("Ann", 5, "0"), buy("Bob", 0, "0"));
    assertThatThrownBy(() -> SAMPLER.sample(log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "mean spend (0) of customer Ann must be over 0; ZeroSpend.LEAVE_OUT does without it");
    PurchaseSample sample = SAMPLER.with(ZeroSpend.LEAVE_OUT).sample(log);
    assertThat(sample.history(0).purchases()).isEqualTo(1);
    assertThat(sample.spend().orElseThrow().mean(0)).isEmpty();
  }

  @Test
  void refusesWhatItCannotSample() {
    assertThatThrownBy(() -> SAMPLER.sample(log(buy("Ann", 3, "-1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amount (-1.00) of customer Ann on 2024-01-04 must be 0 or more: refunds are no"
                + " purchases");
    assertThatThrownBy(() -> SAMPLER.withCalibrationEnd(START).sample(LOG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customers (0) with a purchase before 2024-01-01 must be at least one");
    assertThatThrownBy(() -> SAMPLER.withCalibrationEnd(END.plusDays(1)).sample(LOG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "calibrationEndExclusive (2024-03-02) must not be after the end of observation"
                + " (2024-03-01)");
  }

  @Test
  void theOrderOfEventsDoesNotMatter() {
    List<Event> events = LOG.events().sorted((a, b) -> b.date().compareTo(a.date())).toList();
    PurchaseSample sample = SAMPLER.withCalibrationEnd(SPLIT).sample(EventLog.of(events, END));
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(2, 3, 4));
  }

  @Test
  void refusesAGridOfAmountsWithARefund() {
    PeriodAxis days = PeriodAxis.days(new DateRange(START, END));
    AmountGrid grid = AmountGrid.from(log(buy("Ann", 0, "10"), buy("Ann", 3, "-4")), days);
    assertThatThrownBy(() -> SAMPLER.sample(grid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "amount (-4.00) of customer Ann on 2024-01-04 must be 0 or more: refunds are no"
                + " purchases");
    AmountGrid months =
        AmountGrid.from(log(buy("Ann", 0, "10")), PeriodAxis.months(new DateRange(START, END)));
    assertThatThrownBy(() -> SAMPLER.sample(months)).hasMessageEndingWith("must be one of days");
  }
}
