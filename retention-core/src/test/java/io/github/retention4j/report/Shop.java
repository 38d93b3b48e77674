package io.github.retention4j.report;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.attention.Cadence;
import io.github.retention4j.attention.CadenceCalculator;
import io.github.retention4j.attention.RfmCalculator;
import io.github.retention4j.attention.RfmTable;
import io.github.retention4j.benchmark.Benchmark;
import io.github.retention4j.benchmark.BenchmarkCatalog;
import io.github.retention4j.benchmark.BenchmarkComparator;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkDefinition;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.DefinitionPolicy;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.benchmark.PeriodConversion;
import io.github.retention4j.clv.ModelLifetimeValue;
import io.github.retention4j.clv.ModelLifetimeValueCalculator;
import io.github.retention4j.cohort.CohortAmountCalculator;
import io.github.retention4j.cohort.CohortAmountTable;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.feedback.Answer;
import io.github.retention4j.feedback.ScoreScale;
import io.github.retention4j.feedback.ScoreTrendCalculator;
import io.github.retention4j.feedback.ScoreTrends;
import io.github.retention4j.feedback.SurveyAnswers;
import io.github.retention4j.lifecycle.LifecycleCalculator;
import io.github.retention4j.lifecycle.LifecycleTable;
import io.github.retention4j.purchase.HoldoutEvaluator;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.PurchasePredictions;
import io.github.retention4j.purchase.PurchasePredictor;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseTracker;
import io.github.retention4j.purchase.SimulatedPurchases;
import io.github.retention4j.purchase.TrackingTable;
import io.github.retention4j.retention.MovementCalculator;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.segment.ChurnDrivers;
import io.github.retention4j.segment.ChurnDriversCalculator;
import io.github.retention4j.segment.ChurnSample;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.survival.CalibrationTable;
import io.github.retention4j.survival.CoxFitter;
import io.github.retention4j.survival.CoxReport;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.SurvivalCalibration;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.survival.SurvivalCurves;
import io.github.retention4j.testing.SampleBusiness;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One seeded business and the results that tables and pictures are made of. */
final class Shop {

  static final LocalDate CALIBRATED = LocalDate.of(2024, 7, 1);
  static final SampleBusiness<ParetoNbd> BUSINESS = SampleBusiness.WHOLESALER;

  private static final int CUSTOMERS = 300;
  private static final SimulatedPurchases BOUGHT = bought();
  static final PurchaseSample SAMPLE = BOUGHT.toSample();
  static final EventLog LOG = BOUGHT.toLog(CALIBRATED);
  static final LocalDate LAST_DAY = LOG.observationEndExclusive().minusDays(1);
  static final PeriodAxis MONTHS =
      PeriodAxis.months(
          new DateRange(
              LOG.observed().start().withDayOfMonth(1), LAST_DAY.plusMonths(1).withDayOfMonth(1)));
  static final ActivityGrid GRID = ActivityGrid.from(LOG, MONTHS);

  private Shop() {}

  private static SimulatedPurchases bought() {
    SplittableRandom random = new SplittableRandom(42);
    double[] weeks =
        IntStream.range(0, CUSTOMERS).mapToDouble(i -> random.nextInt(1, 365) / 7.0).toArray();
    return BUSINESS.simulate(weeks, 26, 42);
  }

  static CohortTable cohorts() {
    return CohortCalculator.withDefaults().calculate(GRID);
  }

  static CohortAmountTable cohortAmounts() {
    return CohortAmountCalculator.withDefaults().calculate(AmountGrid.from(LOG, MONTHS));
  }

  static List<PeriodMovement> movements() {
    return MovementCalculator.withDefaults().calculate(GRID);
  }

  static LifecycleTable lifecycle() {
    return LifecycleCalculator.withDefaults().calculate(GRID);
  }

  static RevenueGrid revenue() {
    RevenueCollector collector =
        RevenueCollector.on(MONTHS, LOG.observationEndExclusive(), Currency.getInstance("USD"));
    LOG.events().forEach(it -> collector.add(it.customer(), it.date(), it.amount().orElseThrow()));
    return collector.toGrid();
  }

  static RevenueBridge bridge() {
    return RevenueBridgeCalculator.withDefaults().calculate(revenue());
  }

