package io.github.retention4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.attention.RfmCalculator;
import io.github.retention4j.benchmark.BenchmarkValue;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.clv.Payback;
import io.github.retention4j.clv.PaybackInterval;
import io.github.retention4j.cohort.CohortAmount;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.economics.Assignment;
import io.github.retention4j.economics.ProgrammeEffect;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.NormalPriors;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.estimation.Penalty;
import io.github.retention4j.estimation.RidgePenalty;
import io.github.retention4j.feedback.AnswerKey;
import io.github.retention4j.feedback.ScoreCounts;
import io.github.retention4j.feedback.ScoreTable;
import io.github.retention4j.lifecycle.EngagementWindow;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.DatedHistory;
import io.github.retention4j.purchase.FrequencyCalculator;
import io.github.retention4j.purchase.GgomNbd;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSampler;
import io.github.retention4j.purchase.PurchaseTracker;
import io.github.retention4j.renewal.BetaDiscreteWeibull;
import io.github.retention4j.renewal.TwoSegmentGeometric;
import io.github.retention4j.retention.ChurnRule;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.retention.RetentionTrend;
import io.github.retention4j.revenue.RevenueCohortTable;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.segment.ChurnDrivers;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.TestResult;
import io.github.retention4j.subscription.LedgerCollector;
import io.github.retention4j.subscription.Plan;
import io.github.retention4j.subscription.RecurringRevenueCalculator;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.survival.Gompertz;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeLimit;
import io.github.retention4j.survival.LifetimeModelComparison;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.LifetimeSampler;
import io.github.retention4j.survival.LifetimeStop;
import io.github.retention4j.survival.LogLogistic;
import io.github.retention4j.survival.LogNormal;
import io.github.retention4j.survival.LogRankTrend;
import io.github.retention4j.survival.MixtureCure;
import io.github.retention4j.survival.RestrictedMean;
import io.github.retention4j.survival.Weibull;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What random calls have found, each with what it must do instead. */
class FoundByFuzzingTest {

