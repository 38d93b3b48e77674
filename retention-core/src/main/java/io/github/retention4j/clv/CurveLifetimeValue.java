package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a customer is worth by an observed retention curve, with the observed and the extrapolated
 * part kept apart.
 *
 * <p>It has no interval: the points of a curve are correlated, and only their counts would tell how
 * far.
 *
 * @param margin the margin of one period
 * @param curve the curve, of the same period
 * @param tail what is assumed after the last observed age
 * @param terms the timing of the margins, the discount and the horizon
 */
public record CurveLifetimeValue(
    PeriodicMargin margin, RetentionCurve curve, CurveTail tail, ValuationTerms terms) {

  /**
   * Checks that the parts go together.
   *
   * @param margin the margin of one period
   * @param curve the curve, of the same period
   * @param tail what is assumed after the last observed age
   * @param terms the timing of the margins, the discount and the horizon
   * @throws IllegalArgumentException if the periods differ, the discount does not convert to them,
   *     or the curve does not allow the tail
   */
  public CurveLifetimeValue {
    requireNonNull(margin, "margin");
    requireNonNull(curve, "curve");
    requireNonNull(tail, "tail");
    requireNonNull(terms, "terms");
    if (curve.per() != margin.per()) {
      throw new IllegalArgumentException(
          "curve.per (" + curve.per() + ") must be that of the margin, " + margin.per());
    }
    if (Double.isInfinite(tailMultiple(margin, curve, tail, terms))) {
      throw new IllegalArgumentException(
          "tail ("
              + tail
              + ") must not go on for ever at a last rate of "
              + curve.lastRate()
              + " with neither discount nor horizon: the sum has no finite value");
    }
  }

  /**
   * Returns the whole value: observed and extrapolated.
   *
   * @return the value today of one customer at age 0
   */
  public MonetaryEstimate value() {
    return observed().plus(extrapolated());
  }

  /**
   * Returns the part that rests on observed shares only.
   *
   * <pre>{@code sum over observed ages t of m * S(t) / (1 + d)^t}</pre>
   *
   * <p>This is the sum for {@link LifetimeValueFormula#FIRST_MARGIN_NOW}. {@link
   * LifetimeValueFormula#FIRST_MARGIN_AFTER_RENEWAL} begins at t = 1; {@link
   * LifetimeValueFormula#FIRST_MARGIN_AT_PERIOD_END} discounts by one period more. Example: S = 1,
   * 0.8, 0.6, m = 100 and no discount make 240 (first margin now) or 140 (after renewal).
   *
   * @return the observed part
   */
  public MonetaryEstimate observed() {
    return margin.amount().times(observedMultiple());
  }

  /**
   * Returns the part beyond the last observed age.
   *
   * @return zero with {@link CurveTail#NONE} or a horizon within the curve
   */
  public MonetaryEstimate extrapolated() {
    return margin.amount().times(tailMultiple(margin, curve, tail, terms));
  }

  /**
   * Returns the share of the value that is extrapolated: near 0 the data carry it, near 1 the
   * assumption does.
   *
   * @return a fraction in [0, 1]; empty if no margin counts at all, as when nobody was retained and
   *     only renewals count
   */
  public OptionalDouble extrapolatedShare() {
    double beyond = tailMultiple(margin, curve, tail, terms);
    double whole = observedMultiple() + beyond;
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(beyond / whole);
  }

  /**
   * Returns how many margins rest on observed shares.
   *
   * @return zero or more, never more than the horizon
   */
  public int observedMargins() {
    return observedMargins(curve, terms);
  }

  private double observedMultiple() {
    int first = terms.formula().renewalsBeforeFirst();
    List<Double> shares = curve.shares().subList(first, first + observedMargins());
    double factor = 1 + terms.discount().per(margin.per()).rate();
    double sum = 0;
    for (int i = shares.size() - 1; i >= 0; i--) { // Horner's rule, smallest terms first
      sum = sum / factor + shares.get(i);
    }
    return sum / Math.pow(factor, terms.formula().periodsBeforeFirst());
  }

  private static int observedMargins(RetentionCurve curve, ValuationTerms terms) {
    int known = curve.shares().size() - terms.formula().renewalsBeforeFirst();
    return Math.min(known, terms.horizon().orElse(known));
  }

  private static double tailMultiple(
      PeriodicMargin margin, RetentionCurve curve, CurveTail tail, ValuationTerms terms) {
    double discount = terms.discount().per(margin.per()).rate();
    double beyond = terms.margins() - observedMargins(curve, terms);
    if (tail == CurveTail.NONE || beyond == 0) {
      return 0;
    }
    double rate = curve.lastRate();
    int periodsBeforeTail =
        curve.lastAge()
            + 1
            + terms.formula().periodsBeforeFirst()
            - terms.formula().renewalsBeforeFirst();
    double firstBeyond =
        curve.shares().get(curve.lastAge()) * rate / Math.pow(1 + discount, periodsBeforeTail);
    return firstBeyond == 0 ? 0 : firstBeyond * Annuity.sum(rate, discount, beyond);
  }
}
