package io.github.retention4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.attention.CadenceCalculator;
import io.github.retention4j.attention.CustomerCadence;
import io.github.retention4j.benchmark.BenchmarkCatalog;
import io.github.retention4j.benchmark.BenchmarkComparator;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkComparison.Verdict;
import io.github.retention4j.benchmark.BenchmarkDefinition;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.DefinitionPolicy;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.clv.DiscountRate;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueCalculator;
import io.github.retention4j.clv.LifetimeValueFormula;
import io.github.retention4j.clv.LifetimeValueToCost;
import io.github.retention4j.clv.Payback;
import io.github.retention4j.clv.PaybackCalculator;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.cohort.CohortAverage;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.concentration.GiniDefinition;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.economics.RetentionLift;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.feedback.NetPromoterMethod;
import io.github.retention4j.feedback.NetPromoterScore;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.lifecycle.LifecycleCalculator;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.renewal.GeometricLifetime;
import io.github.retention4j.renewal.ShiftedBetaGeometric;
import io.github.retention4j.report.ResultTable;
import io.github.retention4j.report.RetentionTables;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.RateConversion;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.revenue.ChurnDivisor;
import io.github.retention4j.revenue.RevenueChurn;
import io.github.retention4j.revenue.RevenueLoss;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueMovements;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.revenue.RevenueRetentionDefinition;
import io.github.retention4j.segment.AttributeProfile;
import io.github.retention4j.segment.ChurnDriversCalculator;
import io.github.retention4j.segment.ChurnSample;
import io.github.retention4j.segment.ValueContrast;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.survival.CumulativeIncidence;
import io.github.retention4j.survival.IncidenceCurves;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeEnd;
import io.github.retention4j.survival.LifetimeFitter;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.MeanLifetime;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Computes every number that the page of a package quotes, and looks that the page quotes it. */
class WorkedNumbersTest {

  private static final PeriodicMargin HUNDRED_A_YEAR =
      new PeriodicMargin(MonetaryEstimate.of("EUR", 100), Granularity.YEAR);

