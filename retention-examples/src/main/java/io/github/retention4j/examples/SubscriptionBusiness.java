package io.github.retention4j.examples;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.examples.shop.SampleSubscriptions;
import io.github.retention4j.examples.transactions.TransactionColumns;
import io.github.retention4j.examples.transactions.TransactionReader;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What the owner of a subscription business asks: what recurs and what moved it, who stays and with
 * how much, what customers say, who needs attention, and what a better rate is worth.
 *
 * <p>Give it the path of a CSV with the columns {@code customer}, {@code month} (any day of it) and
 * {@code amount}, and the currency. Without it simulates a business, of which it knows more: what
 * happened to each subscription, what customers said and what was spent to win them.
 */
public final class SubscriptionBusiness {

  /** As many cohorts as a page has room for. */
  private static final int MOST_COHORTS = 7;

  private SubscriptionBusiness() {}

  /**
   * Prints the page.
   *
   * @param args the path of the file and the code of the currency, or nothing
   */
  public static void main(String[] args) {
    if (args.length != 0 && args.length != 2) {
      throw new IllegalArgumentException(
          "arguments ("
              + List.of(args)
              + ") must be the path of a CSV file and a currency, or none");
    }
    List<Chapter> page =
        args.length == 0 ? ofSampleData() : of(Path.of(args[0]), currency(args[1]));
    page.forEach(System.out::println);
  }

  private static Currency currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "currency (" + code + ") must be a code of ISO 4217, such as EUR"));
  }

  /** A ledger tells all there is to ask. */
  static List<Chapter> ofSampleData() {
    SampleSubscriptions sample = SampleSubscriptions.simulate();
    SubscriptionChapters subscriptions = new SubscriptionChapters(sample);
    RevenueGrid months = subscriptions.months();
    List<Chapter> page = new ArrayList<>();
    page.addAll(
        new RevenueChapters(months, subscriptions.days(), subscriptions.quarters()).chapters());
    page.addAll(subscriptions.chapters());
    page.addAll(new CustomerChapters(sample, months).chapters());
    page.addAll(BetterRateChapters.of(months, Optional.of(sample.spentToWin())));
    return page;
  }

  /** A table of months tells what moved, but neither why nor what is agreed for later. */
  static List<Chapter> of(Path csv, Currency currency) {
    RevenueGrid months = read(csv, currency);
    List<Chapter> page = new ArrayList<>();
    page.addAll(new RevenueChapters(months, months, cohorts(months)).chapters());
    page.addAll(BetterRateChapters.of(months, Optional.empty()));
    page.add(
        Chapter.of("What a table of months does not tell")
            .text(
                """
                Renewals, reasons of leaving, committed MRR and anniversaries need a ledger of subscriptions,
                as do churn by day and foreign exchange, which is expansion or contraction here. What
                customers say needs a survey; LTV:CAC needs what was spent.
                """));
    return page;
  }

  private static RevenueGrid cohorts(RevenueGrid months) {
    DateRange days = months.axis().range();
    PeriodAxis quarters = PeriodAxis.quarters(days);
    if (months.axis().size() <= MOST_COHORTS) {
      return months;
    }
    return months.rolledUpTo(quarters.size() <= MOST_COHORTS ? quarters : PeriodAxis.years(days));
  }

  private static RevenueGrid read(Path csv, Currency currency) {
    EventLog rows =
        TransactionReader.of(TransactionColumns.of("customer", "month").withAmount("amount"))
            .with(currency)
            .readCsv(csv)
            .log();
    // A month with a row in it is taken to be over.
    PeriodAxis months = PeriodAxis.months(rows.observed());
    RevenueCollector collector =
        RevenueCollector.on(months, months.range().endExclusive(), currency);
    rows.events().forEach(row -> collector.add(row.customer(), row.date(), amount(row)));
    RevenueGrid grid = collector.toGrid();
    int last = months.size() - 1;
    if (grid.customersAt(last).isEmpty()) {
      throw new IllegalArgumentException(
          "customers (0) of " + months.label(last) + " must be at least one");
    }
    return grid;
  }

  private static Money amount(Event row) {
    return row.amount().orElseThrow();
  }
}
