package io.github.retention4j.benchmark;

import static io.github.retention4j.benchmark.BenchmarkDefinition.OF_CUSTOMERS_AT_START;
import static io.github.retention4j.benchmark.BenchmarkDefinition.OF_STARTING_REVENUE;
import static io.github.retention4j.benchmark.BenchmarkDefinition.RECOMMENDATION_0_TO_10;
import static io.github.retention4j.benchmark.BenchmarkMetric.CUSTOMER_CHURN;
import static io.github.retention4j.benchmark.BenchmarkMetric.CUSTOMER_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.GROSS_REVENUE_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.NET_PROMOTER_SCORE;
import static io.github.retention4j.benchmark.BenchmarkMetric.NET_REVENUE_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.VOLUNTARY_SUBSCRIBER_CHURN;
import static io.github.retention4j.time.Granularity.CUSTOM;
import static io.github.retention4j.time.Granularity.DAY;
import static io.github.retention4j.time.Granularity.MONTH;
import static io.github.retention4j.time.Granularity.QUARTER;
import static io.github.retention4j.time.Granularity.WEEK;
import static io.github.retention4j.time.Granularity.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.benchmark.BenchmarkComparison.Standing;
import io.github.retention4j.benchmark.BenchmarkComparison.Verdict;
import io.github.retention4j.benchmark.BenchmarkValue.Band;
import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Position;
import io.github.retention4j.benchmark.BenchmarkValue.Quartiles;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkComparisonTest {

  private static final BenchmarkComparator STRICT = BenchmarkComparator.withDefaults();
  private static final BenchmarkComparator LENIENT = STRICT.with(DefinitionPolicy.ACCEPT_UNSTATED);
  private static final BenchmarkComparator COMPOUNDING = STRICT.with(PeriodConversion.COMPOUNDING);

  private static OwnMetric.Counted kept(long count, long total, Granularity per) {
    return OwnMetric.counted(
        CUSTOMER_RETENTION, new Proportion(count, total), per, OF_CUSTOMERS_AT_START);
  }

  private static OwnMetric.Counted lost(long count, long total, Granularity per) {
    return OwnMetric.counted(
        CUSTOMER_CHURN, new Proportion(count, total), per, OF_CUSTOMERS_AT_START);
  }

  private static Benchmark yearly(BenchmarkMetric metric, double value) {
    return of(metric, YEAR, new Figure(Statistic.AVERAGE, value), OF_CUSTOMERS_AT_START);
  }

  private static Benchmark of(
      BenchmarkMetric metric,
      Granularity per,
      BenchmarkValue value,
      BenchmarkDefinition definition) {
    return Benchmark.of(
        metric,
        "Gyms",
        BenchmarkPeriod.stated(per),
        value,
        2024,
        "A study",
        definition,
        Certainty.HIGH);
  }

  private static Benchmark bundled(String industry) {
    return BenchmarkCatalog.bundled().require(CUSTOMER_RETENTION, industry);
  }

  @ParameterizedTest
  @CsvSource({
    "Insurance, BELOW, WORSE",
    "Professional services, BELOW, WORSE",
    "Media, BELOW, WORSE",
    "Retail, NOT_DISTINGUISHABLE, NOT_DISTINGUISHABLE",
    "Banking, NOT_DISTINGUISHABLE, NOT_DISTINGUISHABLE",
    "Telecom, NOT_DISTINGUISHABLE, NOT_DISTINGUISHABLE",
    "IT services, NOT_DISTINGUISHABLE, NOT_DISTINGUISHABLE",
  })
  void of44Customers31StayedInAYear(String industry, Verdict verdict, Standing standing) {
    BenchmarkComparison comparison = LENIENT.compare(kept(31, 44, YEAR), bundled(industry));
    assertThat(comparison.verdict()).isEqualTo(verdict);
    assertThat(comparison.standing()).isEqualTo(standing);
  }

  @Test
  void givesGapIntervalAndPValue() {
    BenchmarkComparison comparison = LENIENT.compare(kept(31, 44, YEAR), bundled("insurance"));
    // z = (31 - 44 * 0.83) / sqrt(44 * 0.83 * 0.17) = -2.215385, two-sided.
    assertThat(comparison.pValue().orElseThrow()).isCloseTo(0.0267336424, within(1e-10));
    assertThat(comparison.gap()).isCloseTo(31.0 / 44 - 0.83, within(1e-15));
    assertThat(comparison.ownValue()).isEqualTo(31.0 / 44);
    assertThat(comparison.interval()).isEqualTo(new Proportion(31, 44).interval());
    assertThat(comparison.isConverted()).isFalse();
    assertThat(comparison.own()).isEqualTo(kept(31, 44, YEAR));
    assertThat(comparison.benchmark()).isEqualTo(bundled("insurance"));
    assertThat(comparison.summary())
        .isEqualTo(
            "31/44 (70.5 %) a year is BELOW Insurance 83 % (HubSpot citing Statista, 2020): gap"
                + " -12.5 points, 95 % interval 55.8 % to 81.8 %, p = 0.027");
    assertThat(comparison).hasToString(comparison.summary());
  }

  @Test
  void carriesTheDoubts() {
    assertThat(LENIENT.compare(kept(31, 44, YEAR), bundled("insurance")).caveats())
        .containsExactly(
            "Definitions are not known to be the same: own is \""
                + OF_CUSTOMERS_AT_START
                + "\", the benchmark's is \"unstated: Average customer retention; how it is worked"
                + " out is not stated.\".",
            "The source does not state the length of period; it is read as a year.",
            "The benchmark's certainty is as quoted.",
            "Note on the benchmark: No sample or country is given.");
    assertThat(STRICT.compare(kept(31, 44, YEAR), bundled("Commercial insurance")).caveats())
        .startsWith(
            "The source does not say whether its figure is an average or a median.",
            "The benchmark's certainty is low.")
        .hasSize(3);
  }

  @Test
  void hasNoCaveatsIfThereIsNoDoubt() {
    assertThat(STRICT.compare(kept(31, 44, YEAR), yearly(CUSTOMER_RETENTION, 0.8)).caveats())
        .isEmpty();
  }

  @Test
  void saysThatTheBestInClassIsNotTypical() {
    Benchmark best =
        of(
            CUSTOMER_RETENTION,
            YEAR,
            new Figure(Statistic.BEST_IN_CLASS, 0.92),
            OF_CUSTOMERS_AT_START);
    assertThat(STRICT.compare(kept(31, 44, YEAR), best).caveats())
        .containsExactly("The benchmark is the best in class, not a typical firm.");
  }

  @Test
  void churnAboveItsBenchmarkIsWorse() {
    BenchmarkComparison worse = STRICT.compare(lost(300, 1000, YEAR), yearly(CUSTOMER_CHURN, 0.2));
    assertThat(worse.verdict()).isEqualTo(Verdict.ABOVE);
    assertThat(worse.standing()).isEqualTo(Standing.WORSE);
    BenchmarkComparison better = STRICT.compare(lost(100, 1000, YEAR), yearly(CUSTOMER_CHURN, 0.2));
    assertThat(better.verdict()).isEqualTo(Verdict.BELOW);
    assertThat(better.standing()).isEqualTo(Standing.BETTER);
    assertThat(better.summary())
        .isEqualTo(
            "100/1000 (10.0 %) a year is BELOW Gyms 20 % (A study, 2024): gap -10.0 points, 95 %"
                + " interval 8.3 % to 12.0 %, p < 0.001");
  }

  @Test
  void retentionAboveItsBenchmarkIsBetter() {
    BenchmarkComparison comparison =
        STRICT.compare(kept(900, 1000, YEAR), yearly(CUSTOMER_RETENTION, 0.8));
    assertThat(comparison.verdict()).isEqualTo(Verdict.ABOVE);
    assertThat(comparison.standing()).isEqualTo(Standing.BETTER);
    assertThat(comparison.summary()).contains("is ABOVE Gyms 80 %").contains("gap +10.0 points");
  }

  @Test
  void theSummaryOfNoDifference() {
    assertThat(STRICT.compare(kept(80, 100, YEAR), yearly(CUSTOMER_RETENTION, 0.8)).summary())
        .isEqualTo(
            "80/100 (80.0 %) a year is NOT_DISTINGUISHABLE from Gyms 80 % (A study, 2024): gap 0.0"
                + " points, 95 % interval 71.1 % to 86.7 %, p = 1.000");
    assertThat(
            STRICT.compare(kept(79_999, 100_000, YEAR), yearly(CUSTOMER_RETENTION, 0.8)).summary())
        .contains("gap 0.0 points");
  }

  @Test
  void verySmallPValuesAreNotSpeltOut() {
    assertThat(Texts.pValue(0.001)).isEqualTo("p = 0.001");
    assertThat(Texts.pValue(0.00099)).isEqualTo("p < 0.001");
  }

  @Test
  void aBenchmarkOnTheLimitOfTheIntervalIsNotDistinguishable() {
    ConfidenceInterval interval = new ConfidenceInterval(0.98, 1.05, 0.95, "bootstrap");
    assertThat(Verdict.of(interval, 0.98)).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    assertThat(Verdict.of(interval, 1.05)).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    assertThat(Verdict.of(interval, 0.97)).isEqualTo(Verdict.ABOVE);
    assertThat(Verdict.of(interval, 1.06)).isEqualTo(Verdict.BELOW);
  }

  @Test
  void methodAndLevelChangeTheVerdict() {
    OwnMetric own = kept(31, 44, YEAR);
    Benchmark insurance = bundled("insurance");
    BenchmarkComparison surer = LENIENT.withLevel(0.99).compare(own, insurance);
    assertThat(surer.verdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    assertThat(surer.summary()).contains("99 % interval");
    BenchmarkComparison corrected =
        LENIENT.with(IntervalMethod.WILSON_CORRECTED).compare(own, insurance);
    assertThat(corrected.verdict()).isEqualTo(Verdict.BELOW);
    assertThat(corrected.interval().method()).isEqualTo(IntervalMethod.WILSON_CORRECTED.title());
    assertThat(corrected.pValue().orElseThrow())
        .isGreaterThan(LENIENT.compare(own, insurance).pValue().orElseThrow());
    assertThat(
            STRICT.withLevel(0.99).with(DefinitionPolicy.ACCEPT_UNSTATED).compare(own, insurance))
        .hasToString(surer.summary());
    assertThat(
            LENIENT
                .withLevel(0.99)
                .with(PeriodConversion.COMPOUNDING)
                .with(IntervalMethod.WILSON)
                .compare(own, insurance))
        .hasToString(surer.summary());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
  void refusesALevelThatIsNone(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.withLevel(level))
        .withMessage("level (" + level + ") must be over 0 and under 1");
  }

  @Test
  void refusesAnotherMetric() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.compare(kept(9, 10, YEAR), yearly(NET_REVENUE_RETENTION, 1.02)))
        .withMessage(
            "own metric (CUSTOMER_RETENTION, of customers) must be the benchmark's"
                + " (NET_REVENUE_RETENTION, of money)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.compare(lost(1, 10, YEAR), yearly(CUSTOMER_RETENTION, 0.8)))
        .withMessage(
            "own metric (CUSTOMER_CHURN, of customers) must be the benchmark's (CUSTOMER_RETENTION,"
                + " of customers); compare with benchmark.complement()");
  }

  @Test
  void comparesWithTheComplementIfAskedTo() {
    BenchmarkComparison churn =
        LENIENT.compare(lost(13, 44, YEAR), bundled("insurance").complement());
    assertThat(churn.verdict()).isEqualTo(Verdict.ABOVE);
    assertThat(churn.standing()).isEqualTo(Standing.WORSE);
    assertThat(churn.pValue().orElseThrow()).isCloseTo(0.0267336424, within(1e-10));
  }

  @Test
  void refusesADefinitionThatIsNotKnownToBeTheSame() {
    Benchmark other =
        of(
            CUSTOMER_RETENTION,
            YEAR,
            new Figure(Statistic.AVERAGE, 0.8),
            new BenchmarkDefinition("of-active", "Active at both ends."));
    OwnMetric own = kept(31, 44, YEAR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.compare(own, other))
        .withMessage(
            "own definition ("
                + OF_CUSTOMERS_AT_START
                + ") must be the benchmark's (of-active: Active at both ends.); to compare"
                + " nevertheless, choose DefinitionPolicy.ACCEPT_DIFFERENT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LENIENT.compare(own, other))
        .withMessageEndingWith("choose DefinitionPolicy.ACCEPT_DIFFERENT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.compare(own, bundled("media")))
        .withMessageEndingWith("choose DefinitionPolicy.ACCEPT_UNSTATED");
    assertThat(STRICT.with(DefinitionPolicy.ACCEPT_DIFFERENT).compare(own, other).caveats())
        .singleElement()
        .asString()
        .startsWith("Definitions are not known to be the same");
    assertThat(LENIENT.compare(own, yearly(CUSTOMER_RETENTION, 0.8)).caveats()).isEmpty();
  }

  @Test
  void anOwnDefinitionMayBeTheUnstatedOne() {
    OwnMetric vague =
        OwnMetric.counted(
            CUSTOMER_RETENTION,
            new Proportion(31, 44),
            YEAR,
            BenchmarkDefinition.unstated("found in an old report"));
    Benchmark stated = yearly(CUSTOMER_RETENTION, 0.8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.compare(vague, stated))
        .withMessageEndingWith("choose DefinitionPolicy.ACCEPT_UNSTATED");
    assertThat(LENIENT.compare(vague, stated).caveats()).hasSize(1);
  }

  @Test
  void refusesAnotherLengthOfPeriodUnlessAskedToCompound() {
    OwnMetric quarterly = kept(950, 1000, QUARTER);
    Benchmark benchmark = yearly(CUSTOMER_RETENTION, 0.75);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.compare(quarterly, benchmark))
        .withMessage(
            "own period (QUARTER) must be the benchmark's (YEAR); ask for"
                + " PeriodConversion.COMPOUNDING to convert it");
    BenchmarkComparison comparison = COMPOUNDING.compare(quarterly, benchmark);
    assertThat(comparison.isConverted()).isTrue();
    assertThat(comparison.ownValue()).isCloseTo(0.81450625, within(1e-15));
    assertThat(comparison.gap()).isCloseTo(0.06450625, within(1e-15));
    ConfidenceInterval own = new Proportion(950, 1000).interval();
    assertThat(comparison.interval().lower()).isCloseTo(Math.pow(own.lower(), 4), within(1e-15));
    assertThat(comparison.interval().upper()).isCloseTo(Math.pow(own.upper(), 4), within(1e-15));
    assertThat(comparison.pValue().orElseThrow())
        .isEqualTo(
            new Proportion(950, 1000)
                .testAgainst(Math.pow(0.75, 0.25), IntervalMethod.WILSON)
                .pValue());
    assertThat(comparison.caveats())
        .containsExactly(
            "The own figure is compounded from a quarter to a year, as if every period had the same"
                + " rate.");
    assertThat(comparison.summary())
        .isEqualTo(
            "950/1000 (95.0 %) a quarter, compounded to 81.5 % a year, is ABOVE Gyms 75 % (A study,"
                + " 2024): gap +6.5 points, 95 % interval 76.3 % to 85.6 %, p = 0.016");
  }

  @Test
  void compoundsChurnThroughWhatIsKept() {
    Benchmark monthly =
        of(CUSTOMER_CHURN, MONTH, new Figure(Statistic.AVERAGE, 0.03), OF_CUSTOMERS_AT_START);
    BenchmarkComparison comparison = COMPOUNDING.compare(lost(360, 1000, YEAR), monthly);
    assertThat(comparison.ownValue()).isCloseTo(1 - Math.pow(0.64, 1.0 / 12), within(1e-15));
    assertThat(comparison.verdict()).isEqualTo(Verdict.ABOVE);
  }

  @Test
  void compoundsDaysToWeeks() {
    Benchmark weekly =
        of(CUSTOMER_RETENTION, WEEK, new Figure(Statistic.AVERAGE, 0.93), OF_CUSTOMERS_AT_START);
    assertThat(COMPOUNDING.compare(kept(990, 1000, DAY), weekly).ownValue())
        .isCloseTo(Math.pow(0.99, 7), within(1e-15));
  }

  @Test
  void doesNotConvertIfTheLengthsAreTheSame() {
    assertThat(
            COMPOUNDING.compare(kept(31, 44, YEAR), yearly(CUSTOMER_RETENTION, 0.8)).isConverted())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Granularity.class,
      names = {"DAY", "WEEK", "CUSTOM"})
  void refusesLengthsWithoutAFixedFactor(Granularity per) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COMPOUNDING.compare(kept(9, 10, per), yearly(CUSTOMER_RETENTION, 0.8)))
        .withMessage(
            "own period ("
                + per
                + ") must be the benchmark's (YEAR), because no fixed number of one makes the"
                + " other");
  }

  @Test
  void refusesToCompoundChurnForOneReason() {
    OwnMetric own =
        OwnMetric.counted(
            VOLUNTARY_SUBSCRIBER_CHURN,
            new Proportion(30, 100),
            YEAR,
            BenchmarkDefinition.CHURNED_OF_ACTIVE_AT_START);
    Benchmark monthly =
        BenchmarkCatalog.bundled().require(VOLUNTARY_SUBSCRIBER_CHURN, "subscriptions all", 2021);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COMPOUNDING.compare(own, monthly))
        .withMessage(
            "own period (YEAR) must be the benchmark's (MONTH), because VOLUNTARY_SUBSCRIBER_CHURN"
                + " does not compound from period to period");
  }

  @Test
  void givesTheQuartileBandAndThoseOfTheInterval() {
    Benchmark quartiles =
        of(CUSTOMER_RETENTION, YEAR, new Quartiles(0.6, 0.72, 0.85), OF_CUSTOMERS_AT_START);
    assertThat(STRICT.compare(kept(31, 44, YEAR), quartiles).position())
        .contains(
            new Position(
                Band.P25_TO_MEDIAN,
                List.of(Band.BELOW_P25, Band.P25_TO_MEDIAN, Band.MEDIAN_TO_P75)));
    assertThat(COMPOUNDING.compare(kept(990, 1000, MONTH), quartiles).position())
        .contains(
            new Position(Band.P75_AND_ABOVE, List.of(Band.MEDIAN_TO_P75, Band.P75_AND_ABOVE)));
  }

  @Test
  void givesNoPercentileFromOneFigure() {
    assertThat(LENIENT.compare(kept(31, 44, YEAR), bundled("media")).position()).isEmpty();
  }

  @Test
  void comparesEstimatesByTheirOwnInterval() {
    OwnMetric own =
        OwnMetric.estimated(
            NET_REVENUE_RETENTION,
            1.08,
            new ConfidenceInterval(1.03, 1.13, 0.95, "bootstrap"),
            YEAR,
            OF_STARTING_REVENUE);
    Benchmark saas = BenchmarkCatalog.bundled().require(NET_REVENUE_RETENTION, "B2B SaaS");
    BenchmarkComparison comparison = STRICT.compare(own, saas);
    assertThat(comparison.verdict()).isEqualTo(Verdict.ABOVE);
    assertThat(comparison.pValue()).isEmpty();
    assertThat(comparison.summary())
        .isEqualTo(
            "108.0 % a year is ABOVE B2B SaaS 102 % (ChurnZero on SaaS Capital, 2023): gap +6.0"
                + " points, 95 % interval 103.0 % to 113.0 %");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRICT.withLevel(0.9).compare(own, saas))
        .withMessage("level (0.9) must be that of the estimate's own interval, 0.95");
  }

  @Test
  void convertsEstimates() {
    OwnMetric own =
        OwnMetric.estimated(
            GROSS_REVENUE_RETENTION,
            0.99,
            new ConfidenceInterval(0.985, 0.995, 0.95, "bootstrap"),
            MONTH,
            OF_STARTING_REVENUE);
    BenchmarkComparison comparison =
        COMPOUNDING.compare(
            own, BenchmarkCatalog.bundled().require(GROSS_REVENUE_RETENTION, "B2B SaaS"));
    assertThat(comparison.ownValue()).isCloseTo(Math.pow(0.99, 12), within(1e-15));
    assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    assertThat(comparison.position())
        .contains(
            new Position(Band.P25_TO_MEDIAN, List.of(Band.P25_TO_MEDIAN, Band.MEDIAN_TO_P75)));
  }

  @Test
  void comparesSurveysInPoints() {
    OwnMetric own =
        OwnMetric.surveyed(
            NET_PROMOTER_SCORE,
            -20,
            new ConfidenceInterval(-31, -9, 0.95, "Wald"),
            RECOMMENDATION_0_TO_10);
    Benchmark health = BenchmarkCatalog.bundled().require(NET_PROMOTER_SCORE, "health insurance");
    BenchmarkComparison comparison = STRICT.compare(own, health);
    assertThat(comparison.isConverted()).isFalse();
    assertThat(comparison.gap()).isEqualTo(-7);
    assertThat(comparison.summary())
        .isEqualTo(
            "-20.0 points is NOT_DISTINGUISHABLE from Health insurance -13 points (Satmetrix via The"
                + " Wise Marketer, 2010): gap -7.0 points, 95 % interval -31.0 points to -9.0"
                + " points");
  }

  @Test
  void countsSayNothingAboutMoney() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OwnMetric.counted(
                    GROSS_REVENUE_RETENTION, new Proportion(9, 10), YEAR, OF_STARTING_REVENUE))
        .withMessage(
            "metric (GROSS_REVENUE_RETENTION) must be one of customers: counts say nothing about"
                + " money; use an estimate with its interval");
  }

  @Test
  void refusesAnEstimateAtOddsWithItself() {
    ConfidenceInterval interval = new ConfidenceInterval(0.8, 0.9, 0.95, "bootstrap");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OwnMetric.estimated(
                    GROSS_REVENUE_RETENTION, 0.95, interval, YEAR, OF_STARTING_REVENUE))
        .withMessageStartingWith("interval ([0.8")
        .withMessageEndingWith(" must hold the value (0.95)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OwnMetric.estimated(
                    GROSS_REVENUE_RETENTION, 1.95, interval, YEAR, OF_STARTING_REVENUE))
        .withMessage("value (1.95) must be from 0 to 1 (SHARE)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OwnMetric.estimated(
                    GROSS_REVENUE_RETENTION,
                    0.95,
                    new ConfidenceInterval(0.8, 1.1, 0.95, "Wald"),
                    YEAR,
                    OF_STARTING_REVENUE))
        .withMessage("upper (1.1) must be from 0 to 1 (SHARE)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OwnMetric.estimated(
                    GROSS_REVENUE_RETENTION,
                    0.1,
                    new ConfidenceInterval(-0.1, 0.2, 0.95, "Wald"),
                    YEAR,
                    OF_STARTING_REVENUE))
        .withMessage("lower (-0.1) must be from 0 to 1 (SHARE)");
  }

  @Test
  void anEstimateHasAPeriodExactlyIfItsMetricHas() {
    ConfidenceInterval interval = new ConfidenceInterval(0.8, 0.9, 0.95, "bootstrap");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> OwnMetric.surveyed(GROSS_REVENUE_RETENTION, 0.85, interval, OF_STARTING_REVENUE))
        .withMessage(
            "period (none) must be given exactly if the metric is per period, and the metric is"
                + " GROSS_REVENUE_RETENTION");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OwnMetric.estimated(
                    NET_PROMOTER_SCORE, 0.85, interval, CUSTOM, RECOMMENDATION_0_TO_10))
        .withMessageStartingWith("period (CUSTOM) must be given exactly");
  }

  @Test
  void ownFiguresSayWhatTheyAre() {
    OwnMetric counted = kept(31, 44, QUARTER);
    assertThat(counted).hasToString("31/44 (70.5 %) a quarter");
    assertThat(counted.period()).isEqualTo(Optional.of(QUARTER));
    assertThat(counted.metric()).isEqualTo(CUSTOMER_RETENTION);
    OwnMetric survey =
        OwnMetric.surveyed(
            NET_PROMOTER_SCORE,
            40,
            new ConfidenceInterval(30, 50, 0.9, "Wald"),
            RECOMMENDATION_0_TO_10);
    assertThat(survey.interval(IntervalMethod.WILSON, 0.9))
        .isEqualTo(new ConfidenceInterval(30, 50, 0.9, "Wald"));
    assertThat(survey.testAgainst(40, IntervalMethod.WILSON)).isEmpty();
    assertThat(survey.period()).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullsAreRefusedByName() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> STRICT.with((IntervalMethod) null))
        .withMessage("method");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> STRICT.with((DefinitionPolicy) null))
        .withMessage("definitions");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> STRICT.with((PeriodConversion) null))
        .withMessage("conversion");
  }
}
