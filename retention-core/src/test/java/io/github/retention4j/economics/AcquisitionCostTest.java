package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.clv.Payback;
import io.github.retention4j.clv.PaybackInterval;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AcquisitionCostTest {

  private static final AcquisitionSpend SPEND =
      new AcquisitionSpend(Money.of("USD", 30_000), Money.of("USD", 20_000), 120, 80);

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static PeriodicMargin monthly(double amount) {
    return new PeriodicMargin(usd(amount), Granularity.MONTH);
  }

  private static double cost(AcquisitionCostBasis basis) {
    return SPEND.per(basis).orElseThrow().value().amount();
  }

  @Test
  void theBasisDecidesWhatACustomerCosts() {
    assertThat(cost(AcquisitionCostBasis.BLENDED)).isCloseTo(250, within(1e-9));
    assertThat(cost(AcquisitionCostBasis.PAID)).isCloseTo(250, within(1e-9));
    assertThat(cost(AcquisitionCostBasis.PAID_FULLY_LOADED))
        .isCloseTo(50_000 / 120.0, within(1e-9));
    AcquisitionSpend free = new AcquisitionSpend(Money.of("USD", 5), Money.of("USD", 0), 0, 3);
    assertThat(free.per(AcquisitionCostBasis.PAID)).isEmpty();
    assertThat(free.per(AcquisitionCostBasis.BLENDED)).isPresent();
  }

  @Test
  void theIntervalIsThatOfTheNumberWon() {
    AcquisitionCost cost = SPEND.per(AcquisitionCostBasis.BLENDED).orElseThrow();
    MonetaryInterval interval = cost.interval(0.95);
    // R 4.2.2: 50000 / (qchisq(c(0.975, 0.025), 2 * c(201, 200)) / 2)
    assertThat(interval.lower().orElseThrow().amount()).isCloseTo(217.65, within(0.005));
    assertThat(interval.upper().orElseThrow().amount()).isCloseTo(288.62, within(0.005));
    assertThat(cost.toText())
        .isEqualTo(
            "CAC USD 250.00 [USD 217.65, USD 288.62] 95 % Garwood of new customers: USD 50000.00"
                + " for 200 customers, BLENDED = (paid + other) / (new by paid channels +"
                + " organic)\n");
  }

  @Test
  void paysBackOnTheCurveAndInWholeMonths() {
    AcquisitionPayback payback = AcquisitionPayback.of(usd(250), monthly(69.3), 0.95);
    assertThat(payback.continuous().getAsDouble()).isCloseTo(3.87786713338945, within(1e-12));
    assertThat(payback.whole()).isEqualTo(new Payback.After(4, Granularity.MONTH));
    assertThat(payback.toText())
        .isEqualTo(
            """
            Payback of USD 250.00 by USD 69.30 a month: 4 months (3.88 on the curve)
              retention 0.95 assumed, so there is no interval
            """);
    assertThat(AcquisitionPayback.withoutChurn(usd(600), monthly(75)).continuous().getAsDouble())
        .isEqualTo(8);
  }

  @Test
  void neverPaysBackWhereCostTimesChurnReachesTheMargin() {
    AcquisitionPayback never = AcquisitionPayback.of(usd(250), monthly(12.5), 0.95);
    assertThat(never.costTimesChurnOverMargin().getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(never.whole())
        .isEqualTo(new Payback.Never(Payback.Reason.LIFETIME_VALUE_NOT_ABOVE_COST));
    assertThat(never.continuous()).isEmpty();
    assertThat(never.toText()).contains("never, CAC x churn / margin is 1.000");
    AcquisitionPayback loss = AcquisitionPayback.of(usd(250), monthly(-1), 0.95);
    assertThat(loss.whole()).isEqualTo(new Payback.Never(Payback.Reason.MARGIN_NOT_POSITIVE));
    assertThat(loss.costTimesChurnOverMargin()).isEmpty();
    assertThat(loss.toText()).contains("never, the margin is not above 0");
  }

  @Test
  void whereNobodyStaysThereIsNoCurve() {
    AcquisitionPayback once = AcquisitionPayback.of(usd(50), monthly(60), 0);
    assertThat(once.whole()).isEqualTo(new Payback.After(1, Granularity.MONTH));
    assertThat(once.continuous()).isEmpty();
    assertThat(once.toText()).startsWith("Payback of USD 50.00 by USD 60.00 a month: 1 month\n");
  }

  @Test
  void anObservedRateGivesAnInterval() {
    RetentionRate rate =
        new RetentionRate(
            new Proportion(95, 100), Granularity.MONTH, RetentionDefinition.SAME_CUSTOMERS);
    PaybackInterval interval =
        AcquisitionPayback.of(usd(250), monthly(69.3), rate, 0.95).interval().orElseThrow();
    assertThat(interval).hasToString("[4, 5] 95 % Wilson");
    assertThat(AcquisitionPayback.of(usd(900), monthly(69.3), rate, 0.95).toText())
        .contains("[16, not reached] 95 % Wilson");
  }

  @Property
  void theCurveRoundedUpIsTheWholePayback(
      @ForAll @Scale(1) @DoubleRange(min = 1, max = 5000) double cost,
      @ForAll @Scale(1) @DoubleRange(min = 1, max = 500) double margin,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1) double retention) {
    AcquisitionPayback payback = AcquisitionPayback.of(usd(cost), monthly(margin), retention);
    if (payback.whole() instanceof Payback.After after) {
      double continuous = payback.continuous().getAsDouble();
      assertThat(after.periods()).isGreaterThanOrEqualTo((long) Math.ceil(continuous - 1e-6));
      assertThat(after.periods()).isLessThanOrEqualTo((long) Math.ceil(continuous + 1e-6));
    } else {
      assertThat(payback.costTimesChurnOverMargin().getAsDouble()).isGreaterThanOrEqualTo(1 - 1e-9);
    }
  }

  @Test
  void processingAndSupportComeOffTheMargin() {
    UnitMargin margin = new UnitMargin(usd(250), 0.75, 0.03, usd(25), Granularity.MONTH);
    assertThat(margin.margin().amount().amount()).isCloseTo(155, within(1e-9));
    assertThat(margin.margin().per()).isEqualTo(Granularity.MONTH);
  }

  @Test
  void refusesWhatCannotBe() {
    Money some = Money.of("USD", 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AcquisitionSpend(some.negated(), some, 1, 1))
        .withMessage("paid (USD -1.00) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AcquisitionSpend(some, some, -1, 1))
        .withMessage("newByPaid (-1) must be at least 0");
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> new AcquisitionSpend(some, Money.of("EUR", 1), 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AcquisitionCost(AcquisitionCostBasis.PAID, some, 0))
        .withMessage("newCustomers (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AcquisitionCost(AcquisitionCostBasis.PAID, some.negated(), 1))
        .withMessage("spend (USD -1.00) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitMargin(usd(1), 1.5, 0, usd(0), Granularity.MONTH))
        .withMessage("grossMargin (1.5) must be finite and at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AcquisitionPayback.of(usd(0), monthly(1), 0.5))
        .withMessage("acquisitionCost (USD 0.00) must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AcquisitionPayback.of(usd(1), monthly(1), 1.5))
        .withMessage("retention (1.5) must be in [0, 1]");
  }
}
