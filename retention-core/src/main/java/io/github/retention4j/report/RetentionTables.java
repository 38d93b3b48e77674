package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.cohort.CohortAverage;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortCell.NotYetObserved;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.lifecycle.LifecycleState;
import io.github.retention4j.lifecycle.LifecycleTable;
import io.github.retention4j.retention.ChurnRate;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.retention.RetentionTrend;
import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tables of who stayed, left, came and came back, and of how that compares. */
public final class RetentionTables {

  private static final String NOT_YET = "not yet observed";
  private static final String NOBODY = "nobody was there at the start";

  private RetentionTables() {}

  /**
   * Returns customers and rates by period: at the start, retained, lost, acquired, of those
   * reactivated, at the end, the retention rate with its 95 % Wilson interval and the churn rate of
   * those at the start.
   *
   * @param movements one for each period
   * @return a row for each period
   */
  public static ResultTable movements(List<PeriodMovement> movements) {
    List<Column<PeriodMovement>> counts =
        List.of(
            Columns.period(PeriodMovement::label),
            Column.count("at start", it -> it.counts().atStart()),
            Column.count("retained", it -> it.counts().retained()),
            Column.count("lost", it -> it.counts().lost()),
            Column.count("acquired", it -> it.movement().acquired().size()),
            Column.count("reactivated", it -> it.movement().reactivated().size()),
            Column.count("at end", it -> it.counts().atEnd()));
    List<Column<PeriodMovement>> rates =
        List.of(
            Column.share("retention", RetentionRate::value)
                .ofOptional(PeriodMovement::retention, NOBODY),
            Column.share("lower", (RetentionRate rate) -> rate.interval().lower())
                .ofOptional(PeriodMovement::retention, NOBODY),
            Column.share("upper", (RetentionRate rate) -> rate.interval().upper())
                .ofOptional(PeriodMovement::retention, NOBODY),
            Column.share("churn", ChurnRate::value)
                .ofOptional(it -> ChurnRate.atStart(it.counts(), it.per()), NOBODY));
    return ResultTable.of("Customers and rates by period", movements, joined(counts, rates));
  }

  /**
   * Returns retention rates with their counts and 95 % Wilson intervals.
   *
   * @param rates such as those of several groups or periods
   * @return a row for each rate, numbered from 1
   */
  public static ResultTable rates(List<RetentionRate> rates) {
    return ResultTable.of(
        "Retention rates",
        Columns.numbers(rates.size()),
        List.of(
            Column.count("rate", (Integer i) -> i + 1L),
            Column.text("definition", i -> rates.get(i).definition().toString()),
            Column.text("per", i -> rates.get(i).per().perUnit()),
            Column.count("retained", i -> rates.get(i).retained().count()),
            Column.count("of", i -> rates.get(i).retained().total()),
            Column.share("retention", i -> rates.get(i).value()),
            Column.share("lower", i -> rates.get(i).interval().lower()),
            Column.share("upper", i -> rates.get(i).interval().upper())));
  }

  /**
   * Returns whether retention improves, stands still or declines: the verdict, the change per
   * period with its interval, and the test of Cochran and Armitage. {@link #rates} has the rates.
   *
   * @param trend of the rates
   * @return one row
   */
  public static ResultTable trend(RetentionTrend trend) {
    RetentionRate first = trend.rates().get(0);
    return ResultTable.of(
        "Trend of retention, " + Figures.decimals(100 * trend.level(), 0) + " % interval",
        List.of(trend),
        List.of(
            Column.text("definition", it -> first.definition().toString()),
            Column.text("per", it -> first.per().perUnit()),
            Column.count("periods", it -> it.rates().size()),
            Column.text("direction", it -> words(it.direction())),
            Column.share("change per period", RetentionTrend::changePerPeriod),
            Column.share("lower", it -> it.changeInterval().lower()),
            Column.share("upper", it -> it.changeInterval().upper()),
            Column.number("z", 3, it -> it.test().statistic()),
            Column.number("p-value", 4, it -> it.test().pValue())));
  }

  /**
   * Returns growth accounting: new, retained, resurrected, churned and active customers of each
   * complete period, the quick ratio and the share retained.
   *
   * @param growth the accounting
   * @return a row for each complete period
   */
  public static ResultTable growth(GrowthAccounting growth) {
    return ResultTable.of(
        "Growth accounting",
        growth.periods(),
        List.of(
            Columns.period(GrowthPeriod::label),
            Column.count("new", GrowthPeriod::newCustomers),
            Column.count("retained", GrowthPeriod::retained),
            Column.count("resurrected", GrowthPeriod::resurrected),
            Column.count("churned", GrowthPeriod::churned),
            Column.count("active", GrowthPeriod::active),
            Column.number("quick ratio", 2, Double::doubleValue)
                .ofOptional(it -> boxed(it.quickRatio().value()), "nobody was lost"),
            Column.share("retention", Proportion::value)
                .ofOptional(GrowthPeriod::retention, "nobody was active in the period before")));
  }

  /**
   * Returns the customers in each state by period.
   *
   * @param table the states
   * @return a row for each reported period
   */
  public static ResultTable lifecycle(LifecycleTable table) {
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(Columns.period(period -> table.axis().label(period)));
    for (LifecycleState state : LifecycleState.values()) {
      columns.add(Column.count(words(state), period -> table.count(period, state)));
    }
    columns.add(Column.count("known", table::known));
    return ResultTable.of(
        "Customers by state",
        IntStream.range(table.firstPeriod(), table.endPeriodExclusive()).boxed().toList(),
        columns);
  }

  /** A cell of a cohort table with its place. */
  private record Place(CohortTable table, int row, int age) {
    CohortCell cell() {
      return table.cell(row, age);
    }

