package io.github.retention4j.revenue;

import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;

/** Quotients of exact amounts, rounded once. */
final class Ratios {

  private Ratios() {}

  /** Returns a quotient as the nearest double, or one beside it. */
  static double of(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, MathContext.DECIMAL128).doubleValue();
  }

  static double of(Money numerator, Money denominator) {
    return of(numerator.amount(), denominator.amount());
  }
}
