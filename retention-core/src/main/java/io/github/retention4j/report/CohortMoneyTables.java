package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortAmount;
import io.github.retention4j.cohort.CohortAmountAverage;
import io.github.retention4j.cohort.CohortAmountCell;
import io.github.retention4j.cohort.CohortAmountCell.NotYetObserved;
import io.github.retention4j.cohort.CohortAmountTable;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueCohort;
import io.github.retention4j.revenue.RevenueCohortAverage;
import io.github.retention4j.revenue.RevenueCohortCell.Observed;
import io.github.retention4j.revenue.RevenueCohortTable;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables of cohorts in money: what their members paid, and the recurring revenue they kept. */
public final class CohortMoneyTables {

  private static final double LEVEL = 0.95;
  private static final String NOT_YET = "not yet observed";

  private CohortMoneyTables() {}

  /** A cell of amounts with its place. */
  private record Paid(Cohort cohort, String age, CohortAmountCell cell) {

    Money sum() {
      return cell instanceof NotYetObserved open
          ? open.sumSoFar()
          : cell.amount().orElseThrow().sum();
    }

    long events() {
      return cell instanceof NotYetObserved open
          ? open.eventsSoFar()
          : cell.amount().orElseThrow().events();
    }

    long payers() {
      return cell instanceof NotYetObserved open
          ? open.payersSoFar()
          : cell.amount().orElseThrow().payers();
    }

    String unless(String observed) {
      return cell.amount().isPresent() ? observed : NOT_YET;
    }
  }

  private static <T> Stream<T> cells(int rows, IntUnaryOperator ages, CellAt<T> cell) {
    return IntStream.range(0, rows)
        .boxed()
        .flatMap(
            row -> IntStream.range(0, ages.applyAsInt(row)).mapToObj(age -> cell.at(row, age)));
  }

  private interface CellAt<T> {
    T at(int row, int age);
  }

  /**
   * Returns what cohorts paid in the long form, the one for further work: cohort, its days and
   * size, age, the sum, events and payers, and the averages of a member, a payer and an event. Of a
   * cell not yet observed, sum and counts are those so far.
   *
   * @param table the cohorts
   * @return a row for each cell, cohort by cohort
   */
  public static ResultTable amounts(CohortAmountTable table) {
    List<Cohort> cohorts = table.cohorts();
    Currency currency = table.currency();
    return ResultTable.of(
        "Amounts of cohorts by age",
        cells(
                cohorts.size(),
                table::ages,
                (row, age) -> new Paid(cohorts.get(row), table.label(age), table.cell(row, age)))
            .toList(),
        List.of(
            Column.text("cohort", it -> it.cohort().label()),
            Column.date("first day", it -> it.cohort().days().start()),
            Column.date("last day", it -> it.cohort().days().last()),
            Column.count("size", it -> it.cohort().size()),
            Column.text("age", Paid::age),
            Column.text("observed", it -> it.cell().amount().isPresent() ? "yes" : "so far"),
            Column.amount("sum", currency, Paid::sum),
            Column.count("events", Paid::events),
            Column.count("payers", Paid::payers),
            Column.estimate("per member", currency, CohortAmount::perMember)
                .ofOptional(it -> it.cell().amount(), NOT_YET),
            Column.estimate("per payer", currency, (MonetaryEstimate it) -> it)
                .ofOptional(
                    it -> it.cell().amount().flatMap(CohortAmount::perPayer),
                    it -> it.unless("nobody paid")),
            Column.estimate("per event", currency, (MonetaryEstimate it) -> it)
                .ofOptional(
                    it -> it.cell().amount().flatMap(CohortAmount::perEvent),
                    it -> it.unless("there was no event"))));
  }

  /**
   * Returns what cohorts paid per member as the triangle that people read: a column for each age
   * that was observed for at least one cohort.
   *
   * @param table the cohorts
   * @return a row for each cohort
   */
  public static ResultTable amountTriangle(CohortAmountTable table) {
    List<Cohort> cohorts = table.cohorts();
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(Column.text("cohort", row -> cohorts.get(row).label()));
    columns.add(Column.count("size", row -> cohorts.get(row).size()));
    for (int age = 0; age < table.averages().size(); age++) {
      int column = age;
      columns.add(
          Column.estimate("age " + table.label(age), table.currency(), CohortAmount::perMember)
              .ofOptional(row -> amount(table, row, column), NOT_YET));
    }
    return ResultTable.of("Amount per member by age", Columns.numbers(cohorts.size()), columns);
  }

