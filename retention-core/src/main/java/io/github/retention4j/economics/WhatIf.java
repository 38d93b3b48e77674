package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValue.RetentionInput;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.ValuationTerms;
import io.github.retention4j.economics.MetricChange.Intervals;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Customers, revenue, margin, lifetime value and customer equity before and after a lift of
 * retention. Made by {@link RetentionWhatIf}. Only the inputs are stored; all numbers follow.
 *
 * <p>An observed rate has an interval, and every number is carried through it: the interval of a
 * number holds all values that it takes while the rate runs through its own, the lift being the
 * same throughout. Where a rate so lifted would pass 1, or 0, it is held there. Margin, revenue,
 * new customers and the lift itself are taken as known.
 *
 * <p>A new customer is valued on the point of paying for the first time, at the end of the period
 * in which it joins: by {@link LifetimeValueFormula#FIRST_MARGIN_NOW} where the formula of the
 * present customers is {@link LifetimeValueFormula#FIRST_MARGIN_AFTER_RENEWAL}, by the same formula
 * otherwise. So equity is the discounted margin of all customers that the projection counts.
 *
 * @param base the customers and what one of them brings
 * @param retention the rate before: observed or assumed
 * @param lift by how much it is lifted
 * @param periods how many periods to look ahead
 * @param terms the formula and the discount, without horizon
 * @param scope whose values equity adds up
 */
public record WhatIf(
    CustomerBase base,
    RetentionInput retention,
    RetentionLift lift,
    int periods,
    ValuationTerms terms,
    EquityScope scope) {

  /**
   * Checks that the parts go together.
   *
   * @param base the customers and what one of them brings
   * @param retention the rate before
   * @param lift by how much it is lifted
   * @param periods how many periods to look ahead
   * @param terms the formula and the discount
   * @param scope whose values equity adds up
   * @throws IllegalArgumentException if the retention is of another period than the margin, the
   *     lifted rate is outside [0, 1], the terms have a horizon or periods is out of range
   */
  public WhatIf {
    requireNonNull(base, "base");
    requireNonNull(lift, "lift");
    requireNonNull(scope, "scope");
    CustomerProjection.checkPeriods(periods);
    if (terms.horizon().isPresent()) {
      throw new IllegalArgumentException(
          "terms.horizon ("
              + terms.horizon().getAsInt()
              + ") must be empty: values are without end");
    }
    Checks.withoutGrowth(terms);
    LifetimeValue value = new LifetimeValue(base.margin(), retention, terms);
    lift.applyTo(value.retention().value());
  }

  /**
   * Returns the rate as it is.
   *
   * @return a fraction in [0, 1]
   */
  public double retentionBefore() {
    return retention.value();
  }

  /**
   * Returns the lifted rate.
   *
   * @return a fraction in [0, 1]
   */
  public double retentionAfter() {
    return lift.applyTo(retention.value());
  }

  /**
   * Returns the customers to come at the rate as it is.
   *
   * @return the projection
   */
  public CustomerProjection before() {
    return projection(retentionBefore());
  }

  /**
   * Returns the customers to come at the lifted rate.
   *
   * @return the projection
   */
  public CustomerProjection after() {
    return projection(retentionAfter());
  }

  private CustomerProjection projection(double rate) {
    return new CustomerProjection(base.customers(), rate, base.newPerPeriod(), periods);
  }

  /**
   * Returns all metrics in order.
   *
   * @return one change for each {@link WhatIfMetric}
   */
  public List<MetricChange> changes() {
    return Arrays.stream(WhatIfMetric.values()).map(this::change).toList();
  }

  /**
   * Returns a metric before and after.
   *
   * @param metric which
   * @return the change, with intervals if the rate was observed
   */
  public MetricChange change(WhatIfMetric metric) {
    DoubleUnaryOperator at = rate -> valueAt(metric, rate);
    String unit =
        metric == WhatIfMetric.CUSTOMERS
            ? "customers"
            : base.margin().amount().currency().getCurrencyCode();
    return new MetricChange(
        metric,
        unit,
        finite(at.applyAsDouble(retentionBefore())),
        finite(at.applyAsDouble(retentionAfter())),
        retention.interval().map(rate -> intervals(rate, at)));
  }

  private static OptionalDouble finite(double value) {
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private Intervals intervals(ConfidenceInterval rate, DoubleUnaryOperator at) {
    String method = rate.method() + ", carried through";
    DoubleUnaryOperator lifted = r -> at.applyAsDouble(lift.bounded(r));
    OpenInterval before = RateImage.of(rate, at, method);
    Optional<OpenInterval> relative =
        before.lower().orElse(Double.NEGATIVE_INFINITY) > 0
            ? Optional.of(RateImage.of(rate, r -> relative(r, at, lifted), method))
            : Optional.empty();
    return new Intervals(
        before,
        RateImage.of(rate, lifted, method),
        RateImage.of(rate, r -> change(r, at, lifted), method),
        relative);
  }

  /** NaN, which says nothing, where both sides are infinite. */
  private static double change(double rate, DoubleUnaryOperator at, DoubleUnaryOperator lifted) {
    return lifted.applyAsDouble(rate) - at.applyAsDouble(rate);
  }

  private static double relative(double rate, DoubleUnaryOperator at, DoubleUnaryOperator lifted) {
    return change(rate, at, lifted) / at.applyAsDouble(rate);
  }

  /** The metric at a rate; it may be infinite. */
  private double valueAt(WhatIfMetric metric, double rate) {
    return switch (metric) {
      case CUSTOMERS -> projection(rate).end();
      case REVENUE -> base.revenue().amount() * paidPeriods(rate);
      case MARGIN -> base.margin().amount().amount() * paidPeriods(rate);
      case LIFETIME_VALUE -> value(terms.formula(), rate);
      case EQUITY -> equity(rate);
    };
  }

  private double paidPeriods(double rate) {
    CustomerProjection projection = projection(rate);
    return payAtEnd() ? projection.customerPeriodsByEnd() : projection.customerPeriodsByStart();
  }

  private boolean payAtEnd() {
    return terms.formula() == LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL;
  }

  private double equity(double rate) {
    double present = times(base.customers(), value(terms.formula(), rate));
    double net = value(formulaOfNew(), rate) - base.acquisitionCost().amount();
    double groups = scope.newGroups(discountPerPeriod(), periods);
    return present + times(times(base.newPerPeriod(), net), groups);
  }

  /** Nothing times anything, even infinity, is nothing. */
  private static double times(double count, double value) {
    return count == 0 || value == 0 ? 0 : count * value;
  }

  private LifetimeValueFormula formulaOfNew() {
    return payAtEnd() ? LifetimeValueFormula.FIRST_MARGIN_NOW : terms.formula();
  }

  private double value(LifetimeValueFormula formula, double rate) {
    return Values.ofOne(base.margin(), formula, terms.discount(), rate);
  }

  private double discountPerPeriod() {
    return terms.discount().per(base.margin().per()).rate();
  }

  /**
   * Returns what the numbers assume, to be shown beside them.
   *
   * @return lines: the projection, who pays, the formula, the equity and where the rate comes from
   */
  public String assumptions() {
    return "N(t + 1) = N(t) r + new; "
        + (payAtEnd() ? "customers at the end" : "customers at the start")
        + " of a period pay for it\n"
        + new LifetimeValue(base.margin(), retention, terms).assumptions()
        + "\nequity = "
        + scope.formula()
        + (scope == EquityScope.PRESENT_CUSTOMERS
            ? ""
            : "; value of a new one = " + formulaOfNew().formula());
  }

  /**
   * Returns the rates, all metrics before and after, and what is assumed.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        Texts.format(
            "Retention %s %s, %s: %s, over %d periods\n",
            Texts.percent(retentionBefore()),
            base.margin().per().perUnit(),
            lift,
            Texts.percent(retentionAfter()),
            periods));
    text.append(
        Texts.format("%-28s%18s%18s%18s%12s\n", "", "before", "after", "change", "per cent"));
    List<MetricChange> changes = changes();
    changes.forEach(change -> text.append(change.toText()));
    if (changes.stream().anyMatch(change -> change.change().isEmpty())) {
      text.append("undefined: nothing is discounted, and customers stay or join without end\n");
    }
    retention
        .interval()
        .ifPresent(
            rate -> text.append("Intervals: " + words(rate) + " of retention, carried through\n"));
    return text.append(assumptions()).append('\n').toString();
  }

  private static String words(ConfidenceInterval rate) {
    return ConfidenceInterval.words(rate.level(), rate.method());
  }
}
