package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.ChurnConvention;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.QuickRatioDefinition;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.subscription.EarlyCancellations;
import io.github.retention4j.subscription.LateRenewals;
import io.github.retention4j.subscription.RenewalTable;
import io.github.retention4j.subscription.Renewals;
import io.github.retention4j.subscription.RevenueRules;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevenueTablesTest {

  private static final DateRange QUARTER =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1));
  private static final PeriodAxis MONTHS = PeriodAxis.months(QUARTER);

  private static Money usd(String amount) {
    return Money.of("USD", amount);
  }

  /** In January a and b begin with 10 each; in February a pays 15 and b is lost; as it stands. */
  private static RevenueBridge bridge() {
    RevenueCollector collector =
        RevenueCollector.on(MONTHS, QUARTER.endExclusive(), Currency.getInstance("USD"))
            .with(OpeningRevenue.ZERO);
    for (String paid : List.of("a1:10", "b1:10", "a2:15", "a3:15")) {
      collector.add(
          CustomerId.of(paid.substring(0, 1)),
          LocalDate.of(2024, Integer.parseInt(paid.substring(1, 2)), 1),
          usd(paid.substring(3)));
    }
    return RevenueBridgeCalculator.withDefaults().calculate(collector.toGrid());
  }

  @Test
  void churnHasNoRateWhereNothingStood() {
    CsvText.check(
        RevenueTables.churn(bridge(), ChurnConvention.RECURLY),
        """
        period,customers lost,customer churn,lower,upper,gross revenue churn,net revenue churn,why empty
        2024-01,0,,,,,,"customer churn: there is nothing to divide by; lower: there is nothing to divide by; upper: there is nothing to divide by; gross revenue churn: there is nothing to divide by; net revenue churn: there is nothing to divide by"
        2024-02,1,0.5,0.09453120573423074,0.9054687942657693,0.5,0.25,
        2024-03,0,0.0,0.0,0.7934506856227626,0.0,0.0,
        """);
  }

  @Test
  void churnRefusesABridgeThatCountsOtherwise() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RevenueTables.churn(bridge(), ChurnConvention.STRIPE))
        .withMessage("counting (NET_OF_PERIOD) must be EVERY_MOVEMENT for STRIPE");
  }

  @Test
  void quickRatioSaysWhyThereIsNone() {
    CsvText.check(
        RevenueTables.quickRatio(bridge(), QuickRatioDefinition.WITHOUT_REACTIVATION),
        """
        period,gained USD,lost USD,quick ratio,why empty
        2024-01,20.00,0.00,,"quick ratio: nothing was lost, so that there is nothing to divide by"
        2024-02,5.00,10.00,0.5,
        2024-03,0.00,0.00,,"quick ratio: nothing was lost, so that there is nothing to divide by"
        total,25.00,10.00,2.5,
        """);
  }

  @Test
  void renewalsTellRenewalFromRetention() {
    Renewals some = new Renewals(4, 2, 1, usd("400"), usd("200"), usd("100"), usd("120"));
    Renewals more = new Renewals(2, 1, 2, usd("200"), usd("100"), usd("200"), usd("200"));
    Renewals none = new Renewals(0, 0, 0, usd("0"), usd("0"), usd("0"), usd("0"));
    CsvText.check(
        RevenueTables.renewals(
            new RenewalTable(
                MONTHS,
                List.of(some, more, none),
                LateRenewals.CREDIT_WHEN_CLOSED,
                EarlyCancellations.LEFT_OUT,
                RevenueRules.defaults())),
        """
        period,contracts,due,renewed,worth due USD,worth renewed USD,worth at new price USD,renewal,lower,upper,renewal of worth,retention,why empty
        2024-01,4,2,1,200.00,100.00,120.00,0.5,0.09453120573423074,0.9054687942657693,0.5,0.75,
        2024-02,2,1,2,100.00,200.00,200.00,2.0,,,2.0,1.5,"lower: more were renewed than were due; upper: more were renewed than were due"
        2024-03,0,0,0,0.00,0.00,0.00,,,,,,"renewal: nothing was due; lower: nothing was due; upper: nothing was due; renewal of worth: nothing was due; retention: there was no contract"
        """);
  }
}
