package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.Granularity;
import java.util.OptionalInt;

/**
 * The terms on which future margins are added up; every lifetime value carries them.
 *
 * @param formula when the first margin comes, and whether it is certain
 * @param discount the discount rate, of any period that converts to that of the margin
 * @param horizon how many margins count, at least 1: those of the first so many periods; empty
 *     means all of them, without end
 * @param growth by what share each margin exceeds that of the period before, over -1 and finite; 0
 *     for a constant margin
 */
public record ValuationTerms(
    LifetimeValueFormula formula, DiscountRate discount, OptionalInt horizon, double growth) {

  /**
   * Checks that the terms go together.
   *
   * @param formula when the first margin comes, and whether it is certain
   * @param discount the discount rate
   * @param horizon how many margins count
   * @param growth by what share each margin exceeds the one before
   * @throws IllegalArgumentException if the horizon is below 1, the growth not over -1 and finite,
   *     or the formula knows no discount and one is given
   */
  public ValuationTerms {
    requireNonNull(formula, "formula");
    requireNonNull(discount, "discount");
    requireNonNull(horizon, "horizon");
    if (horizon.isPresent() && horizon.getAsInt() < 1) {
      throw new IllegalArgumentException("horizon (" + horizon.getAsInt() + ") must be at least 1");
    }
    if (!formula.discounts() && discount.rate() > 0) {
      throw new IllegalArgumentException(
          "discount ("
              + discount
              + ") must be none for "
              + formula
              + "; its discounted form is "
              + LifetimeValueFormula.FIRST_MARGIN_AT_PERIOD_END);
    }
    growth = Checks.growth(growth);
  }

  /**
   * Makes the terms of a constant margin.
   *
   * @param formula when the first margin comes, and whether it is certain
   * @param discount the discount rate
   * @param horizon how many margins count
   * @throws IllegalArgumentException if the horizon is below 1, or the formula knows no discount
   *     and one is given
   */
  public ValuationTerms(LifetimeValueFormula formula, DiscountRate discount, OptionalInt horizon) {
    this(formula, discount, horizon, 0);
  }

  /** The number of margins that count; infinite without a horizon. */
  double margins() {
    return horizon.isPresent() ? horizon.getAsInt() : Double.POSITIVE_INFINITY;
  }

  /** What a margin of one to begin with is worth; infinite where the sum has no finite value. */
  double multiple(double retention, Granularity per) {
    return formula.multiple(retention, growth, discount.per(per).rate(), margins());
  }

  /** Why the sum has no finite value. */
  String endless() {
    return growth == 0
        ? "; everyone is retained and nothing is discounted, so the sum has no finite value"
        : "; margins grow at least as fast as renewal and discount shrink them, so the sum has no"
            + " finite value";
  }

  /** The terms in words. */
  String explanation() {
    return formula.formula()
        + ": "
        + formula.assumption()
        + (growth == 0
            ? "; margin and chance of renewal are constant"
            : "; after the first each margin is "
                + (1 + growth)
                + " times the one before, which the formula leaves out; the chance of renewal is"
                + " constant")
        + "; discount rate "
        + discount
        + "; "
        + (horizon.isPresent() ? "the first " + horizon.getAsInt() + " margins" : "no horizon");
  }
}
