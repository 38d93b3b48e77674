package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.attention.AttentionList;
import io.github.retention4j.attention.AttentionRule;
import io.github.retention4j.attention.CustomerCadence;
import io.github.retention4j.attention.RfmCustomer;
import io.github.retention4j.attention.RfmSegment;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.clv.ModelLifetimeValue;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.cohort.CohortAverage;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.economics.CustomerBase;
import io.github.retention4j.economics.MetricChange;
import io.github.retention4j.economics.RetentionLift;
import io.github.retention4j.economics.RetentionWhatIf;
import io.github.retention4j.economics.WhatIf;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.feedback.ScoreSlope;
import io.github.retention4j.feedback.ScoreTrend;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.lifecycle.LifecycleState;
import io.github.retention4j.lifecycle.LifecycleTable;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.AliveBand;
import io.github.retention4j.purchase.PredictionGroup;
import io.github.retention4j.purchase.PurchasePredictions;
import io.github.retention4j.purchase.TrackingTable;
import io.github.retention4j.retention.ChurnRate;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionCalculator;
import io.github.retention4j.segment.AttributeProfile;
import io.github.retention4j.segment.ValueContrast;
import io.github.retention4j.segment.ValueProfile;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.survival.CalibrationBin;
import io.github.retention4j.survival.CoxReport;
import io.github.retention4j.survival.SurvivalAnswer;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.survival.SurvivalCurves;
import io.github.retention4j.time.Granularity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each column of a table of one business holds of each row what its heading says. */
class TableColumnsTest {

  /** The columns that a table must have, in this order, and what each holds of a row. */
  private static final class Columns<T> {

    private final Map<String, Function<T, Object>> columns = new LinkedHashMap<>();

    Columns<T> with(String heading, Function<T, Object> value) {
      columns.put(heading, value);
      return this;
    }

    Columns<T> limits(Function<T, Optional<ConfidenceInterval>> interval) {
      return with("lower", row -> interval.apply(row).map(ConfidenceInterval::lower))
          .with("upper", row -> interval.apply(row).map(ConfidenceInterval::upper));
    }

    void check(ResultTable table, List<T> rows) {
      assertThat(table.headings()).containsExactlyElementsOf(columns.keySet());
      List<NamedCsvRecord> csv =
          CsvReader.builder().ofNamedCsvRecord(table.toCsv()).stream().toList();
      assertThat(csv).hasSameSizeAs(rows);
      for (int i = 0; i < csv.size(); i++) {
        NamedCsvRecord line = csv.get(i);
        T row = rows.get(i);
        columns.forEach(
            (heading, value) -> checkField(line, heading, Optional.of(value.apply(row))));
      }
    }

    private static void checkField(NamedCsvRecord line, String heading, Optional<?> value) {
      String field = line.getField(heading);
      Optional<?> expected = unwrapped(value);
      if (expected.isEmpty()) {
        assertThat(field).as(heading).isEmpty();
        assertThat(line.getField("why empty")).contains(heading + ": ");
      } else if (expected.get() instanceof Number number) {
        assertThat(new BigDecimal(field)).as(heading).isEqualByComparingTo(number.toString());
      } else {
        assertThat(field).as(heading).isEqualTo(expected.get().toString());
      }
    }

    private static Optional<?> unwrapped(Optional<?> value) {
      Object inner = value.orElse(null);
      if (inner instanceof Optional<?> deeper) {
        return unwrapped(deeper);
      }
      if (inner instanceof OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
      }
      if (inner instanceof OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
      }
      return inner instanceof Money money ? Optional.of(money.amount()) : value;
    }
  }

  private static <T> Columns<T> columns() {
    return new Columns<>();
  }

  private static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  @Test
  void movements() {
    TableColumnsTest.<PeriodMovement>columns()
        .with("period", PeriodMovement::label)
        .with("at start", it -> it.counts().atStart())
        .with("retained", it -> it.counts().retained())
        .with("lost", it -> it.counts().lost())
        .with("acquired", it -> it.movement().acquired().size())
        .with("reactivated", it -> it.movement().reactivated().size())
        .with("at end", it -> it.counts().atEnd())
        .with("retention", it -> it.retention().map(RetentionRate::value))
        .limits(it -> it.retention().map(RetentionRate::interval))
        .with("churn", it -> ChurnRate.atStart(it.counts(), it.per()).map(ChurnRate::value))
        .check(RetentionTables.movements(Shop.movements()), Shop.movements());
  }

