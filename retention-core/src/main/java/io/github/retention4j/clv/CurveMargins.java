package io.github.retention4j.clv;

import java.util.List;

/**
 * What margins of one are worth by a curve.
 *
 * @param curve the shares of customers who bring them
 * @param rateBeyond the rate that holds after the last observed age; 0 where nothing is assumed
 * @param formula when the first margin comes
 * @param discount the rate of a period
 * @param growth by what share each margin exceeds the one before
 */
record CurveMargins(
    RetentionCurve curve,
    double rateBeyond,
    LifetimeValueFormula formula,
    double discount,
    double growth) {

  /** How many margins rest on observed shares. */
  int known() {
    return curve.shares().size() - formula.renewalsBeforeFirst();
  }

  /** The worth of the first so many margins, which may be infinitely many. */
  double of(double margins) {
    return observed(margins) + beyond(margins);
  }

  /** The part of it that rests on observed shares. */
  double observed(double margins) {
    int first = formula.renewalsBeforeFirst();
    List<Double> shares = curve.shares().subList(first, first + (int) Math.min(known(), margins));
    double sum = 0;
    for (int i = shares.size() - 1; i >= 0; i--) { // Horner's rule, smallest terms first
      sum = sum * (1 + growth) / (1 + discount) + shares.get(i);
    }
    return sum / Math.pow(1 + discount, formula.periodsBeforeFirst());
  }

  /** The part beyond the last observed age. */
  double beyond(double margins) {
    if (margins <= known() || !goesOn()) {
      return 0;
    }
    double grown = Math.pow((1 + growth) / (1 + discount), known());
    double first =
        lastShare() * rateBeyond * grown / Math.pow(1 + discount, formula.periodsBeforeFirst());
    return first == 0 ? 0 : first * Annuity.sum(rateBeyond, growth, discount, margins - known());
  }

  /** Tells whether margins come after the last observed age. */
  boolean goesOn() {
    return rateBeyond > 0 && lastShare() > 0;
  }

  private double lastShare() {
    return curve.shares().get(curve.lastAge());
  }
}
