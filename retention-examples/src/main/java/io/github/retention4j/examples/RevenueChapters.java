package io.github.retention4j.examples;

import static io.github.retention4j.examples.Chapter.amount;
import static io.github.retention4j.examples.Chapter.percent;
import static io.github.retention4j.examples.Chapter.range;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.Work;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.AverageRevenue;
import io.github.retention4j.revenue.ChurnConvention;
import io.github.retention4j.revenue.LogoChurn;
import io.github.retention4j.revenue.QuickRatio;
import io.github.retention4j.revenue.QuickRatioDefinition;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueChurn;
import io.github.retention4j.revenue.RevenueCohortTable;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import io.github.retention4j.revenue.RevenueRetentionDefinition;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What recurs, what moved it and what was kept: all that revenue by customer and month tells. */
final class RevenueChapters {

  private static final int YEAR = 12;
  private static final String ROW = "%-17s%10s%9s%9s  %s";

  private final RevenueGrid months;
  private final RevenueGrid finest;
  private final RevenueGrid cohorts;
  private final int last;
  private final RevenueBridge bridge;

  /**
   * Takes revenue in three grains.
   *
   * @param months by month, the last twelve at least
   * @param finest the last month by day, or by month what is not known by day
   * @param cohorts by the periods that make cohorts
   */
  RevenueChapters(RevenueGrid months, RevenueGrid finest, RevenueGrid cohorts) {
    this.months = months;
    this.finest = finest;
    this.cohorts = cohorts;
    this.last = months.completePeriods() - 1;
    this.bridge = RevenueBridgeCalculator.withDefaults().calculate(months);
  }

  List<Chapter> chapters() {
    return List.of(recurring(), bridge(), retention(), churnByTool(), cohorts(), concentration());
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

  /** One month has several honest numbers: tools count and divide differently. */
  private Chapter churnByTool() {
    String month = months.axis().label(last);
    Chapter chapter =
        Chapter.of("What is the churn of " + month + "? That depends on the tool")
            .line(ROW, "churn of", "customers", "gross", "net", "divided by");
    for (ChurnConvention tool : ChurnConvention.values()) {
      List<RevenueBridgePeriod> run = run(tool);
      if (!run.isEmpty()) {
        chapter.line(
            ROW,
            tool,
            tool.customerChurn(run).map(LogoChurn::value).map(Chapter::percent).orElse("none"),
            revenue(tool.grossRevenueChurn(run)),
            revenue(tool.netRevenueChurn(run)),
            tool.divisor().words());
      }
    }
    return chapter.line("gross: churn and contraction; net: gains taken off, which differ by tool");
  }

  /** The last month, as one or by day; nothing if it is not known by day, or not from its start. */
  private List<RevenueBridgePeriod> run(ChurnConvention tool) {
    boolean byDay = tool == ChurnConvention.CHARTMOGUL_DAILY;
    if (byDay && finest.axis().granularity() != Granularity.DAY) {
      return List.of();
    }
    PeriodAxis axis = byDay ? finest.axis() : PeriodAxis.months(finest.axis().range());
    List<RevenueBridgePeriod> periods =
        RevenueBridgeCalculator.withDefaults()
            .with(tool.counting())
            .calculate(finest, axis, Work.inThisThread())
            .periods();
    return byDay || periods.isEmpty()
        ? periods
        : periods.subList(periods.size() - 1, periods.size());
  }

  private static String revenue(Optional<RevenueChurn> churn) {
    return churn.map(RevenueChurn::value).map(Chapter::percent).orElse("none");
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
