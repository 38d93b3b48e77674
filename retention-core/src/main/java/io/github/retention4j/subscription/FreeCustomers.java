package io.github.retention4j.subscription;

import io.github.retention4j.revenue.RevenueGrid;

/**
 * Whether a customer is counted while its subscription is in force and brings nothing: on trial, on
 * a free plan, paused, or with nothing left of the price. It never adds to revenue.
 *
 * <p>Asked at a date by {@link RecurringRevenueCalculator#on} and over periods by {@link
 * RecurringRevenueCalculator#heads}. A {@link RevenueGrid} does not ask: in it a customer is who
 * brings revenue, so that heads and money move together, and a trial is new when it first pays.
 */
public enum FreeCustomers {
  /** Counted, with zero. ChartMogul keeps payers who move to a free plan so. */
  COUNTED("counted"),
  /** Not counted. Stripe leaves out subscribers on trial or on a free plan. */
  NOT_COUNTED("not counted");

  private final String words;

  FreeCustomers(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
