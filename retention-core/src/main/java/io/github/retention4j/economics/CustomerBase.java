package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;

/**
 * The customers of a business and what one of them brings.
 *
 * @param customers customers now, 0 or more
 * @param newPerPeriod customers who join in each period, 0 or more
 * @param revenue what one customer pays in one period, 0 or more
 * @param margin what one customer brings in one period after the cost of serving it
 * @param acquisitionCost what it costs to win one new customer, 0 or more
 */
public record CustomerBase(
    double customers,
    double newPerPeriod,
    MonetaryEstimate revenue,
    PeriodicMargin margin,
    MonetaryEstimate acquisitionCost) {

  /**
   * Checks the numbers.
   *
   * @param customers customers now
   * @param newPerPeriod customers who join in each period
   * @param revenue what one customer pays in one period
   * @param margin what one customer brings in one period
   * @param acquisitionCost what it costs to win one
   * @throws IllegalArgumentException if a number is negative or not finite
   * @throws CurrencyMismatchException if the currencies differ
   */
  public CustomerBase {
    Checks.heads("customers", customers);
    Checks.heads("newPerPeriod", newPerPeriod);
    requireNonNull(margin, "margin");
    Checks.notNegative("revenue", revenue);
    Checks.notNegative("acquisitionCost", acquisitionCost);
    Checks.sameCurrency(margin.amount().currency(), revenue);
    Checks.sameCurrency(margin.amount().currency(), acquisitionCost);
  }

  /**
   * Returns a base that nobody joins.
   *
   * @param customers customers now, 0 or more
   * @param revenue what one customer pays in one period, 0 or more
   * @param margin what one customer brings in one period
   * @return the base
   * @throws IllegalArgumentException if a number is negative or not finite
   * @throws CurrencyMismatchException if the currencies differ
   */
  public static CustomerBase of(double customers, MonetaryEstimate revenue, PeriodicMargin margin) {
    MonetaryEstimate nothing = new MonetaryEstimate(revenue.currency(), 0);
    return new CustomerBase(customers, 0, revenue, margin, nothing);
  }

  /**
   * Returns this base with customers who join.
   *
   * @param perPeriod how many join in each period, 0 or more
   * @param acquisitionCost what winning one of them costs, 0 or more
   * @return the base
   * @throws IllegalArgumentException if a number is negative or not finite
   * @throws CurrencyMismatchException if the currencies differ
   */
  public CustomerBase withNew(double perPeriod, MonetaryEstimate acquisitionCost) {
    return new CustomerBase(customers, perPeriod, revenue, margin, acquisitionCost);
  }
}
