package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.attention.AttentionList;
import io.github.retention4j.attention.Cadence;
import io.github.retention4j.attention.CustomerCadence;
import io.github.retention4j.attention.RfmCustomer;
import io.github.retention4j.attention.RfmSegment;
import io.github.retention4j.attention.RfmTable;
import io.github.retention4j.attention.UsualGap;
import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.concentration.LorenzPoint;
import io.github.retention4j.feedback.ScoreSlope;
import io.github.retention4j.feedback.ScoreTrend;
import io.github.retention4j.feedback.ScoreTrends;
import io.github.retention4j.money.Money;
import io.github.retention4j.segment.AttributeProfile;
import io.github.retention4j.segment.ChurnDrivers;
import io.github.retention4j.segment.ValueContrast;
import io.github.retention4j.segment.ValueProfile;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tables of customers and groups of customers: who needs attention, and why some leave. */
public final class CustomerTables {

  private static final String NO_GAP = "no gap is known";
  private static final String EMPTY_SEGMENT = "no customer is in the segment";

  private CustomerTables() {}

  /**
   * Returns the RFM values, scores and segment of each customer.
   *
   * @param table the scores
   * @return a row for each customer; without amounts where none are known
   */
  public static ResultTable rfm(RfmTable table) {
    Optional<Currency> currency = table.row(0).amount().map(Money::currency);
    return ResultTable.of(
        "RFM as of " + table.asOf(),
        Columns.numbers(table.size()),
        joined(
            joined(
                List.of(
                    Column.text("customer", (Integer i) -> table.row(i).customer().value()),
                    Column.count("recency days", i -> table.row(i).recencyDays()),
                    Column.count("frequency", i -> table.row(i).frequency())),
                amounts(currency, i -> table.row(i).amount())),
            scores().stream().map(column -> column.of(table::row)).toList()));
  }

  private static List<Column<RfmCustomer>> scores() {
    return List.of(
        Column.count("R", RfmCustomer::recencyScore),
        Column.count("F", RfmCustomer::frequencyScore),
        Column.count("M", Integer::longValue)
            .ofOptional(it -> boxed(it.monetaryScore()), "no amounts are known"),
        Column.text("segment", RfmCustomer::segment));
  }

  /** A column of amounts, or none where there is no amount to tell the currency. */
  private static <T> List<Column<T>> amounts(
      Optional<Currency> currency, Function<T, Optional<Money>> amount) {
    return currency.stream()
        .map(
            code ->
                Column.amount("amount", code, (Money it) -> it)
                    .ofOptional(amount, "no amount is known"))
        .toList();
  }

  /**
   * Returns what each RFM segment holds.
   *
   * @param table the scores
   * @return a row for each segment, also those without customers
   */
  public static ResultTable rfmSegments(RfmTable table) {
    List<RfmSegment> rows = table.summary();
    Optional<Currency> currency =
        rows.stream().flatMap(row -> row.amount().stream()).map(Money::currency).findFirst();
    return ResultTable.of(
        "RFM segments as of " + table.asOf(),
        rows,
        joined(
            joined(
                List.of(
                    Column.text("segment", RfmSegment::name),
                    Column.count("customers", it -> it.customers().count()),
                    Column.share("share", it -> it.customers().value())),
                amounts(currency, RfmSegment::amount)),
            List.of(
                Column.share("share of amount", Double::doubleValue)
                    .ofOptional(
                        (RfmSegment it) -> boxed(it.shareOfAmount()),
                        "no amounts are known, or they sum to nothing"),
                Column.number("mean recency days", 1, Double::doubleValue)
                    .ofOptional(it -> boxed(it.meanRecencyDays()), EMPTY_SEGMENT),
                Column.number("mean frequency", 2, Double::doubleValue)
                    .ofOptional(it -> boxed(it.meanFrequency()), EMPTY_SEGMENT))));
  }

  /**
   * Returns how often each customer buys and how long it has been silent.
   *
   * @param cadence the rhythm of the customers
   * @return a row for each customer, or for each customer and product
   */
  public static ResultTable cadence(Cadence cadence) {
    return cadence("Cadence as of " + cadence.asOf(), cadence.rows().toList());
  }

  /**
   * Returns the customers that a rule picked, such as those overdue.
   *
   * @param list the list
   * @return a row for each, the most urgent first
   */
  public static ResultTable attention(AttentionList list) {
    return cadence("As of " + list.asOf() + ", " + list.rule() + ": " + list.share(), list.rows());
  }

  private static ResultTable cadence(String title, List<CustomerCadence> rows) {
    Optional<Currency> currency =
        rows.stream().flatMap(row -> row.amount().stream()).map(Money::currency).findFirst();
    return ResultTable.of(
        title,
        rows,
        joined(
            List.of(
                Column.text("customer", (CustomerCadence it) -> it.customer().value()),
                Column.text("product", (String it) -> it)
                    .ofOptional(CustomerCadence::product, "purchases of anything"),
                Column.count("purchases", CustomerCadence::purchases),
                Column.date("last purchase", CustomerCadence::lastPurchase),
                Column.count("silent days", CustomerCadence::daysSinceLast)),
            joined(gaps(), amounts(currency, CustomerCadence::amount))));
  }

