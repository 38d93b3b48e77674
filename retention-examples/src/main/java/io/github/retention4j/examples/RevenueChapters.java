package io.github.retention4j.examples;

import static io.github.retention4j.examples.Chapter.amount;
import static io.github.retention4j.examples.Chapter.percent;
import static io.github.retention4j.examples.Chapter.range;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.AverageRevenue;
import io.github.retention4j.revenue.QuickRatio;
import io.github.retention4j.revenue.QuickRatioDefinition;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueCohortTable;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import io.github.retention4j.revenue.RevenueRetentionDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What recurs, what moved it and what was kept: all that revenue by customer and month tells. */
final class RevenueChapters {

  private static final int YEAR = 12;

  private final RevenueGrid months;
  private final RevenueGrid cohorts;
  private final int last;
  private final RevenueBridge bridge;

  RevenueChapters(RevenueGrid months, RevenueGrid cohorts) {
    this.months = months;
    this.cohorts = cohorts;
    this.last = months.completePeriods() - 1;
    this.bridge = RevenueBridgeCalculator.withDefaults().calculate(months);
  }

  List<Chapter> chapters() {
    return List.of(recurring(), bridge(), retention(), cohorts(), concentration());
  }

  private Chapter recurring() {
    Money mrr = months.totalAt(last);
    Chapter chapter =
        Chapter.of("What recurs at the end of " + months.axis().label(last) + "?")
            .line("MRR          %s", amount(mrr))
            .line("ARR          %s, 12 times that", amount(mrr.times(YEAR)));
    AverageRevenue.at(months, last)
        .ifPresent(
            average ->
                chapter.line(
                    "ARPA         %s of %d customers, %s",
                    average.value(),
                    average.customers(),
                    average.interval(0.95).map(Object::toString).orElse("without an interval")));
    return chapter;
  }

  private Chapter bridge() {
    Chapter chapter = Chapter.of("What moved it, month by month?").table(bridge.toText());
    trailingYear()
        .map(RevenueBridgePeriod::revenue)
        .ifPresent(
            year -> {
              for (QuickRatioDefinition definition : QuickRatioDefinition.values()) {
                chapter.line("quick ratio of twelve months  %s", QuickRatio.of(year, definition));
              }
            });
    return chapter;
  }

  /** The last twelve months as one; empty for a shorter bridge. */
  private Optional<RevenueBridgePeriod> trailingYear() {
    return bridge.periods().isEmpty()
        ? Optional.empty()
        : bridge.trailing(bridge.periods().size() - 1, YEAR);
  }

  private Chapter retention() {
    Chapter chapter = Chapter.of("What is left of the customers of a year ago?");
    if (trailingYear().isEmpty()) {
      return chapter.line("Nobody knows yet: the months do not go back so far.");
    }
    for (RevenueRetentionDefinition definition : RevenueRetentionDefinition.values()) {
      retention(definition).ifPresent(rate -> chapter.line("%s", words(rate)));
    }
    retention(RevenueRetentionDefinition.NET_SAME_CUSTOMERS)
        .flatMap(RevenueRetention::logos)
        .ifPresent(
            logos ->
                chapter.line(
                    "%-34s %s, %s",
                    "logos, of the same customers", percent(logos), range(logos.interval())));
    return chapter.line("By movements, the losses of those who came since count too.");
  }

  private Optional<RevenueRetention> retention(RevenueRetentionDefinition definition) {
    List<RevenueRetention> years =
        RevenueRetentionCalculator.withDefaults().with(definition).over(YEAR).calculate(months);
    return years.stream().reduce((earlier, later) -> later);
  }

  private static String words(RevenueRetention rate) {
    return "%-34s %s, %s"
        .formatted(
            rate.definition(),
            percent(rate.value()),
            rate.interval().map(Chapter::range).or(rate::whyNoInterval).orElseThrow());
  }

  private Chapter cohorts() {
    RevenueCohortTable table = RevenueCohortTable.of(cohorts);
    return Chapter.of("What do those who came together still pay?").table(table.toText());
  }

  private Chapter concentration() {
    Map<CustomerId, Money> paying =
        months.customersAt(last).stream()
            .collect(Collectors.toMap(Function.identity(), this::revenueOf));
    return ConcentrationCalculator.withDefaults()
        .calculate(CustomerAmounts.of(paying))
        .map(it -> Chapter.of("On how few does it hang?").text(it.toText()))
        .orElseThrow();
  }

  private Money revenueOf(CustomerId customer) {
    return months.revenueAt(months.rowOf(customer).orElseThrow(), last);
  }
}
