package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PurchaseSampleTest {

  private static final Currency USD = Currency.getInstance("USD");

  /** Numbers of a few operations in double precision. */
  private static final double ROUNDING = 1e-12;

  private static final PurchaseSample SAMPLE =
      PurchaseSample.of(
          TimeScale.WEEK, new int[] {2, 0, 2}, new double[] {3, 0, 3}, new double[] {4, 4, 4});

  private static PurchaseSample of(int purchases, double recency, double age) {
    return PurchaseSample.of(
        TimeScale.WEEK, new int[] {0, purchases}, new double[] {0, recency}, new double[] {5, age});
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void givesBackItsRows() {
    assertThat(SAMPLE.size()).isEqualTo(3);
    assertThat(SAMPLE.history(0)).isEqualTo(new PurchaseHistory(2, 3, 4));
    assertThat(SAMPLE.history(1)).isEqualTo(PurchaseHistory.withoutRepeats(4));
    assertThat(SAMPLE.customers()).extracting(CustomerId::value).containsExactly("1", "2", "3");
    assertThat(SAMPLE.rowOf(CustomerId.of(3))).hasValue(2);
    assertThat(SAMPLE.rowOf(CustomerId.of(4))).isEmpty();
    assertThat(SAMPLE.repeatPurchases()).isEqualTo(4);
    assertThat(SAMPLE.repeatCustomers()).isEqualTo(2);
    assertThat(SAMPLE.firstPurchase(0)).isEmpty();
    assertThat(SAMPLE.logIntervals(0)).isEmpty();
    assertThat(SAMPLE.spend()).isEmpty();
    assertThat(SAMPLE.holdout()).isEmpty();
    assertThat(SAMPLE).hasToString("3 customers, 2 with 4 repeat purchases, in weeks");
  }

  @Test
  void theUnitScalesTimesOnly() {
    PurchaseSample days = SAMPLE.withHoldout(2, new int[] {1, 0, 0}).with(TimeScale.DAY);
    assertThat(days.history(0)).isEqualTo(new PurchaseHistory(2, 21, 28));
    assertThat(days.holdout().orElseThrow().length(TimeScale.DAY)).isEqualTo(14);
    assertThat(days)
        .hasToString(
            "3 customers, 2 with 4 repeat purchases, in days, with a holdout of 14.0 days");
    PurchaseSample continuous =
        PurchaseSample.of(TimeScale.WEEK, new int[] {1}, new double[] {0.31}, new double[] {0.5});
    assertThat(continuous.history(0)).isEqualTo(new PurchaseHistory(1, 0.31, 0.5));
    assertThat(continuous.with(TimeScale.DAY).history(0).age()).isEqualTo(3.5);
  }

  @Test
  void groupsEqualHistoriesOfWholeDaysInOrder() {
    GroupedHistories grouped = SAMPLE.grouped();
    assertThat(grouped.purchases).containsExactly(0, 2);
    assertThat(grouped.recencyDays).containsExactly(0, 21);
    assertThat(grouped.ageDays).containsExactly(28, 28);
    assertThat(grouped.recency).containsExactly(0, 3);
    assertThat(grouped.age).containsExactly(4, 4);
    assertThat(grouped.weight).containsExactly(1, 2);
    assertThat(grouped.groupOf).containsExactly(1, 0, 1);
    assertThat(grouped.history(1)).isEqualTo(new PurchaseHistory(2, 3, 4));
  }

  @Test
  void groupsByLogIntervalsWhereAsked() {
    double equal = 2 * Math.log(1.5);
    double unequal = Math.log(1) + Math.log(2);
    PurchaseSample sample = SAMPLE.withLogIntervals(new double[] {equal, 0, unequal});
    GroupedHistories grouped = sample.groupedWithLogIntervals();
    assertThat(grouped.size()).isEqualTo(3);
    assertThat(grouped.logIntervals[1]).isCloseTo(unequal, within(ROUNDING));
    assertThat(grouped.logIntervals[2]).isCloseTo(equal, within(ROUNDING));
    assertThat(grouped.groupOf).containsExactly(2, 0, 1);
    assertThat(sample.logIntervals(0).orElseThrow()).isCloseTo(equal, within(ROUNDING));
    assertThat(sample.with(TimeScale.DAY).logIntervals(0).orElseThrow())
        .isCloseTo(2 * Math.log(10.5), within(ROUNDING));
    assertThat(sample.grouped().size()).isEqualTo(2);
  }

  @Test
  void leavesTimesBetweenDaysUngrouped() {
    PurchaseSample sample =
        PurchaseSample.of(
            TimeScale.WEEK,
            new int[] {1, 0, 0},
            new double[] {0.31, 0, 0},
            new double[] {0.5, 0.5, 0.5});
    GroupedHistories grouped = sample.grouped();
    assertThat(grouped.areWholeDays()).isFalse();
    assertThat(grouped.age).containsExactly(0.5, 0.5, 0.5);
    assertThat(grouped.purchases).containsExactly(1, 0, 0);
    assertThat(grouped.weight).containsExactly(1, 1, 1);
    assertThat(grouped.groupOf).containsExactly(0, 1, 2);
  }

  @Test
  void takesPrintedWeeksAsWholeDays() {
    PurchaseSample sample =
        PurchaseSample.of(
            TimeScale.WEEK, new int[] {2}, new double[] {30.428571}, new double[] {38.857143});
    assertThat(sample.history(0)).isEqualTo(new PurchaseHistory(2, 213 / 7.0, 272 / 7.0));
    PurchaseSample rounded =
        PurchaseSample.of(
            TimeScale.WEEK, new int[] {2}, new double[] {30.43}, new double[] {38.86});
    assertThat(rounded.history(0)).isEqualTo(new PurchaseHistory(2, 30.43, 38.86));
  }

  @Test
  void carriesMeanSpend() {
    double[] mean = {20.5, 0, 20.5};
    PurchaseSpend spend =
        SAMPLE.withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, mean).spend().orElseThrow();
    assertThat(spend.mean(0)).hasValue(20.5);
    assertThat(spend.mean(1)).isEmpty();
    assertThat(spend.purchases(0)).isEqualTo(2);
    assertThat(spend.currency()).isEqualTo(USD);
    assertThat(spend.scope()).isEqualTo(SpendScope.REPEAT_PURCHASES);
    GroupedSpend grouped = spend.grouped();
    assertThat(grouped.size()).isEqualTo(1);
    assertThat(grouped.purchases).containsExactly(2);
    assertThat(grouped.mean).containsExactly(20.5);
    assertThat(grouped.weight).containsExactly(2);
    double[] all = {7, 5, 3};
    GroupedSpend withFirst =
        SAMPLE.withMeanSpend(SpendScope.ALL_PURCHASES, USD, all).spend().orElseThrow().grouped();
    assertThat(withFirst.purchases).containsExactly(1, 3, 3);
    assertThat(withFirst.mean).containsExactly(5, 3, 7);
  }

  @Test
  void carriesAHoldout() {
    PurchaseSample sample = SAMPLE.withHoldout(39, new int[] {1, 0, 4});
    PurchaseHoldout holdout = sample.holdout().orElseThrow();
    assertThat(holdout.length(TimeScale.WEEK)).isEqualTo(39);
    assertThat(holdout.purchases(2)).isEqualTo(4);
    assertThat(holdout.purchases()).isEqualTo(5);
    assertThat(holdout.spend(0)).isEmpty();
  }

  @Test
  void refusesHistoriesThatCannotBeAndNamesTheCustomer() {
    refuses(() -> of(1, 6, 5), "customer 2: recency (6.0) must be from 0 to age (5.0)");
    refuses(() -> of(0, 1, 5), "customer 2: recency (1.0) must be 0 without repeat purchases (0)");
    refuses(
        () -> of(1, 0, 5), "customer 2: recency (0.0) must be over 0 with repeat purchases (1)");
    refuses(() -> of(-1, 0, 5), "customer 2: purchases (-1) must be 0 or more");
    refuses(() -> of(0, 0, Double.NaN), "customer 2: age (NaN) must be finite and 0 or more");
    refuses(() -> of(1, Double.NaN, 5), "customer 2: recency (NaN) must be from 0 to age (5.0)");
    refuses(() -> of(0, 0, -1), "customer 2: age (-1.0) must be finite and 0 or more");
  }

  @Test
  void refusesColumnsThatDoNotFit() {
    double[] one = {1};
    refuses(
        () -> PurchaseSample.of(TimeScale.DAY, new int[0], new double[0], new double[0]),
        "customers (0) must be at least one");
    refuses(
        () -> PurchaseSample.of(TimeScale.DAY, new int[] {0, 0}, one, one),
        "recency (1) must be as many as customers (2)");
    CustomerId ann = CustomerId.of("Ann");
    refuses(
        () ->
            PurchaseSample.of(
                List.of(ann, ann), TimeScale.DAY, new int[2], new double[2], new double[2]),
        "customer (Ann) must come once only");
    refuses(() -> SAMPLE.withLogIntervals(one), "sums (1) must be as many as customers (3)");
  }

  @Test
  void refusesSpendThatCannotBeAndNamesTheCustomer() {
    refuses(
        () -> SAMPLE.withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, new double[] {1, 0, 0}),
        "mean spend (0.0) of customer 3 must be over 0 and finite");
    refuses(
        () -> SAMPLE.withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, new double[] {-1, 0, 1}),
        "mean spend (-1.0) of customer 1 must be over 0 and finite");
    refuses(
        () ->
            SAMPLE.withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, new double[] {1, 0, Double.NaN}),
        "mean spend (NaN) of customer 3 must be over 0 and finite");
    refuses(
        () -> SAMPLE.withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, new double[] {1, 2, 3}),
        "mean spend (2.0) of customer 2 must be 0 without purchases in the scope");
  }

  @Test
  void refusesLogIntervalsThatCannotBeAndNamesTheCustomer() {
    refuses(
        () -> SAMPLE.withLogIntervals(new double[] {1, 0, 0}),
        "sum (1.0) of log intervals of customer 1 must be finite and at most "
            + 2 * Math.log(1.5)
            + ", that of equal intervals");
    refuses(
        () -> SAMPLE.withLogIntervals(new double[] {0, 0.1, 0}),
        "sum (0.1) of log intervals of customer 2 must be 0 without repeat purchases");
  }

  @Test
  void refusesAHoldoutThatCannotBe() {
    refuses(() -> SAMPLE.withHoldout(0, new int[3]), "length (0.0) must be over 0 and finite");
    refuses(
        () -> SAMPLE.withHoldout(1, new int[] {0, -2, 0}),
        "purchases (-2) of customer 2 in the holdout must be 0 or more");
  }
}