  private static Optional<CohortAmount> amount(CohortAmountTable table, int row, int age) {
    return age < table.ages(row) ? table.cell(row, age).amount() : Optional.empty();
  }

  /**
   * Returns what members paid on average at each age, over the cohorts observed at it: pooled, with
   * the 95 % interval of Student, and as the simple mean of the cohorts.
   *
   * @param table the cohorts
   * @return a row for each age
   */
  public static ResultTable amountAverages(CohortAmountTable table) {
    Currency currency = table.currency();
    Function<CohortAmountAverage, Optional<ConfidenceInterval>> interval =
        it -> it.pooled().interval(LEVEL);
    String single = "a single member does not tell how members differ";
    return ResultTable.of(
        "Average amounts over cohorts",
        table.averages(),
        List.of(
            Column.text("age", it -> table.label(it.age())),
            Column.count("cohorts", CohortAmountAverage::cohorts),
            Column.count("members", it -> it.pooled().members()),
            Column.amount("sum", currency, it -> it.pooled().sum()),
            Column.estimate("per member", currency, it -> it.pooled().perMember()),
            limit("lower", currency, ConfidenceInterval::lower).ofOptional(interval, single),
            limit("upper", currency, ConfidenceInterval::upper).ofOptional(interval, single),
            Column.estimate("simple", currency, CohortAmountAverage::simple)));
  }

  private static Column<ConfidenceInterval> limit(
      String name, Currency currency, Function<ConfidenceInterval, Double> limit) {
    return Column.estimate(name, currency, it -> new MonetaryEstimate(currency, limit.apply(it)));
  }

  /** A cell of recurring revenue with its place. */
  private record Kept(RevenueCohort cohort, int age, Optional<Observed> cell) {}

  /**
   * Returns the recurring revenue that cohorts kept since the close of their first period, in the
   * long form: net and gross retention, and the share of customers.
   *
   * @param table the cohorts
   * @return a row for each cell, cohort by cohort; without rows if there is no cohort
   */
  public static ResultTable revenue(RevenueCohortTable table) {
    List<RevenueCohort> cohorts = table.cohorts();
    return ResultTable.of(
        "Recurring revenue of cohorts by age",
        cells(
                cohorts.size(),
                table::ages,
                (row, age) -> new Kept(cohorts.get(row), age, table.cell(row, age).observed()))
            .toList(),
        joined(
            List.of(
                Column.text("cohort", (Kept it) -> it.cohort().label()),
                Column.date("first day", it -> it.cohort().days().start()),
                Column.date("last day", it -> it.cohort().days().last()),
                Column.count("size", it -> it.cohort().size())),
            cohorts.stream()
                .limit(1)
                .map(
                    first ->
                        Column.amount(
                            "start", first.start().currency(), (Kept it) -> it.cohort().start()))
                .toList(),
            List.of(
                Column.count("age", Kept::age),
                Column.share("net retention", (Observed it) -> it.net().value())
                    .ofOptional(Kept::cell, NOT_YET),
                Column.share("gross retention", (Observed it) -> it.gross().value())
                    .ofOptional(Kept::cell, NOT_YET),
                Column.share("logo retention", Proportion::value)
                    .ofOptional(it -> it.cell().flatMap(cell -> cell.net().logos()), NOT_YET))));
  }

  /**
   * Returns the recurring revenue that cohorts kept together at each age, over those observed at
   * it, with 95 % intervals of net retention.
   *
   * @param table the cohorts
   * @return a row for each age
   */
  public static ResultTable revenueAverages(RevenueCohortTable table) {
    Function<RevenueCohortAverage, Optional<ConfidenceInterval>> interval =
        it -> it.net().interval(LEVEL);
    Function<RevenueCohortAverage, String> whyNone =
        it -> it.net().whyNoInterval().orElse("no interval");
    return ResultTable.of(
        "Recurring revenue of all cohorts by age",
        table.averages(),
        List.of(
            Column.count("age", RevenueCohortAverage::age),
            Column.count("cohorts", RevenueCohortAverage::cohorts),
            Column.share("net retention", it -> it.net().value()),
            Column.share("lower", ConfidenceInterval::lower).ofOptional(interval, whyNone),
            Column.share("upper", ConfidenceInterval::upper).ofOptional(interval, whyNone),
            Column.share("gross retention", it -> it.gross().value()),
            Column.share("logo retention", Proportion::value)
                .ofOptional(it -> it.net().logos(), "totals do not tell customers")));
  }
}
