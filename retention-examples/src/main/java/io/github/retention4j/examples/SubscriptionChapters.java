package io.github.retention4j.examples;

import static io.github.retention4j.examples.Chapter.amount;
import static io.github.retention4j.examples.Chapter.percent;

import io.github.retention4j.activity.Work;
import io.github.retention4j.examples.shop.SampleSubscriptions;
import io.github.retention4j.revenue.ChurnConvention;
import io.github.retention4j.revenue.LossByReason;
import io.github.retention4j.revenue.RecurringRevenueCalculator;
import io.github.retention4j.revenue.RenewalCalculator;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueChurn;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueRules;
import io.github.retention4j.revenue.SubscriptionLedger;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What only a ledger of subscriptions tells: days, reasons, contracts and what is agreed. */
final class SubscriptionChapters {

  /** Prices of a year are taken for a month to the cent. */
  private static final RevenueRules RULES = RevenueRules.defaults().withDecimals(2);

  private static final String ROW = "%-17s%10s%9s%9s  %s";
  private static final int MONTHS = 12;
  private static final int QUARTERS = 7;

  private final SubscriptionLedger ledger;
  private final LocalDate today;
  private final RecurringRevenueCalculator calculator;
  private final RenewalCalculator renewals;

  SubscriptionChapters(SampleSubscriptions sample) {
    this.ledger = sample.ledger();
    this.today = ledger.observationEndExclusive();
    this.calculator = RecurringRevenueCalculator.withDefaults().with(RULES).with(sample.rates());
    this.renewals = RenewalCalculator.withDefaults().with(RULES).with(sample.rates());
  }

  RevenueGrid months() {
    return calculator.calculate(ledger, PeriodAxis.months(lastMonths(MONTHS)));
  }

  RevenueGrid quarters() {
    return calculator.calculate(ledger, PeriodAxis.quarters(lastMonths(3 * QUARTERS)));
  }

  List<Chapter> chapters() {
    return List.of(churnByTool(), losses(), renewals(), committed());
  }

  private DateRange lastMonths(int months) {
    return new DateRange(today.minusMonths(months), today);
  }

  /** One month has several honest numbers: they count and divide differently. */
  private Chapter churnByTool() {
    PeriodAxis month = PeriodAxis.months(lastMonths(1));
    Chapter chapter =
        Chapter.of("What is the churn of " + month.label(0) + "? That depends on the tool")
            .line(ROW, "churn of", "customers", "gross", "net", "divided by");
    RevenueGrid days = calculator.calculate(ledger, PeriodAxis.days(month.range()));
    for (ChurnConvention tool : ChurnConvention.values()) {
      PeriodAxis axis = tool == ChurnConvention.CHARTMOGUL_DAILY ? days.axis() : month;
      List<RevenueBridgePeriod> run =
          RevenueBridgeCalculator.withDefaults()
              .with(tool.counting())
              .calculate(days, axis, Work.inThisThread())
              .periods();
      chapter.line(
          ROW,
          tool,
          tool.customerChurn(run).map(it -> percent(it.value())).orElse("none"),
          revenue(tool.grossRevenueChurn(run)),
          revenue(tool.netRevenueChurn(run)),
          tool.divisor().words());
    }
    return chapter.line("gross: churn and contraction; net: gains taken off, which differ by tool");
  }

  private static String revenue(Optional<RevenueChurn> churn) {
    return churn.map(it -> percent(it.value())).orElse("none");
  }

  private Chapter losses() {
    Chapter chapter = Chapter.of("Why was revenue lost in twelve months?");
    RevenueBridgePeriod year =
        RevenueBridgeCalculator.withDefaults().calculate(months()).total().orElseThrow();
    for (LossByReason loss : year.losses()) {
      chapter.line(
          "%-20s %s a month, %d customers",
          loss.reason().words(), amount(loss.revenue()), loss.customers());
    }
    return chapter;
  }

  private Chapter renewals() {
    PeriodAxis lastYear = PeriodAxis.quarters(lastMonths(MONTHS));
    return Chapter.of("Which contracts were up for renewal?")
        .table(renewals.calculate(ledger, lastYear).toText());
  }

  private Chapter committed() {
    return Chapter.of("What is agreed already?")
        .text(calculator.committedOn(ledger, today.minusDays(1)).toText());
  }
}
