package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueRetentionTest {

  /** The 97.5 % point of t with 2 degrees of freedom, p: (2p - 1) / sqrt(2p (1 - p)). */
  private static final double T2 = 0.95 / Math.sqrt(2 * 0.975 * 0.025);

  /** A few roundings. */
  private static final double ROUNDING = 1e-14;

  private static final DateRange YEAR =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));
  private static final PeriodAxis MONTHS = PeriodAxis.months(YEAR);
  private static final Currency USD = Currency.getInstance("USD");

  private static RevenueGridBuilder builder() {
    return new RevenueGridBuilder(new RevenueShape(MONTHS, YEAR.endExclusive(), USD, 0, 0));
  }

  private static Money usd(long amount) {
    return Money.of("USD", amount);
  }

  private static RevenueRetention only(List<RevenueRetention> rates) {
    assertThat(rates).hasSize(1);
    return rates.get(0);
  }

  private static RevenueRetentionCalculator over(int periods, RevenueRetentionDefinition what) {
    return RevenueRetentionCalculator.withDefaults().over(periods).with(what);
  }

  /** The worked table of the Javadoc: 130 % net in a year. */
  private static RevenueGrid growing() {
    RevenueGridBuilder builder = builder();
    for (int customer = 0; customer < 10; customer++) {
      builder.startCustomer(customer);
      builder.step(-1, 100);
      if (customer < 6) {
        builder.step(customer, 150);
      } else if (customer == 9) {
        builder.step(3, 0);
        builder.step(7, 100);
      }
    }
    for (int customer = 10; customer < 14; customer++) {
      builder.startCustomer(customer);
      builder.step(5, 50);
    }
    return builder.grid();
  }

  @Test
  void netRetentionOfAYearIsOfTheCustomersOfThen() {
    RevenueRetention net =
        only(over(12, RevenueRetentionDefinition.NET_SAME_CUSTOMERS).calculate(growing()));
    assertThat(net.value()).isEqualTo(1.3);
    assertThat(net.opening()).isEqualTo(usd(1000));
    assertThat(net.kept()).isEqualTo(usd(1300));
    assertThat(net.logos()).hasValue(new Proportion(10, 10));
    assertThat(net.days()).hasValue(YEAR);
    assertThat(net)
        .hasToString(
            "2024-01-01..2024-12-31: 130.00 %, USD 1300.00 of USD 1000.00 (sum of now of the same"
                + " customers / sum of then)");
    assertThat(only(over(12, RevenueRetentionDefinition.GROSS_PER_CUSTOMER).calculate(growing())))
        .satisfies(
            gross -> {
              assertThat(gross.value()).isEqualTo(1);
              assertThat(gross.interval()).isEmpty();
              assertThat(gross.whyNoInterval())
                  .hasValue(
                      "all customers kept the same share, which does not tell how customers"
                          + " differ");
            });
    // By movements: 300 expansion, 100 churn, and 100 that came back.
    assertThat(only(over(12, RevenueRetentionDefinition.NET_BY_MOVEMENTS).calculate(growing())))
        .satisfies(
            rate -> {
              assertThat(rate.value()).isEqualTo(1.2);
              assertThat(rate.logos()).isEmpty();
              assertThat(rate.interval()).isEmpty();
              assertThat(rate.whyNoInterval()).hasValue("totals do not tell how customers differ");
            });
    assertThat(
            only(over(12, RevenueRetentionDefinition.NET_BY_MOVEMENTS_WITH_REACTIVATION)
                    .calculate(growing()))
                .value())
        .isEqualTo(1.3);
    assertThat(
            only(over(12, RevenueRetentionDefinition.NET_BY_MOVEMENTS_WITH_REACTIVATION)
                    .with(ReactivationWindow.never())
                    .calculate(growing()))
                .value())
        .isEqualTo(1.2);
    assertThat(
            only(over(12, RevenueRetentionDefinition.GROSS_BY_MOVEMENTS).calculate(growing()))
                .value())
        .isEqualTo(0.9);
  }

  /**
   * Customers of 100: 60, 100 and 140 are left. Ratio 1, residuals -40, 0 and 40: variance 3/2 *
   * 3200 / 300^2, t with 2 degrees of freedom (2p - 1) / sqrt(2p (1 - p)) at p = 0.975.
   */
  @Test
  void theIntervalIsThatOfALinearisedRatio() {
    RevenueGridBuilder builder = builder();
    long[] after = {60, 100, 140};
    for (int customer = 0; customer < 3; customer++) {
      builder.startCustomer(customer);
      builder.step(-1, 100);
      builder.step(0, after[customer]);
    }
    RevenueGrid grid = builder.grid();
    double margin = T2 * Math.sqrt(1.5 * 3200 / 90_000);
    RevenueRetention net =
        over(1, RevenueRetentionDefinition.NET_SAME_CUSTOMERS).calculate(grid).get(0);
    ConfidenceInterval interval = net.interval().orElseThrow();
    assertThat(interval.lower()).isCloseTo(1 - margin, within(1e-12));
    assertThat(interval.upper()).isCloseTo(1 + margin, within(1e-12));
    assertThat(interval.method()).isEqualTo("linearised ratio");
    RevenueRetention ofTotals =
        over(1, RevenueRetentionDefinition.GROSS_OF_TOTALS).calculate(grid).get(0);
    assertThat(ofTotals.value()).isEqualTo(1);
    assertThat(ofTotals.interval().orElseThrow().lower()).isCloseTo(1 - margin, within(1e-12));
    assertThat(ofTotals.interval().orElseThrow().upper()).isEqualTo(1);
    // Gross: 60, 100, 100; ratio 260 / 300, residuals -80/3, 40/3, 40/3.
    RevenueRetention gross =
        over(1, RevenueRetentionDefinition.GROSS_PER_CUSTOMER).calculate(grid).get(0);
    double spread = T2 * Math.sqrt(1.5 * (9600 / 9.0) / 90_000);
    assertThat(gross.value()).isCloseTo(260 / 300.0, within(ROUNDING));
    assertThat(gross.interval().orElseThrow().lower())
        .isCloseTo(260 / 300.0 - spread, within(1e-12));
    assertThat(gross.interval().orElseThrow().upper()).isEqualTo(1);
    assertThat(net.interval(0.5).orElseThrow().width()).isLessThan(interval.width());
    assertThatThrownBy(() -> net.interval(1)).hasMessage("level (1.0) must be over 0 and under 1");
  }

  @Test
  void oneCustomerHasNoInterval() {
    RevenueGridBuilder builder = builder();
    builder.startCustomer(1);
    builder.step(3, 7);
    List<RevenueRetention> rates =
        over(1, RevenueRetentionDefinition.NET_SAME_CUSTOMERS).calculate(builder.grid());
    // Before May there was nothing to keep.
    assertThat(rates).hasSize(8);
    assertThat(rates.get(0).days()).hasValue(MONTHS.range(4));
    assertThat(rates.get(0).whyNoInterval())
        .hasValue("one customer does not tell how customers differ");
    List<RevenueRetention> again =
        over(1, RevenueRetentionDefinition.NET_SAME_CUSTOMERS).calculate(builder.grid());
    assertThat(rates).isEqualTo(again).hasSameHashCodeAs(again).doesNotHaveDuplicates();
    assertThat(over(13, RevenueRetentionDefinition.NET_SAME_CUSTOMERS).calculate(builder.grid()))
        .isEmpty();
    assertThat(over(13, RevenueRetentionDefinition.NET_BY_MOVEMENTS).calculate(builder.grid()))
        .isEmpty();
  }

  /** 110 at the opening, 120 by exchange alone, then 150 of which 5 is exchange. */
  @Test
  void foreignExchangeIsLeftOutUnlessAskedFor() {
    RevenueGridBuilder builder = builder();
    builder.startCustomer(1);
    builder.step(-1, 110);
    builder.step(0, 120, 10, LossReason.UNKNOWN);
    builder.step(1, 150, 5, LossReason.UNKNOWN);
    builder.startCustomer(2);
    builder.step(-1, 100);
    builder.step(0, 130, 30, LossReason.UNKNOWN);
    builder.step(2, 0);
    builder.step(4, 40);
    builder.step(5, 60, 20, LossReason.UNKNOWN);
    RevenueGrid grid = builder.grid();
    RevenueRetentionCalculator two = over(2, RevenueRetentionDefinition.NET_SAME_CUSTOMERS);
    // 150 - 15 and 130 - 30.
    assertThat(two.calculate(grid).get(0).kept()).isEqualTo(usd(235));
    assertThat(two.with(ExchangeTreatment.INCLUDED).calculate(grid).get(0).kept())
        .isEqualTo(usd(280));
    // From the close of January, where 120 and 130 stood: 150 - 5, and gone.
    assertThat(two.calculate(grid).get(1).kept()).isEqualTo(usd(145));
    // Over half a year customer 2 is back at 60, 20 of it exchange since its return.
    assertThat(over(6, RevenueRetentionDefinition.NET_SAME_CUSTOMERS).calculate(grid).get(0).kept())
        .isEqualTo(usd(135 + 40));
  }

  @Test
  void overseesOnlyCompletePeriodsOfAKnownOpening() {
    RevenueGridBuilder builder =
        new RevenueGridBuilder(new RevenueShape(MONTHS, LocalDate.of(2024, 4, 15), USD, 0, 1));
    builder.startCustomer(1);
    builder.step(0, 10);
    builder.step(2, 12);
    assertThat(over(1, RevenueRetentionDefinition.NET_SAME_CUSTOMERS).calculate(builder.grid()))
        .extracting(rate -> rate.days().orElseThrow().start())
        .containsExactly(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1));
    assertThatThrownBy(() -> RevenueRetentionCalculator.withDefaults().over(0))
        .hasMessage("periods (0) must be at least 1");
  }

  @Test
  void typedTotalsMakeRatesWithoutIntervals() {
    assertThat(
            RevenueRetention.ofTotals(
                RevenueRetentionDefinition.NET_SAME_CUSTOMERS, usd(0), usd(5)))
        .isEmpty();
    assertThatThrownBy(
            () ->
                RevenueRetention.ofTotals(
                    RevenueRetentionDefinition.GROSS_PER_CUSTOMER, usd(10), usd(5)))
        .hasMessage(
            "definition (GROSS_PER_CUSTOMER) must be NET_SAME_CUSTOMERS or GROSS_OF_TOTALS, which"
                + " totals tell");
    assertThatThrownBy(
            () ->
                RevenueRetention.ofTotals(
                    RevenueRetentionDefinition.NET_SAME_CUSTOMERS, usd(10), usd(-5)))
        .hasMessage("now (USD -5.00) must be zero or more");
    assertThatThrownBy(
            () ->
                RevenueRetention.ofTotals(
                    RevenueRetentionDefinition.NET_SAME_CUSTOMERS, usd(10), Money.of("EUR", 5)))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(
            () ->
                RevenueRetention.of(
                    RevenueRetentionDefinition.NET_SAME_CUSTOMERS, RevenueMovements.from(usd(10))))
        .hasMessage("definition (NET_SAME_CUSTOMERS) must be one by movements");
    assertThat(
            RevenueRetention.of(
                RevenueRetentionDefinition.NET_BY_MOVEMENTS, RevenueMovements.from(usd(0))))
        .isEmpty();
  }
}
