package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.purchase.BgBb;
import io.github.retention4j.purchase.ExpectedSpend;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.OpportunityHistory;
import io.github.retention4j.purchase.OpportunitySample;
import io.github.retention4j.purchase.SpendScope;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;
import java.util.Currency;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OpportunityLifetimeValueTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final double ROUNDING = 1e-10;

  /** The donors of the paper. */
  private static final BgBb DONORS = new BgBb(1.204, 0.750, 0.657, 2.783);

  /** The population gives 2 * 30 / (3 - 1) = 30 a time. */
  private static final GammaGamma GIFTS = new GammaGamma(2, 3, 30);

  private static final OpportunityDiscounting ENDLESS =
      OpportunityDiscounting.endless(Granularity.YEAR, DiscountRate.yearly(0.1));

  /** Five donors without another gift, and three with two gifts of 45 on average. */
  private static final OpportunitySample SAMPLE =
      OpportunitySample.of(new int[] {0, 2}, new int[] {0, 3}, new int[] {6, 6}, new int[] {5, 3})
          .withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, new double[] {0, 45});

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void valuesRowsByTheirDert() {
    OpportunityLifetimeValue value =
        OpportunityLifetimeValueCalculator.withDefaults()
            .with(ENDLESS)
            .withMarginShare(0.5)
            .calculate(DONORS, GIFTS, SAMPLE);
    double none = DONORS.discountedPurchases(new OpportunityHistory(0, 0, 6), 0.1);
    double two = DONORS.discountedPurchases(new OpportunityHistory(2, 3, 6), 0.1);
    assertThat(value.rows()).isEqualTo(2);
    assertThat(value.customers(0)).isEqualTo(5);
    assertThat(value.discountedPurchases(0)).isEqualTo(none);
    assertThat(value.discountedPurchases(1)).isEqualTo(two);
    // 2 (30 + 90) / (4 + 3 - 1) = 40 a gift of those with two gifts.
    assertThat(value.expectedSpend(1)).isEqualTo(new ExpectedSpend.Finite(40));
    assertThat(value.value(1).orElseThrow().amount()).isCloseTo(20 * two, within(ROUNDING));
    double all = 5 * 15 * none + 3 * 20 * two;
    assertThat(value.total().customers()).isEqualTo(8);
    assertThat(value.total().total().orElseThrow().amount()).isCloseTo(all, within(ROUNDING));
    assertThat(value.totalsBy(row -> row == 0 ? "none" : "some").values())
        .extracting(CustomerGroupValue::customers)
        .containsExactly(5, 3);
    assertThat(value).hasToString("8 customers, " + value.total().total().orElseThrow());
    assertThat(value.assumptions())
        .isEqualTo(
            "margin share 0.5 of the expected spend, times the purchases at all opportunities to"
                + " come, one a year, discount rate 0.1 a year; frequency and spend do not hang"
                + " together");
  }

  /** One by one: what the expectation grows by at each opportunity, over (1 + d)^i. */
  @Test
  void theNextOpportunitiesTendToAll() {
    OpportunityHistory history = new OpportunityHistory(2, 3, 6);
    double sum = 0;
    double before = 0;
    for (int i = 1; i <= 400; i++) {
      double expected = DONORS.expectedPurchases(history, i);
      sum += (expected - before) / Math.pow(1.1, i);
      before = expected;
      if (i == 5) {
        assertThat(next(5).discountedPurchases(DONORS, history)).isCloseTo(sum, within(1e-12));
      }
    }
    // What comes after 400 years counts 1.1^-400 and less.
    assertThat(ENDLESS.discountedPurchases(DONORS, history)).isCloseTo(sum, within(1e-10));
    assertThat(next(400).discountedPurchases(DONORS, history)).isCloseTo(sum, within(1e-10));
    assertThat(next(3))
        .hasToString(
            "the purchases at the next 3 opportunities, one a year, discount rate 0.1 a year");
  }

  private static OpportunityDiscounting next(int opportunities) {
    return OpportunityDiscounting.next(opportunities, Granularity.YEAR, DiscountRate.yearly(0.1));
  }

  @Test
  void aYearlyRateIsNeverUsedPerMonth() {
    OpportunityHistory history = new OpportunityHistory(2, 3, 6);
    double monthly = Math.expm1(Math.log(1.1) / 12);
    assertThat(
            OpportunityDiscounting.endless(Granularity.MONTH, DiscountRate.yearly(0.1))
                .discountedPurchases(DONORS, history))
        .isCloseTo(DONORS.discountedPurchases(history, monthly), within(1e-9));
  }

  @Test
  void newDonorsAndInfiniteSpend() {
    OpportunityLifetimeValueCalculator defaults = OpportunityLifetimeValueCalculator.withDefaults();
    // The next opportunity, undiscounted: E(p) E(1 - theta).
    double next = 1.204 / 1.954 * (2.783 / 3.440);
    assertThat(defaults.newCustomer(DONORS, GIFTS, USD).afterFirstPurchase().orElseThrow().amount())
        .isCloseTo(30 * next, within(ROUNDING));
    OpportunityLifetimeValue heavy = defaults.calculate(DONORS, new GammaGamma(2, 0.5, 30), SAMPLE);
    assertThat(heavy.value(0)).isEmpty();
    assertThat(heavy.total()).isEqualTo(new CustomerGroupValue(8, Optional.empty()));
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    OpportunitySample without =
        OpportunitySample.of(new int[1], new int[1], new int[1], new int[] {1});
    refuses(
        () -> OpportunityLifetimeValueCalculator.withDefaults().calculate(DONORS, GIFTS, without),
        "sample (1 rows of 1 customers) must have mean spends");
    refuses(
        () -> OpportunityDiscounting.endless(Granularity.YEAR, DiscountRate.NONE),
        "discount (none) must be over 0 for opportunities without end");
    refuses(
        () -> OpportunityDiscounting.next(0, Granularity.YEAR, DiscountRate.NONE),
        "opportunities (0) must be at least 1");
    refuses(
        () -> OpportunityDiscounting.next(1, Granularity.WEEK, DiscountRate.yearly(0.1)),
        "period (WEEK) must have an exact ratio to that of the discount rate, YEAR: state the rate"
            + " per WEEK instead");
  }

  /** After a thousand years at 10 % nothing is left to add. */
  @Test
  void countsAsManyOpportunitiesAsAnyoneHas() {
    BgBb model = new BgBb(1.204, 0.750, 0.657, 2.783);
    OpportunityHistory history = new OpportunityHistory(2, 4, 6);
    DiscountRate tenth = DiscountRate.yearly(0.1);
    double endless =
        OpportunityDiscounting.endless(Granularity.YEAR, tenth).discountedPurchases(model, history);
    assertThat(
            OpportunityDiscounting.next(1_000_000, Granularity.YEAR, tenth)
                .discountedPurchases(model, history))
        .isCloseTo(endless, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OpportunityDiscounting.next(Integer.MAX_VALUE, Granularity.YEAR, tenth))
        .withMessage("opportunities (2147483647) must be at most 1000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PeriodicDiscounting(1_000_001, TimeScale.WEEK, tenth))
        .withMessage("periods (1000001) must be at most 1000000");
  }
}