  private static final CustomerId ADA = CustomerId.of("Ada");
  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);

  @Test
  void rangesEndAtADateThatThereIs() {
    refuses(
        () -> DateRange.ofDays(LocalDate.MAX, 1),
        "days (1) from start (+999999999-12-31) must not end after +999999999-12-31");
    refuses(
        () -> DateRange.closed(NEW_YEAR, LocalDate.MAX),
        "last (+999999999-12-31) must have a day after it");
    assertThat(EngagementWindow.rollingDays(7).endingOn(LocalDate.MIN)).isEmpty();
  }

  @Test
  void anInstantBeyondTheDatesHasNone() {
    refuses(
        () -> BusinessZone.of("+18:00").dateOf(Instant.MAX),
        "instant (+1000000000-12-31T23:59:59.999999999Z) must have a date of java.time in zone"
            + " +18:00");
  }

  @Test
  void logsTakeDaysOf32Bits() {
    Event first = Event.of(ADA, LocalDate.MIN);
    refuses(
        () -> EventLog.of(List.of(first), NEW_YEAR),
        "date (-999999999-01-01) must be from -5877641-06-23 to +5881580-07-11");
    String end =
        "observationEndExclusive (+999999999-12-31) must be from -5877641-06-23 to"
            + " +5881580-07-11";
    refuses(() -> EventLog.of(List.of(first), LocalDate.MAX), end);
    refuses(() -> EventLog.ofDays(new long[1], new int[1], LocalDate.MAX), end);
    PeriodAxis axis = PeriodAxis.days(DateRange.ofDays(NEW_YEAR, 1));
    refuses(() -> ActivityAccumulator.on(axis, LocalDate.MAX), end);
    long[] second = {Instant.MIN.getEpochSecond()};
    BusinessZone utc = BusinessZone.of("UTC");
    refuses(
        () -> EventLog.ofInstants(new long[1], second, utc, NEW_YEAR),
        "date (-365243219528 days from 1970) must be from -5877641-06-23 to +5881580-07-11");
  }

  @Test
  void beforeAllPurchasesIsBeforeAllPurchases() {
    EventLog log = EventLog.of(List.of(Event.of(ADA, NEW_YEAR)), NEW_YEAR.plusDays(1));
    ThrowingCallable dayBefore =
        () -> RfmCalculator.withDefaults().calculate(log, NEW_YEAR.minusDays(1));
    ThrowingCallable everBefore = () -> RfmCalculator.withDefaults().calculate(log, LocalDate.MIN);
    assertThatIllegalArgumentException().isThrownBy(dayBefore);
    assertThatIllegalArgumentException().isThrownBy(everBefore);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+2147483647", "1E+300", "1E-2147483647", "1E-301"})
  void amountsCanBeWrittenOut(String amount) {
    refuses(
        () -> Money.of("USD", amount),
        "amount (" + amount + ") must have at most 300 digits before and after the point");
  }

  @Test
  void sumsOfSquaresCanBeWrittenOut() {
    BigDecimal huge = new BigDecimal("1E+2147483647");
    refuses(
        () -> new CohortAmount(Money.of("USD", 0), 1, 1, 1, huge),
        "sumOfSquares (1E+2147483647) must have at most 1000 digits");
  }

  @Test
  void threadsAreNotWithoutEnd() {
    String message = "threads (2147483647) must be at most 1024";
    refuses(() -> Work.onThreads(Integer.MAX_VALUE), message);
    refuses(() -> FitOptions.defaults().withThreads(Integer.MAX_VALUE), message);
    refuses(() -> KaplanMeier.withDefaults().withThreads(Integer.MAX_VALUE), message);
  }

  @Test
  void startsAreFinite() {
    List<List<Double>> starts = List.of(List.of(1.0, Double.NaN));
    FitOptions defaults = FitOptions.defaults();
    refuses(
        () -> new FitOptions(1, 1, defaults.penalty(), starts),
        "extraStarts ([1.0, NaN]) must be finite");
  }

  @Test
  void aPriorLiesInTheRangeOfItsParameter() {
    NormalPriors priors = new NormalPriors(Map.of("m", new NormalPriors.NormalPrior(2, 1)));
    refuses(
        () -> priors.slopeAt("m", ParameterRange.CORRELATION, 0.5),
        "median (2.0) must be in the range CORRELATION of the parameter");
  }

  @Test
  void limitsAreNumbers() {
    refuses(() -> new LifetimeLimit.Reached(Double.NaN), "at (NaN) must be a number");
    refuses(() -> new LifetimeLimit.NotReached(Double.NaN), "lastObserved (NaN) must be a number");
  }

  @Test
  void parametersOfModelsStayWithinBounds() {
    refuses(
        () -> new ParetoNbd(0.5, 1, 2, Double.MAX_VALUE, TimeScale.WEEK),
        "beta (1.7976931348623157E308) must be from 1.0E-100 to 1.0E100");
    refuses(
        () -> new BetaDiscreteWeibull(1, 1, 1e-300),
        "c (1.0E-300) must be from 1.0E-100 to 1.0E100");
  }

  @Test
  void theShortestTimeIsIntegratedOver() {
    GgomNbd model = new GgomNbd(75.8, 3, 68, 1, 1, TimeScale.DAY);
    assertThat(model.probabilityAlive(new PurchaseHistory(0, 0, Double.MIN_VALUE))).isEqualTo(1);
  }

  /** Survival falls as t^(-alpha c) there, on either side of where t^c leaves the doubles. */
  @ParameterizedTest
  @CsvSource({"0, 130000, 200000", "0, 200000, 3e7", "7, 130000, 200000", "1000000, 1000, 2000"})
  void survivalGoesOnWhereThePowerEnds(long age, double sooner, double later) {
    BetaDiscreteWeibull model = new BetaDiscreteWeibull(0.04, 1, 60);
    double fall =
        model.logConditionalSurvival(age, later) - model.logConditionalSurvival(age, sooner);
    double expected = -0.04 * 60 * Math.log((age + later) / (age + sooner));
    assertThat(fall).isCloseTo(expected, within(1e-9));
  }

  @Test
  void aSlowFallHasAMeanAllTheSame() {
    BetaDiscreteWeibull model = new BetaDiscreteWeibull(0.03920020843052907, 1, 48.218400012496986);
    assertThat(model.expectedLifetime().orElseThrow()).isGreaterThan(1).isFinite();
    assertThat(new BetaDiscreteWeibull(0.6, 1, 1e100).discountedLifetime(0, 1e-3)).isFinite();
  }

  @Test
  void aHistoryMayBeginOnTheLastDay() {
    DatedHistory history = DatedHistory.startingAt(LocalDate.MAX);
    assertThat(history.repeats()).isEmpty();
    refuses(
        () -> new DatedHistory(NEW_YEAR, List.of(NEW_YEAR), NEW_YEAR),
        "repeat purchase (2024-01-01) must be after 2024-01-01");
    refuses(
        () -> new DatedHistory(LocalDate.MAX, List.of(NEW_YEAR), LocalDate.MAX),
        "repeat purchase (2024-01-01) must be after +999999999-12-31");
  }

  @Test
  void valuesBeyondTheirRangeHaveNoPlace() {
    refuses(
        () -> ParameterRange.POSITIVE.toLine(-1),
        "value (-1.0) must be in the range POSITIVE, 0.0 to Infinity");
    refuses(
        () -> ParameterRange.REAL.toLine(Double.NaN),
        "value (NaN) must be in the range REAL, -Infinity to Infinity");
    refuses(
        () -> ParameterRange.SHARE.slopeAt(1.5),
        "value (1.5) must be in the range SHARE, 0.0 to 1.0");
    refuses(
        () -> ParameterRange.CORRELATION.fromLine(Double.NaN), "position (NaN) must be a number");
    refuses(
        () -> new ParameterEstimate("p", 2, ParameterRange.SHARE, OptionalDouble.empty(), false),
        "value of p (2.0) must be in the range SHARE, 0.0 to 1.0");
    assertThat(ParameterRange.SHARE.contains(1.5)).isFalse();
    assertThat(ParameterRange.SHARE.toLine(1)).isInfinite();
    assertThat(
            new ParameterEstimate("p", 1, ParameterRange.SHARE, OptionalDouble.of(0.1), true)
                .interval(0.95))
        .isEmpty();
  }

  @Test
  void parametersOfLifetimesStayWithinBounds() {
    refuses(
        () -> new Gompertz(0, 2e-308, TimeScale.DAY),
        "rate (2.0E-308) must be from 1.0E-100 to 1.0E100");
    refuses(
        () -> new Weibull(1e308, 1, TimeScale.DAY),
        "shape (1.0E308) must be from 1.0E-100 to 1.0E100");
    refuses(
        () -> new LogNormal(-1e308, 1, TimeScale.DAY),
        "mu (-1.0E308) must be from -1.0E100 to 1.0E100");
  }

  @Test
  void lifetimesFarOutAreNumbers() {
    Gompertz growing = new Gompertz(1e100, 1e100, TimeScale.DAY);
    assertThat(growing.survival(1e300)).isZero();
    assertThat(growing.logConditionalSurvival(1e-100, 0)).isZero();
    Gompertz dying = new Gompertz(-1, 1e100, TimeScale.DAY);
    assertThat(dying.logSurvival(1e300)).isEqualTo(-1e100);
    assertThat(new LogLogistic(1e100, 1, TimeScale.DAY).hazard(Double.MIN_VALUE)).isZero();
    Weibull steep = new Weibull(1e100, 1, TimeScale.DAY);
    assertThat(new MixtureCure<>(0, steep).hazard(2)).isInfinite();
    assertThat(new MixtureCure<>(0.5, steep).hazard(2)).isZero();
  }

  @Test
  void trendsOfLossesAreOfNumbers() {
    TestResult test = new TestResult("trend", 0, 1, 0);
    List<String> groups = List.of("a", "b");
    List<Double> scores = List.of(0.0, 1.0);
    refuses(
        () -> new LogRankTrend(groups, scores, Double.NaN, 1, test), "sum (NaN) must be finite");
    refuses(
        () -> new LogRankTrend(groups, scores, 1, Double.NaN, test),
        "variance (NaN) must be over 0 and finite");
    refuses(
        () -> new LogRankTrend(groups, List.of(0.0, Double.NaN), 1, 1, test),
        "score (NaN) must be finite");
    refuses(
        () -> new LogRankTrend(groups, List.of(0.0), 1, 1, test),
        "scores (1) must be as many as groups (2)");
  }

  @Test
  void ledgersEndWithinAMillionYears() {
    refuses(
        () -> LedgerCollector.until(LocalDate.MIN),
        "observationEndExclusive (-999999999-01-01) must be within a million years of 1970");
    refuses(
        () -> SubscriptionLedger.of(List.of(), LocalDate.MAX),
        "observationEndExclusive (+999999999-12-31) must be within a million years of 1970");
  }

  @Test
  void countsBeyondALongAreRefusedByName() {
    Money none = Money.of("USD", 0);
    CohortAmount most = new CohortAmount(none, 0, 0, Long.MAX_VALUE, BigDecimal.ZERO);
    assertThatThrownBy(() -> most.plus(most))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "members (9223372036854775807 and 9223372036854775807) must sum to what a long holds");
    RetentionRate rate = rate(new Proportion(1, Long.MAX_VALUE));
    refuses(
        () -> RetentionTrend.of(List.of(rate, rate)),
        "customers (9223372036854775807 and 9223372036854775807) of the rates must sum to what a"
            + " long holds");
  }

  /** z = (p1 - p2) / sqrt(p (1 - p) (1 / n1 + 1 / n2)) with p = 1/4, p1 - p2 = 1/2, n = 2^63. */
  @Test
  void sharesOfMoreCustomersThanALongHoldsAreCompared() {
    Proportion half = new Proportion(Long.MAX_VALUE / 2, Long.MAX_VALUE);
    Proportion none = new Proportion(0, Long.MAX_VALUE);
    double expected = 0.5 / Math.sqrt(0.1875 * 2 / 0x1p63);
    assertThat(new ProportionDifference(half, none).test().statistic())
        .isCloseTo(expected, withinPercentage(1e-12));
    ProgrammeEffect effect = new ProgrammeEffect(Assignment.RANDOMISED, rate(half), rate(none));
    assertThat(effect.toText(0.95)).contains("lift");
  }

  @Test
  void placesOnALineAreNumbers() {
    NormalPriors priors = new NormalPriors(Map.of("p", new NormalPriors.NormalPrior(0.5, 1)));
    for (Penalty penalty : List.of(priors, new RidgePenalty(1))) {
      refuses(
          () -> penalty.valueAt("p", ParameterRange.SHARE, Double.NaN),
          "position (NaN) must be a number");
      refuses(
          () -> penalty.slopeAt("p", ParameterRange.SHARE, Double.NaN),
          "position (NaN) must be a number");
    }
  }

  @Test
  void figuresAreNumbers() {
    refuses(
        () -> new BenchmarkValue.Figure(Statistic.MEDIAN, Double.NaN),
        "reference (NaN) must be a number");
    Proportion half = new Proportion(1, 2);
    refuses(
        () -> new ChurnDrivers(half, Optional.empty(), List.of(), 1, Double.POSITIVE_INFINITY),
        "level (Infinity) must be between 0 and 1");
  }

  @Test
  void thereIsNoEndOfAPaybackWithoutOne() {
    Payback paid = new Payback.After(3, Granularity.MONTH);
    assertThatNullPointerException()
        .isThrownBy(() -> new PaybackInterval(paid, null, 0.95, "bootstrap"))
        .withMessage("latest");
  }

  @Test
  void aHorizonBeyondAllIsRefusedOrHeld() {
    EventLog log = EventLog.of(List.of(Event.of(ADA, NEW_YEAR)), NEW_YEAR.plusDays(2));
    PeriodAxis axis = PeriodAxis.days(DateRange.ofDays(NEW_YEAR, 2));
    CohortTable table = CohortCalculator.withDefaults().calculate(ActivityGrid.from(log, axis));
    assertThat(table.averagesToHorizon(Integer.MAX_VALUE)).isEmpty();
    assertThat(table.averagesToHorizon(1)).hasSize(2);
  }

  @Test
  void silenceMayLastLongerThanTheDays() {
    EventLog log = EventLog.of(List.of(Event.of(ADA, NEW_YEAR)), NEW_YEAR.plusDays(2));
    ChurnRule silent = new ChurnRule.NoActivity(Integer.MAX_VALUE);
    ChurnRule never = new ChurnRule.EndDates(Map.of(ADA, LocalDate.MAX));
    LifetimeSampler sampler = LifetimeSampler.withDefaults().with(LifetimeStop.LOSS_PERIOD);
    for (ChurnRule rule : List.of(silent, never)) {
      LifetimeSample sample = sampler.with(rule).sample(log);
      assertThat(sample.left(0)).isFalse();
      assertThat(sample.duration(0)).isEqualTo(1);
    }
  }

  @Test
  void aDayAfterTheEndIsRefusedHoweverFar() {
    SubscriptionEvent start =
        new SubscriptionEvent(
            ADA,
            "gold",
            NEW_YEAR,
            SubscriptionChange.start(Plan.free(Currency.getInstance("USD"))));
    SubscriptionLedger ledger = SubscriptionLedger.of(List.of(start), NEW_YEAR.plusDays(9));
    refuses(
        () -> RecurringRevenueCalculator.withDefaults().committedOn(ledger, LocalDate.MAX),
        "date (+999999999-12-31) must be before the end of observation (2024-01-10)");
  }

  @Test
  void purchasesAreNotTrackedForEver() {
    LocalDate end = LocalDate.of(20_000, 1, 1);
    EventLog log = EventLog.of(List.of(Event.of(ADA, NEW_YEAR)), end);
    BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeScale.WEEK);
    refuses(
        () -> PurchaseTracker.withDefaults().track(model, log),
        "log (" + log.observed() + ") must span at most 4000000 days");
  }

  @Test
  void tablesOfPurchasesHaveAnEnd() {
    refuses(
        () -> FrequencyCalculator.withDefaults().withCensoringAt(Integer.MAX_VALUE),
        "purchases (2147483647) must be from 1 to 1000000");
  }

  /** Nobody stays so long; the integral over the time of leaving by mpmath 1.3.0, 30 digits. */
  @Test
  void afterTheLongestTimeACustomerHasLeft() {
    GgomNbd model = new GgomNbd(0.55, 3, 21, 0.04, 0.85, TimeScale.WEEK);
    for (double age : new double[] {400, 1e10, 1e30, Double.MAX_VALUE}) {
      PurchaseHistory silent = new PurchaseHistory(23, 3, age);
      assertThat(model.logLikelihood(silent)).isCloseTo(3.88530020001958, within(1e-13));
      assertThat(model.probabilityAlive(silent)).isLessThan(1e-180);
    }
  }

  @Test
  void aComparisonOfLifetimesHasNoRowMissing() {
    List<LifetimeModelComparison.Row> missing = Collections.singletonList(null);
    assertThatNullPointerException()
        .isThrownBy(() -> new LifetimeModelComparison(missing, List.of()));
  }

  @Test
  void nobodyRenewsForEver() {
    TwoSegmentGeometric model = new TwoSegmentGeometric(0.9, 0.95, 0.2);
    assertThat(model.logConditionalSurvival(11, Double.MAX_VALUE))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(model.logConditionalSurvival(0, 1e300)).isFinite();
  }

  @Test
  void calibrationMayEndBeforeAllDays() {
    EventLog log = EventLog.of(List.of(Event.of(ADA, NEW_YEAR)), NEW_YEAR.plusDays(30));
    String early = catchThrowable(() -> sample(LocalDate.of(1900, 1, 1), log)).getMessage();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample(LocalDate.MIN, log))
        .withMessage(early.replace("1900-01-01", "-5877641-06-23"));
  }

  private static PurchaseSample sample(LocalDate calibrationEnd, EventLog log) {
    return PurchaseSampler.withDefaults().withCalibrationEnd(calibrationEnd).sample(log);
  }

  @Test
  void aTableOfScoresHasNoneMissing() {
    SortedMap<Integer, ScoreCounts> row = new TreeMap<>();
    row.put(0, null);
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                new ScoreTable(
                    AnswerKey.CUSTOMER,
                    PeriodAxis.months(new DateRange(NEW_YEAR, NEW_YEAR.plusMonths(2))),
                    new TreeMap<>(Map.of("Ada", row))))
        .withMessage("scores");
  }

  @Test
  void aRestrictedMeanIsFinite() {
    refuses(
        () -> new RestrictedMean(TimeScale.WEEK, Double.POSITIVE_INFINITY, 3, 1, 0.95),
        "horizon (Infinity) must be over 0 and finite");
    refuses(
        () -> new RestrictedMean(TimeScale.WEEK, 9, 3, Double.POSITIVE_INFINITY, 0.95),
        "standardError (Infinity) must be 0 or more, and finite");
  }

  @Test
  void revenueCohortsHaveANumberForEachCell() {
    LocalDate start = LocalDate.of(0, 1, 3);
    DateRange days = DateRange.ofDays(start, 7 * 46_341);
    RevenueCollector collector =
        RevenueCollector.on(
            PeriodAxis.weeks(days, start.getDayOfWeek()),
            days.endExclusive(),
            Currency.getInstance("USD"));
    collector.add(ADA, start, Money.of("USD", 1));
    refuses(
        () -> RevenueCohortTable.of(collector.toGrid()),
        "complete periods (46341) must be at most 46340");
  }

  private static RetentionRate rate(Proportion retained) {
    return new RetentionRate(retained, Granularity.MONTH, RetentionDefinition.SAME_CUSTOMERS);
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
