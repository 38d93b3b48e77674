package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.ExpectedSpend;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.SpendScope;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelLifetimeValueTest {

  private static final double ROUNDING = 1e-12;
  private static final PurchaseHistory ANYBODY = PurchaseHistory.withoutRepeats(1);

  /** 10 purchases a year of 365 days while a customer stays, which is 2 years on average. */
  private static final SteadyBuyers WEEKLY =
      new SteadyBuyers(10 / 365.0, 0.5 / 365, TimeScale.WEEK);

  /** The population spends 2 * 30 / (3 - 1) = 30 a time. */
  private static final GammaGamma SPEND = new GammaGamma(2, 3, 30);

  private static final ContinuousDiscounting ENDLESS =
      new ContinuousDiscounting(DiscountRate.yearly(0.1), TimeScale.YEAR_OF_365_DAYS);

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  /** Two customers without repeats, and one with two of 45. */
  private static PurchaseSample sample(TimeScale timeScale) {
    return PurchaseSample.of(
            timeScale, new int[] {0, 2, 0}, new double[] {0, 3, 0}, new double[] {5, 9, 9})
        .withMeanSpend(
            SpendScope.REPEAT_PURCHASES, Currency.getInstance("EUR"), new double[] {0, 45, 0});
  }

  @Test
  void aYearlyRateIsNeverUsedPerWeek() {
    assertThat(ENDLESS.force(TimeScale.WEEK)).isCloseTo(Math.log(1.1) * 7 / 365, within(1e-17));
    assertThat(ENDLESS.force(TimeScale.YEAR_OF_365_DAYS)).isEqualTo(Math.log1p(0.1));
    assertThat(
            new ContinuousDiscounting(
                    new DiscountRate(0.01, Granularity.MONTH), TimeScale.MEAN_YEAR)
                .force(TimeScale.MEAN_YEAR))
        .isCloseTo(12 * Math.log(1.01), within(ROUNDING));
    assertThat(
            new ContinuousDiscounting(DiscountRate.yearly(0.15), TimeScale.MEAN_YEAR)
                .force(TimeScale.WEEK))
        .isCloseTo(0.002679, within(5e-7));
  }

  @Test
  void discountsWithoutEnd() {
    // 10 a year over 0.5 + ln 1.1 a year.
    double expected = 10 / (0.5 + Math.log(1.1));
    for (TimeScale scale : TimeScale.values()) {
      SteadyBuyers model = new SteadyBuyers(10 / 365.0, 0.5 / 365, scale);
      assertThat(ENDLESS.discountedPurchases(model, ANYBODY))
          .isCloseTo(expected, within(ROUNDING * expected));
    }
  }

  /** Period by period: what the expectation grows by, over (1 + d)^i. */
  @Test
  void discountsByPeriods() {
    PeriodicDiscounting months =
        new PeriodicDiscounting(
            12, TimeScale.THIRTY_DAYS, new DiscountRate(0.01, Granularity.MONTH));
    double expected = 0;
    for (int i = 1; i <= 12; i++) {
      double before = WEEKLY.expectedPurchases((i - 1) * 30 / 7.0);
      expected += (WEEKLY.expectedPurchases(i * 30 / 7.0) - before) / Math.pow(1.01, i);
    }
    assertThat(months.discountedPurchases(WEEKLY, ANYBODY))
        .isCloseTo(expected, within(ROUNDING * expected));
    assertThat(
            new PeriodicDiscounting(3, TimeScale.WEEK, DiscountRate.NONE)
                .discountedPurchases(WEEKLY, ANYBODY))
        .isEqualTo(WEEKLY.expectedPurchases(3));
    assertThat(PeriodicDiscounting.discountedPurchases(WEEKLY, ANYBODY, 1, 4.345, 0.25))
        .isCloseTo(WEEKLY.expectedPurchases(4.345) / 1.25, within(ROUNDING));
  }

  /** More and shorter periods come close to continuous time. */
  @Test
  void periodsTendToContinuousTime() {
    PeriodicDiscounting days =
        new PeriodicDiscounting(
            20_000,
            TimeScale.DAY,
            new DiscountRate(Math.expm1(Math.log(1.1) / 365), Granularity.DAY));
    double endless = ENDLESS.discountedPurchases(WEEKLY, ANYBODY);
    // Half a day's discount, 1.3e-4, is the error of taking purchases at the end of the day.
    assertThat(days.discountedPurchases(WEEKLY, ANYBODY))
        .isBetween(endless * (1 - 1.4e-4), endless);
  }

  @Test
  void valuesCustomersAndTheirTotal() {
    ModelLifetimeValue value =
        ModelLifetimeValueCalculator.withDefaults()
            .with(ENDLESS)
            .withMarginShare(0.4)
            .calculate(WEEKLY, SPEND, sample(TimeScale.WEEK));
    double purchases = 10 / (0.5 + Math.log(1.1));
    // 2 (30 + 90) / (4 + 3 - 1) = 40 for the customer with two purchases.
    double[] spend = {30, 40, 30};
    for (int row = 0; row < 3; row++) {
      assertThat(value.discountedPurchases(row)).isCloseTo(purchases, within(1e-11));
      assertThat(value.expectedSpend(row)).isEqualTo(new ExpectedSpend.Finite(spend[row]));
      assertThat(value.value(row).orElseThrow().amount())
          .isCloseTo(0.4 * spend[row] * purchases, within(1e-10));
    }
    assertThat(value.total().customers()).isEqualTo(3);
    MonetaryEstimate total = value.total().total().orElseThrow();
    assertThat(total.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(total.amount()).isCloseTo(0.4 * 100 * purchases, within(1e-10));
    assertThat(value.total().mean().orElseThrow().amount())
        .isCloseTo(total.amount() / 3, within(1e-10));
    assertThat(value).hasToString("3 customers, " + total);
    assertThat(value.customers()).hasSize(3);
    assertThat(value.assumptions())
        .isEqualTo(
            "margin share 0.4 of the expected spend, times all purchases to come, discounted"
                + " continuously at 0.1 a year, in years of 365 days; frequency and spend do not"
                + " hang together");
  }

  @Test
  void totalsOfCohortsAddUp() {
    ModelLifetimeValue value =
        ModelLifetimeValueCalculator.withDefaults()
            .calculate(WEEKLY, SPEND, sample(TimeScale.WEEK));
    SortedMap<String, CustomerGroupValue> cohorts =
        value.totalsBy(row -> row == 0 ? "young" : "old");
    assertThat(cohorts.keySet()).containsExactly("old", "young");
    assertThat(cohorts.values()).extracting(CustomerGroupValue::customers).containsExactly(2, 1);
    assertThat(cohorts.values())
        .last()
        .satisfies(young -> assertThat(young.total()).isEqualTo(value.value(0)));
    double sum =
        cohorts.values().stream().mapToDouble(group -> group.total().orElseThrow().amount()).sum();
    assertThat(sum).isCloseTo(value.total().total().orElseThrow().amount(), within(ROUNDING * sum));
    // The default is a mean year without discount.
    assertThat(value.discountedPurchases(0))
        .isCloseTo(WEEKLY.expectedPurchases(365.2425 / 7), within(ROUNDING));
    assertThat(value.assumptions())
        .contains("the purchases of the next 12 mean months, each at the end of its period,")
        .contains("discount rate none");
  }

  /** With q of 0.5 customers of whom nothing is known have an infinite expected spend. */
  @Test
  void anInfiniteSpendHasNoValueAndSaysSo() {
    ModelLifetimeValue value =
        ModelLifetimeValueCalculator.withDefaults()
            .calculate(WEEKLY, new GammaGamma(2, 0.5, 30), sample(TimeScale.WEEK));
    assertThat(value.value(0)).isEmpty();
    assertThat(value.expectedSpend(0)).isEqualTo(new ExpectedSpend.Infinite(0.5));
    assertThat(value.value(1)).isPresent();
    assertThat(value.total()).isEqualTo(new CustomerGroupValue(3, Optional.empty()));
    assertThat(value.total().mean()).isEmpty();
    assertThat(value).hasToString("3 customers, of infinite expected spend");
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    ModelLifetimeValueCalculator calculator = ModelLifetimeValueCalculator.withDefaults();
    refuses(
        () -> calculator.calculate(WEEKLY, SPEND, sample(TimeScale.DAY)),
        "unit of the model (weeks) must be that of the sample (days): fit the model on the sample,"
            + " or change the unit of the sample");
    PurchaseSample without =
        PurchaseSample.of(TimeScale.WEEK, new int[1], new double[1], new double[1]);
    refuses(
        () -> calculator.calculate(WEEKLY, SPEND, without),
        "sample (" + without + ") must have mean spends");
    refuses(() -> calculator.withMarginShare(2), "marginShare (2.0) must be finite and at most 1");
    refuses(
        () -> new ContinuousDiscounting(DiscountRate.NONE, TimeScale.MEAN_YEAR),
        "discount (none) must be over 0 for purchases without end");
    refuses(
        () -> new ContinuousDiscounting(DiscountRate.yearly(0.1), TimeScale.WEEK),
        "period (WEEK) must have an exact ratio to that of the discount rate, YEAR: state the rate"
            + " per WEEK instead");
    refuses(
        () -> new PeriodicDiscounting(5, TimeScale.DAY, DiscountRate.yearly(0.1)),
        "period (DAY) must have an exact ratio to that of the discount rate, YEAR: state the rate"
            + " per DAY instead");
    refuses(
        () -> new PeriodicDiscounting(0, TimeScale.DAY, DiscountRate.NONE),
        "periods (0) must be at least 1");
    refuses(() -> new CustomerGroupValue(0, Optional.empty()), "customers (0) must be at least 1");
  }
}
