package io.github.retention4j.economics;

import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.MonetaryEstimate;

/** Lifetime values as plain numbers, to be worked on. */
final class Values {

  private Values() {}

  /**
   * What one customer is worth at a rate, without horizon; infinite where it has no finite value.
   */
  static double ofOne(
      PeriodicMargin margin, LifetimeValueFormula formula, DiscountRate discount, double rate) {
    return LifetimeValueCalculator.withDefaults()
        .with(formula)
        .with(discount)
        .calculate(margin, rate)
        .value()
        .map(MonetaryEstimate::amount)
        .orElse(Math.copySign(Double.POSITIVE_INFINITY, margin.amount().amount()));
  }
}
