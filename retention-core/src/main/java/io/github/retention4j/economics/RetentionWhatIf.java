package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValue.AssumedRetention;
import io.github.retention4j.clv.LifetimeValue.ObservedRetention;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.ValuationTerms;
import io.github.retention4j.retention.CompoundedRate;
import io.github.retention4j.retention.RetentionRate;
import java.util.OptionalInt;

/**
 * What if more customers stayed? Lifts a retention rate and compares customers, revenue, margin,
 * lifetime value and customer equity before and after. Immutable.
 *
 * <p>Defaults: {@link LifetimeValueFormula#FIRST_MARGIN_AFTER_RENEWAL}, {@link DiscountRate#NONE},
 * {@link EquityScope#PRESENT_CUSTOMERS}, intervals at level 0.95.
 *
 * <p>Example: 1000 customers at a margin of 100 a year and a retention of 0.80, discounted at 10 %
 * a year; by five points more the value of a customer rises from 266.67 to 340.00, by 27.5 %.
 */
public final class RetentionWhatIf {

  private static final double DEFAULT_LEVEL = 0.95;

  private final LifetimeValueFormula formula;
  private final DiscountRate discount;
  private final EquityScope scope;
  private final double level;

  private RetentionWhatIf(
      LifetimeValueFormula formula, DiscountRate discount, EquityScope scope, double level) {
    this.formula = requireNonNull(formula, "formula");
    this.discount = requireNonNull(discount, "discount");
    this.scope = requireNonNull(scope, "scope");
    this.level = Checks.level(level);
  }

  /**
   * Returns a calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static RetentionWhatIf withDefaults() {
    return new RetentionWhatIf(
        LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL,
        DiscountRate.NONE,
        EquityScope.PRESENT_CUSTOMERS,
        DEFAULT_LEVEL);
  }

  /**
   * Returns a calculator with another formula. It also says who pays in a period: by {@link
   * LifetimeValueFormula#FIRST_MARGIN_AFTER_RENEWAL} the customers at its end, by the others those
   * at its start.
   *
   * @param formula when the first margin of a present customer comes, and whether it is certain
   * @return the calculator
   */
  public RetentionWhatIf with(LifetimeValueFormula formula) {
    return new RetentionWhatIf(formula, discount, scope, level);
  }

  /**
   * Returns a calculator with another discount rate.
   *
   * @param discount the rate, of any period that converts to that of the margin
   * @return the calculator
   */
  public RetentionWhatIf with(DiscountRate discount) {
    return new RetentionWhatIf(formula, discount, scope, level);
  }

  /**
   * Returns a calculator with another customer equity.
   *
   * @param scope whose values it adds up
   * @return the calculator
   */
  public RetentionWhatIf with(EquityScope scope) {
    return new RetentionWhatIf(formula, discount, scope, level);
  }

  /**
   * Returns a calculator whose intervals have another level.
   *
   * @param level the confidence level, in (0, 1)
   * @return the calculator
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public RetentionWhatIf withLevel(double level) {
    return new RetentionWhatIf(formula, discount, scope, level);
  }

  /**
   * Lifts an observed retention rate; every number of the result has an interval.
   *
   * @param base the customers and what one of them brings
   * @param retention the retention rate, of the period of the margin
   * @param lift by how much it is lifted
   * @param periods how many periods to look ahead, from 1 to 100000
   * @return before and after
   * @throws IllegalArgumentException if margin and retention are of different periods, the lifted
   *     rate is outside [0, 1], the discount rate does not go with the formula or the period, or
   *     periods is out of range
   */
  public WhatIf lift(CustomerBase base, RetentionRate retention, RetentionLift lift, int periods) {
    return lift(base, retention.compoundedTo(retention.per()), lift, periods);
  }

  /**
   * Lifts a retention rate that was observed over another period and converted to that of the
   * margin.
   *
   * @param base the customers and what one of them brings
   * @param retention the retention rate, compounded to the period of the margin
   * @param lift by how much the converted rate is lifted
   * @param periods how many periods to look ahead, from 1 to 100000
   * @return before and after
   * @throws IllegalArgumentException as for a rate of the same period
   */
  public WhatIf lift(CustomerBase base, CompoundedRate retention, RetentionLift lift, int periods) {
    return new WhatIf(base, new ObservedRetention(retention, level), lift, periods, terms(), scope);
  }

  /**
   * Lifts an assumed retention rate; the result has no intervals.
   *
   * @param base the customers and what one of them brings
   * @param assumedRetention the chance to be retained from one period of the margin to the next, in
   *     [0, 1]
   * @param lift by how much it is lifted
   * @param periods how many periods to look ahead, from 1 to 100000
   * @return before and after
   * @throws IllegalArgumentException if the rate or the lifted rate is outside [0, 1], the discount
   *     rate does not go with the formula or the period, or periods is out of range
   */
  public WhatIf lift(CustomerBase base, double assumedRetention, RetentionLift lift, int periods) {
    return new WhatIf(base, new AssumedRetention(assumedRetention), lift, periods, terms(), scope);
  }

  private ValuationTerms terms() {
    return new ValuationTerms(formula, discount, OptionalInt.empty());
  }
}
