package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.Work;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueChurnTest {

  /** The 97.5 % point of t with 2 degrees of freedom, p: (2p - 1) / sqrt(2p (1 - p)). */
  private static final double T2 = 0.95 / Math.sqrt(2 * 0.975 * 0.025);

  /** A few roundings. */
  private static final double ROUNDING = 1e-14;

  private static Money usd(long amount) {
    return Money.of("USD", amount);
  }

  /** The example of ChartMogul's page, with 40 new and 5 that came back. */
  private static RevenueMovements movements() {
    return RevenueMovements.from(usd(100))
        .with(RevenueMovement.CHURN, usd(10))
        .with(RevenueMovement.CONTRACTION, usd(10))
        .with(RevenueMovement.EXPANSION, usd(10))
        .with(RevenueMovement.NEW, usd(40))
        .with(RevenueMovement.REACTIVATION, usd(5));
  }

  private static double churn(RevenueLoss loss, ChurnDivisor divisor) {
    return RevenueChurn.of(movements(), loss, divisor).orElseThrow().value();
  }

  @Test
  void lossAndDivisorHaveNames() {
    assertThat(churn(RevenueLoss.CHURN, ChurnDivisor.AT_OPENING)).isEqualTo(0.1);
    assertThat(churn(RevenueLoss.GROSS, ChurnDivisor.AT_OPENING)).isEqualTo(0.2);
    assertThat(churn(RevenueLoss.NET, ChurnDivisor.AT_OPENING)).isEqualTo(0.1);
    assertThat(churn(RevenueLoss.NET_OF_REACTIVATION, ChurnDivisor.AT_OPENING)).isEqualTo(0.05);
    assertThat(churn(RevenueLoss.GROSS, ChurnDivisor.MEAN_OF_OPENING_AND_CLOSING))
        .isCloseTo(20 / 117.5, within(ROUNDING));
    assertThat(churn(RevenueLoss.GROSS, ChurnDivisor.OPENING_PLUS_NEW))
        .isCloseTo(20 / 145.0, within(ROUNDING));
    assertThat(RevenueChurn.of(movements(), RevenueLoss.GROSS, ChurnDivisor.AT_OPENING))
        .get()
        .hasToString("20.00 %, USD 20.00 lost (churn + contraction) of what stood at the opening");
    assertThatThrownBy(
            () -> RevenueChurn.of(movements(), RevenueLoss.GROSS, ChurnDivisor.SUM_OF_DAILY_RATES))
        .hasMessage("divisor (SUM_OF_DAILY_RATES) must come with the movements of each day");
    assertThat(
            RevenueChurn.of(
                RevenueMovements.from(usd(0)), RevenueLoss.GROSS, ChurnDivisor.AT_OPENING))
        .isEmpty();
    assertThatThrownBy(
            () -> new RevenueChurn(RevenueLoss.GROSS, ChurnDivisor.AT_OPENING, usd(1), Double.NaN))
        .hasMessage("value (NaN) must be finite");
  }

  @Test
  void ratesOfDaysAddUp() {
    RevenueMovements none = RevenueMovements.from(usd(0));
    RevenueMovements first = none.with(RevenueMovement.NEW, usd(100));
    RevenueMovements second = RevenueMovements.from(usd(100)).with(RevenueMovement.CHURN, usd(5));
    RevenueMovements third = RevenueMovements.from(usd(95)).with(RevenueMovement.CHURN, usd(19));
    assertThat(RevenueChurn.ofDays(List.of(first, second, third), RevenueLoss.GROSS))
        .hasValueSatisfying(
            churn -> {
              assertThat(churn.value()).isCloseTo(0.05 + 0.2, within(ROUNDING));
              assertThat(churn.lost()).isEqualTo(usd(24));
              assertThat(churn.divisor()).isEqualTo(ChurnDivisor.SUM_OF_DAILY_RATES);
            });
    assertThat(RevenueChurn.ofDays(List.of(first), RevenueLoss.GROSS)).isEmpty();
    assertThatThrownBy(() -> RevenueChurn.ofDays(List.of(), RevenueLoss.GROSS))
        .hasMessage("days (0) must be at least one");
  }

  /** 1000 at the opening, 500 new, 62 lost, 12 of them new ones. */
  @Test
  void customersAreLostOfDifferentOnes() {
    CustomerHeads every = CustomerHeads.of(1000, 500, 0, 62);
    LogoChurn atOpening = logos(every, ChurnDivisor.AT_OPENING);
    assertThat(atOpening.value()).isEqualTo(0.062);
    assertThat(atOpening.share()).isEmpty();
    assertThat(atOpening.lost()).isEqualTo(62);
    assertThat(atOpening.interval().method()).contains("Garwood");
    assertThat(atOpening).hasToString("6.20 %, 62 lost of what stood at the opening");
    LogoChurn withNew = logos(every, ChurnDivisor.OPENING_PLUS_NEW);
    assertThat(withNew.share()).hasValue(new Proportion(62, 1500));
    assertThat(withNew.interval().method()).isEqualTo("Wilson");
    assertThat(withNew.divisor()).isEqualTo(ChurnDivisor.OPENING_PLUS_NEW);
    assertThat(logos(every, ChurnDivisor.MEAN_OF_OPENING_AND_CLOSING).value())
        .isCloseTo(62 / 1219.0, within(ROUNDING));
    CustomerHeads net = CustomerHeads.of(1000, 488, 0, 50);
    assertThat(
            LogoChurn.of(net, MovementCounting.NET_OF_PERIOD, ChurnDivisor.AT_OPENING)
                .orElseThrow()
                .share())
        .hasValue(new Proportion(50, 1000));
    assertThat(
            LogoChurn.of(
                CustomerHeads.of(0, 3, 0, 0),
                MovementCounting.NET_OF_PERIOD,
                ChurnDivisor.AT_OPENING))
        .isEmpty();
    assertThatThrownBy(() -> logos(every, ChurnDivisor.SUM_OF_DAILY_RATES))
        .hasMessage("divisor (SUM_OF_DAILY_RATES) must come with the customers of each day");
    List<CustomerHeads> run =
        List.of(CustomerHeads.of(100, 0, 0, 2), CustomerHeads.of(98, 0, 0, 1));
    LogoChurn days = LogoChurn.ofDays(run).orElseThrow();
    assertThat(days.value()).isCloseTo(0.02 + 1 / 98.0, within(ROUNDING));
    LogoChurn again = LogoChurn.ofDays(run).orElseThrow();
    assertThat(days).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo(withNew);
    assertThat(LogoChurn.ofDays(List.of(CustomerHeads.of(0, 1, 0, 0)))).isEmpty();
    assertThatThrownBy(() -> LogoChurn.ofDays(List.of()))
        .hasMessage("days (0) must be at least one");
  }

  private static LogoChurn logos(CustomerHeads heads, ChurnDivisor divisor) {
    return LogoChurn.of(heads, MovementCounting.EVERY_MOVEMENT, divisor).orElseThrow();
  }

  /** Two customers of 50 at the opening, one lost; one of 20 comes on day 3 and goes on day 10. */
  @Test
  void toolsDivideByDifferentThings() {
    DateRange january = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1));
    RevenueGridBuilder builder =
        new RevenueGridBuilder(
            new RevenueShape(
                PeriodAxis.days(january),
                january.endExclusive(),
                Currency.getInstance("USD"),
                0,
                0));
    builder.startCustomer(1);
    builder.step(-1, 50);
    builder.startCustomer(2);
    builder.step(-1, 50);
    builder.step(19, 0);
    builder.startCustomer(3);
    builder.step(2, 20);
    builder.step(9, 0);
    RevenueGrid grid = builder.grid();
    assertThat(customers(ChurnConvention.RECURLY, grid)).isEqualTo(1 / 2.0);
    assertThat(customers(ChurnConvention.CHARTMOGUL, grid)).isEqualTo(1 / 2.0);
    assertThat(customers(ChurnConvention.BAREMETRICS, grid)).isEqualTo(2 / 2.0);
    assertThat(customers(ChurnConvention.STRIPE, grid)).isCloseTo(2 / 3.0, within(ROUNDING));
    assertThat(customers(ChurnConvention.CHARTMOGUL_DAILY, grid))
        .isCloseTo(1 / 3.0 + 1 / 2.0, within(ROUNDING));
    assertThat(revenue(ChurnConvention.CHARTMOGUL, grid)).isEqualTo(0.5);
    assertThat(revenue(ChurnConvention.BAREMETRICS, grid)).isEqualTo(0.7);
    assertThat(revenue(ChurnConvention.STRIPE, grid)).isCloseTo(70 / 120.0, within(ROUNDING));
    assertThat(revenue(ChurnConvention.CHARTMOGUL_DAILY, grid))
        .isCloseTo(20 / 120.0 + 50 / 100.0, within(ROUNDING));
    assertThat(ChurnConvention.CHARTMOGUL.netLoss()).isEqualTo(RevenueLoss.NET_OF_REACTIVATION);
    assertThat(ChurnConvention.CHARTMOGUL.netRevenueChurn(run(ChurnConvention.CHARTMOGUL, grid)))
        .hasValueSatisfying(churn -> assertThat(churn.value()).isEqualTo(0.5));
    assertThatThrownBy(() -> ChurnConvention.STRIPE.customerChurn(List.of()))
        .hasMessage("periods (0) must be at least one");
    assertThatThrownBy(() -> ChurnConvention.STRIPE.grossRevenueChurn(List.of()))
        .hasMessage("periods (0) must be at least one");
    // Taken from the days as one run, who came and went is seen, and the lost are no share.
    assertThat(ChurnConvention.RECURLY.customerChurn(days(grid)).orElseThrow().share()).isEmpty();
  }

  private static double customers(ChurnConvention convention, RevenueGrid grid) {
    return convention.customerChurn(run(convention, grid)).orElseThrow().value();
  }

  private static double revenue(ChurnConvention convention, RevenueGrid grid) {
    return convention.grossRevenueChurn(run(convention, grid)).orElseThrow().value();
  }

  private static List<RevenueBridgePeriod> run(ChurnConvention convention, RevenueGrid grid) {
    return convention.divisor() == ChurnDivisor.SUM_OF_DAILY_RATES
        ? days(grid)
        : RevenueBridgeCalculator.withDefaults()
            .with(convention.counting())
            .calculate(grid, PeriodAxis.months(grid.axis().range()), Work.inThisThread())
            .periods();
  }

  private static List<RevenueBridgePeriod> days(RevenueGrid grid) {
    return RevenueBridgeCalculator.withDefaults().calculate(grid).periods();
  }

  @Test
  void theQuickRatioIsUndefinedWhereNothingWasLost() {
    QuickRatio ratio = QuickRatio.of(movements(), QuickRatioDefinition.WITHOUT_REACTIVATION);
    assertThat(ratio.value()).hasValue(2.5);
    assertThat(ratio.whyUndefined()).isEmpty();
    assertThat(ratio).hasToString("2.50, (new + expansion) / (churn + contraction)");
    assertThat(QuickRatio.of(movements(), QuickRatioDefinition.WITH_REACTIVATION).value())
        .hasValue(2.75);
    QuickRatio none =
        QuickRatio.of(
            RevenueMovements.from(usd(10)).with(RevenueMovement.NEW, usd(100)),
            QuickRatioDefinition.WITHOUT_REACTIVATION);
    assertThat(none.value()).isEmpty();
    assertThat(none.whyUndefined())
        .hasValue("nothing was lost, so that there is nothing to divide by");
    assertThat(none)
        .hasToString(
            "undefined: nothing was lost, so that there is nothing to divide by, (new + expansion)"
                + " / (churn + contraction)");
    assertThatThrownBy(
            () -> new QuickRatio(QuickRatioDefinition.WITH_REACTIVATION, usd(-1), usd(1)))
        .hasMessage("gained (USD -1.00) must be zero or more");
    assertThatThrownBy(
            () -> new QuickRatio(QuickRatioDefinition.WITH_REACTIVATION, usd(1), usd(-1)))
        .hasMessage("lost (USD -1.00) must be zero or more");
  }

  @Test
  void growthCompoundsPerPeriod() {
    RevenueGrowth growth = new RevenueGrowth(usd(100), usd(121), 2);
    assertThat(growth.value()).isEqualTo(0.21);
    assertThat(growth.compoundPerPeriod()).isCloseTo(0.1, within(ROUNDING));
    assertThat(growth).hasToString("21.00 % over 2 periods, from USD 100.00 to USD 121.00");
    assertThat(new RevenueGrowth(usd(100), usd(0), 3).compoundPerPeriod()).isEqualTo(-1);
    assertThat(RevenueGrowth.of(movements(), 1).orElseThrow().value()).isEqualTo(0.35);
    assertThat(RevenueGrowth.of(RevenueMovements.from(usd(0)), 1)).isEmpty();
    assertThatThrownBy(() -> new RevenueGrowth(usd(0), usd(1), 1))
        .hasMessage("opening (USD 0.00) must be over zero");
    assertThatThrownBy(() -> new RevenueGrowth(usd(1), usd(-1), 1))
        .hasMessage("closing (USD -1.00) must be zero or more");
    assertThatThrownBy(() -> new RevenueGrowth(usd(1), usd(1), 0))
        .hasMessage("periods (0) must be at least 1");
  }

  /** 10, 20 and 60: mean 30, standard deviation sqrt(700), t with 2 degrees of freedom 4.3027. */
  @Test
  void averageRevenueIsOfThosePaying() {
    DateRange days = DateRange.ofDays(LocalDate.of(2024, 1, 1), 2);
    RevenueGridBuilder builder =
        new RevenueGridBuilder(
            new RevenueShape(
                PeriodAxis.days(days), days.endExclusive(), Currency.getInstance("USD"), 2, 0));
    long[] units = {1_000, 2_000, 6_000, 9_000};
    for (int customer = 0; customer < units.length; customer++) {
      builder.startCustomer(customer);
      builder.step(customer == 3 ? 1 : 0, units[customer]);
    }
    AverageRevenue average = AverageRevenue.at(builder.grid(), 0).orElseThrow();
    assertThat(average.value().amount()).isEqualTo(30);
    assertThat(average.customers()).isEqualTo(3);
    assertThat(average.interval(0.95).orElseThrow().lower()).isZero();
    assertThat(average.interval(0.95).orElseThrow().upper())
        .isCloseTo(30 + T2 * Math.sqrt(700 / 3.0), within(1e-10));
    assertThat(average).hasToString("USD 30.00, USD 90.00 of 3 customers");
    assertThatThrownBy(() -> average.interval(0))
        .hasMessage("level (0.0) must be over 0 and under 1");
    AverageRevenue totals =
        AverageRevenue.atClose(RevenueMovements.from(usd(100)), CustomerHeads.of(4, 0, 0, 0))
            .orElseThrow();
    assertThat(totals.value().amount()).isEqualTo(25);
    assertThat(totals.interval(0.95)).isEmpty();
    assertThat(AverageRevenue.atClose(RevenueMovements.from(usd(0)), CustomerHeads.of(0, 0, 0, 0)))
        .isEmpty();
  }
}