  private static List<Column<CustomerCadence>> gaps() {
    return List.of(
        Column.number("usual gap days", 1, UsualGap::median)
            .ofOptional(CustomerCadence::usualGap, NO_GAP),
        Column.number("lower", 1, UsualGap::lower).ofOptional(CustomerCadence::usualGap, NO_GAP),
        Column.number("upper", 1, UsualGap::upper).ofOptional(CustomerCadence::usualGap, NO_GAP),
        Column.number("silent / usual", 2, Double::doubleValue)
            .ofOptional(it -> boxed(it.ratioToMedian()), "no gap is known, or the usual one is 0"),
        Column.date("expected", (LocalDate it) -> it)
            .ofOptional(CustomerCadence::expectedNextPurchase, NO_GAP));
  }

  /**
   * Returns the Lorenz curve at equal steps.
   *
   * @param concentration the amounts of the customers
   * @param steps how many, 1 to 1000000
   * @return a row for each point, from (0, 0) to (1, 1)
   * @throws IllegalArgumentException if steps is not in that range
   */
  public static ResultTable lorenz(Concentration concentration, int steps) {
    return ResultTable.of(
        "Share of the total that the smallest customers have",
        concentration.lorenzCurve(steps),
        List.of(
            Column.share("smallest customers", LorenzPoint::shareOfCustomers),
            Column.share("have of the total", LorenzPoint::shareOfTotal)));
  }

  /** A value of an attribute and who left. */
  private record Driver(AttributeProfile attribute, ValueProfile value) {}

  /**
   * Returns churn by each value of each attribute, the most strongly associated attribute first,
   * with intervals, and the difference and risk ratio against the value compared with.
   *
   * @param drivers the associations
   * @return a row for each value
   */
  public static ResultTable churnDrivers(ChurnDrivers drivers) {
    String reference = "others are compared with this value";
    List<Driver> rows =
        drivers.attributes().stream()
            .flatMap(attribute -> attribute.values().stream().map(it -> new Driver(attribute, it)))
            .toList();
    return ResultTable.of(
        "Churn by attribute, " + Figures.decimals(100 * drivers.level(), 0) + " % intervals",
        rows,
        joined(
            joined(
                List.of(
                    Column.text("attribute", (Driver it) -> it.attribute().attribute()),
                    Column.text("value", it -> it.value().value())),
                Columns.share("lost", "customers", "churn", it -> it.value().churn())),
            List.of(
                Column.share("lower", (Driver it) -> it.value().interval().lower()),
                Column.share("upper", it -> it.value().interval().upper()),
                Column.text("against", ValueContrast::against)
                    .ofOptional(it -> it.value().contrast(), reference),
                Column.share("difference", (ValueContrast it) -> it.difference().difference())
                    .ofOptional(it -> it.value().contrast(), reference),
                Column.number("risk ratio", 3, Double::doubleValue)
                    .ofOptional(
                        it -> it.value().contrast().flatMap(CustomerTables::riskRatio),
                        reference + ", or nobody left there"),
                Column.number("strength", 3, it -> it.attribute().strength()),
                Column.number("p-value, Holm", 4, it -> it.attribute().holm().pValue()))));
  }

  private static Optional<Double> riskRatio(ValueContrast contrast) {
    return contrast.riskRatio().map(ratio -> ratio.value());
  }

  /**
   * Returns how the scores of each customer, person or project went.
   *
   * @param trends the trends
   * @return a row for each
   */
  public static ResultTable scoreTrends(ScoreTrends trends) {
    String untested = "too few answers for a test";
    Function<ScoreTrend, Optional<ConfidenceInterval>> interval =
        trend -> trend.slope().flatMap(ScoreSlope::interval);
    return ResultTable.of(
        "Scores by " + trends.key().title() + ", slopes in scores, time in " + trends.unit(),
        trends.trends(),
        joined(
            List.of(
                Column.text(trends.key().title(), ScoreTrend::name),
                Column.count("answers", it -> it.scores().total()),
                Column.date("first", ScoreTrend::first),
                Column.date("last", ScoreTrend::last),
                Column.number("mean score", 2, it -> it.scores().mean()),
                Column.number("last score", 1, ScoreTrend::lastScore),
                Column.number("slope", 4, ScoreSlope::value)
                    .ofOptional(ScoreTrend::slope, "answers of one day only")),
            joined(
                Columns.limits(4, interval, "too few answers for an interval"),
                List.of(
                    Column.number("p-value", 4, TestResult::pValue)
                        .ofOptional(ScoreTrend::test, untested),
                    Column.number("adjusted p-value", 4, Double::doubleValue)
                        .ofOptional((ScoreTrend it) -> boxed(it.adjustedPValue()), untested)))));
  }
}
