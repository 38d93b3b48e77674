package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.BootstrapResult;
import io.github.retention4j.money.MonetaryEstimate;
import java.util.OptionalDouble;

/**
 * What a customer is worth by an observed retention curve, with the observed and the extrapolated
 * part kept apart.
 *
 * <p>The curve alone gives no interval, since its points are correlated: {@link #interval} takes
 * curves drawn anew from the customers behind it.
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
    Checks.samePeriod(margin, curve);
    if (Double.isInfinite(margins(margin, curve, tail, terms).beyond(terms.margins()))) {
      throw new IllegalArgumentException(
          "tail ("
              + tail
              + ") must not go on for ever at a last rate of "
              + curve.lastRate()
              + (terms.growth() == 0
                  ? " with neither discount nor horizon"
                  : " with growth " + terms.growth() + " and no horizon")
              + ": the sum has no finite value");
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
   * <p>With growth g the i-th margin counted is m (1 + g)^(i - 1). This is the sum for {@link
   * LifetimeValueFormula#FIRST_MARGIN_NOW}. {@link LifetimeValueFormula#FIRST_MARGIN_AFTER_RENEWAL}
   * begins at t = 1; {@link LifetimeValueFormula#FIRST_MARGIN_AT_PERIOD_END} discounts by one
   * period more. Example: S = 1, 0.8, 0.6, m = 100 and no discount make 240 (first margin now) or
   * 140 (after renewal).
   *
   * @return the observed part
   */
  public MonetaryEstimate observed() {
    return margin.amount().times(margins().observed(terms.margins()));
  }

  /**
   * Returns the part beyond the last observed age.
   *
   * @return zero with {@link CurveTail#NONE} or a horizon within the curve
   */
  public MonetaryEstimate extrapolated() {
    return margin.amount().times(margins().beyond(terms.margins()));
  }

  /**
   * Returns the share of the value that is extrapolated: near 0 the data carry it, near 1 the
   * assumption does.
   *
   * @return a fraction in [0, 1]; empty if no margin counts at all, as when nobody was retained and
   *     only renewals count
   */
  public OptionalDouble extrapolatedShare() {
    double beyond = margins().beyond(terms.margins());
    double whole = margins().observed(terms.margins()) + beyond;
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(beyond / whole);
  }

  /**
   * Returns how many margins rest on observed shares.
   *
   * @return zero or more, never more than the horizon
   */
  public int observedMargins() {
    return (int) Math.min(margins().known(), terms.margins());
  }

  /**
   * Returns the confidence interval of the value, from curves drawn anew: the value by each of
   * them, between percentiles. The margin is taken as known, and so is what {@link CurveTail} says
   * of the time after the last observed age, where the interval is that of a value by the same
   * assumption, not of the truth.
   *
   * <p>A drawn curve that rises at its end continues with the rate 1. Without discount and horizon
   * that has no finite value, and the upper end of the interval may be open. The ends are order
   * statistics, and the value itself always lies in the interval.
   *
   * @param curves what {@link ObservedCurve#resample} drew for this curve
   * @param level the confidence level, in (0, 1)
   * @return the interval
   * @throws IllegalArgumentException if the curves were drawn for another curve, or the level is
   *     not between 0 and 1
   */
  public MonetaryInterval interval(BootstrapResult<RetentionCurve> curves, double level) {
    Checks.level(level);
    if (!curves.model().equals(curve)) {
      throw new IllegalArgumentException(
          "curves.model (" + curves.model() + ") must be the curve of the value, " + curve);
    }
    double own = margins().of(terms.margins());
    double[] drawn =
        curves.replicates().stream().mapToDouble(this::multipleOfDrawn).sorted().toArray();
    return MonetaryInterval.ofMultiples(
        margin.amount(),
        Math.min(own, drawn[Percentiles.lower(drawn.length, level)]),
        Math.max(own, drawn[Percentiles.upper(drawn.length, level)]),
        level,
        Percentiles.METHOD);
  }

  private double multipleOfDrawn(RetentionCurve drawn) {
    double rate = needsTail(curve, tail, terms) ? drawn.lastRateAtMostOne() : 0;
    return new CurveMargins(drawn, rate, terms.formula(), margins().discount(), terms.growth())
        .of(terms.margins());
  }

  private CurveMargins margins() {
    return margins(margin, curve, tail, terms);
  }

  private static CurveMargins margins(
      PeriodicMargin margin, RetentionCurve curve, CurveTail tail, ValuationTerms terms) {
    double discount = terms.discount().per(margin.per()).rate();
    double rate = needsTail(curve, tail, terms) ? curve.lastRate() : 0;
    return new CurveMargins(curve, rate, terms.formula(), discount, terms.growth());
  }

  private static boolean needsTail(RetentionCurve curve, CurveTail tail, ValuationTerms terms) {
    int known = curve.shares().size() - terms.formula().renewalsBeforeFirst();
    return tail != CurveTail.NONE && terms.margins() > known;
  }

  /**
   * Returns the value and how much of it is extrapolated.
   *
   * @return for example {@code USD 240.00, of which USD 0.00 beyond the observed ages}
   */
  @Override
  public String toString() {
    return value() + ", of which " + extrapolated() + " beyond the observed ages";
  }
}
