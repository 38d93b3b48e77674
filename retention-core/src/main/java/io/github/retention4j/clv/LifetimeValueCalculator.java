package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.LifetimeValue.AssumedRetention;
import io.github.retention4j.clv.LifetimeValue.ObservedRetention;
import io.github.retention4j.retention.CompoundedRate;
import io.github.retention4j.retention.RetentionRate;
import java.util.OptionalInt;

/**
 * Customer lifetime value from a margin and a retention rate, or a retention curve.
 *
 * <p>Margin and retention must be of the same period; the discount rate is compounded to it.
 *
 * <p>Defaults: {@link LifetimeValueFormula#FIRST_MARGIN_AFTER_RENEWAL}, which counts no payment
 * that was already made; {@link DiscountRate#NONE}; no horizon; a margin that does not grow;
 * intervals at level 0.95. With a discount rate or a horizon every retention rate has a finite
 * value; with neither, a rate of 1 has none, and the result says so.
 */
public final class LifetimeValueCalculator {

  private static final double DEFAULT_LEVEL = 0.95;

  private final LifetimeValueFormula formula;
  private final DiscountRate discount;
  private final OptionalInt horizon;
  private final double growth;
  private final double level;

  private LifetimeValueCalculator(
      LifetimeValueFormula formula,
      DiscountRate discount,
      OptionalInt horizon,
      double growth,
      double level) {
    this.formula = requireNonNull(formula, "formula");
    this.discount = requireNonNull(discount, "discount");
    this.horizon = horizon;
    this.growth = Checks.growth(growth);
    this.level = Checks.level(level);
  }

  /**
   * Returns a calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static LifetimeValueCalculator withDefaults() {
    return new LifetimeValueCalculator(
        LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL,
        DiscountRate.NONE,
        OptionalInt.empty(),
        0,
        DEFAULT_LEVEL);
  }

  /**
   * Returns a calculator with another formula.
   *
   * @param formula when the first margin comes, and whether it is certain
   * @return the calculator
   */
  public LifetimeValueCalculator with(LifetimeValueFormula formula) {
    return new LifetimeValueCalculator(formula, discount, horizon, growth, level);
  }

  /**
   * Returns a calculator with another discount rate.
   *
   * @param discount the rate, of any period that converts to that of the margin
   * @return the calculator
   */
  public LifetimeValueCalculator with(DiscountRate discount) {
    return new LifetimeValueCalculator(formula, discount, horizon, growth, level);
  }

  /**
   * Returns a calculator that counts only the first margins.
   *
   * @param periods how many margins count: those of the first so many periods, at least 1
   * @return the calculator
   * @throws IllegalArgumentException if periods is below 1
   */
  public LifetimeValueCalculator withHorizon(int periods) {
    if (periods < 1) {
      throw new IllegalArgumentException("periods (" + periods + ") must be at least 1");
    }
    return new LifetimeValueCalculator(formula, discount, OptionalInt.of(periods), growth, level);
  }

  /**
   * Returns a calculator that counts margins without end.
   *
   * @return the calculator
   */
  public LifetimeValueCalculator withoutHorizon() {
    return new LifetimeValueCalculator(formula, discount, OptionalInt.empty(), growth, level);
  }

  /**
   * Returns a calculator for a margin that grows.
   *
   * <pre>{@code m * r / (1 + d - r * (1 + g))}</pre>
   *
   * <p>That is {@link LifetimeValueFormula#FIRST_MARGIN_AFTER_RENEWAL} with growth: the first
   * margin that counts is m, the next m (1 + g) and so on. The other formulas grow likewise.
   * Without a horizon the sum is finite where r (1 + g) &lt; 1 + d, and else the result says that
   * it is not. Example: r = 0.8, d = 0.12 and g = 0.03 make a margin of one worth 2.7027, not 2.5.
   * The form is that of Gupta and Lehmann (2003), Customers as assets.
   *
   * @param growth by what share each margin exceeds that of the period before, over -1; negative
   *     where margins shrink
   * @return the calculator
   * @throws IllegalArgumentException if the growth is not over -1 and finite
   */
  public LifetimeValueCalculator withMarginGrowth(double growth) {
    return new LifetimeValueCalculator(formula, discount, horizon, growth, level);
  }

  /**
   * Returns a calculator whose intervals have another level.
   *
   * @param level the confidence level, in (0, 1)
   * @return the calculator
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public LifetimeValueCalculator withLevel(double level) {
    return new LifetimeValueCalculator(formula, discount, horizon, growth, level);
  }

  /**
   * Returns the value at an observed retention rate, with its interval.
   *
   * <p>Example: margin 100 and 80 of 100 customers retained a year, at 10 % a year: 266.67.
   *
   * @param margin the margin of one period
   * @param retention the retention rate of the same period
   * @return the value
   * @throws IllegalArgumentException if margin and retention are of different periods, or the
   *     discount rate does not go with the formula or the period
   */
  public LifetimeValue calculate(PeriodicMargin margin, RetentionRate retention) {
    return calculate(margin, retention.compoundedTo(retention.per()));
  }

  /**
   * Returns the value at a retention rate that was observed over another period and converted to
   * that of the margin, with its interval.
   *
   * @param margin the margin of one period
   * @param retention the retention rate, compounded to the same period
   * @return the value
   * @throws IllegalArgumentException if margin and retention are of different periods, or the
   *     discount rate does not go with the formula or the period
   */
  public LifetimeValue calculate(PeriodicMargin margin, CompoundedRate retention) {
    return new LifetimeValue(margin, new ObservedRetention(retention, level), terms());
  }

  /**
   * Returns the value at an assumed chance to be retained; the result has no interval and says that
   * the chance was assumed.
   *
   * @param margin the margin of one period
   * @param assumedRetention the chance to be retained from one such period to the next, in [0, 1]
   * @return the value
   * @throws IllegalArgumentException if the chance is outside [0, 1], or the discount rate does not
   *     go with the formula or the period
   */
  public LifetimeValue calculate(PeriodicMargin margin, double assumedRetention) {
    return new LifetimeValue(margin, new AssumedRetention(assumedRetention), terms());
  }

  /**
   * Returns the value by an observed retention curve, which need not be geometric.
   *
   * @param margin the margin of one period
   * @param curve the retention curve of the same period
   * @param tail what is assumed after the last observed age
   * @return the value, its observed and extrapolated parts apart
   * @throws IllegalArgumentException if margin and curve are of different periods, the discount
   *     rate does not go with the formula or the period, or the curve does not allow the tail
   */
  public CurveLifetimeValue calculate(PeriodicMargin margin, RetentionCurve curve, CurveTail tail) {
    return new CurveLifetimeValue(margin, curve, tail, terms());
  }

  private ValuationTerms terms() {
    return new ValuationTerms(formula, discount, horizon, growth);
  }
}
