package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.economics.MetricChange;
import io.github.retention4j.economics.WhatIf;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tables of recurring revenue and of what a better rate is worth. */
public final class RevenueTables {

  private static final String WITHOUT_END =
      "without bound: nothing is discounted, and customers stay or join without end";

  private RevenueTables() {}

  /**
   * Returns what moved recurring revenue: opening, movements and closing. Opening plus gains less
   * losses equals the closing in each row.
   *
   * @param bridge the bridge
   * @return a row for each period and one for the total; without rows if there is no period
   */
  public static ResultTable bridge(RevenueBridge bridge) {
    List<RevenueBridgePeriod> rows = withTotal(bridge);
    if (rows.isEmpty()) {
      return ResultTable.of(
          "Recurring revenue by period", rows, List.of(Columns.period(RevenueBridgePeriod::label)));
    }
    Currency currency = rows.get(0).revenue().currency();
    List<Column<RevenueBridgePeriod>> columns = new ArrayList<>();
    columns.add(Columns.period(RevenueBridgePeriod::label));
    columns.add(Column.amount("opening", currency, it -> it.revenue().opening()));
    for (RevenueMovement movement : RevenueMovement.values()) {
      columns.add(Column.amount(movement.words(), currency, it -> it.revenue().amount(movement)));
    }
    columns.add(Column.amount("closing", currency, it -> it.revenue().closing()));
    return ResultTable.of("Recurring revenue by period", rows, columns);
  }

  /**
   * Returns the same in heads: customers at the opening, those of each movement, at the closing.
   *
   * @param bridge the bridge
   * @return a row for each period and one for the total
   */
  public static ResultTable customers(RevenueBridge bridge) {
    List<Column<RevenueBridgePeriod>> columns = new ArrayList<>();
    columns.add(Columns.period(RevenueBridgePeriod::label));
    columns.add(Column.count("opening", it -> it.customers().opening()));
    for (RevenueMovement movement : RevenueMovement.values()) {
      columns.add(Column.count(movement.words(), it -> it.customers().count(movement)));
    }
    columns.add(Column.count("closing", it -> it.customers().closing()));
    return ResultTable.of("Paying customers by period", withTotal(bridge), columns);
  }

  private static List<RevenueBridgePeriod> withTotal(RevenueBridge bridge) {
    return Stream.concat(bridge.periods().stream(), bridge.total().stream()).toList();
  }

  /**
   * Returns shares of recurring revenue retained, with their amounts and 95 % intervals.
   *
   * @param rates of one currency
   * @return a row for each
   */
  public static ResultTable retention(List<RevenueRetention> rates) {
    String title = "Revenue retention";
    Function<RevenueRetention, String> whyNone = it -> it.whyNoInterval().orElse("no interval");
    List<Column<RevenueRetention>> columns = new ArrayList<>();
    columns.add(Column.text("definition", it -> it.definition().formula()));
    columns.add(day("first day", it -> it.days().map(days -> days.start())));
    columns.add(day("last day", it -> it.days().map(days -> days.last())));
    rates.stream()
        .map(rate -> rate.opening().currency())
        .findFirst()
        .ifPresent(
            currency -> {
              columns.add(Column.amount("opening", currency, RevenueRetention::opening));
              columns.add(Column.amount("kept", currency, RevenueRetention::kept));
            });
    columns.add(Column.share("retention", RevenueRetention::value));
    columns.add(
        Column.share("lower", ConfidenceInterval::lower)
            .ofOptional(RevenueRetention::interval, whyNone));
    columns.add(
        Column.share("upper", ConfidenceInterval::upper)
            .ofOptional(RevenueRetention::interval, whyNone));
    columns.add(
        Column.share("logo retention", Proportion::value)
            .ofOptional(RevenueRetention::logos, "totals do not tell customers"));
    return ResultTable.of(title, rates, columns);
  }

  private static Column<RevenueRetention> day(
      String name, Function<RevenueRetention, Optional<LocalDate>> day) {
    return Column.date(name, (LocalDate it) -> it).ofOptional(day, "only totals were given");
  }

  /**
   * Returns customers, revenue, margin and value before and after a lift of retention.
   *
   * @param whatIf the question and its answer
   * @return a row for each metric
   */
  public static ResultTable whatIf(WhatIf whatIf) {
    return ResultTable.of(
        "Retention "
            + percent(whatIf.retentionBefore())
            + " and "
            + percent(whatIf.retentionAfter()),
        whatIf.changes(),
        joined(
            List.of(
                Column.text("metric", (MetricChange it) -> it.metric().title()),
                Column.text("unit", MetricChange::unit)),
            List.of(
                Column.number("before", 2, Double::doubleValue)
                    .ofOptional((MetricChange it) -> boxed(it.before()), WITHOUT_END),
                Column.number("after", 2, Double::doubleValue)
                    .ofOptional((MetricChange it) -> boxed(it.after()), WITHOUT_END),
                Column.number("change", 2, Double::doubleValue)
                    .ofOptional((MetricChange it) -> boxed(it.change()), WITHOUT_END),
                Column.share("relative change", Double::doubleValue)
                    .ofOptional(
                        (MetricChange it) -> boxed(it.relative()),
                        "there is no change to speak of, or nothing before"))));
  }

  private static String percent(double share) {
    return Figures.decimals(100 * share, 2) + " %";
  }
}
