package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.time.Granularity;

/**
 * What one customer leaves in a period after the costs that come with it.
 *
 * <pre>{@code margin = revenue (gross margin - processing) - support}</pre>
 *
 * <p>Example: 250 a month at a gross margin of 0.75, less 3 % for processing payments and 25 for
 * support, is 155 a month.
 *
 * @param revenue what one customer pays in a period, 0 or more
 * @param grossMargin the share of revenue left after the cost of goods, at most 1
 * @param processing the share of revenue that payment takes, from 0 to 1
 * @param support what support of one customer costs in a period, 0 or more
 * @param per the period
 */
public record UnitMargin(
    MonetaryEstimate revenue,
    double grossMargin,
    double processing,
    MonetaryEstimate support,
    Granularity per) {

  /**
   * Checks the numbers.
   *
   * @param revenue what one customer pays in a period
   * @param grossMargin the share of revenue left after the cost of goods
   * @param processing the share of revenue that payment takes
   * @param support what support costs in a period
   * @param per the period
   * @throws IllegalArgumentException if a number is out of range
   * @throws CurrencyMismatchException if the currencies differ
   */
  public UnitMargin {
    Checks.notNegative("revenue", revenue);
    if (!(grossMargin <= 1) || Double.isInfinite(grossMargin)) {
      throw new IllegalArgumentException(
          "grossMargin (" + grossMargin + ") must be finite and at most 1");
    }
    Checks.unit("processing", processing);
    Checks.notNegative("support", support);
    Checks.sameCurrency(revenue.currency(), support);
    requireNonNull(per, "per");
  }

  /**
   * Returns the margin, to be valued or set against a cost.
   *
   * @return the margin of one period; negative where a customer costs more than it pays
   */
  public PeriodicMargin margin() {
    return new PeriodicMargin(revenue.times(grossMargin - processing).minus(support), per);
  }
}
