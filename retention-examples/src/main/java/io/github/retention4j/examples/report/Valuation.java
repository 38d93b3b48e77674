package io.github.retention4j.examples.report;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.clv.CurveLifetimeValue;
import io.github.retention4j.clv.CurveTail;
import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.HistoricValue;
import io.github.retention4j.clv.HistoricValueCalculator;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.LifetimeValueToCost;
import io.github.retention4j.clv.Payback;
import io.github.retention4j.clv.PaybackCalculator;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.clv.RetentionCurve;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What customers of a log with amounts have been worth and may be worth.
 *
 * <p>Values are those of a new customer at the first purchase, {@link
 * LifetimeValueFormula#FIRST_MARGIN_NOW}, since that is what acquisition pays for.
 *
 * @param currency the currency of the amounts
 * @param movements the periods from which retention and margin are taken, about a year
 * @param margin the margin of a customer and period over that year; empty where no period is
 *     complete
 * @param marginOfActive the margin of a customer active in a month over the last year, for the
 *     curve of cohorts counts who is active
 * @param historic what customers have been worth so far
 * @param cohorts the monthly cohorts
 * @param settings margin share, discount and cost
 */
record Valuation(
    Currency currency,
    Movements movements,
    Optional<PeriodicMargin> margin,
    Optional<PeriodicMargin> marginOfActive,
    HistoricValue historic,
    CohortTable cohorts,
    ReportSettings settings) {

  static final LifetimeValueFormula NEW_CUSTOMER = LifetimeValueFormula.FIRST_MARGIN_NOW;

  /** An age of the curve counts only if so many cohorts were observed at it, or all if fewer. */
  private static final int FEWEST_COHORTS = 3;

  /** Takes retention and margin from the last year of the movements given. */
  static Valuation of(
      Calendar calendar,
      Currency currency,
      Movements movements,
      CohortTable cohorts,
      ReportSettings settings) {
    Movements lastYear = movements.lastYear();
    EventLog log = calendar.log();
    Movements months = calendar.movements(Granularity.MONTH, 1).lastYear();
    return new Valuation(
        currency,
        lastYear,
        margin(lastYear, log, currency, settings),
        margin(months, log, currency, settings),
        HistoricValueCalculator.withDefaults()
            .withMarginShare(settings.marginShare())
            .calculate(log),
        cohorts,
        settings);
  }

  private static Optional<PeriodicMargin> margin(
      Movements periods, EventLog log, Currency currency, ReportSettings settings) {
    if (periods.isEmpty() || periods.customerPeriods() == 0) {
      return Optional.empty();
    }
    MonetaryEstimate mean =
        periods.revenue(log, currency).toEstimate().times(1.0 / periods.customerPeriods());
    return Optional.of(PeriodicMargin.ofRevenue(mean, settings.marginShare(), periods.per()));
  }

  DiscountRate discount() {
    return DiscountRate.yearly(settings.yearlyDiscount());
  }

  /** Retention over about the last year; empty where no period is complete. */
  Optional<RetentionRate> retention() {
    return movements.pooled();
  }

  /** The value by each closed formula. */
  List<LifetimeValue> byFormula() {
    List<LifetimeValue> values = new ArrayList<>();
    for (LifetimeValueFormula formula : LifetimeValueFormula.values()) {
      byFormula(formula).ifPresent(values::add);
    }
    return values;
  }

  Optional<LifetimeValue> byFormula(LifetimeValueFormula formula) {
    LifetimeValueCalculator calculator =
        LifetimeValueCalculator.withDefaults()
            .with(formula)
            .with(formula.discounts() ? discount() : DiscountRate.NONE);
    return margin().flatMap(margin -> retention().map(rate -> calculator.calculate(margin, rate)));
  }

  /** The value by the observed curve of cohorts; empty if the tail cannot go on as assumed. */
  Optional<CurveLifetimeValue> byCurve(CurveTail tail) {
    Optional<RetentionCurve> curve = curve();
    if (marginOfActive.isEmpty() || curve.isEmpty() || !allows(curve.get(), tail)) {
      return Optional.empty();
    }
    return Optional.of(
        LifetimeValueCalculator.withDefaults()
            .with(NEW_CUSTOMER)
            .with(discount())
            .calculate(marginOfActive.get(), curve.get(), tail));
  }

  /** The pooled curve as far as enough cohorts carry it. */
  Optional<RetentionCurve> curve() {
    List<Double> shares =
        cohorts.pooledCurve().points().stream()
            .takeWhile(point -> point.cohorts() >= fewestCohorts())
            .map(CohortCurve.Point::active)
            .map(share -> share.value())
            .toList();
    return shares.isEmpty()
        ? Optional.empty()
        : Optional.of(new RetentionCurve(shares, cohorts.granularity()));
  }

  /** How many cohorts must have been observed at an age of {@link #curve()}. */
  int fewestCohorts() {
    return Math.min(FEWEST_COHORTS, cohorts.cohorts().size());
  }

  /** A share cannot rise for ever, nor stay for ever if nothing is discounted. */
  private boolean allows(RetentionCurve curve, CurveTail tail) {
    if (tail == CurveTail.NONE) {
      return true;
    }
    int last = curve.lastAge();
    if (last == 0) {
      return false;
    }
    double before = curve.shares().get(last - 1);
    double after = curve.shares().get(last);
    return before > after || (before == after && (settings.yearlyDiscount() > 0 || after == 0));
  }

  Optional<LifetimeValueToCost> toCost() {
    return cost()
        .flatMap(cost -> byFormula(NEW_CUSTOMER).map(value -> LifetimeValueToCost.of(value, cost)));
  }

  Optional<Payback> payback() {
    PaybackCalculator calculator =
        PaybackCalculator.withDefaults().with(NEW_CUSTOMER).with(discount());
    return cost()
        .flatMap(
            cost ->
                margin.flatMap(m -> retention().map(rate -> calculator.calculate(cost, m, rate))));
  }

  Optional<MonetaryEstimate> cost() {
    return settings.acquisitionCost().map(c -> new MonetaryEstimate(currency, c.doubleValue()));
  }

  Granularity per() {
    return movements.per();
  }
}