  @Test
  void rates() {
    List<RetentionRate> rates =
        Shop.movements().stream().flatMap(it -> it.retention().stream()).toList();
    TableColumnsTest.<Integer>columns()
        .with("rate", i -> i + 1)
        .with("definition", i -> rates.get(i).definition())
        .with("per", i -> "a month")
        .with("retained", i -> rates.get(i).retained().count())
        .with("of", i -> rates.get(i).retained().total())
        .with("retention", i -> rates.get(i).value())
        .limits(i -> Optional.of(rates.get(i).interval()))
        .check(RetentionTables.rates(rates), numbers(rates.size()));
  }

  @Test
  void growth() {
    TableColumnsTest.<GrowthPeriod>columns()
        .with("period", GrowthPeriod::label)
        .with("new", GrowthPeriod::newCustomers)
        .with("retained", GrowthPeriod::retained)
        .with("resurrected", GrowthPeriod::resurrected)
        .with("churned", GrowthPeriod::churned)
        .with("active", GrowthPeriod::active)
        .with("quick ratio", it -> it.quickRatio().value())
        .with("retention", it -> it.retention().map(share -> share.value()))
        .check(
            RetentionTables.growth(Shop.lifecycle().growth()), Shop.lifecycle().growth().periods());
  }

  @Test
  void lifecycle() {
    LifecycleTable table = Shop.lifecycle();
    TableColumnsTest.<Integer>columns()
        .with("period", period -> table.axis().label(period))
        .with("new", period -> table.count(period, LifecycleState.NEW))
        .with("returning", period -> table.count(period, LifecycleState.RETURNING))
        .with("resurrected", period -> table.count(period, LifecycleState.RESURRECTED))
        .with("dormant", period -> table.count(period, LifecycleState.DORMANT))
        .with("known", table::known)
        .check(
            RetentionTables.lifecycle(table),
            IntStream.range(table.firstPeriod(), table.endPeriodExclusive()).boxed().toList());
  }

  @Test
  void cohorts() {
    CohortTable table = Shop.cohorts();
    List<int[]> cells =
        numbers(table.cohorts().size()).stream()
            .flatMap(
                row -> IntStream.range(0, table.ages(row)).mapToObj(age -> new int[] {row, age}))
            .toList();
    TableColumnsTest.<int[]>columns()
        .with("cohort", at -> table.cohorts().get(at[0]).label())
        .with("first day", at -> table.cohorts().get(at[0]).days().start())
        .with("last day", at -> table.cohorts().get(at[0]).days().last())
        .with("size", at -> table.cohorts().get(at[0]).size())
        .with("age", at -> table.label(at[1]))
        .with("observed", at -> at[0] + at[1] + 1 < table.ages(0) ? "yes" : "so far")
        .with("active", at -> active(table.cell(at[0], at[1])))
        .with("share", at -> table.cell(at[0], at[1]).share().map(share -> share.value()))
        .check(RetentionTables.cohortCells(table), cells);
    TableColumnsTest.<CohortAverage>columns()
        .with("age", CohortAverage::age)
        .with("cohorts", CohortAverage::cohorts)
        .with("active", it -> it.pooled().count())
        .with("of", it -> it.pooled().total())
        .with("pooled share", it -> it.pooled().value())
        .with("simple share", CohortAverage::simple)
        .check(RetentionTables.cohortAverages(table.averages()), table.averages());
    TableColumnsTest.<CohortCurve.Point>columns()
        .with("age", CohortCurve.Point::age)
        .with("cohorts", CohortCurve.Point::cohorts)
        .with("active", it -> it.active().count())
        .with("of", it -> it.active().total())
        .with("share", it -> it.active().value())
        .limits(it -> Optional.of(it.active().interval()))
        .check(RetentionTables.curve(table.pooledCurve()), table.pooledCurve().points());
  }

