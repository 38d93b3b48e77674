package io.github.retention4j.examples;

import static io.github.retention4j.examples.Chapter.amount;

import io.github.retention4j.examples.shop.SampleSubscriptions;
import io.github.retention4j.revenue.LossByReason;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.subscription.RecurringRevenueCalculator;
import io.github.retention4j.subscription.RenewalCalculator;
import io.github.retention4j.subscription.RevenueRules;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;

/** What only a ledger of subscriptions tells: reasons, contracts and what is agreed. */
final class SubscriptionChapters {

  /** Prices of a year are taken for a month to the cent. */
  private static final RevenueRules RULES = RevenueRules.defaults().withDecimals(2);

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

  /** The last month by days, so that it shows who came and went. */
  RevenueGrid days() {
    return calculator.calculate(ledger, PeriodAxis.days(lastMonths(1)));
  }

  List<Chapter> chapters() {
    return List.of(losses(), renewals(), committed());
  }

  private DateRange lastMonths(int months) {
    return new DateRange(today.minusMonths(months), today);
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
