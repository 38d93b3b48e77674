package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.CompoundedRate;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.time.Granularity;
import java.util.OptionalInt;

/**
 * How many periods it takes until the expected margins of a customer cover the cost of acquiring
 * it.
 *
 * <p>The answer is the smallest horizon at which the finite {@link LifetimeValueFormula} is not
 * below the cost. Without discount and with margins at the ends of their periods, the first of them
 * certain, that is the smallest t with
 *
 * <pre>{@code m * (1 - r^t) / (1 - r) >= cost}</pre>
 *
 * <p>and t = cost / m, rounded up, at r = 1. Example: at a cost of 250 and m = 100, 3 periods if
 * nobody leaves and 4 at r = 0.8 (100 + 80 + 64 = 244, and 51.2 more). It is never where {@code
 * cost * (1 - r) / m >= 1}. A sum within 1e-12 of the cost, relatively, counts as equal to it, so
 * that rounding decides nothing.
 *
 * <p>Defaults: {@link LifetimeValueFormula#FIRST_MARGIN_AT_PERIOD_END}, no discount.
 */
public final class PaybackCalculator {

  private static final double ROUNDING = 1e-12;
  private static final long MOST_PERIODS = 1L << 53;

  private final LifetimeValueFormula formula;
  private final DiscountRate discount;

  private PaybackCalculator(LifetimeValueFormula formula, DiscountRate discount) {
    this.formula = requireNonNull(formula, "formula");
    this.discount = requireNonNull(discount, "discount");
  }

  /**
   * Returns a calculator without discount whose margins come at the ends of their periods.
   *
   * @return the calculator
   */
  public static PaybackCalculator withDefaults() {
    return new PaybackCalculator(
        LifetimeValueFormula.FIRST_MARGIN_AT_PERIOD_END, DiscountRate.NONE);
  }

  /**
   * Returns a calculator with another timing of the margins.
   *
   * @param formula when the first margin comes, and whether it is certain
   * @return the calculator
   */
  public PaybackCalculator with(LifetimeValueFormula formula) {
    return new PaybackCalculator(formula, discount);
  }

  /**
   * Returns a calculator that discounts the margins.
   *
   * @param discount the rate
   * @return the calculator
   */
  public PaybackCalculator with(DiscountRate discount) {
    return new PaybackCalculator(formula, discount);
  }

  /**
   * Returns the simple payback: nobody leaves.
   *
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @param margin the margin of one period
   * @return after how many periods, or never
   * @throws IllegalArgumentException if the cost is not above 0, or the discount rate does not go
   *     with the formula or the period
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public Payback calculate(MonetaryEstimate acquisitionCost, PeriodicMargin margin) {
    return calculate(acquisitionCost, margin, 1);
  }

  /**
   * Returns the payback while customers leave, at an observed rate.
   *
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @param margin the margin of one period
   * @param retention the retention rate of the same period
   * @return after how many periods, or never
   * @throws IllegalArgumentException if the cost is not above 0, the periods of margin and
   *     retention differ, or the discount rate does not go with the formula or the period
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public Payback calculate(
      MonetaryEstimate acquisitionCost, PeriodicMargin margin, RetentionRate retention) {
    return calculate(acquisitionCost, margin, retention.compoundedTo(retention.per()));
  }

  /**
   * Returns the payback while customers leave, at a rate observed over another period and converted
   * to that of the margin.
   *
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @param margin the margin of one period
   * @param retention the retention rate, compounded to the same period
   * @return after how many periods, or never
   * @throws IllegalArgumentException if the cost is not above 0, the periods of margin and
   *     retention differ, or the discount rate does not go with the formula or the period
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public Payback calculate(
      MonetaryEstimate acquisitionCost, PeriodicMargin margin, CompoundedRate retention) {
    return calculate(acquisitionCost, margin, Checks.samePeriod(margin, retention).value());
  }

  /**
   * Returns the payback while customers leave, at an assumed rate.
   *
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @param margin the margin of one period
   * @param assumedRetention the chance to be retained from one such period to the next, in [0, 1]
   * @return after how many periods, or never
   * @throws IllegalArgumentException if the cost is not above 0, the chance is outside [0, 1], or
   *     the discount rate does not go with the formula or the period
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public Payback calculate(
      MonetaryEstimate acquisitionCost, PeriodicMargin margin, double assumedRetention) {
    Checks.acquisitionCost(acquisitionCost);
    Checks.retention(assumedRetention);
    Checks.sameCurrency(margin.amount().currency(), acquisitionCost.currency());
    ValuationTerms terms = new ValuationTerms(formula, discount, OptionalInt.empty());
    double discountInPeriod = terms.discount().per(margin.per()).rate();
    if (margin.amount().amount() <= 0) {
      return new Payback.Never(Payback.Reason.MARGIN_NOT_POSITIVE);
    }
    double needed = acquisitionCost.amount() / margin.amount().amount();
    return cover(needed, new Margins(formula, assumedRetention, discountInPeriod), margin.per());
  }

  private Payback cover(double needed, Margins margins, Granularity per) {
    if (!margins.everCovers(needed)) {
      return new Payback.Never(Payback.Reason.LIFETIME_VALUE_NOT_ABOVE_COST);
    }
    if (!margins.covers(needed, MOST_PERIODS)) {
      return new Payback.Never(Payback.Reason.BEYOND_COUNTING);
    }
    long periods = margins.fewest(needed) - 1 + formula.periodsBeforeFirst();
    return new Payback.After(periods, per);
  }

  /** What the first so many margins of one are worth. */
  private record Margins(LifetimeValueFormula formula, double retention, double discount) {

    boolean covers(double needed, long margins) {
      return formula.multiple(retention, discount, (double) margins) >= needed * (1 - ROUNDING);
    }

    /** A limit is reached only if it is passed, or if the first margin is all there is. */
    boolean everCovers(double needed) {
      double limit = formula.multiple(retention, discount, Double.POSITIVE_INFINITY);
      return retention == 0 ? covers(needed, 1) : limit > needed * (1 + ROUNDING);
    }

    /** The number of margins, found by halving: the sum never falls as margins are added. */
    long fewest(double needed) {
      long tooFew = 0;
      long enough = MOST_PERIODS;
      while (enough - tooFew > 1) {
        long middle = tooFew + (enough - tooFew) / 2;
        if (covers(needed, middle)) {
          enough = middle;
        } else {
          tooFew = middle;
        }
      }
      return enough;
    }
  }
}
