package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.BootstrapResult;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.CompoundedRate;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

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

  private static final Payback NOT_ABOVE_COST =
      new Payback.Never(Payback.Reason.LIFETIME_VALUE_NOT_ABOVE_COST);

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
    Checks.retention(assumedRetention);
    double discountInPeriod = discountIn(margin);
    return calculate(
        acquisitionCost,
        margin,
        new Margins(
            n -> formula.multiple(assumedRetention, 0, discountInPeriod, n),
            assumedRetention == 0 ? 1 : 0,
            assumedRetention > 0));
  }

  /**
   * Returns the payback by an observed retention curve, which need not be geometric.
   *
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @param margin the margin of one period
   * @param curve the retention curve of the same period
   * @param tail what is assumed after the last observed age
   * @return after how many periods, or never
   * @throws IllegalArgumentException if the cost is not above 0, the periods of margin and curve
   *     differ, the discount rate does not go with the formula or the period, or the curve does not
   *     allow the tail
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public Payback calculate(
      MonetaryEstimate acquisitionCost,
      PeriodicMargin margin,
      RetentionCurve curve,
      CurveTail tail) {
    double rate = tail == CurveTail.NONE ? 0 : curve.lastRate();
    return calculate(acquisitionCost, margin, curve, tail, rate);
  }

  /**
   * Returns between which times a cost is paid back, from curves drawn anew: the payback by each of
   * them, between percentiles. The margin is taken as known, and so is what {@link CurveTail} says
   * of the time after the last observed age. A drawn curve that rises at its end continues with the
   * rate 1.
   *
   * @param acquisitionCost the cost of acquiring one customer, above 0
   * @param margin the margin of one period
   * @param curves what {@link ObservedCurve#resample} drew
   * @param tail what is assumed after the last observed age
   * @param level the confidence level, in (0, 1)
   * @return the interval, in which the payback by the curve itself lies
   * @throws IllegalArgumentException as for a single curve, or if the level is not between 0 and 1
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public PaybackInterval interval(
      MonetaryEstimate acquisitionCost,
      PeriodicMargin margin,
      BootstrapResult<RetentionCurve> curves,
      CurveTail tail,
      double level) {
    Checks.level(level);
    Payback own = calculate(acquisitionCost, margin, curves.model(), tail);
    List<Payback> drawn = new ArrayList<>();
    for (RetentionCurve curve : curves.replicates()) {
      double rate = tail == CurveTail.NONE ? 0 : curve.lastRateAtMostOne();
      drawn.add(calculate(acquisitionCost, margin, curve, tail, rate));
    }
    drawn.sort(PaybackInterval.EARLIER_FIRST);
    Payback early = drawn.get(Percentiles.lower(drawn.size(), level));
    Payback late = drawn.get(Percentiles.upper(drawn.size(), level));
    return new PaybackInterval(
        Collections.min(List.of(own, early), PaybackInterval.EARLIER_FIRST),
        Collections.max(List.of(own, late), PaybackInterval.EARLIER_FIRST),
        level,
        Percentiles.METHOD);
  }

  private Payback calculate(
      MonetaryEstimate acquisitionCost,
      PeriodicMargin margin,
      RetentionCurve curve,
      CurveTail tail,
      double rate) {
    Checks.samePeriod(margin, curve);
    CurveMargins sum = new CurveMargins(curve, rate, formula, discountIn(margin), 0);
    Payback payback =
        calculate(acquisitionCost, margin, new Margins(sum::of, sum.known(), sum.goesOn()));
    return tail == CurveTail.NONE && payback.equals(NOT_ABOVE_COST)
        ? new Payback.Never(Payback.Reason.NOT_WITHIN_OBSERVED_AGES)
        : payback;
  }

  private double discountIn(PeriodicMargin margin) {
    ValuationTerms terms = new ValuationTerms(formula, discount, OptionalInt.empty());
    return terms.discount().per(margin.per()).rate();
  }

  private Payback calculate(
      MonetaryEstimate acquisitionCost, PeriodicMargin margin, Margins margins) {
    Checks.acquisitionCost(acquisitionCost);
    Checks.sameCurrency(margin.amount().currency(), acquisitionCost.currency());
    if (margin.amount().amount() <= 0) {
      return new Payback.Never(Payback.Reason.MARGIN_NOT_POSITIVE);
    }
    double needed = acquisitionCost.amount() / margin.amount().amount();
    return cover(needed, margins, margin.per());
  }

  private Payback cover(double needed, Margins margins, Granularity per) {
    if (!margins.everCovers(needed)) {
      return NOT_ABOVE_COST;
    }
    if (!margins.covers(needed, MOST_PERIODS)) {
      return new Payback.Never(Payback.Reason.BEYOND_COUNTING);
    }
    long periods = margins.fewest(needed) - 1 + formula.periodsBeforeFirst();
    return new Payback.After(periods, per);
  }

  /**
   * What margins of one are worth.
   *
   * @param sum of the first so many
   * @param counted how many of them need no limit to be taken
   * @param goesOn whether margins come after these
   */
  private record Margins(DoubleUnaryOperator sum, long counted, boolean goesOn) {

    boolean covers(double needed, long margins) {
      return sum.applyAsDouble((double) margins) >= needed * (1 - ROUNDING);
    }

    /** A limit is reached only if it is passed. */
    boolean everCovers(double needed) {
      return covers(needed, counted)
          || (goesOn && sum.applyAsDouble(Double.POSITIVE_INFINITY) > needed * (1 + ROUNDING));
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
