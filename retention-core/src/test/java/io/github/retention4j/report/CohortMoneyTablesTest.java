package io.github.retention4j.report;

import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortAmountCalculator;
import io.github.retention4j.cohort.CohortAmountTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueCohortTable;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortMoneyTablesTest {

  private static final LocalDate END = LocalDate.of(2024, 3, 10);
  private static final PeriodAxis MONTHS =
      PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1)));

  /** Two begin in January, one in February; March is open. */
  private static final List<String> PAID = List.of("a1:10", "a1:5", "b1:15", "b3:4", "c2:8");

  private static Event paid(String text) {
    return Event.of(
            CustomerId.of(text.substring(0, 1)),
            LocalDate.of(2024, Integer.parseInt(text.substring(1, 2)), 5))
        .withAmount(Money.of("USD", text.substring(3)));
  }

  private static CohortAmountTable amounts() {
    EventLog log = EventLog.of(PAID.stream().map(CohortMoneyTablesTest::paid).toList(), END);
    return CohortAmountCalculator.withDefaults().calculate(AmountGrid.from(log, MONTHS));
  }

  private static RevenueCohortTable revenue(OpeningRevenue opening, String... paid) {
    RevenueCollector collector =
        RevenueCollector.on(MONTHS, END, Currency.getInstance("USD")).with(opening);
    for (String text : paid) {
      Event event = paid(text);
      collector.add(event.customer(), event.date(), event.amount().orElseThrow());
    }
    return RevenueCohortTable.of(collector.toGrid());
  }

  @Test
  void amountsTellWhyThereIsNoAverage() {
    CsvText.check(
        CohortMoneyTables.amounts(amounts()),
        """
        cohort,first day,last day,size,age,observed,sum USD,events,payers,per member USD,per payer USD,per event USD,why empty
        2024-01,2024-01-01,2024-01-31,2,0,yes,30.00,3,2,15.0,15.0,10.0,
        2024-01,2024-01-01,2024-01-31,2,1,yes,0.00,0,0,0.0,,,"per payer USD: nobody paid; per event USD: there was no event"
        2024-01,2024-01-01,2024-01-31,2,2,so far,4.00,1,1,,,,"per member USD: not yet observed; per payer USD: not yet observed; per event USD: not yet observed"
        2024-02,2024-02-01,2024-02-29,1,0,yes,8.00,1,1,8.0,8.0,8.0,
        2024-02,2024-02-01,2024-02-29,1,1,so far,0.00,0,0,,,,"per member USD: not yet observed; per payer USD: not yet observed; per event USD: not yet observed"
        """);
  }

  @Test
  void amountTriangleIsPerMember() {
    CsvText.check(
        CohortMoneyTables.amountTriangle(amounts()),
        """
        cohort,size,age 0 USD,age 1 USD,why empty
        2024-01,2,15.0,0.0,
        2024-02,1,8.0,,age 1 USD: not yet observed
        """);
  }

  @Test
  void amountAveragesPoolMembers() {
    CsvText.check(
        CohortMoneyTables.amountAverages(amounts()),
        """
        age,cohorts,members,sum USD,per member USD,lower USD,upper USD,simple USD,why empty
        0,2,3,38.00,12.666666666666666,2.6271436305845857,22.706189702748745,11.5,
        1,1,2,0.00,0.0,0.0,0.0,0.0,
        """);
  }

  @Test
  void revenueKeepsOpenCellsApart() {
    CsvText.check(
        CohortMoneyTables.revenue(revenue(OpeningRevenue.ZERO, "a1:10", "b1:10", "a2:15", "a3:15")),
        """
        cohort,first day,last day,size,start USD,age,net retention,gross retention,logo retention,why empty
        2024-01,2024-01-01,2024-01-31,2,20.00,0,1.0,1.0,1.0,
        2024-01,2024-01-01,2024-01-31,2,20.00,1,0.75,0.5,0.5,
        2024-01,2024-01-01,2024-01-31,2,20.00,2,,,,"net retention: not yet observed; gross retention: not yet observed; logo retention: not yet observed"
        """);
    CsvText.check(
        CohortMoneyTables.revenue(revenue(OpeningRevenue.UNKNOWN, "a1:10")),
        """
        cohort,first day,last day,size,age,net retention,gross retention,logo retention,why empty
        """);
  }

  @Test
  void revenueAveragesSayWhyThereIsNoInterval() {
    CsvText.check(
        CohortMoneyTables.revenueAverages(
            revenue(OpeningRevenue.ZERO, "a1:10", "b1:10", "a2:15", "c2:5")),
        """
        age,cohorts,net retention,lower,upper,gross retention,logo retention,why empty
        0,2,1.0,,,1.0,1.0,"lower: all customers kept the same share, which does not tell how customers differ; upper: all customers kept the same share, which does not tell how customers differ"
        1,1,0.75,0.0,10.279653552131023,0.5,0.5,
        """);
  }
}