  static List<BenchmarkComparison> benchmarks() {
    OwnMetric own =
        OwnMetric.counted(
            BenchmarkMetric.CUSTOMER_RETENTION,
            new Proportion(310, 440),
            Granularity.YEAR,
            BenchmarkDefinition.OF_CUSTOMERS_AT_START);
    BenchmarkComparator comparator =
        BenchmarkComparator.withDefaults()
            .with(DefinitionPolicy.ACCEPT_DIFFERENT)
            .with(PeriodConversion.COMPOUNDING);
    Stream<Benchmark> published =
        BenchmarkCatalog.bundled()
            .forMetric(BenchmarkMetric.CUSTOMER_RETENTION)
            .benchmarks()
            .stream();
    return published.limit(10).map(it -> comparator.compare(own, it)).toList();
  }

  private static double[] stays(SplittableRandom random) {
    return IntStream.range(0, CUSTOMERS)
        .mapToDouble(i -> Math.ceil(-20 * Math.log(1 - random.nextDouble()) * (1 + i % 2)))
        .toArray();
  }

  static LifetimeSample lifetimes() {
    double[] months = stays(new SplittableRandom(7));
    boolean[] left = new boolean[CUSTOMERS];
    List<String> plans =
        IntStream.range(0, CUSTOMERS).mapToObj(i -> i % 2 == 0 ? "month" : "year").toList();
    for (int i = 0; i < CUSTOMERS; i++) {
      left[i] = months[i] <= 36;
      months[i] = Math.min(36, months[i]);
    }
    return LifetimeSample.fromStart(TimeScale.MEAN_MONTH, months, left).withGroups("plan", plans);
  }

  static SurvivalCurve survival() {
    return KaplanMeier.withDefaults().calculate(lifetimes());
  }

  static SurvivalCurves survivalByPlan() {
    return KaplanMeier.withDefaults().calculateByGroup(lifetimes());
  }

  static CoxReport cox() {
    boolean[] yearly = new boolean[CUSTOMERS];
    IntStream.range(0, CUSTOMERS).forEach(i -> yearly[i] = i % 2 == 1);
    CovariateTable covariates = CovariateTable.ofRows(CUSTOMERS).withFlags("yearly plan", yearly);
    return CoxFitter.withDefaults().fit(lifetimes(), covariates).report();
  }

  static CalibrationTable survivalCalibration() {
    return SurvivalCalibration.withDefaults()
        .withBins(5)
        .calculate(lifetimes(), (row, time) -> Math.exp(-time / (20 + row % 40)), 12);
  }

  static PurchasePredictions predictions() {
    return PurchasePredictor.withDefaults().predict(BUSINESS.purchases(), SAMPLE, 26);
  }

  static ModelLifetimeValue lifetimeValues() {
    return ModelLifetimeValueCalculator.withDefaults()
        .calculate(BUSINESS.purchases(), BUSINESS.spend(), SAMPLE);
  }

  static TrackingTable tracking() {
    return PurchaseTracker.withDefaults()
        .withCalibrationEnd(CALIBRATED)
        .track(BUSINESS.purchases(), LOG);
  }

  static HoldoutReport holdout() {
    return HoldoutEvaluator.withDefaults().evaluate(BUSINESS.purchases(), SAMPLE);
  }

  static RfmTable rfm() {
    return RfmCalculator.withDefaults().calculate(LOG, LAST_DAY);
  }

  static Cadence cadence() {
    return CadenceCalculator.withDefaults().calculate(LOG, LAST_DAY);
  }

  static Concentration concentration() {
    return ConcentrationCalculator.withDefaults()
        .calculate(CustomerAmounts.from(LOG))
        .orElseThrow();
  }

  static ChurnDrivers churnDrivers() {
    SplittableRandom random = new SplittableRandom(11);
    boolean[] left = new boolean[CUSTOMERS];
    List<String> cities =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(i -> List.of("上海", "กรุงเทพฯ", "دبي").get(i % 3))
            .toList();
    IntStream.range(0, CUSTOMERS).forEach(i -> left[i] = random.nextDouble() < 0.2 + 0.1 * (i % 3));
    return ChurnDriversCalculator.withDefaults()
        .audit(ChurnSample.of(left).withLabels("city", cities));
  }

  static ScoreTrends scoreTrends() {
    SplittableRandom random = new SplittableRandom(3);
    List<Answer> answers =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    Answer.of(
                        LOG.customers().get(i % 10),
                        LocalDate.of(2024, 1, 1).plusDays(i),
                        Math.max(0, 10 - i % 10 * i / 200 - random.nextInt(3))))
            .toList();
    return ScoreTrendCalculator.withDefaults()
        .calculate(SurveyAnswers.of(ScoreScale.ZERO_TO_TEN, LocalDate.of(2024, 12, 31), answers));
  }
}
