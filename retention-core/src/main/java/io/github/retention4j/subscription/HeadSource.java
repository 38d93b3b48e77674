package io.github.retention4j.subscription;

import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.revenue.CustomerAliases;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueGridBuilder;
import io.github.retention4j.time.PeriodAxis;
import java.util.Currency;
import java.util.List;

/** Counts subscriptions as if each brought one unit, so that who is there moves like revenue. */
final class HeadSource {

  private static final int CUSTOMERS_AT_ONCE = 1 << 12;

  private final SubscriptionLedger ledger;
  private final RevenueRules rules;
  private final BookAxis axis;
  private final SubscriptionWalk walk;
  private final CustomerSubscriptions subscriptions;

  HeadSource(
      SubscriptionLedger ledger, PeriodAxis periods, RevenueRules rules, CustomerAliases aliases) {
    this.ledger = ledger;
    this.rules = rules;
    this.axis =
        new BookAxis(periods, ledger.observationEndExclusive(), ledger.currencies().first(), 0);
    this.walk = new SubscriptionWalk(ledger, rules, new MonthlyPrices(ledger, rules));
    this.subscriptions = new CustomerSubscriptions(ledger, aliases);
  }

  /** Returns for each customer how many of its subscriptions count at the close of each period. */
  RevenueGrid grid() {
    RevenueGridBuilder builder =
        RevenueGridBuilder.on(axis.periods(), axis.observationEndExclusive(), axis.currency())
            .with(OpeningRevenue.SUPPLIED)
            .withDecimals(axis.decimals());
    CustomerChanges changes = new CustomerChanges();
    CustomerSweep sweep = new CustomerSweep(axis, oneToOne(), ledger.keys());
    for (int row = 0; row < ledger.keys().size(); row++) {
      if (row % CUSTOMERS_AT_ONCE == 0) {
        Workers.checkInterrupted();
      }
      changes.clear();
      subscriptions.of(row).forEach(subscription -> walk.addHeads(subscription, changes));
      changes.settle(rules.toleranceDays());
      if (changes.size() > 0) {
        sweep.write(row, changes, builder);
      }
    }
    return builder.grid();
  }

  private AxisRates oneToOne() {
    Currency unit = axis.currency();
    RateTable table = ExchangeRates.into(unit, List.of()).table(unit);
    return new AxisRates(axis, new BookRates(unit, List.of(table)));
  }
}
