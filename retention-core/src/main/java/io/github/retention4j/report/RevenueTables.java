package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.economics.MetricChange;
import io.github.retention4j.economics.WhatIf;
import io.github.retention4j.revenue.ChurnConvention;
import io.github.retention4j.revenue.ChurnDivisor;
import io.github.retention4j.revenue.LogoChurn;
import io.github.retention4j.revenue.QuickRatio;
import io.github.retention4j.revenue.QuickRatioDefinition;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueChurn;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.subscription.RenewalTable;
import io.github.retention4j.subscription.Renewals;
import io.github.retention4j.time.Granularity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tables of recurring revenue, of renewals and of what a better rate is worth. */
public final class RevenueTables {

  private static final String WITHOUT_END =
      "without bound: nothing is discounted, and customers stay or join without end";

  private static final String NOTHING_TO_DIVIDE_BY = "there is nothing to divide by";
  private static final String NOTHING_DUE = "nothing was due";

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

  /**
   * Returns the churn of customers, with its 95 % interval, and of revenue by a convention.
   *
   * @param bridge what moved revenue, counted as the convention counts; for {@code
   *     CHARTMOGUL_DAILY} by day
   * @param convention what is divided by what
   * @return a row for each period
   * @throws IllegalArgumentException if the bridge does not count as the convention does, or by
   *     other periods than days where the convention goes by day
   */
  public static ResultTable churn(RevenueBridge bridge, ChurnConvention convention) {
    requireFit(bridge, convention);
    Function<RevenueBridgePeriod, Optional<LogoChurn>> customers =
        it -> convention.customerChurn(List.of(it));
    return ResultTable.of(
        "Churn by period, " + RetentionTables.words(convention),
        bridge.periods(),
        List.of(
            Columns.period(RevenueBridgePeriod::label),
            Column.count("customers lost", it -> it.customers().churned()),
            Column.share("customer churn", LogoChurn::value)
                .ofOptional(customers, NOTHING_TO_DIVIDE_BY),
            Column.share("lower", (LogoChurn it) -> it.interval().lower())
                .ofOptional(customers, NOTHING_TO_DIVIDE_BY),
            Column.share("upper", (LogoChurn it) -> it.interval().upper())
                .ofOptional(customers, NOTHING_TO_DIVIDE_BY),
            Column.share("gross revenue churn", RevenueChurn::value)
                .ofOptional(it -> convention.grossRevenueChurn(List.of(it)), NOTHING_TO_DIVIDE_BY),
            Column.share("net revenue churn", RevenueChurn::value)
                .ofOptional(it -> convention.netRevenueChurn(List.of(it)), NOTHING_TO_DIVIDE_BY)));
  }

  private static void requireFit(RevenueBridge bridge, ChurnConvention convention) {
    if (bridge.counting() != convention.counting()) {
      throw new IllegalArgumentException(
          "counting ("
              + bridge.counting()
              + ") must be "
              + convention.counting()
              + " for "
              + convention);
    }
    if (convention.divisor() == ChurnDivisor.SUM_OF_DAILY_RATES
        && bridge.granularity() != Granularity.DAY) {
      throw new IllegalArgumentException(
          "granularity (" + bridge.granularity() + ") must be DAY for " + convention);
    }
  }

  /** A quick ratio of a period. */
  private record Speed(String period, QuickRatio ratio) {}

  /**
   * Returns how much recurring revenue was gained for each unit lost.
   *
   * @param bridge what moved revenue
   * @param definition what is called gained
   * @return a row for each period and one for the total
   */
  public static ResultTable quickRatio(RevenueBridge bridge, QuickRatioDefinition definition) {
    List<Speed> rows =
        withTotal(bridge).stream()
            .map(it -> new Speed(it.label(), QuickRatio.of(it.revenue(), definition)))
            .toList();
    return ResultTable.of(
        "Quick ratio, " + definition.formula(),
        rows,
        joined(
            List.of(Columns.period(Speed::period)),
            rows.stream()
                .limit(1)
                .map(first -> first.ratio().lost().currency())
                .flatMap(
                    currency ->
                        Stream.of(
                            Column.amount("gained", currency, (Speed it) -> it.ratio().gained()),
                            Column.amount("lost", currency, (Speed it) -> it.ratio().lost())))
                .toList(),
            List.of(
                Column.number("quick ratio", 2, Double::doubleValue)
                    .ofOptional(
                        (Speed it) -> boxed(it.ratio().value()),
                        it -> it.ratio().whyUndefined().orElse("undefined")))));
  }

  /**
   * Returns contracts due and renewed, their monthly worth, and the rates of renewal. Renewal is
   * not retention: that is of all contracts, those not due among them.
   *
   * @param table the renewals
   * @return a row for each period that has begun
   */
  public static ResultTable renewals(RenewalTable table) {
    List<Column<Integer>> counts =
        List.of(
            Columns.period(period -> table.axis().label(period)),
            Column.count("contracts", period -> table.renewals(period).contracts()),
            Column.count("due", period -> table.renewals(period).due()),
            Column.count("renewed", period -> table.renewals(period).renewed()));
    return ResultTable.of(
        "Renewals by period",
        Columns.numbers(table.periods().size()),
        joined(
            counts,
            table.periods().stream()
                .limit(1)
                .flatMap(first -> worth(first.dueValue().currency()))
                .map(column -> column.of(table::renewals))
                .toList(),
            renewalRates().map(column -> column.of(table::renewals)).toList()));
  }

  private static Stream<Column<Renewals>> worth(Currency currency) {
    return Stream.of(
        Column.amount("worth due", currency, Renewals::dueValue),
        Column.amount("worth renewed", currency, Renewals::renewedValue),
        Column.amount("worth at new price", currency, Renewals::renewedAtNewPrice));
  }

  private static Stream<Column<Renewals>> renewalRates() {
    return Stream.of(
        Column.share("renewal", Double::doubleValue)
            .ofOptional(it -> boxed(it.rate()), NOTHING_DUE),
        Column.share("lower", (Proportion it) -> it.interval().lower())
            .ofOptional(Renewals::proportion, RevenueTables::whyNoInterval),
        Column.share("upper", (Proportion it) -> it.interval().upper())
            .ofOptional(Renewals::proportion, RevenueTables::whyNoInterval),
        Column.share("renewal of worth", Double::doubleValue)
            .ofOptional(it -> boxed(it.valueRate()), NOTHING_DUE),
        Column.share("retention", Double::doubleValue)
            .ofOptional(it -> boxed(it.retention()), "there was no contract"));
  }

  private static String whyNoInterval(Renewals renewals) {
    return renewals.due() == 0 ? NOTHING_DUE : "more were renewed than were due";
  }
}
