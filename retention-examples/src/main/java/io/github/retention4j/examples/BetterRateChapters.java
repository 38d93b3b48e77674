package io.github.retention4j.examples;

import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.LifetimeValueToCost;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.economics.AcquireOrRetain;
import io.github.retention4j.economics.AcquisitionCost;
import io.github.retention4j.economics.AcquisitionCostBasis;
import io.github.retention4j.economics.AcquisitionPayback;
import io.github.retention4j.economics.CustomerBase;
import io.github.retention4j.economics.RetentionLift;
import io.github.retention4j.economics.RetentionWhatIf;
import io.github.retention4j.economics.WhatIf;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.revenue.AverageRevenue;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import io.github.retention4j.stats.GroupSizes;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionPower;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What two points more of monthly retention are worth, and what they may cost. */
final class BetterRateChapters {

  private static final double GROSS_MARGIN = 0.8;
  private static final DiscountRate DISCOUNT = DiscountRate.yearly(0.1);
  private static final double TWO_POINTS = 0.02;
  private static final double LEVEL = 0.95;
  private static final double POWER = 0.8;
  private static final int YEAR = 12;
  private static final String QUESTION =
      "What would two points more of monthly retention be worth in a year?";

  private final RevenueGrid months;
  private final RetentionRate retention;
  private final AverageRevenue average;
  private final PeriodicMargin margin;

  private BetterRateChapters(RevenueGrid months, Proportion stayed, AverageRevenue average) {
    this.months = months;
    this.retention =
        new RetentionRate(stayed, Granularity.MONTH, RetentionDefinition.SAME_CUSTOMERS);
    this.average = average;
    this.margin = PeriodicMargin.ofRevenue(average.value(), GROSS_MARGIN, Granularity.MONTH);
  }

  static List<Chapter> of(RevenueGrid months, Optional<Money> spentToWin) {
    Optional<Proportion> stayed = stayed(months);
    Optional<AverageRevenue> average = AverageRevenue.at(months, months.completePeriods() - 1);
    if (stayed.isEmpty() || average.isEmpty()) {
      return List.of(Chapter.of(QUESTION).line("Nobody knows yet how many stay."));
    }
    if (stayed.get().value() > 1 - TWO_POINTS) {
      return List.of(
          Chapter.of(QUESTION)
              .line("There is no room for them: %s stay a month.", Chapter.percent(stayed.get())));
    }
    return new BetterRateChapters(months, stayed.get(), average.get()).chapters(spentToWin);
  }

  /** Of the customers at the start of each month those at its end, the last twelve pooled. */
  private static Optional<Proportion> stayed(RevenueGrid months) {
    List<RevenueRetention> each = RevenueRetentionCalculator.withDefaults().calculate(months);
    return each.subList(Math.max(0, each.size() - YEAR), each.size()).stream()
        .flatMap(month -> month.logos().stream())
        .reduce(Proportion::plus);
  }

  private List<Chapter> chapters(Optional<Money> spentToWin) {
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(whatIf());
    spentToWin
        .map(this::cost)
        .ifPresent(
            cost -> {
              chapters.add(winning(cost));
              chapters.add(programme(cost));
            });
    chapters.add(test());
    return chapters;
  }

  private WhatIf lifted() {
    CustomerBase base = CustomerBase.of((double) average.customers(), average.value(), margin);
    return RetentionWhatIf.withDefaults()
        .with(DISCOUNT)
        .lift(base, retention, RetentionLift.byPoints(TWO_POINTS), YEAR);
  }

  private Chapter whatIf() {
    return Chapter.of(QUESTION)
        .line("Assumed: of revenue %s are margin", Chapter.percent(GROSS_MARGIN))
        .text(lifted().toText());
  }

  private AcquisitionCost cost(Money spend) {
    long won =
        RevenueBridgeCalculator.withDefaults()
            .calculate(months)
            .total()
            .orElseThrow()
            .customers()
            .newCustomers();
    return new AcquisitionCost(AcquisitionCostBasis.BLENDED, spend, won);
  }

  private Chapter winning(AcquisitionCost cost) {
    LifetimeValue value = value(LifetimeValueFormula.FIRST_MARGIN_NOW);
    return Chapter.of("Does it pay to win customers?")
        .text(cost.toText())
        .line("LTV %s, %s", estimate(value), value.interval().orElseThrow())
        .line("    of a new customer, %s", value.terms().formula().formula())
        .line("LTV:CAC %.1f [%.1f, %.1f]", ratios(LifetimeValueToCost.of(value, cost.value())))
        .text(AcquisitionPayback.of(cost.value(), margin, retention, LEVEL).toText());
  }

  private static Object[] ratios(LifetimeValueToCost ratio) {
    return Stream.of(ratio.ratio(), ratio.lowerRatio(), ratio.upperRatio())
        .map(OptionalDouble::getAsDouble)
        .toArray();
  }

  private Chapter programme(AcquisitionCost cost) {
    WhatIf lifted = lifted();
    AcquireOrRetain question =
        AcquireOrRetain.of(
            lifted.retentionBefore(),
            lifted.retentionAfter(),
            estimate(value(LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL)),
            estimate(value(LifetimeValueFormula.FIRST_MARGIN_NOW)),
            cost.value());
    return Chapter.of("What may a programme cost each month that keeps two points more?")
        .text(question.toText());
  }

  private LifetimeValue value(LifetimeValueFormula formula) {
    return LifetimeValueCalculator.withDefaults()
        .with(formula)
        .with(DISCOUNT)
        .calculate(margin, retention);
  }

  private static MonetaryEstimate estimate(LifetimeValue value) {
    return value.value().orElseThrow();
  }

  private Chapter test() {
    WhatIf lifted = lifted();
    GroupSizes sizes =
        ProportionPower.withDefaults()
            .sampleSize(lifted.retentionBefore(), lifted.retentionAfter(), POWER);
    return Chapter.of("How many customers would show in a month that it works?")
        .line(
            "%s against %s: %d in the programme and %d without it, for a power of %s",
            Chapter.percent(lifted.retentionAfter()),
            Chapter.percent(lifted.retentionBefore()),
            sizes.second(),
            sizes.first(),
            Chapter.percent(POWER));
  }
}