  private static long active(CohortCell cell) {
    return cell.share()
        .map(share -> share.count())
        .orElseGet(() -> ((CohortCell.NotYetObserved) cell).activeSoFar());
  }

  private static String words(Enum<?> constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Test
  void benchmarks() {
    TableColumnsTest.<BenchmarkComparison>columns()
        .with("benchmark", it -> it.benchmark().industry())
        .with("metric", it -> "customer retention")
        .with("period", it -> it.benchmark().period())
        .with("own", BenchmarkComparison::ownValue)
        .limits(it -> Optional.of(it.interval()))
        .with("published", it -> it.benchmark().value().reference())
        .with("gap", BenchmarkComparison::gap)
        .with("verdict", it -> words(it.verdict()))
        .with("standing", it -> words(it.standing()))
        .with("p-value", BenchmarkComparison::pValue)
        .with("source", it -> it.benchmark().source() + ", " + it.benchmark().year())
        .check(RetentionTables.benchmarks(Shop.benchmarks()), Shop.benchmarks());
  }

  @Test
  void bridge() {
    List<RevenueBridgePeriod> rows =
        Stream.concat(Shop.bridge().periods().stream(), Shop.bridge().total().stream()).toList();
    Columns<RevenueBridgePeriod> money =
        TableColumnsTest.<RevenueBridgePeriod>columns()
            .with("period", RevenueBridgePeriod::label)
            .with("opening USD", it -> it.revenue().opening());
    Columns<RevenueBridgePeriod> heads =
        TableColumnsTest.<RevenueBridgePeriod>columns()
            .with("period", RevenueBridgePeriod::label)
            .with("opening", it -> it.customers().opening());
    for (RevenueMovement movement : RevenueMovement.values()) {
      money.with(movement.words() + " USD", it -> it.revenue().amount(movement));
      heads.with(movement.words(), it -> it.customers().count(movement));
    }
    money
        .with("closing USD", it -> it.revenue().closing())
        .check(RevenueTables.bridge(Shop.bridge()), rows);
    heads
        .with("closing", it -> it.customers().closing())
        .check(RevenueTables.customers(Shop.bridge()), rows);
  }

  @Test
  void revenueRetention() {
    List<RevenueRetention> rates =
        RevenueRetentionCalculator.withDefaults().over(3).calculate(Shop.revenue());
    TableColumnsTest.<RevenueRetention>columns()
        .with("definition", it -> it.definition().formula())
        .with("first day", it -> it.days().map(days -> days.start()))
        .with("last day", it -> it.days().map(days -> days.last()))
        .with("opening USD", RevenueRetention::opening)
        .with("kept USD", RevenueRetention::kept)
        .with("retention", RevenueRetention::value)
        .limits(RevenueRetention::interval)
        .with("logo retention", it -> it.logos().map(share -> share.value()))
        .check(RevenueTables.retention(rates), rates);
    assertThat(rates).anyMatch(rate -> rate.interval().isPresent());
  }

  @Test
  void whatIf() {
    WhatIf whatIf =
        RetentionWhatIf.withDefaults()
            .lift(
                CustomerBase.of(
                    1000,
                    MonetaryEstimate.of("EUR", 50),
                    new PeriodicMargin(MonetaryEstimate.of("EUR", 20), Granularity.MONTH)),
                0.9,
                RetentionLift.byPoints(0.1),
                12);
    TableColumnsTest.<MetricChange>columns()
        .with("metric", it -> it.metric().title())
        .with("unit", MetricChange::unit)
        .with("before", MetricChange::before)
        .with("after", MetricChange::after)
        .with("change", MetricChange::change)
        .with("relative change", MetricChange::relative)
        .check(RevenueTables.whatIf(whatIf), whatIf.changes());
    assertThat(whatIf.changes()).anyMatch(it -> it.after().isEmpty());
  }

  @Test
  void survival() {
    SurvivalCurve curve = Shop.survival();
    TableColumnsTest.<Integer>columns()
        .with("time", curve::time)
        .with("at risk", curve::atRisk)
        .with("lost", step -> curve.lost(step))
        .with("censored", curve::censored)
        .with("survival", curve::survival)
        .with("standard error", curve::standardError)
        .limits(curve::interval)
        .check(SurvivalTables.curve(curve), numbers(curve.size()));
    SurvivalCurves curves = Shop.survivalByPlan();
    TableColumnsTest.<String>columns()
        .with("plan", plan -> plan)
        .with("rows", plan -> curves.of(plan).rows())
        .with("lost", plan -> curves.of(plan).lost())
        .with("median", plan -> curves.of(plan).median().estimate().time())
        .check(SurvivalTables.groups(curves), List.of("month", "year"));
    CoxReport cox = Shop.cox();
    TableColumnsTest.<ParameterEstimate>columns()
        .with("covariate", ParameterEstimate::name)
        .with("coefficient", ParameterEstimate::value)
        .with("standard error", ParameterEstimate::standardError)
        .with("hazard ratio", it -> Math.exp(it.value()))
        .limits(it -> cox.hazardRatio(it.name()).flatMap(ratio -> ratio.interval(0.95)))
        .with("z", it -> cox.test(it.name()).map(test -> test.statistic()))
        .with("p-value", it -> cox.test(it.name()).map(test -> test.pValue()))
        .check(SurvivalTables.cox(cox), cox.fit().estimates());
    TableColumnsTest.<CalibrationBin>columns()
        .with("customers", CalibrationBin::customers)
        .with("lowest forecast", CalibrationBin::lowest)
        .with("highest forecast", CalibrationBin::highest)
        .with("mean forecast", CalibrationBin::forecast)
        .with("observed", it -> it.observed().estimate().map(SurvivalAnswer.Estimate::survival))
        .limits(it -> it.observed().estimate().flatMap(SurvivalAnswer.Estimate::interval))
        .check(
            SurvivalTables.calibration(Shop.survivalCalibration()),
            Shop.survivalCalibration().bins());
  }

  @Test
  void purchases() {
    PurchasePredictions predictions = Shop.predictions();
    TableColumnsTest.<Integer>columns()
        .with("customer", row -> predictions.customers().get(row).value())
        .with("P(alive)", predictions::probabilityAlive)
        .with("expected purchases", row -> predictions.expectedPurchases(row))
        .check(PurchaseTables.predictions(predictions), numbers(predictions.size()));
    ModelLifetimeValue values = Shop.lifetimeValues();
    TableColumnsTest.<Integer>columns()
        .with("customer", row -> values.customers().get(row).value())
        .with("discounted purchases", values::discountedPurchases)
        .with("spend per purchase USD", row -> values.expectedSpend(row).value())
        .with("value USD", row -> values.value(row).map(MonetaryEstimate::amount))
        .check(PurchaseTables.lifetimeValues(values), numbers(values.customers().size()));
  }

  @Test
  void holdout() {
    TableColumnsTest.<TrackingTable.Row>columns()
        .with("first day", it -> it.days().start())
        .with("last day", it -> it.days().last())
        .with("part", it -> it.days().last().isBefore(Shop.CALIBRATED) ? "calibration" : "holdout")
        .with("actual", TrackingTable.Row::actual)
        .with("expected", TrackingTable.Row::expected)
        .with("cumulative actual", TrackingTable.Row::cumulativeActual)
        .with("cumulative expected", TrackingTable.Row::cumulativeExpected)
        .check(PurchaseTables.tracking(Shop.tracking()), Shop.tracking().rows());
    TableColumnsTest.<PredictionGroup>columns()
        .with("customers", PredictionGroup::customers)
        .with("predicted", PredictionGroup::predicted)
        .with("actual", PredictionGroup::actual)
        .with("mean predicted", it -> it.predicted() / it.customers())
        .with("mean actual", it -> it.actual() / (double) it.customers())
        .check(PurchaseTables.byPrediction(Shop.holdout()), Shop.holdout().byPrediction());
    TableColumnsTest.<AliveBand>columns()
        .with("from", AliveBand::lower)
        .with("to", AliveBand::upper)
        .with("mean P(alive)", AliveBand::meanProbabilityAlive)
        .with("mean P(active)", AliveBand::meanProbabilityActive)
        .with("active", it -> it.active().count())
        .with("of", it -> it.active().total())
        .with("share active", it -> it.active().value())
        .limits(it -> Optional.of(it.active().interval()))
        .check(
            PurchaseTables.byProbabilityAlive(Shop.holdout()), Shop.holdout().byProbabilityAlive());
  }

  @Test
  void rfm() {
    List<RfmCustomer> customers = numbers(Shop.rfm().size()).stream().map(Shop.rfm()::row).toList();
    TableColumnsTest.<RfmCustomer>columns()
        .with("customer", it -> it.customer().value())
        .with("recency days", RfmCustomer::recencyDays)
        .with("frequency", RfmCustomer::frequency)
        .with("amount USD", RfmCustomer::amount)
        .with("R", RfmCustomer::recencyScore)
        .with("F", RfmCustomer::frequencyScore)
        .with("M", RfmCustomer::monetaryScore)
        .with("segment", RfmCustomer::segment)
        .check(CustomerTables.rfm(Shop.rfm()), customers);
    TableColumnsTest.<RfmSegment>columns()
        .with("segment", RfmSegment::name)
        .with("customers", it -> it.customers().count())
        .with("share", it -> it.customers().value())
        .with("amount USD", RfmSegment::amount)
        .with("share of amount", RfmSegment::shareOfAmount)
        .with("mean recency days", RfmSegment::meanRecencyDays)
        .with("mean frequency", RfmSegment::meanFrequency)
        .check(CustomerTables.rfmSegments(Shop.rfm()), Shop.rfm().summary());
  }

  @Test
  void cadence() {
    Columns<CustomerCadence> columns =
        TableColumnsTest.<CustomerCadence>columns()
            .with("customer", it -> it.customer().value())
            .with("product", CustomerCadence::product)
            .with("purchases", CustomerCadence::purchases)
            .with("last purchase", CustomerCadence::lastPurchase)
            .with("silent days", CustomerCadence::daysSinceLast)
            .with("usual gap days", it -> it.usualGap().map(gap -> gap.median()))
            .with("lower", it -> it.usualGap().map(gap -> gap.lower()))
            .with("upper", it -> it.usualGap().map(gap -> gap.upper()))
            .with("silent / usual", CustomerCadence::ratioToMedian)
            .with("expected", CustomerCadence::expectedNextPurchase)
            .with("amount USD", CustomerCadence::amount);
    columns.check(CustomerTables.cadence(Shop.cadence()), Shop.cadence().rows().toList());
    AttentionList overdue = Shop.cadence().list(new AttentionRule.Overdue(2));
    columns.check(CustomerTables.attention(overdue), overdue.rows());
  }

  @Test
  void drivers() {
    AttributeProfile city = Shop.churnDrivers().attributes().get(0);
    TableColumnsTest.<ValueProfile>columns()
        .with("attribute", it -> "city")
        .with("value", ValueProfile::value)
        .with("lost", it -> it.churn().count())
        .with("customers", it -> it.churn().total())
        .with("churn", it -> it.churn().value())
        .limits(it -> Optional.of(it.interval()))
        .with("against", it -> it.contrast().map(ValueContrast::against))
        .with("difference", it -> it.contrast().map(against -> against.difference().difference()))
        .with(
            "risk ratio",
            it -> it.contrast().flatMap(ValueContrast::riskRatio).map(ratio -> ratio.value()))
        .with("strength", it -> city.strength())
        .with("p-value, Holm", it -> city.holm().pValue())
        .check(CustomerTables.churnDrivers(Shop.churnDrivers()), city.values());
  }

  @Test
  void scores() {
    TableColumnsTest.<ScoreTrend>columns()
        .with("customer", ScoreTrend::name)
        .with("answers", it -> it.scores().total())
        .with("first", ScoreTrend::first)
        .with("last", ScoreTrend::last)
        .with("mean score", it -> it.scores().mean())
        .with("last score", ScoreTrend::lastScore)
        .with("slope", it -> it.slope().map(ScoreSlope::value))
        .limits(it -> it.slope().flatMap(ScoreSlope::interval))
        .with("p-value", it -> it.test().map(test -> test.pValue()))
        .with("adjusted p-value", ScoreTrend::adjustedPValue)
        .check(CustomerTables.scoreTrends(Shop.scoreTrends()), Shop.scoreTrends().trends());
  }
}