  @Test
  void time() {
    PeriodAxis months =
        PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 3, 1)));
    assertThat(months.size()).isEqualTo(2);
    assertThat(months.completePeriods(LocalDate.of(2024, 2, 10))).isEqualTo(1);
    Instant lateEvening = Instant.parse("2024-01-31T23:30:00Z");
    assertThat(BusinessZone.of("Europe/London").dateOf(lateEvening)).hasDayOfMonth(31);
    assertThat(BusinessZone.of("Europe/Berlin").dateOf(lateEvening)).hasMonthValue(2);
    says("time", months.label(0) + " and " + months.label(1) + "; on 2024-02-10 only the first");
    says("time", lateEvening + " belongs to January in London and to February in Berlin");
  }

  @Test
  void money() {
    assertThat(Money.of("USD", "49.90").plus(Money.of("USD", "0.10")))
        .isEqualTo(Money.of("USD", "50"));
    assertThat(Money.of("USD", "0.1").plus(Money.of("USD", "0.2")).amount())
        .isEqualTo(new BigDecimal("0.30"));
    says("money", "0.1 + 0.2 is " + (0.1 + 0.2) + ", as money it is 0.30");
  }

  @Test
  void customer() {
    Map<CustomerId, String> plans = Map.of(CustomerId.of("a"), "basic", CustomerId.of("b"), "pro");
    List<CustomerId> all = Stream.of("a", "b", "c").map(CustomerId::of).toList();
    assertThat(new Segmentation("plan", plans).split(all))
        .containsOnlyKeys("(unassigned)", "basic", "pro")
        .allSatisfy((plan, customers) -> assertThat(customers).hasSize(1));
    assertThat(CustomerId.of("A1")).isNotEqualTo(CustomerId.of("a1"));
    says("customer", "three groups of one: {@code (unassigned)}, {@code basic} and {@code pro}");
  }

  @Test
  void activity() {
    EventLog log =
        EventLog.of(
            Stream.of("2024-01-05", "2024-01-20", "2024-03-02")
                .map(day -> Event.of(CustomerId.of("a"), LocalDate.parse(day))),
            LocalDate.of(2024, 3, 10));
    ActivityGrid grid = ActivityGrid.from(log, PeriodAxis.months(log.observed()));
    assertThat(grid.endCell(0) - grid.firstCell(0)).isEqualTo(2);
    assertThat(grid.periodAt(0)).isZero();
    assertThat(grid.eventsAt(0)).isEqualTo(2);
    assertThat(grid.periodAt(1)).isEqualTo(2);
    assertThat(grid.eventsAt(1)).isEqualTo(1);
    assertThat(grid.completePeriods()).isEqualTo(2);
    says("activity", "the periods 0 (two events) and 2 (one), and two periods are complete");
  }

  @Test
  void retention() {
    RetentionRate quarter =
        CustomerCounts.of(44, 12, 13, 43).retention(Granularity.QUARTER).orElseThrow();
    says("retention", "31/44 = " + percent(2, quarter.value()) + " were retained");
    says("retention", "from " + percent(1, quarter.interval().lower()));
    says("retention", "to " + percent(1, quarter.interval().upper()));
    double monthly = RateConversion.retention(31.0 / 44, Granularity.YEAR, Granularity.MONTH);
    says("retention", "13/44 = " + percent(2, 13.0 / 44) + " a year");
    says("retention", "is " + percent(2, 1 - monthly) + " a month");
    says("retention", "(31/44)^(1/12) = " + percent(2, monthly));
    says("retention", "and not " + percent(2, 13.0 / 44 / 12));
    double yearly = RateConversion.retention(0.95, Granularity.QUARTER, Granularity.YEAR);
    says("retention", "95 % a quarter is " + percent(2, yearly) + " a year");
  }

  @Test
  void stats() {
    Proportion stayed = new Proportion(31, 44);
    says("stats", "The share is " + number(4, stayed.value()));
    says("stats", "{@code interval()} is {@code " + stayed.interval() + "}");
    Proportion nobody = new Proportion(0, 20);
    ConfidenceInterval textbook = nobody.interval(IntervalMethod.WALD, 0.95);
    assertThat(textbook.upper()).isZero();
    says("stats", "Wilson's is [0, " + number(4, nobody.interval().upper()) + "]");
  }

  @Test
  void benchmark() {
    OwnMetric own =
        OwnMetric.counted(
            BenchmarkMetric.CUSTOMER_RETENTION,
            new Proportion(31, 44),
            Granularity.YEAR,
            BenchmarkDefinition.OF_CUSTOMERS_AT_START);
    BenchmarkComparison insurance = compared(own, "insurance");
    assertThat(insurance.verdict()).isEqualTo(Verdict.BELOW);
    says("benchmark", "(gap " + number(1, insurance.gap() * 100) + " points");
    says("benchmark", percent(1, insurance.interval().lower()) + " to ");
    says("benchmark", percent(1, insurance.interval().upper()) + ", p = ");
    says("benchmark", "p = " + number(3, insurance.pValue().orElseThrow()) + ")");
    BenchmarkComparison services = compared(own, "it-services");
    assertThat(services.verdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    double yearly = RateConversion.retention(0.97, Granularity.MONTH, Granularity.YEAR);
    says("benchmark", "is " + percent(1, yearly) + " a year");
  }

  private static BenchmarkComparison compared(OwnMetric own, String industry) {
    return BenchmarkComparator.withDefaults()
        .with(DefinitionPolicy.ACCEPT_UNSTATED)
        .compare(
            own, BenchmarkCatalog.bundled().require(BenchmarkMetric.CUSTOMER_RETENTION, industry));
  }

  @Test
  void feedback() {
    NetPromoterScore score = new NetPromoterScore(15, 10, 25);
    ConfidenceInterval adjusted = score.interval(NetPromoterMethod.ADJUSTED_WALD, 0.95);
    says("feedback", "100 * (15 - 25) / 50 = " + number(0, score.value()));
    says("feedback", "between " + number(1, adjusted.lower()) + " and ");
    says("feedback", " and " + number(1, adjusted.upper()) + ": it may well be 0");
    assertThat((adjusted.upper() - adjusted.lower()) / 2).isCloseTo(23, within(0.5));
    says("feedback", "within some 23 points either way");
  }

  @Test
  void estimation() {
    ConfidenceInterval two = positive(2, 0.5);
    says("estimation", "from " + number(3, two.lower()) + " to " + number(3, two.upper()));
    ConfidenceInterval half = positive(0.5, 0.4);
    says("estimation", "between " + number(3, half.lower()) + " and " + number(3, half.upper()));
    says("estimation", number(3, 0.5 - 1.96 * 0.4) + " and " + number(3, 0.5 + 1.96 * 0.4));
  }

  private static ConfidenceInterval positive(double value, double error) {
    return new ParameterEstimate(
            "x", value, ParameterRange.POSITIVE, OptionalDouble.of(error), false)
        .interval(0.95)
        .orElseThrow();
  }

  @Test
  void cohort() {
    List<Event> events = new ArrayList<>();
    began(events, "january", 10, 6, LocalDate.of(2024, 1, 10));
    began(events, "february", 30, 12, LocalDate.of(2024, 2, 10));
    began(events, "march", 20, 0, LocalDate.of(2024, 3, 10));
    EventLog log = EventLog.of(events, LocalDate.of(2024, 4, 20));
    CohortTable table =
        CohortCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.months(log.observed())));
    CohortAverage ageOne = table.averages().get(1);
    assertThat(ageOne.pooled()).isEqualTo(new Proportion(18, 40));
    assertThat(table.cell(2, 1).share()).isEmpty();
    says("cohort", "pooled 18/40 = " + percent(0, ageOne.pooled().value()));
    says("cohort", "18/60 = " + percent(0, 18.0 / 60));
    says("cohort", "the mean of 60 % and 40 % is " + percent(0, ageOne.simple()));
  }

  private static void began(
      List<Event> events, String cohort, int members, int back, LocalDate day) {
    for (int i = 0; i < members; i++) {
      CustomerId customer = CustomerId.of(cohort + i);
      events.add(Event.of(customer, day));
      if (i < back) {
        events.add(Event.of(customer, day.plusMonths(1)));
      }
    }
  }

  @Test
  void lifecycle() {
    List<Event> events = new ArrayList<>();
    activeIn(events, 0, 5, 1);
    activeIn(events, 5, 105, 2);
    activeIn(events, 0, 75, 3);
    activeIn(events, 105, 125, 3);
    EventLog log = EventLog.of(events, LocalDate.of(2024, 4, 1));
    GrowthPeriod march =
        LifecycleCalculator.withDefaults()
            .calculate(ActivityGrid.from(log, PeriodAxis.months(log.observed())))
            .growth()
            .periods()
            .stream()
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(List.of(march.retained(), march.newCustomers(), march.resurrected()))
        .containsExactly(70L, 20L, 5L);
    says("lifecycle", "100 + 20 + 5 - " + march.churned() + " = " + march.active());
    double quick = march.quickRatio().value().orElseThrow();
    says("lifecycle", "(20 + 5) / 30 = " + number(2, quick));
  }

  private static void activeIn(List<Event> events, int from, int to, int month) {
    for (int customer = from; customer < to; customer++) {
      events.add(Event.of(CustomerId.of(customer), LocalDate.of(2024, month, 10)));
    }
  }

  @Test
  void revenue() {
    RevenueMovements year =
        RevenueMovements.from(Money.of("USD", 1000))
            .with(RevenueMovement.CHURN, Money.of("USD", 100))
            .with(RevenueMovement.CONTRACTION, Money.of("USD", 50))
            .with(RevenueMovement.EXPANSION, Money.of("USD", 80))
            .with(RevenueMovement.REACTIVATION, Money.of("USD", 70));
    assertThat(year.closing()).isEqualTo(Money.of("USD", 1000));
    double netChurn =
        RevenueChurn.of(year, RevenueLoss.NET_OF_REACTIVATION, ChurnDivisor.AT_OPENING)
            .orElseThrow()
            .value();
    says("revenue", "counts reactivation is " + percent(0, netChurn));
    says("revenue", "93 %, gross 85 %");
    assertThat(kept(RevenueRetentionDefinition.NET_BY_MOVEMENTS, year)).isEqualTo(0.93);
    assertThat(kept(RevenueRetentionDefinition.GROSS_BY_MOVEMENTS, year)).isEqualTo(0.85);
  }

  private static double kept(RevenueRetentionDefinition definition, RevenueMovements movements) {
    return RevenueRetention.of(definition, movements).orElseThrow().value();
  }

  @Test
  void survival() {
    LifetimeSample sample =
        LifetimeSample.fromStart(
            TimeScale.MEAN_MONTH,
            new double[] {2, 5, 3, 6},
            new boolean[] {true, true, false, false});
    double stays =
        KaplanMeier.withDefaults().calculate(sample).at(5).estimate().orElseThrow().survival();
    says("survival", "3/4 * 1/2 = " + number(3, stays));
    MeanLifetime mean = LifetimeFitter.exponential().fit(sample).model().meanLifetime();
    assertThat(((MeanLifetime.Finite) mean).time()).isCloseTo(8, within(1e-6));
    says("survival", "they stay 8 months on average");
    IncidenceCurves competing =
        CumulativeIncidence.withDefaults()
            .calculate(
                LifetimeSample.fromStart(
                    TimeScale.DAY,
                    new double[] {1, 2, 3, 4},
                    Stream.of("price", "service", "price", "service")
                        .map(LifetimeEnd::left)
                        .toList()));
    says("survival", percent(1, 1 - alone(true, false, true, false)) + " lost for price");
    says("survival", percent(0, 1 - alone(false, true, false, true)) + " for service");
    assertThat(List.of("price", "service"))
        .allSatisfy(
            reason ->
                assertThat(competing.of(reason).at(4).orElseThrow().incidence())
                    .isCloseTo(0.5, within(1e-12)));
  }

  private static double alone(boolean... left) {
    LifetimeSample sample =
        LifetimeSample.fromStart(TimeScale.DAY, new double[] {1, 2, 3, 4}, left);
    return KaplanMeier.withDefaults().calculate(sample).at(4).estimate().orElseThrow().survival();
  }

  @Test
  void purchase() {
    BgNbd cdnow = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeScale.WEEK);
    PurchaseHistory twice = new PurchaseHistory(2, 30.43, 38.86);
    says("purchase", "buy " + number(3, cdnow.expectedPurchases(twice, 39)) + " times");
    says("purchase", "still a customer is " + percent(1, cdnow.probabilityAlive(twice)));
    PurchaseHistory seven = new PurchaseHistory(7, 30.43, 38.86);
    says("purchase", "more telling: " + percent(1, cdnow.probabilityAlive(seven)));
  }

  @Test
  void renewal() {
    ShiftedBetaGeometric highEnd = new ShiftedBetaGeometric(0.668, 3.806);
    says("renewal", "3.806 / 4.474 = " + number(4, highEnd.retentionRate(1)));
    says("renewal", "4.806 / 5.474 = " + number(4, highEnd.retentionRate(2)));
    GeometricLifetime constant = new GeometricLifetime(1 - highEnd.retentionRate(1));
    says("renewal", percent(1, constant.survival(8)) + " would be left after eight");
    says("renewal", "by the model " + percent(1, highEnd.survival(8)) + " are");
    says("renewal", "1 / churn = " + number(1, constant.expectedLifetime().orElseThrow()));
    assertThat(highEnd.expectedLifetime()).isEmpty();
  }

  @Test
  void clv() {
    LifetimeValueCalculator yearly =
        LifetimeValueCalculator.withDefaults().with(DiscountRate.yearly(0.1));
    LifetimeValue afterRenewal = yearly.calculate(HUNDRED_A_YEAR, 0.8);
    says("clv", number(2, amount(afterRenewal)) + " if the first margin comes after");
    says("clv", worth(yearly, LifetimeValueFormula.FIRST_MARGIN_AT_PERIOD_END) + " if it comes");
    says("clv", worth(yearly, LifetimeValueFormula.FIRST_MARGIN_NOW) + " if it comes now");
    LifetimeValueCalculator plain = LifetimeValueCalculator.withDefaults();
    assertThat(worth(plain, LifetimeValueFormula.MARGIN_OVER_CHURN)).isEqualTo("500.00");
    MonetaryEstimate cost = MonetaryEstimate.of("EUR", 100);
    double ratio = LifetimeValueToCost.of(afterRenewal, cost).ratio().orElseThrow();
    says("clv", "LTV:CAC of " + number(2, ratio));
    assertThat(PaybackCalculator.withDefaults().calculate(cost, HUNDRED_A_YEAR))
        .isEqualTo(new Payback.After(1, Granularity.YEAR));
    says("clv", "paid back after one year");
  }

  private static String worth(LifetimeValueCalculator calculator, LifetimeValueFormula formula) {
    return number(2, amount(calculator.with(formula).calculate(HUNDRED_A_YEAR, 0.8)));
  }

  private static double amount(LifetimeValue value) {
    return value.value().orElseThrow().amount();
  }

  @Test
  void segment() {
    boolean[] left = new boolean[100];
    IntStream.range(0, 25).forEach(row -> left[row] = true);
    IntStream.range(50, 55).forEach(row -> left[row] = true);
    List<String> contracts = new ArrayList<>(Collections.nCopies(50, "month"));
    contracts.addAll(Collections.nCopies(50, "year"));
    AttributeProfile contract =
        ChurnDriversCalculator.withDefaults()
            .withReference("contract", "year")
            .audit(ChurnSample.of(left).withLabels("contract", contracts))
            .attribute("contract");
    ValueContrast month = contract.value("month").contrast().orElseThrow();
    assertThat(month.riskRatio().orElseThrow().value()).isCloseTo(5, within(1e-12));
    assertThat(month.difference().difference()).isCloseTo(0.4, within(1e-12));
    assertThat(month.excessLosses()).isCloseTo(20, within(1e-9));
    says("segment", "The risk ratio is 5, the risk difference 0.4, and 20 losses more");
  }

  @Test
  void attention() {
    LocalDate start = LocalDate.of(2023, 1, 1);
    EventLog log =
        EventLog.of(
            IntStream.of(0, 60, 121, 180, 255, 313)
                .mapToObj(day -> Event.of(CustomerId.of("a"), start.plusDays(day))),
            start.plusDays(401));
    CustomerCadence cadence =
        CadenceCalculator.withDefaults().calculate(log, start.plusDays(400)).row(0);
    assertThat(cadence.usualGap().orElseThrow().median()).isEqualTo(60);
    says("attention", "silent for " + cadence.daysSinceLast() + " days");
    says("attention", number(2, cadence.ratioToMedian().orElseThrow()) + " times as long");
    says("attention", "is " + number(0, cadence.daysOverdue().orElseThrow()) + " days overdue");
  }

  @Test
  void concentration() {
    Map<CustomerId, Money> amounts = new TreeMap<>();
    IntStream.rangeClosed(1, 4)
        .forEach(customer -> amounts.put(CustomerId.of(customer), Money.of("USD", 1)));
    amounts.put(CustomerId.of(5), Money.of("USD", 16));
    ConcentrationCalculator calculator = ConcentrationCalculator.withDefaults();
    Concentration five = calculator.calculate(CustomerAmounts.of(amounts)).orElseThrow();
    says("concentration", "makes " + percent(0, five.shareOfLargest(1)) + " of the total");
    says("concentration", "is " + gini(calculator, GiniDefinition.POPULATION, amounts) + ", or ");
    says("concentration", "or " + gini(calculator, GiniDefinition.UNBIASED, amounts) + " without");
  }

  private static String gini(
      ConcentrationCalculator calculator,
      GiniDefinition definition,
      Map<CustomerId, Money> amounts) {
    double gini =
        calculator
            .with(definition)
            .calculate(CustomerAmounts.of(amounts))
            .orElseThrow()
            .gini()
            .orElseThrow()
            .value();
    return number(2, gini).replaceFirst("0$", "");
  }

  @Test
  void economics() {
    double before = worthAt(0.8);
    says("economics", "is worth " + number(2, before));
    double points = worthAt(RetentionLift.byPoints(0.05).applyTo(0.8));
    says("economics", number(2, points) + ", " + percent(1, points / before - 1) + " more");
    double share = worthAt(RetentionLift.byShareOfRetention(0.05).applyTo(0.8));
    says("economics", number(2, share) + ", " + percent(1, share / before - 1) + " more");
    double churn = worthAt(RetentionLift.byShareOfChurn(0.05).applyTo(0.8));
    says("economics", number(2, churn) + ", " + percent(1, churn / before - 1) + " more");
    says("economics", "give 27.5, 21.2 and 4.7 %");
  }

  private static double worthAt(double retention) {
    return amount(
        LifetimeValueCalculator.withDefaults()
            .with(DiscountRate.yearly(0.1))
            .calculate(HUNDRED_A_YEAR, retention));
  }

  @Test
  void subscription() {
    // Computed beside the package, from a ledger: subscription.WorkedNumbersTest.
    says("subscription", "USD 166.67 a month; with half off until June 83.33 until then");
    says("subscription", "the renewal rate is 90 %");
  }

  @Test
  void report() {
    RetentionRate stayed =
        CustomerCounts.of(44, 12, 13, 43).retention(Granularity.YEAR).orElseThrow();
    ResultTable table = RetentionTables.rates(List.of(stayed));
    assertThat(table.toText()).contains(percent(2, stayed.value()));
    assertThat(table.toCsv()).contains("," + stayed.value() + ",");
    says("report", percent(2, stayed.value()) + " for people; its CSV has");
    says("report", Double.toString(stayed.value()));
  }

  private static void says(String shortPackage, String quoted) {
    assertThat(Pages.ofPackage(shortPackage)).contains(quoted);
  }

  private static String percent(int digits, double share) {
    return number(digits, share * 100) + " %";
  }

  private static String number(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