    long active() {
      return cell() instanceof NotYetObserved open
          ? open.activeSoFar()
          : cell().share().orElseThrow().count();
    }
  }

  /**
   * Returns a cohort table in the long form, the one for further work: cohort, its days and size,
   * age, customers counted, and their share. Of a cell not yet observed the count is that so far.
   *
   * @param table the cohorts
   * @return a row for each cell, cohort by cohort
   */
  public static ResultTable cohortCells(CohortTable table) {
    List<Place> places =
        IntStream.range(0, table.cohorts().size())
            .boxed()
            .flatMap(
                row ->
                    IntStream.range(0, table.ages(row)).mapToObj(age -> new Place(table, row, age)))
            .toList();
    return ResultTable.of(
        "Cohorts by age",
        places,
        List.of(
            Column.text("cohort", it -> table.cohorts().get(it.row()).label()),
            Column.date("first day", it -> table.cohorts().get(it.row()).days().start()),
            Column.date("last day", it -> table.cohorts().get(it.row()).days().last()),
            Column.count("size", it -> table.cohorts().get(it.row()).size()),
            Column.text("age", it -> table.label(it.age())),
            Column.text("observed", it -> it.cell().share().isPresent() ? "yes" : "so far"),
            Column.count("active", Place::active),
            Column.share("share", Proportion::value).ofOptional(it -> it.cell().share(), NOT_YET)));
  }

  /**
   * Returns the shares of a cohort table as the triangle that people read: a column for each age
   * that was observed for at least one cohort.
   *
   * @param table the cohorts
   * @return a row for each cohort
   */
  public static ResultTable cohortTriangle(CohortTable table) {
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(Column.text("cohort", row -> table.cohorts().get(row).label()));
    columns.add(Column.count("size", row -> table.cohorts().get(row).size()));
    for (int age = 0; age < table.averages().size(); age++) {
      int column = age;
      columns.add(
          Column.share(table.label(age), 1, Proportion::value)
              .ofOptional(row -> share(table, row, column), NOT_YET));
    }
    return ResultTable.of("Share by age", Columns.numbers(table.cohorts().size()), columns);
  }

  private static Optional<Proportion> share(CohortTable table, int row, int age) {
    return age < table.ages(row) ? table.cell(row, age).share() : Optional.empty();
  }

  /**
   * Returns the averages of a cohort table at each age over the cohorts observed at it, pooled and
   * simple.
   *
   * @param averages from {@link CohortTable#averages} or {@link CohortTable#averagesToHorizon}
   * @return a row for each age
   */
  public static ResultTable cohortAverages(List<CohortAverage> averages) {
    return ResultTable.of(
        "Averages over cohorts",
        averages,
        joined(
            joined(
                List.of(
                    Column.count("age", CohortAverage::age),
                    Column.count("cohorts", CohortAverage::cohorts)),
                Columns.share("active", "of", "pooled share", CohortAverage::pooled)),
            List.of(Column.share("simple share", CohortAverage::simple))));
  }

  /**
   * Returns a cohort curve with 95 % Wilson intervals.
   *
   * @param curve the curve
   * @return a row for each age
   */
  public static ResultTable curve(CohortCurve curve) {
    return ResultTable.of(
        "Share by age",
        curve.points(),
        joined(
            joined(
                List.of(
                    Column.count("age", CohortCurve.Point::age),
                    Column.count("cohorts", CohortCurve.Point::cohorts)),
                Columns.share("active", "of", "share", CohortCurve.Point::active)),
            Columns.shareLimits(point -> Optional.of(point.active().interval()))));
  }

  /**
   * Returns an own figure beside published ones, in the unit of the metric: fractions, or points of
   * a survey. Values are on the length of period of each benchmark; {@link #caveats} belongs beside
   * it.
   *
   * @param comparisons the comparisons
   * @return a row for each
   */
  public static ResultTable benchmarks(List<BenchmarkComparison> comparisons) {
    return ResultTable.of(
        "Beside published figures",
        comparisons,
        List.of(
            Column.text("benchmark", RetentionTables::industry),
            Column.text("metric", it -> words(it.benchmark().metric())),
            Column.text("period", it -> it.benchmark().period().toString()),
            Column.number("own", 4, BenchmarkComparison::ownValue),
            Column.number("lower", 4, it -> it.interval().lower()),
            Column.number("upper", 4, it -> it.interval().upper()),
            Column.number("published", 4, it -> it.benchmark().value().reference()),
            Column.number("gap", 4, BenchmarkComparison::gap),
            Column.text("verdict", it -> words(it.verdict())),
            Column.text("standing", it -> words(it.standing())),
            Column.number("p-value", 4, Double::doubleValue)
                .ofOptional(it -> boxed(it.pValue()), "an estimate has an interval and no test"),
            Column.text("source", it -> it.benchmark().source() + ", " + it.benchmark().year())));
  }

  /** What a reader of a comparison must be told. */
  private record Caveat(String benchmark, String text) {}

  /**
   * Returns what readers of the comparisons must be told: definitions that are not known to be the
   * same, lengths of period converted, uncertain sources.
   *
   * @param comparisons the comparisons
   * @return a row for each caveat; none if there is nothing to tell
   */
  public static ResultTable caveats(List<BenchmarkComparison> comparisons) {
    return ResultTable.of(
        "Caveats",
        comparisons.stream()
            .flatMap(it -> it.caveats().stream().map(text -> new Caveat(industry(it), text)))
            .toList(),
        List.of(Column.text("benchmark", Caveat::benchmark), Column.text("caveat", Caveat::text)));
  }

  private static String industry(BenchmarkComparison comparison) {
    return comparison.benchmark().industry();
  }

  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
