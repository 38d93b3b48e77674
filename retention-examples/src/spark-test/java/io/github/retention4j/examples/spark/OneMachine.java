package io.github.retention4j.examples.spark;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.examples.shop.SampleShop;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdFitter;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSampler;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.util.Currency;
import java.util.List;

/**
 * The same answers in one thread, by the roads that do without accumulators where there are any.
 */
final class OneMachine {

  static final DateRange OBSERVED = SampleShop.days();
  static final PeriodAxis MONTHS = PeriodAxis.months(OBSERVED);
  static final PeriodAxis DAYS = PeriodAxis.days(OBSERVED);
  static final Currency CURRENCY = Currency.getInstance(SampleShop.CURRENCY);

  private final List<SampleShop.Purchase> purchases;
  private final EventLog log;

  OneMachine(List<SampleShop.Purchase> purchases) {
    this.purchases = purchases;
    this.log =
        EventLog.of(
            purchases.stream()
                .map(sale -> Event.of(customer(sale), sale.date(), amount(sale)))
                .toList(),
            OBSERVED.endExclusive());
  }

  private static CustomerId customer(SampleShop.Purchase sale) {
    return CustomerId.of(sale.customer());
  }

  private static Money amount(SampleShop.Purchase sale) {
    return new Money(CURRENCY, sale.amount());
  }

  ActivityGrid activity() {
    ActivityAccumulator sum =
        ActivityAccumulator.on(MONTHS, OBSERVED.endExclusive(), GridDetail.PRESENCE);
    purchases.forEach(sale -> sum.add(customer(sale), sale.date()));
    return sum.snapshot();
  }

  CohortTable cohorts() {
    return CohortCalculator.withDefaults().calculate(activity());
  }

  AmountGrid amounts() {
    return AmountGrid.from(log, MONTHS);
  }

  RevenueBridge revenue() {
    RevenueCollector collector =
        RevenueCollector.on(MONTHS, OBSERVED.endExclusive(), CURRENCY).with(OpeningRevenue.ZERO);
    purchases.forEach(sale -> collector.add(customer(sale), sale.date(), amount(sale)));
    return RevenueBridgeCalculator.withDefaults().calculate(collector.toGrid());
  }

  PurchaseSample sample() {
    return PurchaseSampler.withDefaults().sample(log);
  }

  Fit<BgNbd> bgNbd() {
    return BgNbdFitter.withDefaults().fit(sample());
  }
}
